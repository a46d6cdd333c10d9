"""Whether the dates, weekdays and times of a sentence are the article's."""

from __future__ import annotations

import re
from datetime import date

from newsforge.engine.facts.model import DateMention
from newsforge.engine.receipts.claim import Claim
from newsforge.engine.receipts.date_joins import day_of, joined
from newsforge.engine.receipts.evidence import Source
from newsforge.engine.receipts.model import Problem, ProblemKind

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

#: A time is rounded to the half hour at the finest, and stands for one this near.
_ROUND_MINUTES, _MINUTES_OFF = 30, 20
_ABOUT_BEFORE = re.compile(
    r"(?:shortly|just|soon) (?:before|after|past)\s*$|\b(?:about|around|nearly|roughly|almost)\s*$|(?:약|대략)\s*$|約$"
)
_ABOUT_AFTER = re.compile(r"\s?(?:쯤|께|무렵|경|가까이|조금 넘어|이 지나|ごろ|頃|すぎ|過ぎ|前)")
#: Every word of the claim stands in the nearest sentence.
_ALL_HELD = 0.95
_NEXT_YEAR = frozenset({"next year", "내년", "来年"})
_NEXT_SEASON = re.compile(r"\bnext (?:spring|summer|autumn|fall|winter)\b")


def problems(claim: Claim) -> list[Problem]:
    found: list[Problem] = []
    for mention in joined(claim.facts.dates, claim.text):
        problem = _inconsistent(mention) or _check(claim, mention)
        if problem is not None:
            found.append(problem)
    return found


def _inconsistent(mention: DateMention) -> Problem | None:
    """A weekday that the date does not fall on."""
    if mention.weekday is None or mention.day is None:
        return None
    day = mention.resolved
    if day is None and mention.year and mention.month:
        day = day_of(mention)
    if day is None or day.weekday() == mention.weekday:
        return None
    why = f"{day:%Y-%m-%d} is a {_WEEKDAYS[day.weekday()]}, not a {_WEEKDAYS[mention.weekday]}."
    return Problem(_kind(mention), mention.text, why, mention.start, mention.end)


def _kind(mention: DateMention) -> ProblemKind:
    """A weekday alone is a kind of its own: nothing but the weekday can be wrong."""
    alone = mention.weekday is not None and mention.day is None and mention.month is None and mention.year is None
    return "weekday" if alone and mention.minute_of_day is None else "date"


def _check(claim: Claim, mention: DateMention) -> Problem | None:
    if not _says_anything(mention):
        return None
    rival = _rival_in_place(claim, mention)
    if rival is not None:
        why = f"The post says {mention.text} where the article says {rival.text}."
        return Problem(_kind(mention), mention.text, why, mention.start, mention.end, rival.text)
    stated = claim.evidence.dates
    if any(agree(mention, other) for _, other in stated):
        return None
    if _is_publication(mention, claim) or _stated_in_parts(mention, claim) or _is_about(mention, claim):
        return None
    if claim.lower[mention.start : mention.end].strip() in claim.evidence.everything:
        return None
    if _is_season_of_next_year(mention, claim):
        return None
    why = f"The article nowhere says {mention.text}"
    near = [other for source in claim.alignment.sources[:2] for other in source.dates if _comparable(mention, other)]
    why += f"; where it comes nearest, it says {near[0].text}." if near else "."
    instead = near[0].text if near and not claim.foreign else None
    return Problem(_kind(mention), mention.text, why, mention.start, mention.end, instead)


def _is_season_of_next_year(mention: DateMention, claim: Claim) -> bool:
    """내년 봄 for next spring."""
    return (
        claim.lower[mention.start : mention.end] in _NEXT_YEAR
        and _NEXT_SEASON.search(claim.evidence.everything) is not None
    )


def _says_anything(mention: DateMention) -> bool:
    return any(
        value is not None
        for value in (
            mention.year,
            mention.month,
            mention.day,
            mention.weekday,
            mention.minute_of_day,
            mention.resolved,
            mention.period,
        )
    )


def agree(claimed: DateMention, stated: DateMention) -> bool:
    """Everything that the claim states is stated, or follows from the day that is meant."""
    if claimed.period is not None and claimed.period != stated.period:
        return False
    if claimed.resolved and stated.resolved and claimed.day is not None and claimed.resolved == stated.resolved:
        return _time_agrees(claimed, stated)
    if claimed.resolved and stated.resolved and claimed.day is not None and (claimed.month is None or claimed.year):
        return False
    meant = stated.resolved
    for field in ("year", "month", "day", "weekday"):
        value = getattr(claimed, field)
        if value is None:
            continue
        other = getattr(stated, field)
        if other is None and meant is not None:
            other = meant.weekday() if field == "weekday" else getattr(meant, field)
        if field == "year" and other is None and claimed.period is not None:
            continue
        if other != value:
            return False
    if claimed.resolved and not _fields(claimed) and stated.resolved != claimed.resolved:
        return stated.resolved is None and _fields(stated) and _fits(claimed.resolved, stated)
    return _time_agrees(claimed, stated)


def _fields(mention: DateMention) -> bool:
    return any(value is not None for value in (mention.year, mention.month, mention.day, mention.weekday))


def _fits(day: date, stated: DateMention) -> bool:
    return (
        stated.day == day.day
        and stated.month in {None, day.month}
        and stated.year in {None, day.year}
        and stated.weekday in {None, day.weekday()}
    )


def _time_agrees(claimed: DateMention, stated: DateMention) -> bool:
    return claimed.minute_of_day is None or claimed.minute_of_day == stated.minute_of_day


def _is_publication(mention: DateMention, claim: Claim) -> bool:
    day = claim.evidence.anchor
    if day is None or mention.minute_of_day is not None:
        return False
    own = DateMention(0, 0, "", year=day.year, month=day.month, day=day.day, weekday=day.weekday(), resolved=day)
    return agree(mention, own)


def _stated_in_parts(mention: DateMention, claim: Claim) -> bool:
    """“14 November at 9 am” where the article gives the day and the time apart."""
    if mention.minute_of_day is None or not _fields(mention):
        return False
    day = DateMention(
        0,
        0,
        "",
        year=mention.year,
        month=mention.month,
        day=mention.day,
        weekday=mention.weekday,
        resolved=mention.resolved,
    )
    time = DateMention(0, 0, "", minute_of_day=mention.minute_of_day)
    stated = [other for _, other in claim.evidence.dates]
    return any(agree(day, other) for other in stated) and any(agree(time, other) for other in stated)


def _is_about(mention: DateMention, claim: Claim) -> bool:
    """Shortly before 4 a.m. for 3:47: a rounded time that says so, on the right side of the article's."""
    minute = mention.minute_of_day
    if minute is None or minute % _ROUND_MINUTES:
        return False
    before = claim.lower[max(0, mention.start - 24) : mention.start]
    said = _ABOUT_BEFORE.search(before) or _ABOUT_AFTER.match(claim.lower, mention.end)
    if said is None:
        return False
    apart = [minute - other.minute_of_day for _, other in claim.evidence.dates if other.minute_of_day is not None]
    word = said.group().strip()
    if word.endswith(("before", "前", "전")):
        return any(0 < gap <= _MINUTES_OFF for gap in apart)
    if word.endswith(("after", "past", "過ぎ", "넘어", "지나")):
        return any(-_MINUTES_OFF <= gap < 0 for gap in apart)
    return any(abs(gap) <= _MINUTES_OFF for gap in apart)


def _rival_in_place(claim: Claim, mention: DateMention) -> DateMention | None:
    """The date that the nearest sentence has and the claim has not, when the claim's is not in that sentence."""
    best: Source | None = claim.near
    if best is None or claim.foreign:
        return None
    theirs = best.dates
    if any(agree(mention, other) for other in theirs):
        return None
    mine = joined(claim.facts.dates, claim.text)
    free = [other for other in theirs if not any(agree(one, other) for one in mine)]
    alike = [other for other in free if _comparable(mention, other)]
    if not alike or _means_the_sameday_of(mention, alike[0]):
        return None
    if not claim.is_copy and any(
        agree(mention, other)
        for source in claim.alignment.sources[1:]
        for other in source.dates
        if claim.alignment.similarity < _ALL_HELD or _shares_words(claim, source)
    ):
        return None
    return alike[0]


def _shares_words(claim: Claim, source: Source) -> bool:
    """Anything but the dates is told in this sentence too."""
    dated = [(one.start, one.end) for one in claim.facts.dates]
    return any(
        word.stem in source.features
        for word in claim.words
        if word.meaningful and not any(start <= word.start < end for start, end in dated)
    )


def _means_the_sameday_of(one: DateMention, other: DateMention) -> bool:
    return one.resolved is not None and one.resolved == other.resolved


def _comparable(one: DateMention, other: DateMention) -> bool:
    return any(
        getattr(one, field) is not None and getattr(other, field) is not None
        for field in ("year", "month", "day", "weekday", "minute_of_day", "period")
    )
