"""DOCX: paragraphs and tables of the body in order, without comments, deleted text, headers, footers and notes."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from newsforge.adapters.readers.archives import identify
from newsforge.adapters.readers.docx_text import Passage, Reading
from newsforge.adapters.readers.errors import DamagedDocument, DocumentFailed, UnknownFormat
from newsforge.adapters.readers.extract import Extract

if TYPE_CHECKING:
    from docx.document import Document

#: Word's own style for the words under a picture.
_CAPTION_STYLES = {"caption", "캡션", "図表番号"}
_TITLE_STYLES = {"title", "제목", "표제"}
_HEADING_STYLES = {"heading 1", "제목 1"}
_TITLE_WITHIN = 20


def read_docx(data: bytes) -> Extract:
    """Raise a :class:`newsforge.adapters.readers.errors.DocumentFailed`. Not bounded in time: call it apart."""
    if identify(data) != "docx":
        raise UnknownFormat("The file is named like a Word document but is none.")
    import docx

    try:
        document = docx.Document(io.BytesIO(data))
        styles = _styles(document)
        reading = Reading(frozenset(key for key, name in styles.items() if name in _CAPTION_STYLES))
        lines = [line for line in reading.read(document.element.body) if line.strip()]
        properties = document.core_properties
        named, author = properties.title or "", properties.author or ""
    except (MemoryError, DocumentFailed):
        raise
    except (zipfile.BadZipFile, KeyError, ValueError) as error:
        raise DamagedDocument("The Word document is damaged and cannot be read.") from error
    except Exception as error:  # a parser of hostile bytes may fail in any way
        raise DamagedDocument("The Word document is damaged and cannot be read.") from error
    return Extract(
        lines=tuple(lines),
        title=_title(reading.passages[:_TITLE_WITHIN], styles),
        named=named,
        author=author,
        captions=tuple(filter(None, reading.said_of_pictures)),
    )


def _styles(document: Document) -> dict[str, str]:
    """The names of the styles by their ids, which another program or language spells as it likes."""
    return {style.style_id: (style.name or "").casefold() for style in document.styles}


def _title(passages: list[Passage], styles: dict[str, str]) -> str:
    for wanted in (_TITLE_STYLES, _HEADING_STYLES):
        for passage in passages:
            if styles.get(passage.style) in wanted and passage.text.strip():
                return passage.text.strip()
    return ""
