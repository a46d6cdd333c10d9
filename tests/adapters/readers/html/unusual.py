"""Real articles that look like something else: short, in pieces, full of links, or all in a table."""

from __future__ import annotations

import json

from tests.adapters.readers.html import lists, pages

_PUBLISHED = '<meta property="article:published_time" content="2026-08-04T14:18:00+09:00">'
_LINKS = "".join(
    f'<li><a href="/r/{number}">{teaser.title}</a><p>{teaser.lead}…</p></li>'
    for language in ("ko", "en")
    for number, teaser in enumerate(lists.TEASERS[language])
)


def _page(
    title: str, body: str, *, language: str, metadata: bool = True, after: str = "", og_type: str | None = "article"
) -> str:
    """``metadata``: with the publication time; else only the title, the type and the visible byline."""
    kind = f'<meta property="og:type" content="{og_type}">' if og_type else ""
    byline = {
        "ko": "채하늘 기자 | 입력 2026-08-04 14:18",
        "en": "By Ada Fenn | 4 August 2026",
        "ja": "2026年8月4日 14:18",
    }
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta property="og:title" content="{title}">{kind}{_PUBLISHED if metadata else ""}</head><body>'
        f'<article><h1>{title}</h1><p class="byline">{byline[language]}</p>{body}</article>{after}</body></html>'
    )


def _flash(*, metadata: bool) -> str:
    return _page(
        "[속보] 가람시 전역 정전",
        "<p>4일 오전 9시 40분께 가람시 전역에서 전기가 끊겼다.</p><p>시는 원인을 찾고 있다고 밝혔다.</p>",
        language="ko",
        metadata=metadata,
        after=f"<aside><ul>{_LINKS}</ul></aside>",
    )


def _outage(*, metadata: bool) -> str:
    """Flash news about what notices speak of."""
    return _page(
        "가람시 누리집 접속 장애…'로그인' 30분간 안 돼",
        "<p>가람시 누리집이 4일 오전 30분 동안 열리지 않았다. 접속한 시민에게는 '페이지를 찾을 수 없다'는 안내만 나왔다.</p>"
        "<p>시 관계자는 쿠키 설정이 잘못돼 로그인이 막혔다며 개인정보는 새지 않았다고 설명했다.</p>",
        language="ko",
        metadata=metadata,
    )


def _listicle(*, metadata: bool) -> str:
    items = "".join(
        f"<div class='entry'><h2>{number}. <a href='/shop/{number}'>{name}</a></h2><img src='/{number}.jpg' alt=''><p>{name} opened in "
        f"{1990 + number} and bakes {number * 110} loaves a day. Its owners buy flour from farms in the valley. On Saturdays the queue "
        "reaches the river.</p></div>"
        for number, name in enumerate(
            ("Old Mill Bakery", "Harbour Oven", "Third Rise", "The Corner Loaf", "Northgate Bread"), 1
        )
    )
    return _page("The five best bakeries in Eastmere", items, language="en", metadata=metadata)


def _interview(*, metadata: bool) -> str:
    answers = "".join(
        f"<div class='qa'><p><strong>- {question}</strong></p><p>“{answer}”</p></div>"
        for question, answer in (
            ("도서관을 왜 고치나?", "비가 새는 서고부터 손보려는 것이다. 책은 한 권도 버리지 않는다."),
            ("공사는 언제 끝나나?", "내년 3월에 시작해 11월에 마친다. 그동안 임시 열람실을 연다."),
            ("예산은 충분한가?", "48억원이면 된다. 모자라면 시의회와 다시 상의하겠다."),
            ("시민에게 하고 싶은 말은?", "불편하더라도 조금만 기다려 달라. 더 나은 도서관으로 돌려드리겠다."),
        )
    )
    return _page("윤다온 관장 “책 한 권도 안 버린다”", answers, language="ko", metadata=metadata)


def _liveblog(*, metadata: bool) -> str:
    entries = "".join(
        f"<div class='entry'><time>14:{minute}</time><h3>{head}</h3><p>{text}</p></div>"
        for minute, head, text in (
            (
                52,
                "Last train leaves",
                "The last train to Eastmere left at 14:50 with 310 people on board. No more will run today, the company said.",
            ),
            (
                41,
                "Bridge closed",
                "Police have closed the old bridge to all traffic. Drivers are sent over Westholt, which takes twenty minutes longer.",
            ),
            (
                33,
                "First flooding",
                "Water has entered cellars in Mill Street. The fire brigade is pumping in six houses, its chief told the Courier.",
            ),
            (
                20,
                "Warning raised",
                "The weather service raised its warning to red at 14:15. It expects 80 litres of rain until the evening.",
            ),
            (
                10,
                "Schools send pupils home",
                "All eleven schools in the town have sent their pupils home. Buses wait at the gates, the council said.",
            ),
        )
    )
    return _page("Storm in Eastmere: what we know so far", entries, language="en", metadata=metadata)


def _briefing(*, metadata: bool) -> str:
    items = "".join(
        f"<li><a href='/n/{number}'>{teaser.title}</a><p>{teaser.title.split()[0]}가 4일 이 같은 계획을 확정했다. 시의회는 18일 예산안을 다룬다. 주민 설명회는 "
        f"이달 {number + 10}일에 연다.</p></li>"
        for number, teaser in enumerate(lists.TEASERS["ko"][:7])
    )
    intro = "<p>4일 저녁까지 들어온 주요 소식을 정리했다.</p>"
    return _page("오늘의 주요 뉴스 브리핑", f"{intro}<ul>{items}</ul>", language="ko", metadata=metadata)


def _recipe(*, metadata: bool) -> str:
    goods = "".join(f"<li>{amount}</li>" for amount in ("400 g flour", "250 ml water", "7 g yeast", "10 g salt"))
    steps = "".join(
        f"<li>{step}</li>"
        for step in (
            "Mix flour, water, yeast and salt and knead the dough for ten minutes.",
            "Let it rise under a cloth for two hours until it has doubled.",
            "Shape a loaf and bake it at 230 degrees for forty minutes.",
        )
    )
    body = (
        f"<p>This loaf needs no more than an afternoon, and it keeps for four days.</p><ul>{goods}</ul><ol>{steps}</ol>"
    )
    return _page("A plain loaf of white bread", body, language="en", metadata=metadata)


def _release_in_table(*, metadata: bool) -> str:
    rows = "".join(f"<tr><td>{line}</td></tr>" for line in pages.KOREAN)
    return _page(
        pages.KOREAN_TITLE,
        f"<table><tbody><tr><th>담당</th><td>도서관과 윤다온</td></tr>{rows}</tbody></table>",
        language="ko",
        metadata=metadata,
    )


def _among_links(*, metadata: bool) -> str:
    body = "".join(f"<p>{line}</p>" for line in pages.ENGLISH)
    return _page(
        pages.ENGLISH_TITLE,
        body,
        language="en",
        metadata=metadata,
        after=f"<section class='more'><ul>{_LINKS * 2}</ul></section>",
    )


def _japanese(*, metadata: bool) -> str:
    body = "".join(f"<p>{line}</p>" for line in pages.JAPANESE)
    return _page(
        pages.JAPANESE_TITLE,
        body,
        language="ja",
        metadata=metadata,
        after="<aside><p>会員登録はこちら</p><ul><li><a href='/1'>会員限定：港の新しい橋、名前を募集する</a></li></ul></aside>",
    )


def _of_a_wordpress_that_says_website(*, metadata: bool) -> str:
    body = "".join(f"<p>{line}</p>" for line in pages.ENGLISH)
    return _page(
        pages.ENGLISH_TITLE, body, language="en", metadata=metadata, og_type="website", after=f"<ul>{_LINKS}</ul>"
    )


def _with_related_objects(*, metadata: bool) -> str:
    """schema.org objects for the related articles, none for itself."""
    objects = [{"@type": "NewsArticle", "headline": teaser.title} for teaser in lists.TEASERS["en"]]
    return _among_links(metadata=metadata).replace(
        "</head>", f'<script type="application/ld+json">{json.dumps(objects)}</script></head>'
    )


BUILDERS = {
    "flash": (_flash, "4일 오전 9시 40분께"),
    "outage": (_outage, "30분 동안 열리지 않았다"),
    "listicle": (_listicle, "Its owners buy flour"),
    "interview": (_interview, "비가 새는 서고부터"),
    "liveblog": (_liveblog, "The fire brigade is pumping"),
    "briefing": (_briefing, "시의회는 18일 예산안을 다룬다"),
    "recipe": (_recipe, "knead the dough"),
    "release in a table": (_release_in_table, pages.KOREAN[1]),
    "among three times as many links": (_among_links, pages.ENGLISH[3]),
    "japanese": (_japanese, pages.JAPANESE[3]),
    "typed as website": (_of_a_wordpress_that_says_website, pages.ENGLISH[3]),
    "with related objects": (_with_related_objects, pages.ENGLISH[3]),
}
