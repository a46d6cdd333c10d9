"""What a plain paragraph is when it is rendered: running text, a heading, a quotation, or a list with its heading."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from newsforge.engine.text.frame import is_frame

BULLET = "• "
_QUOTE = regex.compile(r"[“\"「『‘].*[”\"」』’][.。]?(?:\s*[—–-]\s*.{1,60})?", regex.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """``text`` is the paragraph, or the heading of ``items`` (empty where the list has none)."""

    text: str
    items: tuple[str, ...] = ()
    is_quote: bool = False
    is_heading: bool = False


def block_of(paragraph: str) -> Block:
    lines = paragraph.split("\n")
    heading = "" if lines[0].startswith(BULLET) else lines.pop(0)
    if lines and all(line.startswith(BULLET) for line in lines):
        return Block(text=heading, items=tuple(line.removeprefix(BULLET).strip() for line in lines))
    if "\n" not in paragraph and is_frame(paragraph):
        return Block(text=paragraph, is_heading=True)
    return Block(text=paragraph, is_quote=_QUOTE.fullmatch(paragraph) is not None)
