"""Pages to measure with: the written corpus, and real pages where there is a folder of them."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from html import escape
from pathlib import Path

from tests.corpus.loader import CorpusArticle, articles, by_slug

#: An article in each language that warms a process up and is not measured.
WARMING = ("en-derailment", "ja-typhoon", "ko-transit-strike")
REAL_PAGES = 60
_REAL_SETS = ("sh", "fund", "krx")
_ENCODINGS = ("utf-8", "cp949")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """``text`` is the article's true body, ``html`` the decoded page for readers that cannot decode."""

    name: str
    language: str
    url: str
    text: str
    data: bytes
    html: str


def written_pages() -> tuple[Page, ...]:
    return tuple(_page_of(article, article.data) for article in articles() if article.is_html)


def warming_pages() -> tuple[Page, ...]:
    chosen = (by_slug()[slug] for slug in WARMING)
    return tuple(_page_of(article, _plain_page(article)) for article in chosen)


def real_pages(folder: Path) -> tuple[Page, ...]:
    """Of the labelled pages the Korean and Japanese ones and as many English ones as make ``REAL_PAGES``."""
    found: dict[str, list[Path]] = {"ko": [], "ja": [], "en": []}
    for set_name in _REAL_SETS:
        for path in sorted((folder / "extraction" / "dev" / set_name).glob("*.json")):
            truth = json.loads(path.read_text("utf-8"))
            if truth["language"] in found and truth["expected"].get("text"):
                found[truth["language"]].append(path)
    others = [*found["ko"], *found["ja"]]
    wanted = max(1, len(found["en"]) // max(1, REAL_PAGES - len(others)))
    return tuple(_real_page(path) for path in [*others, *found["en"][::wanted]][:REAL_PAGES])


def _real_page(path: Path) -> Page:
    truth = json.loads(path.read_text("utf-8"))
    data = gzip.decompress(path.with_suffix(".html.gz").read_bytes())
    return Page(
        name=path.stem,
        language=truth["language"],
        url=truth["url"],
        text=truth["expected"]["text"],
        data=data,
        html=_decoded(data),
    )


def _decoded(data: bytes) -> str:
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "replace")


def _page_of(article: CorpusArticle, data: bytes) -> Page:
    return Page(
        name=article.slug,
        language=article.language,
        url=article.url,
        text=article.text,
        data=data,
        html=_decoded(data),
    )


def _plain_page(article: CorpusArticle) -> bytes:
    title = escape(article.title)
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in article.text.split("\n"))
    return f"<!doctype html><title>{title}</title><article><h1>{title}</h1>{paragraphs}</article>".encode()
