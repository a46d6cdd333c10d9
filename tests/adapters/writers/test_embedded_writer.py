from __future__ import annotations

import pytest

from newsforge.adapters.writers.embedded import EmbeddedWriter, _Digests
from newsforge.engine.platforms.registry import get_platform
from newsforge.engine.receipts import Evidence
from newsforge.pipeline.errors import UnsupportedLanguage
from newsforge.pipeline.ports import Brief
from tests.support.stories import bus_en, bus_ko


def test_it_refuses_another_language_with_a_way_out():
    order = Brief(article=bus_ko(), platform=get_platform("x"), language="en")
    with pytest.raises(UnsupportedLanguage) as caught:
        EmbeddedWriter().compose(order, Evidence.of(order.article))
    assert str(caught.value) == (
        "The embedded writer writes in the article's own language (ko). Set up an AI writer for en."
    )


def test_the_same_order_gives_the_same_post():
    writer = EmbeddedWriter()
    order = Brief(article=bus_en(), platform=get_platform("linkedin"), language="en")
    first = writer.compose(order, Evidence.of(order.article))
    assert first == writer.compose(order, Evidence.of(order.article))
    assert first.writer == "embedded"
    assert first.usage.calls == 0
    assert first.usage.cost_usd == 0


def test_an_article_is_digested_once():
    asked = []

    def digest(article, evidence):
        asked.append(article)
        return object()

    digests = _Digests(digest)
    evidence, twin = Evidence.of(bus_ko()), Evidence.of(bus_ko())
    assert digests.of(evidence) is digests.of(evidence)
    assert digests.of(twin) is not digests.of(evidence)
    assert len(asked) == 2


def test_a_digest_that_fails_fails_for_everyone_who_asks():
    def digest(article, evidence):
        raise ValueError("no sentences")

    digests = _Digests(digest)
    evidence = Evidence.of(bus_ko())
    for _ in range(2):
        with pytest.raises(ValueError, match="no sentences"):
            digests.of(evidence)


def test_only_the_latest_digests_are_kept():
    digests = _Digests(lambda article, evidence: object())
    for evidence in [Evidence.of(bus_ko()) for _ in range(40)]:
        digests.of(evidence)
    assert len(digests._kept) == 16
