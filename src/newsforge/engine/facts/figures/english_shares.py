"""Parts of a whole: 1/3, two-thirds, one in five, nine out of ten."""

from __future__ import annotations

import re
from decimal import Decimal

from newsforge.engine.facts.figures.english_bounds import bound_of
from newsforge.engine.facts.figures.english_numerals import EnglishNumeral, EnglishText, read_numeral
from newsforge.engine.facts.figures.english_units import find_unit
from newsforge.engine.facts.figures.exact import number, plain, ratio, significant
from newsforge.engine.facts.model import Figure

_SLASHED = re.compile(r"([0-9]{1,3})/([0-9]{1,4})(?![0-9/])")
_DENOMINATORS = {
    "half": 2, "halve": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "twentieth": 20, "hundredth": 100,
}  # fmt: skip
_DENOMINATOR = re.compile(rf"[- ]{{1,3}}(?P<word>{'|'.join(_DENOMINATORS)})(?P<plural>s)?(?![a-z])")
_SHARE = re.compile(
    r"(?: |-)(?P<of>in|out of)(?: |-)(?=[0-9]|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|a hundred)"
)
_SHARED_BY = re.compile(
    r" (?:people|voters|women|men|children|households|families|adults|users|students|workers|patients|respondents"
    r"|employees|homes|companies)\b"
)
_LARGEST_WHOLE = 100


def slashed_fraction(lower: str, start: int) -> Figure | None:
    """1/3; 24/7 and 9/11 are none."""
    match = _SLASHED.match(lower, start)
    if match is None or match[0] == "9/11":
        return None
    numerator, denominator = number(match[1]), number(match[2])
    if not denominator or numerator >= denominator:
        return None
    value = plain(ratio(numerator, denominator))
    return Figure(start, match.end(), "", value, "", bound_of(lower, start, match.end()), significant(match[1]))


def fraction_in_words(lower: str, start: int, numeral: EnglishNumeral) -> Figure | None:
    """One-third, two-thirds, three quarters; "two quarters" are half a year."""
    match = _DENOMINATOR.match(lower, numeral.end)
    if not match or (numeral.value == 1) == bool(match["plural"]) or numeral.value >= _LARGEST_WHOLE:
        return None
    if match["word"] == "quarter" and numeral.value not in (1, 3):
        return None
    value = plain(ratio(numeral.value, Decimal(_DENOMINATORS[match["word"]])))
    return Figure(start, match.end(), "", value, "", bound_of(lower, start, match.end()), 1)


def share(source: EnglishText, start: int, part: EnglishNumeral) -> Figure | None:
    """One in five and nine out of ten; "two in ten minutes" is none."""
    lower = source.lower
    match = _SHARE.match(lower, part.end)
    if not match or part.scale != 1 or (match["of"] == "in" and part.value != 1):
        return None
    whole = read_numeral(source, match.end())
    if whole is None or whole.ordinal or not part.value < whole.value <= _LARGEST_WHOLE:
        return None
    if find_unit(source.text, lower, whole.end, whole) and not _SHARED_BY.match(lower, whole.end):
        return None
    value = plain(ratio(part.value, whole.value))
    return Figure(start, whole.end, "", value, "", bound_of(lower, start, whole.end), part.digits)
