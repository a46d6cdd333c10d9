"""Whether the addresses, handles and hashtags of a sentence are the article's."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from newsforge.engine.article import SourceSpan
from newsforge.engine.facts.links import handles, urls
from newsforge.engine.receipts.evidence import Evidence
from newsforge.engine.receipts.folding import folded
from newsforge.engine.receipts.model import Problem
from newsforge.engine.text.links import hashtags

_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_TRACKING = re.compile(r"(?:^|&)(?:utm_[a-z]+|fbclid|gclid|ref|igshid|mc_cid|mc_eid|cmpid|spm)=[^&]*", re.IGNORECASE)
#: Hashtags that name a section and say nothing about the event. #속보 and #breaking do say something.
CATEGORY_TAGS = frozenset(
    [
        "뉴스",
        "경제",
        "정치",
        "사회",
        "문화",
        "스포츠",
        "국제",
        "세계",
        "연예",
        "과학",
        "기술",
        "산업",
        "금융",
        "증시",
        "부동산",
        "생활",
        "건강",
        "날씨",
        "교육",
        "환경",
        "여행",
        "오피니언",
        "시사",
        "이슈",
        "오늘의뉴스",
        "뉴스레터",
        "뉴스브리핑",
        "경제뉴스",
        "정치뉴스",
        "사회뉴스",
        "스포츠뉴스",
        "국제뉴스",
        "뉴스스타그램",
        "news",
        "economy",
        "politics",
        "society",
        "culture",
        "sports",
        "sport",
        "world",
        "business",
        "finance",
        "tech",
        "technology",
        "science",
        "health",
        "weather",
        "education",
        "environment",
        "travel",
        "entertainment",
        "opinion",
        "dailynews",
        "newsletter",
        "todaysnews",
        "worldnews",
        "korea",
        "ニュース",
        "経済",
        "政治",
        "社会",
        "文化",
        "スポーツ",
        "国際",
        "芸能",
        "科学",
        "技術",
        "金融",
        "健康",
        "天気",
        "教育",
        "環境",
        "旅行",
        "時事",
    ]
) - {"korea"}


def problems(text: str, evidence: Evidence) -> list[Problem]:
    """``text`` is the whole cased sentence, addresses and tags included."""
    found = [
        _problem("url", url, text, "This address is neither the article's own nor in it.")
        for url in dict.fromkeys(urls(text))
        if not is_known_url(url, evidence)
    ]
    for handle in dict.fromkeys(handles(text)):
        name = handle.lstrip("@＠")
        if not re.search(rf"[@＠]{re.escape(name.lower())}(?![\w])", evidence.everything):
            shown = handle if handle.startswith(("@", "＠")) else f"@{handle}"
            found.append(_problem("handle", shown, text, f"The article does not have the handle {shown}."))
    for tag in hashtags(text):
        word = text[tag.start + 1 : tag.end]
        if not is_known_tag(word, evidence):
            why = f"The article does not have the word “{word}”."
            found.append(Problem("name", text[tag.start : tag.end], why, tag.start, tag.end))
    return found


def is_known_url(url: str, evidence: Evidence) -> bool:
    known = evidence.known_urls.get(url)
    if known is None:
        known = evidence.known_urls[url] = _is_known_url(url, evidence)
    return known


def _is_known_url(url: str, evidence: Evidence) -> bool:
    article = evidence.article
    form = plain_url(url)
    if article.url:
        own = plain_url(article.url)
        if form == own or form == plain_url(urlsplit(article.url).netloc):
            return True
    return (
        any(form == plain_url(known) for known in urls(article.text))
        or form in evidence.everything.replace("www.", "").split()
    )


def plain_url(url: str) -> str:
    """Without scheme, www, fragment, tracking parameters and the last slash. An ``@`` may be written ``%40``."""
    rest = _SCHEME.sub("", url.strip()).partition("#")[0].removeprefix("www.")
    path, _, query = rest.partition("?")
    query = _TRACKING.sub("", query).strip("&")
    host, slash, tail = path.partition("/")
    path = (host.lower() + slash + tail.replace("%40", "@")).rstrip("/")
    return path + (f"?{query}" if query else "")


def tag_spans(text: str, evidence: Evidence) -> tuple[SourceSpan, ...]:
    """Where the article has the words of the tags of a line of tags; the house's own word for a category."""
    article = evidence.article
    found: dict[SourceSpan, None] = {}
    for tag in hashtags(text) if not urls(text) else ():
        word = text[tag.start + 1 : tag.end]
        if title := evidence.title_letters.find(word):
            found[SourceSpan(*title, article.title[slice(*title)], "title")] = None
        elif body := evidence.body_letters.find(word):
            found[SourceSpan(*body, article.text[slice(*body)])] = None
        else:
            found[SourceSpan(0, len(word) + 1, text[tag.start : tag.end], "house")] = None
    return tuple(found)


def is_known_tag(word: str, evidence: Evidence) -> bool:
    known = evidence.known_tags.get(word)
    if known is None:
        known = evidence.known_tags[word] = _is_known_tag(word, evidence)
    return known


def _is_known_tag(word: str, evidence: Evidence) -> bool:
    form = re.sub(r"[\W_]+", "", folded(word))
    if form in CATEGORY_TAGS or form.isdigit():
        return True
    return form in evidence.compact


def _problem(kind: str, shown: str, text: str, why: str) -> Problem:
    place = max(text.lower().find(shown.lower()), 0)
    return Problem(kind, shown, why, place, min(len(text), place + len(shown)))  # type: ignore[arg-type]  # url, handle
