"""A text pasted without a headline: every platform reads well, nothing is said twice, no field stays empty."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from functools import cache

import pytest

from newsforge.engine.article import Article
from newsforge.engine.compose import compose, digest
from newsforge.engine.platforms.disclosure import disclosure_line
from newsforge.engine.platforms.layout import lay_out
from newsforge.engine.platforms.measure import violations
from newsforge.engine.platforms.registry import platforms
from newsforge.engine.post import Content, Post
from newsforge.engine.receipts import receipts
from newsforge.engine.receipts.evidence import Evidence
from tests.corpus.loader import articles
from tests.support.fresh_stories import STORIES
from tests.support.stories import make_article

UNTITLED = {one.slug: replace(one.article(), title="", site="", url=None) for one in (*articles(), *STORIES)}
TONES = ("neutral", "friendly", "urgent", "formal")
LENGTHS = ("short", "standard", "long")


@cache
def written(slug: str) -> list[tuple[str, Content, Post]]:
    article = UNTITLED[slug]
    found = digest(article)
    wishes = {(tone, "standard") for tone in TONES} | {("neutral", length) for length in LENGTHS}
    posts = []
    for platform, (tone, length) in itertools.product(platforms().values(), sorted(wishes)):
        if not platform.writes(article.language):
            continue
        line = disclosure_line("automatic", article.language, platform)
        content = compose(found, platform, tone=tone, length=length, disclosure=line)
        post = lay_out(content, platform, language=article.language, writer="embedded", disclosure=line)
        posts.append((f"{platform.id} {tone} {length}", content, post))
    return posts


def bare(text: str) -> str:
    return re.sub(r"[\W_]", "", text).casefold()


@pytest.mark.parametrize("slug", UNTITLED)
def test_every_post_is_whole_and_every_field_filled(slug: str) -> None:
    for wish, _, post in written(slug):
        platform = platforms()[wish.split()[0]]
        assert violations(post, platform) == (), wish
        assert all(getattr(post, field) for field in platform.fields if field != "html"), wish


@pytest.mark.parametrize("slug", UNTITLED)
def test_nothing_is_said_twice(slug: str) -> None:
    for wish, content, _ in written(slug):
        told = [bare(line) for paragraph in content.paragraphs for line in paragraph.split("\n")]
        told += [bare(text) for text in (content.title if "title" in wish else "", content.subject) if text]
        assert len(set(told)) == len(told), (wish, told)
        for title in filter(None, (content.title, content.subject)):
            assert not told[0].endswith(bare(title)), (wish, title)


@pytest.mark.parametrize("slug", UNTITLED)
def test_every_sentence_has_its_receipt(slug: str) -> None:
    article = UNTITLED[slug]
    evidence = Evidence.of(article)
    for wish, _, post in written(slug):
        bad = [one for one in receipts(post, article, evidence=evidence) if one.status == "unsupported"]
        assert not bad, (wish, bad)
        assert not [one.sentence for one in receipts(post, article, evidence=evidence) if one.needs_reading], wish


COUNCIL = """The city council voted 7-4 on Monday to raise parking fees to $3 an hour in the old town from January, after a debate of five hours.
Council member Ada Brandt said the money would pay for two bus lines.
"Nobody parks for free forever," Brandt said.
Shop owners plan a protest."""


def test_a_text_message_holds_no_cut_sentence() -> None:
    article: Article = make_article(COUNCIL, language="en", title="", site="", url=None)
    found = digest(article)
    platform = platforms()["sms"]
    for tone, length in itertools.product(TONES, LENGTHS):
        content = compose(found, platform, tone=tone, length=length)
        assert "voted 7-4." not in content.paragraphs[0] + "."
        assert not content.paragraphs[0].endswith("7-4")
