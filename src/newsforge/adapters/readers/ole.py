"""OLE containers: which of their many formats, by the names in the directory, without parsing any of them."""

from __future__ import annotations

from typing import Literal

OleKind = Literal["hwp", "doc", "encrypted_office", "other"]


def identify(data: bytes) -> OleKind:
    """Stream names are UTF-16 in 128-byte directory entries (MS-CFB 2.6.1), found without following the chains."""
    if _has_entry(data, "EncryptedPackage"):
        return "encrypted_office"
    if _has_entry(data, "FileHeader") and _has_entry(data, "DocInfo"):
        return "hwp"
    if _has_entry(data, "WordDocument"):
        return "doc"
    return "other"


def _has_entry(data: bytes, name: str) -> bool:
    encoded = (name + "\0").encode("utf-16-le")
    length = len(encoded).to_bytes(2, "little")
    position = data.find(encoded)
    while position >= 0:
        if position % 128 == 0 and data[position + 64 : position + 66] == length:
            return True
        position = data.find(encoded, position + 1)
    return False
