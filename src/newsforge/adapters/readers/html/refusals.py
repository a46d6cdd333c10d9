"""When a page is not turned into an article: better no post than one made of menus or of half a story.

A real article refused is worse than a list let through: what a page says of itself (when its article was published,
the container of a known content system) outweighs how it looks.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

from selectolax.lexbor import LexborHTMLParser

from newsforge.adapters.readers.errors import NoArticle
from newsforge.adapters.readers.html import cards, notices, paywall, site_pages, wording
from newsforge.adapters.readers.html.metadata import Metadata
from newsforge.adapters.readers.html.structured import Structured

_SENTENCE_END = re.compile(r"[.!?。！？…]['\"”’」』)）\]]*(?:\s|$)|[다요죠까]['\"”’)]*(?:\s|$)")
_MAX_LINKS = 5_000
_FRONT = re.compile(r"^/?(?:index\.\w+|home|main|[a-z]{2})?/?$", re.IGNORECASE)
_LIST_PATH = re.compile(
    r"^/?(?:news|articles?|latest|archives?|topics?)/?$|/(?:categor(?:y|ies)|tags?|sections?|topics?|search|ranking|popular|"
    r"most-?(?:read|viewed|popular)|archives?|author|reporter)(?:/[^/]{1,40}){0,2}/?$|(?:^|/)(?:article)?list\w*\.\w+$|"
    r"/page/\d+/?$",
    re.IGNORECASE,
)
_SEARCHED = frozenset({"q", "query", "keyword", "search", "searchword", "s", "kw", "sc_word", "stx"})
_LIST = "This page lists articles but is not one itself."
_LIST_REMEDY = "Open the article you want and give its own address, or paste its text."
_GALLERY = "There are only pictures with captions on this page, no article."
_PICTURES = 4
_ALL_PICTURES = 0.8
#: Such a share of links is what surrounds an article that could not be found.
_ONLY_LINKS = 0.8
#: Shorter titles name a section.
_HEADLINE = 18
_LONG_HEADLINE = 40
_AROUND_LIST = 800
#: Dated entries that are no sentences: results, a diary of links.
_WITHOUT_SENTENCES = 500
#: The longest link that may be another article's teaser; an unclosed one holds the article itself.
_LONGEST_LINK = 300
#: Sentences a line that tell an entry from a teaser or a caption.
_TOLD = 1.6
_HOUSE = "This page is about the site itself; there is no article on it."
_SHOP = "This page sells something; there is no article on it."
#: Prose outside the cards that makes an article of a page (East Asian characters count double).
_OWN_PROSE = 400
#: Teasers are short; the entries of a live report or the posts of a forum say more.
_TEASER = 350
_LISTED_TEASER = 700


def refuse_no_article(  # noqa: PLR0913 -- all that is known of the page
    shown: LexborHTMLParser,
    metadata: Metadata,
    structured: Structured,
    lines: list[str],
    *,
    url: str | None,
    known_body: bool = False,
) -> None:
    """Raise :class:`NoArticle` for shells, notices, lists, galleries and shops, and :class:`Paywall` for beginnings.
    One sentence is enough for an article: flash news. ``known_body``: it stood where a known content system puts the
    body of an article."""
    text = " ".join(lines)
    sentences = len(_SENTENCE_END.findall(text))
    certain = metadata.dates_itself or known_body
    if site_pages.speaks_of_itself([metadata.title, *_headings(shown)[:2]], dates_itself=certain):
        raise NoArticle(_HOUSE)
    if not certain:
        _refuse_notice(shown, metadata, lines)
    if text and _is_list(shown, metadata, lines, sentences=sentences, url=url, certain=certain):
        raise NoArticle(_LIST, remedy=_LIST_REMEDY)
    if text and _is_gallery(shown, lines):
        raise NoArticle(_GALLERY)
    paywall.refuse_paywall(shown, metadata, structured, lines)
    if not text or not (sentences or (certain and wording.weight(text) >= _WITHOUT_SENTENCES)):
        raise NoArticle(_nothing(shown))
    if not metadata.claims_article and metadata.published_at is None and wording.weight(text) < 120:
        raise NoArticle


def _refuse_notice(shown: LexborHTMLParser, metadata: Metadata, lines: list[str]) -> None:
    found = notices.find_notice(shown, [metadata.title, *_headings(shown)], lines)
    if found:
        message, remedy = found
        raise NoArticle(message, remedy=remedy)
    if metadata.claims_article:
        return
    if shown.css_first('input[type="password" i]') is not None and wording.weight(" ".join(lines)) < 400:
        raise NoArticle("This page asks to log in; there is no article on it.")
    if metadata.claims_shop or site_pages.sells(shown):
        raise NoArticle(_SHOP)


def _headings(shown: LexborHTMLParser) -> list[str]:
    return [wording.label(node.text(separator=" ") or "") for node in shown.css("title, h1")[:4]]


def _nothing(shown: LexborHTMLParser) -> str:
    body = shown.body
    if body is None or len(body.text(strip=True) or "") < 200:
        return "The page is empty until a browser runs its scripts; there is no article in it."
    return "There is no article on this page."


def _is_gallery(shown: LexborHTMLParser, lines: list[str]) -> bool:
    """Several pictures, and nothing was read but what stands under them."""
    captions = [wording.folded(node.text(separator=" ") or "") for node in shown.css("figcaption, figure")[:500]]
    return len(shown.css("figure img, figure picture")) >= _PICTURES and cards.share(lines, captions) > 0.9


def _is_list(  # noqa: PLR0913 -- as above
    shown: LexborHTMLParser, metadata: Metadata, lines: list[str], *, sentences: int, url: str | None, certain: bool
) -> bool:
    """What was read stands in cards or links, and the page does not say that it is one article."""
    path, searched = _address(url)
    front = bool(_FRONT.match(path)) and url is not None
    by_address = searched or front or bool(_LIST_PATH.search(path))
    total = sum(map(len, lines))
    if certain and not metadata.claims_collection and not front:
        return _in_links(shown, lines, longest=_LONGEST_LINK) > _ONLY_LINKS * total
    found = cards.find_cards(shown)
    in_cards, in_plain = cards.share(lines, found.linked), cards.share(lines, found.plain)
    in_pictures = cards.share(lines, found.pictures)
    own = (1 - max(in_cards, in_plain, in_pictures)) * wording.weight(" ".join(lines))
    if certain:
        return max(in_cards, in_plain) > 0.7
    listing = by_address or metadata.claims_collection
    if (
        in_pictures > _ALL_PICTURES
        and sentences < _TOLD * len(lines)
        and own < 0.5 * _OWN_PROSE
        and _mean(found.pictures) < _TEASER
    ):
        raise NoArticle(_GALLERY)
    if not listing and _is_roundup(metadata, lines, found):
        return False
    limit = 0.4 if listing else 0.9 if _is_headed(metadata) else 0.7 if metadata.claims_article else 0.5
    if in_cards > limit and (listing or own < _OWN_PROSE):
        return True
    if in_plain > limit and _mean(found.plain) < (_LISTED_TEASER if listing else _TEASER) and own < _OWN_PROSE:
        return True
    if metadata.claims_article and not metadata.claims_collection:
        return False
    section = by_address or (wording.weight(metadata.title) < _HEADLINE and metadata.published_at is None)
    listed = sum(map(len, set(found.linked)))
    if section and total < _AROUND_LIST and listed > 2 * total:
        return True  # what was read is what the site says around its list
    in_links = _in_links(shown, lines)
    if in_links > 0.5 * total:
        return True
    prose = sum(len(line) for line in lines if _SENTENCE_END.search(line) and len(line) > 60)
    return (
        listing and metadata.published_at is None and (prose < 0.6 * total or in_links > 0.2 * total or sentences < 3)
    )


def _is_headed(metadata: Metadata) -> bool:
    """A dated page with a title as long as a headline; sections are named in a word or two."""
    return metadata.published_at is not None and wording.weight(metadata.title) >= _LONG_HEADLINE


def _is_roundup(metadata: Metadata, lines: list[str], found: cards.Cards) -> bool:
    """An article whose every entry leads elsewhere: it sums each up in sentences of its own, where a teaser has one
    or half of one, and somebody stands for it."""
    if wording.weight(metadata.title) < _HEADLINE or not (metadata.claims_article or metadata.authors):
        return False
    told = [line for line in lines if len(line) > 40 and cards.share([line], found.linked)]
    if cards.share(told, found.stamped) > 0.5:
        return False
    sentences = sum(len(_SENTENCE_END.findall(line)) for line in told)
    return bool(told) and sentences >= _TOLD * len(told) and not any(map(cards.is_cut, told))


def _mean(texts: tuple[str, ...]) -> float:
    return sum(map(wording.weight, texts)) / len(texts) if texts else 0.0


def _in_links(shown: LexborHTMLParser, lines: list[str], *, longest: int | None = None) -> int:
    texts = (" ".join((node.text(separator=" ") or "").split()) for node in shown.css("a")[:_MAX_LINKS])
    linked = "\n".join(text for text in texts if len(text) > 10 and (longest is None or len(text) <= longest))
    return sum(len(line) for line in lines if len(line) > 10 and line in linked)


def _address(url: str | None) -> tuple[str, bool]:
    """The path, and whether the query asks for a search."""
    try:
        parts = urlsplit(url or "")
        asked = {name.lower() for name, value in parse_qsl(parts.query) if value}
    except ValueError:
        return "", False
    return parts.path, bool(asked & _SEARCHED) and not re.search(r"\d{5,}", parts.path + parts.query)
