# ruff: noqa: E501, SIM905 -- lists of words read best as lines of words; a Korean letter counts as two
"""People in Korean sentences, and what is done to them: 공장장 최모(52)씨를 입건했다, 재판에 넘겨진 배씨."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsforge.engine.facts.name_words import KOREAN_SURNAMES
from newsforge.engine.receipts.sufferers import Act, Person, Suffered
from newsforge.engine.receipts.titles import titles_in

_ACTS = (
    (Act.BOOKED, re.compile(r"입건|(?:불구속 |구속 )?송치")),
    (Act.ARRESTED, re.compile(r"체포|(?<!불)구속(?!력| ?기소| ?송치|영장|적부)|검거")),
    (Act.CHARGED, re.compile(r"(?:불구속|구속|약식)? ?기소(?!유예)|재판에 넘")),
    (Act.SENTENCED, re.compile(r"(?<!무죄를 )(?<!무죄 )(?<!무죄)선고(?!유예)|실형을|형이 확정")),
    (Act.DISMISSED, re.compile(r"파면|해임(?!안)|해고|직위해제|경질|면직")),
    (Act.DISCIPLINED, re.compile(r"견책|감봉|정직 \d|징계(?!위)")),
    (Act.RESIGNED, re.compile(r"사임(?=했|하[고며]|한 )|사퇴(?=했|하[고며]|한 )|물러났")),
    (Act.DIED, re.compile(r"숨(?=졌|지고|지며|진 )|(?<![가-힣])사망(?=했|하[고며]|한 )")),
)
#: What one does, and nobody else to one.
_OWN = frozenset({Act.RESIGNED, Act.DIED})
_BEHIND = re.compile(
    r"^(?:(?P<adnominal>된|됐던|되었던|당한|받은|한|겨진|진)(?= )|[가-힣]{0,2}?(?P<passive>됐|되|돼|당[했하]|받[았는아]|겨졌|겨진|겨져)|"
    r"(?: ?(?:처분|조치|판결)?[을를이]? ?)(?P<got>받[았는은아]|내려졌))?"
)
_DENIED = re.compile(
    r"^[가-힣]{0,4}(?:지(?:는|도|를)? ?(?:않|못|아니)|[을를]? ?(?:면하|면했|피했|피하))|^[가-힣]{0,3} ?(?:여부|예정|방침|계획|검토)"
)
_TOKEN = re.compile(r"\S+")
_NOUN = re.compile(
    r"^(?P<noun>[가-힣A-Za-z·]*?(?:\(\d{1,3}[^)]{0,8}\))?(?:씨|\d{0,4}명)?)(?P<particle>에게[는도]?|께서는?|[을를은는이가도의와과]|이?다|이며|로)?[,.]?$"
)
_AGE = re.compile(r"\((?P<age>\d{1,3})[^)]{0,8}\)")
_PEOPLE = frozenset(
    "동승자 탑승자 승객 직원 운전자 운전사 기사 운전기사 의원 교사 간호사 의사 학생 주민 업주 점주 선원 승객 작업자 노동자 근로자 공무원 남편 아내 아들 딸 아버지 어머니 형 동생 "
    "남성 여성 피의자 피고인 용의자 간부 임원 대원 군인 경찰관 소방관 책임자 담당자 관리자 안전관리자 소유주 건물주 집주인 세입자 투자자 브로커 중개업자 공범 피해자 유족 "
    "전공의 기관사 선장 기장 조종사 감독관 주무관 사무관 교장 목사 신부 스님 회계사 세무사 변호사 현장소장 공장장 부군수 부시장 부지사 부구청장".split()
)
#: Anybody may be meant by them.
_ANYBODY = frozenset("남성 여성 피의자 피고인 용의자 피해자 공범 명 씨".split())
_NAME_OF = re.compile(r"^(?P<family>[가-힣])모?(?:\(|씨|$)|^(?P<letter>[A-Z])(?:\(|씨|$)")
_OBJECT, TOPIC = frozenset("을를"), frozenset("은는이가도")
_LEADS = 3


def suffered(text: str) -> Iterator[Suffered]:
    """``text`` is folded; what is asked for, or may come, is told as denied."""
    for act, pattern in _ACTS:
        for match in pattern.finditer(text):
            rest = text[match.end() :]
            behind = _BEHIND.match(rest)
            person = _person_of(text, act, match, behind)
            if person is not None:
                yield Suffered(act, person, _DENIED.match(rest) is not None)


def _person_of(text: str, act: Act, match: re.Match[str], behind: re.Match[str] | None) -> Person | None:
    begin = sentence_start(text, match.start())
    if behind is not None and behind["adnominal"]:
        following = next(people(text, match.end() + behind.end(), min(len(text), match.end() + 60)), None)
        if following is not None:
            return following[0]
    before = list(people(text, begin, match.start()))
    passive = behind is not None and (
        behind["passive"] or behind["got"] or behind["adnominal"] in {"된", "당한", "받은", "겨진"}
    )
    wanted = TOPIC if passive or act in _OWN else _OBJECT
    fits = [
        person
        for person, particle in before
        if particle in wanted
        or (act in {Act.SENTENCED, Act.DISCIPLINED} and not passive and particle.startswith("에게"))
    ]
    if fits and not (act in _OWN and _has_other_topic(text[fits[-1].end : match.start()])):
        return fits[-1]
    return Person() if before or passive else None


def _has_other_topic(between: str) -> bool:
    """운전자는 다치고 행인은 숨졌다: somebody or something that is not known here as a person stands nearer."""
    return re.search(r"(?<=[가-힣]{2})[은는이가] ", between[2:]) is not None


def sentence_start(text: str, place: int) -> int:
    """Or where so far back begins that nobody before is meant."""
    return max(text.rfind(". ", 0, place) + 1, text.rfind("\n", 0, place) + 1, place - _FAR)


_FAR = 160


def people(text: str, begin: int, end: int) -> Iterator[tuple[Person, str]]:
    """Whoever is called by a name or a position, with the particle behind."""
    tokens = list(_TOKEN.finditer(text, begin, end))
    for place, token in enumerate(tokens):
        match = _NOUN.match(token.group())
        if match is None or not match["particle"]:
            continue
        person = _person(tokens, place, match)
        if person is not None:
            yield person, match["particle"]


def _person(tokens: list[re.Match[str]], place: int, match: re.Match[str]) -> Person | None:
    noun = match["noun"]
    leads = _leads(tokens, place)
    several = bool(leads) and leads[-1].group() == "등"
    if noun in {"씨", ""} or (noun.endswith("명") and noun[:-1] == ""):
        if not leads:
            return None
        parts = [lead.group() for lead in leads]
    else:
        parts = [*(lead.group() for lead in leads), noun]
    names, roles, age = _read(parts)
    if not (names or roles):
        return None
    start = leads[0].start() if leads else tokens[place].start()
    return Person(names, roles, age, start, tokens[place].start() + len(noun), is_several=several)


def _leads(tokens: list[re.Match[str]], place: int) -> list[re.Match[str]]:
    """The bare nouns before it."""
    found: list[re.Match[str]] = []
    for before in reversed(tokens[max(0, place - _LEADS) : place]):
        word = before.group()
        bare = _NOUN.match(word)
        if bare is None or word[-1] in ",." or (bare["particle"] and len(bare["noun"]) > 1 and not _is_role(word)):
            break
        if re.search(r"[가-힣](?:인|던|된|한|고|며|에서|으로|로|에|과|와)$", word):
            break
        found.insert(0, before)
    return found


def _read(parts: list[str]) -> tuple[frozenset[str], frozenset[str], str]:
    names: set[str] = set()
    roles: set[str] = set()
    age = ""
    for at, part in enumerate(parts):
        aged = _AGE.search(part)
        age = aged["age"] if aged else age
        bare = _AGE.sub("", part)
        called = bare.removesuffix("씨")
        if _is_role(bare):
            roles.add(bare)
        elif aged or bare.endswith("씨"):
            name = _NAME_OF.match(part)
            if name is not None:
                names.add(name["family"] or name["letter"])
            elif 2 <= len(called) <= _LONGEST_NAME and called[0] in KOREAN_SURNAMES:
                names.add(called)
        elif at + 2 == len(parts) and _is_role(_AGE.sub("", parts[-1])) and _FULL_NAME.match(bare):
            names.add(bare)
    return frozenset(names), frozenset(roles - _ANYBODY), age


_LONGEST_NAME = 4
#: 강이든 시장; 홍안군 is a county.
_FULL_NAME = re.compile(
    rf"^[{''.join(sorted(name for name in KOREAN_SURNAMES if len(name) == 1))}](?:[가-힣]{{2}}(?<![군시구도청부원과팀사서회])|)$"
)


def _is_role(word: str) -> bool:
    return word in _PEOPLE or (
        1 < len(word) <= _LONGEST_ROLE and any(at + len(title) == len(word) for title, at in titles_in(word, "ko"))
    )


_LONGEST_ROLE = 9
