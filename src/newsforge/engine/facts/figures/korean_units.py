"""The counter after a Korean number, told apart where one syllable means several things."""

from __future__ import annotations

import re

from newsforge.engine.facts.figures.eastern import Numeral
from newsforge.engine.facts.figures.units import KOREAN as UNITS

# A counter ends before anything that is not Hangul or before a particle or suffix.
_COUNTER_END = re.compile(
    r"(?![가-힣])|이(?![가-힣])|이[다며고나라었요지]|[가은는을를의에도만과와로씩뿐당간째들꼴쯤여다며고든]|까지|부터"
    r"|보다|마다|밖에|이상|이하|이내|미만|초과|가량|정도|안팎"
    r"|내외|남짓|짜리|넘|전(?![가-힣])|후(?![가-힣])|뒤|중(?![가-힣])|내(?![가-힣])|으로|인(?![가-힣])|였|하고|조차"
    r"|처럼|차(?![가-힣])|대(?![가-힣])|입니[다까]|이에요|예요|이죠|인데|인가요|인\s|이래요|이네요|네요|죠(?![가-힣])|랍니다"
    r"|면|치(?![가-힣])|포인트|어치|권(?=[이을은의도 ,.]|$)|선(?![가-힣])"
)
# What turns an attached syllable into another word: 3장관, 3주민, 3도시
_NOT_COUNTER = {
    "명": "령단칭절예", "장": "관애기군병소비교", "회": "사의담원장의", "주": "민택요류차변",
    "도": "시청로민심의서전", "배": "우치당출터경",
    "사": "단람업고", "대": "양륙형외표통학기선상", "건": "물설강축", "동": "안시", "분": "기의석야배",
    "점": "포검유", "종": "합목", "개": "인선혁월발막최", "차": "량이관",
    "인": "자사근구", "석": "유탄방", "표": "적준현", "선": "거수언", "평": "균가화", "국": "민회가", "당": "원대국",
    "급": "여증등", "부": "작문장산", "번": "호역",
    "자": "녀리동회", "층": "간", "조": "사각합직", "실": "적점", "편": "의", "곳": "", "팀": "장", "위": "원험안",
    "살": "인해", "등": "급", "골": "프목든", "승": "용객진", "무": "기역",
    "패": "소", "타": "자이", "호": "텔", "기": "업관", "병": "원사", "잔": "액여", "발": "전표생", "척": "",
    "번째": "", "시즌": "", "원": "전자",
}  # fmt: skip
_DECADE_PEOPLE = re.compile(
    r"\s?(?:초반|중반|후반|남|여|청|노|환|학|직|이하|이상|부부|자녀|젊|취업|인구|[~∼·ㆍ,]\s?[1-9]0대|에|와|들|의|가"
    r"|는|도|로|만(?=\s)|부터|까지|[(:]?\s?[0-9][0-9,.]*\s?(?:명|%|만\s?명|천\s?명))"
)
#: What stands before the age group that a sentence ends with, or that is the last of several.
_DECADE_LED = re.compile(r"(?:연령대?[는가]|나이[는가]|세대[는가]|[1-9]0대[,·ㆍ와과]?)\s?$")
_MACHINE = re.compile(
    r"차량|승용차|버스|트럭|택시|자동차|전기차|오토바이|전투기|헬기|항공기|여객기|장갑차|드론|카메라|컴퓨터|서버"
    r"|장비|기계|로봇|전차|탱크|소방차|구급차|열차|CCTV|휴대전화|스마트폰|PC"
    r"|[A-Z]-?[0-9]+[A-Z]?\s?$"
)
_ORDINAL_TERM = re.compile(r"\s?(?:국회|대통령|총선|대선|총리|회장|의회|이사장|총장|원내|집행부|당대표)")
_NUMBERED = re.compile(r"\s(?:출구|버스|타자|국도|홀|홈|시드|트랙|후보|마|선발)")
_GENERATION = 9
_SHARES_FROM = 60
_TERMS_UP_TO = 20


def counter_ends(text: str, end: int) -> bool:
    """Whether a word that is only a counter may end at ``end``."""
    return _COUNTER_END.match(text, end) is not None


def read_unit(text: str, start: int, numeral: Numeral) -> tuple[str, int, bool]:
    """The canonical unit, where it ends, and whether 여 made the number approximate (2만3천여명)."""
    at = numeral.end
    about = text.startswith(("여", "몇"), at) and (at + 1 < len(text))
    if about:
        at += 1
    spaced = text[at : at + 1] in (" ", "\xa0")
    found = UNITS.find(text, at + spaced)
    if found is None or not _fits(text, at + spaced, found[0], spaced=spaced):
        unit, end = "", at if about else numeral.end
    else:
        end, unit = found[0], _told_apart(text, start, numeral, found[0], found[1])
    if text.startswith("제", start - 1) and start > 0 and not text[max(0, start - 2) : start - 1].strip().isalpha():
        unit = "ordinal"
    if unit == "" and _age_in_brackets(text, start, numeral):
        unit = "age"
    if text.startswith("여", end) and unit in ("hour", "year", "month", "day", "week", "minute", "metre", "kilometre"):
        about, end = True, end + 1
    return unit, end, about


def _fits(text: str, start: int, end: int, *, spaced: bool) -> bool:
    last, following = text[end - 1], text[end : end + 1]
    if last.isascii():
        return not (last.isalpha() and following.isascii() and following.isalnum()) and not (
            spaced and last.isalpha() and end - start == 1
        )
    word = text[start:end]
    if following and following in _NOT_COUNTER.get(word, ""):
        return False
    return not (spaced and len(word) == 1 and not counter_ends(text, end))


def _told_apart(text: str, start: int, numeral: Numeral, end: int, unit: str) -> str:
    word, value = text[end - 1], numeral.value
    if unit == "machine":
        if _ORDINAL_TERM.match(text, end):
            return "ordinal"
        is_decade = 10 <= value <= 100 and value % 10 == 0 and not _MACHINE.search(text[max(0, start - 14) : start])
        if is_decade and (_DECADE_PEOPLE.match(text, end) or _DECADE_LED.search(text[max(0, start - 8) : start])):
            return "age_decade"
        return (
            ""
            if text.startswith(
                (" 과제", " 핵심", " 국정", "강", " 강국", " 그룹", " 은행", " 분야", " 전략", " 원칙"), end
            )
            else unit
        )
    if unit == "household" and word == "대" and value <= _GENERATION:
        return "ordinal"
    if unit == "week" and word == "주" and (value >= _SHARES_FROM or numeral.scaled):
        return "share"
    if unit == "term" and value > _TERMS_UP_TO:
        return "point"
    if unit == "time" and word == "번" and _NUMBERED.match(text, end):
        return "ordinal"
    if unit.startswith(("kilometre", "metre")) and text[max(0, start - 3) : start].strip() in ("시속", "초속"):
        return f"{unit}_per_{'hour' if '시속' in text[max(0, start - 3) : start] else 'second'}"
    return unit


def _age_in_brackets(text: str, start: int, numeral: Numeral) -> bool:
    """홍길동(35), 김모(35·남)."""
    if start < 2 or text[start - 1] != "(" or not "가" <= text[start - 2] <= "힣":
        return False
    return numeral.end - start <= 2 and numeral.value >= 5 and text[numeral.end : numeral.end + 1] in tuple(")·,ㆍ")
