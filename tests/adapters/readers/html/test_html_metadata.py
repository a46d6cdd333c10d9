"""Title, authors, times, image and address from the places where pages state them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsforge.adapters.readers.html import read_html
from newsforge.adapters.readers.html.names import clean_names
from newsforge.adapters.readers.html.times import parse_time
from newsforge.adapters.readers.html.titles import clean_title
from tests.adapters.readers.html import pages

URL = "https://www.eastmere-courier.example/news/pier"


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("가람시, 다리 놓는다 | 가람일보", "가람시, 다리 놓는다"),
        ("가람시, 다리 놓는다 - 가람일보", "가람시, 다리 놓는다"),
        ("가람시, 다리 놓는다 – 가람일보", "가람시, 다리 놓는다"),
        ("가람시, 다리 놓는다-정치ㅣ가람일보", "가람시, 다리 놓는다"),
        ("가람시, 다리 놓는다｜가람일보", "가람시, 다리 놓는다"),
        ("가람일보 > 사회 > 가람시, 다리 놓는다", "가람시, 다리 놓는다"),
        ("みなみ市、橋を架ける：みなみ新聞デジタル", "みなみ市、橋を架ける"),
        ("Town &amp;amp; harbour agree | Eastmere Courier", "Town & harbour agree"),
        ("Pier plan: what we know - and what we do not", "Pier plan: what we know - and what we do not"),
        ("Storm | flood | wind", "Storm | flood | wind"),
    ],
)
def test_the_sites_name_is_cut_off_and_nothing_else(raw: str, cleaned: str) -> None:
    sites = {"가람일보", "みなみ新聞デジタル", "eastmerecourier"}
    headings = ["가람시, 다리 놓는다"] if ">" in raw else []
    assert clean_title(raw, sites=sites, headings=headings) == cleaned


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        ("By Ada Fenn and Tom Rook", ["Ada Fenn", "Tom Rook"]),
        ("Ada Fenn, Tom Rook & Jo van der Berg", ["Ada Fenn", "Tom Rook", "Jo van der Berg"]),
        ("Von Jörg Müller und Eva Šimková", ["Jörg Müller", "Eva Šimková"]),
        ("Ada Fenn, Senior Business Reporter", ["Ada Fenn"]),
        ("Ada Fenn | Updated 4 Aug 2026", ["Ada Fenn"]),
        ("ada.fenn@courier.example Ada Fenn", ["Ada Fenn"]),
        ("채하늘 기자 haneul@garam.example", ["채하늘"]),
        ("채하늘·나도움 기자", ["채하늘", "나도움"]),
        ("경제부 채하늘 선임기자", ["채하늘"]),
        ("山田太郎、森野つぐみ", ["山田太郎", "森野つぐみ"]),
        ("山田太郎記者", ["山田太郎"]),
        ("Eastmere Courier", []),
        ("Eastmere Courier Staff", []),
        ("가람일보 | 네이버", []),
        ("가람일보 편집국", []),
        ("みなみ新聞デジタル", []),
        ("News Desk", []),
        ("Reuters", []),
        ("By", []),
        ("https://www.facebook.com/courier", []),
    ],
)
def test_people_are_authors_and_houses_are_not(raw: str, names: list[str]) -> None:
    assert clean_names([raw], sites=("Eastmere Courier", "가람일보")) == names


@pytest.mark.parametrize(
    ("value", "language", "expected"),
    [
        ("2026-08-04T14:18:13+09:00", "ko", "2026-08-04T14:18:13+09:00"),
        ("2026-08-04 14:18", "ko", "2026-08-04T14:18:00+09:00"),
        ("2026.08.04. 오후 2:18", "ko", "2026-08-04T14:18:00+09:00"),
        ("2026. 8. 4. 오전 12:05", "ko", "2026-08-04T00:05:00+09:00"),
        ("2026년 8월 4일 14시 18분", "ko", "2026-08-04T14:18:00+09:00"),
        ("20260804141813", "ko", "2026-08-04T14:18:13+09:00"),
        ("2026-08-04T20:18:00Z", "ko", "2026-08-05T05:18:00+09:00"),
        ("2026年8月4日 午後2時18分", "ja", "2026-08-04T14:18:00+09:00"),
        ("2026/08/04(火) 14:18", "ja", "2026-08-04T14:18:00+09:00"),
        ("2026-08-04T20:18:00Z", "en", "2026-08-04T20:18:00+00:00"),
        ("2026-08-04T20:18:00-04:00", "en", "2026-08-04T20:18:00-04:00"),
        ("August 4, 2026 at 8:18 p.m.", "en", "2026-08-04T20:18:00"),
        ("4. August 2026, 20:18", "de", "2026-08-04T20:18:00"),
        ("2026-08-04", "en", "2026-08-04T00:00:00"),
        ("1785874680000", "en", "2026-08-04T20:18:00+00:00"),
        ("Tue, 04 Aug 2026 20:18:05 +0900", "en", "2026-08-04T20:18:05+09:00"),
        ("Aug. 4, 2026, 8:18 p.m. ET", "en", "2026-08-04T20:18:00-04:00"),
        ("Dec. 4, 2026, 8:18 p.m. ET", "en", "2026-12-04T20:18:00-05:00"),
        ("August 4, 2026 8:18 PM (PDT)", "en", "2026-08-04T20:18:00-07:00"),
        ("Updated 8:18 PM EDT, Tue August 4, 2026", "en", "2026-08-04T20:18:00-04:00"),
        ("4 August 2026 20:18 BST", "en", "2026-08-04T20:18:00+01:00"),
        ("le 4 août 2026 à 20:18 et modifié", "fr", "2026-08-04T20:18:00"),
        ("04.08.2026, 20:18 Uhr", "de", "2026-08-04T20:18:00"),
        ("令和8年8月4日 14時18分", "ja", "2026-08-04T14:18:00+09:00"),
        ("令和元年8月4日", "ja", "2019-08-04T00:00:00+09:00"),
        ("version 10.04.2026.1", "en", None),
        ("2026-13-45", "en", None),
        ("yesterday", "en", None),
    ],
)
def test_times_are_read_as_the_page_means_them(value: str, language: str, expected: str | None) -> None:
    found = parse_time(value, language)
    assert (found.isoformat() if found else None) == expected


@given(st.integers(800_000_000, 4_000_000_000), st.sampled_from(["ko", "ja", "en"]))
def test_iso_times_survive(second: int, language: str) -> None:
    stated = datetime.fromtimestamp(second, tz=UTC)
    assert parse_time(stated.isoformat(), language) == stated


@given(st.text(max_size=60))
def test_any_string_is_a_time_or_none(value: str) -> None:
    parse_time(value, "ko")


def test_graphs_lists_and_references_in_json_ld() -> None:
    graph = {
        "@graph": [
            {"@type": "WebSite", "name": "Eastmere Courier"},
            {"@type": "Person", "@id": "#ada", "name": "Ada Fenn"},
            {
                "@type": ["NewsArticle", "Thing"],
                "headline": pages.ENGLISH_TITLE,
                "author": [{"@id": "#ada"}, {"@type": "Organization", "name": "Eastmere Courier"}],
                "datePublished": "2026-08-04T08:00:00+01:00",
                "dateModified": "2026-08-04T09:30:00+01:00",
                "alternativeHeadline": "Planks gone, plans drawn",
            },
        ]
    }
    page = pages.english(extra=pages.json_ld([graph])).replace("<p>By Ada Fenn and Tom Rook</p>", "")
    article = read_html(page.encode(), url=URL)
    assert article.authors == ("Ada Fenn",)
    assert article.published_at is not None
    assert article.published_at.isoformat() == "2026-08-04T08:00:00+01:00"
    assert article.modified_at is not None
    assert article.modified_at.isoformat() == "2026-08-04T09:30:00+01:00"
    assert article.deck == "Planks gone, plans drawn"


def test_broken_json_ld_is_repaired_or_passed_over() -> None:
    trailing_comma = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Pier","datePublished":"2026-08-04",}</script>'
    published_at = read_html(pages.english(extra=trailing_comma).encode()).published_at
    assert published_at is not None
    assert published_at.date().isoformat() == "2026-08-04"
    beyond_repair = '<script type="application/ld+json">{"@type": [[[</script>'
    assert read_html(pages.english(extra=beyond_repair).encode()).title == pages.ENGLISH_TITLE


def test_image_and_address_are_absolute() -> None:
    extra = '<meta property="og:image" content="/img/pier.jpg"><link rel="canonical" href="/news/pier?id=7">'
    article = read_html(pages.english(extra=extra).encode(), url=URL)
    assert article.lead_image == "https://www.eastmere-courier.example/img/pier.jpg"
    assert article.url == "https://www.eastmere-courier.example/news/pier?id=7"


@pytest.mark.parametrize("href", ["/", "javascript:alert(1)", "http://[::1", "https://other.example/"])
def test_a_useless_canonical_link_leaves_the_address_as_it_was(href: str) -> None:
    page = pages.english(extra=f'<link rel="canonical" href="{href}">')
    assert read_html(page.encode(), url=URL).url == URL


def test_the_language_is_the_texts_own() -> None:
    page = pages.nd_soft().replace('lang="ko"', 'lang="en"')
    assert read_html(page.encode()).language == "ko"


def test_the_registration_day_in_the_footer_is_no_publication_day() -> None:
    page = pages.nd_soft().replace('<meta property="article:published_time" content="2026-08-04T14:18:13+09:00">', "")
    published_at = read_html(page.encode()).published_at
    assert published_at is None


def test_whom_the_page_calls_its_editor_is_not_the_author():
    page = (
        '<html lang="id"><head><title>Panen raya</title><script type="application/ld+json">{"@context":"https://schema.org",'
        '"@type":"NewsArticle","headline":"Panen raya dimulai","author":{"@type":"Person","name":"Rudi Hartono"}}</script></head>'
        '<body><article><h1>Panen raya dimulai</h1><div class="author-2">Dewi Lestari</div>'
        + "<p>Petani di Karang Sari mulai memanen padi pada Senin pagi, dua pekan lebih awal dari tahun lalu.</p>" * 6
        + '<div class="info-author">Editor : <a href="/author/12">Rudi Hartono</a></div></article></body></html>'
    )
    assert read_html(page.encode()).authors == ("Dewi Lestari",)


@pytest.mark.parametrize(
    ("line", "hour"),
    [
        ('<span class="media_end_head_info_datestamp_time" data-date-time="2026-08-04 14:18:13">2026.08.04.</span>', (14, 18, 13)),
        ('<span class="media_end_head_info_datestamp_time">2026.08.04. 오후 2:18</span>', (14, 18, 0)),
        ('<span class="news_date">2026-08-04 14:18</span><span class="news_date">2026-08-04 16:00</span>', (14, 18, 0)),
        ('<span class="news_date">수정 2026-08-04 16:00</span><span class="news_date">2026-08-04 14:18</span>', (14, 18, 0)),
        ('<span class="news_date">2026.08.04</span>', (0, 0, 0)),
    ],
)  # fmt: skip
def test_the_line_under_the_headline_keeps_its_time_of_day(line, hour):
    page = pages.head(pages.KOREAN_TITLE) + f"<article><h1>{pages.KOREAN_TITLE}</h1>{line}"
    page += "".join(f"<p>{text}</p>" for text in pages.KOREAN) + "</article></body></html>"
    published = read_html(page.encode(), url=None).published_at
    assert published is not None
    assert published.isoformat() == "2026-08-04T{:02}:{:02}:{:02}+09:00".format(*hour)
