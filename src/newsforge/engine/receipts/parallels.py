"""Pieces of a sentence beside the pieces of the article that say most nearly the same."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsforge.engine.receipts.clauses import pieces
from newsforge.engine.receipts.evidence import Evidence, Source
from newsforge.engine.receipts.words import Word, features
from newsforge.engine.text import syllables

_VERBAL = re.compile(r"(?:다|고|며|지만|는데|면서|요|으나|어|아|여|해|며|서)$")


@dataclass(frozen=True, slots=True)
class Piece:
    """``source`` is None for a piece of the claim; ``words`` are those with a meaning, figures left out."""

    start: int
    end: int
    words: tuple[Word, ...]
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Parallel:
    """``share`` of our piece's words stand in theirs, ``held`` of them by count."""

    ours: Piece
    theirs: Piece
    share: float
    held: int


def pieces_of(
    text: str, words: list[Word], language: str, figures: list[tuple[int, int]], source: Source | None = None
) -> list[Piece]:
    found: list[Piece] = []
    for start, end, _ in pieces(text, language):
        inside = tuple(
            word
            for word in words
            if start <= word.start < end
            and (word.meaningful or (word.script == "hangul" and word.start == start))
            and not any(first <= word.start < last for first, last in figures)
        )
        found.append(Piece(start, end, inside, source))
    return found


def pieces_of_source(source: Source, evidence: Evidence) -> list[Piece]:
    known = evidence.pieces.get(source.index)
    if known is None:
        figures = [(figure.start, figure.end) for figure in source.facts.figures]
        figures += [(mention.start, mention.end) for mention in source.facts.dates]
        known = pieces_of(source.folded.text, source.words, source.language, figures, source)
        evidence.pieces[source.index] = known
    return known


def compare(ours: Piece, theirs: Piece, *, without: frozenset[str] = frozenset()) -> Parallel:
    """``without`` are stems that are not asked for."""
    known = {word.stem for word in theirs.words} | {feature for word in theirs.words for feature in features(word)}
    asked = [word for word in ours.words if word.stem not in without]
    last = theirs.words[-1] if theirs.words else None
    held = [_held(word, known, last) for word in asked]
    total = sum(held)
    return Parallel(ours, theirs, total / len(asked) if asked else 0.0, sum(share >= 0.5 for share in held))


def _held(word: Word, known: set[str], last: Word | None) -> float:
    if word.stem in known:
        return 1.0
    if word.script in {"hangul", "han"} and len(word.stem) > 1:
        pairs = features(word)
        share = sum(pair in known for pair in pairs) / len(pairs)
        if share >= 0.5:
            return share
        if last is not None and word.script == "hangul" and _same_verb(word.text, last.text):
            return 1.0
        return share
    return 0.0


def _same_verb(one: str, other: str) -> bool:
    """숨지고 and 숨졌다: the first syllable, and the consonant that begins the second."""
    if len(one) < 2 or len(other) < 2 or one[0] != other[0] or not (_VERBAL.search(one) and _VERBAL.search(other)):
        return False
    mine, theirs = syllables.parts(one[1]), syllables.parts(other[1])
    return mine is not None and theirs is not None and mine[0] == theirs[0]
