"""Every wish shows: each tone and each length gives posts of its own on most platforms, all valid and all receipted."""

from __future__ import annotations

import itertools
from functools import cache

import pytest

from newsforge.engine.article import Article
from newsforge.engine.compose import compose, digest
from newsforge.engine.platforms.disclosure import disclosure_line
from newsforge.engine.platforms.layout import lay_out
from newsforge.engine.platforms.measure import violations
from newsforge.engine.platforms.registry import platforms
from newsforge.engine.post import Post
from newsforge.engine.receipts import receipts
from newsforge.engine.receipts.evidence import Evidence
from tests.corpus.loader import articles

ARTICLES = {one.slug: one.article() for one in articles()}
LINK = "https://news.example.com/a/1"
TONES = ("neutral", "friendly", "urgent", "formal")
LENGTHS = ("short", "standard", "long")
#: Of the platforms that carry the language: a place with room for one headline cannot show every wish.
MOST = 0.7


@cache
def evidence_of(slug: str) -> Evidence:
    return Evidence.of(ARTICLES[slug])


@cache
def posts(slug: str, tone: str = "neutral", length: str = "standard") -> dict[str, Post]:
    article = ARTICLES[slug]
    found = digest_of(slug)
    written = {}
    for platform in platforms().values():
        if not platform.writes(article.language):
            continue
        line = disclosure_line("automatic", article.language, platform)
        content = compose(found, platform, tone=tone, length=length, link=LINK, disclosure=line)
        written[platform.id] = lay_out(
            content, platform, language=article.language, writer="embedded", link=LINK, disclosure=line
        )
    return written


@cache
def digest_of(slug: str):
    return digest(ARTICLES[slug])


def seen(post: Post) -> tuple[object, ...]:
    return post.parts, post.title, post.subject, post.preheader, post.html


def alike(one: dict[str, Post], other: dict[str, Post]) -> list[str]:
    return [platform_id for platform_id in one if seen(one[platform_id]) == seen(other[platform_id])]


@pytest.mark.parametrize("slug", ARTICLES)
def test_every_tone_shows_on_most_platforms(slug: str) -> None:
    for one, other in itertools.combinations(TONES, 2):
        same = alike(posts(slug, one), posts(slug, other))
        assert len(same) <= (1 - MOST) * len(posts(slug, one)), (one, other, same)


@pytest.mark.parametrize("slug", ARTICLES)
def test_every_length_shows_on_most_platforms(slug: str) -> None:
    for one, other in itertools.combinations(LENGTHS, 2):
        same = alike(posts(slug, length=one), posts(slug, length=other))
        assert len(same) <= (1 - MOST) * len(posts(slug)), (one, other, same)


@pytest.mark.parametrize("slug", ARTICLES)
def test_whatever_is_wished_every_post_is_valid_and_receipted(slug: str) -> None:
    article: Article = ARTICLES[slug]
    wishes = {(tone, "standard") for tone in TONES} | {("neutral", length) for length in LENGTHS}
    for tone, length in sorted(wishes):
        for platform_id, post in posts(slug, tone, length).items():
            broken = violations(post, platforms()[platform_id])
            assert not broken, (platform_id, tone, length, broken)
            bad = [
                (receipt.sentence, [problem.why for problem in receipt.problems])
                for receipt in receipts(post, article, evidence=evidence_of(slug))
                if receipt.status == "unsupported"
            ]
            assert not bad, (platform_id, tone, length, bad)
