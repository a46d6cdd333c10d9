"""Figures that tell something: how many, how much, by how much. None is a number that only names a thing (3호실,
제12조, Flight 370), a clock (2시 32분), or how old somebody is (80대, 34)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsforge.engine.text.abbreviations import OPENERS
from newsforge.engine.text.stopwords import ENGLISH

_KO_NUMBER = r"(?<![\d제])(?<!제 )\d[\d,.]*\s?(?:여\s?)?(?:조|억|만|천|백|십)?\s?\d*[\d,.]*\s?(?:조|억|만|천)?여?\s?"
#: 80대 환자, 40대 이하: of people, not of cars.
_AGED = (
    r"(?:이상|이하|초반|중반|후반|남|여|부부|청년|노인|환자|운전|직원|노동|근로|주민|작업|기사|학생|엄마|아빠|가장|"
    r"자영|직장|주부|승객|선원|피의|용의|[가-힣]?씨|[A-Z])"
)
_FIGURES = {
    "ko": re.compile(
        rf"{_KO_NUMBER}(?:원|달러|엔|유로|위안|명|건|곳|개(?!월)|배|㎡|㎢|㎞|km|㎏|kg|가구|포인트|p|%|퍼센트|척|마리|권|편|표|"
        r"석|승|타|점|골|차례|평|시간|병상|개국|개사|와트|채|㎝|cm|㎜|mm|m(?![A-Za-z²])|㏊|㎾|MW|GW|"
        rf"(?<![1-9]0)대|(?<=[1-9]0)대(?! ?{_AGED}|[는은도의] )|(?:톤|t)(?! ?(?:화물|트럭|덤프|탑차|포터|급))|"
        r"회(?! ?[초말차째])|(?<=[만천])호)|"
        # 94-91로 꺾었다; 4.5개월 길었다
        r"(?<![\d-])\d{1,3}[-–:]\d{1,3}(?=으?로 |\s?(?:승리|패배|완승|역전승))|"
        r"\d+\.\d+개월|(?<!\d)\d{1,3}개월(?= ?(?:길|짧|늘|줄|연장|단축|앞당|늦))|"
        # Minutes that something takes, and how often it was done.
        r"(?<![\d시반])(?<!시 )(?<!전반 )(?<!후반 )\d{1,3}분(?= ?(?:만|간|동안|가량|이[나상내]|[을를] ))|"
        r"(?<![\d-])\d{1,2}번(?= ?(?:만|이나|이상|째|[은을] ))"
    ),
    "en": re.compile(
        r"[$€£¥₩]\s?\d|\b\d[\d,.]*\s?(?:%|percent\b|per cent\b|million\b|billion\b|trillion\b|thousand\b|km\b|feet\b)|"
        r"\b\d{1,3},\d{3}\b|\b\d[\d,]*(?:\.\d+)? (?:[a-z]+ )?(?!years old\b|hours\b|minutes\b|seconds\b|days\b|"
        r"was\b|has\b|is\b|as\b|[a-z]+ss\b|years (?:ago|earlier|later)\b)[a-z]{3,}s\b|\b\d[\d,]* people\b|"
        r"\b\d{1,3}[-–]\d{1,3}\b(?= (?:win|victory|defeat|loss|draw|on\b|to\b|over\b|against\b|in\b))"
    ),
    "ja": re.compile(
        r"(?<!第)[\d０-９][\d０-９,.．，]*\s?(?:[兆億万千百][\d０-９,，]*)*(?:円|ドル|人|件|％|%|台|倍|社|カ所|か所|個|トン|キロ|"
        r"メートル|ポイント|カ国|世帯|本|点|回(?![表裏目])|センチ|戸|棟)"
    ),
    "": re.compile(r"\d[\d.,]*\s?(?:%|€|\$|Mio|Mrd|million|milli|mil)|[$€£]\s?\d"),
}  # fmt: skip
#: Flight 370 passengers, Room 12: what a capital before it names.
_EN_NAMED = re.compile(r"(?P<word>[A-Z][\w’']*|No|Nos)\.? $")


def key_figures(text: str, language: str) -> list[str]:
    """Of text without its quotes, in reading order."""
    pattern = _FIGURES.get(language, _FIGURES[""])
    return [match.group() for match in pattern.finditer(text) if language != "en" or not _names_a_thing(text, match)]


def has_key_figure(text: str, language: str) -> bool:
    return bool(key_figures(text, language))


def _names_a_thing(text: str, match: re.Match[str]) -> bool:
    if not match.group()[:1].isdigit() or re.search("[-–]", match.group()):
        return False
    before = _EN_NAMED.search(text, max(0, match.start() - 24), match.start())
    return before is not None and before["word"].lower() not in ENGLISH | OPENERS


#: What it comes to for one reader.
_EACH = re.compile(
    r"[$€£¥]\d[^.]{0,30}\b(?:a (?:year|month|week|day)|per (?:household|person|family|customer|ticket|night))\b|"
    r"\b(?:average|median|typical) (?:home|household|family|bill|customer|homeowner|salary|wage)\b|"
    r"(?:가구당|1인당|한 사람당|세대당|월평균|4인 가구)[^.]{0,16}\d[\d,.]*\s?[만천백]?\s?\d*\s?원|"
    r"(?:1世帯|1人|世帯)(?:あたり|当たり)[^。]{0,16}\d[\d,.]*万?円"
)


#: How a match ended.
_RESULT = re.compile(
    r"\d{1,3}[-–:]\d{1,3}(?:으?로)? ?[가-힣 ]{0,8}"
    r"(?:꺾|이겼|이기|제압|물리[쳤치]|눌렀|누르|승리|완승|역전승|완파|격파|신승)|"
    r"\b(?:beat|beats|defeated|won|edged|routed|thrashed|downed)\b[^.]{0,60}\b\d{1,3}[-–]\d{1,3}\b|"
    r"\b\d{1,3}[-–]\d{1,3} (?:win|victory)\b|"
    r"\d{1,3}(?:[-－–]|対)\d{1,3}で[^。]{0,8}(?:勝[っち利]|下し|破っ|破り|退け|制し)"
)


def is_result(text: str) -> bool:
    return _RESULT.search(text) is not None


def is_for_each(text: str) -> bool:
    """Whether it says what the news costs or brings a household."""
    return _EACH.search(text) is not None


_NUMBER = re.compile(r"(?P<number>\d+(?:[.,:-]\d+)*)(?:\s?(?P<unit>[가-힣一-龥%％]))?")


def lacking(text: str, told: str) -> set[tuple[str, str]]:
    """Numbers of ``text`` that ``told`` has not, each with the first letter of its unit: 3명 is not in 3호실."""
    known = set(_numbers(told))
    bare = {number for number, _ in known}
    return {
        (number, unit)
        for number, unit in _numbers(text)
        if (number, unit) not in known and (number, "") not in known and not (not unit and number in bare)
    }


def _numbers(text: str) -> Iterator[tuple[str, str]]:
    for match in _NUMBER.finditer(text):
        # 2-1로 이겨: a score has no unit.
        yield match["number"], "" if re.search("[:-]", match["number"]) else (match["unit"] or "")
