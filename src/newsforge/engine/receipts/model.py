"""A receipt: what in the article supports one sentence of a post, or what in the sentence is unsupported."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newsforge.engine.article import SourceSpan

Status = Literal["supported", "reformatted", "unsupported"]
#: ``exact``: the article's own sentence. ``close``: its words in its order, nothing left out that could turn the sense.
#: ``free``: something in it is said in other words, so that a reader has to compare.
Wording = Literal["exact", "close", "free"]
ProblemKind = Literal[
    "figure", "unit", "date", "weekday", "name", "quote", "speaker", "url", "handle", "polarity", "certainty", "wording"
]


@dataclass(frozen=True, slots=True)
class Problem:
    """One unsupported detail. ``text`` is the detail as the post writes it, ``start``/``end`` its place in the
    sentence, ``why`` one plain English sentence that names what the article says instead, where it says anything.
    ``instead`` is the article's own form for exactly this place, where it is known and can stand there as it is; the
    Korean particle behind it may have to change with it."""

    kind: ProblemKind
    text: str
    why: str
    start: int
    end: int
    instead: str | None = None


@dataclass(frozen=True, slots=True)
class Loose:
    """Words that no sentence of the article has in this place: new ones, or its own in another order."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """The receipt of one sentence of a post.

    The sentence stands in ``post.parts[part][start:end]``, or in the field named by ``field`` (``title``,
    ``subject``, ``preheader``) when ``part`` is None. ``supported``: the words are the article's own;
    ``reformatted``: other words, and every checkable detail is found; ``unsupported``: ``problems`` says which
    detail is not. ``spans`` is empty only for an unsupported sentence with nothing near it in the article.

    ``wording`` says how far the *meaning* is known to be the article's (None where the sentence is unsupported
    anyway): of a ``free`` sentence every detail is found, and what it says of them is for a reader to compare;
    ``unaligned`` are the words to look at.
    """

    sentence: str
    start: int
    end: int
    status: Status
    part: int | None = None
    field: str | None = None
    spans: tuple[SourceSpan, ...] = ()
    problems: tuple[Problem, ...] = ()
    wording: Wording | None = None
    unaligned: tuple[Loose, ...] = ()

    @property
    def needs_reading(self) -> bool:
        """Every detail is found, and only a reader can say whether the sentence says what the article says."""
        return self.wording == "free"
