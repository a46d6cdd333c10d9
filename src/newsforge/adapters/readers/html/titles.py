"""The headline without the site's name around it."""

from __future__ import annotations

import re

from newsforge.adapters.readers.html import wording

#: What stands between a headline and the name of the site. U+3163 is a Hangul vowel that Korean sites use as a bar.
_BAR = re.compile(
    r"\s+[|\-–—·•»«<>:/~]+\s+|\s*[｜ㅣ│┃¦]\s*|\s*\|\s*|\s*[：]\s*|\s+::\s+|\s+@\s+|\s*─\s*|\s+\.\.\.\s+:\s+"
)
_TIGHT = re.compile(r"\s*[｜ㅣ│：|]\s*")
_SITE_WORDS = re.compile(
    r"(?:뉴스|신문|일보|닷컴|방송|경제|데일리|미디어|타임[스즈]|투데이|매일|저널|TV|통신|네이버|다음|新聞|ニュース|デジタル|オンライン|テレビ|放送|通信|電子版"
    r"|\b(?:news|times|post|herald|tribune|journal|magazine|online|daily|gazette|\w+\.(?:com|net|org|de|fr|it|"
    r"es|co\.uk|at|ch|pl|nl|se|jp|kr|io)))\s*$",
    re.IGNORECASE,
)


#: "...-정치ㅣ한국일보": the section in front of the site's name.
_SECTION = re.compile(
    r"\s*[-–|:<>]\s*(?:정치|경제|사회|국제|문화|스포츠|연예|오피니언|산업|금융|증권|부동산|과학|생활|지역|전국|세계|사설|칼럼|IT|라이프|국내|종합|포토|"
    r"政治|経済|社会|国際|スポーツ|文化|エンタメ|国内|海外|地域|ビジネス|科学|社説)$"
)


def clean_title(raw: str, *, sites: set[str], headings: list[str]) -> str:
    """``sites`` are the names the page gives itself, folded; a part is cut off only when it is one of them, when
    the rest is a heading of the page, or when it looks like a site's name at the end of a ``<title>``."""
    title = wording.label(raw)
    folded_headings = {wording.folded(heading) for heading in headings}
    if wording.folded(title) in folded_headings:
        return title
    for _ in range(3):
        shorter = _without_last(title, sites, folded_headings) or _without_first(title, sites, folded_headings)
        if not shorter:
            break
        title = _SECTION.sub("", shorter)
    return title


def _without_last(title: str, sites: set[str], headings: set[str]) -> str:
    bars = list(_BAR.finditer(title))
    # The farthest bar first: a heading may hold a dash of its own.
    for bar in bars:
        if wording.folded(title[: bar.start()]) in headings and bar.start() > 6:
            return title[: bar.start()].strip()
    if not bars:
        return ""
    rest, last = title[: bars[-1].start()].strip(), title[bars[-1].end() :].strip()
    if wording.folded(last) and _names_site(last, sites) and len(rest) >= 4:
        return rest
    return ""


def _without_first(title: str, sites: set[str], headings: set[str]) -> str:
    bar = _BAR.search(title)
    if bar is None:
        return ""
    first, rest = title[: bar.start()].strip(), title[bar.end() :].strip()
    if wording.folded(first) in sites and len(rest) >= 8:
        return rest
    return rest if wording.folded(rest) in headings and len(rest) >= 8 else ""


def _names_site(part: str, sites: set[str]) -> bool:
    folded = wording.folded(part)
    if len(part) > 40:
        return False
    return any(
        folded == site or (len(site) >= 4 and (site in folded or (folded in site and len(folded) >= 4)))
        for site in sites
    ) or bool(len(part) <= 20 and _SITE_WORDS.search(part))


def choose(candidates: list[str], *, headings: list[str], news: bool) -> str:
    """The first candidate, or the heading that it merely adds something to. Pages that are not marked as news write
    their metadata for search engines: there the heading that shares words with it is what readers see."""
    if not candidates:
        return headings[0] if headings else ""
    first = candidates[0]
    folded = wording.folded(first)
    for heading in headings:
        shorter = wording.folded(heading)
        if len(shorter) >= 12 and shorter != folded and folded.startswith(shorter) and 2 * len(shorter) > len(folded):
            return heading
    return first if news else _seen_heading(first, headings)


def _seen_heading(title: str, headings: list[str]) -> str:
    words = _words(title)
    best = max(
        (text for text in headings if len(wording.folded(text)) >= 8),
        key=lambda text: len(words & _words(text)),
        default="",
    )
    fewest = min(len(words), len(_words(best)))
    return best if fewest and len(words & _words(best)) >= 0.3 * fewest else title


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))
