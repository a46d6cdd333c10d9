"""Two or three good tags for an English article that has them, and none that only tells who reports it."""

from __future__ import annotations

import pytest

from newsforge.engine.platforms.hashtags import select_tags
from newsforge.engine.platforms.registry import get_platform
from newsforge.engine.text.keywords import keywords
from tests.corpus.loader import articles
from tests.support.fresh_stories import RECALL_KO, SPORTS_EN, WEATHER_EN
from tests.support.stories import make_article

GENERIC = {"역대", "거리", "대부분", "즉시", "최대", "최고", "일부", "전체", "이번", "당시", "마을", "신동"}


def test_phrases_of_the_title_join_the_names() -> None:
    assert "coastal schools" in keywords(WEATHER_EN.article(), limit=5)
    assert "league title" in keywords(SPORTS_EN.article(), limit=5)


@pytest.mark.parametrize("slug", ["en-derailment", "en-food-fine", "en-harbor-strike"])
def test_an_english_article_has_three_tags(slug: str) -> None:
    article = next(one.article() for one in articles() if one.slug == slug)
    tags = select_tags(keywords(article, limit=12), get_platform("linkedin").hashtags)
    assert len(tags) == 3
    assert all(tag[0].isupper() or tag.islower() for tag in tags)


def test_the_agency_is_no_tag() -> None:
    text = (
        "LONDON (Reuters) - Harbor Rail will close its Northgate line for a month from May, the firm said.\n"
        "Harbor Rail told Reuters that 40,000 passengers use the Northgate line each day.\n"
        "Reuters reported in March that the line had not been repaired for nine years."
    )
    found = keywords(make_article(text, language="en", title="Harbor Rail closes Northgate line"), limit=5)
    assert "Harbor Rail" in found
    assert "Reuters" not in found


def test_a_korean_tag_is_a_subject() -> None:
    korean = [one.article() for one in articles() if one.language == "ko"] + [RECALL_KO.article()]
    for article in korean:
        assert not GENERIC & set(keywords(article, limit=12)), article.title
