"""``GET /api/v1/conversions/{id}`` from bytes that this process holds ready.

The bytes are those that the endpoint has answered with before; the cache drops them in every process when the
conversion or one of its posts changes (:mod:`newsforge.kit.cache`)."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from newsforge.api.asgi import Headers, Scope, find_header
from newsforge.domains.access.principal import Principal
from newsforge.kit.cache import Cache

PREFIX: Final = "/api/v1/conversions/"
_LENGTH: Final = len(PREFIX) + 36
#: The ETag stands before the body, ended by this.
_END: Final = b"\n"


def cache_key(workspace_id: UUID, conversion_id: UUID | str) -> str:
    """The workspace is part of the key: no principal finds another's bytes, whatever id they ask for."""
    return f"conversion:{workspace_id}:{conversion_id}"


def pack(etag: str, body: bytes) -> bytes:
    return etag.encode("ascii") + _END + body


def unpack(packed: bytes) -> tuple[bytes, bytes]:
    """The ETag and the body."""
    etag, _, body = packed.partition(_END)
    return etag, body


class HotReads:
    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def find(self, scope: Scope, who: Principal) -> tuple[int, Headers, bytes] | None:
        path: str = scope["path"]
        if len(path) != _LENGTH or not path.startswith(PREFIX) or scope["query_string"]:
            return None
        packed = self._cache.peek(cache_key(who.workspace_id, path[len(PREFIX) :]))
        if packed is None or not who.may("conversions:read"):
            return None
        etag, body = unpack(packed)
        headers: Headers = [(b"etag", etag), (b"cache-control", b"private, no-cache")]
        if find_header(scope["headers"], b"if-none-match") == etag:
            return 304, headers, b""
        return 200, [*headers, (b"content-type", b"application/json")], body
