"""From a sentence and the evidence to a verdict."""

from __future__ import annotations

from dataclasses import replace

from newsforge.engine.article import SourceSpan
from newsforge.engine.receipts import (
    abroad,
    accused,
    acts,
    affiliations,
    before_after,
    binding,
    callings,
    casualties,
    causes,
    certainty,
    charged,
    clock_days,
    closures,
    dated_verbs,
    dates,
    deeds,
    deeds_abroad,
    denials,
    denied_deeds,
    discussed,
    durations,
    ends_of_change,
    event_dates,
    exchanges,
    exclusions,
    extent,
    fates,
    figure_years,
    figures,
    guilt,
    kept_states,
    kin,
    labels,
    links,
    lone_deed,
    named_acts,
    named_owners,
    names,
    now_then,
    open_causes,
    owners,
    parts_of_time,
    payees,
    person_says,
    pleas,
    polarity,
    questions,
    quotes,
    ranking,
    rates,
    results,
    roles,
    same_kind,
    sayers,
    scopes,
    settlements,
    shares_of,
    silent,
    since_until,
    stances,
    swapped,
    tallies,
    targets,
    thresholds,
    titles,
    titles_abroad,
    two_in_one,
    undone_ja,
    wholes,
    wording,
)
from newsforge.engine.receipts.claim import Claim
from newsforge.engine.receipts.evidence import CREDIT_ENDS, ENDS, Evidence, Source, Verdict
from newsforge.engine.receipts.folding import folded
from newsforge.engine.receipts.model import Loose, Problem
from newsforge.engine.receipts.tables import is_table
from newsforge.engine.receipts.tracing import trace
from newsforge.engine.text.frame import is_frame, label_length

#: A sentence longer than this is read up to here.
LONGEST = 3_000
_MEMO_SIZE = 20_000
_LONGEST_CREDIT = 300
_CHECKS = (
    figures,
    abroad,
    affiliations,
    casualties,
    shares_of,
    durations,
    thresholds,
    binding,
    swapped,
    wholes,
    labels,
    ends_of_change,
    tallies,
    rates,
    dates,
    clock_days,
    dated_verbs,
    figure_years,
    event_dates,
    parts_of_time,
    since_until,
    now_then,
    before_after,
    quotes,
    names,
    titles,
    titles_abroad,
    callings,
    roles,
    fates,
    exchanges,
    named_acts,
    payees,
    two_in_one,
    owners,
    named_owners,
    sayers,
    person_says,
    stances,
    silent,
    denials,
    denied_deeds,
    kept_states,
    closures,
    exclusions,
    kin,
    same_kind,
    polarity,
    undone_ja,
    acts,
    deeds,
    deeds_abroad,
    ranking,
    scopes,
    results,
    causes,
    open_causes,
    certainty,
    charged,
    guilt,
    accused,
    pleas,
    settlements,
    discussed,
    targets,
    questions,
    extent,
    lone_deed,
    wording,
)
#: What is asked of a sentence of dozens of figures. It is never called the article's own wording.
_OF_TABLES = (figures, quotes, names, titles, polarity, wording)
#: Nothing is said of the whole where a detail is known to be wrong.
_OF_THE_WHOLE = (lone_deed, wording)


def judge(sentence: str, evidence: Evidence, language: str) -> Verdict:
    """Places in the verdict count from the first character of ``sentence``."""
    key = (sentence, language)
    known = evidence.memo.get(key)
    if known is None:
        with evidence.judging:
            known = evidence.memo.get(key) or _judge(sentence, evidence, language)
            if len(evidence.memo) < _MEMO_SIZE:
                evidence.memo[key] = known
    return known


def _judge(sentence: str, evidence: Evidence, language: str) -> Verdict:
    verbatim = find_verbatim(sentence, evidence)
    if verbatim is not None and verbatim[1]:
        return Verdict("supported", (verbatim[0],), wording="exact")
    if is_frame(sentence):
        return Verdict("supported", (SourceSpan(0, len(sentence), sentence, "house"),), wording="exact")
    label = label_length(sentence)
    rest = sentence[label:].strip()
    if label and rest:
        offset = sentence.index(rest, label)
        return _shifted(judge(rest, evidence, language), offset)
    credit = find_credit(sentence, evidence)
    if credit is not None:
        return Verdict("supported", (credit,), wording="exact")
    return _compare(sentence, evidence, language, verbatim[0] if verbatim else None)


def _compare(sentence: str, evidence: Evidence, language: str, verbatim: SourceSpan | None) -> Verdict:
    claim = Claim(sentence[:LONGEST], evidence, language)
    found = links.problems(claim.text, evidence)
    stated = claim.statement.strip()
    if any(character.isalnum() for character in stated) and not is_frame(stated):
        for check in _OF_TABLES if is_table(claim) else _CHECKS:
            if check in _OF_THE_WHOLE and found:
                break
            if (
                check is polarity
                and any(problem.kind in {"figure", "name"} for problem in found)
                and claim.near is None
            ):
                continue
            found += check.problems(claim)
    elif not found:
        return Verdict("supported", _link_spans(claim, evidence), wording="exact")
    spans = (verbatim,) if verbatim else tuple(source.span() for source in claim.alignment.sources[:3])
    if found:
        placed = tuple(_placed(problem, claim) for problem in _apart(found))
        return Verdict("unsupported", spans, placed)
    traced = trace(claim, _holder(verbatim, evidence))
    loose = tuple(_placed_loose(one, claim) for one in traced.loose)
    return Verdict("reformatted" if verbatim is None else "supported", spans, (), traced.wording, loose)


def _apart(found: list[Problem]) -> list[Problem]:
    """One problem a place, the first found; who speaks comes before which name stands there, and a quote keeps what
    is wrong inside it to itself."""
    kept: list[Problem] = []
    for problem in sorted(found, key=lambda problem: problem.kind != "speaker"):
        if not any(problem.start < other.end and other.start < problem.end for other in kept):
            kept.append(problem)
    return sorted(kept, key=lambda problem: problem.start)


def _placed(problem: Problem, claim: Claim) -> Problem:
    start, end = claim.folding.span(problem.start, problem.end)
    if end <= start:  # inside one character that folds to several
        start, end = max(0, end - 1), max(1, end)
    text = claim.original[start:end] or problem.text
    instead = problem.instead if problem.instead and problem.instead != text else None
    return replace(problem, text=text, start=start, end=end, instead=instead)


def _holder(verbatim: SourceSpan | None, evidence: Evidence) -> Source | None:
    if verbatim is None:
        return None
    return next(
        (
            source
            for source in evidence.sources
            if source.field == verbatim.field and source.offset <= verbatim.start < source.offset + len(source.text)
        ),
        None,
    )


def _placed_loose(one: Loose, claim: Claim) -> Loose:
    start, end = claim.folding.span(one.start, one.end)
    return Loose(claim.original[start:end], start, end)


def _shifted(verdict: Verdict, offset: int) -> Verdict:
    if not verdict.problems and not verdict.unaligned:
        return verdict
    moved = tuple(
        replace(problem, start=problem.start + offset, end=problem.end + offset) for problem in verdict.problems
    )
    loose = tuple(Loose(one.text, one.start + offset, one.end + offset) for one in verdict.unaligned)
    return Verdict(verdict.status, verdict.spans, moved, verdict.wording, loose)


def find_verbatim(sentence: str, evidence: Evidence) -> tuple[SourceSpan, bool] | None:
    """Where the sentence stands word for word, and whether it is whole sentences there (not cut out of one)."""
    index = evidence.by_text.get(sentence.strip(ENDS))
    if index is not None:
        return evidence.sources[index].span(), True
    form = folded(sentence).strip(ENDS)
    if not form:
        return None
    index = evidence.by_folded_text.get(form)
    if index is not None:
        return evidence.sources[index].span(), True
    for body, text, field in (
        (evidence.folded_body, evidence.article.text, "text"),
        (evidence.folded_title, evidence.article.title, "title"),
    ):
        place = body.text.find(form)
        if place < 0 or (len(form) < 8 and " " not in form):
            continue
        if not _at_word(body.text, place, place + len(form)):
            continue
        start, end = body.span(place, place + len(form))
        whole = _is_whole(text, start, end)
        return SourceSpan(start, end, text[start:end], field), whole  # type: ignore[arg-type]  # a field's name
    return None


def _is_whole(text: str, start: int, end: int) -> bool:
    """One sentence or several, from a first word to a last."""
    before = text[max(0, start - 3) : start]
    after = text[end : end + 3]
    opens = not before.strip() or "\n" in before or (before[-1].isspace() and before.rstrip()[-1] in ".!?。！？")
    closes = not after.strip() or after[0] in ".!?。！？\n" or text[end - 1] in ".!?。！？"
    return opens and closes and text[start:end].strip() != ""


def _at_word(text: str, start: int, end: int) -> bool:
    return not (start > 0 and text[start - 1].isalnum() and text[start].isalnum()) and not (
        end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    )


def find_credit(sentence: str, evidence: Evidence) -> SourceSpan | None:
    """The title, an author or the site by itself."""
    form = folded(sentence).strip(CREDIT_ENDS)
    return evidence.credits.get(form) if form and len(form) <= _LONGEST_CREDIT else None


def _link_spans(claim: Claim, evidence: Evidence) -> tuple[SourceSpan, ...]:
    article = evidence.article
    if tagged := links.tag_spans(claim.text, evidence):
        return tagged
    if article.url:
        return (SourceSpan(0, len(article.url), article.url, "url"),)
    return tuple(source.span() for source in claim.alignment.sources[:1])
