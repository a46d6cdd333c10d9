"""Who wrote it, from the most to the least trustworthy place on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from newsforge.adapters.readers.html import wording
from newsforge.adapters.readers.html.blocks import read_blocks
from newsforge.adapters.readers.html.korean_bylines import is_korean_byline, named_with_role
from newsforge.adapters.readers.html.names import clean_house, clean_names, is_full_name, is_person, is_site, unique
from newsforge.adapters.readers.html.structured import Json, Structured, list_of, text_of, types

_META = (
    "article:author", "og:article:author", "author", "og:author", "dable:author", "parsely-author", "sailthru.author",
    "byl", "dc.creator", "dcterms.creator", "cxenseparse:author", "cxenseparse:recs:author", "article_author",
    "article.author", "authors", "citation_author", "twitter:creator:name", "creator", "byline", "bylinename",
)  # fmt: skip
_NODES = (
    ".media_end_head_journalist_name",
    "[itemprop=author] [itemprop=name], [itemtype$='schema.org/Person'] [itemprop=name]",
    "[itemprop=author]",
    "a[rel~=author], [rel~=author]",
    "[data-testid*=author-name i], [class*=author-name i], [class*=author_name i], [class*=authorname i]",
    "[class*=byline-name i], [class*=byline__name i], [class*=byline__author i], [class*=byline i] a",
    ".byline, [class*=byline i]",
    ".author a, .author, .full-name",
    "[class*=article-author i], [class*=article__author i], [class*=post-author i], [class*=contributor i]",
    ".writer-zone01 .tit-name, .tit-name, .journalist_name, .reporter_name, [class*=reporter i] .name",
    ".writer, .reporter, .txt_info, .name_info",
    "[class*=author i] a, [class*=autor i] a, [class*=auteur i] a",
    "[class*=author i], [class*=autor i], [class*=auteur i]",
)
_PROFILE = re.compile(
    r"/(?:authors?|autor(?:en|es|i)?|auteurs?|autori|redakteure?|reporters?|journalists?|contributors?|people|"
    r"profiles?|staff|"
    r"(?:news)?team|writers?|columnists?|by|person|experts)/([^?#]{3,100})",
    re.IGNORECASE,
)
#: Page furniture whose "authors" are those of comments and of other articles.
_ELSEWHERE = re.compile(
    r"comment|respond|reply|sidebar|related|recommend|widget|footer|popular|trending|teaser|newsletter|promo|more-|"
    r"read-next|disqus|kommentar|caption|photo-?credit|gallery|card(?:-|_|$)",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"^[(（]?(?:By|BY|Von|VON|Par|Por|Di|Written by|Words by|Posted by|Story by|Author|Autorin/Autor|"
    r"Autor(?:in)?|Auteur|Text|"
    r"Ein Artikel von|文|取材・文|取材|執筆|記者|ライター|작성자|글|글쓴이|기자|责编|责任编辑|作者|记者)\s*[:：=＝]?\s*"
    r"(?P<rest>\S.{1,90}?)[)）]?$"
)
_EDITED = re.compile(r"^(?:Editor|Edited by|Penyunting|Redaktur)\s*[:：]\s*(?P<name>[^\W\d_][^:|]{2,40})$")
#: "［田中宏昌，ITmedia］": how Japanese trade sites sign.
_BRACKETED = re.compile(r"^[\[［【](?P<rest>[^\[\]［］【】]{2,30})[，,、／/][^\[\]［］【】]{2,30}[\]］】]$")
_LABEL = re.compile(
    r"^(?:Authors?|Autor(?:in)?|Autorin/Autor|Auteur|Written by|By|Von|Par|Por|"
    r"작성자|글쓴이|著者|執筆者|ライター)\s*[:：]?$"
)
#: Words that sign a line only with a colon: they also begin sentences.
_NEEDS_COLON = re.compile(r"^(?:(?:Author|Autor|Auteur|Text)\s+|(?:文|取材|記者|글|기자|作者|记者)\s*)[^:：=＝\s]")


def read_authors(
    tree: LexborHTMLParser,
    metas: dict[str, str],
    structured: Structured,
    articles: list[Json],
    *,
    sites: tuple[str, ...],
) -> list[str]:
    """People first, wherever they are named; organisations and the site itself are not authors."""
    sources: tuple[Iterator[list[str]], ...] = (
        _from_structured(structured, articles, sites=sites),
        _from_metas(metas, sites=sites),
        _from_nodes(tree, sites=sites),
        _from_profile_links(tree, sites=sites),
    )
    editors = _editors(tree)
    every = [people for source in sources for people in source if people] if editors else None
    if every is None:
        return next((people for source in sources for people in source if people), [])
    writers = ([name for name in people if name not in editors] for people in every)
    return next((left for left in writers if left), every[0] if every else [])


def _editors(tree: LexborHTMLParser) -> frozenset[str]:
    """Names that the page itself labels as the editor's; some sites credit them as the author in their metadata."""
    lines = (
        wording.line(node.text(separator=" ") or "") for node in tree.css("[class*=author i], [class*=editor i]")[:20]
    )
    return frozenset(match["name"] for line in lines if (match := _EDITED.match(line)))


def read_house(metas: dict[str, str], structured: Structured, articles: list[Json]) -> list[str]:
    """Who is credited where no person is: an agency ("dpa"), a desk, the site itself."""
    credited = [text_of(structured.resolve(raw)) for article in articles for raw in list_of(article.get("author"))]
    credited += [value for key in _META if not (value := metas.get(key, "")).startswith(("http", "/", "@", "#"))]
    return next(([name] for each in credited if not each.isdigit() and (name := clean_house(each))), [])


def _from_structured(structured: Structured, articles: list[Json], *, sites: tuple[str, ...]) -> Iterator[list[str]]:
    for article in articles:
        named: list[str] = []
        for raw in (*list_of(article.get("author")), *list_of(article.get("creator"))):
            for each in list_of(structured.resolve(raw)):
                value = structured.resolve(each)
                if not (isinstance(value, dict) and any("organi" in name.lower() for name in types(value))):
                    named.append(text_of(value))
        yield clean_names(named, sites=sites)


def _from_metas(metas: dict[str, str], *, sites: tuple[str, ...]) -> Iterator[list[str]]:
    for name in _META:
        value = metas.get(name, "")
        if value and not value.startswith(("http", "/", "@")):
            yield clean_names([value], sites=sites)


def _from_nodes(tree: LexborHTMLParser, *, sites: tuple[str, ...]) -> Iterator[list[str]]:
    for selector in _NODES:
        texts: list[str] = []
        for node in tree.css(selector)[:12]:
            if node.tag in {"input", "label", "style", "script", "textarea", "form"} or _is_elsewhere(node):
                continue
            text = wording.line(node.text(separator=" ") or "") or (node.attributes.get("content") or "")
            if 2 <= len(text) < 160:
                texts.append(text)
        if texts:
            yield clean_names(texts[:3], sites=sites)


def _is_elsewhere(node: LexborNode) -> bool:
    above: LexborNode | None = node
    for _ in range(7):
        if above is None or above.tag in {"body", "html"}:
            return False
        if above.tag in {"footer", "aside", "figcaption"}:
            return True
        if _ELSEWHERE.search(f"{above.attributes.get('class') or ''} {above.attributes.get('id') or ''}"):
            return True
        above = above.parent
    return False


def _from_profile_links(tree: LexborHTMLParser, *, sites: tuple[str, ...]) -> Iterator[list[str]]:
    """Links to a writer's page whose address spells the name they show."""
    found: list[str] = []
    first_parent: LexborNode | None = None
    for link in tree.css("a[href]"):
        match = _PROFILE.search(link.attributes.get("href") or "")
        name = wording.line(link.text() or "") if match else ""
        if not match or not 3 <= len(name) <= 40 or not is_person(name) or is_site(name, sites) or _is_elsewhere(link):
            continue
        slug = wording.folded(match[1])
        if any(len(word) > 2 and wording.folded(word) in slug for word in name.split()[-1:]):
            parent = link.parent
            if first_parent is not None and (parent is None or parent.mem_id != first_parent.mem_id):
                break  # a second place: the links under another article
            first_parent = parent
            found.append(name)
    yield unique(found)


def read_signature(tree: LexborHTMLParser, *, sites: tuple[str, ...]) -> list[str]:
    """Names on a line of the page that signs it: "By Jane Doe", "홍길동 기자", "文：山田太郎"."""
    if tree.body is None:
        return []
    labelled = False
    for block in read_blocks(tree.body)[:600]:
        if len(block.text) > 120 or block.caption:
            labelled = False
            continue
        if labelled and is_full_name(block.text):
            return clean_names([block.text], sites=sites)
        labelled = bool(_LABEL.match(block.text))
        if is_korean_byline(block.text) and (names := named_with_role(block.text)):
            return names
        match = _SIGNED.match(block.text) or _BRACKETED.match(block.text)
        if match and not _NEEDS_COLON.match(block.text) and len(match["rest"].split()) <= 12:
            people = clean_names([match["rest"]], sites=sites)
            if people and (is_full_name(people[0]) or people[0] == match["rest"].rstrip(",")):
                return people
    return []


def is_signature(text: str) -> bool:
    """The whole line is "By Jane Doe and Tom Roe" or the like."""
    match = _SIGNED.match(text)
    if not match or _NEEDS_COLON.match(text) or len(match["rest"].split()) > 12 or text[-1] in ".!?。":
        return False
    people = clean_names([match["rest"]], sites=())
    return bool(people) and all(is_full_name(name) for name in people)


def named_at_ends(lines: list[str], *, sites: tuple[str, ...]) -> list[str]:
    """The first or the last line of a body where it is a name and nothing else."""
    for text in (*lines[:1], *lines[-1:]):
        if is_full_name(text) and (found := clean_names([text], sites=sites)):
            return found
    return []
