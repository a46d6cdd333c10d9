"""What kind of data some bytes are, by their first bytes and not by what a server or a file name says."""

from __future__ import annotations

import re
from typing import Literal

MediaKind = Literal["html", "text", "pdf", "zip", "ole", "binary", "empty"]

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|script|style|link|div|"
    rb"article|main|section|header|table|p|h1|iframe)\b",
    re.IGNORECASE | re.DOTALL,
)
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 27})
_LOOKED_AT = 4096


def sniff(data: bytes) -> MediaKind:
    """``zip`` and ``ole`` are containers that several document formats use. ``binary`` is everything that is not
    text in an encoding of the web: it holds NUL or many control characters."""
    if not data.strip():
        return "empty"
    # PDF readers accept up to 1024 bytes before the header (ISO 32000, implementation note 13).
    if b"%PDF-" in data[:1024] and not _HTML.match(data[:_LOOKED_AT]):
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return "ole"
    head = _readable_head(data)
    if head is None:
        return "binary"
    return "html" if _HTML.match(head) else "text"


def _readable_head(data: bytes) -> bytes | None:
    head = data[:_LOOKED_AT]
    for bom, encoding in _BOMS:
        if head.startswith(bom):
            return head[len(bom) :].decode(encoding, "replace").encode()
    if b"\x00" in head:
        return _utf_16_head(head)
    if len(head) - len(head.translate(None, _CONTROL)) > len(head) // 100:
        return None
    return head


def _utf_16_head(head: bytes) -> bytes | None:
    """UTF-16 without its mark, when it reads as text: spaces or line ends at one parity, and no control characters."""
    for encoding, space in (("utf-16-le", b" \x00"), ("utf-16-be", b"\x00 ")):
        if space not in head[: len(head) & ~1]:
            continue
        try:
            text = head[: len(head) & ~1].decode(encoding)
        except UnicodeDecodeError:
            continue
        if text.isprintable() or all(character.isprintable() or character in "\r\n\t" for character in text):
            return text.encode()
    return None
