"""Somebody's figure told of another, who has one of the kind too: the novelist gave 1,200 books, the village 7,000."""

from __future__ import annotations

from newsforge.engine.facts.model import Figure
from newsforge.engine.receipts.amounts import agree
from newsforge.engine.receipts.claim import Claim
from newsforge.engine.receipts.clause import Clause, Party
from newsforge.engine.receipts.evidence import Source
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.roles import is_telling, same_party

_NOT_OWNED = frozenset({"", "ordinal", "ratio", "age", "year", "month", "week", "day", "hour", "minute", "identifier"})


def problems(claim: Claim) -> list[Problem]:
    if claim.foreign or claim.language not in {"ko", "ja"} or len(claim.facts.figures) != 1:
        return []
    figure = claim.facts.figures[0]
    clause = next((one for one in claim.clauses if one.start <= figure.start < one.end), None)
    if figure.unit in _NOT_OWNED or clause is None or clause.doer is None or clause.inherited:
        return []
    doer = clause.doer
    if not is_telling(doer) or doer.start > figure.start:
        return []
    holders = [source for source, other in claim.evidence.figures if source.field == "text" and agree(figure, other)]
    if not holders or any(_may_be_of(claim, source, doer, figure) for source in holders):
        return []
    rival = _own_of(claim, doer, figure)
    if rival is None:
        return []
    ours = claim.text[doer.start : doer.end]
    why = f"The article says {rival.text} of {ours}, not {figure.text}."
    return [Problem("figure", figure.text, why, figure.start, figure.end, rival.text)]


def _names(source: Source, doer: Party) -> bool:
    return any(word in source.folded.text for word in doer.words if len(word) > 1)


def _may_be_of(claim: Claim, source: Source, doer: Party, figure: Figure) -> bool:
    """The sentence or the one before names this one, or its own doer is not told."""
    earlier = claim.evidence.sources[max(0, source.index - 1) : source.index + 1]
    if any(_names(one, doer) for one in earlier):
        return True
    stated = _doer_at(source, figure)
    return stated is None or same_party(stated, doer)


def _doer_at(source: Source, figure: Figure) -> Party | None:
    place = next((one.start for one in source.facts.figures if agree(figure, one)), None)
    clause: Clause | None = next(
        (one for one in source.clauses if place is not None and one.start <= place < one.end), None
    )
    return clause.doer if clause is not None and not clause.inherited else None


def _own_of(claim: Claim, doer: Party, figure: Figure) -> Figure | None:
    """This one's own figure of the kind, told of the same things."""
    said = {word.stem for word in claim.words if word.meaningful and not doer.start <= word.start < doer.end}
    for source in claim.alignment.sources[:3]:
        if source.field != "text" or not _names(source, doer):
            continue
        alike = [one for one in source.facts.figures if one.unit == figure.unit and one.value != figure.value]
        before = source.folded.text[: alike[0].start] if len(alike) == 1 else ""
        told = any(word in before for word in doer.words if len(word) > 1)
        if told and said & {word.stem for word in source.words}:
            return alike[0]
    return None
