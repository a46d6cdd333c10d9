"""The written corpus: for each article a JSON file with what is true of it, and the page or file it is read from."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cache
from pathlib import Path

from newsforge.engine.article import Article
from newsforge.engine.text.sentences import split_sentences
from newsforge.samples import sample

HERE = Path(__file__).parent
CLAIMS = HERE / "claims.jsonl"


@dataclass(frozen=True, slots=True)
class TrueFigure:
    text: str
    value: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class TrueQuote:
    text: str
    speaker: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusArticle:
    """``text`` is the body, a paragraph a line. ``optional`` (decks, subheads, dateline) may or may not be extracted;
    ``must_not_contain`` never may. ``page`` says what kind of page or file the source is."""

    slug: str
    kind: str
    language: str
    page: str
    encoding: str
    source: str
    title: str
    authors: tuple[str, ...]
    published_at: datetime
    site: str
    url: str
    text: str
    optional: tuple[str, ...]
    must_not_contain: tuple[str, ...]
    figures: tuple[TrueFigure, ...]
    quotes: tuple[TrueQuote, ...]
    names: tuple[str, ...]

    @property
    def is_html(self) -> bool:
        return self.source.endswith(".html")

    @property
    def data(self) -> bytes:
        """The source's bytes as they would arrive."""
        folder, name = self.source.split("/")
        return sample(self.language) if folder == "samples" else (HERE / folder / name).read_bytes()

    def article(self) -> Article:
        """What a perfect reader would make of the source."""
        text = unicodedata.normalize("NFC", self.text)
        return Article(
            text=text,
            sentences=split_sentences(text, self.language),
            language=self.language,
            title=self.title,
            authors=self.authors,
            published_at=self.published_at,
            site=self.site,
            url=self.url,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """``faithful``: the article supports all of it. ``kind`` names the change, ``why`` what it rests on. ``round`` 2
    was written after the rules had been built with round 1 in view."""

    slug: str
    claim: str
    language: str
    faithful: bool
    kind: str
    why: str
    round: int


@cache
def articles() -> tuple[CorpusArticle, ...]:
    return tuple(_read(path) for path in sorted(HERE.glob("*.json")))


@cache
def by_slug() -> dict[str, CorpusArticle]:
    return {article.slug: article for article in articles()}


@cache
def claims() -> tuple[Claim, ...]:
    rows = (json.loads(line) for line in CLAIMS.read_text("utf-8").splitlines())
    return tuple(
        Claim(
            slug=row["slug"],
            claim=row["claim"],
            language=row["language"],
            faithful=row["label"] == 1,
            kind=row["kind"],
            why=row["why"],
            round=row["round"],
        )
        for row in rows
    )


def _read(path: Path) -> CorpusArticle:
    truth = json.loads(path.read_text("utf-8"))
    truth["published_at"] = datetime.fromisoformat(truth["published_at"])
    truth["figures"] = tuple(TrueFigure(f["text"], Decimal(f["value"]), f["unit"]) for f in truth["figures"])
    truth["quotes"] = tuple(TrueQuote(q["text"], q["speaker"]) for q in truth["quotes"])
    for name in ("authors", "optional", "must_not_contain", "names"):
        truth[name] = tuple(truth[name])
    return CorpusArticle(**truth)
