"""One sentence of a post on its way to a receipt."""

from __future__ import annotations

import re
from functools import cached_property

from newsforge.engine.facts import compared_facts
from newsforge.engine.facts.links import link_spans
from newsforge.engine.facts.model import Facts
from newsforge.engine.receipts.alignment import Alignment, align, align_foreign
from newsforge.engine.receipts.clause import Clause
from newsforge.engine.receipts.clauses import clauses
from newsforge.engine.receipts.evidence import Evidence, Source
from newsforge.engine.receipts.folding import fold, lowered
from newsforge.engine.receipts.parallels import Parallel, Piece, compare, pieces_of, pieces_of_source
from newsforge.engine.receipts.substitution import Substitution, substitutions
from newsforge.engine.receipts.words import Word, words
from newsforge.engine.text.links import fediverse_mentions, hashtags, mentions

#: From here on a claim is the article's sentence with some words changed, so a change in one place is a change of
#: what is said there.
NEAR = 0.72
COPY = 0.9
_SCRIPTS = (("ko", re.compile(r"[가-힣]")), ("ja", re.compile(r"[ぁ-ヺ]")), ("zh", re.compile(r"[一-鿿]")))
_LATIN = re.compile(r"[A-Za-z]")


class Claim:
    """``text`` is the cased, folded sentence; every place of a fact or a problem is a place in it."""

    def __init__(self, sentence: str, evidence: Evidence, language: str) -> None:
        self.original = sentence
        self.evidence = evidence
        self.folding = fold(sentence, lower=False)
        self.text = self.folding.text
        #: What the sentence says, apart from addresses, handles and closing hashtags (blanked, so places stay).
        self.statement = _statement(self.text)
        self.lower = lowered(self.statement)
        self.language = script_language(self.statement, language)

    @cached_property
    def foreign(self) -> bool:
        """Written in another language than the article's, so its words cannot be compared, only its details."""
        return (
            self.language != self.evidence.article.language
            and not ({self.language, self.evidence.article.language} <= {"ja", "zh"})
            and script_of(self.language) != script_of(self.evidence.article.language)
        )

    @cached_property
    def words(self) -> list[Word]:
        return words(self.lower)

    @cached_property
    def alignment(self) -> Alignment:
        if self.foreign:
            return align_foreign(self.lower, self.language, self.facts, self.evidence)
        checked = [(figure.start, figure.end) for figure in self.facts.figures]
        checked += [(mention.start, mention.end) for mention in self.facts.dates]
        return align(self.words, self.evidence, checked=checked)

    @cached_property
    def facts(self) -> Facts:
        return compared_facts(self.statement, self.language, self.evidence.anchor)

    @cached_property
    def pieces(self) -> list[Piece]:
        figures = [(figure.start, figure.end) for figure in self.facts.figures]
        figures += [(mention.start, mention.end) for mention in self.facts.dates]
        return pieces_of(self.lower, self.words, self.language, figures)

    @cached_property
    def parallels(self) -> list[Parallel]:
        """For each piece the piece of the aligned sentences that says most nearly the same."""
        theirs = [piece for source in self.alignment.sources[:3] for piece in pieces_of_source(source, self.evidence)]
        found: list[Parallel] = []
        for piece in self.pieces:
            best = max(
                (compare(piece, other) for other in theirs), key=lambda pair: (pair.share, pair.held), default=None
            )
            if best is not None:
                found.append(best)
        return found

    @cached_property
    def clauses(self) -> list[Clause]:
        return clauses(self.statement, self.language)

    @cached_property
    def near(self) -> Source | None:
        """The sentence of the article of which this is an edited copy, if it is one."""
        alignment = self.alignment
        return alignment.best if alignment.similarity >= NEAR and not self.foreign else None

    @property
    def is_copy(self) -> bool:
        """As ``near``, and about as long: the whole sentence with a word or two changed."""
        best = self.near
        return best is not None and self.alignment.similarity >= COPY and len(self.words) >= 0.7 * len(best.words)

    @cached_property
    def changes(self) -> tuple[Substitution, ...]:
        """What stands in this sentence where the nearest sentence of the article has other words."""
        best = self.alignment.best
        return substitutions(self.words, best.words) if best is not None else ()

    @cached_property
    def surroundings(self) -> tuple[Source, ...]:
        """The aligned sentences and their neighbours."""
        sources = self.evidence.sources
        wanted: dict[int, None] = {}
        for source in self.alignment.sources:
            wanted.setdefault(source.index)
        for source in self.alignment.sources[:2]:
            for index in (source.index - 1, source.index + 1):
                if 0 <= index < len(sources):
                    wanted.setdefault(index)
        return tuple(sources[index] for index in wanted)


def _statement(text: str) -> str:
    if "#" not in text and "@" not in text and "." not in text:
        return text
    letters = list(text)
    spans = [*link_spans(text), *((link.start, link.end) for link in (*mentions(text), *fediverse_mentions(text)))]
    for start, end in spans:
        letters[start:end] = " " * (end - start)
    for tag in reversed(hashtags(text)):
        closing = not any(character.isalnum() for character in letters[tag.end :])
        width = tag.end - tag.start if closing else 1
        letters[tag.start : tag.start + width] = " " * width
    return "".join(letters)


def script_of(language: str) -> str:
    return language if language in {"ko", "ja", "zh"} else "latin"


def script_language(text: str, language: str) -> str:
    """The language by the letters: a post in Korean may hold an English line."""
    for code, pattern in _SCRIPTS:
        found = len(pattern.findall(text))
        if found and found * 3 >= len(_LATIN.findall(text)):
            if code == "zh" and language == "ja":
                return "ja"
            return code
    if _LATIN.search(text):
        return language if script_of(language) == "latin" else "en"
    return language
