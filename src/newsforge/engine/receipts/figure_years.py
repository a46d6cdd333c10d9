"""The year that a figure belongs to: next year's forecast is not this year's, in whatever language they are told."""

from __future__ import annotations

from newsforge.engine.facts.model import DateMention, Figure
from newsforge.engine.receipts.amounts import agree, agree_abroad
from newsforge.engine.receipts.claim import Claim
from newsforge.engine.receipts.model import Problem

#: A figure of so many digits, or a share, stands for one thing.
_DIGITS = 2


def problems(claim: Claim) -> list[Problem]:
    """One year in the post, and each of its figures told in the article of another one only."""
    years = [one for one in claim.facts.dates if _is_year(one)]
    figures = [one for one in claim.facts.figures if one.digits >= _DIGITS and one.unit not in {"year", "ordinal"}]
    if len(years) != 1 or not figures or len(claim.facts.dates) != 1:
        return []
    told = [_years_of(claim, figure) for figure in figures]
    stated = set[int]().union(*told)
    if any(not one for one in told) or years[0].year in stated or len(stated) != 1:
        return []
    year = years[0]
    rival = next(other for _, other in claim.evidence.dates if other.year in stated and _is_year(other))
    why = f"The post says {year.text} where the article says {rival.text}."
    return [Problem("date", year.text, why, year.start, year.end, None if claim.foreign else rival.text)]


def _is_year(mention: DateMention) -> bool:
    return (
        mention.year is not None
        and mention.month is None
        and mention.day is None
        and mention.weekday is None
        and mention.period is None
        and mention.minute_of_day is None
    )


def _years_of(claim: Claim, figure: Figure) -> set[int]:
    """The years told last before the figure in each sentence that has it; empty where one has none or another date."""
    found: set[int] = set()
    for source in claim.evidence.sources:
        for other in source.facts.figures:
            if not (agree(figure, other) or (claim.foreign and agree_abroad(figure, other))):
                continue
            before = [one for one in source.facts.dates if one.end <= other.start]
            if not before or not _is_year(before[-1]) or before[-1].year is None:
                return set()
            found.add(before[-1].year)
    return found
