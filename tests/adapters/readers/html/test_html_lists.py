"""Lists of articles are refused in every layout; an article that looks like a list is read."""

from __future__ import annotations

import pytest

from newsforge.adapters.readers.errors import NoArticle
from newsforge.adapters.readers.html import read_html
from tests.adapters.readers.html import lists, pages, unusual

URLS = (
    None,
    "https://courier.example/",
    "https://courier.example/politics",
    "https://courier.example/search?q=harbour",
)
OBJECTS = pages.json_ld(
    {
        "@type": "ItemList",
        "itemListElement": [
            {"@type": "NewsArticle", "headline": teaser.title, "datePublished": "2026-08-04"}
            for teaser in lists.TEASERS["en"]
        ],
    }
)
#: (og:type, what else stands in the head): what templates give to sections.
HEADS = {
    "silent": (None, ""),
    "website": ("website", ""),
    "modified": ("website", '<meta property="article:modified_time" content="2026-08-04T00:00:00Z">'),
    "article by template": ("article", ""),
    "objects of its cards": ("website", OBJECTS),
    "collection": ("article", pages.json_ld({"@type": "CollectionPage", "name": "Local news"})),
}


def refusal(page: str, *, url: str | None = None) -> NoArticle:
    with pytest.raises(NoArticle) as caught:
        read_html(page.encode(), url=url)
    return caught.value


@pytest.mark.parametrize("language", ["ko", "en", "ja"])
@pytest.mark.parametrize("layout", lists.LAYOUTS, ids=lambda layout: layout.__name__)
@pytest.mark.parametrize("head", HEADS)
def test_a_list_is_no_article(language: str, layout: lists.Layout, head: str) -> None:
    og_type, extra = HEADS[head]
    url = URLS[(len(head) + len(layout.__name__)) % len(URLS)]
    main = lists.list_of(lists.TEASERS[language], layout, language)
    error = refusal(lists.page(main, language=language, og_type=og_type, extra=extra), url=url)
    assert "address" in error.remedy


@pytest.mark.parametrize("layout", lists.LAYOUTS, ids=lambda layout: layout.__name__)
def test_a_front_page_of_several_short_lists_is_no_article(layout: lists.Layout) -> None:
    teasers = lists.TEASERS["en"]
    parts = "".join(
        f"<section><h2>Part {start}</h2>{lists.list_of(teasers[start : start + 3], layout, 'en')}</section>"
        for start in range(0, len(teasers), 3)
    )
    assert refusal(lists.page(parts, language="en", og_type="website"), url="https://courier.example/")


@pytest.mark.parametrize(
    ("language", "captions"),
    [
        ("ko", "가람시 도서관 서고를 시민들이 둘러보고 있다."),
        ("en", "Residents look at the old stacks of the library."),
        ("ja", "図書館の書庫を見学する市民ら。"),
    ],
)
@pytest.mark.parametrize("markup", ["<figure><img src='/{n}.jpg'><figcaption>{text}</figcaption></figure>",
                                    "<div class='shot'><img src='/{n}.jpg'><p>{text}</p></div>"])  # fmt: skip
def test_a_gallery_of_captions_is_no_article(language: str, captions: str, markup: str) -> None:
    shots = "".join(markup.format(n=number, text=f"{captions} ({number}/8)") for number in range(1, 9))
    assert refusal(lists.page(shots, language=language, title="Photos")).remedy


@pytest.mark.parametrize("kind", unusual.BUILDERS)
@pytest.mark.parametrize("metadata", [True, False], ids=["dated", "undated"])
def test_an_article_that_looks_like_something_else_is_read(kind: str, *, metadata: bool) -> None:
    build, told = unusual.BUILDERS[kind]
    article = read_html(build(metadata=metadata).encode(), url="https://courier.example/news/2026/08/04/48210")
    assert told in article.text
