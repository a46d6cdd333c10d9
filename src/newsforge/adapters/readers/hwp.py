"""HWP 5 and HWPX, the formats of Korean press releases, by dochan."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from newsforge.adapters.readers import archives, ole
from newsforge.adapters.readers.errors import (
    DamagedDocument,
    DocumentFailed,
    DocumentTooLarge,
    PasswordProtected,
    ScannedDocument,
    UnknownFormat,
)
from newsforge.adapters.readers.extract import Extract

#: Before HWP 5 the format was another one, and is not read.
_HWP_3 = b"HWP Document File V"
_MAX_DEPTH = 8


def read_hwp(data: bytes) -> Extract:
    """Either format, told apart by its first bytes. Raise a
    :class:`newsforge.adapters.readers.errors.DocumentFailed`. Not bounded in time: call it apart."""
    if data.startswith(_HWP_3):
        raise UnknownFormat("The file is of HWP 3 or older.", remedy="Open it in Hancom Office and save it as HWPX.")
    suffix: Literal[".hwp", ".hwpx"] = ".hwpx" if data.startswith(b"PK") else ".hwp"
    kind = archives.identify(data) if suffix == ".hwpx" else ole.identify(data)
    if kind not in {"hwp", "hwpx"}:
        raise DamagedDocument("The file is named like an HWP document but is none, or is damaged.")
    try:
        document = _parse(data, suffix)
        _check(document.errors)
        lines = [line for section in document.sections for block in section.elements for line in _block_lines(block, 0)]
    except (MemoryError, DocumentFailed):
        raise
    except Exception as error:  # a parser of hostile bytes may fail in any way
        raise DamagedDocument("The HWP document is damaged and cannot be read.") from error
    lines = [line for line in lines if line.strip()]
    if not lines:
        _refuse_empty(document)
    return Extract(lines=tuple(lines), title=_title(document))


def _parse(data: bytes, suffix: str) -> Any:
    """dochan reads only from a path."""
    from dochan import Dochan

    logging.getLogger("dochan").setLevel(logging.CRITICAL)
    with tempfile.TemporaryDirectory(prefix="newsforge-") as folder:
        path = Path(folder) / f"document{suffix}"
        path.write_bytes(data)
        # Tracked changes as they will stand: what an author struck out must not be quoted.
        return Dochan(str(path), include_assets=suffix != ".hwpx", revision_mode="final").doc


def _check(errors: list[str]) -> None:
    """dochan reports in Korean sentences; lines that begin with ERR lost something of the text."""
    fatal = [error for error in errors if error.startswith("ERR")]
    if any("암호" in error or "DRM" in error for error in (*fatal, *errors)):
        raise PasswordProtected("The HWP document is protected with a password or by rights management.")
    if any("초과" in error or "limit" in error or "exceeds" in error for error in fatal):
        raise DocumentTooLarge("The HWP document unpacks to far more than an article.")
    if fatal:
        raise DamagedDocument("The HWP document is damaged and cannot be read.")


def _refuse_empty(document: Any) -> None:
    if document.find_all("image"):
        raise ScannedDocument("The HWP document has no text in it, only pictures.")
    raise DamagedDocument("No text was found in the HWP document.")


def _block_lines(block: Any, depth: int) -> Iterator[str]:
    """Body text and tables; headers, footers, notes, pictures and formulas are none of the article."""
    from dochan.model.document import Paragraph
    from dochan.model.table import Table

    if isinstance(block, Paragraph):
        yield from block.text.split("\n")
    elif isinstance(block, Table) and depth < _MAX_DEPTH:
        yield from _table_lines(block, depth)


def _table_lines(table: Any, depth: int) -> Iterator[str]:
    """A row is a line. A row of a single cell is layout, as press releases use it: its paragraphs stand alone."""
    for row in table.rows:
        inside = [
            [line for block in cell.paragraphs for line in _block_lines(block, depth + 1) if line.strip()]
            for cell in row
            if not cell.is_merged_away
        ]
        filled = [lines for lines in inside if lines]
        if len(filled) == 1:
            yield from filled[0]
        elif filled:
            yield " | ".join(" ".join(part.strip() for part in lines) for lines in filled)


def _title(document: Any) -> str:
    """The document's own top heading, when it stands near the beginning."""
    blocks = [block for section in document.sections[:1] for block in section.elements[:15]]
    return next(
        (str(block.text).strip() for block in blocks if getattr(block, "heading_level", 0) == 1 and block.text.strip()),
        "",
    )
