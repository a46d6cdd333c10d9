"""A post cut into what needs a receipt: sentences without bullets, numbering and emoji around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from newsforge.engine.text.sentences import split_sentences

#: What stands before or after a sentence without being said.
_ORNAMENT = (
    r"(?:[\s•·▪▫■□▶►▷◀◆◇○●◎★☆※☞☛☜☚◈▣♡♤♧☏♪♬◑◐❖✓✔✅→➡⇒↳⬇👉\ufe0f\u200d*>|~_]|\p{Extended_Pictographic}(?<!\d)|[-–—](?=\s)"
    r"|[\U0001F1E6-\U0001F1FF]{2}|[\U0001F3FB-\U0001F3FF]|\d\ufe0f?\u20e3)"
)
_LEADING = regex.compile(rf"^(?:{_ORNAMENT}|[①-⑳⑴-⒇]|\d{{1,2}}[.)]\s+(?=\S)|#{{1,6}}\s)+")
_TRAILING = regex.compile(rf"(?:{_ORNAMENT})+$")
#: What most sentences end in; looking for ornament from the front is a tenth of the work of all receipts.
_PLAIN_END = frozenset(".!?…\"”'’)]」』。")
_LINE = regex.compile(r"[^\n\r]+")
#: A post beyond this is not a post; the rest gets one receipt of its own, unread.
LONGEST_READ = 200_000
#: A longer line is read in pieces: sentences are looked for in time that grows with the square of the line.
LONGEST_LINE = 5_000
_MOST_KNOWN = 5_000


@dataclass(frozen=True, slots=True)
class Unit:
    """``text == whole[start:end]``."""

    start: int
    end: int
    text: str


#: The sentences of a line, their places counted from its start, by line and language.
Known = dict[tuple[str, str], list[Unit]]


def units(
    whole: str, language: str, *, first: int = 0, last: int | None = None, known: Known | None = None
) -> Iterator[Unit]:
    """The sentences of ``whole[first:last]``, each without its ornament. Lines without a letter or digit give none.
    ``known`` keeps lines for who reads several posts of the same lines."""
    last = len(whole) if last is None else last
    known = {} if known is None else known
    for line in _LINE.finditer(whole, first, last):
        for begun in range(line.start(), line.end(), LONGEST_LINE):
            text = whole[begun : min(begun + LONGEST_LINE, line.end())]
            read = known.get((text, language))
            if read is None:
                read = list(_line_units(text, language))
                if len(known) < _MOST_KNOWN:
                    known[text, language] = read
            yield from (Unit(begun + unit.start, begun + unit.end, unit.text) for unit in read)


def _line_units(line: str, language: str) -> Iterator[Unit]:
    start, end = trim(line, 0, len(line))
    for sentence in split_sentences(line[start:end], language) if start < end else ():
        inner, outer = trim(line, start + sentence.start, start + sentence.end)
        if any(character.isalnum() for character in line[inner:outer]):
            yield Unit(inner, outer, line[inner:outer])


def trim(whole: str, start: int, end: int) -> tuple[int, int]:
    """Take white space, bullets, emoji and list numbers off both ends."""
    text = whole[start:end]
    leading = _LEADING.match(text)
    if leading is not None and leading.end() < len(text):
        start += leading.end()
    if not _ends_plainly(whole[end - 1 : end]):
        trailing = _TRAILING.search(whole[start:end])
        if trailing is not None and trailing.start() > 0:
            end = start + trailing.start()
    return start, end


def _ends_plainly(last: str) -> bool:
    return last in _PLAIN_END or "가" <= last <= "힣" or (last < "\u0250" and last.isalnum())
