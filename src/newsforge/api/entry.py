"""The outermost layer: trace id, security headers, one access line, and a net under everything."""

from __future__ import annotations

import os
import time
from typing import Final

import structlog

from newsforge.api.access_log import AccessLog
from newsforge.api.asgi import Application, Headers, Message, Receive, Scope, Send, find_header, respond, state_of
from newsforge.api.problems import as_service_error, render

log = structlog.get_logger(__name__)

#: What the service's own answers allow a browser to do with them: nothing but show them.
SECURITY_HEADERS: Final[Headers] = [
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"interest-cohort=()"),
]
_HSTS: Final = (b"strict-transport-security", b"max-age=31536000; includeSubDomains")
_HEX: Final = frozenset("0123456789abcdef")


def trace_id_of(headers: Headers) -> str:
    """The caller's (W3C ``traceparent``), so that their trace goes on; else a new one."""
    parent = find_header(headers, b"traceparent")
    if parent is not None:
        parts = parent.decode("latin-1").split("-")
        if len(parts) >= 4 and len(parts[1]) == 32 and set(parts[1]) <= _HEX and parts[1].strip("0"):
            return parts[1]
    return os.urandom(16).hex()


class Entry:
    """``state["headers"]`` of a request collects what inner layers want to have on the answer, whoever gives it."""

    def __init__(self, app: Application, *, is_secure: bool, access_log: AccessLog | None = None) -> None:
        self._app = app
        self._fixed = [*SECURITY_HEADERS, *([_HSTS] if is_secure else [])]
        self._access_log = access_log

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()
        trace_id = trace_id_of(scope["headers"])
        state = state_of(scope)
        state["trace_id"] = trace_id
        extra: Headers = [(b"x-trace-id", trace_id.encode())]
        state["headers"] = extra
        status = 0

        async def dressed(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                given = {name for name, _ in message["headers"]}
                message["headers"] = [
                    *message["headers"],
                    *(header for header in self._fixed if header[0] not in given),
                    *extra,
                ]
            await send(message)

        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(trace_id=trace_id)
        try:
            await self._app(scope, receive, dressed)
        except Exception as error:
            if status:
                raise  # the answer has begun (or the framework has told of it): only the cut connection can tell now
            log.exception("request_failed", path=scope["path"])
            await respond(dressed, *render(as_service_error(error), scope))
        finally:
            if self._access_log is not None:
                self._access_log.write(scope, status, time.perf_counter() - began)
