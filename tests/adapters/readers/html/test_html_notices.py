"""What a site shows in place of an article gives one error that says what it was and what to do."""

from __future__ import annotations

import pytest

from newsforge.adapters.readers.errors import NoArticle
from newsforge.adapters.readers.html import read_html
from tests.adapters.readers.html import pages

_NAV = "<nav><a href='/1'>News</a> <a href='/2'>Sport</a></nav>"
_ARTICLE_TYPE = '<meta property="og:type" content="article">'

#: language, title, text, and a word of the error's sentence
NOTICES = (
    ("en", "Page not found | Courier", "We couldn't find the page you were looking for. It may have been moved or deleted.", "exist"),
    ("en", "404", "Sorry, this story is gone. Try our front page or search for something else.", "exist"),
    ("en", "Courier", "The page you requested is no longer here. Use the search to find other stories.", "exist"),
    ("ko", "페이지를 찾을 수 없습니다", "요청하신 페이지를 찾을 수 없습니다. 주소를 다시 확인해 주세요.", "exist"),
    ("ko", "가람일보", "존재하지 않는 기사입니다. 기사가 삭제되었거나 주소가 변경되었을 수 있습니다.", "exist"),
    ("ja", "みなみ新聞", "お探しのページは見つかりませんでした。移動または削除された可能性があります。", "exist"),
    ("en", "Just a moment...", "Checking your browser before you go on to courier.example. This takes a few seconds.", "person"),
    ("en", "Courier", "Please verify you are human by completing the action below. Courier needs to review your connection.", "person"),
    ("ko", "보안 확인", "자동입력 방지 문자를 입력해 주세요. 비정상적인 접근이 감지되었습니다.", "person"),
    ("ja", "アクセス確認", "通常と異なるアクセスを検知しました。「私はロボットではありません」にチェックを入れてください。", "person"),
    ("en", "Courier", "Please enable JavaScript to read this site. Your browser does not run scripts at the moment.", "scripts"),
    ("ko", "가람일보", "이 사이트는 자바스크립트를 활성화해야 이용할 수 있습니다. 설정을 바꿔 주세요.", "scripts"),
    ("ja", "みなみ新聞", "JavaScriptを有効にしてください。設定の方法はヘルプをご覧ください。", "scripts"),
    ("en", "Unavailable", "This content is not available in your region. We are working on a version that is.", "here"),
    ("ko", "서비스 점검 안내", "더 나은 서비스를 위해 점검 중입니다. 4일 오전 6시에 다시 열립니다.", "here"),
    ("ja", "メンテナンス中", "ただいまメンテナンスを行っております。しばらくしてからアクセスしてください。", "here"),
    ("en", "Log in to your account | Courier", "Welcome back. Enter your e-mail address and password to go on.", "log in"),
    ("ko", "로그인 | 가람일보", "서비스를 이용하시려면 로그인이 필요합니다. 아이디와 비밀번호를 입력해 주세요.", "log in"),
    ("ja", "ログイン｜みなみ新聞", "メールアドレスとパスワードを入力してください。お忘れの方はこちらへ。", "log in"),
)  # fmt: skip
CONSENT = (
    ("en", "We value your privacy. We and our partners store cookies on your device to show personalised content and ads.", "Accept all"),
    ("ko", "저희와 협력사는 쿠키를 사용해 맞춤형 광고를 제공합니다. 개인정보 처리에 동의해 주세요.", "모두 동의"),
    ("ja", "当サイトではクッキーを利用しています。プライバシーポリシーに同意のうえご利用ください。", "すべて同意する"),
)  # fmt: skip
GOODS = (
    (
        "en",
        "This kettle boils 1.7 litres in four minutes. It comes with a filter and a two-year guarantee.",
        "$49.90",
        "Add to cart",
    ),
    ("ko", "이 주전자는 1.7리터를 4분 만에 끓입니다. 필터와 2년 보증이 함께 제공됩니다.", "49,900원", "장바구니 담기"),
    (
        "ja",
        "このやかんは1.7リットルを四分で沸かします。フィルターと二年保証が付いています。",
        "4,990円",
        "カートに入れる",
    ),
)


def _page(title: str, main: str, *, language: str = "en", extra: str = "") -> str:
    return (
        f'<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>{extra}</head>'
        f"<body>{_NAV}<main><h1>{title}</h1>{main}</main></body></html>"
    )


def refusal(page: str) -> NoArticle:
    with pytest.raises(NoArticle) as caught:
        read_html(page.encode(), url="https://courier.example/news/48210")
    assert caught.value.remedy
    return caught.value


@pytest.mark.parametrize("notice", NOTICES, ids=lambda notice: f"{notice[0]} {notice[1]}")
@pytest.mark.parametrize("extra", ["", _ARTICLE_TYPE], ids=["silent", "article by template"])
def test_a_notice_says_what_it_is(notice: tuple[str, str, str, str], extra: str) -> None:
    language, title, text, word = notice
    page = _page(title, "".join(f"<p>{part}</p>" for part in (text, text)[:1]), language=language, extra=extra)
    assert word in refusal(page).message


@pytest.mark.parametrize(("language", "text", "button"), CONSENT)
def test_a_wall_of_consent_is_no_article(language: str, text: str, button: str) -> None:
    page = _page("Courier", f"<div><p>{text}</p><p>{text} 1</p><button>{button}</button></div>", language=language)
    assert "cookies" in refusal(page).message


@pytest.mark.parametrize(("language", "text", "price", "button"), GOODS)
def test_goods_are_no_article(language: str, text: str, price: str, button: str) -> None:
    main = f"<p>{text}</p><p>{price}</p><button>{button}</button>"
    assert "sells" in refusal(_page("Kettle K7", main, language=language)).message
    stated = pages.json_ld({"@type": "Product", "name": "Kettle K7", "offers": {"@type": "Offer", "price": "49.90"}})
    assert "sells" in refusal(_page("Kettle K7", f"<p>{text}</p>", language=language, extra=stated)).message


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Page not found: how a town lost its archive",
         ("The archive of Eastmere went offline on Tuesday. Visitors saw an error in place of 40,000 documents. "
         "“We will restore every page,” said Nora Quill, who keeps the archive. The council has called in two engineers. "
         "They expect to need a week. Until then readers can ask for copies at the town hall, where paper files are kept.")),
        ("Courier drops cookies",
         ("The Courier will stop setting cookies in March, its publisher said. Readers had complained about banners. "
         "The paper expects to lose 4 percent of its income from advertising and plans to win 2,000 members.")),
        ("Access denied: reporters kept out of council meeting",
         ("Reporters were turned away from the council meeting in Eastmere on Tuesday. The mayor cited a lack of seats. "
         "Two papers have complained to the county, which has asked for a statement. The next meeting is open to all. "
         "Tickets are drawn by lot, the town said, and one row will be kept free for the press.")),
    ],
)  # fmt: skip
def test_news_about_such_pages_is_read(title: str, text: str) -> None:
    page = _page(title, f"<p>{text}</p>", extra=_ARTICLE_TYPE)
    assert read_html(page.encode(), url="https://courier.example/news/48210").text
