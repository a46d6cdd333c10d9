"""Pages that bear the site's name where the headline belongs: in ``<title>`` and in their only ``<h1>``."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from newsforge.adapters.readers.html import wording

_FRONT_PAGES = frozenset({"", "/", "./", "/index.html", "index.html", "/home", "/main"})
#: Where an article's own headings stand.
_INNER = "article h2, article h3, main h2, main h3, #content h2, [itemprop=articleBody] h2, .article h2, .post h2"
_ABOVE = "article h1, main h1"
_PARAGRAPHS = "article p, main p, p"
_READ_CHARACTERS, _READ_PARAGRAPHS = 4000, 12
_SHORTEST_PARAGRAPH = 40
_TELLING = re.compile(r"[^\W\d_]{5,}|[가-힣]{2,}|[一-龯ァ-ヴ]{2,}")
#: So much of a headline's words is met again in its article, and less of a slogan's.
_MET, _UNMET = 0.4, 0.25


def name_of_masthead(tree: LexborHTMLParser) -> str:
    """The text of an ``<h1>`` that is a link to the front page; empty where there is none."""
    for node in tree.css("h1 a[href], a[href] h1")[:3]:
        link, heading = (node, _above(node, "h1")) if node.tag == "a" else (_above(node, "a"), node)
        if link is None or heading is None:
            continue
        text = wording.label(heading.text(separator=" ") or "")
        if text and _leads_to_the_front(link.attributes.get("href") or "") and text == wording.label(_text(link)):
            return text
    return ""


def inner_headline(tree: LexborHTMLParser, title: str, *, sites: set[str]) -> str:
    """The heading inside the article that its text bears out, where it does not bear out the page's ``title``; else
    empty."""
    if any(wording.folded(_text(node)) not in sites for node in tree.css(_ABOVE)[:3]):
        return ""
    told = _told(tree)
    if _met(title, told) > _UNMET:
        return ""
    for node in tree.css(f"{_INNER}, p"):
        text = wording.label(_text(node))
        if node.tag == "p":
            if len(text) >= _SHORTEST_PARAGRAPH:
                break  # what stands below the first paragraph is the title of a section
        elif wording.folded(text) not in sites and 8 <= len(text) <= 300:
            return text if _met(text, told) >= _MET else ""
    return ""


def _told(tree: LexborHTMLParser) -> str:
    told: list[str] = []
    for node in tree.css(_PARAGRAPHS):
        text = _text(node)
        if len(text) >= _SHORTEST_PARAGRAPH:
            told.append(text)
        if len(told) == _READ_PARAGRAPHS:
            break
    return "\n".join(told).casefold()[:_READ_CHARACTERS]


def _met(heading: str, told: str) -> float:
    """The share of a heading's telling words that the text has too."""
    words = _TELLING.findall(heading.casefold())
    # Two syllables of a Korean word are its stem; what follows is a particle or an ending.
    stems = [word[:2] if "가" <= word[0] <= "힣" else word for word in words]
    return sum(stem in told for stem in stems) / len(stems) if stems else 0.0


def _leads_to_the_front(address: str) -> bool:
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return False
    return parts.path in _FRONT_PAGES and not parts.query and (bool(parts.netloc) or bool(parts.path))


def _above(node: LexborNode, tag: str) -> LexborNode | None:
    above = node.parent
    while above is not None and above.tag != tag:
        above = above.parent
    return above


def _text(node: LexborNode) -> str:
    return node.text(separator=" ") or ""
