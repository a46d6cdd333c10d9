"""Everything about an article that receipts ask for, computed once and mostly only when asked."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from newsforge.engine.article import Article, SourceField, SourceSpan
from newsforge.engine.facts import facts
from newsforge.engine.facts.model import DateMention, Facts, Figure, Quote
from newsforge.engine.receipts.folding import Folded, fold
from newsforge.engine.receipts.model import Problem, Status
from newsforge.engine.receipts.words import Word, features, words

#: An article longer than this is a data dump; what lies beyond is searched for wording, not read for facts.
READ_CHARACTERS = 300_000
_LONGEST_SENTENCE = 4_000


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is remembered of a sentence; places count from the sentence's first character."""

    status: Status
    spans: tuple[SourceSpan, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class Source:
    """One sentence of the article (or its title) with what was found in it. ``offset`` is its place in the field."""

    index: int
    text: str
    offset: int
    field: SourceField
    language: str
    anchor: date | None
    folded: Folded = field(init=False)
    words: list[Word] = field(init=False)
    features: frozenset[str] = field(init=False)
    _facts: Facts | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self.folded = fold(self.text[:_LONGEST_SENTENCE])
        self.words = words(self.folded.text)
        self.features = frozenset(
            feature for word in self.words for feature in (*features(word), word.stem)
        )

    @property
    def facts(self) -> Facts:
        """Figures, dates and quotes of the sentence; names are left out (they need the slow analyser)."""
        if self._facts is None:
            self._facts = facts(self.text[:_LONGEST_SENTENCE], self.language, self.anchor, names=False)
        return self._facts

    def span(self, start: int = 0, end: int | None = None) -> SourceSpan:
        end = len(self.text) if end is None else end
        return SourceSpan(self.offset + start, self.offset + end, self.text[start:end], self.field)


class Evidence:
    """The article made ready for comparison. Build it once an article; it is not safe to share between threads
    that check at the same time only in that work may be done twice."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.anchor = article.published_at.date() if article.published_at else None
        self.memo: dict[tuple[str, str], Verdict] = {}

    @classmethod
    def of(cls, article: Article) -> Evidence:
        return cls(article)

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The title first (when there is one), then the sentences of the body."""
        article = self.article
        found: list[Source] = []

        def add(text: str, offset: int, where: SourceField) -> None:
            found.append(Source(len(found), text, offset, where, article.language, self.anchor))

        if article.title.strip():
            add(article.title, 0, "title")
        for sentence in article.sentences:
            if sentence.text.strip():
                add(sentence.text, sentence.start, "text")
        return tuple(found)

    @cached_property
    def postings(self) -> dict[str, list[int]]:
        """Which sources have a feature."""
        index: dict[str, list[int]] = defaultdict(list)
        for source in self.sources:
            for feature in source.features:
                index[feature].append(source.index)
        return dict(index)

    def weight(self, feature: str) -> float:
        """Inverse document frequency over the article's sentences; the rarer, the heavier."""
        return math.log(1 + len(self.sources) / (len(self.postings.get(feature, ())) + 0.5)) + 0.1

    @cached_property
    def folded_body(self) -> Folded:
        return fold(self.article.text)

    @cached_property
    def folded_title(self) -> Folded:
        return fold(self.article.title)

    @cached_property
    def everything(self) -> str:
        """All the article's words in one folded text: title, deck, body, authors, site."""
        article = self.article
        rest = fold("\n".join((article.title, article.deck, *article.authors, article.site))).text
        return rest + " \n " + self.folded_body.text

    @cached_property
    def squeezed(self) -> str:
        """As ``everything`` without spaces: Korean and Japanese spacing is free."""
        return self.everything.replace(" ", "").replace("\n", "")

    @cached_property
    def vocabulary(self) -> Counter[str]:
        """Stems of the whole article with their counts."""
        return Counter(word.stem for source in self.sources for word in source.words) + Counter(
            word.stem for word in words(fold("\n".join((self.article.deck, *self.article.authors, self.article.site))).text)
        )

    @cached_property
    def read_sources(self) -> tuple[Source, ...]:
        """The sources whose facts are read in advance."""
        total = 0
        found: list[Source] = []
        for source in self.sources:
            total += len(source.text)
            if total > READ_CHARACTERS:
                break
            found.append(source)
        return tuple(found)

    @cached_property
    def figures(self) -> tuple[tuple[Source, Figure], ...]:
        return tuple((source, figure) for source in self.read_sources for figure in source.facts.figures)

    @cached_property
    def dates(self) -> tuple[tuple[Source, DateMention], ...]:
        return tuple((source, mention) for source in self.read_sources for mention in source.facts.dates)

    @cached_property
    def quotes(self) -> tuple[tuple[Source, Quote], ...]:
        return tuple((source, quote) for source in self.read_sources for quote in source.facts.quotes)


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


def align(claim: Iterable[Word], evidence: Evidence, *, most: int = 4) -> Alignment:
    """Find the sentences that together hold most of the claim's words, rare words counting more."""
    wanted = [word for word in claim if word.meaningful or word.script == "digit"][:400]
    if not wanted:
        return Alignment()
    weights = [max(map(evidence.weight, (*features(word), word.stem))) for word in wanted]
    total = sum(weights)
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
                for weight, share, had in zip(weights, candidate_shares, reached, strict=True)
            )
            # Between equals the body stands before the title, and the earlier sentence before the later.
            if added > gain + 1e-9 and candidate not in chosen:
                gain, source, shares = added, candidate, candidate_shares
        if source is None or (chosen and gain < 0.04 * total):
            break
        chosen.append(source)
        reached = [max(pair) for pair in zip(reached, shares, strict=True)]
        if len(chosen) == 1:
            similarity = gain / total
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
