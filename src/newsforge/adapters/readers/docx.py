"""DOCX: paragraphs and tables of the body in order, without comments, deleted text, headers and footers."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsforge.adapters.readers.archives import identify
from newsforge.adapters.readers.errors import DamagedDocument, DocumentFailed, UnknownFormat
from newsforge.adapters.readers.extract import Extract

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph

#: Tables in tables; deeper ones are layout gone mad.
_MAX_DEPTH = 6
#: Word's own style for the words under a picture.
_CAPTION_STYLES = {"caption", "캡션", "図表番号"}
_TITLE_STYLES = {"title", "제목", "표제"}


def read_docx(data: bytes) -> Extract:
    """Raise a :class:`newsforge.adapters.readers.errors.DocumentFailed`. Not bounded in time: call it apart."""
    if identify(data) != "docx":
        raise UnknownFormat("The file is named like a Word document but is none.")
    import docx

    try:
        document = docx.Document(io.BytesIO(data))
        captions = tuple(p.text.strip() for p in document.paragraphs if _is_caption(p) and p.text.strip())
        lines = [line for line in _lines(document) if line.strip()]
        properties = document.core_properties
        named, author = properties.title or "", properties.author or ""
        title = _title(document)
    except (MemoryError, DocumentFailed):
        raise
    except (zipfile.BadZipFile, KeyError, ValueError) as error:
        raise DamagedDocument("The Word document is damaged and cannot be read.") from error
    except Exception as error:  # a parser of hostile bytes may fail in any way
        raise DamagedDocument("The Word document is damaged and cannot be read.") from error
    return Extract(lines=tuple(lines), title=title, named=named, author=author, captions=captions)


def _lines(document: Document) -> Iterator[str]:
    for block in document.iter_inner_content():
        yield from _block_lines(block, 0)


def _block_lines(block: Paragraph | Table, depth: int) -> Iterator[str]:
    from docx.text.paragraph import Paragraph

    if isinstance(block, Paragraph):
        if not _is_caption(block):
            yield from block.text.split("\n")
    elif depth < _MAX_DEPTH:
        yield from _table_lines(block, depth)


def _table_lines(table: Table, depth: int) -> Iterator[str]:
    """A row is a line. A row of a single cell is layout, as press releases use it: its paragraphs stand alone."""
    for row in table.rows:
        # A merged cell comes back once for every column it spans.
        cells = list({id(cell._tc): cell for cell in row.cells}.values())  # noqa: SLF001 no public identity
        inside = [
            [line for block in cell.iter_inner_content() for line in _block_lines(block, depth + 1)] for cell in cells
        ]
        if len(inside) == 1:
            yield from inside[0]
        else:
            yield " | ".join(
                text for lines in inside if (text := " ".join(part.strip() for part in lines if part.strip()))
            )


def _is_caption(paragraph: Paragraph) -> bool:
    return paragraph.style is not None and (paragraph.style.name or "").casefold() in _CAPTION_STYLES


def _title(document: Document) -> str:
    for paragraph in document.paragraphs[:20]:
        style = paragraph.style.name if paragraph.style is not None else ""
        if (style or "").casefold() in _TITLE_STYLES and paragraph.text.strip():
            return paragraph.text.strip()
    return next(
        (
            paragraph.text.strip()
            for paragraph in document.paragraphs[:20]
            if paragraph.text.strip()
            and paragraph.style is not None
            and (paragraph.style.name or "").casefold() in {"heading 1", "제목 1"}
        ),
        "",
    )
