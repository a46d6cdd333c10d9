"""Korean numbers in words. They count only with a counter after them, or every 이 and 한 would be a number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from newsforge.engine.facts.figures.eastern import KOREAN, read_numeral
from newsforge.engine.facts.figures.korean_bounds import bound_of
from newsforge.engine.facts.figures.korean_units import counter_ends
from newsforge.engine.facts.figures.mask import Mask
from newsforge.engine.facts.figures.units import KOREAN as UNITS
from newsforge.engine.facts.letters import words
from newsforge.engine.facts.model import Bound, Figure

_NATIVE_ONES = {
    "한": 1, "두": 2, "세": 3, "석": 3, "서": 3, "네": 4, "넉": 4, "너": 4, "다섯": 5, "닷": 5, "여섯": 6, "엿": 6,
    "일곱": 7, "여덟": 8, "아홉": 9,
}  # fmt: skip
_NATIVE_TENS = {
    "열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70, "여든": 80, "아흔": 90,
}  # fmt: skip
_PAIRS = {
    "한두": (1, 2, 1), "두세": (2, 3, 1), "서너": (3, 4, 1), "너댓": (4, 5, 1), "네댓": (4, 5, 1),
    "네다섯": (4, 5, 1), "대여섯": (5, 6, 1), "예닐곱": (6, 7, 1),
    "일고여덟": (7, 8, 2), "두서너": (2, 4, 1),
}  # fmt: skip
_COUNTERS = (
    "명 사람 분 식구 가구 세대 채 곳 군데 개 가지 종류 나라 개국 건 차례 번 배 곱절 살 해 달 주 시간 번째 대 척 발 "
    "마리 그루 송이 포기 권 장 편 작품 동 층 석 "
    "표 팀 골 경기 게임 점 세트 라운드 시즌 안타 홈런 병 잔 상자 걸음 쪽 글자 단계 모금 마디 끼 켤레 벌 축 줄 바퀴 "
    "학기 문제 문항 모 개사 기업 회사 업체 도시 학교"
)


def _any(alternatives: Iterable[str]) -> str:
    return "|".join(sorted(alternatives, key=len, reverse=True))


_NATIVE = re.compile(
    r"(?<![가-힣0-9])(?=[한두세석서네넉너다닷여엿일아열스마쉰예대])"
    rf"(?:(?P<pair>{_any(_PAIRS)})|(?P<tens>{_any(_NATIVE_TENS)})?(?P<ones>{_any(_NATIVE_ONES)})?)"
    rf"(?P<about>여)?\s?(?P<counter>{_any(words(_COUNTERS))})"
)
_SINO = re.compile(
    r"(?<![가-힣0-9.,])(?<!수\s)(?<!몇\s)(?P<number>[일이삼사오육칠팔구십백천만][일이삼사오육칠팔구십백천만억조]{0,11})(?=여?\s?[가-힣])"
)
_SINO_SCALE = re.compile("[십백천만억]")
# 만일 (if), 천사 (angel), 백일: words, not 10001, 1004, 101
_SINO_WORD = re.compile(r"[백천만][일이삼사오육칠팔구]$")
_SINO_COUNTERS = frozenset(
    words(
        "원 명 달러 개 건 가구 년 번 배 대 권 그루 마리 평 톤 개월 주 분 시간 살 퍼센트 미터 킬로미터 채 장 표 석 곳 "
        "사람 엔 위안 유로 세 년간 가지 척 병 점"
    )
)
_LONE_SCALE_COUNTERS = frozenset(words("원 명 달러 개 건 가구 년 번 배 권 그루 마리 톤 표 곳 사람 가지 년간"))
_LONE_ONE_COUNTERS = frozenset(words("개월 년 년간"))
_FULL_HOUSE = re.compile(r"만원\s?(?:관중|버스|지하철|사례|행렬|전철|열차|을 이)")
_FIXED = re.compile(
    r"(?<![가-힣])(?:(?P<half>절반|반토막)|(?P<days>하루(?=\s?(?:만에|동안|간(?![가-힣])|앞두|전(?![가-힣])"
    r"|뒤(?![가-힣])|앞서))|이틀|사흘|나흘"
    r"|닷새|엿새|여드레|아흐레|열흘|보름(?!달))|(?P<half_year>반년))"
)
_DAYS = {
    "하루": 1,
    "이틀": 2,
    "사흘": 3,
    "나흘": 4,
    "닷새": 5,
    "엿새": 6,
    "여드레": 8,
    "아흐레": 9,
    "열흘": 10,
    "보름": 15,
}
_EXTRA_UNITS = {
    "분": "person",
    "모": "item",
    "도시": "place",
    "학교": "school",
    "기업": "company",
    "회사": "company",
    "업체": "company",
}
# 일을 한 사람 (who did it), 올 한 해, 다시 한 번
_NOT_ONE = re.compile(r"(?:[을를]\s?|올\s?|그\s?|다시\s?|또\s?|또다시\s?)$")
_VERB_COUNTERS = frozenset(words("사람 곳 건 점 달 편 대 주 해 분 번 차례 나라 축 줄 장 단계"))


def word_figures(text: str, mask: Mask) -> Iterator[Figure]:
    for match in _NATIVE.finditer(text):
        if (match["pair"] or match["tens"] or match["ones"]) and counter_ends(text, match.end()):
            yield from _native(text, match)
    for match in _SINO.finditer(text):
        if mask.end_at(match.start()) is None and (figure := _sino(text, match)):
            yield figure
    for match in _FIXED.finditer(text):
        yield _fixed(text, match)


def _native(text: str, match: re.Match[str]) -> Iterator[Figure]:
    counter = match["counter"]
    unit = _EXTRA_UNITS.get(counter) or UNITS.words.get(counter, "item")
    if match["pair"]:
        low, high, split = _PAIRS[match["pair"]]
        middle = match.start() + split
        yield Figure(match.start(), middle, "", Decimal(low), unit, "about", 1)
        yield Figure(middle, match.end(), "", Decimal(high), unit, "about", 1)
        return
    if match["ones"] == "한" and not match["tens"]:
        if counter in _VERB_COUNTERS and _NOT_ONE.search(text[max(0, match.start() - 4) : match.start()]):
            return
        if not match[0][1:2].isspace():
            return  # 한번, 한편, 한때 are adverbs
    value = _NATIVE_TENS.get(match["tens"] or "", 0) + _NATIVE_ONES.get(match["ones"] or "", 0)
    bound: Bound = "about" if match["about"] else bound_of(text, match.start(), match.end())
    yield Figure(match.start(), match.end(), "", Decimal(value), unit, bound, len(str(value).rstrip("0")))


def _sino(text: str, match: re.Match[str]) -> Figure | None:
    word = match["number"]
    numeral = read_numeral(text, match.start(), KOREAN, words=True)
    if numeral is None or _SINO_WORD.search(word):
        return None
    at = numeral.end
    about = text.startswith("여", at)
    at += about
    at += text[at : at + 1] == " "
    found = UNITS.find(text, at)
    if found is None or not counter_ends(text, found[0]) or _FULL_HOUSE.match(text, match.start()):
        return None
    counter = text[at : found[0]]
    length = numeral.end - match.start()
    if length == 1:
        allowed = _LONE_SCALE_COUNTERS if _SINO_SCALE.match(word) else _LONE_ONE_COUNTERS
        if word[0] == "이" and counter != "개월":
            return None
    else:
        allowed = _SINO_COUNTERS
    if counter not in allowed or (length > 1 and not _SINO_SCALE.search(text[match.start() : numeral.end])):
        return None
    bound: Bound = "about" if about else bound_of(text, match.start(), found[0])
    return Figure(match.start(), found[0], "", numeral.value, found[1], bound, numeral.digits)


def _fixed(text: str, match: re.Match[str]) -> Figure:
    start, end = match.span()
    bound = bound_of(text, start, end)
    if match["half"]:
        return Figure(start, end, "", Decimal("0.5"), "", bound, digits=0)
    if match["half_year"]:
        return Figure(start, end, "", Decimal("0.5"), "year", bound, digits=0)
    return Figure(start, end, "", Decimal(_DAYS[match["days"]]), "day", bound, digits=1)
