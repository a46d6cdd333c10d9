# ruff: noqa: E501 -- patterns of three languages read best beside each other; a Korean letter counts as two
"""Lengths of time and their limits: 하루 2시간도 쓰지 않았다 is right of 1시간 52분 and wrong of 2시간 48분."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from newsforge.engine.facts.model import Figure
from newsforge.engine.receipts.claim import Claim
from newsforge.engine.receipts.evidence import Source
from newsforge.engine.receipts.model import Problem

_IN_MINUTES = {"minute": Decimal(1), "hour": Decimal(60), "day": Decimal(24 * 60)}
#: So near to a limit is what stays just short of it.
_NEARLY = Decimal("0.85")
_SHORT_OF = re.compile(
    r"(?:도|조차)\s[^.!?,]{0,16}?(?:않|못|안\s)|에 (?:조금 |약간 )?못 ?미|[이을]?\s?(?:채\s)?(?:안|못)\s[되됐돼]|을 (?:채 )?넘지|に満たな|足らず|も[^。、]{0,8}(?:ない|なかった|ず)"
)
_LESS_THAN = re.compile(r"\b(?:less than|under|not even|below|short of) (?:a |an )?$|채 $")


def is_just_short(claim: Claim, figure: Figure) -> bool:
    """The post says that it is less than so long, and the article has a time a little shorter."""
    most = _limit(claim.lower, figure)
    return most is not None and any(
        _NEARLY * most <= told < most for source in claim.surroundings for told, _ in _times(source)
    )


def problems(claim: Claim) -> list[Problem]:
    """Less than 11 hours, where the article has 11 hours and 40 minutes."""
    for figure in claim.facts.figures:
        most = _limit(claim.lower, figure)
        if most is None or is_just_short(claim, figure):
            continue
        told = [pair for source in claim.alignment.sources[:2] for pair in _times(source)]
        longer = next((text for time, text in told if most < time < most + _IN_MINUTES[figure.unit]), None)
        if longer is not None and not any(time == most for time, _ in told):
            why = f"The post says {figure.text} where the article says {longer}."
            return [Problem("figure", figure.text, why, figure.start, figure.end)]
    return []


def _limit(text: str, figure: Figure) -> Decimal | None:
    """In minutes, where the text says that it is not reached."""
    if figure.unit not in _IN_MINUTES:
        return None
    is_limit = (
        figure.bound == "under"
        or _SHORT_OF.match(text, figure.end) is not None
        or _LESS_THAN.search(text[: figure.start]) is not None
    )
    return figure.value * _IN_MINUTES[figure.unit] if is_limit else None


def _times(source: Source) -> Iterator[tuple[Decimal, str]]:
    """1시간 52분 is one, in minutes."""
    figures = source.facts.figures
    for place, figure in enumerate(figures):
        if figure.unit not in _IN_MINUTES:
            continue
        total, end = figure.value * _IN_MINUTES[figure.unit], figure.end
        rest = figures[place + 1] if place + 1 < len(figures) else None
        if rest is not None and rest.unit in _IN_MINUTES and _JOINED.fullmatch(source.text[end : rest.start].lower()):
            total, end = total + rest.value * _IN_MINUTES[rest.unit], rest.end
        yield total, source.text[figure.start : end]


_JOINED = re.compile(r"\s?|,? and ")
