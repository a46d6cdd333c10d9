# ruff: noqa: E501 -- patterns of three languages read best beside each other; a Korean letter counts as two
"""Two figures of one kind that changed places between two things: fares rose 4% and complaints 11%, or the other way
round. The words between two breaks belong to the figure that stands there."""

from __future__ import annotations

import re
from itertools import combinations

from newsforge.engine.facts.model import Figure
from newsforge.engine.receipts.amounts import agree
from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.ends_of_change import CHANGES
from newsforge.engine.receipts.evidence import Source
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.words import Word

_BREAKS = {
    "latin": re.compile(r"[,;:] (?:(?:and|but|while|whereas|with|against|compared with) )?|\s(?:while|whereas|and|but|against)\s"),
    "ko": re.compile(r"[,;·] |(?<=[가-힣])(?:고|며|지만|으나|은데|는데|면서) |(?:반면|비해) "),
    "ja": re.compile(r"[、;]"),
}  # fmt: skip
_LEAST = 2
_MOST = 12
#: Bare numbers stand with names in apposition (Ann, 25, and Sue, 21), where no break tells whose they are.
_UNCERTAIN = frozenset({"", "ordinal", "ratio", "age", "age_decade", "year", "identifier"})


def problems(claim: Claim) -> list[Problem]:
    script = script_of(claim.language)
    if claim.foreign or script not in _BREAKS:
        return []
    figures = claim.facts.figures
    if len(figures) > _MOST:
        return []  # a table
    for source in claim.alignment.sources[:2]:
        for one, two in combinations(figures, 2):
            if one.unit != two.unit or one.value == two.value or one.unit in _UNCERTAIN:
                continue
            stated = [[other for other in source.facts.figures if agree(figure, other)] for figure in (one, two)]
            if any(len(found) != 1 for found in stated):
                continue
            if _have_changed_places(claim, source, (one, two), (stated[0][0], stated[1][0]), script):
                why = f"The article says {stated[0][0].text} and {stated[1][0].text} the other way round."
                return [Problem("figure", one.text, why, one.start, one.end)]
    return []


def _have_changed_places(
    claim: Claim, source: Source, mine: tuple[Figure, Figure], theirs: tuple[Figure, Figure], script: str
) -> bool:
    ours = _stretches(claim.lower, claim.facts.figures, mine, script)
    stated = _stretches(source.folded.text, source.facts.figures, theirs, script)
    if ours is None or stated is None:
        return False
    said = [_stems(claim.words, claim.facts.figures, stretch) for stretch in ours]
    told = [_stems(source.words, source.facts.figures, stretch) for stretch in stated]
    # The figures in one order: what opens or ends both sentences is said of either (지난해 화재 원인은 … 였다).
    is_in_order = (mine[0].start < mine[1].start) == (theirs[0].start < theirs[1].start)
    both = (said[0] & told[0]) | (said[1] & told[1]) if is_in_order else frozenset[str]()
    own = (told[0] - told[1] - both, told[1] - told[0] - both)
    straight = len(said[0] & own[0]) + len(said[1] & own[1])
    crossed = (len(said[0] & own[1]), len(said[1] & own[0]))
    if not straight and all(crossed) and sum(crossed) >= _LEAST:
        return True
    named = [_named(claim, stems) for stems in own]
    return bool(
        script == "latin"
        and (
            (said[0] & named[1] and not said[0] & named[0] and not said[1] & named[1])
            or (said[1] & named[0] and not said[1] & named[1] and not said[0] & named[0])
        )
    )


def _named(claim: Claim, stems: frozenset[str]) -> frozenset[str]:
    """Those of them that the article writes with a capital, wherever they stand."""
    known: list[str] | None = claim.evidence.readings.get("named stems")
    if known is None:
        text = claim.evidence.article.text
        plain = set(re.findall(r"\b[a-z][\w'’-]+", text))
        capital = {word.lower() for word in re.findall(r"(?<=[a-z,] )[A-Z][\w-]+", text)} - plain
        known = [word.stem for source in claim.evidence.sources for word in source.words if word.text in capital]
        claim.evidence.readings["named stems"] = known
    return stems.intersection(known)


def _stretches(
    text: str, figures: tuple[Figure, ...], pair: tuple[Figure, Figure], script: str
) -> list[tuple[int, int]] | None:
    """What belongs to each: from the last break behind the figure before to the last one before the figure behind. None
    where no break parts the two."""
    found: list[tuple[int, int]] = []
    for figure in pair:
        alike = [other for other in figures if other.unit == figure.unit]
        before = max((other.end for other in alike if other.end <= figure.start), default=None)
        after = min((other.start for other in alike if other.start >= figure.end), default=None)
        begin = 0 if before is None else _last_break(text, before, figure.start, script)
        end = len(text) if after is None else _last_break(text, figure.end, after, script)
        if begin is None or end is None:
            return None
        found.append((begin, end))
    return found


def _last_break(text: str, start: int, end: int, script: str) -> int | None:
    return max((match.end() for match in _BREAKS[script].finditer(text, start, end)), default=None)


def _stems(words: list[Word], figures: tuple[Figure, ...], stretch: tuple[int, int]) -> frozenset[str]:
    start, end = stretch
    return frozenset(
        word.stem
        for word in words
        if start <= word.start < end
        and word.meaningful
        and not CHANGES.match(word.text)
        and not any(figure.start <= word.start < figure.end for figure in figures)
    )
