"""The free beginning of a paid article is refused as that; a complete article of a paying site is read."""

from __future__ import annotations

import pytest

from newsforge.adapters.readers.errors import Paywall
from newsforge.adapters.readers.html import read_html
from tests.adapters.readers.html import pages

WALLS = {
    "en": (
        "Subscribe to continue reading. Already a subscriber? Log in.",
        "To continue reading this article, create a free account.",
        "You have reached your limit of free articles this month.",
        "You've read all of your free articles. Start your free trial.",
        "This story is for subscribers only.",
        "Continue reading with a digital subscription.",
        "Log in or register to read the full story.",
        "The rest of this article is available to members.",
        "This is premium content. Unlock the full article.",
    ),
    "ko": (
        "이 기사는 유료회원 전용입니다.",
        "로그인 후 기사 전문을 볼 수 있습니다.",
        "유료회원 전용 기사입니다.",
        "구독하시면 나머지 내용을 이어서 읽을 수 있습니다.",
        "이 콘텐츠는 구독자만 볼 수 있습니다.",
        "무료 기사를 모두 읽으셨습니다. 계속 읽으려면 구독해 주세요.",
        "전체 기사를 보려면 로그인하세요.",
    ),
    "ja": (
        "この記事は会員限定です。残り1234文字",
        "ここから先は有料会員の方のみご覧いただけます。",
        "続きを読むには会員登録が必要です。",
        "有料会員限定記事",
        "残り：2,345文字（全文：2,800文字）",
        "ログインして続きを読む",
        "会員登録すると続きをお読みいただけます。",
    ),
}
OPENING = {"en": pages.ENGLISH[0], "ko": pages.KOREAN[0], "ja": pages.JAPANESE[0]}
WHOLE = {"en": pages.ENGLISH, "ko": pages.KOREAN, "ja": pages.JAPANESE}
TITLES = {"en": pages.ENGLISH_TITLE, "ko": pages.KOREAN_TITLE, "ja": pages.JAPANESE_TITLE}
CASES = [(language, wall) for language, walls in WALLS.items() for wall in walls]
_LONGER = "The ferry carried 210,000 people last year, more than in any year since the bridge was closed to cars. "


def _page(language: str, main: str, *, extra: str = "", after: str = "") -> str:
    title = TITLES[language]
    return (
        pages.head(title, language=language, extra=extra)
        + f"<article><h1>{title}</h1>{main}</article>{after}</body></html>"
    )


def _is_refused(page: str) -> bool:
    try:
        read_html(page.encode(), url="https://courier.example/news/48210")
    except Paywall as error:
        return "paste" in error.remedy
    return False


@pytest.mark.parametrize(("language", "wall"), CASES)
def test_a_wall_after_the_article_is_named(language: str, wall: str) -> None:
    assert _is_refused(_page(language, f"<p>{OPENING[language]}</p>", after=f"<div class='wall'><p>{wall}</p></div>"))


@pytest.mark.parametrize(("language", "wall"), CASES)
@pytest.mark.parametrize("opening", [True, False], ids=["with its lead", "bare"])
def test_a_wall_in_the_article_is_named(language: str, wall: str, *, opening: bool) -> None:
    lead = f"<p>{OPENING[language]}</p>" if opening else ""
    assert _is_refused(_page(language, f"{lead}<div><p>{wall}</p><button>OK</button></div>"))


@pytest.mark.parametrize("language", OPENING)
def test_what_schema_org_says_is_paid_and_short_is_refused(language: str) -> None:
    extra = pages.json_ld({"@type": "NewsArticle", "headline": TITLES[language], "isAccessibleForFree": False,
                           "hasPart": {"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": ".paid"}})  # fmt: skip
    assert _is_refused(_page(language, f"<p>{OPENING[language]}</p>", extra=extra))


def test_a_long_beginning_that_breaks_off_is_refused() -> None:
    main = "".join(f"<p>{line}</p>" for line in pages.ENGLISH) + f"<p>{_LONGER * 3}The company has now…</p>"
    assert _is_refused(_page("en", main, after="<div><p>Subscribe to read the full story.</p></div>"))


def test_the_words_that_schema_org_counts_are_missed() -> None:
    extra = pages.json_ld(
        {"@type": "NewsArticle", "headline": TITLES["en"], "isAccessibleForFree": False, "wordCount": 900}
    )
    main = "".join(f"<p>{line}</p>" for line in pages.ENGLISH) + f"<p>{_LONGER * 4}</p>"
    assert _is_refused(_page("en", main, extra=extra))
    assert not _is_refused(_page("en", main, extra=extra.replace("900", "130")))


@pytest.mark.parametrize("language", OPENING)
def test_a_short_paid_article_that_is_all_there_is_read(language: str) -> None:
    extra = pages.json_ld({"@type": "NewsArticle", "headline": TITLES[language], "isAccessibleForFree": False,
                           "hasPart": {"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": ".paid"}})  # fmt: skip
    main = f"<div class='paid'>{''.join(f'<p>{line}</p>' for line in WHOLE[language])}</div>"
    assert not _is_refused(_page(language, main, extra=extra))


@pytest.mark.parametrize(
    "banner",
    [
        "<nav><a href='/m'>Members only</a> <a href='/s'>Subscribe to read</a></nav>",
        "<footer><p>Already a subscriber? Sign in to continue reading.</p></footer>",
        "<aside><ul><li><a href='/1'>Subscribers only: the harbour files</a></li></ul></aside>",
        "<div><p>You have 3 free articles left this month.</p></div>",
        "<nav>유료회원 전용 기사</nav><ul><li><a href='/2'>会員限定記事</a></li></ul>",
    ],
)
def test_what_stands_on_every_page_refuses_no_flash_news(banner: str) -> None:
    page = pages.flash().replace("<footer>", f"{banner}<footer>")
    assert read_html(page.encode()).text
