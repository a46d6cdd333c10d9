"""``GET /api/v1/conversions/{id}`` from bytes that this process holds ready, without the framework."""

from __future__ import annotations

from typing import Final

from newsforge.api.asgi import Headers, Scope, find_header
from newsforge.domains.access.principal import Principal
from newsforge.domains.conversions.copies import ConversionCopies
from newsforge.kit.http.preconditions import names

PREFIX: Final = "/api/v1/conversions/"
_LENGTH: Final = len(PREFIX) + 36


class HotReads:
    """Answers as the endpoint would, or leaves it to the endpoint."""

    def __init__(self, copies: ConversionCopies) -> None:
        self._copies = copies

    def find(self, scope: Scope, who: Principal) -> tuple[int, Headers, bytes] | None:
        path: str = scope["path"]
        if len(path) != _LENGTH or not path.startswith(PREFIX) or scope["query_string"]:
            return None
        copy = self._copies.peek(who.workspace_id, path[len(PREFIX) :])
        if copy is None or not who.may("conversions:read"):
            return None
        headers: Headers = [(b"etag", copy.etag), (b"cache-control", b"private, no-cache")]
        known = find_header(scope["headers"], b"if-none-match")
        if known is not None and names(known.decode("latin-1"), copy.etag.decode()):
            return 304, headers, b""
        return 200, [*headers, (b"content-type", b"application/json")], copy.body
