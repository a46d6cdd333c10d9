"""Every page of the corpus, for every platform, by the embedded writer: what must be so of each post."""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace
from functools import cache

import pytest
import regex

from newsforge.adapters.readers.source import SourceReader
from newsforge.adapters.writers.embedded import EmbeddedWriter
from newsforge.engine.article import Article, SourceSpan
from newsforge.engine.platforms.registry import platforms
from newsforge.engine.post import Post
from newsforge.pipeline.conversion import convert
from newsforge.pipeline.ports import Source
from newsforge.pipeline.result import Conversion, PlatformResult
from tests.corpus.loader import CorpusArticle, articles

PLATFORMS = tuple(platforms().values())
EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
URL = re.compile(r"https?://\S+")
TAG = regex.compile(r"(?<!\S)#[\p{L}\p{N}_]+(?!\S)")
BOILERPLATE = re.compile(
    r"무단\s?전재|재배포|저작권자|ⓒ|©|\(c\)|기자\s?=|다른기사|구독|사진\s?=|제공\]|転載を禁|有料会員|All rights reserved|Advertisement",
    re.IGNORECASE,
)
#: A sentence's end with what may close after it, or a quote that its speaker's name follows. Headlines end in nouns,
#: so this is asked only of sentences that stand in the article's body.
WHOLE = regex.compile(r"[.!?。！？…][\"'”’」』)\]]*$|[」』”\"](?:$| — \S)")

each_article = pytest.mark.parametrize("truth", articles(), ids=lambda truth: truth.slug)


async def _convert(article: Article) -> Conversion:
    return await convert(article, PLATFORMS, (EmbeddedWriter(),), link=article.url, deadline_s=600)


@cache
def read(truth: CorpusArticle) -> Article:
    source = Source(kind="file", name=truth.source.split("/")[1], data=truth.data)
    article = asyncio.run(SourceReader().read(source))
    return article if article.url else replace(article, url=truth.url)


@cache
def converted(truth: CorpusArticle) -> Conversion:
    return asyncio.run(_convert(read(truth)))


def posts(truth: CorpusArticle) -> list[tuple[PlatformResult, Post]]:
    return [(result, result.post) for result in converted(truth).results if result.post]


def every_text(post: Post) -> list[str]:
    return [*post.parts, *filter(None, (post.title, post.subject, post.preheader, post.html))]


@each_article
def test_every_platform_gets_a_clean_post(truth: CorpusArticle) -> None:
    conversion = converted(truth)
    assert [result.platform.id for result in conversion.results] == [platform.id for platform in PLATFORMS]
    results = [result for result in conversion.results if result.platform.writes(truth.language)]
    assert len(results) >= len(PLATFORMS) - 2
    bad = {
        result.platform.id: (
            result.status,
            result.error,
            [violation.message for violation in result.violations],
            [(r.sentence, [p.why for p in r.problems]) for r in result.receipts if r.status == "unsupported"],
        )
        for result in results
        if result.status != "clean"
    }
    assert not bad
    assert all(result.status == "failed" for result in conversion.results if result not in results)


@each_article
def test_every_sentence_is_traced_to_words_of_the_article(truth: CorpusArticle) -> None:
    article = read(truth)
    for result, post in posts(truth):
        for receipt in result.receipts:
            assert receipt.spans, (post.platform, receipt.sentence)
            for span in receipt.spans:
                assert points_at(article, post, span), (post.platform, span)
            place = post.parts[receipt.part] if receipt.part is not None else getattr(post, receipt.field or "")
            assert place[receipt.start : receipt.end] == receipt.sentence


def points_at(article: Article, post: Post, span: SourceSpan) -> bool:
    match span.field:
        case "text" | "title" | "site" | "url":
            return (getattr(article, span.field) or "")[span.start : span.end] == span.text
        case "authors":
            return any(span.text in author or author in span.text for author in article.authors)
        case "published_at":
            return article.published_at is not None
        case "house":
            return span.text in (post.disclosure or "") or not regex.search(r"\p{N}", span.text)
    return False


@each_article
def test_no_word_stands_outside_a_receipt(truth: CorpusArticle) -> None:
    for result, post in posts(truth):
        for index, part in enumerate(post.parts):
            rest = list(part)
            for receipt in result.receipts:
                if receipt.part == index:
                    rest[receipt.start : receipt.end] = " " * (receipt.end - receipt.start)
            left = TAG.sub("", URL.sub("", "".join(rest)))
            if post.disclosure:
                left = left.replace(post.disclosure, "")
            if result.platform.form != "markdown":
                assert not regex.search(r"\p{L}", left), (post.platform, left.strip())


@each_article
def test_nothing_of_the_page_around_the_article_gets_out(truth: CorpusArticle) -> None:
    own = f"{truth.title}\n{truth.text}"
    for _, post in posts(truth):
        for text in every_text(post):
            for unwanted in truth.must_not_contain:
                assert unwanted not in text, post.platform
            assert not EMAIL.search(text), post.platform
            for match in BOILERPLATE.finditer(text.replace(post.disclosure or "\0", "")):
                assert match.group() in own, (post.platform, match.group())


@each_article
def test_body_sentences_are_whole(truth: CorpusArticle) -> None:
    article = read(truth)
    for result, post in posts(truth):
        for receipt in result.receipts:
            in_body = all(span.field == "text" for span in receipt.spans)
            headline = receipt.sentence in {post.title, post.subject, article.title}
            headline |= receipt.sentence.startswith(("tags: [", "#"))  # Markdown's front matter, a line of tags
            if receipt.part is not None and in_body and not headline:
                assert WHOLE.search(receipt.sentence.rstrip()), (post.platform, receipt.sentence)


@each_article
def test_limits_hold(truth: CorpusArticle) -> None:
    for result, post in posts(truth):
        assert result.measures
        over = [measure for measure in result.measures if measure.severity == "reject" and measure.exceeded]
        assert not over, post.platform


@each_article
def test_tags_are_portable_and_words_of_the_article(truth: CorpusArticle) -> None:
    squeezed = re.sub(r"[\W_]", "", f"{truth.title}{truth.text}{truth.site}").casefold()
    for result, post in posts(truth):
        for tag in post.hashtags:
            if result.platform.hashtags.placement != "field":
                assert regex.fullmatch(r"[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*", tag), (post.platform, tag)
            assert re.sub(r"[\W_]", "", tag).casefold() in squeezed, (post.platform, tag)
        assert len({tag.casefold() for tag in post.hashtags}) == len(post.hashtags)
        for part in post.parts:
            without_links = URL.sub("", part)
            marks = list(regex.finditer(r"#(?=[\p{L}\p{N}_])", without_links))
            assert len(TAG.findall(without_links)) == len(marks), (post.platform, part)


@each_article
def test_the_lead_is_in_every_post(truth: CorpusArticle) -> None:
    """A post says what happened: a figure or name of the title or the first paragraph is in it."""
    first = f"{truth.title} {truth.text.split(chr(10))[0]}"
    words = {word for word in regex.findall(r"[\p{L}\p{N}]{2,}", first) if len(word) > 2 or truth.language != "en"}
    for _, post in posts(truth):
        text = " ".join(every_text(post))
        assert sum(word in text for word in words) >= min(3, len(words)), (post.platform, text)


@pytest.mark.parametrize("truth", [a for a in articles() if a.source.startswith("samples/")], ids=lambda a: a.slug)
def test_the_same_article_gives_the_same_posts(truth: CorpusArticle) -> None:
    again = asyncio.run(_convert(read(truth)))
    assert [result.post for result in again.results] == [result.post for result in converted(truth).results]
