from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsforge.engine.platforms.escape import escape
from newsforge.engine.platforms.measure import measure, push_payload, requires, violations
from newsforge.engine.platforms.registry import get_platform, platforms
from newsforge.engine.post import Post


def post_for(platform_id, *parts, **fields):
    filled = dict.fromkeys(get_platform(platform_id).fields, "제목")
    return Post(platform=platform_id, language="ko", writer="embedded", parts=parts, **(filled | fields))


def codes(post):
    return [one.code for one in violations(post, get_platform(post.platform))]


@pytest.mark.parametrize("platform_id", list(platforms()))
def test_a_plain_sentence_is_valid_everywhere(platform_id):
    assert codes(post_for(platform_id, "정부가 새 정책을 발표했다.")) == []


@pytest.mark.parametrize(
    ("platform_id", "fits", "over"),
    [
        ("x", "가" * 140, "가" * 140 + "a"),
        ("bluesky", "👨‍👩‍👧‍👦" * 120, "👨‍👩‍👧‍👦" * 121),  # 3,000 bytes long before 300 graphemes
        ("bluesky", "a" * 300, "a" * 301),
        ("threads", "😀" * 125, "😀" * 126),
        ("mastodon", "가" * 476 + " https://example.com/" + "a" * 400, "가" * 477 + " https://example.com/"),
        ("sms", "가" * 45, "가" * 45 + "."),
        ("kakao", "가" * 200, "가" * 201),
        ("discord", "😀" * 1000, "😀" * 1001),
        ("linkedin", "(" * 1500, "(" * 1501),
        ("slack", "&" * 800, "&" * 801),
        ("telegram", "&" * 4096, "&" * 4097),
    ],
)
def test_limit_is_exact(platform_id, fits, over):
    assert codes(post_for(platform_id, fits)) == []
    assert "too_long" in codes(post_for(platform_id, over))


def test_advice_and_folds_make_nothing_invalid():
    post = post_for("push", "가" * 200, title="제" * 60)
    exceeded = {(one.field, one.severity) for one in measure(post, get_platform("push")) if one.exceeded}
    assert exceeded == {("part", "advise"), ("title", "advise")}
    assert codes(post) == []


def test_new_emoji_have_two_lengths_and_only_the_documented_one_rejects():
    post = post_for("x", "a" * 278 + "🐦‍🔥")
    (one,) = measure(post, get_platform("x"))
    assert (one.length, one.length_strict, codes(post)) == (280, 283, [])


def test_push_payload_counts_quotes_and_link():
    post = post_for("push", '그는 "좋다"\n고', title="제목", link="https://example.com/a")
    assert push_payload(post) == (
        '{"aps":{"alert":{"title":"제목","body":"그는 \\"좋다\\"\\n고"}},"url":"https://example.com/a"}'
    )
    assert "too_long" in codes(replace(post, parts=("가" * 1400,)))


@pytest.mark.parametrize(
    ("post", "code"),
    [
        (post_for("threads", "#하나 #둘"), "too_many_hashtags"),
        (post_for("instagram", "글", hashtags=tuple("가나다라마바")), "too_many_hashtags"),
        (post_for("instagram", " ".join(f"@a{n}" for n in range(21))), "too_many_mentions"),
        (post_for("x", "$AAPL $TSLA"), "too_many_cashtags"),
        (post_for("threads", " ".join(f"https://a.com/{n}" for n in range(6))), "too_many_links"),
        (post_for("threads", "글", hashtags=("가" * 51,)), "hashtag_too_long"),
        (post_for("pinterest", "글", title=None), "missing_field"),
        (post_for("newsletter", "글", subject="  "), "missing_field"),
        (post_for("x", " \n"), "empty"),
        (post_for("x"), "empty"),
        (post_for("x", *["a"] * 26), "too_many_parts"),
        (post_for("kakao", "a", "b"), "too_many_parts"),
        (post_for("x", "a\x00b"), "forbidden_character"),
        (post_for("x", "a\ufeffb"), "forbidden_character"),
        (post_for("facebook", "a\ud800b"), "forbidden_character"),
        (post_for("sms", "₩100"), "outside_charset"),
        (post_for("lms", "글", subject="속보 🔥"), "outside_charset"),
        (post_for("lms", "글", subject="가" * 21), "too_long"),
        (post_for("pinterest", "글", title="a" * 101), "too_long"),
    ],
)
def test_what_makes_a_post_invalid(post, code):
    assert codes(post) == [code]


def test_same_link_twice_is_one():
    assert codes(post_for("threads", " ".join(["https://a.com/1"] * 9))) == []


def test_violations_name_the_characters_and_the_part():
    (one,) = violations(post_for("sms", "₩100 简"), get_platform("sms"))
    assert "₩ (U+20A9)" in one.message
    assert "简 (U+7B80)" in one.message
    assert one.part == 0


def test_requires_image_where_text_alone_is_no_post():
    assert requires(get_platform("instagram"), post_for("instagram", "글")) == ("image",)
    assert requires(get_platform("x"), post_for("x", "글")) == ()
    with pytest.raises(ValueError, match="instagram"):
        requires(get_platform("x"), post_for("instagram", "글"))


def test_linkedin_escapes_and_keeps_its_hashtags():
    assert escape(r"a_b (c) \ #한국 <x> @y", "linkedin") == (r"a\_b \(c\) \\ {hashtag|\#|한국} \<x\> \@y")


@given(st.text(), st.sampled_from(["linkedin", "slack", "telegram"]))
def test_escaped_text_holds_no_bare_markup(text, dialect):
    escaped = escape(text, dialect)
    assert len(escaped) >= len(text)
    if dialect != "linkedin":
        assert "<" not in escaped
        assert ">" not in escaped
