"""Pages that list articles, in the layouts that sections, searches, tags, rankings, tickers and forums use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True)
class Teaser:
    title: str
    lead: str


def _teasers(language: str) -> list[Teaser]:
    places, changes, lead = {
        "ko": (
            ("가람시", "다온군", "라온시", "마루군"),
            ("시립도서관 세 곳 고친다", "버스 요금 올린다", "새 다리 이름 공모한다"),
            "{place}가 4일 기자회견을 열고 이 같은 계획을 밝혔다. 주민 1만2천명이 내년부터",
        ),
        "en": (
            ("Eastmere", "Westholt", "Northgate", "Southwick"),
            ("rebuilds its ferry pier after storm", "raises bus fares by a tenth", "asks residents to name new bridge"),
            "The council of {place} said on Tuesday that the plan would go ahead in March. Residents had asked for",
        ),
        "ja": (
            ("みなみ市", "ひがし町", "きたの市", "にしの町"),
            ("、図書館三館を改修へ", "、バス運賃を値上げへ", "、新しい橋の名前を募集"),
            "{place}は四日、計画を発表した。工事は来年三月に始まり、住民およそ一万人が",
        ),
    }[language]
    glue = "" if language == "ja" else " "
    return [Teaser(f"{place}{glue}{change}", lead.format(place=place)) for change in changes for place in places]


TEASERS = {language: _teasers(language) for language in ("ko", "en", "ja")}
_SECTION = {
    "ko": ("정치", "가람일보", "3시간 전", "채하늘 기자"),
    "en": ("Local news", "Eastmere Courier", "3 hours ago", "By Ada Fenn"),
    "ja": ("地域", "みなみ新聞", "3時間前", "森野つぐみ記者"),
}


def page(main: str, *, language: str, og_type: str | None = None, extra: str = "", title: str = "") -> str:
    section, site, _, _ = _SECTION[language]
    kind = f'<meta property="og:type" content="{og_type}">' if og_type else ""
    name = title or section
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{name} | {site}</title>'
        f'<meta property="og:title" content="{name}"><meta property="og:site_name" content="{site}">{kind}{extra}</head>'
        f"<body><header><a href='/'>{site}</a></header><main><h1>{name}</h1>{main}</main>"
        f"<footer><p>ⓒ {site}</p></footer></body></html>"
    )


def linked_headlines(number: int, teaser: Teaser, _: str) -> str:
    return f'<li><h3><a href="/n/{number}">{teaser.title}</a></h3><p>{teaser.lead}…</p></li>'


def whole_cards(number: int, teaser: Teaser, language: str) -> str:
    _, _, stamp, author = _SECTION[language]
    return (
        f'<article class="card"><a href="/n/{number}"><img src="/{number}.jpg" alt=""><h2>{teaser.title}</h2>'
        f"<p>{teaser.lead}.</p><span>{author}</span> <time>{stamp}</time></a></article>"
    )


def clicked_divs(number: int, teaser: Teaser, language: str) -> str:
    stamp = _SECTION[language][2]
    return (
        f'<div class="item" onclick="location.href=\'/n/{number}\'"><div class="tit">{teaser.title}</div>'
        f'<div class="lede">{teaser.lead}...</div><div class="when">{stamp}</div></div>'
    )


def plain_divs(_: int, teaser: Teaser, language: str) -> str:
    stamp, author = _SECTION[language][2:]
    return (
        f'<div class="row"><div class="tit">{teaser.title}</div><div class="lede">{teaser.lead}.</div>'
        f'<div class="by">{author}</div><div class="when">{stamp}</div></div>'
    )


def table_rows(number: int, teaser: Teaser, language: str) -> str:
    author = _SECTION[language][3]
    return (
        f'<tr><td>{number}</td><td><a href="/t/{number}">{teaser.title}</a></td><td>{author}</td><td>{number * 7}</td>'
        "<td>2026-08-04</td></tr>"
    )


def ranked(number: int, teaser: Teaser, _: str) -> str:
    return f'<li><em>{number}</em> <a href="/n/{number}">{teaser.title}</a></li>'


def ticker(number: int, teaser: Teaser, _: str) -> str:
    return f'<dl><dt>14:{number + 10}</dt><dd><a href="/n/{number}">{teaser.title}</a></dd><dd>{teaser.lead}.</dd></dl>'


def searched(number: int, teaser: Teaser, language: str) -> str:
    stamp = _SECTION[language][2]
    return (
        f'<div class="result"><a class="tit" href="/n/{number}">{teaser.title}</a><span>{stamp}</span>'
        f'<p class="desc">… {teaser.lead} …</p><a class="src" href="/s/{number}">courier.example</a></div>'
    )


def flat(number: int, teaser: Teaser, _: str) -> str:
    return f'<h3><a href="/n/{number}">{teaser.title}</a></h3><p>{teaser.lead}.</p>'


def defined(number: int, teaser: Teaser, language: str) -> str:
    stamp = _SECTION[language][2]
    return f'<dt><a href="/n/{number}">{teaser.title}</a></dt><dd>{teaser.lead}…</dd><dd class="when">{stamp}</dd>'


def broken_lines(number: int, teaser: Teaser, language: str) -> str:
    stamp = _SECTION[language][2]
    return f'<p><a href="/n/{number}"><b>{teaser.title}</b></a></p><p>{teaser.lead}.</p><p><small>{stamp}</small></p>'


Layout = Callable[[int, Teaser, str], str]
LAYOUTS: tuple[Layout, ...] = (
    linked_headlines,
    whole_cards,
    clicked_divs,
    plain_divs,
    table_rows,
    ranked,
    ticker,
    searched,
    flat,
    defined,
    broken_lines,
)
_AROUND = {"table_rows": "table", "linked_headlines": "ul", "ranked": "ol", "defined": "dl"}


def list_of(teasers: list[Teaser], layout: Layout, language: str) -> str:
    items = "".join(
        layout(number, Teaser(escape(each.title), escape(each.lead)), language)
        for number, each in enumerate(teasers, start=1)
    )
    around = _AROUND.get(layout.__name__, "div")
    return f"<{around}>{items}</{around}>"
