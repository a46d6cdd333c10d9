"""Figures as Japanese news writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from newsforge.engine.facts.figures.eastern import JAPANESE, Numeral, read_numeral
from newsforge.engine.facts.figures.exact import number, plain, plus, ratio, significant, times
from newsforge.engine.facts.figures.mask import Mask
from newsforge.engine.facts.figures.prefix import read_prefix
from newsforge.engine.facts.figures.units import JAPANESE as UNITS
from newsforge.engine.facts.letters import words
from newsforge.engine.facts.model import Bound, Figure

_DIGIT = re.compile("[0-9]")
_IDENTIFIER = re.compile(r"0[0-9]{1,3}-[0-9]{2,4}-[0-9]{4}|[0-9]++(?:[-.][0-9]++){2,}+")
_RANGE = re.compile(r"[~〜～]|から(?=[0-9])|[–-]")
_VERSUS = re.compile(r"対|:|[-–−]")
_FRACTION = re.compile(r"([0-9]{1,5})分の([0-9]{1,5})|([0-9]{1,3})/([0-9]{1,4})(?![0-9/])")
_BEFORE = re.compile(r"(?:(?P<about>約|およそ|ほぼ|計約)|(?P<over>少なくとも|最低)|(?P<under>最大|最多|多くて))$")
_AFTER = re.compile(
    r"(?:を|に|が|の)?(?:(?P<about>余り?|ほど|前後|程度|近[くい]|強|弱|台|くらい|ぐらい)|(?P<over>以上|超|を?超え"
    r"|上回)|(?P<under>以下|未満|以内|下回))"
)
_KANJI = re.compile(
    r"(?<![一-龥0-9])(?P<vague>数|何)?(?P<number>[一二三四五六七八九十百千万億兆]{1,12})(?=[一-龥つヵカかケヶヶパ])"
)
_KANJI_COUNTERS = frozenset(
    words(
        "人 名 年 年間 日間 回 割 倍 歳 円 件 社 台 つ か月 カ月 ヶ月 か国 カ国 時間 分 秒 点 度 票 枚 本 匹 世帯 "
        "か所 カ所 番目 回目 年目 人目"
    )
)
#: 一人 is a person, 一部 and 一方 are words; a lone character counts before these only.
_LONE_COUNTERS = frozenset(
    words("人 割 つ 倍 年間 か月 カ月 ヶ月 か国 カ国 か所 カ所 件 社 回 台 票 歳 番目 回目 年目 人目 日間 円 年")
)
_WARI = re.compile(
    r"(?P<tenths>(?<![0-9.])[0-9]{1,3}(?:\.[0-9]{1,2})?|[一二三四五六七八九])割(?!合|引|り|安|高|当|れ|る"
    r"|増し)(?:(?P<hundredths>[0-9]"
    r"|[一二三四五六七八九])分(?!の[0-9一二三四五六七八九]))?(?:(?P<thousandths>[0-9]|[一二三四五六七八九])厘)?"
)
_KANJI_FRACTION = re.compile("(?<![一-九十])([二三四五六七八九十])分の([一二三四五六七八九])(?![十百])")
_HALF = re.compile(r"(?<![前後上下毎大夜一三四])半(?:数|分|減|額)")
_BELOW_ZERO = re.compile(r"(?:氷点下|マイナス)$")
_NAME = re.compile(r"[A-Za-z]-?$")


def japanese_figures(text: str, mask: Mask) -> Iterator[Figure]:
    position = 0
    while match := _DIGIT.search(text, position):
        masked = mask.end_at(match.start())
        if masked is not None:
            position = masked
            continue
        found, position = _read_at(text, match.start(), mask)
        yield from found
    yield from _words(text, mask)


def _read_at(text: str, start: int, mask: Mask) -> tuple[tuple[Figure, ...], int]:
    if identifier := _IDENTIFIER.match(text, start):
        digits = re.sub("[^0-9]", "", identifier[0])
        return (
            Figure(start, identifier.end(), "", Decimal(digits), "identifier", digits=len(digits)),
        ), identifier.end()
    if (fraction := _FRACTION.match(text, start)) and (figure := _fraction(fraction)):
        return (figure,), figure.end
    if wari := _WARI.match(text, start):
        figure = _tenths(text, wari)
        return (figure,), figure.end
    numeral = read_numeral(text, start, JAPANESE)
    if numeral is None:
        return (), start + 1
    prefix = read_prefix(text, start)
    if _NAME.search(text[max(0, start - 2) : start]) and not prefix.currency:
        return (Figure(start, numeral.end, "", numeral.value, "", digits=numeral.digits),), numeral.end
    first = _figure(text, start, numeral)
    if pair := _pair(text, first, numeral, mask):
        return pair, pair[-1].end
    return (first,), first.end


def _figure(text: str, start: int, numeral: Numeral) -> Figure:
    prefix = read_prefix(text, start)
    unit, end, about = _unit(text, start, numeral)
    value, negative, begin = numeral.value, prefix.negative, prefix.start
    if prefix.currency and unit == "":
        unit = prefix.currency
    if below := _BELOW_ZERO.search(text[max(0, begin - 4) : begin]):
        negative, begin = True, begin - (below.end() - below.start())
    if unit == "basis_point":
        unit, value = "percent_point", times(value, Decimal("0.01"))
    bound: Bound = "about" if about else _bound(text, prefix.start, end)
    return Figure(begin, end, "", -value if negative else value, unit, bound, numeral.digits)


def _unit(text: str, start: int, numeral: Numeral) -> tuple[str, int, bool]:
    at = numeral.end
    about = text.startswith("余", at)
    at += about
    found = UNITS.find(text, at)
    ordinal = start > 0 and text[start - 1] == "第"
    if found is None or not _fits(text, at, found[0]):
        in_brackets = text[start - 1 : start] in ("(", "（") and text[at : at + 1] in (")", "）", "・") and start > 1
        is_age = in_brackets and 5 <= numeral.value <= 120 and not text[start - 2].isascii()
        return "ordinal" if ordinal else "age" if is_age else "", at, about
    end, unit = found
    word = text[at:end]
    if word == "代" and numeral.value <= 100 and numeral.value % 10 == 0:
        unit = "age_decade"
    elif unit == "item" and word == "つ" and text.startswith("目", end):
        unit, end = "ordinal", end + 1
    elif unit == "point" and word == "ポイント" and text[:start].rstrip("0123456789.").endswith("%"):
        unit = "percent_point"
    return "ordinal" if ordinal else unit, end, about


def _fits(text: str, start: int, end: int) -> bool:
    word, following = text[start:end], text[end : end + 1]
    if word[-1].isascii():
        return not (word[-1].isalpha() and following.isascii() and following.isalnum())
    stops = {
        "人": "工類種格材権",
        "年": "生",
        "社": "会員長",
        "台": "湾風",
        "本": "当人社格",
        "席": "",
        "機": "能会関",
        "名": "前",
        "分": "の",
        "度": "",
        "点": "",
        "番": "組",
        "件": "",
        "元": "々",
        "株": "式",
        "棟": "",
        "字": "",
        "号": "",
        "つ": "",
    }
    return following == "" or following not in stops.get(word, "")


def _bound(text: str, start: int, end: int) -> Bound:
    if after := _AFTER.match(text, end):
        return "over" if after["over"] else "under" if after["under"] else "about"
    if before := _BEFORE.search(text[max(0, start - 6) : start]):
        return "over" if before["over"] else "under" if before["under"] else "about"
    return "exact"


def _fraction(match: re.Match[str]) -> Figure | None:
    denominator, numerator = (match[1], match[2]) if match[1] else (match[4], match[3])
    if not number(denominator) or (match[3] and number(numerator) >= number(denominator)):
        return None
    value = plain(ratio(number(numerator), number(denominator)))
    return Figure(match.start(), match.end(), "", value, "", digits=significant(numerator))


def _tenths(text: str, match: re.Match[str]) -> Figure:
    """三割 and 2割5分 in percent."""
    value = Decimal(0)
    for group, weight in (("tenths", Decimal(10)), ("hundredths", Decimal(1)), ("thousandths", Decimal("0.1"))):
        if written := match[group]:
            digit = JAPANESE.ones.get(written) or Decimal(written)
            value = plus(value, times(digit, weight))
    bound = _bound(text, match.start(), match.end())
    return Figure(match.start(), match.end(), "", plain(value), "percent", bound, significant(str(value)))


def _pair(text: str, first: Figure, left: Numeral, mask: Mask) -> tuple[Figure, ...]:
    """5対3, 3-1 and 3:1 are scores; 3~5% and 10~20万円 ranges."""
    if first.end == left.end and (between := _VERSUS.match(text, left.end)):
        right = (
            read_numeral(text, between.end(), JAPANESE) if text[between.end() : between.end() + 1].isdecimal() else None
        )
        if right and not right.scaled and not left.scaled and mask.end_at(between.end()) is None:
            unit, _, _ = _unit(text, between.end(), right)
            if not unit:
                second = Figure(between.end(), right.end, "", right.value, "ratio", digits=right.digits)
                return (replace(first, unit="ratio"), second)
    between = _RANGE.match(text, first.end)
    if not between or not text[between.end() : between.end() + 1].isdecimal() or mask.end_at(between.end()) is not None:
        return ()
    right = read_numeral(text, between.end(), JAPANESE)
    if right is None:
        return ()
    second = replace(_figure(text, between.end(), right), start=between.end())
    second = replace(second, value=abs(second.value))
    if first.unit or not second.unit:
        return (first, second)
    scale = right.top_scale if not left.scaled and left.value < right.coefficient else Decimal(1)
    return (replace(first, value=times(first.value, scale), unit=second.unit, bound=second.bound), second)


def _words(text: str, mask: Mask) -> Iterator[Figure]:
    for match in _WARI.finditer(text):
        if not match["tenths"][0].isdecimal() or not match["tenths"].isascii():
            yield _tenths(text, match)
    for match in _KANJI.finditer(text):
        if not match["vague"] and mask.end_at(match.start()) is None and (figure := _kanji(text, match)):
            yield figure
    for match in _KANJI_FRACTION.finditer(text):
        value = ratio(JAPANESE.ones[match[2]], JAPANESE.ones.get(match[1]) or Decimal(10))
        yield Figure(match.start(), match.end(), "", plain(value), "", digits=1)
    for match in _HALF.finditer(text):
        yield Figure(match.start(), match.end(), "", Decimal("0.5"), "", digits=0)


def _kanji(text: str, match: re.Match[str]) -> Figure | None:
    numeral = read_numeral(text, match.start("number"), JAPANESE, words=True)
    if numeral is None:
        return None
    unit, end, about = _unit(text, match.start("number"), numeral)
    counter = text[numeral.end + about : end]
    lone = numeral.end - match.start("number") == 1
    if lone and counter in ("年", "円") and text[match.start("number")] not in "百千":
        return None
    if not unit or counter not in (_LONE_COUNTERS if lone else _KANJI_COUNTERS):
        return None
    bound: Bound = "about" if about else _bound(text, match.start("number"), end)
    return Figure(match.start("number"), end, "", numeral.value, unit, bound, numeral.digits)
