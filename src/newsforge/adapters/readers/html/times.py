"""When a page says it was published: machine-readable places first, then the line under the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from selectolax.lexbor import LexborHTMLParser

from newsforge.adapters.readers.html.structured import Json, text_of

#: Where a page that states no zone keeps its clock. Both countries have one zone and no summer time.
_HOME_ZONES = {"ko": "Asia/Seoul", "ja": "Asia/Tokyo"}
_ISO = re.compile(
    r"(?P<y>(?:19|20)\d{2})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})\.?"
    r"(?:(?:[T\s,]|&nbsp;)\s*(?:\([^)]{1,4}\)\s*)?(?P<h>\d{1,2}):(?P<min>\d{2})(?::(?P<s>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<zone>Z|UTC|GMT|KST|JST|[+-]\d{2}:?\d{2}|[+-]\d{2}(?!\d))?)?"
)
_COMPACT = re.compile(
    r"^(?P<y>(?:19|20)\d{2})(?P<m>[01]\d)(?P<d>[0-3]\d)(?:T?(?P<h>[0-2]\d)(?P<min>\d{2})(?P<s>\d{2})?)?(?P<zone>Z|[+-]\d{2}:?\d{2})?$"
)
_EAST_ASIAN = re.compile(
    r"(?P<y>(?:19|20)\d{2})\s*[.\-/年년]\s*(?P<m>\d{1,2})\s*[.\-/月월]\s*(?P<d>\d{1,2})\s*[.日일]?"
    r"(?:\s*[\(（][^)）]{1,3}[\)）])?"
    r"(?:[\sT,|]*(?P<half>오전|오후|午前|午後|AM|PM)?\s*(?P<h>\d{1,2})\s*[:시時]\s*(?P<min>\d{1,2})?\s*분?(?::(?P<s>\d{2}))?"
    r"\s*(?P<zone>KST|JST|Z|[+-]\d{2}:?\d{2})?)?"
)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier enero gennaio", "february feb februar février febrero febbraio",
            "march mar märz mars marzo", "april apr avril abril aprile", "may mai mayo maggio",
            "june jun juni juin junio giugno", "july jul juli juillet julio luglio",
            "august aug août agosto", "september sep sept septembre septiembre settembre",
            "october oct oktober octobre octubre ottobre okt", "november nov novembre noviembre",
            "december dec dezember décembre diciembre dicembre dez",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
#: Clocks by their usual letters, in hours from UTC; of those that several countries use, the ones of English pages.
_ZONES = {
    "UTC": 0.0, "GMT": 0.0, "Z": 0.0, "KST": 9.0, "JST": 9.0, "HKT": 8.0, "SGT": 8.0, "BST": 1.0, "CET": 1.0,
    "CEST": 2.0, "EST": -5.0, "EDT": -4.0, "CST": -6.0, "CDT": -5.0, "MST": -7.0, "MDT": -6.0, "PST": -8.0,
    "PDT": -7.0,
}  # fmt: skip
#: What leaves it to the day whether it is summer time.
_PLACES = {
    "ET": "America/New_York", "CT": "America/Chicago", "MT": "America/Denver", "PT": "America/Los_Angeles",
}  # fmt: skip
_ZONE = rf"[+-]\d{{2}}:?\d{{2}}|(?-i:{'|'.join(sorted({*_ZONES, *_PLACES}, key=len, reverse=True))})\b"
_HALF = r"[AaPp]\.?[Mm]\.?"
_WRITTEN = re.compile(
    rf"(?:\b(?P<h0>\d{{1,2}}):(?P<min0>\d{{2}})\s*(?P<half0>{_HALF})(?:\s*(?P<zone0>{_ZONE}))?,?\s*(?:on\s+)?"
    rf"(?:[A-Za-z]{{3,9}}\.?,?\s+)??)?"
    rf"\b(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th|\.)?\s+(?:de\s+|of\s+)?(?P<m1>{_MONTH})\.?,?\s+(?:de\s+|"
    rf"del\s+)?(?P<y1>(?:19|20)\d{{2}})"
    rf"|(?P<m2>{_MONTH})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>(?:19|20)\d{{2}}))"
    rf"(?:,?\s*(?:at\s+|um\s+|à\s+|\|\s*|-\s*)?(?P<h>\d{{1,2}}):(?P<min>\d{{2}})(?::(?P<s>\d{{2}}))?"
    rf"(?:\s*(?P<half>{_HALF}))?(?:\s*\(?(?P<zone>{_ZONE}))?)?",
    re.IGNORECASE,
)
#: Day first, as only with dots it is sure to be: 27.11.2026, 14:03 Uhr.
_DOTTED = re.compile(
    r"(?<![\d.])(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>(?:19|20)\d{2})(?!\.?\d)(?:,?\s*(?:um\s+|\|\s*|-\s*)?(?P<h>\d{1,2})[:.](?P<min>\d{2})(?!\d))?"
)
#: The Japanese era that began in 2019.
_REIWA = re.compile(r"令和\s*(元|\d{1,2})\s*年")
_EPOCH = re.compile(r"^\d{10}(?:\d{3})?$")

_PUBLISHED_META = (
    "article:published_time", "og:article:published_time", "article:published", "og:published_time", "og:regdate",
    "datepublished", "date_published", "publishdate", "publish-date", "pubdate", "publication_date", "published_time",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
    "dc.date.issued", "dcterms.created", "dcterms.issued", "dcterms.date", "dc.date", "dc.date.created",
    "dc.terms.created", "article_date_original", "date", "displaydate", "originalpublicationdate", "ptime",
    "rnews:datepublished",
    "citation_publication_date", "citation_online_date", "artdate", "article.published", "last-published",
    "published",
    "shareaholic:article_published_time", "nextgen:date",
)  # fmt: skip
_MODIFIED_META = (
    "article:modified_time", "og:updated_time", "article:updated", "datemodified", "lastmod", "last-modified",
    "dcterms.modified", "dc.date.modified", "og:article:modified_time", "modified_time", "article.updated",
)  # fmt: skip
_PUBLISHED_NODES = (
    "._ARTICLE_DATE_TIME[data-date-time]", "[data-date-time]", "[itemprop=datePublished]", "[property='datePublished']",
    "time[pubdate]", "time.published", "time.entry-date:not(.updated)", "abbr.published", "[data-published]",
)  # fmt: skip
_MODIFIED_NODES = ("._ARTICLE_MODIFY_DATE_TIME[data-modify-date-time]", "[itemprop=dateModified]", "time.updated")
_DATE_ATTRIBUTES = ("data-date-time", "data-modify-date-time", "datetime", "content", "data-published", "title")
#: Labels of the line under a Korean or Japanese headline. Corrections come after them, so the first hit counts.
_LABELLED = re.compile(
    r"(?:(?:기사\s*)?(?:입력|승인|송고|작성|게재)|公開|配信|掲載|投稿|更新|Published|Posted|Veröffentlicht|Stand)"
    r"(?:일시?|시간|日時?|時間| on)?\s*[:：]?\s*(?P<rest>\D{0,8}\d.{5,32})"
)
#: "등록" without an hour is the day when the paper was registered, in its footer.
_REGISTERED = re.compile(
    r"(?:등록|발행)(?:일시?|시간)?\s*[:：]?\s*(?P<rest>\d{4}\D{1,3}\d{1,2}\D{1,3}\d{1,2}\D{1,6}\d{1,2}:\d{2})"
)
_MODIFIED_LABEL = re.compile(
    r"(?:수정|업데이트|갱신|更新|最終更新|Updated)(?:일시?|시간|日時?)?\s*[:：]?\s*(?P<rest>\D{0,8}\d.{5,32})"
)
_CORRECTED = re.compile(
    r"\s*(?:최종\s*)?(?:수정|업데이트|갱신|更新|最終更新|(?:last )?(?:updated|modified))", re.IGNORECASE
)
_BYLINE_NODES = (
    ".num_date, .media_end_head_info_datestamp_time, .update-time, .txt-time, .article-date, .article_date, "
    ".date, .time, .infomation, .info-text, .info_text, .byline, "
    ".article_info, .news_date, .view_info, .writer_info, .datetime, .published, .post-date, .entry-date, "
    ".postdate, .pub-date, "
    "[class*=timestamp i], [class*=pubdate i], [class*=publish i], [class*=datetime i], "
    "[class*=article-date i], [class*=articledate i], [class*=meta i] time, [class*=date i]"
)
_MAX_NODES = 60


def published_times(
    tree: LexborHTMLParser, metas: dict[str, str], articles: list[Json], language: str
) -> Iterator[datetime]:
    """Every statement of the publication time, the most trustworthy first."""
    for article in articles:
        yield from _parsed(text_of(article.get("datePublished")), language)
    for name in _PUBLISHED_META:
        yield from _parsed(metas.get(name, ""), language)
    for article in articles:
        yield from _parsed(text_of(article.get("dateCreated") or article.get("uploadDate")), language)
    yield from _from_nodes(tree, _PUBLISHED_NODES, language)
    yield from _from_lines(tree, _LABELLED, language)
    yield from _from_lines(tree, _REGISTERED, language)
    for node in tree.css("article time, header time, time")[:3]:
        for value in (node.attributes.get("datetime") or "", node.text() or ""):
            yield from _parsed(value, language)


def modified_times(
    tree: LexborHTMLParser, metas: dict[str, str], articles: list[Json], language: str
) -> Iterator[datetime]:
    for article in articles:
        yield from _parsed(text_of(article.get("dateModified")), language)
    for name in _MODIFIED_META:
        yield from _parsed(metas.get(name, ""), language)
    yield from _from_nodes(tree, _MODIFIED_NODES, language)
    yield from _from_lines(tree, _MODIFIED_LABEL, language)


def find_hour(tree: LexborHTMLParser, day: datetime, language: str) -> datetime | None:
    """The time on that day which the line under the headline states, but not that of a correction."""
    for node in tree.css(_BYLINE_NODES)[:_MAX_NODES]:
        values = [node.attributes.get(name) or "" for name in _DATE_ATTRIBUTES]
        for value in (*values, (node.text(separator=" ") or "")[:120]):
            time = None if _CORRECTED.match(value) else parse_time(value, language)
            if time is not None and time.date() == day.date() and (time.hour or time.minute):
                return time
    return None


def parse_time(value: str, language: str) -> datetime | None:
    """A zone is set only where the value states one or the language has a home zone. A machine's UTC stamp on a
    Korean or Japanese page is turned into that country's clock: its text counts days by it."""
    value = value.strip()
    if not value or len(value) > 400:
        return None
    if _EPOCH.match(value):
        return _at_home(datetime.fromtimestamp(int(value[:10]), tz=UTC), language)
    value = _REIWA.sub(lambda year: f"{2018 + (1 if year[1] == '元' else int(year[1]))}年", value)
    for pattern in (_COMPACT, _ISO, _EAST_ASIAN):
        match = pattern.search(value)
        if match:
            # Of two readings, the one that knows the hour tells more.
            other = _EAST_ASIAN.search(value) if pattern is _ISO and not match["h"] else None
            return _build((other if other and other["h"] else match).groupdict(), language)
    match = _WRITTEN.search(value)
    if not match:
        dotted = _DOTTED.search(value)
        return _build(dotted.groupdict(), language) if dotted else None
    parts = match.groupdict()
    if parts["h0"] and not parts["h"]:  # 2:03 p.m. ET, November 27, 2026
        parts |= {name: parts[f"{name}0"] for name in ("h", "min", "half", "zone")}
    month = _MONTHS[(parts["m1"] or parts["m2"]).casefold()]
    return _build(
        {**parts, "y": parts["y1"] or parts["y2"], "m": str(month), "d": parts["d1"] or parts["d2"]}, language
    )


def _build(parts: dict[str, str | None], language: str) -> datetime | None:
    hour = int(parts.get("h") or 0)
    half = (parts.get("half") or "").replace(".", "").upper()
    if half in {"오후", "午後", "PM"} and hour < 12:
        hour += 12
    elif half in {"오전", "午前", "AM"} and hour == 12:
        hour = 0
    try:
        time = datetime(  # noqa: DTZ001 -- the zone is added below where there is one
            int(parts["y"] or 0), int(parts["m"] or 0), int(parts["d"] or 0), hour % 24, int(parts.get("min") or 0),
            int(parts.get("s") or 0) % 60,
        )  # fmt: skip
    except ValueError:
        return None
    zone = parts.get("zone")
    if not zone:
        home = _HOME_ZONES.get(language)
        return time.replace(tzinfo=ZoneInfo(home)) if home else time
    return _at_home(time.replace(tzinfo=_zone(zone)), language)


def _zone(name: str) -> tzinfo:
    name = name.upper()
    if name in _PLACES:
        return ZoneInfo(_PLACES[name])
    if name in _ZONES:
        return timezone(timedelta(hours=_ZONES[name])) if _ZONES[name] else UTC
    digits = name[1:].replace(":", "")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:] or 0))
    if offset >= timedelta(hours=15):
        return UTC
    return timezone(-offset if name[0] == "-" else offset)


def _at_home(time: datetime, language: str) -> datetime:
    home = _HOME_ZONES.get(language)
    return time.astimezone(ZoneInfo(home)) if home and not time.utcoffset() else time


def _parsed(value: str, language: str) -> Iterator[datetime]:
    time = parse_time(value, language)
    if time is not None:
        yield time


def _from_nodes(tree: LexborHTMLParser, selectors: tuple[str, ...], language: str) -> Iterator[datetime]:
    for selector in selectors:
        for node in tree.css(selector)[:2]:
            for name in _DATE_ATTRIBUTES:
                yield from _parsed(node.attributes.get(name) or "", language)
            yield from _parsed((node.text() or "")[:120], language)


def _from_lines(tree: LexborHTMLParser, label: re.Pattern[str], language: str) -> Iterator[datetime]:
    body = tree.body
    if body is None:
        return
    for match in label.finditer((body.text(separator=" ") or "")[:200_000]):
        yield from _parsed(match["rest"], language)
