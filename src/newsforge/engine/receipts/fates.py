"""Who was killed and who hurt, who arrested: people whom the article knows by what they are there, told for one
another. Both stand in the article, and each has a fate there; the post gives one of them the other's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.evidence import Source
from newsforge.engine.receipts.model import Problem

_ROLES = r"""
운전자|운전사|운전기사|버스 기사|택시 기사|運転手|運転者|\b(?:drivers?|motorists?)\b
동승자|승객|탑승자|同乗者|乗客|\bpassengers?\b
보행자|행인|歩行者|\bpedestrians?\b
조종사|기장|操縦士|機長|\bpilots?\b
어머니|모친|엄마|母親|\bmothers?\b
아버지|부친|아빠|父親|\bfathers?\b
남편|夫(?![婦人])|\bhusbands?\b
아내|부인(?![했하])|妻|\bwi(?:fe|ves)\b
아들|息子|\bsons?\b
딸(?![기꾹])|娘|\bdaughters?\b
교사|선생님|教諭|教師|\bteachers?\b
학생|제자|生徒|学生|\b(?:students?|pupils?)\b
의사(?!록|당|소통|결정|일정)|医師|\b(?:doctors?|surgeons?)\b
환자|患者|\bpatients?\b
간호사|看護師|\bnurses?\b
선장|船長|\b(?:captains?|skippers?)\b
선원|船員|乗組員|\b(?:sailors?|crew members?|crewm[ae]n)\b
기관사|運転士
승무원|乗務員|\b(?:conductors?|flight attendants?|stewards?)\b
관중|팬(?=[이은들])|観客|\b(?:fans?|spectators?|supporters)\b
시위대|시위자|デモ参加者|\b(?:protesters?|demonstrators?)\b
경비원|警備員|\b(?:security guards?|guards?)\b
직원|従業員|職員|\b(?:workers?|employees?)\b
감독(?!원|관|청)|監督|\bmanagers?\b
심판|審判|\breferees?\b
구조대원|소방관|消防士|\bfirefighters?\b
경찰관|警察官|警官|\bofficers?\b
집주인|임대인|家主|大家|\blandlords?\b
세입자|임차인|借り主|\btenants?\b
원고|原告|\bplaintiffs?\b
피고(?!인)|被告(?!人)|\bdefendants?\b
가해자|加害者|\b(?:attackers?|assailants?)\b
피해자|被害者|\bvictims?\b
"""
#: Anybody may be one: held only against the other.
_SEXES = r"""
남성|남자(?![가-힣]*친구)|男性|男子(?!校)|\bm[ae]n\b
여성|여자(?![가-힣]*친구)|女性|女子(?!校)|\bwom[ae]n\b
"""
_FATES = r"""
숨[졌지진]|사망|목숨을 잃|죽었|死亡|亡くな|\b(?:killed|died|dead)\b
다[쳤치친]|부상|중상|경상|負傷|重傷|軽傷|けが|怪我|\b(?:injured|hurt|wounded)\b
체포|검거|逮捕|\barrest(?:ed|s)\b
(?<!불)구속|拘束|勾留|\b(?:jailed|detained)\b
입건|書類送検|\b(?:charged|booked)\b
기소(?!유예)|起訴|\bindicted\b
퇴장|退場|\b(?:sent off|shown a red card)\b
해임|경질|解任|\b(?:dismissed|sacked|fired)\b
승소|勝訴|\bwon\b
패소|敗訴|\blost\b
"""
#: Between two of one fate.
_JOINED = re.compile(r"^\s?(?:와|과|및|·|,|と|や|・|and|and the|and a|and an|and his|and her)\s?$")
_PASSIVE = re.compile(r"\b(?:was|were|been|is|are|being|be)\s(?:\w+ly\s|also\s|later\s|\w+ and\s)?$")
#: How far a fate may stand from whom it befell, in characters, without another fate between.
_REACH = {"latin": 90, "ko": 40, "ja": 30}
_BEHIND = 34
#: The mother of a boy, who was killed; the driver, who hit a cyclist, was killed.
_WHO_IS = re.compile(r"\sof\s.{1,60}\bwho\b")
_WHO = re.compile(r"\bwho\b[^,.]{0,40}$")
_OF = re.compile(r"\sof (?:the |an? |his |her |their )?(?:[a-z]+ )?$")
_SENTENCE = re.compile(r"[.!?。]\s")


def _table(lines: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(line) for line in lines.strip().splitlines())


_ROLE_PATTERNS, _SEX_PATTERNS, _FATE_PATTERNS = _table(_ROLES), _table(_SEXES), _table(_FATES)


_Patterns = tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class _Role:
    kind: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Pair:
    role: _Role
    fate: int
    word: str


def problems(claim: Claim) -> list[Problem]:
    if claim.foreign:
        return []
    return _told_of_another(claim, _ROLE_PATTERNS) or _told_of_another(claim, _SEX_PATTERNS)


def _told_of_another(claim: Claim, patterns: _Patterns) -> list[Problem]:
    mine = list(_pairs(claim.lower, script_of(claim.language), patterns))
    if not mine:
        return []
    stated = _stated(claim, patterns)
    for pair in mine:
        kind, fate = pair.role.kind, pair.fate
        rivals = [(source, other) for source, other in stated if other.fate == fate and other.role.kind != kind]
        own = [other for _, other in stated if other.role.kind == kind]
        if not rivals or any(other.fate == fate for other in own):
            continue
        if not own and not _stand_together(claim, patterns[kind], patterns[rivals[0][1].role.kind]):
            continue
        if any(other.role.kind == rivals[0][1].role.kind and other.fate == fate for other in mine):
            continue
        if _may_be(claim, pair, patterns):
            continue
        source, other = rivals[0]
        text = claim.text[pair.role.start : pair.role.end]
        theirs = source.original(other.role.start, other.role.end)
        why = f"The article says “{other.word}” of {theirs}, not of {text}."
        return [Problem("name", text, why, pair.role.start, pair.role.end, theirs)]
    return []


def _stand_together(claim: Claim, one: re.Pattern[str], other: re.Pattern[str]) -> bool:
    """A sentence of the article has both, so they are two."""
    return any(one.search(source.folded.text) and other.search(source.folded.text) for source in claim.evidence.sources)


def _stated(claim: Claim, patterns: _Patterns) -> list[tuple[Source, _Pair]]:
    name = "fates" if patterns is _ROLE_PATTERNS else "fates of sexes"
    known: list[tuple[Source, _Pair]] | None = claim.evidence.readings.get(name)
    if known is None:
        script = script_of(claim.language)
        sources = claim.evidence.sources
        known = [(source, pair) for source in sources for pair in _pairs(source.folded.text, script, patterns)]
        claim.evidence.readings[name] = known
    return known


def _may_be(claim: Claim, pair: _Pair, patterns: _Patterns) -> bool:
    """A sentence of the article has both words in a way that is not read here."""
    return any(
        patterns[pair.role.kind].search(source.folded.text)
        and _FATE_PATTERNS[pair.fate].search(source.folded.text)
        and all(other is not source for other, _ in _stated(claim, patterns))
        for source in claim.evidence.sources
    )


def _pairs(text: str, script: str, patterns: _Patterns) -> Iterator[_Pair]:
    """Each fate with whom it befell: the one named before it (and those joined to that one), or after “arrested”."""
    roles = sorted(
        (_Role(kind, *match.span()) for kind, pattern in enumerate(patterns) for match in pattern.finditer(text)),
        key=lambda one: one.start,
    )
    if not roles:
        return
    fates = sorted(
        (match.start(), match.end(), fate)
        for fate, pattern in enumerate(_FATE_PATTERNS)
        for match in pattern.finditer(text)
    )
    begin = 0
    for start, end, fate in fates:
        word = text[start:end]
        if script == "latin" and word not in {"died", "dead", "won", "lost"} and not _is_passive(text, start):
            behind = [one for one in roles if end <= one.start <= end + _BEHIND]
            chosen = behind[:1]
        else:
            before = [one for one in roles if begin <= one.start and one.end <= start]
            nearest = _meant(text, before, start)
            chosen = [nearest] if nearest is not None and start - nearest.end <= _REACH.get(script, 0) else []
            chosen = _with_joined(text, before, chosen)
        if chosen and _SENTENCE.search(text[min(chosen[0].start, start) : max(chosen[0].end, end)]) is None:
            yield from (_Pair(one, fate, word) for one in chosen)
        begin = end


def _meant(text: str, before: list[_Role], fate: int) -> _Role | None:
    """The one named last; of “the wife of the driver” the first. None where a relative clause may hold either."""
    if not before:
        return None
    last = before[-1]
    if _WHO_IS.match(text, last.end, fate) or (
        _WHO.search(text[: last.start]) and text[last.end : fate].startswith(",")
    ):
        return None
    owned = _OF.search(text[: last.start])
    if owned is None:
        return last
    return next((one for one in before[:-1] if one.end == owned.start()), None)


def _is_passive(text: str, start: int) -> bool:
    return _PASSIVE.search(text[max(0, start - 24) : start]) is not None


def _with_joined(text: str, before: list[_Role], chosen: list[_Role]) -> list[_Role]:
    found = list(chosen)
    for one in reversed(before[:-1]):
        if found and _JOINED.match(text[one.end : found[0].start]):
            found.insert(0, one)
    return found
