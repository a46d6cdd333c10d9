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


def find_utf_16(data: bytes) -> str | None:
    """The codec of UTF-16 text without its mark: it holds spaces or line ends at one parity, and nothing that cannot
    be printed. Other text holds no NUL."""
    head = data[: min(len(data), _LOOKED_AT) & ~1]
    if b"\x00" not in head or any(data.startswith(bom) for bom, _ in _BOMS):
        return None
    for encoding, space, line_end in (("utf-16-le", b" \x00", b"\n\x00"), ("utf-16-be", b"\x00 ", b"\x00\n")):
        if space not in head and line_end not in head:
            continue
        text = _decoded(head, encoding)
        if text and all(character.isprintable() or character in "\r\n\t" for character in text):
            return encoding
    return None


def _decoded(head: bytes, encoding: str) -> str:
    """Empty when it is not that; a character cut in half at the end is no matter."""
    for end in (len(head), len(head) - 2):
        try:
            return head[:end].decode(encoding)
        except UnicodeDecodeError:
            continue
    return ""


def _readable_head(data: bytes) -> bytes | None:
    head = data[:_LOOKED_AT]
    for bom, encoding in _BOMS:
        if head.startswith(bom):
            return head[len(bom) :].decode(encoding, "replace").encode()
    if b"\x00" in head:
        wide = find_utf_16(data)
        return _decoded(head[: len(head) & ~1], wide).encode() if wide else None
    if len(head) - len(head.translate(None, _CONTROL)) > len(head) // 100:
        return None
    return head
