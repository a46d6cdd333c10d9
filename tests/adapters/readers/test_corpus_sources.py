"""Every page and file of the corpus, read: the whole body, nothing of what stands around it, and who wrote it when."""

from __future__ import annotations

import asyncio
from functools import cache

import pytest

from newsforge.adapters.readers.source import SourceReader
from newsforge.engine.article import Article
from newsforge.pipeline.ports import Source
from tests.corpus.loader import CorpusArticle, articles

each_article = pytest.mark.parametrize("truth", articles(), ids=lambda truth: truth.slug)
each_page = pytest.mark.parametrize("truth", [a for a in articles() if a.is_html], ids=lambda truth: truth.slug)


@cache
def read(truth: CorpusArticle) -> Article:
    source = Source(kind="file", name=truth.source.split("/")[1], data=truth.data)
    return asyncio.run(SourceReader().read(source))


def lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


@each_article
def test_the_body_is_all_there_and_nothing_else(truth: CorpusArticle) -> None:
    wanted, got = lines(truth.text), lines(read(truth).text)
    for opening in truth.optional:
        got = [line.removeprefix(opening).strip() for line in got]
    assert [line for line in wanted if line not in got] == []
    allowed = {*wanted, *truth.optional, ""}
    assert [line for line in got if line not in allowed] == []


@each_article
def test_nothing_of_the_page_around_it(truth: CorpusArticle) -> None:
    article = read(truth)
    for unwanted in truth.must_not_contain:
        assert unwanted not in article.text
        assert unwanted not in article.title


@each_article
def test_title_and_language(truth: CorpusArticle) -> None:
    article = read(truth)
    assert article.title == truth.title
    assert article.language == truth.language


@each_page
def test_authors_time_site_and_address(truth: CorpusArticle) -> None:
    article = read(truth)
    assert set(article.authors) == set(truth.authors)
    assert article.published_at == truth.published_at
    assert truth.site in article.site
    assert article.url == truth.url


@each_article
def test_sentences_stand_where_they_say(truth: CorpusArticle) -> None:
    article = read(truth)
    assert article.sentences
    for sentence in article.sentences:
        assert article.text[sentence.start : sentence.end] == sentence.text
