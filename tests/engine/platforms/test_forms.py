from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from datetime import datetime, timedelta, timezone
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from newsforge.engine.platforms.feed import CONTENT_NAMESPACE, json_feed_item, rss_item
from newsforge.engine.platforms.furniture import body_spans
from newsforge.engine.platforms.layout import lay_out
from newsforge.engine.platforms.markdown import escape
from newsforge.engine.platforms.registry import get_platform
from newsforge.engine.post import Content

LINK = "https://example.com/a?b=1&c='2'"
ATTACK = '<script>alert(1)</script> "><img src=x onerror=alert(1)> \'x\' & <a href="javascript:alert(1)">y</a>'


class Tags(HTMLParser):
    """Collects elements, attributes and the text outside ``title``."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tags, self.attributes, self.text = [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data):
        self.text.append(data)


def parsed(html):
    parser = Tags()
    parser.feed(html)
    parser.close()
    return parser


def post_on(platform_id, *paragraphs, **fields):
    filled = {"title": "제목", "subject": "주제", "preheader": "미리보기", "hashtags": ("경제", "AI")} | fields
    return lay_out(
        Content(paragraphs=paragraphs, **filled),
        get_platform(platform_id), language="ko", writer="embedded", link=LINK, disclosure="(자동 발췌)",
    )  # fmt: skip


@pytest.mark.parametrize("platform_id", ["newsletter", "naver_blog", "feed"])
def test_nothing_that_is_written_becomes_markup(platform_id):
    post = post_on(platform_id, ATTACK, "둘째", title=ATTACK, subject=ATTACK, preheader=ATTACK)
    page = parsed(post.html)
    assert not {"script", "img", "iframe", "style", "link"} & set(page.tags)
    assert [value for name, value in page.attributes if name == "href"] == [LINK]
    assert not any(name.startswith("on") for name, _ in page.attributes)
    assert ATTACK in "".join(page.text)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1).filter(str.strip))
def test_any_text_shows_as_it_was_written(text):
    page = parsed(post_on("feed", "앞 " + text).html)
    assert set(page.tags) <= {"p", "a", "small", "br"}


def test_newsletter_is_a_whole_document_with_one_button():
    html = post_on("newsletter", "첫 문단이다.\n줄을 바꾼다.", "둘째 문단이다.").html
    page = parsed(html)
    assert html.startswith('<!doctype html>\n<html lang="ko">')
    assert page.tags.count("a") == 1
    assert page.tags.count("h1") == 1
    assert "기사 원문 보기" in page.text
    assert "미리보기" in "".join(page.text)
    assert (
        html.index("미리보기") < html.index("첫 문단이다.") < html.index("기사 원문 보기") < html.index("(자동 발췌)")
    )
    assert max(map(len, html.splitlines())) < 998 or len(html) < 8000


def test_editor_html_keeps_to_simple_blocks():
    html = post_on("naver_blog", "첫 문단이다.", "“정부의 지원이 힘이 된다.”").html
    assert set(parsed(html).tags) == {"p", "blockquote", "a"}
    assert "#경제 #AI" in html


def test_feed_item_is_json_feed_and_rss():
    post = post_on("feed", ATTACK + "\x0b", title="제목 & <b>")
    item = json.loads(json.dumps(json_feed_item(post)))
    assert (item["id"], item["url"], item["tags"]) == (LINK, LINK, ["경제", "AI"])
    assert item["content_text"].startswith(ATTACK)
    root = ET.fromstring(rss_item(post))
    assert root.findtext("title") == "제목 & <b>"
    assert root.findtext("guid") == LINK
    assert root.find("pubDate") is None
    assert root.findtext(f"{{{CONTENT_NAMESPACE}}}encoded") == post.html.replace("\x0b", "")


def test_a_feed_item_carries_the_day_of_the_article():
    post = post_on("feed", "첫 문단이다.", title="제목")
    moment = datetime(2026, 11, 19, 11, 42, tzinfo=timezone(timedelta(hours=9)))
    assert json_feed_item(post, published_at=moment)["date_published"] == "2026-11-19T11:42:00+09:00"
    published = ET.fromstring(rss_item(post, published_at=moment)).findtext("pubDate")
    assert published == "Thu, 19 Nov 2026 11:42:00 +0900"
    assert "date_published" not in json_feed_item(post)


def test_markdown_has_front_matter_and_tells_its_body():
    post = post_on("markdown", "첫 문단이다.", "둘째 문단이다.", title='그는 "좋다"고 --- 했다: yes')
    assert post.parts[0].startswith(
        '---\ntitle: "그는 \\"좋다\\"고 --- 했다: yes"\ntags: ["경제", "AI"]\nsource: "https://example.com/a'
    )
    ((start, end),) = body_spans(post)
    assert post.parts[0][start:end] == "첫 문단이다.\n\n둘째 문단이다."


MARKED = [
    "# 제목", "1. 하나", "2026. 11. 23.", "- 항목", "+ 항목", "> 인용", "*별* _밑_ **굵게**", "a_b_c", "[글](javascript:alert(1))",
    "![그림](x)", "<script>alert(1)</script>", "`코드`", "&amp; &copy;", "~~취소~~", "===", "---", "***", "|표|표|", "\\", "<https://a.com>",
    "3 * 4 = 12", "AT&T", "__1. 하나__", "a__b__",
]  # fmt: skip


@pytest.mark.parametrize("text", MARKED)
@pytest.mark.parametrize("before", ["", "앞줄\n"])
def test_markdown_shows_what_was_written(text, before):
    html = (
        MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(escape(before + text).replace("\n", "  \n"))
    )
    page = parsed(html)
    assert set(page.tags) <= {"p", "br"}
    assert "".join(page.text).strip().split("\n")[-1] == text


@given(st.lists(st.sampled_from([*MARKED, "가", " ", "\n", "*", "_", "`", "\\", "<"]), max_size=8).map("".join))
def test_markdown_never_becomes_html(text):
    html = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(escape(text.strip()))
    assert set(parsed(html).tags) <= {"p", "br", "pre", "code"}


def test_a_list_and_a_quotation_are_rendered_as_such():
    paragraphs = ("주요 수치\n• 3.2% 올랐다.\n• 5명이 찬성했다.", "“힘이 된다” — 김민수 회장", "첫 줄\n둘째 줄")
    assert {"h3", "ul", "li", "blockquote", "br"} <= set(parsed(post_on("feed", *paragraphs).html).tags)
    assert {"h2", "ul", "li"} <= set(parsed(post_on("newsletter", *paragraphs).html).tags)
    assert "h3" in parsed(post_on("naver_blog", *paragraphs).html).tags
    post = post_on("markdown", *paragraphs)
    ((start, end),) = body_spans(post)
    assert post.parts[0][start:end] == (
        "### 주요 수치\n\n- 3.2% 올랐다.\n- 5명이 찬성했다.\n\n> “힘이 된다” — 김민수 회장\n\n첫 줄  \n둘째 줄"
    )


def test_tags_with_a_field_of_their_own_keep_their_words():
    assert post_on("markdown", "글", hashtags=("climate change", "한-미 회담", "2026")).hashtags == (
        "climate change",
        "한-미 회담",
    )
