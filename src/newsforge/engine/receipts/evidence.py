"""Everything about an article that receipts ask for, computed once and mostly only when asked."""

from __future__ import annotations

import dataclasses
import math
import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from threading import RLock
from typing import Any

from newsforge.engine.article import Article, SourceField, SourceSpan
from newsforge.engine.facts import compared_facts
from newsforge.engine.facts.model import DateMention, Facts, Figure, Quote
from newsforge.engine.receipts.clause import Clause
from newsforge.engine.receipts.clauses import clauses
from newsforge.engine.receipts.date_joins import joined
from newsforge.engine.receipts.folding import Folded, fold, folded, in_lower_case
from newsforge.engine.receipts.letters import Letters
from newsforge.engine.receipts.model import Loose, Problem, Status, Wording
from newsforge.engine.receipts.romanisation import SURNAMES, skeleton
from newsforge.engine.receipts.units import Unit
from newsforge.engine.receipts.words import Word, features, words

#: An article longer than this is a data dump; what lies beyond is found word for word only.
READ_CHARACTERS = 150_000
LONGEST_SENTENCE = 4_000
_HANGUL_WORD = re.compile(r"[가-힣]{2,}")
_KATAKANA_WORD = re.compile(r"[ァ-ヺー]{2,}")
_CAPITAL_WORD = re.compile(r"[A-Z][\w'’-]+")
#: Marks that end a sentence and say nothing.
ENDS = " .!?。！？…"
CREDIT_ENDS = ENDS + "-|·"
_WORD_FORM = re.compile(r"[a-z\u00df-\u024f0-9]+(?:['-][a-z\u00df-\u024f0-9]+)*")
_UMLAUT_WORD = re.compile(r"\w*[äöüÄÖÜåø]\w*")
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_NOT_WORD = re.compile(r"[\W_]+")
_NOT_QUOTED = re.compile(r"[^\w%$€£¥₩]+")
_CAPITAL_RUN = re.compile(r"[A-Z][\w'’-]*(?:\s(?:(?:of|the|and|for|in|on|de)\s)*[A-Z][\w'’-]*)+")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is remembered of a sentence; places count from the sentence's first character."""

    status: Status
    spans: tuple[SourceSpan, ...] = ()
    problems: tuple[Problem, ...] = ()
    wording: Wording | None = None
    unaligned: tuple[Loose, ...] = ()


@dataclass(slots=True)
class Source:
    """One sentence of the article (or its title) with what was found in it. ``offset`` is its place in the field."""

    index: int
    text: str
    offset: int
    field: SourceField
    language: str
    anchor: date | None
    #: The folded text with its case, place for place.
    cased: str = dataclasses.field(init=False)
    folded: Folded = dataclasses.field(init=False)
    words: list[Word] = dataclasses.field(init=False)
    features: frozenset[str] = dataclasses.field(init=False)
    _facts: Facts | None = dataclasses.field(init=False, default=None)
    _clauses: list[Clause] | None = dataclasses.field(init=False, default=None)

    def __post_init__(self) -> None:
        cased = fold(self.text[:LONGEST_SENTENCE], lower=False)
        self.cased, self.folded = cased.text, in_lower_case(cased)
        self.words = words(self.folded.text)
        self.features = frozenset(feature for word in self.words for feature in (*features(word), word.stem))

    @property
    def facts(self) -> Facts:
        """Names are left out: they need the slow analyser."""
        if self._facts is None:
            self._facts = compared_facts(self.text[:LONGEST_SENTENCE], self.language, self.anchor)
        return self._facts

    @property
    def clauses(self) -> list[Clause]:
        """Their places are in the folded text."""
        if self._clauses is None:
            self._clauses = clauses(self.cased, self.language)
        return self._clauses

    @property
    def dates(self) -> list[DateMention]:
        return joined(self.facts.dates, self.text)

    @property
    def whole_folded(self) -> str:
        return self.folded.text if len(self.text) <= LONGEST_SENTENCE else folded(self.text)

    def original(self, start: int, end: int) -> str:
        """What the sentence itself has between two places of its folded text."""
        first, last = self.folded.span(start, end)
        return self.text[first:last]

    def span(self, start: int = 0, end: int | None = None) -> SourceSpan:
        end = len(self.text) if end is None else end
        return SourceSpan(self.offset + start, self.offset + end, self.text[start:end], self.field)


class Evidence:
    """The article made ready for comparison. Build it once an article; threads may share it."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.anchor = article.published_at.date() if article.published_at else None
        self.memo: dict[tuple[str, str], Verdict] = {}
        #: Held while a sentence is judged: posts that are checked at the same time have the same sentences.
        self.judging = RLock()
        self.units: dict[tuple[str, str], list[Unit]] = {}  # by line and language
        self.known_tags: dict[str, bool] = {}
        self.known_urls: dict[str, bool] = {}
        self.pieces: dict[int, list[Any]] = {}  # by sentence; what they are is known in parallels
        self.tokens: dict[int, list[Any]] = {}  # by sentence, as tracing reads them
        self.shorter: dict[int, list[Any]] = {}  # by sentence: its tokens without what it may lose
        self.labelled: dict[tuple[int, int], tuple[Any, ...]] = {}  # by sentence and kind, as labels reads them
        self.readings: dict[str, list[Any]] = {}  # by check: what it reads in all sentences
        self.deeds: dict[int, bool] = {}  # by kind: whether the article speaks of such a thing at all

    @classmethod
    def of(cls, article: Article) -> Evidence:
        return cls(article)

    def read(self) -> None:
        """Work out what the check of nearly every post asks for: for a thread that has nothing else to do while the
        article is digested."""
        _ = (self.by_text, self.by_folded_text, self.folded_body, self.folded_title, self.postings)

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
            if sentence.start > READ_CHARACTERS:
                break
            if sentence.text.strip():
                add(sentence.text, sentence.start, "text")
        return tuple(found)

    @cached_property
    def by_text(self) -> dict[str, int]:
        """Sentences without the marks at their ends; the body's before the title's."""
        return {source.text.strip(ENDS): source.index for source in reversed(self.sources)} | {
            source.text.strip(ENDS): source.index for source in reversed(self.sources) if source.field == "text"
        }

    @cached_property
    def by_folded_text(self) -> dict[str, int]:
        return {
            source.whole_folded.strip(ENDS): source.index
            for source in sorted(self.sources, key=lambda source: (source.field == "text", -source.index))
        }

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
    def cased(self) -> str:
        return fold(self.article.text + "\n" + self.article.title, lower=False).text

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every Korean stem, katakana word and capitalised Latin word, as it is folded."""
        hangul = {word.stem for source in self.sources for word in source.words if word.script == "hangul"}
        return frozenset(hangul | set(_KATAKANA_WORD.findall(self.everything)) | set(_CAPITAL_WORD.findall(self.cased)))

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
    def word_forms(self) -> frozenset[str]:
        """Latin words of the article, lower case, without possessives and dots; parts of hyphenated words too."""
        text = self.everything.replace(".", "")
        found = set(_WORD_FORM.findall(text))
        found |= {form.removesuffix("'s").removesuffix("'") for form in found}
        found |= {word.lower().translate(_WRITTEN_OUT) for word in _UMLAUT_WORD.findall(self._named_text)}
        return frozenset(found | {part for form in found if "-" in form for part in form.split("-")})

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """The first five letters of the longer Latin words: announce, announcement and announcing share them."""
        return frozenset(form[:5] for form in self.word_forms if len(form) >= 5)

    @cached_property
    def compact(self) -> str:
        """Letters and digits alone, for names that are spaced in several ways."""
        return _NOT_WORD.sub("", self.everything)

    @cached_property
    def title_letters(self) -> Letters:
        return Letters(self.article.title)

    @cached_property
    def body_letters(self) -> Letters:
        return Letters(self.article.text)

    @cached_property
    def loose(self) -> str:
        """As quotes are compared: no marks, no spaces."""
        return _NOT_QUOTED.sub("", self.everything)

    @cached_property
    def initialisms(self) -> frozenset[str]:
        """First letters of every run of two to six capitalised words of the article, lower case."""
        found: set[str] = set()
        for run in _CAPITAL_RUN.finditer(self.article.title + "\n" + self.article.text[:READ_CHARACTERS]):
            letters = [word[0].lower() for word in run.group().replace("-", " ").split() if word[0].isupper()]
            for start in range(len(letters)):
                for end in range(start + 2, min(start + 6, len(letters)) + 1):
                    found.add("".join(letters[start:end]))
        return frozenset(found)

    @cached_property
    def korean_candidates(self) -> frozenset[str]:
        """Beginnings of two to four syllables of the article's Korean words: some are names."""
        return frozenset(
            word[:length]
            for word in _HANGUL_WORD.findall(self._named_text)
            for length in (2, 3, 4)
            if len(word) >= length and word[0] in SURNAMES
        )

    @cached_property
    def sound_names(self) -> dict[str, tuple[str, ...]]:
        """What may be a name, by the first letter of its skeleton: words with a capital, katakana, Korean words."""
        text = self._named_text
        found: set[str] = set(_KATAKANA_WORD.findall(text)) | set(_CAPITAL_WORD.findall(text))
        found |= {run.group() for run in _CAPITAL_RUN.finditer(text)}
        for word in _HANGUL_WORD.findall(text):
            found |= {word[:length] for length in range(2, min(len(word), 7) + 1)}
        index: dict[str, list[str]] = defaultdict(list)
        for name in found:
            index[skeleton(name)[:1]].append(name)
        return {first: tuple(names) for first, names in index.items()}

    @property
    def _named_text(self) -> str:
        article = self.article
        return "\n".join((article.title, *article.authors, article.site, article.text[:READ_CHARACTERS]))

    @cached_property
    def credits(self) -> dict[str, SourceSpan]:
        """An author, the site or the title by itself, as each may be written; the first of these has it."""
        article = self.article
        found: dict[str, SourceSpan] = {}
        for author in article.authors:
            plain = folded(author)
            for form in (plain, f"{plain} 기자", f"by {plain}", f"{plain}記者"):
                found.setdefault(form, SourceSpan(0, len(author), author, "authors"))
        named: tuple[tuple[str, SourceField], ...] = ((article.site, "site"), (article.title, "title"))
        for text, field in named:
            if text:
                found.setdefault(folded(text).strip(CREDIT_ENDS), SourceSpan(0, len(text), text, field))
        return found

    @cached_property
    def figures(self) -> tuple[tuple[Source, Figure], ...]:
        return tuple((source, figure) for source in self.sources for figure in source.facts.figures)

    @cached_property
    def dates(self) -> tuple[tuple[Source, DateMention], ...]:
        return tuple((source, mention) for source in self.sources for mention in source.dates)

    @cached_property
    def quotes(self) -> tuple[tuple[Source, Quote], ...]:
        return tuple((source, quote) for source in self.sources for quote in source.facts.quotes)
