"""The corpus itself: what its truth says must be so, or every test that rests on it proves nothing."""

from __future__ import annotations

import html
import re
import zipfile
from collections import Counter
from datetime import timedelta
from io import BytesIO

import pytest

from newsforge.samples import SampleNotFound, sample, samples
from tests.corpus.loader import CorpusArticle, articles, by_slug, claims

CORPUS = articles()
each_article = pytest.mark.parametrize("article", CORPUS, ids=lambda article: article.slug)


def readable(article: CorpusArticle) -> str:
    """All text of the source, tags gone and scripts' escapes undone, white space squeezed."""
    if article.source.endswith(".docx"):
        with zipfile.ZipFile(BytesIO(article.data)) as archive:
            source = "".join(archive.read(name).decode() for name in archive.namelist() if name.startswith("word/"))
    else:
        source = article.data.decode("utf-8" if article.encoding == "binary" else article.encoding)
    source = re.sub(r'"\]\)</script><script>self\.__next_f\.push\(\[1,"', "", source)
    for escaped, plain in (("\\u003c", "<"), ("\\u003e", ">"), ("\\\\\\", ""), ("\\", "")):
        source = source.replace(escaped, plain)
    source = html.unescape(html.unescape(source))
    return " ".join(re.sub(r"</?[A-Za-z][^<>]*>", " ", source).split()) + " " + " ".join(source.split())


@each_article
def test_every_paragraph_and_the_title_are_in_the_source(article: CorpusArticle) -> None:
    text = readable(article)
    assert " ".join(article.title.split()) in text
    for paragraph in article.text.split("\n"):
        assert paragraph in text


@each_article
def test_what_must_not_be_extracted_is_in_the_source_and_not_in_the_truth(article: CorpusArticle) -> None:
    text = readable(article)
    for unwanted in article.must_not_contain:
        assert " ".join(unwanted.split()) in text, unwanted
        assert unwanted not in article.text
    for extra in article.optional:
        assert extra in text, extra


@each_article
def test_facts_stand_in_the_text(article: CorpusArticle) -> None:
    everything = f"{article.title}\n{article.text}"
    for figure in article.figures:
        assert figure.text in everything
    for quote in article.quotes:
        assert quote.text in article.text
        assert quote.speaker is None or quote.speaker in article.text
    for name in article.names:
        assert name in article.text


@each_article
def test_published_at_carries_its_zone_and_addresses_are_reserved_ones(article: CorpusArticle) -> None:
    offset = article.published_at.utcoffset()
    assert offset is not None
    assert (offset == timedelta(hours=9)) == (article.language in {"ko", "ja"})
    host = article.url.split("/")[2]
    assert re.search(r"(^|\.)example\.(com|kr|jp)$", host), host


def test_the_corpus_is_as_wide_as_it_claims() -> None:
    languages = Counter(article.language for article in CORPUS)
    assert languages["ko"] >= 8
    assert languages["en"] >= 5
    assert languages["ja"] >= 3
    assert len({article.kind for article in CORPUS}) >= 12
    assert len({article.page for article in CORPUS if article.is_html}) >= 12


def test_one_page_really_is_euc_kr_and_one_only_says_utf_8() -> None:
    for slug, declared in (("ko-baseball", b"charset=euc-kr"), ("ko-heavy-snow", b'charset="utf-8"')):
        data = by_slug()[slug].data
        assert declared in data
        assert "기자" in data.decode("euc-kr")
        with pytest.raises(UnicodeDecodeError):
            data.decode("utf-8")


def test_claims_name_articles_and_are_labelled_with_reasons() -> None:
    rows = claims()
    assert len(rows) >= 150
    assert len({(row.slug, row.claim) for row in rows}) == len(rows)
    known = by_slug()
    for row in rows:
        assert row.slug in known
        assert row.kind
        assert row.why
        assert row.claim == row.claim.strip()
    labels = Counter(row.faithful for row in rows)
    assert min(labels.values()) >= 60
    assert {row.language for row in rows} == {"ko", "en", "ja"}


def test_samples_come_with_the_program() -> None:
    assert samples() == ("ko", "en", "ja")
    for article in CORPUS:
        if article.source.startswith("samples/"):
            assert article.title in sample(article.language).decode("utf-8")


def test_an_unknown_sample_names_the_known_ones() -> None:
    with pytest.raises(SampleNotFound, match="ko, en, ja"):
        sample("../samples/rate-cut.ko.html")
