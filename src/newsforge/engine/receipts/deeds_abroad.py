# ruff: noqa: E501 -- patterns of three languages read best as lines; a Korean letter counts as two
"""The commonest deeds of the news in three languages: denied in the article and told as done in a translation, done
and told as denied, or done by the one to whom it was done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from newsforge.engine.receipts import aliases
from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.clause import Clause, Party
from newsforge.engine.receipts.folding import folded
from newsforge.engine.receipts.han_readings import reads_as
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.roles_abroad import are_named, find_subject, native
from newsforge.engine.receipts.romanisation import is_korean_name, sounds_like
from newsforge.engine.receipts.sufferers_read import find_people
from newsforge.engine.receipts.words import whole_word

#: Korean / Japanese / English, a deed a line.
_TABLE = r"""
승인|가결|의결/承認|可決/approv\w*|pass(?:ed|es)?
짓(?=[는고기지])|지[을었]|건설|신설|착공/建設|新設|建て/buil[dt]\w*|construct\w*
폐쇄|폐점|폐교|문을 닫/閉鎖|閉店|閉め/clos(?:e|ed|es|ing)|shut
인상|올[리릴렸려린]/引き上げ|値上げ/rais\w+|hik(?:e|es|ed|ing)
인하|내[리릴렸려린]|감축|삭감|줄[이일였여]/引き下げ|削減|減ら/cut|cuts|lower(?:s|ed|ing)?|reduc\w+|slash\w*
매각|팔[았기아 린]/売却|売[るっり]/sell\w*|sold
인수[하했할한합]|매입|사들/買収|買い取/buy\w*|bought|acquir\w+|t(?:ake|akes|ook|aking) over|purchas\w+
서명|체결|조인/署名|締結|調印/sign(?:s|ed)?
합의[하했한할에]|동의[하했한할]/合意|同意/agree(?:s|d)?
참석|출석/出席/attend(?:s|ed)?
사임|사퇴|물러[나날났난]/辞任|辞職|退任/resign\w*|step(?:s|ped|ping)? down|quit
사과(?=[하했할를])/謝罪|陳謝/apologi\w+
수용[하했할한]|받아들/受け入れ/accept(?:s|ed)?
지급|지불|배상/支払|支給/pay|pays|paid|compensat\w+
공개[하했할한되됐]/公開|公表/releas\w+|publish\w*|disclos\w+
허용[하했할한]|허가[하했할한]/許可/allow(?:s|ed)?|permit(?:s|ted)?
금지[하했할한되된를]/禁止/ban(?:s|ned)?|prohibit(?:s|ed)?
제한[하했할한되된됐]|규제[하했할한]/制限|規制/restrict(?:s|ed|ing|ions?)?|curb(?:s|ed)?
항소|상고/控訴|上告/appeal(?:s|ed)?
도입[하했할한되]/導入/introduc\w+|adopt(?:s|ed)?
연장[하했할한]/延長/extend(?:s|ed)?
연기[하했할한되됐]|미루|미[뤘룬뤄]/延期/delay(?:s|ed)?|postpon\w+
취소[하했할한되됐]|철회[하했할한]/取り消|撤回/cancel\w*|withdr[ae]w\w*|scrap(?:s|ped)?
재개[하했할한되됐]/再開/resum\w+
중단[하했할한되됐]|멈[추췄춘]/停止|中断/halt(?:s|ed)?|suspend(?:s|ed)?
변경[하했할한되됐]|바[꾸꿀꿨꾼]/変更|変え/chang(?:e|es|ed)
확인[되됐했하해한]/確認/confirm(?:s|ed)?
발견[되됐했하한]/発見|見つか/found|discover(?:s|ed)?
숨[지졌진질]|사망/死亡|亡くな/die[ds]?|killed
다[치쳤친칠]|부상/けが|負傷/injured|hurt|wounded
합류[하했할한]|입단/加入|入団/join(?:s|ed)?
탈퇴|떠[나날났난]/離脱|脱退|退団/leav(?:e|es|ing)|left
이[기겼긴길]|꺾|승리/勝[ちっ]|破[っり]/beat|beats|defeat(?:s|ed)?
채용[하했할한]/採用/hir(?:e|es|ed)|recruit(?:s|ed)?
해고[하했할한되됐]|감원/解雇|人員削減/lay(?:s)? off|laid off|dismiss(?:es|ed)?
개선[되됐했하한]|나아[지졌]/改善/improv\w+
방문[하했할한]/訪問/visit(?:s|ed)?
제소|고소[하했]|소송을 [냈내제]/提訴|訴え/sue[sd]?|suing
비판[하했한]|비난[하했한]/批判|非難/criticis\w+|criticiz\w+|condemn(?:s|ed)?
공격[하했한받당]/攻撃/attack(?:s|ed)?
기소[하했된됐]/起訴/charged|indicted
체포[하했된됐]|구속[하했된됐]/逮捕/arrest(?:s|ed)?
배제[하했할한]/排除/rul(?:e|es|ed) out|exclud\w+
서두르|서두를/急[ぐが]/rush(?:es|ed)?|hurr(?:y|ied)
출마[하했할한]/出馬/run for|stand for|ran for
재임명|연임[하했할한되]/再任|再選/reappoint\w*
지원[하했할한받]/支援/support(?:s|ed)?|subsidi[sz]e[ds]?
출전[하했할한]/出場/play(?:s|ed)?
조사(?=[하했할한를에])/調査(?!結果)/investigat\w+|prob(?:e|es|ed|ing)
고려[하했할한]|검토[하했할한되]/検討/consider(?:s|ed|ing)?
"""
_DENIED_BEHIND = {
    "ko": re.compile(
        r"(?:[을를] )?[가-힣]{0,5}(?:지(?:는|도|를)? ?(?:않|못)|(?:[을는ㄹ]|할|될)? ?(?:수|계획|방침|뜻|생각|일|예정|이유|의사)(?:은|는|이|가|도)? ?(?:전혀 )?없)|(?:을|를|하기를|기를)? ?(?:거부|거절|포기)"
    ),
    "ja": re.compile(
        r"[ぁ-ゖ]{0,4}(?:ない|なかった|ません|ず(?:に|、|。)|ぬ(?:。|、))|(?:する|した|の)?(?:予定|計画|考え|方針|こと|つもり)[はもが]ない|を(?:見送|拒|断念)"
    ),
}
_DENIED_BEFORE = {
    "ko": re.compile(r"(?<![가-힣])(?:안|못) $"),
    "latin": re.compile(
        r"(?:\b(?:not|never|no|nor|neither|without|cannot|unable to|refus\w+ to|declin\w+ to|fail\w* to|rul\w+ out|no plans? (?:to|for))|n't)\b(?: [\w’'-]+){0,3} $"
    ),
}
#: What is only considered, asked for or planned.
_WEIGHED_BEFORE = {
    "latin": re.compile(
        r"\b(?:consider\w*|mull\w*|weigh\w*|whether to|may|might|could|would|will|propos\w+|plans? (?:to|for)|seek\w*|call\w* for|urg\w+|ask\w*|want\w*|demand\w*|talks (?:on|to|about)|about whether)\b[^,;.]{0,20}$"
    )
}
_WEIGHED_BEHIND = {
    "ko": re.compile(r"[가-힣]{0,4}(?:[을를] )?(?:여부|방안|것을|검토|계획|추진|예정|방침|요구|촉구|제안|논의)"),
    "ja": re.compile(r"[^。、]{0,10}(?:検討|かどうか|計画|方針|案|見通し|予定|求め|要求|提案|協議)"),
}
#: Told as done.
_DONE_BEHIND = {
    "ko": re.compile(r"[가-힣]{0,2}?(?:했|됐|하였|시켰|었|았|렸|냈)"),
    "ja": re.compile(r"[ぁ-ん]{0,2}(?:した|された|った|めた|した)"),
}
#: A sentence with any of these is not read as a plain statement.
_ANY_DENIAL = re.compile(
    r"않|못|없|아니|아닌|거부|거절|부인|무산|불발|결렬|실패|취소|철회|보류|중단|반대|포기|여부|(?<![가-힣])안 |"
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|unable|refus\w+|reject\w*|den(?:y|ies|ied)|fail\w*|declin\w+|avoid\w*|"
    r"oppos\w+|against|whether|if|unless|rul(?:e|es|ed) out|stop\w*|drop\w*|scrap\w*|withdr\w+|instead|yet|keep|kept|remain\w*|unchanged|stay\w*|hold|held)\b|n't\b|"
    r"ない|なかった|なく|ません|ず[に、。]|ぬ[。、]|見送|拒|断念|否|撤回|かどうか|反対"
)
_SIDES = {"ko": 0, "ja": 1, "latin": 2}


@dataclass(frozen=True, slots=True)
class _Deed:
    kind: int
    is_denied: bool
    is_open: bool
    start: int
    end: int


@cache
def _kinds(script: str) -> tuple[re.Pattern[str], ...]:
    forms = (line.split("/")[_SIDES[script]] for line in _TABLE.strip().splitlines())
    return tuple(re.compile(rf"\b(?:{form})\b" if script == "latin" else form) for form in forms)


@cache
def _any(script: str) -> re.Pattern[str]:
    return re.compile("|".join(kind.pattern for kind in _kinds(script)))


def problems(claim: Claim) -> list[Problem]:
    """Silent where any sentence around tells the deed as the post does."""
    script, other = script_of(claim.language), script_of(claim.evidence.article.language)
    if not claim.foreign or script not in _SIDES or other not in _SIDES or not claim.alignment.sources:
        return []
    mine = list(_deeds(claim.lower, script))
    if not mine:
        return []
    return (
        _turned(claim, script, other)
        or _denied(claim, mine, other)
        or _left_open(claim, mine, script, other)
        or _of_another(claim, mine, script, other)
    )


def _left_open(claim: Claim, mine: list[_Deed], script: str, other: str) -> list[Problem]:
    """Banned, where all that the article has of a ban is that somebody considers one."""
    for deed in mine:
        if deed.is_denied or deed.is_open or not _is_done(claim.lower, deed, script):
            continue
        told = [
            one
            for source in claim.evidence.sources
            for one in _deeds(source.folded.text, other)
            if one.kind == deed.kind
        ]
        if not told or not all(one.is_open or one.is_denied for one in told) or not any(one.is_open for one in told):
            continue
        start, end = whole_word(claim.lower, deed.start, deed.end)
        why = "The post calls settled what the article leaves open."
        return [Problem("certainty", claim.text[start:end], why, start, end)]
    return []


def _is_done(text: str, deed: _Deed, script: str) -> bool:
    if script == "latin":
        return text[deed.start : deed.end].endswith(("ed", "sold", "bought", "built", "left"))
    return _DONE_BEHIND[script].match(text, deed.end - (script == "ko")) is not None


def _of_another(claim: Claim, mine: list[_Deed], script: str, other: str) -> list[Problem]:
    """The mayor apologised, where all that the article has of any 謝罪 is of people with other positions."""
    for deed in mine:
        match = find_subject(claim.lower[: deed.start], script)
        positions = native([match["role"]], script, other) if match is not None and not deed.is_denied else []
        if match is None or not positions:
            continue
        pattern = _kinds(other)[deed.kind]
        told = [source for source in claim.evidence.sources if pattern.search(source.folded.text)]
        around = [one for source in told for one in claim.evidence.sources[max(0, source.index - 1) : source.index + 1]]
        if not told or any(are_named(positions, one.folded.text) for one in around):
            continue
        if not all(find_people(source.cased, other) for source in told):
            continue
        start, end = match.span("role")
        why = f"The article has this of somebody else: “{told[0].text.strip()[:80]}”."
        return [Problem("name", claim.text[start:end], why, start, end)]
    return []


def _denied(claim: Claim, mine: list[_Deed], other: str) -> list[Problem]:
    for deed in mine:
        told = [
            (source, one)
            for source in claim.surroundings
            for one in _deeds(source.folded.text, other)
            if one.kind == deed.kind
        ]
        if not told or any(one.is_denied == deed.is_denied for _, one in told):
            continue
        if all(source not in claim.alignment.sources for source, _ in told):
            continue
        plain = claim.lower if not deed.is_denied else " ".join(source.folded.text for source, _ in told)
        if _ANY_DENIAL.search(plain):
            continue
        source, stated = told[0]
        shown = source.original(*_with_denial(source.folded.text, stated, other)).strip()
        start, end = whole_word(claim.lower, deed.start, deed.end)
        why = (
            f"The post denies what the article states: “{shown}”."
            if deed.is_denied
            else f"The article denies it: it says “{shown}”."
        )
        return [Problem("polarity", claim.text[start:end], why, start, end)]
    return []


def _deeds(text: str, script: str) -> Iterator[_Deed]:
    if _any(script).search(text) is None:
        return
    before, behind = _DENIED_BEFORE.get(script), _DENIED_BEHIND.get(script)
    for kind, pattern in enumerate(_kinds(script)):
        for match in pattern.finditer(text):
            is_denied = behind is not None and behind.match(text, match.end()) is not None
            is_denied = is_denied or (before is not None and before.search(text[: match.start()]) is not None)
            ahead, weighed = _WEIGHED_BEFORE.get(script), _WEIGHED_BEHIND.get(script)
            is_open = weighed is not None and weighed.match(text, match.end()) is not None
            is_open = is_open or (ahead is not None and ahead.search(text[: match.start()]) is not None)
            yield _Deed(kind, is_denied, is_open, *match.span())


def _with_denial(text: str, deed: _Deed, script: str) -> tuple[int, int]:
    behind = _DENIED_BEHIND.get(script)
    match = behind.match(text, deed.end) if behind is not None else None
    start, end = whole_word(text, deed.start, match.end() if match is not None else deed.end)
    before = _DENIED_BEFORE["latin"].search(text[: deed.start]) if script == "latin" else None
    return (before.start() if before is not None else start), end


def _turned(claim: Claim, script: str, other: str) -> list[Problem]:
    """Who did it and to whom have changed places."""
    for clause in claim.clauses:
        mine = _parties(clause, script)
        kind = _kind_of(claim.lower, clause, script)
        if mine is None or kind is None:
            continue
        ours, theirs = (claim.text[party.start : party.end] for party in mine)
        for source in claim.alignment.sources[:2]:
            for stated in source.clauses:
                parties = _parties(stated, other)
                if parties is None or _kind_of(source.folded.text, stated, other) != kind:
                    continue
                doer, done_to = (source.original(party.start, party.end) for party in parties)
                if _is_one(ours, done_to) and _is_one(theirs, doer) and not _is_one(ours, doer):
                    why = f"The article has {ours} and {theirs} the other way round."
                    return [Problem("name", ours, why, mine[0].start, mine[0].end)]
    return []


def _parties(clause: Clause, script: str) -> tuple[Party, Party] | None:
    """Who does it and to whom; a Korean or Japanese passive tells them in the other order."""
    if clause.doer is None or clause.other is None:
        return None
    if script != "latin" and clause.verb.endswith("*"):
        return clause.other, clause.doer
    return clause.doer, clause.other


def _kind_of(text: str, clause: Clause, script: str) -> int | None:
    place = text[clause.start : clause.end] if script != "latin" else text[clause.verb_start : clause.end]
    return next((kind for kind, pattern in enumerate(_kinds(script)) if pattern.search(place)), None)


def _is_one(name: str, other: str) -> bool:
    """Two forms of one name in two scripts."""
    if name.isascii() == other.isascii():
        return folded(name) == folded(other)
    latin, native = (name, other) if name.isascii() else (other, name)
    group = aliases.group_of(folded(latin))
    return (
        (group is not None and group == aliases.group_of(folded(native)))
        or is_korean_name(latin, native)
        or sounds_like(latin, native)
        or reads_as(native, latin)
        or any(sounds_like(latin.split()[0], native[:length]) for length in range(2, len(native)))
    )
