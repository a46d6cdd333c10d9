# ruff: noqa: E501 -- patterns of three languages read best beside each other; a Korean letter counts as two
"""A day told of another event than the article has it of: the ballot on the day when the talks begin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsforge.engine.facts.model import DateMention
from newsforge.engine.receipts.alignment import held_by
from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.clauses import pieces
from newsforge.engine.receipts.context_days import is_of_day
from newsforge.engine.receipts.dates import agree
from newsforge.engine.receipts.evidence import Source
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.words import Word

_HALF = 0.5
#: So many words of the claim stand with the other event only, and none with the day's own.
_LEAST = 2
#: More than one thing is told: the day may be of either.
_SEVERAL = {
    "ko": re.compile(r"(?:고|며|지만|는데|면서|뒤|후|[가-힣](?:한|된|인|던|운|린|진|친|낸|온|간|할|될|는|은)) [가-힣]|,"),
    "latin": re.compile(r",|;|\b(?:and|but|after|before|while|when|which|who|that|as|with|following|ahead|since|until|by)\b"),
    "ja": re.compile(r"、|(?:た|る|い|な|の)(?=[一-鿿]{2,}[がはを])"),
}  # fmt: skip


def problems(claim: Claim) -> list[Problem]:
    days = [one for one in claim.facts.dates if one.day is not None or one.weekday is not None]
    script = script_of(claim.language)
    if len(days) != 1 or claim.foreign or script not in _SEVERAL or _SEVERAL[script].search(_rest(claim, days[0])):
        return []
    day = days[0]
    holders = [(source, other) for source, other in claim.evidence.dates if agree(day, other)]
    if len(holders) != 1 or _is_of_publication(claim, day) or holders[0][0].field == "title":
        return []
    source, stated = holders[0]
    doers = {word for clause in claim.clauses if clause.doer is not None for word in clause.doer.words}
    asked = [
        word
        for word in claim.words
        if word.meaningful and not day.start <= word.start < day.end and not {word.stem, word.text} & doers
    ]
    own = _around(source, stated)
    for rival in claim.alignment.sources[:2]:
        if is_of_day(rival, day.text, claim.evidence):
            return []
        for theirs in _events(rival, source, stated):
            if _tells(asked, theirs, own, source):
                why = f"The article says {day.text} of something else: “{source.text[:80].strip()}”."
                return [Problem("date", claim.text[day.start : day.end], why, day.start, day.end)]
    return []


def _events(rival: Source, source: Source, stated: DateMention) -> Iterator[set[str]]:
    """The words of another sentence, or of the other clauses of the day's own."""
    if rival is not source:
        yield {word.stem for word in rival.words}
        return
    for start, end, _ in pieces(rival.folded.text, rival.language):
        if not start <= stated.start < end:
            yield {word.stem for word in rival.words if start <= word.start < end}


def _tells(asked: list[Word], theirs: set[str], own: set[str], source: Source) -> bool:
    with_other = [word for word in asked if word.stem in theirs and word.stem not in own]
    with_own = [word for word in asked if word.stem in own and word.stem not in theirs]
    return (
        len(with_other) >= _LEAST
        and not with_own
        and len(with_other) > _HALF * len(asked)
        and not any(held_by(word, source) >= _HALF for word in with_other)
    )


def _rest(claim: Claim, day: DateMention) -> str:
    return claim.lower[: day.start] + " " * (day.end - day.start) + claim.lower[day.end :]


def _around(source: Source, stated: DateMention) -> set[str]:
    """The words of the clause in which the day stands."""
    for start, end, _ in pieces(source.folded.text, source.language):
        if start <= stated.start < end:
            return {word.stem for word in source.words if start <= word.start < end}
    return {word.stem for word in source.words}


def _is_of_publication(claim: Claim, day: DateMention) -> bool:
    """The day of the news is the day of everything in it."""
    anchor = claim.evidence.anchor
    return anchor is None or day.resolved is None or abs((anchor - day.resolved).days) <= 1
