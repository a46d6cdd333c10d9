# ruff: noqa: E501, SIM905 -- lists of words read best as lines of words; a Korean letter counts as two
"""Who did what to whom: the doer of a clause against the doer that the article gives the same verb."""

from __future__ import annotations

import re

from newsforge.engine.receipts import aliases
from newsforge.engine.receipts.amounts import agree
from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.clause import Clause, Party
from newsforge.engine.receipts.evidence import Source
from newsforge.engine.receipts.model import Problem

_LEAST_SIMILAR = 0.35
#: A figure of so many digits stands for one thing.
_DISTINCTIVE = 3
#: The share of the clause's other words that the article's clause must have.
_LEAST_HELD = 0.5
#: Latin sentences name one thing in many ways (the club, the city, the captain).
_LEAST_HELD_LATIN = 0.75
#: Two bodies with full names are two bodies.
_BODY = re.compile(
    r"[가-힣]{2,}(?:재단|병원|은행|증권|전자|벤처스|대학교|대학|공단|공사|연구원|연구소|협회|법원|지법|고법|감사원|위원회|학회|그룹|건설|제약|화학|자동차|중공업|해운|항공|생명|화재|캐피탈)$"
)
_LISTED = re.compile(r"[A-Z][\w'’.-]*(?: and|,) $|[와과랑및・] ?$")
#: Who may stand for anybody: nothing is concluded from them.
_GENERIC = frozenset(
    "회사 업체 기업 기관 당국 정부 법원 재판부 경찰 검찰 병원 학교 대학 구단 팀 선수 감독 위원회 협회 노조 사측 연구팀 연구진 그 그녀 이들 양측 측 두 대표 회장 "
    "사장 시장 지사 의원 장관 총리 대통령 관계자 전문가 교수 연구원 위원장 씨 전 현 시 도 군 구 국 당 여당 야당 업계 주가 지수 이 저 우리 자신 본인 반면 "
    "선수단 남성 여성 남자 여자 주민 시민 직원 학생 환자 투자자 소비자 고객 위원 이사 이사회 총재 행장 청장 원장 단장 "
    "company firm group team club government ministers officials police authorities court judge prosecutors researchers scientists "
    "study report union members shares stock man woman people he she it they who side hosts visitors champions rivals "
    "prime minister president chancellor manager captain chairman chief striker defender "
    "市 県 国 政府 会社 同社 同氏 警察 検察 裁判所 新人 現職 選手 監督 チーム 男性 女性 同市 同県 当局 関係者 委員会 議会 工業 設計".split()
)
#: Speaking is checked with the quotes, and everybody says things.
_SAYING = frozenset(
    "밝혔 말했 전했 설명 발표 강조 덧붙 주장 지적 언급 분석 전망 예상 내다 평가 평했 귀띔 답했 했다 있다 없다 됐다 된다 한다 이다 아니 같다 나타 보였 기록 위해 대해 통해 "
    "say said sa tell told add be hav do report expect see mak get go giv tak show call not "
    "述 語 話 発表 方針 検討 票 億円 明 予定 見通".split()
)


def problems(claim: Claim) -> list[Problem]:
    if claim.foreign or claim.alignment.best is None or claim.alignment.similarity < _LEAST_SIMILAR:
        return []
    for clause in claim.clauses:
        if clause.doer is None or clause.inherited or clause.verb in _SAYING or not is_telling(clause.doer):
            continue
        if _LISTED.search(claim.text[: clause.doer.start]):
            continue  # one of several
        problem = _other_doer(claim, clause, clause.doer) or _other_owner(claim, clause, clause.doer)
        if problem is not None:
            return [problem]
    return []


def is_telling(party: Party) -> bool:
    return party.named and not party.words <= _GENERIC and not all(word.isdigit() for word in party.words)


def _other_doer(claim: Claim, clause: Clause, doer: Party) -> Problem | None:
    """The article's clause has another doer for the verb, and nowhere has this one for it."""
    alike = [
        (source, other) for source in claim.evidence.sources for other in source.clauses if other.verb == clause.verb
    ]
    if any(other.doer is not None and same_party(doer, other.doer) for _, other in alike):
        return None
    rival = next(
        (
            (source, other.doer)
            for source, other in alike
            if other.doer is not None
            and source in claim.alignment.sources
            and is_telling(other.doer)
            and not _within(claim, other.doer, clause)
            and _fits(claim, clause, doer, source, other)
        ),
        None,
    )
    if rival is None or not _distinct(claim, doer, rival[1]):
        return None
    for source in claim.evidence.sources:
        if source is rival[0] or not _has(source, doer) or _has(source, rival[1]):
            continue
        if claim.language == "en" and clause.verb in source.features:
            return None  # said of this one elsewhere, in a form that is not read here
        if any(other is source and clause_.doer is None for other, clause_ in alike):
            return None
    source, stated = rival
    if _is_fronted(claim, doer, source) and not _within(claim, stated, clause):
        return None
    ours = claim.text[doer.start : doer.end]
    theirs = source.original(stated.start, stated.end)
    why = f"The post makes {ours} the doer; in the article it is {theirs}."
    return Problem("name", ours, why, doer.start, doer.end, theirs)


def _is_fronted(claim: Claim, doer: Party, source: Source) -> bool:
    """초판은 2만 부를 찍었다 of 초판 2만부를 찍었다: what the verb is done to stands first, as the topic."""
    text = source.folded.text
    if claim.language == "ja" and claim.text[doer.end : doer.end + 1] == "は":
        return f"{claim.text[doer.start : doer.end]}を" in text
    if claim.language != "ko" or claim.text[doer.end : doer.end + 1] not in {"은", "는"}:
        return False
    return any(re.search(rf"{re.escape(word.lower())}(?:[을를]| ?\d)", text) for word in doer.words if len(word) > 1)


def _other_owner(claim: Claim, clause: Clause, doer: Party) -> Problem | None:
    """A figure that stands nowhere else than in sentences about another one, who is named there as the doer."""
    if claim.language != "ko":
        return None
    for figure in claim.facts.figures:
        if not clause.start <= figure.start < clause.end or figure.digits < _DISTINCTIVE:
            continue
        places = [source for source, other in claim.evidence.figures if agree(figure, other) and source.field == "text"]
        doers = [next((other.doer for other in source.clauses if other.doer is not None), None) for source in places]
        if not places or any(stated is None or not is_telling(stated) or same_party(doer, stated) for stated in doers):
            continue
        if any(_has(source, doer) for source in places) or doers[0] is None or not _distinct(claim, doer, doers[0]):
            continue
        ours, theirs = claim.text[doer.start : doer.end], places[0].original(doers[0].start, doers[0].end)
        why = f"The article says {figure.text} of {theirs}, not of {ours}."
        return Problem("name", ours, why, doer.start, doer.end, theirs)
    return None


def same_party(one: Party, other: Party) -> bool:
    return any(
        mine == theirs
        or (
            min(len(mine), len(theirs)) > 1
            and (mine.startswith(theirs) or theirs.startswith(mine) or mine.endswith(theirs) or theirs.endswith(mine))
        )
        or (len(mine) > 1 and aliases.group_of(mine) is not None and aliases.group_of(mine) == aliases.group_of(theirs))
        for mine in one.words - _GENERIC
        for theirs in other.words - _GENERIC
    ) or bool(_letters(one) & _letters(other))


def _letters(party: Party) -> set[str]:
    """QPR for Queens Park Rangers."""
    words = [word for word in party.words if word.isascii()]
    return (
        {"".join(sorted(word[0] for word in words))}
        if len(words) > 2
        else {"".join(sorted(word)) for word in words if 2 < len(word) < 5}
    )


def _fits(claim: Claim, clause: Clause, doer: Party, source: Source, other: Clause) -> bool:
    """Doer and done-to changed places, or all else that the clause says is said of another doer."""
    traded = other.other is not None and same_party(doer, other.other)
    if traded and clause.other is not None and other.doer is not None and same_party(clause.other, other.doer):
        return True
    share = _held(claim, clause, doer, source, other)
    return share >= (_LEAST_HELD if script_of(claim.language) != "latin" else _LEAST_HELD_LATIN)


def _held(claim: Claim, clause: Clause, doer: Party, source: Source, other: Clause) -> float:
    """The share of what else the clause says that stands in the article's clause."""
    rest = [
        word
        for word in claim.words
        if clause.start <= word.start < clause.end
        and not doer.start <= word.start < doer.end
        and (word.meaningful or word.script == "digit")
        and not word.stem.startswith(clause.verb.rstrip("*"))
    ]
    near = {word.stem for word in source.words if other.start <= word.start < other.end} | {
        word.text for word in source.words if other.start <= word.start < other.end
    }
    held = [
        word
        for word in rest
        if word.stem in near or any(len(word.stem) > 1 and one.startswith(word.stem) for one in near)
    ]
    return len(held) / len(rest) if rest else 0.0


def _within(claim: Claim, party: Party, clause: Clause) -> bool:
    """The article's doer stands before the verb in the claim's clause too."""
    doer = clause.doer
    assert doer is not None
    words = party.words - _GENERIC
    if clause.other is not None and same_party(clause.other, party):
        return False  # they changed places
    text = claim.lower[clause.start : clause.end]
    return any(len(word) > 1 and word.lower() in text for word in words)


def _has(source: Source, party: Party) -> bool:
    return any(len(word) > 1 and word.lower() in source.folded.text for word in party.words - _GENERIC)


def _distinct(claim: Claim, one: Party, other: Party) -> bool:
    """The article knows them both, and names them in one sentence: two forms of one name seldom stand together."""
    if script_of(claim.language) == "latin" and not (one.named and other.named):
        return False
    if introduces(claim, one, other) or introduces(claim, other, one):
        return False
    if any(_has(source, one) and _has(source, other) for source in claim.evidence.sources):
        return True
    if _are_opposed(claim, one, other):
        return True
    bodies = [next((word for word in party.words if _BODY.search(word)), None) for party in (one, other)]
    return None not in bodies and any(_has(source, one) for source in claim.evidence.sources)


#: They speak for one side; who is not one of them is another.
_ONE_SIDE = re.compile(
    r"(?:노조|노동조합|시민단체|시민모임|연대|유족회|대책위|대책위원회|주민회|労組|労働組合|市民団体|遺族会)$"
)

#: Two forms of one name share so many letters: 한은 and 한국은행.
_ALIKE = 2


def _are_opposed(claim: Claim, one: Party, other: Party) -> bool:
    """A union and a firm, each of which does something in the article, with hardly a letter in common."""
    sides = [any(_ONE_SIDE.search(word) for word in party.words) for party in (one, other)]
    if sides[0] == sides[1] or len(set("".join(one.words)) & set("".join(other.words))) >= _ALIKE:
        return False
    return all(
        any(
            clause.doer is not None and not clause.inherited and same_party(clause.doer, party)
            for source in claim.evidence.sources
            for clause in source.clauses
        )
        for party in (one, other)
    )


def introduces(claim: Claim, one: Party, other: Party) -> bool:
    """임대인 정모(45)씨: later 정씨, or the landlord."""
    return claim.language == "ko" and any(
        re.search(rf"(?<![가-힣]){re.escape(role)} {re.escape(name.removesuffix('씨'))}", claim.evidence.everything)
        for role in one.words
        for name in other.words
        if name.endswith("씨") and len(name) > 1 and len(role) > 1
    )
