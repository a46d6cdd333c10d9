# ruff: noqa: E501 -- patterns of three languages read best as lines; a Korean letter counts as two
"""An amount a month is none a year: whether a figure is paid, counted or done in the article's period."""

from __future__ import annotations

import re

from newsforge.engine.facts.model import Figure
from newsforge.engine.receipts.amounts import agree
from newsforge.engine.receipts.claim import Claim
from newsforge.engine.receipts.evidence import Source
from newsforge.engine.receipts.model import Problem

_AFTER = re.compile(
    r"\s?(?:(?:a|an|per|each|every|/)\s?(?P<en>hour|day|week|month|quarter|year)\b|(?P<ly>hourly|daily|weekly|monthly|quarterly|yearly|annually|annual)\b)"
)
_BEFORE = re.compile(
    r"(?:(?P<hour>시간당|시급|時給|毎時)|(?P<day>하루(?:에|\s?평균)?|매일|일일|1일|일당|1日|毎日|日給)"
    r"|(?P<week>매주|한 주에|1주일에|毎週|週に?)|(?P<month>매월|매달|월|한 달에?|다달이|月額?|毎月|ひと月)"
    r"|(?P<year>매년|해마다|연간|연|한 해에?|年間?|年額|毎年))\s?(?:평균|약|최대|平均|約|最大)?\s?$"
)
_ADVERB = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter"}
#: Before the figure, in English: a monthly fee of $5, an annual $5.
_LED = re.compile(r"\b(?P<ly>hourly|daily|weekly|monthly|quarterly|yearly|annual)\b(?:\s[a-z]+){0,3}\s$")
_IN_WORDS = {"hour": "an hour", "day": "a day", "week": "a week", "month": "a month", "quarter": "a quarter", "year": "a year"}  # fmt: skip


def problems(claim: Claim) -> list[Problem]:
    for figure in claim.facts.figures:
        mine = _period(claim.lower, figure)
        if mine is None:
            continue
        stated = [
            _period(_text_of(source), other)
            for source, other in claim.evidence.figures
            if agree(figure, other) or (claim.foreign and figure.value == other.value)
        ]
        if stated and all(other is not None and other != mine for other in stated):
            text = claim.text[figure.start : figure.end]
            why = f"The article says {text} {_IN_WORDS[str(stated[0])]}, the post {_IN_WORDS[mine]}."
            return [Problem("unit", text, why, figure.start, figure.end)]
    return []


def _text_of(source: Source) -> str:
    """The figures' places are places in the sentence itself."""
    return source.text.lower()


def _period(text: str, figure: Figure) -> str | None:
    after = _AFTER.match(text, figure.end)
    if after is not None:
        return after["en"] or _ADVERB.get(after["ly"], "year")
    before = text[max(0, figure.start - 40) : figure.start]
    led = _LED.search(before)
    if led is not None:
        return _ADVERB.get(led["ly"], "year")
    found = _BEFORE.search(before)
    return found.lastgroup if found is not None else None
