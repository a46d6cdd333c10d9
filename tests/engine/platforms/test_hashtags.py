from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsforge.engine.platforms.hashtags import portable, select_tags
from newsforge.engine.platforms.record import HashtagRule
from newsforge.engine.platforms.registry import get_platform
from newsforge.engine.text.links import hashtags


@pytest.mark.parametrize(
    ("keyword", "tag"),
    [
        ("반도체", "반도체"),
        ("#반도체", "반도체"),
        ("한-미", "한미"),
        ("서울·부산", "서울부산"),
        ("인공지능 기본법", "인공지능기본법"),
        ("climate change", "ClimateChange"),
        ("COVID-19", "COVID19"),
        ("late-stage trial", "LateStageTrial"),
        ("e-mail", "email"),
        ("AT&T", "ATT"),
        ("2026년", "2026년"),
        ("K팝_뉴스", "K팝_뉴스"),
        ("핫이슈🔥", "핫이슈"),
        ("e\u0301lan", "élan"),
        ("メ〜テレ", "メテレ"),
        ("2026", None),
        ("🔥", None),
        ("", None),
        ("#", None),
        ("___", None),
    ],
)
def test_portable_form(keyword, tag):
    assert portable(keyword) == tag


@given(st.text())
def test_a_portable_tag_is_read_whole(keyword):
    tag = portable(keyword)
    if tag is not None:
        assert [found.text for found in hashtags(f"글 #{tag} 글")] == [f"#{tag}"]


def test_tags_are_chosen_once_each_up_to_the_habit():
    rule = HashtagRule(habit=3, max_length=4)
    assert select_tags(["AI", "ai", "2026", "너무긴태그", "경제", "한-미", "더"], rule) == ("AI", "경제", "한미")


def test_platform_maximum_caps_the_habit():
    assert select_tags("가나다", HashtagRule(max=1, habit=5)) == ("가",)
    assert select_tags("가나다", get_platform("discord").hashtags) == ()
