"""How far the wording of a sentence is the article's: whether anything in it is said in new words or a new order.

The checks look for what is wrong. This looks for what is *known to be right*: a sentence whose words all stand in one
sentence of the article, in its order, with nothing left out between them that could turn the sense. Everything else
is free wording, however true it may be: only a reader can tell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from newsforge.engine.facts import compared_facts
from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.evidence import Source
from newsforge.engine.receipts.folding import lowered
from newsforge.engine.receipts.gaps import may_begin, may_end, may_skip
from newsforge.engine.receipts.introductions import reductions
from newsforge.engine.receipts.model import Loose, Wording
from newsforge.engine.receipts.omissions import omissions
from newsforge.engine.receipts.tables import is_table
from newsforge.engine.receipts.tokens import Token, matches, tokens

_LONGEST = 160
#: “Words” - Speaker, as posts set quotes.
_CREDITED = re.compile(r"""^\s*["“「『].+["”」』]\s*[-–—]\s*(?=[^"”]+$)""", re.DOTALL)
_HIT, _BREAK = 10, 3
_APART = re.compile(r"[,·、]")
_MOST_TOPICS, _LONGEST_TOPIC = 3, 3
#: People whom one sentence introduces, and ways of taking one back that are followed further.
_MOST_INTRODUCED, _TRIED = 2, 3
#: Sentences of the article that are tried without what they may lose.
_SHORTENED = 2


@dataclass(frozen=True, slots=True)
class Trace:
    """``loose`` are the words that cannot be traced, with their places in the claim's folded text."""

    wording: Wording
    loose: tuple[Loose, ...] = ()


def trace(claim: Claim, holder: Source | None = None) -> Trace:
    """``holder`` is the sentence that has the claim word for word, where one has. A person may be introduced in full
    where the article has the short name."""
    traced = _trace(claim, holder)
    if traced.wording != "free" or claim.foreign:
        return traced
    return Trace("close") if _is_close_when_reduced(claim, _MOST_INTRODUCED) else traced


def _is_close_when_reduced(claim: Claim, most: int) -> bool:
    shorter = [Claim(reduced, claim.evidence, claim.language) for reduced in reductions(claim)]
    if any(_trace(one, None).wording == "close" for one in shorter):
        return True
    return most > 1 and any(_is_close_when_reduced(one, most - 1) for one in shorter[:_TRIED])


def _trace(claim: Claim, holder: Source | None) -> Trace:
    mine = tokens(claim.lower, claim.text, claim.facts)
    if not mine:
        return Trace("exact")
    if claim.foreign:
        return Trace("free", (_whole(claim, mine),))
    if len(mine) > _LONGEST or is_table(claim):
        return Trace("free", (_whole(claim, mine),))
    if (holder is not None and not claim.clauses) or _is_topics(claim):
        return Trace("close")  # the name of a thing, or of several, which states nothing
    fewest: tuple[Token, ...] | None = None
    credit = _CREDITED.match(claim.statement)
    credited = sum(token.start < credit.end() for token in mine) if credit else 0
    is_open = claim.statement.rstrip().endswith(("...", "…"))
    for source in (*([holder] if holder else []), *claim.alignment.sources):
        theirs = _tokens_of(source, claim)
        loose = _loose(mine, theirs, script_of(claim.language), is_open=is_open)
        if credited and loose:
            loose = _loose(mine[:credited], theirs, script_of(claim.language), is_open=False) or tuple(
                token for token in mine[credited:] if not any(matches(token, other) for other in theirs)
            )
        if not loose:
            return Trace("close")
        if fewest is None or len(loose) < len(fewest):
            fewest = loose
    if any(
        not _loose(mine, shorter, script_of(claim.language), is_open=is_open)
        for source in (*([holder] if holder else []), *claim.alignment.sources[:_SHORTENED])
        for shorter in _shorter(source, claim)
    ):
        return Trace("close")
    if fewest is None:
        return Trace("free", (_whole(claim, mine),))
    return Trace("free", tuple(_place(claim, token) for token in fewest))


def _is_topics(claim: Claim) -> bool:
    """Storm Brenda, Calder City: names side by side, each as the article has it."""
    named = [part.strip() for part in _APART.split(claim.lower.strip(" .!"))]
    if not 1 < len(named) <= _MOST_TOPICS or any(len(part.split()) > _LONGEST_TOPIC for part in named):
        return False
    if claim.clauses and (claim.language != "ko" or any(" " in part for part in named[1:])):
        return False  # 한빛교통공사 노동조합, 파업: only the first may be of several words
    texts = [source.folded.text for source in claim.evidence.sources]
    return all(part and any(re.search(rf"(?<!\w){re.escape(part)}", text) for text in texts) for part in named)


def _tokens_of(source: Source, claim: Claim) -> list[Token]:
    known: list[Token] | None = claim.evidence.tokens.get(source.index)
    if known is None:
        cased = source.cased
        # Folding may lengthen a text (… becomes three dots): then the facts' places are those of the folded one.
        is_longer = len(cased) != len(source.text)
        found = compared_facts(cased, source.language, source.anchor) if is_longer else source.facts
        known = tokens(lowered(cased), cased, found)
        claim.evidence.tokens[source.index] = known
    return known


def _shorter(source: Source, claim: Claim) -> list[list[Token]]:
    """The sentence without what it may lose."""
    known: dict[int, list[list[Token]]] = claim.evidence.shorter
    if source.index not in known:
        known[source.index] = omissions(_tokens_of(source, claim), source.cased, script_of(claim.language))
    return known[source.index]


def _place(claim: Claim, token: Token) -> Loose:
    return Loose(claim.text[token.start : token.end], token.start, token.end)


def _whole(claim: Claim, mine: list[Token]) -> Loose:
    start, end = mine[0].start, mine[-1].end
    return Loose(claim.text[start:end], start, end)


def _loose(mine: list[Token], theirs: list[Token], script: str, *, is_open: bool) -> tuple[Token, ...]:
    """The tokens of ``mine`` that do not stand in ``theirs``, in order and with nothing lost between that matters.
    ``is_open``: it says itself, by three dots, that it is cut off."""
    chain = _chain(mine, theirs)
    held = {ours for ours, _ in chain}
    missing = [token for index, token in enumerate(mine) if index not in held and not token.is_empty]
    if missing or not chain:
        return tuple(missing or mine)
    first, last = chain[0][1], chain[-1][1]
    if not may_begin(theirs, first, script):
        return (mine[chain[0][0]],)
    if not is_open and not may_end(theirs, last, script):
        return (mine[chain[-1][0]],)
    return tuple(
        mine[ours]
        for (_, before), (ours, after) in pairwise(chain)
        if after > before + 1 and not may_skip(theirs, before, after, script)
    )


def _chain(mine: list[Token], theirs: list[Token]) -> list[tuple[int, int]]:
    """The longest run of pairs in both orders, with the fewest breaks."""
    pairs = [
        (ours, stated)
        for ours, one in enumerate(mine)
        if not one.is_empty
        for stated, other in enumerate(theirs)
        if matches(one, other)
    ]
    best: list[tuple[int, int]] = []  # (score, index of the pair before)
    for index, (ours, stated) in enumerate(pairs):
        score, before = _HIT, -1
        for other in range(index):
            earlier, place = pairs[other]
            if earlier >= ours or place >= stated:
                continue
            together = best[other][0] + _HIT - (_BREAK if _is_gap(theirs, place, stated) else 0)
            if together >= score:
                score, before = together, other
        best.append((score, before))
    if not pairs:
        return []
    at = max(range(len(pairs)), key=lambda index: best[index][0])
    chain = []
    while at >= 0:
        chain.append(pairs[at])
        at = best[at][1]
    return chain[::-1]


def _is_gap(theirs: list[Token], before: int, after: int) -> bool:
    return any(not token.is_empty for token in theirs[before + 1 : after])
