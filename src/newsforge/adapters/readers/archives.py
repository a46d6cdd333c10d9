"""ZIP containers of documents: which format is inside, and whether unpacking them is safe."""

from __future__ import annotations

import io
import zipfile
from typing import Literal

from newsforge.adapters.readers.errors import DamagedDocument, DocumentTooLarge, PasswordProtected

ArchiveKind = Literal["docx", "hwpx", "other"]

MAX_ENTRIES = 5_000
#: The markup of a long document takes some MB; pictures are stored nearly unpacked and are not read.
MAX_UNPACKED_BYTES = 150_000_000
MAX_MARKUP_BYTES = 40_000_000
#: Office markup packs 10 to 60 times; a bomb of one repeated byte 1,000 times.
MAX_RATIO = 250
_RATIO_MATTERS_BYTES = 2_000_000


def identify(data: bytes) -> ArchiveKind:
    """Raise :class:`DamagedDocument` when it cannot be opened and :class:`DocumentTooLarge` for a bomb."""
    entries = _entries(data)
    _check_sizes(entries)
    names = {entry.filename for entry in entries}
    if any(entry.flag_bits & 1 for entry in entries):
        raise PasswordProtected("The document is protected with a password.")
    if "word/document.xml" in names:
        return "docx"
    if "Contents/content.hpf" in names or any(name.lower().startswith("contents/section") for name in names):
        return "hwpx"
    return "other"


def _entries(data: bytes) -> list[zipfile.ZipInfo]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, OverflowError) as error:
        raise DamagedDocument("The file is damaged: its container cannot be opened.") from error


def _check_sizes(entries: list[zipfile.ZipInfo]) -> None:
    """What the directory says is checked here; ``zipfile`` itself stops reading an entry at its stated size."""
    unpacked = sum(entry.file_size for entry in entries)
    markup = sum(entry.file_size for entry in entries if entry.filename.lower().endswith((".xml", ".rels", ".hpf")))
    is_bomb = any(
        entry.file_size > _RATIO_MATTERS_BYTES and entry.file_size > MAX_RATIO * max(entry.compress_size, 1)
        for entry in entries
    )
    if is_bomb or len(entries) > MAX_ENTRIES or unpacked > MAX_UNPACKED_BYTES or markup > MAX_MARKUP_BYTES:
        raise DocumentTooLarge("The document unpacks to far more than an article.")
