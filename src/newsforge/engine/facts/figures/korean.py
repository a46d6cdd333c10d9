"""Figures as Korean news writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from newsforge.engine.facts.figures.eastern import KOREAN, Numeral, join_numerals, read_numeral
from newsforge.engine.facts.figures.exact import number, plain, plus, ratio, significant, times
from newsforge.engine.facts.figures.korean_bounds import bound_of
from newsforge.engine.facts.figures.korean_units import counter_ends, read_unit
from newsforge.engine.facts.figures.korean_words import word_figures
from newsforge.engine.facts.figures.mask import Mask
from newsforge.engine.facts.figures.prefix import read_prefix
from newsforge.engine.facts.model import Bound, Figure

_DIGIT = re.compile("[0-9]")
_IDENTIFIER = re.compile(
    r"0[0-9]{1,2}[-)][0-9]{3,4}-[0-9]{4}(?![0-9])|1[5-9][0-9]{2}-[0-9]{4}(?![0-9])|[0-9]++(?:[-.][0-9]++){2,}+"
)
# 3~5%, 3-5%, and the list of 1·2위
_RANGE = re.compile(r"\s?[~∼〜～]\s?|[–·ㆍ-]")
_VERSUS = re.compile(r"\s?대\s?|\s?:\s?|[-–]")
_FRACTION = re.compile(r"([0-9]{1,5})\s?분의\s?([0-9]{1,5}(?:\.[0-9]{1,5})?)|([0-9]{1,3})/([0-9]{1,4})(?![0-9/])")
_AGE_BRACKET = re.compile(r"[)·,ㆍ]")
_LAW = re.compile(r"(?:[가-힣](?:법|헌|규|규칙|규정|조례|협약|조약|시행령|령)|법)\s?$|(?<![가-힣])제$")
_ARTICLE = re.compile(r"([0-9]{1,4})조")
# 3만 1인 가구, 5만 2차 피해자: the second number counts something else
_NEXT_COUNT = re.compile(r"[0-9]{1,2}(?:인|차|년|월|일|시|분기|위|번|호|단계|곳|개월|심)(?![0-9])")
_HALVED = frozenset(("hour", "year", "month", "day", "week"))
_AND_A_HALF = re.compile(r"\s?반(?=\s|$|[,.)]|만에|간|동안|가량|여|쯤|정도|이[^가-힣]|을|의)")
_HUNDREDTHS = re.compile(r"\s?([0-9])푼")
_THOUSANDTHS = re.compile(r"\s?([0-9])리")
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
    numeral = _read_spaced(text, start, mask)
    if _belongs_to_name(text, start):
        return (Figure(start, numeral.end, "", numeral.value, "", digits=numeral.digits),), numeral.end
    if pair := _versus(text, start, numeral, mask):
        return pair, pair[-1].end
    first = _figure(text, start, numeral)
    if pair := _range(text, first, numeral, mask):
        return pair, pair[-1].end
    return (first,), first.end


def _read_spaced(text: str, start: int, mask: Mask) -> Numeral:
    """The numeral at the digit at ``start``, over the spaces of "3조 2,000억" and "4만 5천 원"."""
    numeral = _plain_digits(text, start) if _LAW.search(text[max(0, start - 8) : start]) else None
    numeral = numeral or read_numeral(text, start, KOREAN)
    if numeral is None:
        raise AssertionError("a digit must stand at the start")
    while numeral.ends_on and text[numeral.end : numeral.end + 1] in (" ", "\xa0"):
        at = numeral.end + 1
        if not text[at : at + 1].isdecimal() or mask.end_at(at) is not None or _NEXT_COUNT.match(text, at):
            break
        right = read_numeral(text, at, KOREAN)
        joined = join_numerals(numeral, right) if right else None
        if joined is None:
            break
        numeral = joined
    return numeral


def _plain_digits(text: str, start: int) -> Numeral | None:
    """The 25 of "당헌 25조" (article 25)."""
    match = _ARTICLE.match(text, start)
    if not match:
        return None
    value = Decimal(match[1])
    return Numeral(match.end(1), value, significant(match[1]), scaled=False, coefficient=value)


def _figure(text: str, start: int, numeral: Numeral) -> Figure:
    prefix = read_prefix(text, start)
    unit, end, about = read_unit(text, start, numeral)
    unit = unit or prefix.currency
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
        unit, value, end = _batting(text, value, end)
    elif unit in _HALVED and (half := _AND_A_HALF.match(text, end)):
        value, end = plus(value, Decimal("0.5")), half.end()
    bound: Bound = "about" if about else bound_of(text, figure_start, end)
    return Figure(figure_start, end, "", -value if negative else value, unit, bound, numeral.digits)


def _batting(text: str, tenths: Decimal, end: int) -> tuple[str, Decimal, int]:
    """3할 2푼 5리 in percent."""
    value = times(tenths, Decimal(10))
    if match := _HUNDREDTHS.match(text, end):
        value, end = plus(value, Decimal(match[1])), match.end()
    if match := _THOUSANDTHS.match(text, end):
        value, end = plus(value, times(Decimal(match[1]), Decimal("0.1"))), match.end()
    return "percent", value, end


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
    if not text[between.end() : between.end() + 1].isdecimal():
        return ()
    right = _read_spaced(text, between.end(), mask)
    if right.scaled or text.startswith("대", right.end) or text[start - 1 : start] == "제":
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
    right = _read_spaced(text, between.end(), mask)
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
