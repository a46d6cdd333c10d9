# ruff: noqa: E501, SIM905 -- lists of words read best as lines of words; a Korean letter counts as two
"""Whether a person is called by a position that the article gives him or her."""

from __future__ import annotations

import re

from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.model import Problem

_KO = (
    "부회장 회장 부사장 사장 공동대표 대표이사 대표 부위원장 위원장 위원 상무 전무 본부장 국장 과장 부장 팀장 실장 소장 원장 학장 총장 부총장 교수 "
    "연구위원 연구원 선임연구원 부총재 총재 부총리 총리 대통령 시장 군수 지사 구청장 차관 장관 의원 후보 감독 코치 선수 변호사 판사 부장판사 검사 "
    "대변인 부이사장 이사장 이사 센터장 지점장 서장 청장 처장 단장 조합장 지부장 노조위원장 사무총장 사무국장 관장 교장 대사 부대표 원내대표 수석 "
    "작가 소설가 배우 가수 의사 전문의 애널리스트 이코노미스트 매니저 기장 선장"
).split()
_EN = (
    "chief executive officer|chief executive|ceo|chief financial officer|finance chief|finance director|cfo|chief operating officer|coo|"
    "chief technology officer|cto|chief economist|chief scientist|vice president|vice chair(?:man|woman)?|president|"
    "chair(?:man|woman|person)?|managing director|executive director|director|general secretary|secretary general|"
    "deputy mayor|mayor|deputy minister|prime minister|minister|lieutenant governor|deputy governor|governor|senator|"
    "spokes(?:man|woman|person)|professor|lecturer|judge|lawyer|attorney|prosecutor|analyst|economist|fire chief|"
    "police chief|sheriff|captain|coach|manager|founder|investigator|superintendent|commissioner|ambassador"
)
_JA = (
    "副社長|社長|副会長|会長|専務|常務|取締役|課長|次長|部長|局長|室長|所長|院長|学長|准教授|教授|研究員|副知事|知事|副市長|市長|町長|村長|"
    "首相|副大臣|大臣|官房長官|長官|委員長|副総裁|総裁|議員|監督|コーチ|選手|弁護士|裁判長|裁判官|検事|報道官|理事長|理事|署長|店長|編集長"
)
#: A car park is no deputy head, and what somebody claims is no captain.
_KO_ALIKE = r"(?<!주)차장|(?<!의 )주장(?!이다|입니다|이라|이었|을|이 나)"
_TITLES = {
    "ko": re.compile(
        rf"(?:{'|'.join(sorted(_KO, key=len, reverse=True))}|{_KO_ALIKE})(?=$|[^가-힣]|[은는이가을를의도와과에께로님]|측|도|인|였|이었)"
    ),
    "latin": re.compile(rf"\b(?:{_EN})\b"),
    "ja": re.compile(f"(?:{_JA})"),
}
_PERSON = {
    "ko": re.compile(r"(?<![가-힣])[가-힣]{1,3}[가-힣](?<![는를])(?=\s)"),
    "latin": re.compile(rf"\b(?:(?i:{_EN})\s)?[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){{0,2}}"),
    "ja": re.compile(r"[一-鿿ぁ-ヿ]{2,6}?(?=・|(?:" + _JA + "))"),
}
_LEADING = re.compile(rf"(?P<title>(?i:{_EN}))\s(?=[A-Z])")
#: The deputy is not the head.
_DEPUTY = re.compile(r"^(?:부|副|vice |deputy )")
#: One office in two words.
_SAME = ({"chief executive", "chief executive officer", "ceo"}, {"chief financial officer", "finance chief", "finance director", "cfo"},
         {"chief operating officer", "coo"}, {"chief technology officer", "cto"}, {"lawyer", "attorney"},
         {"대표", "대표이사"}, {"chairman", "chairwoman", "chairperson", "chair"},
         {"spokesman", "spokeswoman", "spokesperson"}, {"위원장", "노조위원장"}, {"소설가", "작가"})  # fmt: skip
#: How far a position may stand from its name.
_NEAR = {"ko": 26, "latin": 44, "ja": 22}
_STOP = {"ko": re.compile(r"[,.\"“”‘’]|(?<=[가-힣])[은는이가](?=\s)"), "latin": re.compile(r"[.;:\"“”]|\b(?:and|said|says|told)\b"),
         "ja": re.compile(r"[、。「」]|[はがをに](?=[^・])")}  # fmt: skip


def problems(claim: Claim) -> list[Problem]:
    """Korean ``name (house) title``, English on either side of the name, Japanese ``name・title``."""
    script = script_of(claim.language)
    if claim.foreign or script not in _TITLES:
        return []
    found: list[Problem] = []
    for person in _PERSON[script].finditer(claim.statement):
        name = person.group()
        own = _leading(claim.statement, person) if script == "latin" else None
        if own is not None:
            name = name[own[1] + len(own[0]) + 1 - person.start() :]
        own = own or _after(claim.statement, person.end(), script)
        if own is None:
            continue
        title, start = own
        stated = _stated(claim, name, script)
        if stated and not any(_is_same(title, other) for other in stated):
            why = f"The article calls {name} {', '.join(sorted(stated))}, not {title}."
            found.append(Problem("name", title, why, start, start + len(title)))
    return found


def _leading(text: str, person: re.Match[str]) -> tuple[str, int] | None:
    """Chairman Ingrid Baumann: the position stands before the name as if it were a part of it."""
    head = _LEADING.match(text, person.start(), person.end())
    return (head["title"].lower(), person.start()) if head is not None else None


def titles_in(text: str, script: str) -> list[tuple[str, int]]:
    """Each position with its place; none in a script that is not read here."""
    pattern = _TITLES.get(script)
    return [(match.group(), match.start()) for match in pattern.finditer(text)] if pattern is not None else []


def _after(text: str, at: int, script: str) -> tuple[str, int] | None:
    if script == "latin" and not text.startswith(", ", at):
        return _before(text, at, script)
    window = text[at : at + _NEAR[script]]
    title = _TITLES[script].search(window.lower() if script == "latin" else window)
    if title is None:
        return _before(text, at, script)
    stop = _STOP[script].search(window, 2)
    if stop is not None and stop.start() < title.start():
        return None
    return title.group(), at + title.start()


def _before(text: str, at: int, script: str) -> tuple[str, int] | None:
    """Chief executive Eamon Prewitt said."""
    if script != "latin":
        return None
    head = re.search(rf"\b({_EN}),?\s+(?:[A-Z][\w'’-]+\s?){{1,3}}$", text[max(0, at - 70) : at])
    return (head.group(1), max(0, at - 70) + head.start(1)) if head else None


def _stated(claim: Claim, name: str, script: str) -> set[str]:
    """The positions near every mention of the name in the article; empty when it does not occur there."""
    found: set[str] = set()
    for source in claim.evidence.sources:
        text = source.text
        for mention in re.finditer(re.escape(name), text):
            first = max(0, mention.start() - _NEAR[script])
            window = text[first : mention.end() + _NEAR[script] + 12]
            found |= set(_TITLES[script].findall(window.lower() if script == "latin" else window))
    return found


def _is_same(claimed: str, stated: str) -> bool:
    if claimed != stated and _DEPUTY.sub("", claimed) == _DEPUTY.sub("", stated):
        return False
    if claimed.endswith(stated) or stated.endswith(claimed):
        return True
    return any({claimed, stated} <= group for group in _SAME)
