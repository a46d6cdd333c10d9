"""To whom a sum goes: 住民に500万円 where the article has 工事会社に 500万円."""

from __future__ import annotations

import re

from newsforge.engine.facts.model import Figure
from newsforge.engine.receipts.amounts import agree
from newsforge.engine.receipts.claim import Claim
from newsforge.engine.receipts.evidence import Source
from newsforge.engine.receipts.model import Problem

_TO = {
    "ja": re.compile(r"(?P<who>[一-鿿々ァ-ヺーA-Za-z0-9]{2,14})に(?:は|対し、?|対して、?)?(?:総額|計|約|毎月|年間?)?$"),
    "ko": re.compile(r"(?P<who>[가-힣A-Za-z0-9]{2,14}?)(?:에게|에게는|한테)(?: (?:모두|총|각각|매달|연간|약))? $"),
}
_MONEY = re.compile(r"円|원|ドル|달러")


def problems(claim: Claim) -> list[Problem]:
    if claim.foreign or claim.language not in _TO:
        return []
    for figure in claim.facts.figures:
        if not _MONEY.search(figure.text):
            continue
        mine = _payee(claim.lower, figure, claim.language)
        if mine is None:
            continue
        stated = [
            (source, _payee(source.folded.text, other, claim.language))
            for source, other in claim.evidence.figures
            if source.field == "text" and agree(figure, other)
        ]
        problem = _elsewhere(claim, mine, stated)
        if problem is not None:
            return [problem]
    return []


def _elsewhere(claim: Claim, mine: re.Match[str], stated: list[tuple[Source, re.Match[str] | None]]) -> Problem | None:
    who = mine["who"]
    theirs = [other["who"] for _, other in stated if other is not None]
    if not theirs or len(theirs) < len(stated) or any(who in other or other in who for other in theirs):
        return None
    if not any(who in source.folded.text for source in claim.evidence.sources):
        return None
    start, end = mine.span("who")
    why = f"The article has it go to {theirs[0]}, not to {who}."
    return Problem("name", claim.text[start:end], why, start, end, theirs[0])


def _payee(text: str, figure: Figure, language: str) -> re.Match[str] | None:
    return _TO[language].search(text[max(0, figure.start - 24) : figure.start]) and _TO[language].search(
        text[: figure.start]
    )
