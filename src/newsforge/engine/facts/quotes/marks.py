"""Quotation marks in pairs. Straight marks say neither which side they are nor whether they are apostrophes."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』", "«": "»", "„": "“", "〈": "〉", "《": "》", "‹": "›", "＂": "＂"}
_MARKS = re.compile(r"[“”„\"＂‘’'「」『』«»〈〉《》‹›\n]")
_CLOSERS = frozenset("”’」』»〉》›")
_OPENS_AFTER = frozenset(" \t\n\xa0\u3000([{<“‘\"'「『〈《-–—…·:,./=|［（、。")
_ELISION = re.compile(
    r"['’](?:[0-9]{2}(?![0-9])|em\b|til\b|tis\b|twas\b|cause\b|n['’]|bout\b|round\b|cos\b)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Marked:
    """A passage with its marks; ``nested`` inside another one."""

    start: int
    end: int
    opening: str
    nested: bool


def marked_passages(text: str) -> list[Marked]:
    found: list[Marked] = []
    open_marks: list[tuple[str, int]] = []  # at most one of each kind, so the list stays short
    for match in _MARKS.finditer(text):
        mark, at = match[0], match.start()
        if mark == "\n":
            open_marks.clear()
        elif mark in "'’" and _is_apostrophe(text, at, mark, open_marks):
            continue
        elif (opening := _opening_of(mark, text, at, open_marks)) is not None:
            _close(found, open_marks, opening, at)
        elif mark not in _CLOSERS and not any(mark == other for other, _ in open_marks):
            open_marks.append((mark, at))
    return sorted(found, key=lambda passage: (passage.start, -passage.end))


def _opening_of(mark: str, text: str, at: int, open_marks: list[tuple[str, int]]) -> str | None:
    """The open mark that ``mark`` closes, None where it opens or means nothing."""
    for opening, begun in reversed(open_marks):
        if opening in "\"'＂":
            closes = mark == opening and _may_close(text, at, begun)
        elif opening == "“":
            closes = mark == "”"
        else:
            closes = mark == _PAIRS.get(opening)
        if closes:
            return opening
    return None


def _may_close(text: str, at: int, begun: int) -> bool:
    """Whether the straight mark at ``at`` closes: nothing is closed after a space unless text is tokenised."""
    before, after = text[at - 1], text[at + 1 : at + 2]
    if at - begun == 1 or not before.isspace():
        return True
    return after == "" or after.isspace() or after in ",.;:!?)" or text[begun + 1].isspace()


def _close(found: list[Marked], open_marks: list[tuple[str, int]], opening: str, at: int) -> None:
    index = next(index for index in range(len(open_marks) - 1, -1, -1) if open_marks[index][0] == opening)
    start = open_marks[index][1]
    del open_marks[index:]
    found.append(Marked(start, at + 1, opening, nested=bool(open_marks)))


def _is_apostrophe(text: str, at: int, mark: str, open_marks: list[tuple[str, int]]) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1 : at + 2]
    inside_word = _is_latin(before) and _is_latin(after)
    after_hangul = before.isalpha() and not _is_latin(before)
    if inside_word or (_ELISION.match(text, at) and not after_hangul):
        return True
    is_open = any(other == ("‘" if mark == "’" else "'") for other, _ in open_marks)
    if mark == "’":
        return not is_open
    if is_open:
        return False
    return before not in _OPENS_AFTER or after.isspace() or after == ""


def _is_latin(character: str) -> bool:
    return character.isalnum() and ord(character or "\0"[0]) < 0x250
