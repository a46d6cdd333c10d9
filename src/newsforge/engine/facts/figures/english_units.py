"""The unit after an English number, and the ages that news puts between commas."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from newsforge.engine.facts.figures.english_numerals import EnglishNumeral
from newsforge.engine.facts.figures.units import ANYWHERE, ENGLISH


@dataclass(frozen=True, slots=True)
class UnitFound:
    end: int
    unit: str


_GAP = re.compile(r"[ \xa0]?[-‑–]?[ \xa0]?")
_POINTS = re.compile(r"[ -]?(?:point|pt)s?(?![a-z])")
_OLD = re.compile(r"[ -]{1,3}olds?(?![a-z])|[ -]of[ -]age(?![a-z])")
_MULTIPLE = re.compile(
    r" (?:as|the|more|higher|greater|larger|bigger|its|his|her|their|that|what|faster|over|lower|less|fewer)(?![a-z])"
)
_ADJECTIVE = re.compile(
    r"(?:more|other|additional|extra|new|young|local|older|elderly|foreign|consecutive|straight|different|separate"
    r"|further|innocent|registered) "
)
_AGE_BEFORE = re.compile(r"(?:(?<![a-z])aged?[: ]|[a-z.)’'\"] ?, ?)$")
_AGE_AFTER = re.compile(r" ?[,.;)](?![0-9])|$|\n| (?:and|was|is|has|who|from|of)(?![a-z])")
_AGED = re.compile(r"(?<![a-z])aged? ?$")
_LIST_BEFORE = re.compile(r"[0-9][a-z%]{0,3} ?, ?$")
#: 12st, 6ft 2in, 40p, 3x: after a space these are other words.
_ATTACHED_ONLY = frozenset(("st", "in", "p", "x", "g", "w"))
_LIST_AFTER = re.compile(" ?, ?[0-9]")
_OLDEST = 120
_LEAST_WON = Decimal(100)


def find_unit(text: str, lower: str, end: int, numeral: EnglishNumeral) -> UnitFound | None:
    """The unit after the numeral that ends at ``end``: 3 km, 35-year-old, 3.2 per cent, 50 more people."""
    symbol = ANYWHERE.find(text, end)
    if symbol and not text[symbol[0] - 1].isalnum():
        return _percent_point(lower, UnitFound(*symbol))
    if text[end : end + 1] in ("C", "F") and not lower[end + 1 : end + 2].isalnum():
        return UnitFound(end + 1, "degree" if text[end] == "C" else "fahrenheit")
    gap = _GAP.match(lower, end)
    at = gap.end() if gap else end
    if at == end and not lower[at : at + 1].isalpha():
        return None
    found = _word_unit(text, lower, at, attached=at == end)
    if found is None and (adjective := _ADJECTIVE.match(lower, at)):
        found = _word_unit(text, lower, adjective.end(), attached=False)
    if found is None:
        spaced = ANYWHERE.find(text, at)
        if spaced and at > end and text[at : at + 1] in "%°℃":
            return _percent_point(lower, UnitFound(*spaced))
        return None
    return _told_apart(lower, found, numeral)


def _word_unit(text: str, lower: str, at: int, *, attached: bool) -> UnitFound | None:
    found = ENGLISH.find(lower, at)
    while found and lower[found[0] : found[0] + 1].isalnum():
        shorter = ENGLISH.find(lower[: found[0] - 1], at)
        found = shorter
    if found is None:
        return None
    word = lower[at : found[0]]
    if len(word) == 1 and (not attached or text[at] in "GMX") and word != "m":
        return None
    if word in _ATTACHED_ONLY and not attached:
        return None
    return UnitFound(*found)


def _percent_point(lower: str, found: UnitFound) -> UnitFound:
    """ "% points" after the sign."""
    if found.unit == "percent" and (points := _POINTS.match(lower, found.end)):
        return UnitFound(points.end(), "percent_point")
    return found


def _told_apart(lower: str, found: UnitFound, numeral: EnglishNumeral) -> UnitFound | None:
    unit, end = found.unit, found.end
    if unit in ("year", "month", "week", "day") and (old := _OLD.match(lower, end)):
        return UnitFound(old.end(), "age" if unit == "year" else unit)
    if unit == "time" and _MULTIPLE.match(lower, end):
        return UnitFound(end, "times")
    if unit == "KRW" and numeral.value < _LEAST_WON and not lower.startswith("korean", end - 10):
        return None
    if unit == "pound" and lower.endswith(("pound", "pounds"), 0, end) and numeral.scale != 1:
        return UnitFound(end, "GBP")
    return found


def is_age(lower: str, start: int, numeral: EnglishNumeral, end: int) -> bool:
    """aged 35; Kim Min-su, 35, said."""
    value = numeral.value
    if numeral.end != end or not 0 < value < _OLDEST or value != value.to_integral_value():
        return False
    before = lower[max(0, start - 6) : start]
    if _AGED.search(before):
        return True
    if not lower[start].isdecimal() or _LIST_BEFORE.search(before) or not _AGE_BEFORE.search(before):
        return False
    return _AGE_AFTER.match(lower, end) is not None and not _LIST_AFTER.match(lower, end)
