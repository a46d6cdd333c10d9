"""What stays as it is: “will stay open” for “will not close” is right, for “will not open” it is not."""

from __future__ import annotations

import re

from newsforge.engine.receipts.claim import Claim
from newsforge.engine.receipts.model import Problem

_STAYS = re.compile(r"\b(?:stay|remain|kee?p)\w* (?P<state>open|closed|shut)\b")
_NOT = r"(?:\b(?:not|never|no longer)|n't) (?:be |to |be re)?"
#: By the state that is kept: what denies that it ends, and what denies that it is one at all.
_DENIED = {
    "open": (re.compile(rf"{_NOT}(?:clos|shut)"), re.compile(rf"{_NOT}(?:re-?)?open")),
    "closed": (re.compile(rf"{_NOT}(?:re-?)?open"), re.compile(rf"{_NOT}(?:clos|shut)")),
}


def problems(claim: Claim) -> list[Problem]:
    kept = _STAYS.search(claim.lower) if claim.language == "en" and not claim.foreign else None
    best = claim.alignment.best
    if kept is None or best is None:
        return []
    right, wrong = _DENIED["open" if kept["state"] == "open" else "closed"]
    denied = wrong.search(best.folded.text)
    stated = claim.evidence.everything
    if denied is None or right.search(stated) or _STAYS.search(best.folded.text):
        return []
    start, end = kept.span()
    why = f"The post says “{kept.group()}” where the article says “{denied.group()}”."
    return [Problem("polarity", claim.text[start:end], why, start, end)]


def says_by_denial(claim: Claim) -> bool:
    """The nearest sentence has it as the denial of the change."""
    kept, best = _STAYS.search(claim.lower), claim.alignment.best
    if kept is None or best is None or claim.language != "en":
        return False
    return _DENIED["open" if kept["state"] == "open" else "closed"][0].search(best.folded.text) is not None
