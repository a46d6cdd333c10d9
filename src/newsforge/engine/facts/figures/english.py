"""Figures as English news writes them, in running, lower-cased or tokenised text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from newsforge.engine.facts.figures.english_bounds import bound_of
from newsforge.engine.facts.figures.english_numerals import (
    CARDINALS,
    ORDINALS,
    EnglishNumeral,
    read_digits,
    read_words,
)
from newsforge.engine.facts.figures.english_units import UnitFound, find_unit, is_age
from newsforge.engine.facts.figures.english_words import word_figures
from newsforge.engine.facts.figures.exact import number, plain, plus, ratio, significant, times
from newsforge.engine.facts.figures.mask import Mask
from newsforge.engine.facts.figures.prefix import read_prefix
from newsforge.engine.facts.letters import folded
from newsforge.engine.facts.model import Bound, Figure

_START = re.compile(rf"[0-9]|(?<![a-z0-9'’])(?:{'|'.join(sorted((*CARDINALS, *ORDINALS), key=len, reverse=True))})(?![a-z])")
_IDENTIFIER = re.compile(r"[0-9]++(?:[-.][0-9]++){2,}+|\([0-9]{3}\) ?[0-9]{3}-[0-9]{4}")
_FRACTION = re.compile(r"([0-9]{1,3})/([0-9]{1,4})(?![0-9/])")
_ORDINAL_END = re.compile(r"(?:st|nd|rd|th)(?![a-z])")
_SCORE = re.compile(r"[-–]| [-–] |–")
_RANGE = re.compile(r" ?[-–~] ?| (?:to|or) ")
_AND = re.compile(r" and ")
_AND_A_HALF = re.compile(r"[ -](?:and[ -])?a[ -]half(?![a-z])")
_NUMBERED = re.compile(r"(?:\bno\.|\bnumber|\bnos\.|#|№) ?$|\bno (?=[0-9]$)")
_SHARE = re.compile(r" (?P<of>in|out of) (?=[0-9]|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|a hundred)")
_DECADE = re.compile(r"s(?![a-z])")
_POSSESSIVE = re.compile(r"\b(?:his|her|their|my|our|your)(?: (?:early|mid|late))?[- ]$")
_NOT_ORDINAL_BEFORE = re.compile(r"(?:\bat|\bsafety|split|\bper) $")
_NOT_ORDINAL_AFTER = re.compile(r"[- ](?:lad(?:y|ies)|minister|names?|aid|of all|and foremost|hand|degree|thoughts?|guess\w*|world|part(?:y|ies)(?= )|responder|amendment ?rights)|(?:\s[-–]\s)?[-]?hand")
_ONE_BEFORE = re.compile(r"(?:\bno|\bthis|\bthat|\bthe|\bwhich|\bany|\bevery|\beach|\banother|\bat|\bsome|\bonly) ?$")
_SHARED_BY = re.compile(
    r" (?:people|voters|women|men|children|households|families|adults|users|students|workers|patients|respondents|employees|homes|companies)\b"
)
_SCORE_UNITS = frozenset(("win", "loss", "draw", "vote", "set", "match", "season"))


def english_figures(text: str, mask: Mask) -> Iterator[Figure]:
    lower = folded(text)
    position = 0
    while match := _START.search(lower, position):
        masked = mask.end_at(match.start())
        if masked is not None:
            position = masked
            continue
        found, position = _read_at(text, lower, match.start(), mask)
        yield from found
    yield from word_figures(lower, mask)


def _read_at(text: str, lower: str, start: int, mask: Mask) -> tuple[tuple[Figure, ...], int]:
    if not lower[start].isdecimal():
        return _words(text, lower, start, mask)
    if identifier := _IDENTIFIER.match(lower, start):
        digits = re.sub("[^0-9]", "", identifier[0])
        figure = Figure(start, identifier.end(), "", Decimal(digits), "identifier", digits=len(digits))
        return (figure,), figure.end
    if (fraction := _FRACTION.match(lower, start)) and (figure := _fraction(fraction)):
        return (figure,), figure.end
    prefix = read_prefix(text, start)
    numeral = read_digits(lower, start, currency=bool(prefix.currency))
    if _belongs_to_name(text, start) and not prefix.currency:
        return (Figure(start, numeral.end, "", numeral.value, "", digits=numeral.digits),), numeral.end
    if ordinal := _ORDINAL_END.match(lower, numeral.end):
        if not (ordinal[0] == "st" and numeral.value % 10 != 1):  # 12st is a weight
            return (Figure(start, ordinal.end(), "", numeral.value, "ordinal", digits=numeral.digits),), ordinal.end()
    if (decade := _DECADE.match(lower, numeral.end)) and numeral.value % 10 == 0:
        unit = "age_decade" if _POSSESSIVE.search(lower[max(0, start - 14) : start]) else ""
        return (Figure(prefix.start, decade.end(), "", numeral.value, unit, digits=numeral.digits),), decade.end()
    if share := _share(lower, start, numeral):
        return (share,), share.end
    if pair := _score(lower, start, numeral):
        return pair, pair[-1].end
    first = _figure(text, lower, start, numeral)
    if pair := _range(text, lower, first, numeral, mask):
        return pair, pair[-1].end
    return (first,), first.end


def _words(text: str, lower: str, start: int, mask: Mask) -> tuple[tuple[Figure, ...], int]:
    numeral = read_words(lower, start)
    if numeral is None:
        return (), start + 1
    if numeral.ordinal:
        if _NOT_ORDINAL_BEFORE.search(lower[max(0, start - 8) : start]) or _NOT_ORDINAL_AFTER.match(lower, numeral.end):
            return (), numeral.end
        return (Figure(start, numeral.end, "", numeral.value, "ordinal", digits=numeral.digits),), numeral.end
    if fraction := _fraction_in_words(lower, start, numeral):
        return (fraction,), fraction.end
    if share := _share(lower, start, numeral):
        return (share,), share.end
    first = _figure(text, lower, start, numeral)
    if numeral.value == 1 and numeral.end - start == 3 and not _one_counts(lower, start, first):
        return (), numeral.end
    if pair := _range(text, lower, first, numeral, mask):
        return pair, pair[-1].end
    return (first,), first.end


def _one_counts(lower: str, start: int, figure: Figure) -> bool:
    """"One" is a number before a unit and in "number one"; in "no one" and "one of them" it is a pronoun."""
    if figure.unit == "ordinal":
        return True
    if figure.unit == "" or _ONE_BEFORE.search(lower[max(0, start - 9) : start]):
        return False
    hyphened = lower[start + 3 : start + 4] == "-" or lower[start + 3 : start + 6] == " - "
    if figure.unit in ("day", "time", "point", "second", "item", "place", "case"):
        return hyphened or bool(re.search(r"\b(?:in|for|just|after|within|than|least|about|around|by|won|lost|with) $", lower[max(0, start - 9) : start]))
    return True


def _figure(text: str, lower: str, start: int, numeral: EnglishNumeral) -> Figure:
    prefix = read_prefix(text, start) if lower[start].isdecimal() else None
    value, end = numeral.value, numeral.end
    if half := _AND_A_HALF.match(lower, end):
        value, end = plus(value, Decimal("0.5")), half.end()
    figure_start = prefix.start if prefix else start
    if prefix and figure_start == start and start and lower[start - 1] == "." and not lower[start - 2 : start - 1].isalnum():
        if "." not in lower[start : numeral.end] and (start == 1 or lower[start - 2] in " ("):
            value, figure_start = Decimal(f"0.{lower[start : numeral.end]}") if lower[start : numeral.end].isdecimal() else value, start - 1
    found = find_unit(text, lower, start, end, numeral)
    unit, end = _unit_of(prefix.currency if prefix else "", found, end)
    if not unit and numeral.scale == 1 and _NUMBERED.search(lower[max(0, start - 8) : start]):
        unit = "ordinal"
    elif unit in ("", "year") and is_age(lower, start, numeral, end):
        unit = "age"
    if unit == "basis_point":
        unit, value = "percent_point", times(value, Decimal("0.01"))
    negative = bool(prefix and prefix.negative and not prefix.triangle)
    if lower.startswith("minus ", max(0, figure_start - 6)) and figure_start >= 6:
        negative, figure_start = True, figure_start - 6
    bound = bound_of(lower, figure_start, end)
    return Figure(figure_start, end, "", -value if negative else plain(value), unit, bound, numeral.digits)


def _unit_of(currency: str, found: UnitFound | None, end: int) -> tuple[str, int]:
    if currency:
        takes_word = found is not None and found.unit in ("USD", "GBP", "EUR", currency)
        return currency, found.end if found and takes_word else end
    return (found.unit, found.end) if found else ("", end)


def _fraction(match: re.Match[str]) -> Figure | None:
    """1/3; 24/7 and 9/11 are none."""
    numerator, denominator = number(match[1]), number(match[2])
    if not denominator or numerator >= denominator or match[0] == "9/11":
        return None
    return Figure(match.start(), match.end(), "", plain(ratio(numerator, denominator)), "", digits=significant(match[1]))


_DENOMINATOR = re.compile(r"[- ]{1,3}(?P<word>third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|hundredth|half|halve)(?P<plural>s)?(?![a-z])")
_DENOMINATORS = {"half": 2, "halve": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "twentieth": 20, "hundredth": 100}


def _fraction_in_words(lower: str, start: int, numeral: EnglishNumeral) -> Figure | None:
    """One-third, two-thirds, three quarters; "two quarters" in business is time, but rare."""
    match = _DENOMINATOR.match(lower, numeral.end)
    if not match or (numeral.value == 1) == bool(match["plural"]) or numeral.value > 99:
        return None
    if match["word"] == "quarter" and numeral.value not in (1, 3):
        return None
    value = plain(ratio(numeral.value, Decimal(_DENOMINATORS[match["word"]])))
    bound = bound_of(lower, start, match.end())
    return Figure(start, match.end(), "", value, "", bound, 1)


def _share(lower: str, start: int, part: EnglishNumeral) -> Figure | None:
    """One in five and nine out of ten are shares; "two in ten minutes" is not."""
    match = _SHARE.match(lower, part.end)
    if not match or part.scale != 1 or (match["of"] == "in" and part.value != 1):
        return None
    at = match.end()
    whole = read_digits(lower, at, currency=False) if lower[at].isdecimal() else read_words(lower, at)
    if whole is None or whole.value <= part.value or whole.value > 100 or whole.ordinal:
        return None
    if find_unit(lower, lower, at, whole.end, whole) and not _SHARED_BY.match(lower, whole.end):
        return None
    value = plain(ratio(part.value, whole.value))
    return Figure(start, whole.end, "", value, "", bound_of(lower, start, whole.end), part.digits)


def _belongs_to_name(text: str, start: int) -> bool:
    """F-35, H20, G7, COVID-19: the digits belong to a name and take no unit."""
    before = start - 1
    if before > 0 and text[before] in "-‑":
        before -= 1
        if text[max(0, before - 2) : before + 1].lower() in ("mid", "pre"):
            return False
    if before > 5 and text[before - 1 : before + 1] == "- " and text[max(0, before - 8) : before - 1].lower().endswith("covid "):
        return True
    return before >= 0 and text[before].isalpha()


def _score(lower: str, start: int, left: EnglishNumeral) -> tuple[Figure, ...]:
    """5-3, 1 - 0, a 3-1 win; "3-5%" and "10-20 people" are ranges."""
    between = _SCORE.match(lower, left.end)
    if not between or not lower[between.end() : between.end() + 1].isdecimal() or left.scale != 1 or left.value > 999:
        return ()
    right = read_digits(lower, between.end(), currency=False)
    if right.scale != 1 or right.value > 999 or lower[right.end : right.end + 1] in ("-", "%", "/") and lower[right.end + 1 : right.end + 2].isdecimal():
        return ()
    unit = find_unit(lower, lower, between.end(), right.end, right)
    if (unit and unit.unit not in _SCORE_UNITS) or _ORDINAL_END.match(lower, right.end) or lower[start - 1 : start] in ("$", "£", "€"):
        return ()
    return (
        Figure(start, left.end, "", left.value, "ratio", digits=left.digits),
        Figure(between.end(), right.end, "", right.value, "ratio", digits=right.digits),
    )


def _range(text: str, lower: str, first: Figure, left: EnglishNumeral, mask: Mask) -> tuple[Figure, ...]:
    """3-5%, 3 to 5 million, between 10 and 20 people, $3-5bn."""
    between = _RANGE.match(lower, first.end)
    if between is None and lower[max(0, first.start - 8) : first.start] == "between ":
        between = _AND.match(lower, first.end)
    if between is None:
        return ()
    at = between.end()
    symbol = lower[at : at + 1] in ("$", "£", "€")
    at += symbol
    if mask.end_at(at) is not None or not _START.match(lower, at):
        return ()
    right = read_digits(lower, at, currency=first.unit.isupper()) if lower[at].isdecimal() else read_words(lower, at)
    if right is None or right.ordinal:
        return ()
    second = _figure(text, lower, at, right)
    if not symbol and second.start < at:
        second = replace(second, start=at, value=abs(second.value))
    if not first.unit and not second.unit and left.scale == 1 and 1 < right.scale and left.value < right.coefficient:
        return (replace(first, value=times(first.value, right.scale)), second)
    shares = second.unit and (not first.unit or first.unit == second.unit or (first.unit.isupper() and not second.unit))
    if first.unit.isupper() and not second.unit:
        second = replace(second, unit=first.unit)
        shares = True
    if not shares or (first.unit and left.scale != 1):
        return ()
    scale = right.scale if left.scale == 1 and left.value < right.coefficient else Decimal(1)
    return (replace(first, value=times(first.value, scale), unit=second.unit), second)
