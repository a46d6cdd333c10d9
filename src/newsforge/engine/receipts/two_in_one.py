"""One sentence made of two: a half of it is of a sentence of the article with another subject, who has gone.

“A sponsors the cup and will build the stand” where A sponsors the cup and B will build the stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsforge.engine.facts.names import names
from newsforge.engine.receipts.alignment import held_by
from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.evidence import Source
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.roles import is_telling, same_party

#: So much of the second half stands in the other sentence, and so many words.
_LEAST_HELD, _FEWEST_WORDS, _HALF = 0.8, 2, 0.5
_EN_HALVES = re.compile(r",? and (?=(?:will|would|has|have|had|was|is|are|were|also|then|[a-z]{3,}(?:s|ed))\b)")
#: A subject stands at the front, behind an article or an office at most.
_FRONT = 14


@dataclass(frozen=True, slots=True)
class _Half:
    """``who`` did what is told from ``start`` to ``end``."""

    who: str
    who_start: int
    start: int
    end: int


def problems(claim: Claim) -> list[Problem]:
    if claim.foreign or len(claim.alignment.sources) < _FEWEST_WORDS:
        return []
    for half in _halves(claim):
        sources = [source for source in claim.evidence.sources if _holds(claim, half, source)]
        rival = next((stated for source in sources if (stated := _find_rival(claim, half, source))), None)
        if rival is None or any(_names_too(half.who, source) for source in sources):
            continue
        end = half.who_start + len(half.who)
        why = f"In the article {rival} does that, not {half.who}."
        return [Problem("name", claim.text[half.who_start : end], why, half.who_start, end, rival)]
    return []


def _halves(claim: Claim) -> Iterator[_Half]:
    if script_of(claim.language) == "latin":
        first = next(iter(names(claim.statement, claim.language)), None)
        for match in _EN_HALVES.finditer(claim.statement) if first and first.start <= _FRONT else ():
            assert first is not None
            if match.start() > first.end:
                yield _Half(first.text, first.start, match.end(), len(claim.statement))
                yield _Half(first.text, first.start, first.end, match.start())
        return
    for clause in claim.clauses:
        doer = clause.doer
        if doer is not None and clause.inherited and is_telling(doer):
            yield _Half(claim.text[doer.start : doer.end], doer.start, clause.start, clause.end)


def _holds(claim: Claim, half: _Half, source: Source) -> bool:
    words = [word for word in claim.words if half.start <= word.start < half.end and word.meaningful]
    if len(words) < _FEWEST_WORDS or source.field != "text":
        return False
    return sum(held_by(word, source) >= _HALF for word in words) >= _LEAST_HELD * len(words)


def _find_rival(claim: Claim, half: _Half, source: Source) -> str | None:
    """The other subject, at the front of its sentence, whom the post does not name."""
    if _names_too(half.who, source):
        return None
    if script_of(claim.language) == "latin":
        first = next(iter(names(source.text, source.language)), None)
        is_other = first is not None and first.start <= _FRONT and not _shares(first.text, claim.lower)
        return first.text if first is not None and is_other else None
    verbs = {clause.verb for clause in claim.clauses if clause.start == half.start}
    for clause in source.clauses:
        doer = clause.doer
        if clause.verb not in verbs or doer is None or not is_telling(doer):
            continue
        mine = next(one.doer for one in claim.clauses if one.start == half.start)
        if mine is not None and not same_party(mine, doer) and not any(word in claim.lower for word in doer.words):
            return source.original(doer.start, doer.end)
    return None


def _names_too(who: str, source: Source) -> bool:
    return _shares(who, source.folded.text)


def _shares(name: str, text: str) -> bool:
    words = [word for word in re.findall(r"\w+", name.lower()) if len(word) > 1]
    return any(word in text for word in words)
