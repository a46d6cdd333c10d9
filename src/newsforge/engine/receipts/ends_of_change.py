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
_CHANGES = re.compile(
    r"오르|올[라랐렸린]|내리|내[렸린려]|늘|줄|뛰|떨어|인상|인하|높[아였]|낮[아췄]|상승|하락|증가|감소|급등|급락"
    r"|上が|下が|増|減|引き上げ|引き下げ|上昇|下落"
    r"|\b(?:rose|rise[sn]?|fell|falls?|increase[sd]?|decrease[sd]?|grew|grown?|dropp?(?:ed|s)?|climb(?:ed|s)?|jump(?:ed|s)?|"
    r"raise[sd]?|cut|lower(?:ed|s)?|up|down|went|goes|declined?)\b"
)


def problems(claim: Claim) -> list[Problem]:
    ends = _ENDS.get(script_of(claim.language))
    if claim.foreign or ends is None or not _CHANGES.search(claim.lower):
        return []
    for figure in claim.facts.figures:
        mine = end_of(claim.lower, figure, claim.language)
        stated = [
            (end_of(source.text.lower(), other, claim.language), source, other)
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
                if other.unit == figure.unit and end_of(source.text.lower(), other, claim.language) == mine
            ),
            None,
        )
        if rival is None or any(agree(one, rival) for one in claim.facts.figures):
            continue
        why = f"The article says {figure.text} of something else; here it has {rival.text}."
        return [Problem("figure", figure.text, why, figure.start, figure.end, rival.text)]
    return []


def end_of(text: str, figure: Figure, language: str) -> int | None:
    """0 for the beginning of a change, 1 for its end, None where neither is told."""
    script = script_of(language)
    for end, pattern in enumerate(_ENDS[script]):
        if script == "latin" and pattern.search(text[max(0, figure.start - 16) : figure.start]):
            return end
        if script != "latin" and pattern.match(text, figure.end):
            return end
    return None


def is_of_other_end(claim: Claim, figure: Figure, source: Source, other: Figure) -> bool:
    """The figure was not written for this one: it is what something came to, and this is what it came from, or the
    other way round. A figure that tells neither is about what something has become."""
    theirs = end_of(source.text.lower(), other, source.language)
    mine = None if claim.foreign else end_of(claim.lower, figure, claim.language)
    return theirs is not None and theirs != (1 if mine is None else mine)
