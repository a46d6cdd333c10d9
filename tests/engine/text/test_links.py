from __future__ import annotations

import pytest

from newsforge.engine.text.links import cashtags, fediverse_mentions, hashtags, links, mentions


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("뉴스1.kr", ["1.kr"]),
        ("foo.co.jp뉴스bar.com", ["foo.co.jp", "bar.com"]),
        ("한국.한국", []),
        ("http://한국.한국/가", ["http://한국.한국/"]),
        ("끝났다.그리고 시작", []),
        ("3.5조, 1.2%", []),
        ("me@example.com", []),
        ("-foo.com .foo.com /foo.com", []),
        ("see http://df.ws/ejp,(https://example.com/a)", ["http://df.ws/ejp", "https://example.com/a"]),
        ("http://a.co/x(y)", ["http://a.co/x(y)"]),
        ("t.co/" + "a" * 41, ["t.co/" + "a" * 41]),
        ("https://t.co/" + "a" * 41, []),
        ("https://t.co/abc!d", ["https://t.co/abc"]),
        ("http://a.co/" + "a" * 5000, []),
        ("éa.com x", ["a.com"]),
        (" éa.com x", ["éa.com"]),
    ],
)
def test_links(text, found):
    assert [link.text for link in links(text)] == found
    assert all(text[link.start : link.end] == link.text for link in links(text))


def test_links_with_scheme_only():
    assert [link.text for link in links("a.com https://b.com/c", scheme_required=True)] == ["https://b.com/c"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("#2026", []),
        ("#2026년 #코로나19 #K팝_뉴스", ["#2026년", "#코로나19", "#K팝_뉴스"]),
        ("#한-미", ["#한"]),
        ("#서울·부산 #日本語・テスト #メ〜テレ", ["#서울·부산", "#日本語・テスト", "#メ〜テレ"]),
        ("#핫이슈🔥속보", ["#핫이슈"]),
        ("#🔥핫이슈", []),
        ("뉴스#속보", []),
        ("(#속보)", ["#속보"]),
        ("#속보,경제", ["#속보"]),
        ("#a#b", []),
        ("#️⃣ &#x27;", []),
        ("https://example.com/#anchor", []),
    ],
)
def test_hashtags(text, found):
    assert [tag.text for tag in hashtags(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("@a, .@b (@c) 가@d", ["@a", "@b", "@c", "@d"]),
        ("mail me@example.com", []),
        ("@é @aé @a://b", []),
        ("@@a", []),
        ("RT @a: x", ["@a"]),
        ("https://medium.com/@someone", []),
    ],
)
def test_mentions(text, found):
    assert [mention.text for mention in mentions(text)] == found


def test_fediverse_mentions_are_whole():
    text = "안녕 @user@mastodon.social, @me 그리고 a@b.com"
    assert [mention.text for mention in fediverse_mentions(text)] == ["@user@mastodon.social", "@me"]


def test_cashtags_are_no_prices():
    assert [tag.text for tag in cashtags("$AAPL rose, $100 fell; ($X) $BRK.A")] == ["$AAPL", "$BRK.A"]
