"""Pages that must not become posts: lists, logins, shells, the free beginning of a paid article."""

from __future__ import annotations

import pytest

from newsforge.adapters.readers.html import read_html
from newsforge.kit.errors import NewsforgeError
from tests.adapters.readers.html import pages

HEADLINES = [
    f"{name}에서 {what} 열린다"
    for name in ("가람시", "다온군", "라온시", "마루군", "바름시")
    for what in ("축제", "전시", "대회")
]
ENGLISH_HEADLINES = [
    f"{place} council {verb} new {thing} after long debate."
    for place in ("Eastmere", "Westholt", "Northgate")
    for verb in ("approves", "rejects", "delays")
    for thing in ("pier", "library", "tram line")
]


def front_page(headlines: list[str], *, language: str) -> str:
    items = "".join(f'<li><a href="/news/{number}"><h3>{text}</h3></a></li>' for number, text in enumerate(headlines))
    return (
        f'<html lang="{language}"><head><meta charset="utf-8"><title>Courier</title>'
        f'<meta property="og:type" content="website"></head><body><main><ul>{items}</ul></main></body></html>'
    )


def refusal(page: str, *, url: str | None = None) -> NewsforgeError:
    with pytest.raises(NewsforgeError) as caught:
        read_html(page.encode(), url=url)
    assert caught.value.message
    assert caught.value.remedy
    return caught.value


@pytest.mark.parametrize("headlines", [HEADLINES, ENGLISH_HEADLINES])
@pytest.mark.parametrize("url", [None, "https://courier.example/", "https://courier.example/news/"])
def test_a_front_page_is_no_article(headlines: list[str], url: str | None) -> None:
    assert refusal(front_page(headlines, language="en"), url=url).code == "no_article"


def test_a_list_with_teasers_is_no_article() -> None:
    items = "".join(
        f'<div><h3><a href="/{number}">{text}</a></h3><p><a href="/{number}">{text} Residents had asked for it.</a></p></div>'
        for number, text in enumerate(ENGLISH_HEADLINES)
    )
    page = f"<html><head><title>Courier</title></head><body><main>{items}</main></body></html>"
    assert refusal(page, url="https://courier.example/").code == "no_article"


@pytest.mark.parametrize(
    "page",
    [
        "",
        "<html></html>",
        "<html><head><title>News</title></head><body></body></html>",
        '<html><body><div id="root"></div><script src="/app.js"></script></body></html>',
        "<html><body><p>Loading</p></body></html>",
        "<html><body><noscript>You need to enable JavaScript to run this app.</noscript></body></html>",
    ],
)
def test_an_empty_shell_is_no_article(page: str) -> None:
    assert refusal(page).code == "no_article"


@pytest.mark.parametrize(
    ("title", "prompt"),
    [
        ("로그인 - 가람일보", "서비스를 이용하려면 로그인하세요."),
        ("Sign in", "Sign in to your account to go on reading our stories."),
    ],
)
def test_a_login_form_is_no_article(title: str, prompt: str) -> None:
    page = (
        f"<html><head><title>{title}</title></head><body><main><h1>{title}</h1><p>{prompt}</p>"
        '<form action="/login"><input name="id"><input type="password" name="pw"><button>OK</button></form></main></body></html>'
    )
    assert refusal(page).code == "no_article"


@pytest.mark.parametrize(
    ("opening", "wall"),
    [
        (pages.KOREAN[0], "이 기사는 유료 회원 전용입니다. 로그인 후 전문을 볼 수 있습니다."),
        (pages.ENGLISH[0], "Subscribe to read the full story. Already a subscriber? Sign in to continue."),
        (pages.JAPANESE[0], "この記事は会員限定です。残り1234文字"),
    ],
)
def test_a_stub_before_a_paywall_is_refused(opening: str, wall: str) -> None:
    page = (
        pages.head("공사", language="ko") + f"<article><h1>Pier</h1><p>{opening}</p></article>"
        f"<div class='wall'><p>{wall}</p></div></body></html>"
    )
    assert refusal(page).code == "paywall"


def test_schema_org_says_that_the_rest_is_paid_for() -> None:
    extra = pages.json_ld({"@type": "NewsArticle", "headline": pages.ENGLISH_TITLE, "isAccessibleForFree": "False"})
    page = pages.english(body=f"<p>{pages.ENGLISH[0]}</p>", extra=extra)
    assert refusal(page).code == "paywall"


def test_a_paid_article_that_is_all_there_is_read() -> None:
    extra = pages.json_ld({"@type": "NewsArticle", "headline": pages.ENGLISH_TITLE, "isAccessibleForFree": False})
    body = "".join(
        f"<p>{line}</p>" for line in (*pages.ENGLISH, *(line.replace("town", "port") for line in pages.ENGLISH[:2]))
    )
    body += (
        "<p>"
        + "The ferry carried 210,000 people last year, more than in any year since the bridge was closed. " * 4
        + "</p>"
    )
    assert pages.ENGLISH[3] in read_html(pages.english(body=body, extra=extra).encode()).text


def test_a_subscription_box_on_every_page_refuses_no_article() -> None:
    page = pages.english().replace("</article>", "</article><div>Already a subscriber? Sign in to continue.</div>")
    assert len(read_html(page.encode()).text.split("\n")) == len(pages.ENGLISH)


def test_flash_news_is_not_taken_for_a_stub() -> None:
    assert read_html(pages.flash().encode()).text
