"""Figures as English news writes them, in running, lower-cased or tokenised text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from newsforge.engine.facts.figures.english_bounds import bound_of
from newsforge.engine.facts.figures.english_numerals import (
    CARDINALS,
    ORDINALS,
    EnglishNumeral,
    EnglishText,
    read_digits,
    read_words,
)
from newsforge.engine.facts.figures.english_shares import fraction_in_words, share, slashed_fraction
from newsforge.engine.facts.figures.english_units import UnitFound, find_unit, is_age
from newsforge.engine.facts.figures.english_words import word_figures
from newsforge.engine.facts.figures.exact import plain, plus, times
from newsforge.engine.facts.figures.mask import Mask
from newsforge.engine.facts.figures.prefix import Prefix, read_prefix
from newsforge.engine.facts.model import Figure

_NUMERALS = "|".join(sorted((*CARDINALS, *ORDINALS), key=len, reverse=True))
_START = re.compile(rf"[0-9]|(?<![a-z0-9'’])(?:{_NUMERALS})(?![a-z])")
_IDENTIFIER = re.compile(r"[0-9]++(?:[-.][0-9]++){2,}+|\([0-9]{3}\) ?[0-9]{3}-[0-9]{4}")
_ORDINAL_END = re.compile(r"(?:st|nd|rd|th)(?![a-z])")
_SCORE = re.compile(r"[-–]| [-–] ")
_RANGE = re.compile(r" ?[-–~] ?| (?:to|or) ")
_AND = re.compile(r" and ")
_AND_A_HALF = re.compile(r"[ -]{1,3}and[ -]{1,3}a[ -]{1,3}half(?![a-z])")
_NUMBERED = re.compile(r"(?:\bno\.|\bnumber|\bnos\.|#|№) ?$|\bno (?=[0-9]$)")
_DECADE = re.compile(r"s(?![a-z])")
_POSSESSIVE = re.compile(r"\b(?:his|her|their|my|our|your)(?: (?:early|mid|late))?[- ]$")
_NOT_ORDINAL_BEFORE = re.compile(r"(?:\bat|\bsafety|split|\bper) $")
_NOT_ORDINAL_AFTER = re.compile(
    r"(?: - |[- ])(?:lad(?:y|ies)|minister|names?|aid|of all|and foremost|hand|degree|thoughts?|guess\w*|world"
    r"|responder|part(?:y|ies)(?= ))|(?: - |-)?hand"
)
_ONE_BEFORE = re.compile(r"\b(?:no|this|that|the|which|any|every|each|another|at|some|only) ?$")
_ONE_COUNTED = re.compile(r"\b(?:in|for|just|after|within|than|least|about|around|by|won|lost|with) $")
#: One day, one time, one point begin many phrases that count nothing.
_ONE_LOOSELY = frozenset(("day", "time", "point", "second", "item", "place", "case"))
_SCORE_UNITS = frozenset(("win", "loss", "draw", "vote", "set", "match", "season"))
_NO_SCORES = frozenset(("percent", "percent_point", "USD", "GBP", "EUR", "JPY", "KRW", "age", "year", "month", "day"))
_RESULT_AFTER = re.compile(
    r"[ -](?:wins?|victor(?:y|ies)|defeats?|loss(?:es)?|draws?|lead|deficit|success|triumph|rout|thrashing)\b"
)
_SYMBOLS = ("$", "£", "€")
_MOST_IN_A_SCORE = Decimal(999)


def english_figures(text: str, mask: Mask) -> Iterator[Figure]:
    source = EnglishText.of(text)
    position = 0
    while match := _START.search(source.lower, position):
        masked = mask.end_at(match.start())
        if masked is not None:
            position = masked
            continue
        in_digits = source.lower[match.start()].isdecimal()
        found, position = (_digits if in_digits else _words)(source, match.start(), mask)
        yield from found
    yield from word_figures(source, mask)


def _digits(source: EnglishText, start: int, mask: Mask) -> tuple[tuple[Figure, ...], int]:
    """The figures that begin at a digit, and where to read on."""
    lower = source.lower
    if identifier := _IDENTIFIER.match(lower, start):
        digits = re.sub("[^0-9]", "", identifier[0])
        return (
            Figure(start, identifier.end(), "", Decimal(digits), "identifier", digits=len(digits)),
        ), identifier.end()
    if figure := slashed_fraction(lower, start):
        return (figure,), figure.end
    prefix = read_prefix(source.text, start)
    numeral = read_digits(source, start, currency=bool(prefix.currency))
    if not prefix.currency and (figure := _special(source, start, numeral, prefix)):
        return (figure,), figure.end
    if figure := share(source, start, numeral):
        return (figure,), figure.end
    first = _figure(source, start, numeral)
    pair = _score(source, start, numeral) or _range(source, first, numeral, mask)
    return pair or (first,), pair[-1].end if pair else first.end


def _special(source: EnglishText, start: int, numeral: EnglishNumeral, prefix: Prefix) -> Figure | None:
    """F-35, 21st, in her 30s."""
    lower, value, digits = source.lower, numeral.value, numeral.digits
    if _belongs_to_name(source.text, start):
        return Figure(start, numeral.end, "", value, "", digits=digits)
    ordinal = _ORDINAL_END.match(lower, numeral.end)
    if ordinal and (ordinal[0] != "st" or lower[numeral.end - 1] == "1"):  # 12st is a weight
        return Figure(start, ordinal.end(), "", value, "ordinal", digits=digits)
    if lower[numeral.end - 1] == "0" and (decade := _DECADE.match(lower, numeral.end)):
        unit = "age_decade" if _POSSESSIVE.search(lower[max(0, start - 14) : start]) else ""
        return Figure(prefix.start, decade.end(), "", value, unit, digits=digits)
    return None


def _words(source: EnglishText, start: int, mask: Mask) -> tuple[tuple[Figure, ...], int]:
    """The figures that begin at a number word, and where to read on."""
    lower = source.lower
    numeral = read_words(lower, start)
    if numeral is None:
        return (), start + 1
    if numeral.ordinal:
        before, after = lower[max(0, start - 8) : start], numeral.end
        if _NOT_ORDINAL_BEFORE.search(before) or _NOT_ORDINAL_AFTER.match(lower, after):
            return (), after
        return (Figure(start, after, "", numeral.value, "ordinal", digits=numeral.digits),), after
    if figure := fraction_in_words(lower, start, numeral) or share(source, start, numeral):
        return (figure,), figure.end
    first = _figure(source, start, numeral)
    if lower[start : numeral.end] == "one" and not _one_counts(lower, start, first):
        return (), numeral.end
    pair = _range(source, first, numeral, mask)
    return pair or (first,), pair[-1].end if pair else first.end


def _one_counts(lower: str, start: int, figure: Figure) -> bool:
    """ "One" is a number before a unit and in "number one"; in "no one" and "one of them" it is a pronoun."""
    if figure.unit == "ordinal":
        return True
    before = lower[max(0, start - 9) : start]
    if figure.unit == "" or _ONE_BEFORE.search(before):
        return False
    if figure.unit not in _ONE_LOOSELY or lower.startswith(("-", " - "), start + 3):
        return True
    return _ONE_COUNTED.search(before) is not None


def _figure(source: EnglishText, start: int, numeral: EnglishNumeral) -> Figure:
    lower = source.lower
    in_digits = lower[start].isdecimal()
    prefix = read_prefix(source.text, start) if in_digits else Prefix(start, "", negative=False)
    value, end, begin = numeral.value, numeral.end, prefix.start
    if half := _AND_A_HALF.match(lower, end):
        value, end = plus(value, Decimal("0.5")), half.end()
    if in_digits and begin == start and _leads_with_point(lower, start, numeral.end):
        value, begin = Decimal(f"0.{lower[start : numeral.end]}"), start - 1
    unit, end = _unit_of(prefix.currency, find_unit(source.text, lower, end, numeral), end)
    if not unit and numeral.scale == 1 and _NUMBERED.search(lower[max(0, start - 8) : start]):
        unit = "ordinal"
    elif unit in ("", "year") and is_age(lower, start, numeral, end):
        unit = "age"
    if unit == "basis_point":
        unit, value = "percent_point", times(value, Decimal("0.01"))
    negative = prefix.negative and not prefix.triangle
    if lower[max(0, begin - 6) : begin] == "minus ":
        negative, begin = True, begin - 6
    bound = bound_of(lower, begin, end)
    return Figure(begin, end, "", -value if negative else plain(value), unit, bound, numeral.digits)


def _leads_with_point(lower: str, start: int, end: int) -> bool:
    """.300, the average of a batter."""
    if start == 0 or lower[start - 1] != "." or not lower[start:end].isdecimal():
        return False
    return start == 1 or lower[start - 2] in " ("


def _unit_of(currency: str, found: UnitFound | None, end: int) -> tuple[str, int]:
    """The sign before the number wins over a word after it: "US$5 dollars" has one unit, "$5 people" a sign."""
    if not currency:
        return (found.unit, found.end) if found else ("", end)
    return currency, found.end if found and found.unit == currency else end


def _belongs_to_name(text: str, start: int) -> bool:
    """F-35, H20, G7, COVID-19: the digits belong to a name and take no unit."""
    before = start - 1
    if before > 0 and text[before] in "-‑":
        before -= 1
        if text[max(0, before - 2) : before + 1].lower() in ("mid", "pre"):
            return False
    if text[max(0, start - 8) : start].lower() == "covid - ":
        return True
    return before >= 0 and text[before].isalpha()


def _score(source: EnglishText, start: int, left: EnglishNumeral) -> tuple[Figure, ...]:
    """5-3, 1 - 0, a 3-1 win; "3-5%" and "10-20 people" are ranges."""
    lower = source.lower
    between = _SCORE.match(lower, left.end)
    if not between or left.scale != 1 or left.value > _MOST_IN_A_SCORE or lower[start - 1 : start] in _SYMBOLS:
        return ()
    at = between.end()
    if not lower[at : at + 1].isdecimal():
        return ()
    right = read_digits(source, at)
    goes_on = lower[right.end : right.end + 1] in ("-", "/") and lower[right.end + 1 : right.end + 2].isdecimal()
    if right.scale != 1 or right.value > _MOST_IN_A_SCORE or goes_on or _ORDINAL_END.match(lower, right.end):
        return ()
    unit = find_unit(source.text, lower, right.end, right)
    if unit and unit.unit not in _SCORE_UNITS and (unit.unit in _NO_SCORES or not _is_result(lower, left, right, unit)):
        return ()
    return (
        Figure(start, left.end, "", left.value, "ratio", digits=left.digits),
        Figure(at, right.end, "", right.value, "ratio", digits=right.digits),
    )


def _is_result(lower: str, left: EnglishNumeral, right: EnglishNumeral, unit: UnitFound) -> bool:
    """A 2-0 home win; ranges rise, and are of what they count."""
    return right.value < left.value or _RESULT_AFTER.match(lower, unit.end) is not None


def _range(source: EnglishText, first: Figure, left: EnglishNumeral, mask: Mask) -> tuple[Figure, ...]:
    """3-5%, 3 to 5 million, between 10 and 20 people, $3-5bn: the low end takes the unit and scale of the high one."""
    lower = source.lower
    between = _RANGE.match(lower, first.end)
    if between is None and lower[max(0, first.start - 8) : first.start] == "between ":
        between = _AND.match(lower, first.end)
    if between is None:
        return ()
    symbol = lower[between.end() : between.end() + 1] in _SYMBOLS
    at = between.end() + symbol
    if mask.end_at(at) is not None or not _START.match(lower, at):
        return ()
    is_money = first.unit.isupper()
    right = read_digits(source, at, currency=is_money) if lower[at].isdecimal() else read_words(lower, at)
    if right is None or right.ordinal:
        return ()
    second = _figure(source, at, right)
    if not symbol:  # the dash before the second number is no minus
        second = Figure(at, second.end, "", abs(second.value), second.unit, second.bound, second.digits)
    unit = second.unit or (first.unit if is_money else "")
    scale = right.scale if left.scale == 1 and left.value < right.coefficient else Decimal(1)
    if first.unit not in ("", unit) or (first.unit and left.scale != 1) or (not unit and scale == 1):
        return ()
    return (
        Figure(first.start, first.end, "", times(first.value, scale), unit, first.bound, first.digits),
        Figure(second.start, second.end, "", second.value, unit, second.bound, second.digits),
    )
