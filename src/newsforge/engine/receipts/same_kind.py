"""One of a kind told in the place of another: the brother for the son, breakfast for supper, one pay for another."""

from __future__ import annotations

import re

from newsforge.engine.facts.model import Figure
from newsforge.engine.receipts.alignment import held_by
from newsforge.engine.receipts.amounts import agree, agree_abroad
from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.clauses import pieces
from newsforge.engine.receipts.evidence import Evidence, Source
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.same_kind_table import (
    BY_SENTENCE,
    IMPLIED_BY,
    KIN,
    NOT_ABROAD,
    any_of,
    kinds_in,
    members,
)
from newsforge.engine.receipts.words import whole_word

#: Of the claim's other words and figures that the article has at all, so many stand with the other one.
_LEAST_HELD, _LEAST_SHARE, _HALF = 2, 0.6, 0.5
#: With its own one the article has at most so much of them.
_MOST_OWN = 0.5
#: Between a label and its figure, in characters.
_LABEL_GAP = 14
_ANOTHER = re.compile(r"\d|,\s|、|(?<=[가-힣])(?:고|며) ")

Members = frozenset[int]


def problems(claim: Claim) -> list[Problem]:
    script = script_of(claim.language)
    for number in kinds_in(claim.lower, script):
        if claim.foreign and number in NOT_ABROAD:
            continue
        block = members(script, number)
        said = [
            (member, match)
            for member, (pattern, _) in enumerate(block)
            if pattern is not None and (match := pattern.search(claim.lower))
        ]
        if not said or any(block[member][1] for member, _ in said):
            continue
        stated = _labelled_otherwise(claim, number)
        if stated is None and len(said) == 1:
            stated = _with_another(claim, number, *said[0])
        if stated is not None:
            match, word = stated
            start, end = whole_word(claim.lower, *match.span())
            why = f"The post says “{claim.text[start:end]}” where the article says “{word}”."
            return [Problem("polarity", claim.text[start:end], why, start, end)]
    return []


def _members(evidence: Evidence, number: int) -> list[Members]:
    """By sentence of the article, which of the kind it names."""
    known: list[Members] | None = evidence.readings.get(f"kind {number}")
    if known is None:
        known = [_named(source.folded.text, number, source.language) for source in evidence.sources]
        evidence.readings[f"kind {number}"] = known
    return known


def _named(text: str, number: int, language: str) -> Members:
    script = script_of(language)
    if any_of(script, number).search(text) is None:
        return frozenset()
    block = members(script, number)
    return frozenset(
        member for member, (pattern, _) in enumerate(block) if pattern is not None and pattern.search(text)
    )


def _with_another(claim: Claim, number: int, member: int, match: re.Match[str]) -> tuple[re.Match[str], str] | None:
    """What is told of this one the article tells with another one only."""
    block = members(script_of(claim.evidence.article.language), number)
    known = _members(claim.evidence, number)
    is_absent = not any(member in named for named in known)
    if number == KIN and any(IMPLIED_BY.get(member, frozenset()) & named for named in known):
        return None
    own, rival, held, place = 0.0, 0.0, 0, None
    for source, named in zip(claim.evidence.sources, known, strict=True):
        for part in _parts(source, member, named, number):
            count, share = _share(claim, match, source, part)
            if member in part[2]:
                own = max(own, share)
            elif part[2] and not any(block[one][1] for one in part[2]) and (share, count) > (rival, held):
                rival, held, place = share, count, (source, min(part[2]))
    least = 1 if claim.foreign and number in BY_SENTENCE else _LEAST_HELD
    if place is None or held < least or rival < (_HALF if is_absent else _LEAST_SHARE):
        return None
    if own > _MOST_OWN * rival or place[0] not in claim.alignment.sources[:3]:
        return None
    pattern = block[place[1]][0]
    word = pattern.search(place[0].folded.text) if pattern is not None else None
    return (match, word.group().strip()) if word is not None else None


def _parts(source: Source, member: int, named: Members, number: int) -> list[tuple[int, int, Members]]:
    """The sentence, or its clauses where it has both."""
    whole = (0, len(source.folded.text), named)
    if member not in named or len(named) < 2 or number in BY_SENTENCE:  # this one and another
        return [whole]
    text = source.folded.text
    cut = [
        (start, end, _named(text[start:end], number, source.language))
        for start, end, _ in pieces(text, source.language)
    ]
    return [*cut, whole] if any(member in one and len(one) > 1 for _, _, one in cut) else cut


def _share(claim: Claim, match: re.Match[str], source: Source, part: tuple[int, int, Members]) -> tuple[int, float]:
    """How many of the claim's other words and figures stand in this part of the sentence, and which share of those
    that the article has at all."""
    start, end, _ = part
    whole = start == 0 and end == len(source.folded.text)
    figures = [one for one in source.facts.figures if start <= one.start < end]
    fits = agree_abroad if claim.foreign else agree
    held = [any(agree(one, other) or fits(one, other) for other in figures) for one in claim.facts.figures]
    asked = len(held)
    if not claim.foreign:
        inside = frozenset(feature for word in source.words if start <= word.start < end for feature in (word.stem,))
        for word in claim.words:
            if not word.meaningful or (match.start() <= word.start < match.end()) or _is_figure(claim, word.start):
                continue
            if not _is_stated(claim.evidence, word.stem):
                continue
            asked += 1
            held.append(held_by(word, source) >= _HALF if whole else word.stem in inside)
    count = sum(held)
    return count, count / asked if asked else 0.0


def _is_figure(claim: Claim, place: int) -> bool:
    return any(one.start <= place < one.end for one in claim.facts.figures)


def _is_stated(evidence: Evidence, stem: str) -> bool:
    return stem in evidence.postings or (len(stem) > 1 and not stem.isascii() and stem in evidence.squeezed)


def _labelled_otherwise(claim: Claim, number: int) -> tuple[re.Match[str], str] | None:
    """The label right before a figure is another one of the kind than the article has before it, each time."""
    for figure in claim.facts.figures:
        mine = _label(claim.lower, figure, number, claim.language)
        if mine is None:
            continue
        stated = [
            _label(source.text.lower(), other, number, source.language)
            for source, other in claim.evidence.figures
            if source.language != "en" and (agree(figure, other) or (claim.foreign and agree_abroad(figure, other)))
        ]
        if stated and all(one is not None and one[0] != mine[0] for one in stated) and stated[0] is not None:
            return mine[1], stated[0][1].group().strip()
    return None


def _label(text: str, figure: Figure, number: int, language: str) -> tuple[int, re.Match[str]] | None:
    """The last of the kind that stands right before the figure; none in English, where labels stand on either side."""
    begin = max(0, figure.start - _LABEL_GAP)
    found = [
        (match.end(), member, match)
        for member, (pattern, _) in enumerate(members(script_of(language), number))
        for match in (pattern.finditer(text, begin, figure.start) if pattern is not None else ())
    ]
    if not found:
        return None
    end, member, match = max(found, key=lambda one: one[0])
    return None if _ANOTHER.search(text[end : figure.start]) else (member, match)
