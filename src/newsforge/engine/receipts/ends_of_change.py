# ruff: noqa: E501 -- a Korean letter counts as two
"""From which figure to which: 6만2천원에서 9만8천원으로 is no rise to 6만2천원."""

from __future__ import annotations

import re

from newsforge.engine.facts.model import Figure
from newsforge.engine.receipts.amounts import agree
from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.evidence import Source
from newsforge.engine.receipts.model import Problem

#: (the figure it came from, the one it came to): behind the figure, in English before it.
_ENDS = {
    "ko": (re.compile(r"(?:에서|이던|이었던|이었다가)(?![가-힣])"), re.compile(r"(?:으로|로)(?![가-힣])")),
    "ja": (re.compile(r"[一-龥]{0,2}から(?!の)"), re.compile(r"[一-龥]{0,2}(?:に|へ)(?!は)")),  # 350床から
    "latin": (re.compile(r"\bfrom (?:about |around |nearly )?$"), re.compile(r"\bto (?:about |around |nearly )?$")),
}
CHANGES = re.compile(
    r"오르|올[라랐렸린]|내리|내[렸린려]|늘|줄|뛰|떨어|인상|인하|높[아였]|낮[아췄]|상승|하락|증가|감소|급등|급락"
    r"|上が|下が|増|減|引き上げ|引き下げ|上昇|下落"
    r"|\b(?:rose|rise[sn]?|fell|falls?|increase[sd]?|decrease[sd]?|grew|grown?|dropp?(?:ed|s)?|climb(?:ed|s)?|jump(?:ed|s)?|"
    r"raise[sd]?|cut|lower(?:ed|s)?|up|down|went|goes|declined?|shr[aiu]nk\w*|sl[iu]d|slip(?:s|ped)|gain(?:s|ed)?|eased?)\b"
)


def problems(claim: Claim) -> list[Problem]:
    ends = _ENDS.get(script_of(claim.language))
    if ends is None or not CHANGES.search(claim.lower):
        return []
    against = _against_itself(claim) or _turned_round(claim)
    mistaken = against or _amount_for_end(claim)
    if mistaken is not None or claim.foreign:
        return [mistaken] if mistaken is not None else []
    for figure in claim.facts.figures:
        mine = end_of(claim.lower, figure, claim.language)
        stated = [
            (end_of(source.text.lower(), other, source.language), source, other)
            for source, other in claim.evidence.figures
            if agree(figure, other)
        ]
        if mine is None or not stated or any(end is None or end == mine for end, _, _ in stated):
            continue
        _, source, _ = stated[0]
        rival = next(
            (
                other
                for other in source.facts.figures
                if other.unit == figure.unit and end_of(source.text.lower(), other, source.language) == mine
            ),
            None,
        )
        if rival is None or any(agree(one, rival) for one in claim.facts.figures):
            continue
        why = f"The article says {figure.text} of something else; here it has {rival.text}."
        return [Problem("figure", figure.text, why, figure.start, figure.end, rival.text)]
    return []


#: How much it changed by: right behind the figure, in English before it.
_BY = {
    "ko": re.compile(
        r"(?:[이가을를]|만큼|가량|정도)? ?(?:더 )?(?:늘[었어]|줄[었어]|늘려|줄여|증가|감소|올랐|내[렸려]|떨어[졌져]|하락|상승|인상|인하)"
    ),
    "ja": re.compile(r"(?:ほど|余り|も)?(?:増え|増加|減っ|減少|減ら|上が|下が|上昇|下落|引き上げ|引き下げ)"),
    "latin": re.compile(r"\bby (?:about |around |nearly |almost |some |more than |over )?$"),
}


#: A sentence with more figures is a table.
_MOST = 12


def _amount_for_end(claim: Claim) -> Problem | None:
    """Fell by 942 for fell to 942, or the other way round."""
    for figure in claim.facts.figures[:_MOST]:
        end, by = end_of(claim.lower, figure, claim.language), _is_by(claim.lower, figure, claim.language)
        if (end is None) != by or figure.unit in {"ordinal", "ratio", "year"}:
            continue
        stated = [(source, other) for source, other in claim.evidence.figures if agree(figure, other)]
        wanted = [
            (end_of(source.folded.text, other, source.language) is not None)
            if by
            else _is_by(source.folded.text, other, source.language)
            for source, other in stated
        ]
        near = by and any(
            is_end and source in claim.alignment.sources[:2] and not _is_by(source.folded.text, other, source.language)
            for is_end, (source, other) in zip(wanted, stated, strict=True)
        )
        if (
            not stated
            or not (all(wanted) or near)
            or any(_is_difference(source, figure) for source, _ in stated if by)
            or (near and any(_is_by(one.folded.text, other, one.language) for one, other in stated))
        ):
            continue
        told = stated[0][0].text.strip()[:80]
        why = (
            f"In the article {figure.text} is where the change begins or ends: “{told}”."
            if by
            else f"In the article {figure.text} is the size of the change: “{told}”."
        )
        return Problem("figure", figure.text, why, figure.start, figure.end)
    return None


def _is_by(text: str, figure: Figure, language: str) -> bool:
    script = script_of(language)
    if script == "latin":
        return _BY[script].search(text[max(0, figure.start - 20) : figure.start]) is not None
    return _BY[script].match(text, figure.end) is not None


def _is_difference(source: Source, figure: Figure) -> bool:
    values = {one.value for one in source.facts.figures if one.unit == figure.unit}
    return any(value + figure.value in values for value in values)


#: What says which way it went, beside from and to; what is cut by half or by less is left alone.
_UP = re.compile(
    r"\b(?:rose|rises?n?|increase[sd]?|grew|grown?|climb(?:ed|s)?|jump(?:ed|s)?|raise[sd]?|up)\b|올[라랐렸린]|늘[었어려린]|상승|증가|인상|높[아였]"
    r"|上が|増え|増加|引き上げ|上昇"
)
_DOWN = re.compile(
    r"\b(?:fell|falls?|decrease[sd]?|dropp?(?:ed|s)?|cut|lower(?:ed|s)?|down|declined?|slipp?(?:ed|s)?)\b|내[렸린려]|줄[었어인여]|떨어|하락|감소|인하|낮[아췄]"
    r"|下が|減っ|減少|引き下げ|下落"
)
_NEGATIVE = re.compile(r"적자|손실|영하|마이너스|loss|deficit|minus|rank|place|위(?:에서|로)|赤字|損失|位|[-−]\d")


def _against_itself(claim: Claim) -> Problem | None:
    """Increased from 260 to 181: whatever the article says, the sentence is wrong."""
    up, down = _UP.search(claim.lower), _DOWN.search(claim.lower)
    if (up is None) == (down is None) or _NEGATIVE.search(claim.lower):
        return None
    pair = _pair(claim)
    if not pair:
        return None
    first, last = pair
    if abs(last.start - first.start) > _FAR_APART:
        return None
    if first.unit != last.unit or first.value == last.value or (last.value > first.value) == (up is not None):
        return None
    word = up or down
    assert word is not None
    why = f"“{claim.text[word.start() : word.end()]}” does not go from {first.text} to {last.text}."
    return Problem("polarity", claim.text[word.start() : word.end()], why, *word.span())


_FAR_APART = 40


def _pair(claim: Claim) -> tuple[Figure, ...]:
    """The one figure that it came from, and the one that it came to; empty where there is not one of each."""
    ends: tuple[list[Figure], list[Figure]] = [], []
    for figure in claim.facts.figures:
        end = end_of(claim.lower, figure, claim.language)
        if end is not None:
            ends[end].append(figure)
    return (ends[0][0], ends[1][0]) if len(ends[0]) == len(ends[1]) == 1 else ()


def _turned_round(claim: Claim) -> Problem | None:
    """Raised from 300,000 to 1 million for 100만원에서 30만원으로 낮췄다, in whatever language."""
    pair = _pair(claim)
    if not pair:
        return None
    first, last = pair
    stated = None
    for source in claim.evidence.sources:
        text = source.text.lower()
        ends = {
            (at, end_of(text, other, source.language))
            for at, one in enumerate((first, last))
            for other in source.facts.figures
            if agree(one, other)
        }
        if {(0, 0), (1, 1)} <= ends:
            return None
        if {(0, 1), (1, 0)} <= ends:
            stated = source
    if stated is None:
        return None
    why = f"The article has it the other way round: from {last.text} to {first.text}."
    return Problem("figure", last.text, why, last.start, last.end)


def end_of(text: str, figure: Figure, language: str) -> int | None:
    """0 for the beginning of a change, 1 for its end, None where neither is told."""
    script = script_of(language)
    for end, pattern in enumerate(_ENDS[script]):
        if script == "latin" and pattern.search(text[max(0, figure.start - 16) : figure.start]):
            return end
        if script != "latin" and pattern.match(text, figure.end):
            return end
    return None


def keeps_end(claim: Claim, figure: Figure, source: Source, own: Figure, rival: Figure) -> bool:
    """연체율은 2.6%로 올랐다 for 연체율은 1.9%에서 2.6%로 올랐다: what stands before the pair is said of both."""
    mine = end_of(claim.lower, figure, claim.language)
    text = source.text.lower()
    return mine is not None and mine == end_of(text, own, source.language) != end_of(text, rival, source.language)


def is_of_other_end(claim: Claim, figure: Figure, source: Source, other: Figure) -> bool:
    """The figure was not written for this one: it is what something came to, and this is what it came from, or the
    other way round. A figure that tells neither is about what something has become."""
    theirs = end_of(source.text.lower(), other, source.language)
    mine = None if claim.foreign else end_of(claim.lower, figure, claim.language)
    return theirs is not None and theirs != (1 if mine is None else mine)
