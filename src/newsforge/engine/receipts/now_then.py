# ruff: noqa: E501 -- patterns of three languages read best beside each other; a Korean letter counts as two
"""A figure of former days told of today: 한때 140명이던 직원 for 지금 직원 140명, 4,000 in 1980 for 4,000 today."""

from __future__ import annotations

import re

from newsforge.engine.facts.model import Figure
from newsforge.engine.receipts.amounts import agree
from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.model import Problem

_NOW = {
    "ko": re.compile(r"(?<![가-힣])(?:지금(?!까지)|현재|오늘날|이제|요즘)"),
    "ja": re.compile(r"現在|今は|今も|今や|いま"),
    "latin": re.compile(r"\b(?:today|now|currently|nowadays|at present|these days)\b"),
}
_THEN = {
    "ko": re.compile(r"한때|한창때|과거|예전|당시|옛날|이던|이었던|(?:19|20)\d\d년|지난해|작년|재작년|년 전"),
    "ja": re.compile(r"かつて|以前|当時|昔|(?:19|20)\d\d年|昨年|年前"),
    "latin": re.compile(r"\b(?:once|formerly|used to|at (?:its|their) (?:peak|height)|in (?:19|20)\d\d|last year|years? (?:ago|earlier))\b"),
}  # fmt: skip
#: 1968년 문을 연: a year that the sentence tells of something else.
_YEAR = re.compile(r"(?:in )?(?:19|20)\d\d(?:년|年)?")
_BORDER = re.compile(r"[,;.](?=\s|$)|지만|는데|으나|(?<=[가-힣])며\s|。|、|\b(?:but|while|compared)\b")


def problems(claim: Claim) -> list[Problem]:
    script = script_of(claim.language)
    if script not in _NOW or not _NOW[script].search(claim.lower) or _THEN[script].search(_YEAR.sub(" ", claim.lower)):
        return []
    for figure in claim.facts.figures:
        if len([one for one in claim.facts.figures if one.unit == figure.unit]) > 1:
            continue
        stated = [(source, other) for source, other in claim.evidence.figures if agree(figure, other)]
        clauses = [_clause(source.text.lower(), other) for source, other in stated]
        past = [
            _THEN[script_of(source.language)].search(clause)
            for (source, _), clause in zip(stated, clauses, strict=True)
        ]
        now = [
            _NOW[script_of(source.language)].search(clause) for (source, _), clause in zip(stated, clauses, strict=True)
        ]
        if stated and all(past) and not any(now) and stated[0][0] in claim.alignment.sources[:3]:
            why = f"The article tells it of another time: “{clauses[0].strip()[:60]}”."
            return [Problem("date", figure.text, why, figure.start, figure.end)]
    return []


def _clause(text: str, figure: Figure) -> str:
    first = max((match.end() for match in _BORDER.finditer(text, 0, figure.start)), default=0)
    last = _BORDER.search(text, figure.end)
    return text[first : last.start() if last else len(text)]
