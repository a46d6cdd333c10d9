"""Opposites and denials, clause by clause: what the article says in a clause that is otherwise the same."""

from __future__ import annotations

import re

from newsforge.engine.receipts.claim import Claim
from newsforge.engine.receipts.clause import Clause
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.opposites import Opposition, direction_pair, facing, find_denial, is_denied, oppositions
from newsforge.engine.receipts.parallels import Parallel, compare
from newsforge.engine.receipts.words import whole_word

#: The share of the other words of a clause that must stand in the article's clause, and how many of them.
_LEAST_SHARE, _LEAST_HELD = 0.6, 2
_LEAST_DENIED = 0.7
_QUOTE = re.compile(r"[\"“”「」『』]")
#: Each side tells of the same event when the parties change places.
CONVERSE = re.compile(
    r"beat|defeat|w[io]n|los[te]|bought|buy|sold|sell|acquir|ahead|behind|이[겼긴기]|꺾|승리|졌|패|앞[섰서선]|뒤[졌지처진]|밀[렸린려]|勝|敗|破|負"
)
_SUBTLE = re.compile(r"폭|둔화|세가|slow|narrow|pace|instead of|rather than|幅|鈍化")


def problems(claim: Claim, language: str) -> list[Problem]:
    for pair in claim.parallels:
        if pair.theirs.source is None or not pair.theirs.words:
            continue
        ours = claim.lower[pair.ours.start : pair.ours.end]
        theirs = pair.theirs.source.folded.text[pair.theirs.start : pair.theirs.end]
        if is_denied(ours, language) != is_denied(theirs, language):
            problem = _denied(claim, pair, language)
        elif _SUBTLE.search(ours) or _SUBTLE.search(theirs):
            continue
        else:
            problem = _opposite(claim, pair, language)
        if problem is not None:
            return [problem]
    return []


def _opposite(claim: Claim, pair: Parallel, language: str) -> Problem | None:
    source = pair.theirs.source
    assert source is not None
    for opposition, ours, theirs in facing(claim.lower, source.folded.text, language):
        if not opposition.firm:
            continue
        mine = ours.search(claim.lower, pair.ours.start, pair.ours.end)
        if mine is None:
            continue
        other = theirs.search(source.folded.text, pair.theirs.start, pair.theirs.end)
        if other is None or ours.search(source.folded.text, pair.theirs.start, pair.theirs.end):
            continue
        if _goes_both_ways(opposition, ours, pair, language):
            continue
        if theirs.search(claim.lower, pair.ours.start, pair.ours.end) or not _is_close(claim, pair, mine):
            continue
        if any(mine.group() in one.folded.text for one in claim.alignment.sources[:2]):
            continue
        if CONVERSE.search(mine.group()) and _is_turned(claim, pair, mine, other):
            continue
        start, end = whole_word(claim.lower, *mine.span())
        place = whole_word(source.folded.text, *other.span())
        stated = source.folded.text[place[0] : place[1]]
        why = f"The post says “{claim.text[start:end]}” where the article says “{stated}”."
        return Problem("polarity", claim.text[start:end], why, start, end)
    return None


def _goes_both_ways(opposition: Opposition, ours: re.Pattern[str], pair: Parallel, language: str) -> bool:
    """Profit fell on higher costs: the clause of the article has our direction too, of something else."""
    wide = direction_pair(language)
    if wide is None or opposition is not oppositions(language)[0] or pair.theirs.source is None:
        return False
    side = wide[0] if ours is opposition.left else wide[1]
    return side.search(pair.theirs.source.folded.text, pair.theirs.start, pair.theirs.end) is not None


def _is_close(claim: Claim, pair: Parallel, mine: re.Match[str]) -> bool:
    """Apart from the word in question the clauses say the same; a figure in both counts as a word."""
    without = frozenset(word.stem for word in pair.ours.words if word.start < mine.end() and mine.start() < word.end)
    rest = compare(pair.ours, pair.theirs, without=without)
    return rest.share >= _LEAST_SHARE and rest.held + _shared_figures(claim, pair) >= _LEAST_HELD


def _is_turned(claim: Claim, pair: Parallel, mine: re.Match[str], other: re.Match[str]) -> bool:
    """The article's doer is another one; or, in English, a name before the one word stands behind the other."""
    source = pair.theirs.source
    assert source is not None
    if claim.language != "en":
        ours = _clause_in(claim.clauses, pair.ours.start, pair.ours.end)
        theirs = _clause_in(source.clauses, pair.theirs.start, pair.theirs.end)
        one, two = ours.doer if ours else None, theirs.doer if theirs else None
        return one is None or two is None or not one.words & two.words
    before = {word.stem for word in pair.ours.words if word.end <= mine.start()}
    behind = {word.stem for word in pair.theirs.words if word.start >= other.end()}
    return bool(before & behind) or not before


def _shared_figures(claim: Claim, pair: Parallel) -> int:
    source = pair.theirs.source
    assert source is not None
    stated = {figure.value for figure in source.facts.figures if pair.theirs.start <= figure.start < pair.theirs.end}
    return sum(
        figure.value in stated for figure in claim.facts.figures if pair.ours.start <= figure.start < pair.ours.end
    )


def _denied(claim: Claim, pair: Parallel, language: str) -> Problem | None:
    """The same verb in both, denied in one."""
    source = pair.theirs.source
    assert source is not None
    mine = _clause_in(claim.clauses, pair.ours.start, pair.ours.end)
    other = _clause_in(source.clauses, pair.theirs.start, pair.theirs.end)
    if mine is None or other is None or mine.verb.rstrip("*") != other.verb.rstrip("*"):
        return None
    ours, theirs = claim.lower[mine.start : mine.end], source.folded.text[other.start : other.end]
    if _QUOTE.search(ours) or _QUOTE.search(theirs):
        return None
    denied = is_denied(_around_verb(claim.lower, mine, language), language)
    if denied == is_denied(_around_verb(source.folded.text, other, language), language):
        return None
    without = frozenset(
        word.stem for word in pair.ours.words if word.start >= mine.verb_start or is_denied(word.text + " ", language)
    )
    rest = compare(pair.ours, pair.theirs, without=without)
    if rest.share < _LEAST_DENIED or rest.held + _shared_figures(claim, pair) < 1 or len(mine.verb) < 2:
        return None
    own = find_denial(claim.lower, language, max(mine.start, mine.verb_start - 18), mine.end) if denied else None
    start, end = whole_word(claim.lower, *(own or (mine.verb_start, mine.verb_start + 1)))
    said = source.text[slice(*source.folded.span(pair.theirs.start, pair.theirs.end))].strip()[:80]
    why = (
        f"The post denies what the article states: “{said}”."
        if denied
        else f"The article denies it, and the post does not: “{said}”."
    )
    return Problem("polarity", claim.text[start:end], why, start, end)


def _around_verb(text: str, clause: Clause, language: str) -> str:
    """Where a denial of the verb itself stands: behind it, in English before it or right after (found no trace)."""
    if language == "en":
        return text[max(clause.start, clause.verb_start - 18) : min(clause.end, clause.verb_start + 14)]
    return text[max(clause.start, clause.verb_start - 2) : clause.end]


def _clause_in(clauses: list[Clause], start: int, end: int) -> Clause | None:
    return next((clause for clause in clauses if clause.start < end and start < clause.end), None)
