"""Exact arithmetic on written numbers."""

from __future__ import annotations

import re
from decimal import MAX_EMAX, MIN_EMIN, ROUND_HALF_EVEN, Context, Decimal

#: Longer runs of digits are identifiers, not amounts: they are never scaled.
MAX_DIGITS = 40

#: Wide enough for MAX_DIGITS with any scale word, so that only thirds and their like are ever rounded.
_CONTEXT = Context(prec=100, rounding=ROUND_HALF_EVEN, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])
_RATIO_CONTEXT = Context(prec=28, rounding=ROUND_HALF_EVEN)

ONE = Decimal(1)

#: 1,234,567 or 1234567, with decimals; also ", 200" of tokenised text is joined by the English reader only.
DIGITS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})++(?![0-9])(?:\.[0-9]++)?+|[0-9]++(?:\.[0-9]++)?+")


def number(digits: str) -> Decimal:
    return Decimal(digits.replace(",", "").replace(" ", ""))


def times(left: Decimal, right: Decimal) -> Decimal:
    return plain(_CONTEXT.multiply(left, right))


def plus(left: Decimal, right: Decimal) -> Decimal:
    return _CONTEXT.add(left, right)


def ratio(numerator: Decimal, denominator: Decimal) -> Decimal:
    """The quotient, rounded to 28 digits where it does not end: a third is the same number in every language."""
    return _RATIO_CONTEXT.divide(numerator, denominator)


def plain(value: Decimal) -> Decimal:
    """Whole numbers without decimals or exponent, so that they print as people write them."""
    if value.adjusted() > MAX_DIGITS * 2:
        return value
    whole = value.to_integral_value()
    return whole.quantize(ONE, context=_CONTEXT) if whole == value else value


def significant(digits: str) -> int:
    """How many significant digits are written: 45,000 has 2, 4.50 has 3, 0.05 has 1."""
    bare = digits.replace(",", "").replace(" ", "")
    if "." in bare:
        return max(1, len(bare.replace(".", "").lstrip("0")))
    return max(1, len(bare.strip("0")))
