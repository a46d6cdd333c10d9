"""When one amount may stand for another: the same, an honest rounding, or the same in another unit."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

from newsforge.engine.facts.model import Figure

_MONEY = frozenset(["KRW", "USD", "EUR", "JPY", "CNY", "GBP"])
#: Counters that say no more than that there are so many (한 동, 1개).
_PLAIN_COUNTERS = frozenset(["item", "building", "place", "house", "spot"])
#: Units that a bare number of the article cannot stand for.
_STRICT = frozenset(["percent", "percent_point", "KRW", "USD", "EUR", "JPY", "CNY", "GBP"])
#: What is measured, or who is counted, must be the same across languages too.
MEASURES = _STRICT | frozenset(
    (
        "person", "household", "age", "year", "month", "week", "day", "hour", "minute", "second", "kilometre",
        "metre", "centimetre", "millimetre", "mile", "foot", "inch", "kilogram", "gram", "tonne", "pound", "litre",
        "square_metre", "hectare", "acre", "pyeong", "watt", "kilowatt", "megawatt", "gigawatt", "degree", "point",
    )
)  # fmt: skip
_ONE_THING = {"home": "house", "dwelling": "house", "point": "percent_point"}
_SCALED_UNITS = (
    ("US_cent", "USD", 100),
    ("penny", "GBP", 100),
    ("month", "year", 12),
    ("day", "week", 7),
    ("hour", "day", 24),
    ("minute", "hour", 60),
)
_SCALES = ("억", "조", "만", "億", "兆", "万", "bn", "m", "billion", "million", "trillion")
#: 25t is a 25-ton truck to readers of English.
_TONNES = frozenset({"ton", "tonne"})
#: 31만 가구 are 310,000 homes in an English post.
_DWELLINGS = frozenset({"household", "home", "house", "dwelling"})
#: One thing in two words (twice, two times; 2-0 and two nil).
_COUNTING = frozenset({"times", "time"})
#: £18 and 18 pounds: what is meant the sentence tells.
_POUNDS = frozenset({"pound", "GBP"})
#: 30대 are people in their thirties or thirty machines: where the sentence does not tell, the same words are the same.
_THIRTIES = frozenset({"age_decade", "machine"})
#: The 87th minute is minute 87; the 12th year is year 12.
_PLACES = frozenset({"", "minute", "year", "day", "week", "month", "floor", "storey", "rank", "round"})


def agree(claimed: Figure, stated: Figure) -> bool:
    """One may stand for the other: the same amount, or an honest rounding of it, in the same unit."""
    if same_unit(claimed, stated):
        return claimed.value == stated.value or is_rounding(claimed, stated)
    return _same_in_other_unit(claimed, stated)


def _same_in_other_unit(claimed: Figure, stated: Figure) -> bool:
    """A year is twelve months, $0.61 is 61 cents, exactly."""
    for small, large, times in _SCALED_UNITS:
        if {claimed.unit, stated.unit} == {small, large}:
            factor = {small: 1, large: times}
            return claimed.value * factor[claimed.unit] == stated.value * factor[stated.unit]
    return False


def agree_abroad(claimed: Figure, stated: Figure) -> bool:
    """Counters of things (채, 대, 곳, 件) have no one counterpart in another language."""
    if {claimed.unit, stated.unit} == _TONNES:
        return claimed.value == stated.value or is_rounding(claimed, stated)
    if not {claimed.unit, stated.unit} <= _DWELLINGS and {claimed.unit, stated.unit} & MEASURES:
        return False
    return claimed.value == stated.value or is_rounding(claimed, stated)


def same_unit(claimed: Figure, stated: Figure) -> bool:
    if _ONE_THING.get(claimed.unit, claimed.unit) == _ONE_THING.get(stated.unit, stated.unit):
        return True
    if claimed.unit and stated.unit:
        return (
            {claimed.unit, stated.unit} <= _COUNTING
            or {claimed.unit, stated.unit} == _POUNDS
            or ("goal" in {claimed.unit, stated.unit} and bool({claimed.unit, stated.unit} & _COUNTING))
            or {claimed.unit, stated.unit} <= _PLAIN_COUNTERS
            or ({claimed.unit, stated.unit} == _THIRTIES and claimed.text == stated.text)
            or stated.unit.startswith(f"{claimed.unit}_per_")
            or (
                "ordinal" in {claimed.unit, stated.unit}
                and bool({claimed.unit, stated.unit} & _PLACES)
                and claimed.value >= 4
            )
        )
    unit = claimed.unit or stated.unit
    if unit in _MONEY and (stated if claimed.unit else claimed).text.endswith(_SCALES):
        return True  # 예산 1,120억 증액: headlines leave 원 out
    return unit not in _STRICT and (unit != "ordinal" or claimed.value >= 4)


#: Figures of one value among which one of the unit is looked for.
_OF_ONE_VALUE = 8


def is_gap(claimed: Figure, stated: Iterable[Figure]) -> bool:
    """Whether two of ``stated`` lie as far apart as ``claimed`` says."""
    by_value: dict[Decimal, list[Figure]] = {}
    for other in stated:
        by_value.setdefault(other.value, []).append(other)
    return claimed.value > 0 and any(
        (same_unit(claimed, less) and same_unit(less, more)) or (same_unit(claimed, more) and same_unit(more, less))
        for value, lower in by_value.items()
        for more in by_value.get(value + claimed.value, ())[:_OF_ONE_VALUE]
        for less in lower[:_OF_ONE_VALUE]
    )


def is_rounding(claimed: Figure, stated: Figure) -> bool:
    """45,123 as about 45,000, more than 45,000 or (cut at a scale word or a decimal) $3.24bn as $3.2 billion."""
    if claimed.digits < 1 or claimed.digits >= stated.digits or not claimed.value or not stated.value:
        return False
    short = _rounded(stated.value, claimed.digits, ROUND_HALF_UP)
    even = _rounded(stated.value, claimed.digits, ROUND_HALF_EVEN)
    down = _rounded(stated.value, claimed.digits, ROUND_FLOOR)
    up = _rounded(stated.value, claimed.digits, ROUND_CEILING)
    if claimed.bound == "over":
        return claimed.value == down and stated.bound != "under"
    if claimed.bound == "under":
        return claimed.value == up and stated.bound != "over"
    if claimed.value not in {short, even}:
        return False
    if claimed.bound == "about":
        return True
    return claimed.digits >= 2 and abs(claimed.value) >= 1 and _is_scaled(claimed)


def _is_scaled(figure: Figure) -> bool:
    """Written with a scale word (3.2 billion, 4.5만), where readers expect a rounded figure."""
    plain = "".join(character for character in figure.text if character.isdigit() or character == ".").strip(".")
    try:
        return bool(plain) and Decimal(plain) != figure.value and "." in plain
    except ArithmeticError:
        return False


def _rounded(value: Decimal, digits: int, rounding: str) -> Decimal:
    exponent = value.adjusted() - digits + 1
    unit = Decimal(1).scaleb(exponent)
    return (value / unit).to_integral_value(rounding=rounding) * unit
