from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsforge.engine.compose.space import Space
from newsforge.engine.platforms.alerts import find_alerts, quieted
from newsforge.engine.platforms.escape import escape
from newsforge.engine.platforms.layout import lay_out
from newsforge.engine.platforms.measure import measure_text, violations
from newsforge.engine.platforms.registry import get_platform, platforms
from newsforge.engine.post import Content, Post
from newsforge.engine.receipts import receipts
from newsforge.phrases import say
from tests.support.stories import make_article

ALERTING = [platform for platform in platforms().values() if platform.mentions.alerts]
SENTENCE = (
    "시는 공지에서 @everyone, @here, <!channel>, <!everyone>, <@U123>, <@&42>, @channel 표기를 쓰지 말라고 밝혔다."
)
DISCORD = get_platform("discord").mentions
SLACK = get_platform("slack").mentions


def written(text, platform_id):
    return Post(platform=platform_id, language="ko", writer="editor", parts=(text,))


def test_the_platforms_that_listen_for_such_words_say_so():
    assert [platform.id for platform in ALERTING] == ["discord", "slack"]


@pytest.mark.parametrize(
    ("rule", "text", "found"),
    [
        (DISCORD, "@everyone @here <@1> <@!2> <@&3> <!channel>", ("@everyone", "@here", "<@1>", "<@!2>", "<@&3>")),
        (DISCORD, "글@EveryOne님 press@here.kr @hereford", ("@EveryOne", "@here")),
        (DISCORD, "<@everyone>", ("<@everyone>", "@everyone")),
        (DISCORD, "@\u202eeveryone @he\u2066re", ("@\u202eeveryone", "@he\u2066re")),
        (DISCORD, "everyone here @ everyone @\u200beveryone ＠here @hanbit <a> <#5>", ()),
        (SLACK, "@channel <!channel> <!subteam^S1|@desk> <@U123> <@U1 <!", (
            "@channel", "<!channel>", "<!subteam^S1|@desk>", "<@U123>", "<@U1", "<!",
        )),
        (SLACK, "채널 < !channel> a<b> & <https://a.example>", ()),
        (get_platform("x").mentions, SENTENCE, ()),
    ],
)  # fmt: skip
def test_what_notifies_people_is_found(rule, text, found):
    assert find_alerts(text, rule) == found


@pytest.mark.parametrize("platform", ALERTING, ids=lambda platform: platform.id)
@given(text=st.lists(st.sampled_from([
    "@", "<", "!", "everyone", "here", "HERE", "channel", "<@", "<!", "U1>", " ", "\u202e", "가", "https://a.example/",
])).map("".join))  # fmt: skip
def test_no_text_notifies_people_once_it_is_quieted(platform, text):
    quiet = quieted(text, platform.mentions)
    assert find_alerts(quiet, platform.mentions) == ()
    assert quieted(quiet, platform.mentions) == quiet
    assert quiet.replace("\u200b", "").replace("%40", "@") == text


def test_an_address_stays_an_address():
    link = "https://hanbit.example/@everyone/1"
    content = Content(paragraphs=(f"소식은 {link} 에 있다.",))
    post = lay_out(content, get_platform("discord"), language="ko", writer="embedded", link=link)
    encoded = "https://hanbit.example/%40everyone/1"
    assert (post.parts, post.link) == ((f"소식은 {encoded} 에 있다.\n\n{encoded}",), encoded)


@pytest.mark.parametrize("platform", platforms().values(), ids=lambda platform: platform.id)
def test_what_is_laid_out_is_valid_and_its_receipts_hold(platform):
    article = make_article(SENTENCE, title="시, 알림 표기 주의 당부", url="https://hanbit.example/1")
    content = Content(paragraphs=(SENTENCE,), title=article.title, subject=article.title, preheader="시의 당부")
    post = lay_out(content, platform, language="ko", writer="embedded", link=article.url)
    assert [fault for fault in violations(post, platform) if fault.code == "alert"] == []
    assert [(one.status, one.problems) for one in receipts(post, article) if one.status == "unsupported"] == []
    if platform in ALERTING:
        assert find_alerts(post.parts[0], platform.mentions) == ()
    elif platform.form == "plain":
        assert "@everyone" in post.parts[0]


@pytest.mark.parametrize("platform", ALERTING, ids=lambda platform: platform.id)
def test_an_article_with_its_address_in_the_body_is_supported(platform):
    link = "https://hanbit.example/@here/1"
    article = make_article(f"자세한 내용은 {link} 에서 볼 수 있다고 시는 밝혔다.", title="안내", url=f"{link}/2")
    post = lay_out(Content(paragraphs=(article.text,)), platform, language="ko", writer="embedded", link=article.url)
    assert [one.problems for one in receipts(post, article) if one.status == "unsupported"] == []


@pytest.mark.parametrize(
    ("text", "platform_id", "names"),
    [("새 소식 @everyone", "discord", "@everyone"), ("<!here> 새 소식 <@U1>", "slack", "<!here>, <@U1>")],
)
def test_a_text_by_hand_that_would_notify_people_is_turned_down_with_the_reason(text, platform_id, names):
    (fault,) = violations(written(text, platform_id), get_platform(platform_id))
    assert (fault.code, fault.part, fault.field) == ("alert", 0, "part")
    assert fault.message == f"Part 1 would notify people there: {names}. Write it without its first sign."
    korean, japanese = say(fault.message, "ko"), say(fault.message, "ja")
    assert (
        korean
        == f"1번째 글에 올리는 곳의 사람들에게 알림을 보내는 표기가 있습니다: {names} 맨 앞의 기호를 빼고 쓰세요."
    )
    assert (
        japanese == f"1番目の投稿に投稿先の人たちへ通知が届く表記があります：{names}先頭の記号を外して書いてください。"
    )


@pytest.mark.parametrize("platform_id", ["x", "telegram", "mastodon", "facebook"])
def test_where_it_is_text_like_any_other_it_stays(platform_id):
    assert violations(written("새 소식 @everyone <!here>", platform_id), get_platform(platform_id)) == ()


@pytest.mark.parametrize("platform", ALERTING, ids=lambda platform: platform.id)
def test_the_length_is_that_of_what_is_sent(platform):
    post = lay_out(Content(paragraphs=(SENTENCE,)), platform, language="ko", writer="embedded")
    room = Space.of(platform, hashtags=(), link=None, disclosure=None, length="standard", language="ko")
    sent = escape(post.parts[0], platform.escape.dialect)
    assert len(sent) > len(SENTENCE)
    assert measure_text(post.parts[0], platform) == len(sent)
    assert room.measure(SENTENCE) == len(sent)
