# ruff: noqa: E501 -- patterns of three languages read best beside each other; a Korean letter counts as two
"""A figure that the article only aims at or expects, told as one that was reached: 600가구를 목표로 했지만."""

from __future__ import annotations

import re

from newsforge.engine.receipts.amounts import agree
from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.model import Problem

#: (behind the figure, before it)
_AIMED = {
    "ko": (re.compile(r"\s?(?:[을를이가]|로|으로)?\s?(?:목표|예상|전망|계획)"), re.compile(r"목표(?:치|량)?(?:인|는|를|였던)?\s?$")),
    "ja": (re.compile(r"(?:を|の|と)?(?:目標|目指|見込|見通|予想)"), re.compile(r"目標(?:の|は|を)?$")),
    "latin": (
        re.compile(r"\s(?:\w+ ){0,2}(?:target|goal)\b"),
        re.compile(r"\b(?:target|goal|aim|aims|aimed|aiming|hoped?|hopes)(?: of| for| to \w+)? (?:about |at least |some )?$"),
    ),
}  # fmt: skip
#: Any word that leaves it open: then the sentence is no statement that it was reached.
_OPEN = {
    "ko": re.compile(r"목표|예상|전망|계획|예정|방침|추진|하기로|할 |될 |겠|려고|려 |것으로|가능|기대|못|않|그쳤|미달"),
    "ja": re.compile(r"目標|目指|見込|見通|予想|予定|計画|方針|ない|ず|たい|う"),
    "latin": re.compile(
        r"\b(?:target\w*|goals?|aim\w*|hop\w+|plan\w*|expect\w*|forecast\w*|predict\w*|will|would|could|may|might|to|not|no|"
        r"only|just|fell|short|miss\w*|project\w*|set|due)\b"
    ),
}  # fmt: skip


def problems(claim: Claim) -> list[Problem]:
    script = script_of(claim.language)
    if claim.foreign or script not in _AIMED or _OPEN[script].search(claim.lower):
        return []
    behind, before = _AIMED[script]
    for figure in claim.facts.figures:
        stated = [(source, other) for source, other in claim.evidence.figures if agree(figure, other)]
        aimed = [
            (source, other)
            for source, other in stated
            if behind.match(source.text.lower(), other.end) or before.search(source.text.lower()[: other.start])
        ]
        if aimed and len(aimed) == len(stated) and aimed[0][0] in claim.alignment.sources[:3]:
            source, other = aimed[0]
            around = source.text[max(0, other.start - 8) : other.end + 12].strip()
            why = f"The article only aims at it or expects it: “{around}”."
            return [Problem("certainty", figure.text, why, figure.start, figure.end)]
    return []
