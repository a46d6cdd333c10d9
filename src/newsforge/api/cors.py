"""Cross-origin requests: an allow-list of exact origins, and never a wildcard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsforge.api.asgi import Application, Headers, Receive, Scope, Send, find_header, respond, state_of

_METHODS: Final = b"GET, POST, PATCH, PUT, DELETE"
_REQUEST_HEADERS: Final = (
    b"Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID, NewsForge-Workspace, Prefer"
)
_SHOWN: Final = (
    b"ETag, Location, Preference-Applied, RateLimit, RateLimit-Policy, Retry-After, X-Trace-Id, Content-Disposition"
)
_MAX_AGE_S: Final = b"600"


class Cors:
    def __init__(self, app: Application, *, origins: Sequence[str]) -> None:
        self._app = app
        self._origins = frozenset(origin.encode("latin-1") for origin in origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not self._origins:
            await self._app(scope, receive, send)
            return
        extra: Headers = state_of(scope).setdefault("headers", [])
        extra.append((b"vary", b"Origin"))
        origin = find_header(scope["headers"], b"origin")
        if origin not in self._origins:
            await self._app(scope, receive, send)
            return
        assert origin is not None
        extra += [
            (b"access-control-allow-origin", origin),
            (b"access-control-allow-credentials", b"true"),
            (b"access-control-expose-headers", _SHOWN),
        ]
        asked = find_header(scope["headers"], b"access-control-request-method")
        if scope["method"] == "OPTIONS" and asked is not None:
            preflight: Headers = [
                (b"access-control-allow-methods", _METHODS),
                (b"access-control-allow-headers", _REQUEST_HEADERS),
                (b"access-control-max-age", _MAX_AGE_S),
            ]
            await respond(send, 204, preflight)
            return
        await self._app(scope, receive, send)
