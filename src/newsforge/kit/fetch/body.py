"""The body, piece by piece: counted on the wire, unpacked a little at a time, counted again."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator, Iterator

from newsforge.kit.fetch.errors import Incomplete, TooLarge, UnsupportedEncoding
from newsforge.kit.fetch.policy import Limits

_PIECE = 65536
_TOO_LARGE_REMEDY = "Give the address of a single article, or paste its text."


def check_length(header: str | None, limit: int) -> None:
    """Refuse by ``Content-Length`` before a byte is read. A wrong or missing length is no matter: bytes are counted."""
    if header is not None and header.strip().isdecimal() and int(header) > limit:
        raise TooLarge(_size(limit), remedy=_TOO_LARGE_REMEDY)


def is_packed(content_encoding: str) -> bool:
    """Only one layer of gzip was asked for, and nothing else is taken: layers multiply a bomb's power."""
    layers = [layer.strip().lower() for layer in content_encoding.split(",")]
    layers = [layer for layer in layers if layer not in {"", "identity"}]
    if not layers:
        return False
    if len(layers) == 1 and layers[0] in {"gzip", "x-gzip"}:
        return True
    raise UnsupportedEncoding(
        "The site sends the page in a compression that was not asked for.",
        remedy="Open the page in a browser and paste the article's text instead.",
    )


async def read_body(chunks: AsyncIterator[bytes], *, packed: bool, wire_bytes: int, decoded_bytes: int) -> bytes:
    body = bytearray()
    gzip = _Gzip() if packed else None
    on_the_wire = 0
    async for chunk in chunks:
        on_the_wire += len(chunk)
        if on_the_wire > wire_bytes:
            raise TooLarge(_size(wire_bytes), remedy=_TOO_LARGE_REMEDY)
        for piece in gzip.unpack(chunk) if gzip else (chunk,):
            if len(body) + len(piece) > decoded_bytes:
                raise TooLarge(_size(decoded_bytes), remedy=_TOO_LARGE_REMEDY)
            body += piece
    if gzip and not gzip.is_complete:
        raise Incomplete("The page broke off before its end.", remedy="Try again in a moment.")
    return bytes(body)


def limits_for(limits: Limits, *, is_document: bool) -> tuple[int, int]:
    """Wire and decoded bytes."""
    if is_document:
        return limits.document_bytes, limits.document_bytes
    return limits.wire_bytes, limits.decoded_bytes


class _Gzip:
    """Unpacks a stream of one or more gzip members, never more than one piece ahead of who asks."""

    def __init__(self) -> None:
        self._member = zlib.decompressobj(wbits=31)
        self._has_started = False

    @property
    def is_complete(self) -> bool:
        return self._member.eof or not self._has_started

    def unpack(self, data: bytes) -> Iterator[bytes]:
        self._has_started = True
        while True:
            if self._member.eof:
                if not data.startswith(b"\x1f"):
                    return  # nothing more, or padding after the last member
                self._member = zlib.decompressobj(wbits=31)
            try:
                piece = self._member.decompress(data, _PIECE)
            except zlib.error:
                raise Incomplete("The page arrived damaged.", remedy="Try again in a moment.") from None
            yield piece
            data = self._member.unused_data if self._member.eof else self._member.unconsumed_tail
            # A full piece may leave output inside the decompressor although all input is consumed.
            if not data and len(piece) < _PIECE:
                return


def _size(limit: int) -> str:
    return f"The page is larger than {limit / 1_000_000:g} MB, far beyond an article."
