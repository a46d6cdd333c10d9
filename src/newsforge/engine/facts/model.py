"""The facts that a sentence states, each with the place where it states it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

#: ``about`` (약, 여, around), ``over`` (이상, 넘는, more than), ``under`` (이하, 미만, less than)
Bound = Literal["exact", "about", "over", "under"]

#: The part of a year or the span of years that a mention names; ``decade`` and ``century`` carry their first year.
Period = Literal["Q1", "Q2", "Q3", "Q4", "H1", "H2", "decade", "century"]

#: ``speech`` stands in double marks or corner brackets, ``term`` in single ones: emphasis, a title, a quote in a quote.
QuoteKind = Literal["speech", "term"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its scale applied: 3조2천억원 is ``Decimal("3200000000000")`` in ``KRW``.

    ``unit`` is a canonical, language-neutral word (``KRW``, ``USD``, ``percent``, ``percent_point``, ``person``,
    ``household``, ``times``, ``year``, ``ordinal``, ...) or ``""`` for a bare number. ``digits`` says how many
    significant digits the text gave (45,000 and 4.5만: 2), so that 4.5만 may stand for 45,123 only when marked as
    rounded; it is 0 where a word without a numeral carries the figure (half, 절반, doubled, twice).
    """

    start: int
    end: int
    text: str
    value: Decimal
    unit: str
    bound: Bound = "exact"
    digits: int = 0


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date, partial date, weekday or time of day. Fields that the text does not state are ``None``.

    A year or month that is stated relative to the publication (올해, 지난달, last year) is filled in when the anchor
    is known. A date and its time of day are two mentions. All fields are None for a day that only the context knows
    (이날, 전날, the next day). ``resolved`` is the calendar day that a relative or partial date means, given the
    anchor; ``None`` when the text names no single day. ``weekday`` is 0 for Monday. ``minute_of_day`` is set for a
    time of day.
    """

    start: int
    end: int
    text: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    minute_of_day: int | None = None
    resolved: date | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Verbatim words; ``text`` is what stands inside the marks, ``speaker`` the name the sentence gives for it.
    ``start`` and ``end`` include the marks: ``text == source[start + 1 : end - 1]``, the closing mark present."""

    start: int
    end: int
    text: str
    speaker: str | None = None
    kind: QuoteKind = "speech"


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name as written, without particles or titles that may be dropped (이재명, Goldman Sachs)."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything checkable in one text; offsets are code points of that text."""

    figures: tuple[Figure, ...] = ()
    dates: tuple[DateMention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    names: tuple[Name, ...] = ()
    urls: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
