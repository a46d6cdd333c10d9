"""A model's answer is hostile until it is cleaned."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsforge.adapters.writers.cleaning import content_of, visible
from newsforge.adapters.writers.outputs import answer_type
from newsforge.engine.platforms.registry import get_platform
from tests.support.stories import bus_ko

FULL = answer_type(frozenset({"title", "subject", "preheader", "hashtags"}))


def cleaned(*paragraphs, platform="linkedin", language="ko", **more):
    given = {"title": "제목", "subject": "제목", "preheader": "글", "hashtags": []} | more
    return content_of(FULL(paragraphs=list(paragraphs), **given), bus_ko(), get_platform(platform), language=language)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("한빛시가\u200b 요금을\u202e 올린다\x00.", "한빛시가 요금을 올린다."),
        ("\ufeff한빛시\u2066가\u2069 올린다.", "한빛시가 올린다."),
        ("\U000e0041\U000e0042한빛시", "한빛시"),
        ("1/3 한빛시가 올린다.", "한빛시가 올린다."),
        ("한빛시가 올린다. (2/3)", "한빛시가 올린다."),
        ("**한빛시**가 __올린다__.", "한빛시가 올린다."),
        ("## 한빛시가 올린다", "한빛시가 올린다"),
        ("한빛시가 올린다. https://evil.example/a?b=c", "한빛시가 올린다."),
        ("한빛시가 올린다 (https://evil.example)", "한빛시가 올린다"),
        ("한빛시가   올린다.\t끝", "한빛시가 올린다. 끝"),
        ("가족 👨‍👩‍👧 할인", "가족 👨‍👩‍👧 할인"),
        ("13.1% 줄어 35만8천명", "13.1% 줄어 35만8천명"),
        ("3월 1/2 수준", "3월 1/2 수준"),
        ("한빛시".encode().decode(), "한빛시"),
        (unicodedata.normalize("NFD", "한빛시"), "한빛시"),
    ],
)
def test_text_is_made_plain(written, kept):
    assert cleaned(written).paragraphs == (kept,)


@pytest.mark.parametrize("nothing", ["", "  ", "\u200b", "https://evil.example", "#광고 #이벤트", "\n\n"])
def test_a_paragraph_without_text_is_dropped(nothing):
    assert cleaned("한빛시가 올린다.", nothing).paragraphs == ("한빛시가 올린다.",)


def test_a_url_or_handle_inside_a_sentence_is_left_for_the_receipts_to_object():
    text = "자세한 내용은 evil.example 과 @evil 을 보라고 했다."
    assert cleaned(text).paragraphs == (text,)


def test_line_breaks_make_paragraphs():
    assert cleaned("한 줄.\r\n두 줄.\u2028세 줄.").paragraphs == ("한 줄.", "두 줄.", "세 줄.")


def test_one_line_fields_are_one_line():
    content = cleaned("글", title="한빛시\n버스 **요금**\u200b https://evil.example", subject=" 요금 ")
    assert (content.title, content.subject) == ("한빛시 버스 요금", "요금")


@pytest.mark.parametrize(
    ("tags", "kept"),
    [
        (["#한빛시", "시내버스", "시내버스"], ("한빛시", "시내버스")),
        (["시내 버스 요금"], ("시내버스요금",)),
        (["버스-요금!", "@한빛시"], ("버스요금", "한빛시")),
        (["2026", "", "#", "🔥", "___"], ()),
        (["속보", "강추", "한빛\u200b시"], ("한빛시",)),
    ],
)
def test_hashtags_are_portable_and_of_the_article(tags, kept):
    assert cleaned("글", hashtags=tags).hashtags == kept


def test_hashtags_written_as_a_paragraph_are_taken_as_hashtags():
    content = cleaned("한빛시가 올린다.", "#한빛시 #시내버스")
    assert content.paragraphs == ("한빛시가 올린다.",)
    assert content.hashtags == ("한빛시", "시내버스")


def test_no_more_hashtags_than_the_platform_s_habit():
    assert len(cleaned("글", platform="threads", hashtags=["한빛시", "시내버스", "요금"]).hashtags) == 1
    assert cleaned("글", platform="sms", hashtags=["한빛시"]).hashtags == ()


def test_in_another_language_hashtags_cannot_be_compared_with_the_article():
    assert cleaned("Fares", language="en", hashtags=["BusFare"]).hashtags == ("BusFare",)


@given(st.text(max_size=200))
def test_nothing_unseen_is_left(text):
    for char in visible(text):
        assert char in "\n\u200c\u200d" or unicodedata.category(char)[0] != "C"
