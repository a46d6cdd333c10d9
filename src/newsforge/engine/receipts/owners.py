# ruff: noqa: SIM905 -- lists of words read best as lines of words
"""Whose figure it is, and who does it to whom: two of one list, or of two like sentences, told for one another."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsforge.engine.facts.model import Figure
from newsforge.engine.receipts.amounts import agree
from newsforge.engine.receipts.claim import Claim
from newsforge.engine.receipts.clause import Clause
from newsforge.engine.receipts.clauses import is_verb, korean_parties, pieces
from newsforge.engine.receipts.ends_of_change import keeps_end
from newsforge.engine.receipts.evidence import Source
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.parts import is_part_of
from newsforge.engine.receipts.roles import introduces, same_party
from newsforge.engine.receipts.words import Word

_LEAST_SIMILAR = 0.4
#: Nouns that say what is measured, not whose it is.
_MEASURES = frozenset(
    "pric price cost rat rate number shar share valu value amount level total sale averag figur half third quarter "
    "more few fewer less least most peopl year month week day tim time hour".split()
)
_JA_PARTY = re.compile(r"([一-鿿々ァ-ヺーA-Za-z0-9]+)(?:は|が|も|の)")


@dataclass(frozen=True, slots=True)
class _Holder:
    source: Source
    figure: Figure


@dataclass(frozen=True, slots=True)
class _Reading:
    text: str
    words: list[Word]
    figures: tuple[Figure, ...]
    language: str


def problems(claim: Claim) -> list[Problem]:
    if claim.foreign or claim.alignment.best is None or claim.alignment.similarity < _LEAST_SIMILAR:
        return []
    found = _exchanged(claim) or _of_rival(claim) or _of_other_sentence(claim) or _done_by_another(claim)
    return [found] if found else []


def _exchanged(claim: Claim) -> Problem | None:
    """The doer of a verb and somebody else in the clause have changed places."""
    for clause in claim.clauses:
        doer = clause.doer
        if doer is None or clause.inherited:
            continue
        for source in claim.alignment.sources[:2]:
            for other in source.clauses:
                stated = other.doer
                if stated is None or other.verb != clause.verb or same_party(doer, stated):
                    continue
                if claim.language not in {"ko", "ja"} and not (doer.named and stated.named):
                    continue
                mine = claim.lower[clause.start : clause.end]
                theirs = source.folded.text[other.start : other.end]
                if not _holds(mine, stated.words, doer.words) or not _holds(theirs, doer.words, stated.words):
                    continue
                if _is_doer_elsewhere(claim, clause):
                    continue
                ours = claim.text[doer.start : doer.end]
                why = f"The article has {ours} and {_named(source, stated.start, stated.end)} the other way round."
                return Problem("name", ours, why, doer.start, doer.end)
    return None


def _holds(text: str, wanted: frozenset[str], without: frozenset[str]) -> bool:
    words = {word.lower() for word in wanted - without if len(word) > 1}
    return bool(words) and any(re.search(rf"(?<!\w){re.escape(word)}", text) for word in words)


def _is_doer_elsewhere(claim: Claim, clause: Clause) -> bool:
    assert clause.doer is not None
    return any(
        other.verb == clause.verb and other.doer is not None and same_party(clause.doer, other.doer)
        for source in claim.evidence.sources
        for other in source.clauses
    )


def _named(source: Source, start: int, end: int) -> str:
    return source.original(start, end)


def _of_rival(claim: Claim) -> Problem | None:
    """A figure under the label that its sentence has for another figure of the kind, and not under its own."""
    stated = frozenset(word.stem for word in claim.words) | frozenset(word.text for word in claim.words)
    for figure in claim.facts.figures:
        holder = _only_holder(claim, figure)
        if holder is None:
            continue
        own = _labels(_read(holder.source), holder.figure)
        mine = _labels(_read_claim(claim), figure)
        for rival in holder.source.facts.figures:
            if rival.unit != holder.figure.unit or rival.value == holder.figure.value:
                continue
            if any(agree(other, rival) for other in claim.facts.figures):
                continue
            if is_part_of(holder.source.text, holder.figure, rival):
                continue
            if keeps_end(claim, figure, holder.source, holder.figure, rival):
                continue
            other = _labels(_read(holder.source), rival)
            if not (other - own) or not (own - other) or not (other - own) <= mine or (own - other) <= stated:
                continue
            if mine & (own - other) and not _leads(holder, own - other, stated):
                continue
            why = f"The article says {holder.figure.text} of something else; here it has {rival.text}."
            return Problem("figure", figure.text, why, figure.start, figure.end, rival.text)
    return None


def _of_other_sentence(claim: Claim) -> Problem | None:
    """Somebody's figure under the name of another, of whom a like sentence has a figure of its own."""
    if claim.language not in {"ko", "ja"}:
        return None
    stated = frozenset(word.stem for word in claim.words)
    for figure in claim.facts.figures:
        holder = _only_holder(claim, figure)
        if holder is None or not figure.unit:
            continue
        text = holder.source.folded.text
        mine = _labels(_read_claim(claim), figure)
        strange = {word for word in mine if len(word) > 1 and word not in text}
        first = min((one.start for one in holder.source.facts.figures), default=0)
        owner = _nouns(_read(holder.source), 0, first, holder.figure)
        if (
            not strange
            or not (mine - strange)
            or not owner
            or owner & stated
            or _holds(claim.lower, owner, frozenset())
        ):
            continue
        for source in claim.evidence.sources:
            like = source is not holder.source and all(word in source.folded.text for word in mine)
            if like and any(one.unit == figure.unit for one in source.facts.figures):
                name = next(iter(sorted(strange)))
                why = f"The article says {figure.text} of {' '.join(sorted(owner))}, not of {name}."
                return Problem("figure", figure.text, why, figure.start, figure.end)
    return None


def _leads(holder: _Holder, own: frozenset[str], stated: frozenset[str]) -> bool:
    """What the claim leaves out is the first word of the label: whose it is."""
    inside = [word for word in holder.source.words if word.stem in own or word.text in own]
    return bool(inside) and not {inside[0].stem, inside[0].text} & stated


def _only_holder(claim: Claim, figure: Figure) -> _Holder | None:
    found = [
        _Holder(source, other)
        for source, other in claim.evidence.figures
        if source.field == "text" and agree(figure, other)
    ]
    return found[0] if len(found) == 1 and found[0].source in claim.alignment.sources[:3] else None


def _read(source: Source) -> _Reading:
    return _Reading(source.folded.text, source.words, source.facts.figures, source.language)


def _read_claim(claim: Claim) -> _Reading:
    return _Reading(claim.lower, claim.words, claim.facts.figures, claim.language)


def _labels(reading: _Reading, figure: Figure) -> frozenset[str]:
    """What the figure is said of: the nouns of its clause, or of the clause before where it has none."""
    alike = [one for one in reading.figures if one.unit == figure.unit]
    earlier = max((one.end for one in alike if one.end <= figure.start), default=0)
    later = min((one.start for one in alike if one.start >= figure.end), default=len(reading.text))
    inside = [(start, end) for start, end, _ in pieces(reading.text, reading.language)]
    place = next((index for index, (start, end) in enumerate(inside) if start <= figure.start < end), None)
    if place is None:
        return frozenset()
    for start, end in reversed(inside[: place + 1]):
        first, last = max(start, earlier), min(end, later)
        if first >= last:
            break
        found = _nouns(reading, first, last, figure)
        if found:
            return found
    return frozenset()


def _nouns(reading: _Reading, first: int, last: int, figure: Figure) -> frozenset[str]:
    before = reading.text[first : min(last, figure.start)]
    if reading.language == "ko":
        return frozenset(korean_parties(before))
    if reading.language == "ja":
        return frozenset(_JA_PARTY.findall(before))
    return frozenset(
        word.stem
        for word in reading.words
        if first <= word.start < last
        and word.meaningful
        and not figure.start <= word.start < figure.end
        and word.stem not in _MEASURES
        and not is_verb(word.text)
        and not word.text.endswith("ed")
    )


def _done_by_another(claim: Claim) -> Problem | None:
    """The verb and the only place of its figure belong to somebody who is not named in the claim. Not in English, where
    one team is Ipswich in one sentence and the Tractor Boys in the next."""
    if claim.language not in {"ko", "ja"}:
        return None
    for clause in claim.clauses:
        doer = clause.doer
        if doer is None or clause.inherited or not doer.named:
            continue
        for figure in claim.facts.figures:
            if not clause.start <= figure.start < clause.end:
                continue
            holder = _only_holder(claim, figure)
            other = _clause_at(holder) if holder else None
            if holder is None or other is None or other.doer is None or other.verb != clause.verb:
                continue
            if introduces(claim, doer, other.doer) or introduces(claim, other.doer, doer):
                continue
            if same_party(doer, other.doer) or _holds(claim.lower, other.doer.words, doer.words):
                continue
            if _holds(holder.source.folded.text, doer.words, frozenset()) or not other.doer.named:
                continue
            if not any(_holds(source.folded.text, doer.words, frozenset()) for source in claim.evidence.sources):
                continue
            ours = claim.text[doer.start : doer.end]
            stated = _named(holder.source, other.doer.start, other.doer.end)
            why = f"The article says {figure.text} of {stated}, not of {ours}."
            return Problem("name", ours, why, doer.start, doer.end, stated)
    return None


def _clause_at(holder: _Holder) -> Clause | None:
    return next((one for one in holder.source.clauses if one.start <= holder.figure.start < one.end), None)
