"""The calendar day that a partial or relative date means, seen from the day of publication."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

#: What the text says about the direction: 지난/last, 오는/next, this (이달, 이번 주), or nothing.
Hint = Literal["past", "future", "this"] | None

#: A bare day this close to a turn of the month may belong to the neighbouring month: a page that goes out just after
#: midnight on the 1st still says "31일", and one of the evening of the 31st already says "1일".
_TURN_DAYS = 3


def find_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    months = year * 12 + month - 1 + by
    return months // 12, months % 12 + 1


def day_of_month(anchor: date, day: int, hint: Hint = None) -> date | None:
    """The day that a bare "23일" or "the 23rd" means.

    Korean and Japanese news name a day of the current month by its number alone, past or still to come, and say 지난달
    or 다음 달 for others; 지난 5일 is the last 5th, 오는 5일 the next one. Only around the turn of the month is
    a bare number read as the neighbouring month's.
    """
    this = find_day(anchor.year, anchor.month, day)
    before = find_day(*shift_month(anchor.year, anchor.month, -1), day)
    after = find_day(*shift_month(anchor.year, anchor.month, 1), day)
    if hint == "past":
        return this if this and this <= anchor else before
    if hint == "future":
        return this if this and this >= anchor else after
    if hint is None:
        if before and (anchor - before).days <= _TURN_DAYS:
            return before
        if after and (after - anchor).days <= _TURN_DAYS:
            return after
    return this


def month_and_day(anchor: date, month: int, day: int, hint: Hint = None) -> date | None:
    """The day of that month nearest to the anchor, in the hinted direction where there is one."""
    near = [find for year in (-1, 0, 1) if (find := find_day(anchor.year + year, month, day))]
    if hint == "this":
        return find_day(anchor.year, month, day)
    if hint == "past":
        near = [found for found in near if found <= anchor]
    elif hint == "future":
        near = [found for found in near if found >= anchor]
    return min(near, key=lambda found: abs(found - anchor), default=None)


def month_year(anchor: date, month: int, hint: Hint) -> int | None:
    """The year of "last March" or "지난 3월"; None without a hint, where the text leaves it open."""
    if hint == "past":
        return anchor.year if month < anchor.month else anchor.year - 1
    if hint == "future":
        return anchor.year if month > anchor.month else anchor.year + 1
    return anchor.year if hint == "this" else None


def day_of_weekday(anchor: date, weekday: int, hint: Hint = None, *, weeks: int | None = None) -> date:
    """``weeks`` counts calendar weeks from Monday (지난주 금요일 is -1); without it a hint or the last seven days "
    "count."""
    if weeks is not None:
        monday = anchor - timedelta(days=anchor.weekday())
        return monday + timedelta(weeks=weeks, days=weekday)
    behind = (anchor.weekday() - weekday) % 7
    if hint == "future":
        return anchor + timedelta(days=(weekday - anchor.weekday()) % 7 or 7)
    if hint == "past":
        return anchor - timedelta(days=behind or 7)
    return anchor - timedelta(days=behind)
