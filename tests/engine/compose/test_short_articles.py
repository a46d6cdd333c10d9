"""A few sentences are told whole where people read; what is tagged is what the post says."""

from __future__ import annotations

import re

import pytest

from newsforge.engine.article import Article
from newsforge.engine.compose import compose, digest
from newsforge.engine.platforms.disclosure import disclosure_line
from newsforge.engine.platforms.layout import lay_out
from newsforge.engine.platforms.registry import get_platform, platforms
from newsforge.engine.post import Post
from tests.corpus.loader import articles
from tests.support.news import EN, KO
from tests.support.stories import make_article


def pasted(text: str, language: str) -> Article:
    title, _, body = text.partition("\n\n")
    return make_article(body.strip(), language=language, title=title)


SHORT = {"en": pasted(EN, "en"), "ko": pasted(KO, "ko")}
CORPUS = {one.slug: one.article() for one in articles()}


def post_of(article: Article, platform_id: str, **wishes) -> Post:
    platform = get_platform(platform_id)
    line = disclosure_line("automatic", article.language, platform)
    content = compose(digest(article), platform, disclosure=line, **wishes)
    return lay_out(content, platform, language=article.language, writer="embedded", disclosure=line)


@pytest.mark.parametrize("platform_id", ["newsletter", "naver_blog", "markdown"])
@pytest.mark.parametrize("length", ["standard", "long"])
@pytest.mark.parametrize("language", SHORT)
def test_a_letter_and_a_blog_tell_a_short_article_whole(language: str, length: str, platform_id: str) -> None:
    article = SHORT[language]
    text = re.sub(r"\s+", " ", "\n".join(post_of(article, platform_id, length=length).parts))
    lost = [sentence.text for sentence in article.sentences if sentence.text not in text]
    assert not lost


@pytest.mark.parametrize("article", [*SHORT.values(), *CORPUS.values()], ids=[*SHORT, *CORPUS])
def test_a_tag_is_of_what_the_post_says(article: Article) -> None:
    for platform in platforms().values():
        if not platform.writes(article.language):
            continue
        for length in ("short", "standard"):
            post = post_of(article, platform.id, length=length)
            said = "\n".join([*post.parts, post.title or ""])
            for tag in post.hashtags:
                said = said.replace(f"#{tag}", "").replace(f'"{tag}"', "")
            squeezed = re.sub(r"[\W_]+", "", said).casefold()
            for tag in post.hashtags:
                surname = re.findall(r"[A-Z][a-z]+|.+", tag)[-1]
                assert any(re.sub(r"[\W_]+", "", word).casefold() in squeezed for word in (tag, surname)), (
                    platform.id,
                    tag,
                )


def test_of_a_long_article_even_a_long_post_is_a_digest() -> None:
    sentences = [
        f"The council of Port Calder spent {number} million dollars on its {place} in 2025."
        for number, place in enumerate(
            [
                *("harbor", "library", "bridge", "school", "station", "market", "museum", "theatre", "stadium"),
                *("hospital", "park", "tunnel", "airport", "square", "court", "prison", "archive", "garden"),
                *("fountain", "lighthouse", "ferry", "tram", "depot", "canal", "dike", "windmill", "cemetery"),
            ],
            start=3,
        )
    ]
    article = make_article(" ".join(sentences), language="en", title="Port Calder lists what it spent in 2025")
    assert len(sentences) >= 25
    for platform_id in ("newsletter", "naver_blog", "markdown", "linkedin"):
        content = compose(digest(article), get_platform(platform_id), length="long")
        assert sum(map(len, content.paragraphs)) <= 0.7 * len(article.text), platform_id
