"""Figures as Korean news writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from newsforge.engine.facts.figures.eastern import KOREAN, Numeral, read_numeral
from newsforge.engine.facts.figures.exact import number, plain, ratio, significant, times
from newsforge.engine.facts.figures.korean_units import counter_ends, read_unit
from newsforge.engine.facts.figures.korean_words import word_figures
from newsforge.engine.facts.figures.mask import Mask
from newsforge.engine.facts.figures.prefix import read_prefix
from newsforge.engine.facts.model import Bound, Figure

_DIGIT = re.compile("[0-9]")
_BEFORE = re.compile(
    r"(?<![가-힣])(?:(?P<about>약|대략|거의|얼추|줄잡아)|(?P<over>최소|최소한|적어도)|(?P<under>최대|기껏해야|많아야))\s?$"
)
_AFTER = re.compile(
    r"\s?(?:(?:을|를|이|가|에|도|으로|로|은|는|보다)\s?)?(?:"
    r"(?P<about>여(?![가-힣])|가량|쯤|안팎|내외|남짓|정도|수준|육박|가까[이운]|대(?![가-힣])|대[의를로에가는])"
    r"|(?P<over>이상(?![하한기])|초과|넘[는은게어긴겼을기]|웃도|웃돈|웃돌|상회|돌파|뛰어넘)"
    r"|(?P<under>이하|미만|밑도|밑돈|밑돌|하회|이내|못\s?미|채\s?안))"
)
_IDENTIFIER = re.compile(
    r"0[0-9]{1,2}[-)][0-9]{3,4}-[0-9]{4}(?![0-9])|1[5-9][0-9]{2}-[0-9]{4}(?![0-9])|[0-9]++(?:[-.][0-9]++){2,}+"
)
_RANGE = re.compile(r"\s?[~∼〜～]\s?|[–-]")
_VERSUS = re.compile(r"\s?대\s?|\s?:\s?|[-–]")
_FRACTION = re.compile(r"([0-9]{1,5})\s?분의\s?([0-9]{1,5}(?:\.[0-9]{1,5})?)|([0-9]{1,3})/([0-9]{1,4})(?![0-9/])")
_AGE_BRACKET = re.compile(r"[)·,ㆍ]")
_BELOW_ZERO = re.compile(r"(?:영하|마이너스)\s?$")


def korean_figures(text: str, mask: Mask) -> Iterator[Figure]:
    position = 0
    while match := _DIGIT.search(text, position):
        masked = mask.end_at(match.start())
        if masked is not None:
            position = masked
            continue
        found, position = _read_at(text, match.start(), mask)
        yield from found
    yield from word_figures(text, mask)


def _read_at(text: str, start: int, mask: Mask) -> tuple[tuple[Figure, ...], int]:
    if identifier := _IDENTIFIER.match(text, start):
        return (_identifier(text, start, identifier.end()),), identifier.end()
    if (fraction := _FRACTION.match(text, start)) and (figure := _fraction(fraction)):
        return (figure,), figure.end
    numeral = read_numeral(text, start, KOREAN)
    if numeral is None:  # a digit always reads; kept for the type checker
        return (), start + 1
    if _belongs_to_name(text, start):
        return (Figure(start, numeral.end, "", numeral.value, "", digits=numeral.digits),), numeral.end
    if pair := _versus(text, start, numeral, mask):
        return pair, pair[-1].end
    first = _figure(text, start, numeral)
    if pair := _range(text, first, numeral, mask):
        return pair, pair[-1].end
    return (first,), first.end


def _figure(text: str, start: int, numeral: Numeral) -> Figure:
    prefix = read_prefix(text, start)
    unit, end, about = read_unit(text, start, numeral)
    if prefix.currency and unit in ("", prefix.currency):
        unit = prefix.currency
    elif prefix.currency and not unit:
        unit = prefix.currency
    value = numeral.value
    negative = prefix.negative
    before = text[max(0, prefix.start - 10) : prefix.start]
    figure_start = prefix.start
    if below := _BELOW_ZERO.search(before):
        negative, figure_start = True, prefix.start - (len(before) - below.start())
    if prefix.triangle and unit not in ("percent", "percent_point", "KRW", "USD", "basis_point"):
        negative, figure_start = False, start if not prefix.currency else prefix.start
    if unit == "basis_point":
        unit, value = "percent_point", times(value, Decimal("0.01"))
    elif unit == "할":
        unit, value = "percent", times(value, Decimal(10))
    bound: Bound = "about" if about else _bound(text, figure_start, end)
    return Figure(figure_start, end, "", -value if negative else value, unit, bound, numeral.digits)


def _bound(text: str, start: int, end: int) -> Bound:
    if after := _AFTER.match(text, end):
        return "over" if after["over"] else "under" if after["under"] else "about"
    if before := _BEFORE.search(text[max(0, start - 6) : start]):
        return "over" if before["over"] else "under" if before["under"] else "about"
    return "exact"


def _identifier(text: str, start: int, end: int) -> Figure:
    digits = re.sub("[^0-9]", "", text[start:end])
    return Figure(start, end, "", Decimal(digits), "identifier", digits=len(digits))


def _fraction(match: re.Match[str]) -> Figure | None:
    """3분의 1 and 1/3; 24/7 and 9/11 are none."""
    denominator, numerator = (match[1], match[2]) if match[1] else (match[4], match[3])
    if not number(denominator) or (match[3] and number(numerator) >= number(denominator)):
        return None
    value = plain(ratio(number(numerator), number(denominator)))
    return Figure(match.start(), match.end(), "", value, "", digits=significant(numerator))


def _belongs_to_name(text: str, start: int) -> bool:
    """F-35, H20, G7: the digits belong to a Latin name and take no unit."""
    before = start - 1
    if before > 0 and text[before] == "-":
        before -= 1
    letter = text[before : before + 1] if before >= 0 else ""
    return letter.isascii() and letter.isalpha() and not read_prefix(text, start).currency


def _versus(text: str, start: int, left: Numeral, mask: Mask) -> tuple[Figure, ...]:
    """3대 1, 5-3, 3:1; "3-5%" is a range and "차량 3대 1명" neither."""
    between = _VERSUS.match(text, left.end)
    if not between or left.scaled or mask.end_at(between.end()) is not None:
        return ()
    right = read_numeral(text, between.end(), KOREAN)
    if right is None or right.scaled or text[start - 1 : start] == "제":
        return ()
    unit, end, _ = read_unit(text, between.end(), right)
    if (unit or _RANGE.match(text, right.end)) and not (unit == "win" and end == right.end + 1):
        return ()
    if "대" in between[0] and not counter_ends(text, right.end):
        return ()
    return (
        Figure(start, left.end, "", left.value, "ratio", digits=left.digits),
        Figure(between.end(), right.end, "", right.value, "ratio", digits=right.digits),
    )


def _range(text: str, first: Figure, left: Numeral, mask: Mask) -> tuple[Figure, ...]:
    """3~5%, 10∼20만원, 100만~200만원: the first end takes the unit of the second, and its scale where it has none."""
    between = _RANGE.match(text, first.end)
    if not between or not text[between.end() : between.end() + 1].isdecimal() or mask.end_at(between.end()) is not None:
        return ()
    right = read_numeral(text, between.end(), KOREAN)
    if right is None:
        return ()
    second = _figure(text, between.end(), right)
    second = replace(second, start=between.end(), value=abs(second.value))
    if first.unit or not second.unit:
        return (first, second) if "-" not in between[0] else (first,)
    scale = right.top_scale if not left.scaled and left.value < right.coefficient else Decimal(1)
    value = times(left.value, scale)
    if second.unit == "percent_point" and text[right.end : second.end].startswith("b"):
        value = times(value, Decimal("0.01"))
    first = replace(first, value=value.copy_sign(first.value), unit=second.unit, end=left.end, bound=second.bound)
    return (first, second)
