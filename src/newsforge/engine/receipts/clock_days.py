"""The day that a time of day belongs to: what happened on the 26th at 5:40 did not on the 25th, told elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsforge.engine.facts.model import DateMention
from newsforge.engine.receipts.claim import Claim
from newsforge.engine.receipts.date_joins import joined
from newsforge.engine.receipts.dates import agree
from newsforge.engine.receipts.model import Problem

#: Between a day and its time, in either order.
_BESIDE = re.compile(r"\s?(?:[,의]|at|on|의|の|\()?\s?(?:about |around |the )?(?:local time )?(?:on )?")
_MOST_BETWEEN = 24


def problems(claim: Claim) -> list[Problem]:
    """Only where each time that the article says it, it says it with a day that can be compared."""
    for time, day in _timed_days(claim.facts.dates, claim.text):
        stated = [
            (source, other, beside)
            for source in claim.evidence.sources
            if any(one.minute_of_day == time.minute_of_day for one in source.facts.dates)
            for other, beside in _with_days(source.facts.dates, source.text)
            if other.minute_of_day == time.minute_of_day
        ]
        days = [beside for _, _, beside in stated if beside is not None]
        if not stated or len(days) < len(stated) or any(_may_be(day, other) for other in days):
            continue
        instead = None if claim.foreign else days[0].text
        why = f"The post says {day.text} where the article says {days[0].text}."
        return [Problem("date", day.text, why, day.start, day.end, instead)]
    return []


def _timed_days(mentions: Sequence[DateMention], text: str) -> list[tuple[DateMention, DateMention]]:
    return [(time, day) for time, day in _with_days(mentions, text) if day is not None]


def _with_days(mentions: Sequence[DateMention], text: str) -> list[tuple[DateMention, DateMention | None]]:
    """Each time of day with the day that stands right before it or, failing that, right behind."""
    whole = joined(mentions, text)
    found: list[tuple[DateMention, DateMention | None]] = []
    for place, time in enumerate(whole):
        if time.minute_of_day is None:
            continue
        before = whole[place - 1] if place else None
        behind = whole[place + 1] if place + 1 < len(whole) else None
        own = before if before is not None and _is_day(before) and _touch(text, before, time) else None
        if own is None and behind is not None and _is_day(behind) and _touch(text, time, behind):
            own = behind
        found.append((time, own))
    return found


def _is_day(mention: DateMention) -> bool:
    return mention.minute_of_day is None and (mention.day is not None or mention.weekday is not None)


def _touch(text: str, one: DateMention, other: DateMention) -> bool:
    between = text[one.end : other.start].lower()
    return len(between) <= _MOST_BETWEEN and _BESIDE.fullmatch(between) is not None


def _may_be(day: DateMention, stated: DateMention) -> bool:
    if agree(day, stated):
        return True
    told = day.resolved is not None and stated.resolved is not None
    return not told and (day.day is None) != (stated.day is None)
