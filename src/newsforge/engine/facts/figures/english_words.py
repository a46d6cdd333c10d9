"""English figures without a numeral: half, a third, a million, a dozen, doubled, twice, tenfold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from newsforge.engine.facts.figures.english_bounds import bound_of
from newsforge.engine.facts.figures.english_numerals import EnglishNumeral, EnglishText, read_words
from newsforge.engine.facts.figures.english_units import find_unit
from newsforge.engine.facts.figures.exact import plain, ratio, times
from newsforge.engine.facts.figures.mask import Mask
from newsforge.engine.facts.model import Figure

_COUNTS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twenty": 20,
    "hundred": 100, "thousand": 1000,
}  # fmt: skip
_MULTIPLES = {
    "doubled": 2, "doubling": 2, "double": 2, "doubles": 2, "twice": 2, "tripled": 3, "trebled": 3, "tripling": 3,
    "triple": 3, "treble": 3, "thrice": 3,
    "quadrupled": 4, "quadrupling": 4, "quadruple": 4, "halved": 0, "halving": 0,
}  # fmt: skip
_WORD = re.compile(
    r"(?<![a-z0-9'’-])(?:"
    r"(?P<article>(?:half[ -])?an?)[ -](?P<scale>hundred|thousand|million|billion|trillion)(?![a-z])"
    r"|(?P<dozens>(?:half[ -](?:a[ -])?|an?[ -]|(?:[0-9]{1,3}|two|three|four|five|six|eight|ten)[ -]))dozen(?![a-z])"
    r"|(?P<half>half)(?![a-z])"
    r"|(?:a|one)[ -](?P<part>third|quarter|fifth|sixth|tenth)(?= of\b| (?:less|more|higher|lower|fewer)\b| ?[,.;]|$)"
    r"|(?:by|about|nearly|almost|over|than|around|roughly|up|down|some|least) a (?P<by_part>third|quarter|fifth"
    r"|tenth)(?![a-z])"
    r"|(?P<multiple>doubled|doubling|doubles?(?= (?:the|that|what|its|his|her|their|to|in|over|from)\b)|twice"
    r"|tripled|trebled|tripling|triple(?= (?:the|that|what)\b)|treble(?= the\b)|thrice|quadrupled|quadrupling"
    r"|quadruple(?= the\b)|halved|halving)(?![a-z])"
    r"|(?P<fold>two|three|four|five|six|seven|eight|nine|ten|twenty|hundred|thousand)[ -]?fold(?![a-z]))"
)
_PARTS = {"third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "tenth": 10}
_SCORED = re.compile(r"\b(?:scored|scores|twice|a second|netted|added|goals?|brace)\b[^.]*$")
_NOT_HALF_BEFORE = re.compile(
    r"(?:first|second|other|opening|latter|better|closing|1st|2nd|and a|your|my|the)(?:[ -]| - )$"
)
_NOT_HALF_AFTER = re.compile(
    r"(?: - |[ -])?(?:[- ]?time|back|brother|sister|marathon|century|term|way|hearted|naked|volley|chance|mast|staff"
    r"|baked|board|life|moon|past)"
)
_HALF_UNIT = re.compile(r"[ -]an?[ -](?=[a-z])")
_AND_A_HALF_BEFORE = re.compile(
    r"(?:a|one)[ -](?P<unit>year|month|week|day|hour|mile|century|decade)s?[ -]and[ -]a[ -]$"
)
_AS_MULTIPLE = re.compile(r" (?:as|the|that|what|his|her|its|their|more)\b")


def word_figures(source: EnglishText, mask: Mask) -> Iterator[Figure]:
    lower = source.lower
    for match in _WORD.finditer(lower):
        if mask.end_at(match.start()) is None and (figure := _figure(lower, match)):
            yield figure


def _figure(lower: str, match: re.Match[str]) -> Figure | None:
    start, end = match.span()
    if match["scale"]:
        first = Decimal("0.5") if match["article"].startswith("half") else Decimal(1)
        numeral = read_words(lower, match.start("scale"), first=first)
        return _with_unit(lower, start, numeral) if numeral else None
    if match["dozens"]:
        value = times(_dozens(match["dozens"].strip(" -")), Decimal(12))
        return _with_unit(lower, start, EnglishNumeral(end, value, 2, Decimal(1), value))
    if match["half"]:
        return _half(lower, start, end)
    if match["part"] and _SCORED.search(lower[max(0, start - 60) : start]) and not lower.startswith(" of", end):
        # scored twice and Nakata a third
        return Figure(start, end, "", Decimal(_PARTS[match["part"]]), "ordinal", digits=1)
    if part := match["part"] or match["by_part"]:
        begin = start if match["part"] else lower.rindex(" a ", start, end) + 1
        return Figure(
            begin, end, "", plain(ratio(Decimal(1), Decimal(_PARTS[part]))), "", bound_of(lower, begin, end), 1
        )
    if word := match["multiple"]:
        value = Decimal(_MULTIPLES[word]) or Decimal("0.5")
        unit = "time" if word in ("twice", "thrice") and not _AS_MULTIPLE.match(lower, end) else "times"
        return Figure(start, end, "", value, unit, bound_of(lower, start, end), 0)
    return Figure(start, end, "", Decimal(_COUNTS[match["fold"]]), "times", bound_of(lower, start, end), 1)


def _dozens(word: str) -> Decimal:
    if word.startswith("half"):
        return Decimal("0.5")
    return Decimal(word) if word.isdecimal() else Decimal(_COUNTS.get(word, 1))


def _with_unit(lower: str, start: int, numeral: EnglishNumeral) -> Figure:
    found = find_unit(lower, lower, numeral.end, numeral)
    end, unit = (found.end, found.unit) if found else (numeral.end, "")
    return Figure(start, end, "", numeral.value, unit, bound_of(lower, start, end), numeral.digits)


def _half(lower: str, start: int, end: int) -> Figure | None:
    """Half of it, half an hour, a year and a half; not the first half, half-time, half-brother."""
    if before := _AND_A_HALF_BEFORE.search(lower[max(0, start - 20) : start]):
        begin = max(0, start - 20) + before.start()
        return Figure(begin, end, "", Decimal("1.5"), before["unit"], bound_of(lower, begin, end), 2)
    if _NOT_HALF_BEFORE.search(lower[max(0, start - 11) : start]) or _NOT_HALF_AFTER.match(lower, end):
        return None
    if article := _HALF_UNIT.match(lower, end):
        one = EnglishNumeral(article.end() - 1, Decimal("0.5"), 0, Decimal(1), Decimal("0.5"))
        found = find_unit(lower, lower, article.end() - 1, one)
        if found:
            return Figure(start, found.end, "", Decimal("0.5"), found.unit, bound_of(lower, start, found.end), 0)
    return Figure(start, end, "", Decimal("0.5"), "", bound_of(lower, start, end), 0)
