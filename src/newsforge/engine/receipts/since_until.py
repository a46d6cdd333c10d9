"""From which day, and up to which: 1월 3일까지 is not 1월 3일부터."""

from __future__ import annotations

import re

from newsforge.engine.facts.model import DateMention
from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.dates import agree
from newsforge.engine.receipts.model import Problem

#: (from, up to), behind the date, in English before it.
_ENDS = {
    "ko": (re.compile(r"\s?부터"), re.compile(r"\s?까지")),
    "ja": (re.compile(r"から"), re.compile(r"まで")),
    "latin": (
        re.compile(r"\b(?:from|since|starting|beginning|effective)(?: on| in)? $", re.IGNORECASE),
        re.compile(r"\b(?:until|till|through|by|to)(?: the end of)? $", re.IGNORECASE),
    ),
}


def problems(claim: Claim) -> list[Problem]:
    for mention in claim.facts.dates:
        mine = _end(claim.text, mention, claim.language)
        if mine is None or mention.month is None:
            continue
        stated = [
            (source, other, _end(source.text, other, source.language))
            for source, other in claim.evidence.dates
            if other.month is not None and agree(mention, other)
        ]
        if stated and all(end == 1 - mine for _, _, end in stated):
            source, other, _ = stated[0]
            around = source.text[max(0, other.start - 8) : other.end + 4].strip()
            why = f"The article has it as the other end: “{around}”."
            return [Problem("date", mention.text, why, mention.start, mention.end)]
    return []


def _end(text: str, mention: DateMention, language: str) -> int | None:
    """0 for the day on which it begins, 1 for the one on which it ends."""
    script = script_of(language)
    for end, pattern in enumerate(_ENDS.get(script, ())):
        if script == "latin" and pattern.search(text[max(0, mention.start - 24) : mention.start]):
            return end
        if script != "latin" and pattern.match(text, mention.end):
            return end
    return None
