"""How many of them are something: 17건 가운데 3건이 사망 사고 is not nine of them, though a nine stands there too."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsforge.engine.facts.model import Figure
from newsforge.engine.receipts.amounts import agree, same_unit
from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.evidence import Source
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.words import Word

#: Behind the number: that it is the one of which something is said.
_IS = {
    "ko": re.compile(r"(?:은|는|이|가)\s"),
    "ja": re.compile(r"(?:は|が)"),
    "latin": re.compile(r"(?: of (?:the|them|those|these|its|their)\b[^,.;]{0,40}?)? (?:were|was|are|is) (?!\w+ing\b)"),
}
_END = {
    "ko": re.compile(r"[.,;·]\s|[.]$|(?<=[가-힣])(?:고|며|지만)(?=\s)|$"),
    "ja": re.compile(r"[。、]|$"),
    "latin": re.compile(r"[.,;:]|\b(?:and|but|while)\b|$"),
}
_MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class _Share:
    figure: Figure
    stems: frozenset[str]


def problems(claim: Claim) -> list[Problem]:
    """Where the article says all of that of another number of the kind, and none of it of this one."""
    if claim.foreign or not claim.facts.figures:
        return []
    script = script_of(claim.language)
    for share in _shares(claim.lower, claim.words, claim.facts.figures, script):
        rival: Figure | None = None
        for source in claim.surroundings:
            for other in _told(source, script):
                if not share.stems & other.stems:
                    continue
                if agree(share.figure, other.figure):
                    return []
                if share.stems <= other.stems and same_unit(share.figure, other.figure):
                    rival = rival or other.figure
        if rival is not None:
            figure = share.figure
            why = f"The article says {figure.text} of something else; here it has {rival.text}."
            return [Problem("figure", figure.text, why, figure.start, figure.end, rival.text)]
    return []


def _told(source: Source, script: str) -> list[_Share]:
    text = source.text.lower()
    return _shares(text, source.words, source.facts.figures, script) if len(text) == len(source.folded.text) else []


def _shares(text: str, words: list[Word], figures: tuple[Figure, ...], script: str) -> list[_Share]:
    if script not in _IS:
        return []
    found: list[_Share] = []
    for place, figure in enumerate(figures):
        match = _IS[script].match(text, figure.end)
        if match is None:
            continue
        end = _END[script].search(text, match.end())
        assert end is not None
        stop = min(
            end.start(), *(other.start for other in figures[place + 1 :] if other.start >= match.end()), len(text)
        )
        inside = [word for word in words if match.end() <= word.start < stop and word.meaningful]
        if 0 < len(inside) <= _MOST_WORDS:
            found.append(_Share(figure, frozenset(_plain(word) for word in inside)))
    return found


def _plain(word: Word) -> str:
    """사고였다 is 사고."""
    return re.sub(r"(?:이었|였|이)(?:다|습니다|고|으며)$", "", word.stem) if word.script == "hangul" else word.stem
