"""Which sentences of the article a claim comes from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter

from newsforge.engine.facts.model import Facts
from newsforge.engine.receipts.evidence import Evidence, Source
from newsforge.engine.receipts.glossary import ideas
from newsforge.engine.receipts.words import Word, features, words

#: Across languages every sentence is looked at, so only the first of a very long article.
_CHECKED_WEIGHT = 0.05
_MOST_FOREIGN = 400
#: One everyday word ties nothing to anything.
_FEWEST_IDEAS = 2


@dataclass(frozen=True, slots=True)
class Alignment:
    """``sources`` are the article's sentences that a claim comes from, best first. ``similarity`` is the weight of
    the claim's words that stand in the best one, ``coverage`` in all of them, both 0 to 1."""

    sources: tuple[Source, ...] = ()
    similarity: float = 0.0
    coverage: float = 0.0
    missing: tuple[Word, ...] = ()

    @property
    def best(self) -> Source | None:
        return self.sources[0] if self.sources else None


def align(
    claim: Iterable[Word], evidence: Evidence, *, most: int = 4, checked: Sequence[tuple[int, int]] = ()
) -> Alignment:
    """Find the sentences that together hold most of the claim's words, rare words counting more.

    Words in the ranges ``checked`` (figures, dates) help to find the sentences and do not count as held or missing:
    45,000 is no word of a sentence that says 45,123, and whether it may stand for it is decided elsewhere.
    """
    wanted = [word for word in claim if word.meaningful or word.script == "digit"][:400]
    if not wanted:
        return Alignment()
    drawn = [max(map(evidence.weight, (*features(word), word.stem))) for word in wanted]
    weights = [
        _CHECKED_WEIGHT
        if word.script == "digit" or any(start <= word.start < end for start, end in checked)
        else weight
        for word, weight in zip(wanted, drawn, strict=True)
    ]
    total, drawn_total = sum(weights), sum(drawn)
    votes: Counter[int] = Counter()
    for word in wanted:
        for feature in features(word):
            posted = evidence.postings.get(feature, ())
            if len(posted) <= 400:
                weight = evidence.weight(feature)
                for index in posted:
                    votes[index] += weight  # type: ignore[assignment]  # Counter is typed for int only
    held = [
        (source, [held_by(word, source) for word in wanted])
        for source in (evidence.sources[index] for index, _ in votes.most_common(24))
    ]
    reached = [0.0] * len(wanted)
    chosen: list[Source] = []
    similarity = 0.0
    for _ in range(most):
        gain, source, shares = 0.0, None, reached
        for candidate, candidate_shares in held:
            added = sum(
                weight * max(0.0, share - had)
                for weight, share, had in zip(drawn, candidate_shares, reached, strict=True)
            )
            # Between equals the body stands before the title, and the earlier sentence before the later.
            if added > gain + 1e-9 and candidate not in chosen:
                gain, source, shares = added, candidate, candidate_shares
        if source is None or (chosen and gain < 0.04 * drawn_total):
            break
        chosen.append(source)
        reached = [max(pair) for pair in zip(reached, shares, strict=True)]
        if len(chosen) == 1:
            similarity = sum(weight * share for weight, share in zip(weights, shares, strict=True)) / total
    covered = sum(weight * share for weight, share in zip(weights, reached, strict=True)) / total
    missing = tuple(word for word, share in zip(wanted, reached, strict=True) if share < 0.5)
    return Alignment(tuple(chosen), similarity, covered, missing)


def held_by(word: Word, source: Source) -> float:
    """How far a sentence holds a word: 1 for its stem, the share of its character pairs for Korean and Han."""
    if word.stem in source.features:
        return 1.0
    if word.script in {"hangul", "han"} and len(word.stem) > 2:
        pairs = features(word)
        return sum(pair in source.features for pair in pairs) / len(pairs)
    return 0.0


def align_foreign(text: str, language: str, stated: Facts, evidence: Evidence) -> Alignment:
    """Across languages only figures, dates, names in the same letters and everyday words can tie a claim to a
    sentence. ``similarity`` and ``coverage`` are the share of the claim's everyday words that the best sentences have
    (1 where a figure or a date alone ties it)."""
    wanted = ideas(text, language)
    latin = {word.stem for word in words(text) if word.script == "latin" and len(word.text) > 1}
    scores: list[tuple[float, float, Source]] = []
    for source in evidence.sources[:_MOST_FOREIGN]:
        tied = _ties(stated, source)
        held = len(wanted & ideas(source.folded.text, source.language))
        same = len(latin & source.features)
        score = 3.0 * tied + held + 1.5 * same
        if score:
            scores.append((score, tied + same, source))
    scores.sort(key=lambda item: (-item[0], item[2].index))
    if not scores:
        return Alignment()
    chosen, stated_ideas = _chosen([(score, source) for score, _, source in scores], wanted)
    share = len(wanted & stated_ideas) / len(wanted) if wanted else 0.0
    if any(ties for _, ties, source in scores if source in chosen):
        return Alignment(chosen, 1.0, 1.0)
    return Alignment(chosen, share, share if len(wanted) >= _FEWEST_IDEAS else 0.0)


def _chosen(scores: list[tuple[float, Source]], wanted: set[int]) -> tuple[tuple[Source, ...], set[int]]:
    """The best three, and the ideas that they have; of equals those that add one."""
    chosen: list[Source] = []
    known: set[int] = set()
    held = {source.index: wanted & ideas(source.folded.text, source.language) for _, source in scores}
    for _ in range(min(_MOST_CHOSEN, len(scores))):
        left = [
            (score + len(held[source.index] - known), -source.index, source)
            for score, source in scores
            if source not in chosen
        ]
        *_, best = max(left, key=itemgetter(0, 1))
        chosen.append(best)
        known |= held[best.index]
    return tuple(chosen), known


_MOST_CHOSEN = 3


def _ties(stated: Facts, source: Source) -> int:
    values = {figure.value for figure in source.facts.figures}
    days = {(mention.month, mention.day) for mention in source.facts.dates}
    months = {(mention.year, mention.month) for mention in source.facts.dates if mention.year or mention.month}
    return sum(figure.value in values for figure in stated.figures) + sum(
        (mention.month, mention.day) in days if mention.day is not None else (mention.year, mention.month) in months
        for mention in stated.dates
    )
