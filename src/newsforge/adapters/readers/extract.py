"""What a document parser hands over: plain values that can travel from one process to another."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from newsforge.adapters.readers.errors import DocumentTooLarge

#: Far beyond any article; an annual report is turned away instead of being summarised as news.
MAX_CHARACTERS = 400_000
MAX_LINES = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """``lines`` are paragraphs in reading order. ``title`` is what the document itself sets as its title (a title
    style, front matter); ``named`` and ``author`` are what its properties say, which is often just a file name or
    the name of a computer. ``left_out`` are running headers and the like."""

    lines: tuple[str, ...]
    title: str = ""
    named: str = ""
    author: str = ""
    left_out: tuple[str, ...] = ()
    #: Words under pictures, where the format says so.
    captions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len(self.lines) > MAX_LINES or sum(map(len, self.lines)) > MAX_CHARACTERS:
            raise DocumentTooLarge("The document is far longer than an article.")

    def as_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=True)

    @classmethod
    def from_json(cls, text: str | bytes) -> Extract:
        values = json.loads(text)
        for name in ("lines", "left_out", "captions"):
            values[name] = tuple(values[name])
        return cls(**values)
