"""A receipt: what in the article supports one sentence of a post, or what in the sentence is unsupported."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newsforge.engine.article import SourceSpan

Status = Literal["supported", "reformatted", "unsupported"]
ProblemKind = Literal[
    "figure", "unit", "date", "weekday", "name", "quote", "speaker", "url", "handle", "polarity", "certainty", "wording"
]


@dataclass(frozen=True, slots=True)
class Problem:
    """One unsupported detail. ``text`` is the detail as the post writes it, ``start``/``end`` its place in the
    sentence, ``why`` one plain English sentence that names what the article says instead, where it says anything."""

    kind: ProblemKind
    text: str
    why: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """The receipt of one sentence of a post.

    The sentence stands in ``post.parts[part][start:end]``, or in the field named by ``field`` (``title``,
    ``subject``, ``preheader``) when ``part`` is None. ``supported``: the words are the article's own;
    ``reformatted``: other words, and every checkable detail is found; ``unsupported``: ``problems`` says which
    detail is not. ``spans`` is empty only for an unsupported sentence with nothing near it in the article.
    """

    sentence: str
    start: int
    end: int
    status: Status
    part: int | None = None
    field: str | None = None
    spans: tuple[SourceSpan, ...] = ()
    problems: tuple[Problem, ...] = ()
