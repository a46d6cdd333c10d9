from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsforge.engine.platforms.disclosure import disclosure_line
from newsforge.engine.platforms.furniture import body_spans, web_address
from newsforge.engine.platforms.layout import budget, lay_out
from newsforge.engine.platforms.measure import measure_text, part_limit, violations
from newsforge.engine.platforms.registry import get_platform, platforms
from newsforge.engine.post import Content
from newsforge.engine.text.links import fediverse_mentions, hashtags, links, mentions

LINK = "https://www.example.co.kr/news/2026/11/12/article.html"
THREADED = [platform for platform in platforms().values() if platform.thread]
SINGLE = [platform for platform in platforms().values() if not platform.thread]

WORDS = st.sampled_from(
    [
        "정부가",
        "반도체",
        "산업에",
        "3조",
        "2천억",
        "원을",
        "투자한다고",
        "밝혔다.",
        "업계는",
        "“환영한다”며,",
        "다만",
        "효과를",
        "따져야",
        "한다고",
        "말했다.",
        "https://example.com/a/b?c=d",
        "뉴스1.kr",
        "#경제",
        "@user",
        "@user@mastodon.social",
        "$AAPL",
        "👨\u200d👩\u200d👧\u200d👦",
        "🇰🇷",
        "The",
        "chip",
        "maker",
        "said,",
        "however,",
        "it",
        "rose",
        "5.1%",
        "ああ、しかし、政府は発表した。",
        "notadomain.invalid",
        "é",
    ]
)
PARAGRAPH = st.lists(WORDS, min_size=1, max_size=70).map(" ".join)
CONTENT = st.builds(
    Content,
    paragraphs=st.lists(PARAGRAPH, min_size=1, max_size=5).map(tuple),
    hashtags=st.lists(st.sampled_from(["반도체", "경제 정책", "AI", "2026"]), max_size=3).map(tuple),
)


def laid_out(content, platform, **fields):
    return lay_out(
        content, platform, language="ko", writer="embedded", **({"link": LINK, "disclosure": "(자동 발췌)"} | fields)
    )


def bare(text):
    return "".join(text.split())


@pytest.mark.parametrize("platform", THREADED, ids=lambda platform: platform.id)
@settings(max_examples=60, deadline=None)
@given(content=CONTENT)
def test_a_thread_gives_the_text_back_within_the_limit(platform, content):
    post = laid_out(content, platform)
    bodies = [part[start:end] for part, (start, end) in zip(post.parts, body_spans(post), strict=True)]
    assert bare("".join(bodies)) == bare(unicodedata.normalize("NFC", "".join(content.paragraphs)))
    assert {one.code for one in violations(post, platform)} <= {
        "too_many_links",
        "too_many_hashtags",
        "too_many_cashtags",
        "too_many_parts",
    }
    source = unicodedata.normalize("NFC", "\n".join(content.paragraphs))
    for find in (links, hashtags, mentions, fediverse_mentions):
        assert [one.text for body in bodies for one in find(body)] == [one.text for one in find(source)]


@pytest.mark.parametrize("platform", THREADED, ids=lambda platform: platform.id)
@settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet=st.characters(codec="utf-8"), min_size=200, max_size=900))
def test_any_text_makes_a_thread_within_the_limit(platform, text):
    post = laid_out(Content(paragraphs=(text,)), platform, link=None, disclosure=None)
    bodies = [part[start:end] for part, (start, end) in zip(post.parts, body_spans(post), strict=True)]
    assert bare("".join(bodies)) == bare(unicodedata.normalize("NFC", text))
    assert "too_long" not in {one.code for one in violations(post, platform)}


@pytest.mark.parametrize("platform", THREADED, ids=lambda platform: platform.id)
def test_thread_of_more_than_nine_parts_has_room_for_two_digits(platform):
    sentence = "정부가 반도체 산업에 3조 2천억 원을 투자한다고 밝혔다. "
    post = laid_out(Content(paragraphs=(sentence * 170,)), platform)
    assert len(post.parts) > 9
    assert post.parts[-1].endswith(f"{len(post.parts)}/{len(post.parts)}")
    assert {one.code for one in violations(post, platform)} <= {"too_many_parts"}
    lengths = [measure_text(part, platform) for part in post.parts[:-2]]
    assert min(lengths) > part_limit(platform).max * 0.7


def test_thread_carries_link_and_tags_last_and_disclosure_first():
    paragraphs = tuple("정부가 반도체 산업에 3조 2천억 원을 투자한다고 밝혔다. " * 3 for _ in range(4))
    post = laid_out(Content(paragraphs=paragraphs, hashtags=("반도체",)), get_platform("x"))
    assert [LINK in part for part in post.parts] == [False] * (len(post.parts) - 1) + [True]
    assert ["#반도체" in part for part in post.parts] == [False] * (len(post.parts) - 1) + [True]
    assert ["(자동 발췌)" in part for part in post.parts] == [True] + [False] * (len(post.parts) - 1)
    assert all(
        "다." in body[-3:] for body in (part[a:b] for part, (a, b) in zip(post.parts, body_spans(post), strict=True))
    )


def test_a_sentence_longer_than_a_part_breaks_at_a_clause_then_a_word():
    clauses = "정부는 이번 대책이 시행되면 반도체 업계의 투자 부담이 크게 줄어들 것으로 내다봤으며, " * 8
    post = laid_out(Content(paragraphs=(clauses.strip(),)), get_platform("x"))
    bodies = [part[a:b] for part, (a, b) in zip(post.parts, body_spans(post), strict=True)]
    assert len(bodies) > 1
    assert all(body.endswith("내다봤으며,") for body in bodies)
    words = "산업통상자원부는 " * 100
    post = laid_out(Content(paragraphs=(words.strip(),)), get_platform("x"))
    assert all(
        part[a:b].endswith("산업통상자원부는") for part, (a, b) in zip(post.parts, body_spans(post), strict=True)
    )


def test_a_figure_with_spaces_is_not_torn():
    text = "투자 규모는 3조 2천억 원 " * 60
    post = laid_out(Content(paragraphs=(text.strip(),)), get_platform("x"))
    for part, (start, end) in zip(post.parts, body_spans(post), strict=True):
        assert part[start:end].count("3조") == part[start:end].count("2천억")


def test_a_url_longer_than_a_part_stays_whole_and_is_reported():
    url = "https://example.com/" + "a" * 400
    post = laid_out(Content(paragraphs=(f"자료는 {url} 에 있다. " + "가나다라 " * 80,)), get_platform("bluesky"))
    assert any(url in part for part in post.parts)
    assert [one.code for one in violations(post, get_platform("bluesky"))] == ["too_long"]


@pytest.mark.parametrize("platform", platforms().values(), ids=lambda platform: platform.id)
@pytest.mark.parametrize("link", [LINK, None])
def test_budget_is_exact(platform, link):
    content = {"hashtags": ("반도체", "경제"), "link": link, "disclosure": disclosure_line("ai", "ko", platform)}
    limit = part_limit(platform)
    room = budget(platform, **content)
    assert 0 < room < limit.max

    def length(size):
        post = lay_out(
            Content(paragraphs=("a" * size,), hashtags=content["hashtags"]),
            platform, language="", writer="embedded", link=link, disclosure=content["disclosure"],
        )  # fmt: skip
        return len(post.parts), measure_text(post.parts[0], platform)

    assert length(room) == (1, limit.max)
    assert length(room + 1) == (1, limit.max + 1) if not platform.thread else length(room + 1)[0] > 1


@pytest.mark.parametrize("platform", SINGLE, ids=lambda platform: platform.id)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_a_text_within_the_budget_is_valid(platform, data):
    furniture = {"hashtags": ("반도체",), "link": LINK, "disclosure": disclosure_line("automatic", "ko", platform)}
    room = min(budget(platform, **furniture), 400)
    body = data.draw(st.text(alphabet="가나 다라a.b(&#<", min_size=1, max_size=room).filter(str.strip)).strip()
    body = "가" + body if body.strip("().&#<") else "가"
    post = lay_out(
        Content(paragraphs=(body,), hashtags=furniture["hashtags"], title="제목", subject="제목", preheader="미리보기"),
        platform, language="ko", writer="embedded", link=LINK, disclosure=furniture["disclosure"],
    )  # fmt: skip
    if measure_text(body, platform) <= room - 40:
        assert violations(post, platform) == ()


def test_a_text_that_cannot_fit_is_returned_whole_and_reported():
    post = laid_out(Content(paragraphs=("가" * 300,)), get_platform("kakao"))
    assert "가" * 300 in post.parts[0]
    assert [one.code for one in violations(post, get_platform("kakao"))] == ["too_long"]


def test_only_the_platforms_own_fields_are_filled():
    content = Content(paragraphs=("글",), title="제목", subject="주제", preheader="미리")
    assert (laid_out(content, get_platform("x")).title, laid_out(content, get_platform("pinterest")).title) == (
        None,
        "제목",
    )
    newsletter = laid_out(content, get_platform("newsletter"))
    assert (newsletter.title, newsletter.subject, newsletter.preheader) == (None, "주제", "미리")


def test_sms_is_transliterated_and_leaves_a_long_link_out():
    post = laid_out(Content(paragraphs=("₩500 — 속보 🔥 café",)), get_platform("sms"), disclosure="(AI 생성)")
    assert post.parts == ("￦500 - 속보  cafe\n(AI 생성)",)
    assert post.link == LINK
    short = laid_out(Content(paragraphs=("속보",)), get_platform("sms"), link="https://n.news/1")
    assert "https://n.news/1" in short.parts[0]


@pytest.mark.parametrize("platform_id", ["instagram", "tiktok", "pinterest", "kakao", "push", "feed"])
def test_a_link_with_a_place_of_its_own_is_not_in_the_text(platform_id):
    post = laid_out(Content(paragraphs=("글",), title="제목"), get_platform(platform_id))
    assert LINK not in post.parts[0]
    assert post.link == LINK


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "ftp://a.com/x", "//a.com", "a.com", "",
        'https://a.com/"onclick=x', "https://a.com/<script>", "https://a.com/ b", "https://user@a.com/", "https://",
        "https://a.com/\nb", "https://a.com/\x00",
    ],
)  # fmt: skip
def test_no_address_but_a_web_address_is_written(link):
    assert web_address(link) is None
    for platform in platforms().values():
        post = laid_out(Content(paragraphs=("글",), title="제목"), platform, link=link)
        assert post.link is None
        assert "href" not in (post.html or "")


def test_letters_of_other_scripts_in_an_address_are_encoded():
    assert web_address(" https://한국.kr/뉴스/가?q=나#다 ") == (
        "https://xn--3e0b707e.kr/%EB%89%B4%EC%8A%A4/%EA%B0%80?q=%EB%82%98#%EB%8B%A4"
    )
    assert web_address("HTTPS://a.com/%EA%B0%80(1)") == "https://a.com/%EA%B0%80(1)"


def test_edited_posts_still_tell_their_bodies():
    post = laid_out(
        Content(paragraphs=("첫 문장이다.", "둘째 문장이다."), hashtags=("반도체", "경제")), get_platform("x")
    )
    edited = replace(post, parts=(post.parts[0].replace("#반도체 #경제", "#경제").replace(LINK + "\n\n", "") + "\n",))
    ((start, end),) = body_spans(edited)
    assert edited.parts[0][start:end] == "첫 문장이다.\n\n둘째 문장이다."


def test_empty_content_is_reported_not_raised():
    post = laid_out(Content(paragraphs=(" ", "\n\n")), get_platform("x"), link=None, disclosure=None)
    assert [one.code for one in violations(post, get_platform("x"))] == ["empty"]


@pytest.mark.parametrize("platform", platforms().values(), ids=lambda platform: platform.id)
@pytest.mark.parametrize("language", ["ko", "en", "ja", "fr", "en-GB"])
@pytest.mark.parametrize("kind", ["automatic", "ai"])
def test_disclosure_is_one_short_line_and_in_the_post(platform, language, kind):
    line = disclosure_line(kind, language, platform)
    assert "\n" not in line
    assert len(line) <= (16 if platform.disclosure == "compact" else 80)
    post = laid_out(Content(paragraphs=("글",), title="제목", subject="제목"), platform, disclosure=line)
    assert post.disclosure in post.parts[0]
    assert post.disclosure == line


def test_disclosure_falls_back_to_english_where_the_charset_lacks_its_letters():
    assert disclosure_line("automatic", "ja", get_platform("sms")) == "(Auto excerpt)"
    assert disclosure_line("automatic", "ja", get_platform("x")) == "（自動抜粋）"
    assert disclosure_line("ai", "fr", get_platform("x")) == "(AI-generated)"
