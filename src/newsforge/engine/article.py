"""The source article as the whole engine sees it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

#: What a span points into. ``text`` is the body; the rest are the article's other fields; ``house`` is wording
#: that the publishing house itself supplies (the disclosure line), which needs no source.
SourceField = Literal["text", "title", "authors", "site", "url", "published_at", "house"]


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of code points, ``text[start:end]``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SourceSpan:
    """A place in the article that supports something: ``field[start:end] == text``."""

    start: int
    end: int
    text: str
    field: SourceField = "text"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of ``Article.text``; ``article.text[start:end] == text``. Paragraphs count from 0."""

    start: int
    end: int
    text: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line of the page that was judged not to be part of the article, and why (``caption``, ``byline``, ...)."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A news article after extraction. ``text`` is the body only, NFC, paragraphs separated by one newline.

    ``published_at`` and ``modified_at`` carry a time zone where the page states one; relative dates in the text
    are anchored on the calendar day of ``published_at`` as the page writes it (its own zone, not UTC).
    ``language`` is ISO 639-1 (``ko``, ``en``, ``ja``, ...), never empty.
    """

    text: str
    sentences: tuple[Sentence, ...]
    language: str
    title: str = ""
    deck: str = ""
    authors: tuple[str, ...] = ()
    published_at: datetime | None = None
    modified_at: datetime | None = None
    site: str = ""
    url: str | None = None
    lead_image: str | None = None
    left_out: tuple[LeftOut, ...] = ()
