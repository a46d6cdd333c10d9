"""What stands before the digits: a currency sign or code, a minus."""

from __future__ import annotations

from dataclasses import dataclass

from newsforge.engine.facts.figures.units import CURRENCY_PREFIXES

#: Minus signs, and the triangles that Korean and Japanese tables put for a decrease.
_MINUS = "-−–－△▲▼"
_LONGEST = CURRENCY_PREFIXES.longest


@dataclass(frozen=True, slots=True)
class Prefix:
    start: int
    currency: str
    negative: bool
    triangle: bool = False


def read_prefix(text: str, digit: int) -> Prefix:
    """The sign and the currency before the digit at ``digit``: -$3.2, $-3.2, US$ 3, KRW 500."""
    start, negative, triangle = _minus(text, digit)
    currency_start, currency = _currency(text, start)
    if currency:
        start = currency_start
        if not negative:
            start, negative, triangle = _minus(text, start)
    return Prefix(start, currency, negative, triangle)


def _minus(text: str, before: int) -> tuple[int, bool, bool]:
    if before == 0 or text[before - 1] not in _MINUS:
        return before, False, False
    sign = text[before - 1]
    previous = text[before - 2] if before > 1 else " "
    triangle = sign in "△▲▼"
    if not triangle and (previous.isalnum() or previous in ")]%.-–/\"'’”"):
        return before, False, False
    return before - 1, True, triangle


def _currency(text: str, before: int) -> tuple[int, str]:
    end = before - 1 if before and text[before - 1] in " \xa0" else before
    for length in range(min(_LONGEST, end), 0, -1):
        start = end - length
        unit = CURRENCY_PREFIXES.words.get(text[start:end])
        if unit is None:
            continue
        if text[start].isalpha() and start and (text[start - 1].isascii() and text[start - 1].isalnum()):
            continue
        return start, unit
    return before, ""
