"""A finding comes with who found it, wherever both fit."""

from __future__ import annotations

from typing import get_args

import pytest

from newsforge.engine.compose import compose, digest
from newsforge.engine.compose.findings import find_source
from newsforge.engine.platforms.registry import get_platform, platforms
from newsforge.engine.post import Length, Tone
from tests.support.stories import make_article

PHONES = make_article(
    "초등학교 4∼6학년 학생 네 명 가운데 한 명은 하루에 4시간 넘게 스마트폰을 쓰는 것으로 나타났다. "
    "한빛아동정책연구원이 24일 발표한 '아동 디지털 생활 실태조사' 결과다.\n"
    "연구원이 전국 초등학생 8천412명을 조사한 결과, 하루 4시간 넘게 쓴다는 응답은 25.6%로 2년 전보다 6.7%포인트 높아졌다. "
    "평균 수면 시간은 8시간 2분으로 40분 줄었다.\n"
    "부모와 함께 규칙을 정한 학생의 하루 평균 사용 시간은 1시간 52분으로, 규칙이 없는 학생의 절반에 못 미쳤다.\n"
    "교육부는 내년부터 초등학교 1천200곳에서 수업을 시범 운영한다.",
    title="초등생 넷 중 한 명 하루 4시간 넘게 스마트폰…수면은 40분 줄어",
)
WALKS = make_article(
    "Adults who walk after dinner are 23% less likely to develop type 2 diabetes, a study of 4,812 people has found.\n"
    "The study, by researchers at Averill University, followed the adults for six years.\n"
    "Morning blood sugar was 6% lower among those who walked on five evenings a week.\n"
    "Walks taken more than two hours after dinner were linked to a drop of only 2%.",
    language="en",
    title="Walks after dinner tied to lower diabetes risk",
)
PHONES_JA = make_article(
    "小学4～6年生の4人に1人が、1日4時間以上スマートフォンを使っていることが分かった。"
    "白浜子ども研究所が24日に公表した実態調査による。\n"
    "平均睡眠時間は8時間2分で、2年前より40分減った。\n"
    "家庭で使い方のルールを決めている児童の利用時間は1時間52分だった。",
    language="ja",
    title="小学生の4人に1人、スマホ1日4時間以上　睡眠は40分減",
)
TONES, LENGTHS = get_args(Tone), get_args(Length)
STORIES = [PHONES, WALKS, PHONES_JA]


def source_of(story) -> str:
    found = digest(story).source
    assert found is not None
    return found.text


@pytest.mark.parametrize("story", STORIES, ids=["ko", "en", "ja"])
def test_the_line_after_the_lead_says_who_found_it(story) -> None:
    assert source_of(story) == story.sentences[1].text


@pytest.mark.parametrize("story", STORIES, ids=["ko", "en", "ja"])
@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("length", LENGTHS)
def test_where_there_is_room_it_comes_right_after_the_finding(story, tone: str, length: str) -> None:
    found, source = digest(story), source_of(story)
    for name in ("linkedin", "facebook", "newsletter", "naver_blog", "x_premium"):
        told = "\n".join(compose(found, get_platform(name), tone=tone, length=length).paragraphs)
        assert source in told, (name, told)
        assert told.index(source) - told.index(found.lead.text) - len(found.lead.text) <= 1, (name, told)


@pytest.mark.parametrize("story", STORIES, ids=["ko", "en", "ja"])
def test_it_never_stands_without_the_finding(story) -> None:
    found, source = digest(story), source_of(story)
    for platform in platforms().values():
        if not platform.writes(story.language):
            continue
        for length in LENGTHS:
            told = "\n".join(compose(found, platform, length=length).paragraphs)
            assert source not in told or found.lead.text in told, (platform.id, told)
            assert told.count(source) <= 1, (platform.id, told)


def test_a_short_message_with_room_has_it_too() -> None:
    content = compose(digest(PHONES), get_platform("kakao"), disclosure="(자동 발췌)")
    assert source_of(PHONES) in "\n".join(content.paragraphs)


def test_where_both_headline_and_source_have_no_room_the_source_stays() -> None:
    told = "\n".join(compose(digest(PHONES), get_platform("x"), disclosure="(자동 발췌)").paragraphs)
    assert source_of(PHONES) in told


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("국가통계원은 취업자가 1.2% 늘었다고 3일 밝혔다.\n통계원이 발표한 고용동향 자료는 매달 나온다.", "ko"),
        ("9일 오전 공장에서 불이 나 2명이 숨졌다.\n경찰은 화재 원인을 조사한 결과를 곧 발표할 예정이다.", "ko"),
        ("One in four children sleeps badly, the Averill Institute said.\nThe survey by Averill covered 8,000.", "en"),
        ("The council voted 7-5 to end a curfew.\nThe report by the City Auditor had called it a failure.", "en"),
    ],
)
def test_a_lead_that_names_its_source_or_tells_a_deed_has_none(text: str, language: str) -> None:
    found = digest(make_article(text, language=language, title=text[:20]))
    assert find_source(found.lines, found.lead, language) is None
