"""Shop windows and what a house says of itself are refused; news about them is read."""

from __future__ import annotations

import pytest

from newsforge.adapters.readers.errors import NoArticle
from newsforge.adapters.readers.html import read_html

QUILT = (
    "<p>부드러운 순면으로 지은 여름 이불입니다. 국내 공장에서 한 장씩 꿰매어 만들었습니다. 땀을 잘 흡수하고 빨리 마릅니다.</p>"
    "<p>세탁기로 빨아도 줄지 않습니다. 색은 세 가지입니다. 교환과 환불은 받으신 날부터 7일 안에 해 주세요.</p>"
)
KETTLE = (
    "<p>This kettle boils a litre of water in under three minutes. It has a handle that stays cool. The lid opens with one "
    "hand.</p><p>Every kettle comes with a two-year guarantee. We ship within two working days.</p>"
)
YAKAN = "<p>三分で一リットルの湯が沸くやかんです。取っ手は熱くなりません。ふたは片手で開きます。保証は二年です。</p>"
GOODS = {
    "dealt in links": (
        "여름 순면 이불",
        "<dl><dt>판매가</dt><dd>39,000원</dd></dl><a href='#'>장바구니</a>" + QUILT,
        "",
    ),
    "bought by a span": ("여름 순면 이불", "<p>39,000원</p><div class=buy><span>구매하기</span></div>" + QUILT, ""),
    "a plain link": ("Steel Kettle 1L", "<p>$49.00</p><a href=/cart/add>Add to cart</a>" + KETTLE, ""),
    "an image": ("Steel Kettle", "€49.00<input type=image alt='Buy now' src=x>" + KETTLE, ""),
    "microdata": ("Steel Kettle", f"<div itemscope itemtype='https://schema.org/Product'>{KETTLE}</div>", ""),
    "a price in its metadata": ("Steel Kettle", KETTLE, "<meta property='product:price:amount' content='49'>"),
    "Japanese": ("やかん 1L", "<p>4,900円（税込）</p><a>カートに入れる</a>" + YAKAN, ""),
}
HOUSE = {
    "About us": "<p>The Courier has told the news of Eastmere since 1901. Forty reporters work for it. We print on Fridays.</p>",
    "Privacy Policy": "<p>We collect your name when you register. We never sell your data. You may ask us to delete it.</p>",
    "Terms and Conditions": "<p>These terms govern your use of the site. We may change them. Please read them with care.</p>",
    "Contact": "<p>Our newsroom is open from nine to five. Call us on 555 0100. Letters must carry a full name.</p>",
    "회사소개": "<p>가람일보는 1988년 창간한 지역 신문입니다. 가람시 주민의 목소리를 전합니다. 기자 40명이 일합니다.</p>",
    "이용약관": "<p>제1조 이 약관은 서비스의 이용 조건을 정합니다. 제2조 회원이란 약관에 동의한 사람을 말합니다.</p>",
    "개인정보 처리방침": "<p>가람일보는 회원의 이름을 모읍니다. 정보를 팔지 않습니다. 지워 달라고 하실 수 있습니다.</p>",
    "会社概要": "<p>みなみ新聞は昭和三十年に創刊した地域の新聞です。本社はみなみ市にあります。社員は百人です。</p>",
}  # fmt: skip
TYPED = (
    "<meta property='og:type' content='article'><meta property='article:modified_time' content='2026-01-01T00:00:00Z'>"
)


def page(title: str, main: str, extra: str = "", header: str = "") -> bytes:
    return (
        f"<html><head><meta charset=utf-8><title>{title} | Courier</title>{extra}</head><body><header>{header}</header>"
        f"<main><h1>{title}</h1>{main}</main></body></html>"
    ).encode()


@pytest.mark.parametrize("goods", GOODS)
def test_goods_are_no_article(goods: str) -> None:
    title, main, extra = GOODS[goods]
    with pytest.raises(NoArticle, match="sells"):
        read_html(page(title, main, extra))


@pytest.mark.parametrize("extra", ["", TYPED], ids=["silent", "article by template"])
@pytest.mark.parametrize("title", HOUSE)
def test_what_the_house_says_of_itself_is_no_article(title: str, extra: str) -> None:
    with pytest.raises(NoArticle, match="about the site itself"):
        read_html(page(title, HOUSE[title] * 2, extra))


@pytest.mark.parametrize(
    ("title", "extra", "header"),
    [
        ("Privacy policy of the Courier under fire", "", ""),
        ("가람시, 개인정보 처리방침 고친다", "", ""),
        ("Kettle prices rise to $49.00 in a year", "", "<a href=/cart>Buy now</a>"),
        ("Contact", "<meta property='article:published_time' content='2026-11-22T09:00:00+09:00'>", ""),
    ],
)
def test_news_about_such_things_is_read(title: str, extra: str, header: str) -> None:
    told = "<p>The council of Eastmere said on Tuesday that it would act. The price of $49.00 has doubled, it said.</p>"
    assert "council" in read_html(page(title, told + told.replace("Tuesday", "Friday"), extra, header)).text


def test_an_article_that_waits_in_a_template_is_read() -> None:
    story = "".join(
        f"<p>The council of Eastmere met for hour {hour} and voted on the budget again.</p>" for hour in range(9)
    )
    waiting = f"<div class=post-content itemprop=articleBody><script type='text/template'>{story}</script><noscript></noscript></div>"
    assert "hour 8" in read_html(page("Council votes nine times on one budget", waiting)).text


def test_a_template_elsewhere_is_not_shown() -> None:
    story = "".join(f"<p>The council of Eastmere met for hour {hour} and voted on it again.</p>" for hour in range(9))
    aside = f"<div class=dialog><script type='text/template'>{story.replace('voted', 'IGNORED')}</script></div>"
    assert "IGNORED" not in read_html(page("Council votes nine times on one budget", story + aside)).text
