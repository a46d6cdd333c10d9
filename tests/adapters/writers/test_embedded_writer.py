from __future__ import annotations

import pytest

from newsforge.adapters.writers import WriterSpec, make_writer
from newsforge.adapters.writers.embedded import _Digests
from newsforge.engine.platforms.registry import get_platform
from newsforge.pipeline.errors import UnsupportedLanguage
from newsforge.pipeline.ports import Brief
from tests.support.stories import bus_en, bus_ko


async def test_it_refuses_another_language_with_a_way_out():
    order = Brief(article=bus_ko(), platform=get_platform("x"), language="en")
    with pytest.raises(UnsupportedLanguage) as caught:
        await make_writer(WriterSpec(name="embedded")).write(order, timeout_s=1)
    assert str(caught.value) == (
        "The embedded writer writes in the article's own language (ko). Set up an AI writer for en."
    )


async def test_the_same_order_gives_the_same_post():
    writer = make_writer(WriterSpec(name="embedded"))
    order = Brief(article=bus_en(), platform=get_platform("linkedin"), language="en")
    first = await writer.write(order, timeout_s=10)
    assert first == await writer.write(order, timeout_s=10)
    assert first.writer == "embedded"
    assert first.usage.calls == 0
    assert first.usage.cost_usd == 0


def test_an_article_is_digested_once():
    asked = []

    def digest(article):
        asked.append(article)
        return object()

    digests = _Digests(digest)
    article, twin = bus_ko(), bus_ko()
    assert digests.of(article) is digests.of(article)
    assert digests.of(twin) is not digests.of(article)
    assert len(asked) == 2


def test_a_digest_that_fails_fails_for_everyone_who_asks():
    def digest(article):
        raise ValueError("no sentences")

    digests = _Digests(digest)
    article = bus_ko()
    for _ in range(2):
        with pytest.raises(ValueError, match="no sentences"):
            digests.of(article)


def test_only_the_latest_digests_are_kept():
    digests = _Digests(lambda article: object())
    articles = [bus_ko() for _ in range(40)]
    for article in articles:
        digests.of(article)
    assert len(digests._kept) == 16
