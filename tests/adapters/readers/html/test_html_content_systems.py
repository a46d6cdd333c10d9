"""One page of each content system: the whole body, nothing else, and who wrote it when."""

from __future__ import annotations

import unicodedata
from datetime import timedelta

import pytest

from newsforge.adapters.readers.html import read_html
from tests.adapters.readers.html import pages

SEOUL = timedelta(hours=9)


@pytest.mark.parametrize(
    ("page", "authors"),
    [
        (pages.naver, ("채하늘",)),
        (pages.daum, ("채하늘", "나도움")),
        (pages.nd_soft, ("채하늘",)),
        (pages.arc, ("채하늘",)),
        (pages.next_data, ("채하늘",)),
        (pages.next_stream, ("채하늘",)),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_korean_body_and_byline(page, authors) -> None:
    article = read_html(page().encode(), url="https://news.garam.example/a/1")
    assert article.text.split("\n") == list(pages.KOREAN)
    assert article.title == pages.KOREAN_TITLE
    assert article.authors == authors
    assert article.language == "ko"
    assert article.site == "가람일보"


def test_an_agency_dateline_stays_and_names_the_author() -> None:
    article = read_html(pages.yonhap().encode())
    assert article.text.split("\n") == [f"(가람=새벽통신) 채하늘 기자 = {pages.KOREAN[0]}", *pages.KOREAN[1:]]
    assert article.authors == ("채하늘",)
    assert article.published_at is not None
    assert article.published_at.isoformat() == "2026-08-04T14:18:00+09:00"


def test_korean_times_without_a_zone_are_seoul_time() -> None:
    for page in (pages.naver(), pages.daum()):
        published_at = read_html(page.encode()).published_at
        assert published_at is not None
        assert published_at.isoformat() == "2026-08-04T14:18:13+09:00"


def test_a_shell_that_scripts_fill_keeps_its_countrys_clock() -> None:
    page = f"<html><head><title>{pages.KOREAN_TITLE}</title></head><body>" + pages.next_stream().split("<main", 1)[1]
    published_at = read_html(page.encode()).published_at
    assert published_at is not None
    assert published_at.isoformat() == "2026-08-04T14:18:00+09:00"


def test_a_machine_stamp_in_utc_is_told_on_the_countrys_clock() -> None:
    published_at = read_html(pages.arc().encode()).published_at
    assert published_at is not None
    assert published_at.utcoffset() == SEOUL
    assert published_at.date().isoformat() == "2026-08-05"  # 20:18 UTC is the next morning in Seoul


def test_flash_news_of_one_sentence_is_an_article() -> None:
    article = read_html(pages.flash().encode())
    assert article.text == "4일 오전 9시 40분께 가람시 전역에서 전기가 끊겼다."
    assert article.title == "[속보] 가람시 전역 정전"
    assert article.authors == ("채하늘",)


def test_english_article() -> None:
    article = read_html(pages.english().encode(), url="https://courier.example/news/pier")
    assert article.text.split("\n") == list(pages.ENGLISH)
    assert article.language == "en"
    assert article.authors == ("Ada Fenn", "Tom Rook")


def test_japanese_article_without_the_sites_name_as_author() -> None:
    article = read_html(pages.japanese().encode())
    assert article.text.split("\n") == list(pages.JAPANESE)
    assert article.title == pages.JAPANESE_TITLE
    assert article.authors == ()
    assert article.language == "ja"
    assert article.published_at is not None
    assert article.published_at.isoformat() == "2026-08-04T14:00:00+09:00"


def test_what_was_left_out_says_why() -> None:
    reasons = {gone.reason for gone in read_html(pages.yonhap().encode()).left_out}
    assert {"caption", "contact", "promotion", "copyright"} <= reasons


def test_an_outer_container_gives_way_to_the_body_in_it() -> None:
    page = pages.nd_soft().replace(
        '<article id="article-view-content-div">',
        '<div class="article_view"><p>댓글 (3) 다들 조심하세요. 도서관이 걱정이네요.</p><article id="article-view-content-div">',
    )
    page = page.replace("</article>", "</article></div>")
    assert "걱정이네요" not in read_html(page.encode()).text


def test_schema_org_body_counts_where_the_page_shows_only_its_beginning() -> None:
    whole = " ".join(pages.ENGLISH * 2)
    extra = pages.json_ld({"@type": "NewsArticle", "headline": pages.ENGLISH_TITLE, "articleBody": whole})
    page = pages.english(body=f"<p>{pages.ENGLISH[0]}</p><p>{pages.ENGLISH[1]}</p>", extra=extra)
    assert pages.ENGLISH[3] in read_html(page.encode()).text


def test_text_is_composed_and_sentences_point_into_it() -> None:
    decomposed = unicodedata.normalize("NFD", pages.nd_soft())
    article = read_html(decomposed.encode())
    assert article.text == unicodedata.normalize("NFC", article.text)
    assert article.sentences
    assert all(article.text[sentence.start : sentence.end] == sentence.text for sentence in article.sentences)
