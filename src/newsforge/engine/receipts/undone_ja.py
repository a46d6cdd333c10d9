"""What a clause of the article says was not done, told as done: 見つかっていない and 見つかった."""

from __future__ import annotations

import re

from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.evidence import Source
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.words import words

_DENIED = re.compile(
    r"(?P<han>[一-龥]{1,2})[ぁ-ん]{0,3}?(?:って|いて|んで|て|で)?い?(?:ない|なかった|ません)(?=[。」、]|$)"
)
_NOT = re.compile(r"ない|なかった|なく|ません|ず(?:に|、|。)|否定|否認")
#: Of the claim's words so many stand in the clause that denies.
_SHARE, _FEWEST = 0.8, 2


def problems(claim: Claim) -> list[Problem]:
    if claim.foreign or script_of(claim.language) != "ja" or _NOT.search(claim.lower):
        return []
    for source in claim.alignment.sources[:2]:
        for match in _DENIED.finditer(source.folded.text):
            told = re.search(
                rf"{re.escape(match['han'])}[ぁ-ん]{{0,3}}?(?:った|いた|んだ|た|る|う)(?=[。」]|$)", claim.lower
            )
            if told is not None and _is_same_matter(claim, source, match.start()):
                text = claim.text[told.start() : told.end()]
                why = f"The article denies it: it says “{match.group()}”."
                return [Problem("polarity", text, why, told.start(), told.end())]
    return []


def _is_same_matter(claim: Claim, source: Source, place: int) -> bool:
    text = source.folded.text
    clause = text[text.rfind("、", 0, place) + 1 :]
    mine = [word.stem for word in claim.words if word.script != "digit" and len(word.text) > 1]
    theirs = {word.stem for word in words(clause)}
    return len(mine) >= _FEWEST and sum(stem in theirs for stem in mine) >= _SHARE * len(mine)
