"""A long text becomes the bodies of a thread's parts.

Borders in order of preference: paragraph, sentence, clause, word, grapheme; never inside a URL, hashtag, mention or
cashtag. No character but white space at a border is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import regex

from newsforge.engine.text.links import cashtags, fediverse_mentions, hashtags, links, mentions
from newsforge.engine.text.sentences import split_sentences

#: Whether a body fits into the part of this index; the last part also carries link and tags.
Fits = Callable[[str, int, bool], bool]

_CLAUSE = regex.compile(r"(?<=[,;:，、；：…—])\s+|(?<=[、，；])|(?=\s[(\[—–])\s")
#: A space beside a digit belongs to a figure more often than not ("3조 2천억", "12 million"), so it comes later.
_WORD = regex.compile(r"(?<=[^\s\d])\s+(?=\D)(?!\S*\d)")
_SPACE = regex.compile(r"\s+")
_GRAPHEME = regex.compile(r"\X")
#: A clause border is worth a part that stays this much emptier than it could be.
_CLAUSE_SHARE = 0.45
_WORD_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class Piece:
    """``glue`` is what stands before it when it shares a part with the piece before."""

    glue: str
    text: str
    opens_part: bool = False


def pieces_of(paragraphs: tuple[str, ...], language: str, separator: str, *, opening: int | None = None) -> list[Piece]:
    """``opening``: so many paragraphs share the first part, each one after them opens a part."""
    found: list[Piece] = []
    for index, paragraph in enumerate(paragraphs):
        at = 0
        for number, sentence in enumerate(split_sentences(paragraph, language)):
            glue = separator if number == 0 else paragraph[at : sentence.start]
            found.append(Piece(glue, sentence.text, opening is not None and index >= opening and number == 0))
            at = sentence.end
    return found


def join(pieces: list[Piece]) -> str:
    return "".join(piece.glue + piece.text if index else piece.text for index, piece in enumerate(pieces))


def split(pieces: list[Piece], fits: Fits, separator: str) -> list[str]:
    """The bodies. One that holds an unbreakable word longer than a part is too long all the same."""
    parts = _fill(pieces, fits, separator)
    if not fits(join(parts[-1]), len(parts) - 1, True):
        parts[-1:] = _make_room(parts[-1], fits, len(parts) - 1)
    return [join(part) for part in parts]


def _fits_inside(fits: Fits, index: int, text: str) -> bool:
    return fits(text, index, False)


def _fill(pieces: list[Piece], fits: Fits, separator: str) -> list[list[Piece]]:
    parts: list[list[Piece]] = []
    current: list[Piece] = []
    rest = pieces[::-1]
    while rest:
        piece = rest.pop()
        if piece.opens_part and current:
            parts.append(current)
            current = []
        inside = partial(_fits_inside, fits, len(parts))
        if inside(join([*current, piece])) and not _better_apart(current, [piece, *rest[::-1]], inside, separator):
            current.append(piece)
        elif current:
            parts.append(current)
            current = []
            rest.append(piece)
        else:
            head, glue, tail = _cut(piece.text, inside)
            current = [Piece(piece.glue, head)]
            if tail:
                rest.append(Piece(glue, tail))
    return [*parts, current] if current or not parts else parts


def _better_apart(current: list[Piece], coming: list[Piece], fits: Callable[[str], bool], separator: str) -> bool:
    """A paragraph that would be torn, but fits into a part of its own, starts there if this part is half full."""
    if not current or coming[0].glue != separator:
        return False
    ends = (number for number, piece in enumerate(coming) if number and piece.glue == separator)
    paragraph = coming[: next(ends, len(coming))]
    if fits(join([*current, *paragraph])) or not fits(join(paragraph)):
        return False
    text = join(current)
    return not fits(text + separator + text)


def _make_room(last: list[Piece], fits: Fits, index: int) -> list[list[Piece]]:
    """The last part and its link and tags do not fit together: move its end into one more part."""
    options = [
        (last[:number], last[number:])
        for number in range(1, len(last))
        if fits(join(last[:number]), index, False) and fits(join(last[number:]), index + 1, True)
    ]
    if options:
        head, tail = min(options, key=lambda halves: abs(len(join(halves[0])) - len(join(halves[1]))))
        return [head, tail]
    if fits(join(last), index, False) and fits("", index + 1, True):
        return [last, []]  # link and tags by themselves: better than a torn sentence
    text = last[-1].text
    before = last[:-1]
    for tier in _tiers(text):
        cuts = [
            (head, glue, tail)
            for head, glue, tail in (_halves(text, border) for border in tier)
            if fits(join([*before, Piece(last[-1].glue, head)]), index, False) and fits(tail, index + 1, True)
        ]
        if cuts:
            first, glue, second = min(cuts, key=lambda cut: abs(len(cut[0]) - len(cut[2])))
            return [[*before, Piece(last[-1].glue, first)], [Piece(glue, second)]]
    return [last, []]


def _halves(text: str, border: tuple[int, int]) -> tuple[str, str, str]:
    start, end = border
    return text[:start], text[start:end], text[end:]


def _tiers(text: str) -> Iterator[list[tuple[int, int]]]:
    """Borders as ranges of the white space that may go, best tier first."""
    kept = [
        (link.start, link.end)
        for find in (links, hashtags, mentions, fediverse_mentions, cashtags)
        for link in find(text)
    ]

    def free(start: int, end: int) -> bool:
        return start > 0 and end < len(text) and not any(a < start < b or a < end < b for a, b in kept)

    for pattern in (_CLAUSE, _WORD, _SPACE):
        yield [match.span() for match in pattern.finditer(text) if free(*match.span())]
    yield [(match.end(), match.end()) for match in _GRAPHEME.finditer(text) if free(match.end(), match.end())]


def _cut(text: str, fits: Callable[[str], bool]) -> tuple[str, str, str]:
    """Head, white space and tail of a sentence that is too long for a part; an empty tail when nothing helps."""
    best: list[tuple[int, int] | None] = [_last_fitting(text, tier, fits) for tier in _tiers(text)]
    farthest = max((border[0] for border in best if border), default=0)
    shares = (_CLAUSE_SHARE, _WORD_SHARE, _WORD_SHARE, 0.0)
    for border, share in zip(best, shares, strict=True):
        if border and border[0] >= share * farthest:
            return _halves(text, border)
    return text, "", ""


def _last_fitting(text: str, borders: list[tuple[int, int]], fits: Callable[[str], bool]) -> tuple[int, int] | None:
    low, high = 0, len(borders)
    while low < high:
        middle = (low + high) // 2
        if fits(text[: borders[middle][0]]):
            low = middle + 1
        else:
            high = middle
    # Lengths grow with the text all but always; where one does not, walk back to a head that fits.
    while low and not fits(text[: borders[low - 1][0]]):
        low -= 1
    return borders[low - 1] if low else None
