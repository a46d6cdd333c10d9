# ruff: noqa: E501 -- patterns of three languages read best beside each other; a Korean letter counts as two
"""Figures that the article does not write and that follow from what it does: an age, years since a year."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from newsforge.engine.facts.model import Figure
from newsforge.engine.receipts.amounts import same_unit
from newsforge.engine.receipts.claim import Claim

_DECADE = re.compile(r"[1-9]0(?:대|代)")
#: Wants to study the ruling first: no first of anything.
_ENDS = re.compile(r"\s*(?:$|[.,;:!?)])")
_AGO = re.compile(r"\s?(?:전|前|ago\b|earlier\b|만에|ぶり)")
#: Who is first of a row, and who comes next.
_RANK = re.compile(r"\d{1,2} ?[위位]|(?:first|second|third) place\b")
_MOST = re.compile(
    r"가장 (?:많|높|큰|컸|앞)|최다|최대|선두|(?<![가-힣])우승|에 이어|[을를] 이어|제치고|\bmost\b|\blargest\b|\bbiggest\b|\btop\b|\bled by\b|"
    r"\b(?:second|next) (?:only )?to\b|最も|最多|最大|首位|優勝|に次"
)
_NEXT = re.compile(r"뒤를 이|에 이어|그다음|다음으로|\bfollowed by\b|\bsecond to\b|\bthen\b|に次|続い|続く")
_LAST_OF_NEXT = 3
_ON_THE = re.compile(r"\b(?:on|until|by|from|since) the $")
_OFTEN = tuple(
    (re.compile(said), re.compile(told))
    for said, told in (
        (r"하루(?:에)? 한 번|하루 1회|1日1回|once a day", r"매일|날마다|毎日|\bdaily\b|하루 한 번|1日1回|\bonce a day\b"),
        (r"(?:일)?주(?:일)?에 한 번|주 ?1회|週(?:に)?1回|once a week", r"매주|毎週|週1回|주 ?1회|일주일에 한 번|\bweekly\b|\bonce a week\b"),
        (r"한 달에 한 번|월 ?1회|月(?:に)?1回|once a month", r"매달|매월|毎月|月1回|월 ?1회|한 달에 한 번|\bmonthly\b|\bonce a month\b"),
        (r"1년에 한 번|한 해 한 번|연 ?1회|年(?:に)?1回|once a year", r"매년|해마다|毎年|年1回|연 ?1회|\bannual(?:ly)?\b|\byearly\b|\bonce a year\b"),
    )
)  # fmt: skip
_FATE = re.compile(r"숨[졌지진]|사망|다[치쳤친]|부상|실종|死亡|けが|負傷|行方不明")
_FATE_WITHIN = 16
#: One who is told by name or age.
_NAMED_FATE = re.compile(
    r"(?:씨|군|양|さん|\(\d{1,3}(?:세|歳)?\))(?:씨)?(?:이|가|은|는) [^.。,]{0,24}?(?P<fate>숨[졌지진]|사망|다[치쳤친]|부상|실종)"
    r"|(?:さん|[(（]\d{1,3}歳?[)）](?:さん)?)[がは][^。、]{0,24}?(?P<fate_ja>死亡|けが|負傷|行方不明)"
)
#: Two fates told as one.
_BOTH = re.compile(r"[가-힣]거나 |사상자|사상(?=을|이)|\bor\b|\bcasualties\b|死傷|か行方不明|または")
_LATER = re.compile(r"\s?(?:뒤|후|만에|전|後|前|after\b|before\b|later\b|earlier\b)")
_MORE = re.compile(r"[이을]?\s?(?:넘|이상|초과|웃도|超|以上|を超|より多)")
_MORE_BEFORE = re.compile(r"\b(?:more than|over|at least) (?:a )?$")
_HALF = re.compile(r"절반|半数|半分|\bhalf\b")
_MAJORITY = re.compile(r"과반|過半数|\bmajority\b")
#: The time before that a number is compared with, in the claim and in the sentence that tells it.
_THEN = re.compile(
    r"지난해|작년|전년|전달|지난달|昨年|前年|先月|\blast (?:year|month|season)\b|\byear (?:ago|earlier|before)\b"
    r"|\bprevious\b"
)


def follows(claim: Claim, figure: Figure) -> bool:
    return (
        (figure.text.lower() == "first" and _ENDS.match(claim.lower, figure.end) is not None)
        or _is_age_in_brackets(claim, figure)
        or _is_said_in_word(claim, figure)
        or _is_since_a_year(claim, figure)
        or _is_rank(claim, figure)
        or _is_day_of_month(claim, figure)
        or _is_how_often(claim, figure)
        or _is_one_person(claim, figure)
        or _is_between_days(claim, figure)
        or _is_both_together(claim, figure)
        or _is_majority(claim, figure)
        or _is_court_of(claim, figure)
        or _is_of_two_kinds(claim, figure)
        or _is_less_than_then(claim, figure)
        or _is_split_time(claim, figure)
        or _is_share(claim, figure)
    )


def _is_age_in_brackets(claim: Claim, figure: Figure) -> bool:
    """50대 운전자 for 운전자 A(54)씨."""
    if figure.unit not in {"machine", "age_decade"} or not _DECADE.fullmatch(figure.text):
        return False
    return re.search(rf"\({figure.text[0]}\d(?=[)·,세 ])", claim.evidence.cased) is not None


def _is_said_in_word(claim: Claim, figure: Figure) -> bool:
    """하루 앞두고 for 하루 전: the word stands there, as part of a day."""
    return figure.text == "하루" and re.search(r"(?<![가-힣])하루", claim.evidence.everything) is not None


def _is_since_a_year(claim: Claim, figure: Figure) -> bool:
    """7년 전 문 닫은 학교 for 2019년 문을 닫은, in 2026."""
    anchor = claim.evidence.anchor
    if anchor is None or figure.unit != "year" or _AGO.match(claim.lower, figure.end) is None:
        return False
    return any(anchor.year - figure.value == mention.year for _, mention in claim.evidence.dates)


def _is_rank(claim: Claim, figure: Figure) -> bool:
    """중국인이 412만명으로 1위, where the article says 가장 많았고; 2위 of 뒤를 이었다."""
    if figure.unit != "ordinal" or _RANK.match(claim.lower, figure.start) is None:
        return False
    told = _MOST if figure.value == 1 else _NEXT if figure.value <= _LAST_OF_NEXT else None
    return told is not None and any(told.search(source.folded.text) for source in claim.surroundings)


def _is_both_together(claim: Claim, figure: Figure) -> bool:
    """6명이 숨지거나 실종됐다, of 4명이 숨지고 2명이 실종됐다."""
    if figure.unit not in {"person", ""} or not tells_both(claim.lower):
        return False
    return any(
        one is not other
        and same_unit(figure, one)
        and same_unit(one, other)
        and one.value + other.value == figure.value
        for source in claim.alignment.sources[:2]
        for one in source.facts.figures
        for other in source.facts.figures
    )


def _is_day_of_month(claim: Claim, figure: Figure) -> bool:
    """On the 12th; with an hour the day has to be that hour's, which cannot be seen here."""
    return (
        figure.unit == "ordinal"
        and all(mention.minute_of_day is None for mention in claim.facts.dates)
        and _ON_THE.search(claim.lower[: figure.start]) is not None
        and any(mention.day == figure.value for _, mention in claim.evidence.dates)
    )


def _is_how_often(claim: Claim, figure: Figure) -> bool:
    """한 달에 한 번 for monthly; that it is not weekly is seen elsewhere."""
    return any(
        match.start() <= figure.start < match.end() and told.search(claim.evidence.everything) is not None
        for said, told in _OFTEN
        for match in said.finditer(claim.lower, max(0, figure.start - _AROUND), figure.end + _AROUND)
    )


def _is_one_person(claim: Claim, figure: Figure) -> bool:
    """1명이 숨지고, where the article names the one: 기관사 박모(57)씨가 숨지고."""
    if figure.value != 1 or figure.unit != "person":
        return False
    fate = _FATE.search(claim.lower, figure.end, figure.end + _FATE_WITHIN)
    return fate is not None and any(
        (match["fate"] or match["fate_ja"])[:1] == fate.group()[:1]
        for source in claim.surroundings
        for match in _NAMED_FATE.finditer(source.folded.text)
    )


@lru_cache(maxsize=256)
def tells_both(text: str) -> bool:
    return _BOTH.search(text) is not None


def _is_between_days(claim: Claim, figure: Figure) -> bool:
    """Six days after the council approved it, where it did so on March 3 and the mayor signed on March 9."""
    if figure.unit != "day" or _LATER.match(claim.lower, figure.end) is None:
        return False
    days = {mention.resolved for source in claim.surroundings for mention in source.dates if mention.resolved}
    return any((one - other).days == figure.value for one in days for other in days)


def is_told_loosely(claim: Claim, figure: Figure) -> bool:
    """More than half for 58%, nearly half for 47%; with a figure of the claim's own that says which share it is."""
    if _HALF.fullmatch(figure.text.lower()) is None:
        return False
    before, behind = claim.lower[max(0, figure.start - _AROUND) : figure.start], claim.lower[figure.end :]
    if _MORE.match(behind) or _MORE_BEFORE.search(before):
        least, most = 50, _MOST_OF_HALF
    elif _NEARLY.match(behind) or _NEARLY_BEFORE.search(before):
        least, most = _LEAST_OF_HALF, 50
    else:
        return False
    return any(
        other.unit == "percent" and least < other.value < most
        for source in claim.alignment.sources[:2]
        for other in source.facts.figures
    )


#: In percent.
_LEAST_OF_HALF, _MOST_OF_HALF = 42, 66
_NEARLY = re.compile(r" ?(?:가까|에 육박|에 못 미|近く|弱)")
_NEARLY_BEFORE = re.compile(r"\b(?:nearly|almost|just under|close to) (?:a )?$|(?:約|ほぼ)$|거의 $")


def _is_of_two_kinds(claim: Claim, figure: Figure) -> bool:
    """5명이 다쳤다 of 승객 4명과 선원 1명이 다쳤다."""
    return figure.unit in {"person", ""} and any(
        same_unit(one, two)
        and same_unit(figure, one)
        and one.value + two.value == figure.value
        and _AND.fullmatch(source.folded.text[one.end : two.start]) is not None
        for source in claim.alignment.sources[:2]
        for one, two in pairwise(source.facts.figures)
    )


_AND = re.compile(r"(?:과|와|하고|,| and|と|、) ?(?:[가-힣]{1,6} |[一-鿿]{1,4}|[a-z]{1,9} )?")


def _is_court_of(claim: Claim, figure: Figure) -> bool:
    """1심 of what a 지법 decided."""
    match = _INSTANCE.match(claim.lower, figure.start)
    return match is not None and _COURTS[int(match["number"]) - 1].search(claim.evidence.everything) is not None


_INSTANCE = re.compile(r"(?P<number>[123]) ?심")
_COURTS = (
    re.compile(r"지법|지방법원|가정법원|행정법원|회생법원|[가-힣]지원|1심|원심"),
    re.compile(r"고법|고등법원|항소심|2심|원심"),
    re.compile(r"대법원|상고심|3심"),
)


def _is_majority(claim: Claim, figure: Figure) -> bool:
    """절반 넘게 for 과반."""
    if _HALF.search(figure.text.lower()) is None or _MAJORITY.search(claim.evidence.everything) is None:
        return False
    return bool(_MORE.match(claim.lower, figure.end) or _MORE_BEFORE.search(claim.lower[: figure.start]))


_SPLIT = re.compile(r"(?P<whole>\d+)\s?(?:초|秒)\s?(?P<part>\d{1,3})(?!\d)")
_DECIMAL = re.compile(r"(?<![\d.,])(?P<whole>\d+)\.(?P<part>\d{1,3})(?!\d)")


def _is_split_time(claim: Claim, figure: Figure) -> bool:
    """37.42 seconds for 37초42, and the other way round."""
    for mine, theirs in ((_SPLIT, _DECIMAL), (_DECIMAL, _SPLIT)):
        around = mine.finditer(claim.lower, max(0, figure.start - _AROUND), figure.end + _AROUND)
        here = next((one for one in around if one.start() <= figure.start < one.end()), None)
        if here is not None and (mine is _SPLIT or figure.unit in {"", "second"}):
            return any(one.groups() == here.groups() for one in theirs.finditer(claim.evidence.everything))
    return False


def _is_share(claim: Claim, figure: Figure) -> bool:
    """A quarter for 25%, a third for 33%."""
    return (
        not figure.unit
        and 0 < figure.value < 1
        and any(
            other.unit == "percent" and abs(other.value - 100 * figure.value) <= _A_PERCENT
            for source in claim.surroundings
            for other in source.facts.figures
        )
    )


_A_PERCENT = 1
#: What is said of a figure stands within so many characters of it: a line may be long, and hold figures only.
_AROUND = 40


@lru_cache(maxsize=256)
def _compares(text: str) -> bool:
    return _THEN.search(text) is not None


def _is_less_than_then(claim: Claim, figure: Figure) -> bool:
    """작년보다 5건 적다, where one sentence has 11건 and the next 지난해에는 16건."""
    if figure.unit in {"ordinal", "ratio", "age", "identifier"} or not _compares(claim.lower):
        return False
    sources = claim.evidence.sources
    for now in claim.alignment.sources[:2]:
        then = sources[now.index + 1] if now.index + 1 < len(sources) else None
        if then is None or _THEN.search(then.folded.text) is None:
            continue
        for one in now.facts.figures:
            if same_unit(figure, one) and any(
                same_unit(one, other) and abs(one.value - other.value) == figure.value > 0
                for other in then.facts.figures
            ):
                return True
    return False
