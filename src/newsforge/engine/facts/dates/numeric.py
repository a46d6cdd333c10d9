"""Dates and times written with digits and separators only: 2026-11-23, 2026. 11. 23., 10:30."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsforge.engine.facts.dates.calendar import find_day
from newsforge.engine.facts.model import DateMention

_NUMERIC = re.compile(
    r"(?<![0-9A-Za-z.,/-])(?P<year>(?:1[5-9]|20)[0-9]{2}"
    r"|['’‘]?[0-9]{2}(?=\.[0-9]{2}\.[0-9]{2}(?![0-9.])))(?P<sep>[.\-/])\s?"
    r"(?P<month>0?[1-9]|1[0-2])(?P=sep)\s?(?P<day>3[01]|[12][0-9]|0?[1-9])(?:\.(?![0-9]))?(?![0-9])"
)
_CLOCK = re.compile(r"(?<![0-9A-Za-z.,:/-])(?P<hour>2[0-4]|1[0-9]|0?[0-9]):(?P<minute>[0-5][0-9])(?![0-9:]|\.[0-9])")
_PIVOT = 50  # '49 is 2049, '50 is 1950


def short_year(year: int) -> int:
    return year + (2000 if year < _PIVOT else 1900)


def century(ordinal: int) -> int:
    """The first year of the 21st century is 2001."""
    return (ordinal - 1) * 100 + 1


def clock_minute(hour: int, minute: int) -> int:
    return hour % 24 * 60 + minute


def numeric_dates(text: str) -> Iterator[DateMention]:
    for match in _NUMERIC.finditer(text):
        digits = match["year"].lstrip("'’‘")
        year = int(digits) if len(digits) == 4 else short_year(int(digits))
        month, day = int(match["month"]), int(match["day"])
        yield DateMention(
            match.start(), match.end(), match[0], year=year, month=month, day=day, resolved=find_day(year, month, day)
        )
    if ":" in text:
        for match in _CLOCK.finditer(text):
            minute = clock_minute(int(match["hour"]), int(match["minute"]))
            yield DateMention(match.start(), match.end(), match[0], minute_of_day=minute)
