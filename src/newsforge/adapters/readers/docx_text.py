"""The words of a Word document's markup as its reader sees them once every tracked change is accepted.

python-docx gives only the runs that stand directly in a paragraph: what an author inserted under tracked changes, what
stands in a content control, a field, a smart tag or a text box would be missing, often a figure in mid-sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
#: Tables in tables; deeper ones are layout gone mad.
_MAX_DEPTH = 6
#: What was taken away or is no text: deleted and moved runs, the reading over a Japanese word, a field's code.
_GONE = frozenset(f"{_W}{name}" for name in ("del", "moveFrom", "rt", "delText", "instrText", "pPr", "rPr", "sdtPr"))
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_UNSEEN = (f"{_W}vanish", f"{_W}strike", f"{_W}dstrike")
_OFF = frozenset({"0", "false", "off"})


@dataclass(slots=True)
class Passage:
    """A paragraph: its style's id, its text, and the passages in the text boxes that hang on it."""

    style: str
    text: str = ""
    boxes: list[list[str]] = field(default_factory=list)

    @property
    def lines(self) -> list[str]:
        return [*self.text.split("\n"), *(line for box in self.boxes for line in box)]


class Reading:
    """``captions``: ids of the styles whose paragraphs stand under pictures; what they say is in ``said_of_pictures``
    and not among the lines."""

    def __init__(self, captions: frozenset[str]) -> None:
        self._captions = captions
        self.said_of_pictures: list[str] = []
        #: Paragraphs of the body itself, in order: a document's title is one of them.
        self.passages: list[Passage] = []

    def read(self, body: Any) -> list[str]:
        return list(self._block_lines(body, 0))

    def _block_lines(self, parent: Any, depth: int) -> Iterator[str]:
        """Of the paragraphs and tables in ``parent``, whatever they are wrapped in."""
        broken = ""
        for block in _unwrapped(parent):
            if block.tag == f"{_W}tbl":
                if depth < _MAX_DEPTH:
                    yield from self._table_lines(block, depth)
                continue
            passage = self._passage(block, depth)
            passage.text, broken = broken + passage.text, ""
            if _goes_on(block):
                broken = passage.text  # the paragraph mark was deleted: the next one belongs to it
                continue
            if not depth:
                self.passages.append(passage)
            if passage.style in self._captions:
                self.said_of_pictures.append(passage.text.strip())
            else:
                yield from passage.lines
        if broken:
            yield from broken.split("\n")

    def _passage(self, paragraph: Any, depth: int) -> Passage:
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        passage = Passage("" if style is None else style.get(f"{_W}val", ""))
        passage.text = "".join(self._pieces(paragraph, passage, depth))
        return passage

    def _pieces(self, element: Any, passage: Passage, depth: int) -> Iterator[str]:
        for child in element:
            if child.tag in _GONE or (child.tag == f"{_W}r" and _is_unseen(child)):
                continue
            if child.tag == f"{_W}t":
                yield child.text or ""
            elif child.tag in _SIGNS:
                is_page = child.get(f"{_W}type") in {"page", "column"}
                yield "" if is_page else _SIGNS[child.tag]
            elif child.tag == f"{_W}txbxContent":
                if depth < _MAX_DEPTH:
                    passage.boxes.append(list(self._block_lines(child, depth + 1)))
            elif child.tag == f"{_MC}AlternateContent":
                yield from self._alternative(child, passage, depth)
            else:
                yield from self._pieces(child, passage, depth)

    def _alternative(self, element: Any, passage: Passage, depth: int) -> Iterator[str]:
        """The same thing drawn for a new Word and for an old one: the first that says anything."""
        for way in element:
            before = len(passage.boxes)
            pieces = list(self._pieces(way, passage, depth))
            if "".join(pieces).strip() or len(passage.boxes) > before:
                yield from pieces
                return

    def _table_lines(self, table: Any, depth: int) -> Iterator[str]:
        """A row is a line. A row of a single cell is layout, as press releases use it: its paragraphs stand alone."""
        for row in _unwrapped(table, f"{_W}tr"):
            if row.find(f"{_W}trPr/{_W}del") is not None:
                continue
            cells = [cell for cell in _unwrapped(row, f"{_W}tc") if not _is_merged_away(cell)]
            inside = [list(self._block_lines(cell, depth + 1)) for cell in cells]
            if len(inside) == 1:
                yield from inside[0]
            else:
                yield " | ".join(
                    text for lines in inside if (text := " ".join(part.strip() for part in lines if part.strip()))
                )


def _unwrapped(parent: Any, *tags: str) -> Iterator[Any]:
    """The elements of these tags (paragraphs and tables when none is named) in ``parent``, be it within content
    controls and the like."""
    wanted = tags or (f"{_W}p", f"{_W}tbl")
    for child in parent:
        if child.tag in wanted:
            yield child
        elif child.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml", f"{_W}ins", f"{_W}moveTo"}:
            yield from _unwrapped(child, *tags)
        elif child.tag == f"{_MC}AlternateContent":
            yield from next((found for way in child if (found := list(_unwrapped(way, *tags)))), [])


def _is_unseen(run: Any) -> bool:
    """Hidden, or crossed out."""
    marks = (run.find(f"{_W}rPr/{tag}") for tag in _UNSEEN)
    return any(mark is not None and mark.get(f"{_W}val", "1").lower() not in _OFF for mark in marks)


def _goes_on(paragraph: Any) -> bool:
    marks = (paragraph.find(f"{_W}pPr/{_W}rPr/{_W}{name}") for name in ("del", "moveFrom"))
    return any(mark is not None for mark in marks)


def _is_merged_away(cell: Any) -> bool:
    """A cell that belongs to the one above it."""
    mark = cell.find(f"{_W}tcPr/{_W}vMerge")
    return mark is not None and mark.get(f"{_W}val", "continue") == "continue"
