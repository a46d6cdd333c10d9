"""Whatever the bytes are: an article or a refusal, and an end."""

from __future__ import annotations

import json
import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsforge.adapters.readers.html import read_html
from newsforge.adapters.readers.html.boilerplate import find_reason, sift
from newsforge.adapters.readers.html.korean_bylines import korean_authors
from newsforge.adapters.readers.html.taming import MAX_DEPTH, tame
from newsforge.engine.article import Article
from newsforge.kit.errors import NewsforgeError
from tests.adapters.readers.html import pages

#: The rule is that it ends: an unguarded parser takes minutes for these, a quiet machine some seconds of its processor.
LIMIT_S = 30.0
MANY = 100_000
STORY = "".join(f"<p>{line}</p>" for line in pages.ENGLISH)


def read(data: bytes) -> Article | None:
    started = time.process_time()
    try:
        return read_html(data, url="https://courier.example/news/1")
    except NewsforgeError:
        return None
    finally:
        assert time.process_time() - started < LIMIT_S


HOSTILE: dict[str, Callable[[], str]] = {
    "deep nesting": lambda: "<div>" * MANY + STORY,
    "deep nesting, closed": lambda: "<div>" * MANY + STORY + "</div>" * MANY,
    "formatting that is never closed": lambda: "".join(f"<p><b id={number}>x" for number in range(MANY // 10)) + STORY,
    "misnested formatting": lambda: "<a><b><div>" * (MANY // 10) + "</a></b>" * 100 + STORY,
    "tables in tables": lambda: "<table><tr><td>" * (MANY // 10) + STORY,
    "attributes without end": lambda: f"<div {' '.join(f'a{n}=1' for n in range(MANY))}>{STORY}</div>",
    "one huge attribute": lambda: f'<div data-x="{"y" * 3_000_000}">{STORY}</div>',
    "three megabytes in one paragraph": lambda: "<article><p>" + "The council met again on Monday. " * 94_000,
    "many paragraphs": lambda: "<article>" + STORY * 8_000,
    "one word": lambda: f"<article>{STORY}<p>다{'a' * 1_000_000}</p>",
    "null bytes": lambda: pages.english().replace("o", "o\x00"),
    "entities within entities": lambda: (
        "<!DOCTYPE x [" + "".join(f'<!ENTITY a{n} "&a{n - 1};&a{n - 1};">' for n in range(1, 40)) + "]>&a39;" + STORY
    ),
    "no closing tags": lambda: "<html><body><article><p>" + "<p>".join(pages.ENGLISH),
    "comments that never end": lambda: "<!--" * MANY + STORY,
    "scripts that never end": lambda: STORY + "<script>" * MANY,
    "quotes that never end": lambda: STORY + "<a href='" * MANY,
    "deep JSON": lambda: f'<script type="application/ld+json">{"[" * MANY}</script>' + STORY,
    "wide JSON": lambda: (
        '<script type="application/ld+json">'
        + json.dumps([{"@type": "NewsArticle", "headline": str(n)} for n in range(50_000)])
        + "</script>"
        + STORY
    ),
    "a long number in JSON": lambda: (
        f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":{"9" * 100_000}}}</script>' + STORY
    ),
    "a style sheet without braces": lambda: f"<style>{'a ' * 200_000}</style>" + STORY,
    "rules without end": lambda: (
        "<style>" + "".join(f".c{n}{{display:none}}" for n in range(30_000)) + "</style>" + STORY
    ),
    "many links": lambda: (
        "".join(f'<a href="/{n}">A headline of another article, number {n}</a> ' for n in range(30_000)) + STORY
    ),
    "streamed rows that lie about their length": lambda: (
        '<script>self.__next_f.push([1,"1:Tffffffff,x"])</script>' + STORY
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_markup_ends(name: str) -> None:
    read(f"<html><head><title>t</title></head><body>{HOSTILE[name]()}".encode())


@pytest.mark.parametrize(
    "name", ["deep nesting", "attributes without end", "one huge attribute", "no closing tags", "null bytes"]
)
def test_the_story_in_hostile_markup_is_found(name: str) -> None:
    article = read(f"<html><head><title>t</title></head><body>{HOSTILE[name]()}".encode())
    assert article is not None
    assert pages.ENGLISH[3] in article.text


def test_ordinary_markup_is_left_as_it_is() -> None:
    for page in (pages.naver(), pages.daum(), pages.next_stream(), pages.english()):
        assert tame(page) == page


@given(
    st.lists(
        st.sampled_from(["<div>", "</div>", "<b>", "</b>", "<p>", "text", "<a href='>'>", "</a>", "<br>", "<td>"]),
        max_size=400,
    )
)
def test_taming_bounds_the_depth_and_keeps_the_text(pieces: list[str]) -> None:
    page = "<div>" * MAX_DEPTH + "".join(pieces)
    assert tame(page).count("text") == page.count("text")


PIECES = st.sampled_from(
    [
        "<div>", "</div>", "<p>", '"', "'", "<", ">", "&", "&#xD800;", "&#0;", "<script>", "</script>", "<!--", "-->", "\x00", "\ufffd", "\u202e",
        "<table><tr>", "<svg>", "<template>", "<select>", "<plaintext>", "<style>.a{", '<meta charset="rot13">', '<meta name="author" content="&#0;">',
        '<link rel="canonical" href="http://[::1">', '<time datetime="99999-99-99">', "<article>", "<h1>", "입력 2026.13.45 99:99", "채하늘 기자",
        pages.KOREAN[0], pages.ENGLISH[0], pages.JAPANESE[0],
        pages.json_ld([{"@type": ["Article", None, 3], "headline": 5, "author": [None, [["x"]], 3], "publisher": [3], "isAccessibleForFree": [], "articleBody": {"a": 1}, "@id": [1], "image": [[{}]], "datePublished": {}}]),
        '<script>Fusion.globalContent={"content_elements":[{"type":"text","content":5},null,3],"credits":{"by":3},"headlines":5,"display_date":9e30};</script>',
        '<script id="__NEXT_DATA__">{"a":[{"title":3,"body":["x"],"createdAt":"0000-00-00T99:99"}]}</script>',
    ]
)  # fmt: skip


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from([pages.naver, pages.arc, pages.next_stream, pages.japanese, pages.english]),
    st.lists(st.tuples(st.floats(0, 1), st.one_of(PIECES, st.binary(max_size=6))), max_size=12),
    st.floats(0.2, 1),
)
def test_mutated_pages_give_an_article_or_a_refusal(
    page: Callable[[], str], cuts: list[tuple[float, str | bytes]], end: float
) -> None:
    data = page().encode()
    for place, piece in cuts:
        position = int(place * len(data))
        data = (
            data[:position] + (piece if isinstance(piece, bytes) else piece.encode(errors="replace")) + data[position:]
        )
    article = read(data[: int(end * len(data))])
    if article is not None:
        assert article.text
        assert article.language
        assert all(article.text[each.start : each.end] == each.text for each in article.sentences)
        json.dumps([article.text, article.title, article.deck, article.authors, article.site]).encode()


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=600))
def test_any_bytes_give_an_article_or_a_refusal(data: bytes) -> None:
    read(data)


@given(st.text(alphabet="가나 기자·,/()[]=<>@.a1다", max_size=260))
def test_line_rules_do_not_run_away(text: str) -> None:
    started = time.process_time()
    find_reason(text, first=True, last=True)
    korean_authors([text])
    assert time.process_time() - started < 1


def test_sifting_keeps_prose() -> None:
    for story in (pages.KOREAN, pages.ENGLISH, pages.JAPANESE):
        kept, gone = sift(story, title="")
        assert (kept, gone) == (list(story), [])
