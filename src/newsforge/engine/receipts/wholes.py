"""The whole told as the part: 190 branches to close, where 14 of the 190 are."""

from __future__ import annotations

import re
from itertools import pairwise

from newsforge.engine.facts.model import Figure
from newsforge.engine.receipts.amounts import agree
from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.evidence import Source
from newsforge.engine.receipts.model import Problem

#: Between a part and its whole, and what tells in a claim that a figure is the whole.
_BETWEEN = {
    "latin": re.compile(r"^(?: [a-z]+){0,2} of (?:its|the|their|his|her|all|some|about)? ?(?:[a-z]+ )?$"),
    "ko": re.compile(r"^[^,.]{0,6}?(?:가운데|중)(?:에서)? (?:[가-힣]+ ){0,1}$"),
    "ja": re.compile(r"^[^、。]{0,6}?(?:のうち|中の?)、?$"),
}
_AS_WHOLE = re.compile(r"\b(?:of|out of|among|from)\b|가운데|중|のうち|中")
_VERB_BEFORE = re.compile(r"\b([a-z]{3,})(?: [a-z]+){0,2} $")
_VERB_BEHIND = {
    "ko": re.compile(r"^[^,.]{0,8}?[을를이가] (?P<verb>[가-힣]{2})"),
    "ja": re.compile(r"^[^、。]{0,4}?[をが](?P<verb>[一-龥]{1,2})"),
}
_ROOT = 4


def problems(claim: Claim) -> list[Problem]:
    """The same verb as of the part: who has 190 branches may have them."""
    script = script_of(claim.language)
    if claim.foreign or script not in _BETWEEN or not claim.facts.figures or _AS_WHOLE.search(claim.lower):
        return []
    for source in claim.alignment.sources[:2]:
        for part, whole in _pairs(source, script):
            mine = [figure for figure in claim.facts.figures if agree(figure, whole)]
            if not mine or any(agree(figure, part) for figure in claim.facts.figures):
                continue
            verb = _verb(source.folded.text, part, script)
            if verb and verb == _verb(claim.lower, mine[0], script):
                why = f"The article says it of {part.text} of {whole.text}, not of all of them."
                return [Problem("figure", mine[0].text, why, mine[0].start, mine[0].end, part.text)]
    return []


def _pairs(source: Source, script: str) -> list[tuple[Figure, Figure]]:
    """(part, whole)"""
    figures = source.facts.figures
    found: list[tuple[Figure, Figure]] = []
    for one, two in pairwise(figures):
        if _BETWEEN[script].match(source.folded.text[one.end : two.start]):
            found.append((one, two) if script == "latin" else (two, one))
    return found


def _verb(text: str, figure: Figure, script: str) -> str:
    if script == "latin":
        match = _VERB_BEFORE.search(text[max(0, figure.start - 40) : figure.start])
        return match[1].removesuffix("ing")[:_ROOT].rstrip("e") if match is not None else ""
    behind = _VERB_BEHIND[script].match(text[figure.end : figure.end + 20])
    return behind["verb"] if behind is not None else ""
