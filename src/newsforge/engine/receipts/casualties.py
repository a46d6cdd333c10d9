# ruff: noqa: E501 -- patterns of three languages read best beside each other; a Korean letter counts as two
"""How many died, were hurt, are missing: each number stays with its own, across languages too. Two dead and three
missing is not three dead and two missing, though both numbers stand there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from newsforge.engine.facts.model import Figure
from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.evidence import Evidence
from newsforge.engine.receipts.figures_derived import tells_both
from newsforge.engine.receipts.model import Problem

#: What befell them, a kind a line, in three languages.
_KINDS = tuple(
    re.compile(line)
    for line in r"""
숨[졌지진져]|사망|목숨을 잃|死亡|死者|亡くな|\b(?:dead|died|dies|killed|kills|killing|deaths?|death toll|fatalities|lives)\b
다[쳤치친쳐](?!본)|부상|중상|경상|負傷|重傷|軽傷|けが|怪我|\b(?:injured|injuring|injuries|hurt|wounded|wounding)\b
실종|행방불명|行方不明|行方がわから|\b(?:missing|unaccounted for)\b
구조[됐돼했되]|구조(?= |$|된)|救助|助け出|\b(?:rescued|rescuing)\b
체포|검거|逮捕|\b(?:arrested|arresting|arrests)\b
대피|避難|\b(?:evacuated|evacuating)\b
확진|감염|感染|\b(?:infected|infections)\b
""".strip().splitlines()
)
_ANY = re.compile("|".join(kind.pattern for kind in _KINDS))
_UNITS = frozenset({"person", ""})
#: What may stand between the word and its number behind it.
_LEADS = {
    "ko": re.compile(r"(?:자|한 사람)?(?:의? ?수)?(?:는|은|이|가|도|만)?[ (:]{0,2}(?:모두|총|최소|최소한|약|지금까지|현재|각각)?\s?$"),
    "ja": re.compile(r"(?:者|人|した人)?(?:の?数)?(?:は|が|も)?(?:計|約|少なくとも|合わせて|現在)?$"),
    "latin": re.compile(
        r"^[\s:]{0,2}(?:(?:has |had |have )?(?:rose|risen|rises|climbed|stood|stands|is|was|are|were|reached|now|at|to|of)\s)*"
        r"(?:at least |about |more than |as many as |up to |nearly |some |another |an estimated |around |almost )?$"
    ),
}  # fmt: skip
_LED = {"ko": re.compile(r"(?:사망|실종|부상|중상|경상|구조|확진|감염|체포|검거|대피)"), "ja": re.compile(r"死者|死亡|行方不明|負傷|けが|重傷|軽傷|救助|感染|逮捕"),
        "latin": _ANY}  # fmt: skip
#: What ends the reach of a number to a word behind it, and how far it reaches.
_STOP = {
    "ko": re.compile(r"[.;·/]|, (?!\S+ ?숨)"),
    "ja": re.compile(r"[。、・]"),
    "latin": re.compile(r"[.,;:]|\band\b|\bwho\b|\bafter\b|\bwhen\b|\bas\b"),
}
_REACH = {"ko": 22, "ja": 12, "latin": 44}
_LEAD_WITHIN = 40


@dataclass(frozen=True, slots=True)
class _Count:
    kind: int
    figure: Figure


def problems(claim: Claim) -> list[Problem]:
    if _ANY.search(claim.lower) is None:
        return []
    mine = _counts(claim.lower, claim.facts.figures, script_of(claim.language))
    if not mine:
        return []
    stated = _stated(claim.evidence)
    for one in mine:
        own = {other.figure.value: other for other in stated if other.kind == one.kind}
        value = one.figure.value
        other_fate = _only_of_others(claim.evidence, one, stated) if not own else None
        if other_fate is not None:
            text = one.figure.text
            why = f"The article says {text} of something else: “{other_fate[:80]}”."
            return [Problem("figure", text, why, one.figure.start, one.figure.end)]
        if not own or value in own or _is_sum(value, set(own)):
            continue
        if tells_both(claim.lower) and _is_sum(value, {other.figure.value for other in stated}):
            continue
        if _may_be(claim.evidence, one, stated):
            continue
        rival = next(iter(own.values())).figure
        why = f"The post says {one.figure.text} where the article says {rival.text}."
        instead = rival.text if not claim.foreign else None
        return [Problem("figure", one.figure.text, why, one.figure.start, one.figure.end, instead)]
    return []


def _only_of_others(evidence: Evidence, one: _Count, stated: list[_Count]) -> str | None:
    """The sentence where so many have another fate, and somebody has had this one before them."""
    kinds = {id(count.figure): count.kind for count in stated}
    told = None
    for source, figure in evidence.figures:
        if figure.value != one.figure.value or figure.unit not in _UNITS:
            continue
        following = evidence.sources[source.index + 1 : source.index + 2]
        later = source.folded.text[figure.end :] + "".join(other.folded.text for other in following)
        if kinds.get(id(figure), one.kind) == one.kind or _KINDS[one.kind].search(later):
            return None
        if _KINDS[one.kind].search(source.folded.text):
            told = source.text.strip()
    return told


def _is_sum(value: Decimal, of: set[Decimal]) -> bool:
    return any(value - one in of and value != 2 * one for one in of)


def _stated(evidence: Evidence) -> list[_Count]:
    known: list[_Count] | None = evidence.readings.get("casualties")
    if known is None:
        known = [
            count
            for source in evidence.sources
            if _ANY.search(source.folded.text)
            for count in _counts(source.text.lower(), source.facts.figures, script_of(source.language))
        ]
        evidence.readings["casualties"] = known
    return known


def _may_be(evidence: Evidence, one: _Count, stated: list[_Count]) -> bool:
    """A sentence has this number and the word in a way that is not read here."""
    read = {id(count.figure) for count in stated}
    return any(
        figure.value == one.figure.value
        and figure.unit in _UNITS
        and id(figure) not in read
        and _KINDS[one.kind].search(source.folded.text)
        for source, figure in evidence.figures
    )


def _counts(text: str, figures: tuple[Figure, ...], script: str) -> list[_Count]:
    if script not in _REACH:
        return []
    found: list[_Count] = []
    for place, figure in enumerate(figures):
        if figure.unit not in _UNITS or figure.value != figure.value.to_integral_value():
            continue
        begin = max(figures[place - 1].end if place else 0, figure.start - _LEAD_WITHIN)
        end = figures[place + 1].start if place + 1 < len(figures) else len(text)
        kind = _kind_before(text, begin, figure.start, script)
        if kind is None:
            kind = _kind_behind(text, figure.end, min(end, figure.end + _REACH[script]), script)
        if kind is not None:
            found.append(_Count(kind, figure))
    return found


def _kind_before(text: str, begin: int, end: int, script: str) -> int | None:
    window = text[begin:end]
    last = None
    for match in _LED[script].finditer(window):
        last = match
    if last is None or _LEADS[script].search(window[last.end() :]) is None:
        return None
    if script != "latin" and _LEADS[script].fullmatch(window[last.end() :]) is None:
        return None
    return _kind_of(last.group())


def _kind_behind(text: str, begin: int, end: int, script: str) -> int | None:
    match = _ANY.search(text, begin, end)
    if match is None:
        return None
    between = text[begin : match.start()]
    return None if _STOP[script].search(between) else _kind_of(match.group())


def _kind_of(word: str) -> int | None:
    return next((kind for kind, pattern in enumerate(_KINDS) if pattern.match(word)), None)
