"""What a page says about its article: read apart from the body, because either may fail without the other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from newsforge.adapters.readers.html import bylines, mastheads, times, titles, wording
from newsforge.adapters.readers.html.structured import Json, Structured, list_of, text_of, types

_MAX_META_CHARACTERS = 10_000
_TITLE_META = (
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "parsely-title",
    "sailthru.title",
    "title",
    "headline",
)
_HEADING_NODES = (
    "h1, [itemprop=headline], .media_end_head_headline, .tit_view, .article-head-title, .headline, .entry-title"
)
_IMAGE_META = (
    "og:image",
    "og:image:url",
    "og:image:secure_url",
    "twitter:image",
    "twitter:image:src",
    "thumbnail",
    "image",
    "parsely-image-url",
)
#: Those of the metadata's dates that templates give to articles only.
_PUBLISHED_META = (
    "article:published_time", "og:article:published_time", "article:published", "og:published_time", "og:regdate",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "dc.date.issued", "citation_publication_date",
    "datepublished", "displaydate", "ptime",
)  # fmt: skip
_PUBLISHED_NODES = "meta[itemprop=datePublished], ._ARTICLE_DATE_TIME[data-date-time]"
#: So many schema.org articles, none with the page's own title, are the cards of a list.
_MANY = 4
_COLLECTIONS = frozenset({"CollectionPage", "SearchResultsPage", "ProfilePage"})
_COMMON_LABELS = frozenset(
    {"news", "blog", "web", "medium", "substack", "wordpress", "blogspot", "github", "com", "org"}
)
_DECK_NODES = (
    "[itemprop=alternativeHeadline], .media_end_summary, .subheading, .article-head-sub, .sub_title, "
    ".subtitle, .article-subtitle, "
    ".standfirst, .article__dek, .dek, [class*=standfirst], [class*=article-subtitle], [class*=ArticleSubtitle]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """``house`` is who signs in place of a person. ``free_to_read`` is None where the page says nothing about it;
    ``claims_article``: the page calls itself an article, ``dates_itself``: it also says when that one was published,
    which templates do not give to lists; ``claims_collection``: a list of articles, ``claims_shop``: goods."""

    title: str = ""
    deck: str = ""
    authors: tuple[str, ...] = ()
    house: tuple[str, ...] = ()
    published_at: datetime | None = None
    modified_at: datetime | None = None
    site: str = ""
    language: str = ""
    canonical: str | None = None
    lead_image: str | None = None
    free_to_read: bool | None = None
    claims_article: bool = False
    dates_itself: bool = False
    claims_collection: bool = False
    claims_shop: bool = False


def read_metadata(tree: LexborHTMLParser, structured: Structured, *, url: str | None, language: str) -> Metadata:
    """``language`` is the one that was recognised in the page's text: it tells where the page's clock stands."""
    metas = _metas(tree)
    articles = _matching_first(structured.articles, metas)
    site = _site(metas, structured, articles, url) or mastheads.name_of_masthead(tree)
    canonical = _canonical(tree, metas, url)
    sites = own_names(site, canonical or url)
    return Metadata(
        title=_title(tree, metas, articles, site=site, url=canonical or url),
        deck=_deck(tree, articles),
        authors=tuple(bylines.read_authors(tree, metas, structured, articles, sites=sites)),
        house=tuple(bylines.read_house(metas, structured, articles)),
        published_at=next(times.published_times(tree, metas, articles, language), None),
        modified_at=next(times.modified_times(tree, metas, articles, language), None),
        site=site,
        language=_declared_language(tree, metas),
        canonical=canonical,
        lead_image=_lead_image(tree, metas, articles, canonical or url),
        free_to_read=_free_to_read([*articles, *structured.pages]),
        claims_article=bool(articles)
        or metas.get("og:type", "").lower() in {"article", "news", "news:article"}
        or any(name.startswith("article:") and "time" in name and "modified" not in name for name in metas),
        dates_itself=_dates_itself(tree, metas, articles),
        claims_collection=any(_COLLECTIONS & set(types(each)) for each in structured.objects)
        or (len(articles) >= _MANY and not _is_titled(tree, metas, articles)),
        claims_shop=metas.get("og:type", "").lower().startswith("product")
        or any(name.startswith(("product:price", "og:price")) for name in metas)
        or (not articles and any({"Product", "ProductGroup"} & set(types(each)) for each in structured.objects)),
    )


def _dates_itself(tree: LexborHTMLParser, metas: dict[str, str], articles: list[Json]) -> bool:
    """Lists carry schema.org articles as well, one for each card: of several, one must bear the page's own title."""
    if any(name in metas for name in _PUBLISHED_META) or tree.css_first(_PUBLISHED_NODES) is not None:
        return True
    return any(each.get("datePublished") for each in articles) and (
        len(articles) == 1 or _is_titled(tree, metas, articles)
    )


def _is_titled(tree: LexborHTMLParser, metas: dict[str, str], articles: list[Json]) -> bool:
    """One of the articles bears the page's own title."""
    headlines = {wording.folded(wording.label(text_of(each.get("headline") or each.get("name")))) for each in articles}
    shown = [metas.get("og:title", ""), *(node.text(separator=" ") or "" for node in tree.css("title, h1")[:6])]
    return any(
        headline and (headline in title or (len(title) > 12 and title in headline))
        for title in (wording.folded(wording.label(each)) for each in shown)
        for headline in headlines
    )


def _metas(tree: LexborHTMLParser) -> dict[str, str]:
    """Meta elements by name, property or itemprop, lower-cased; the first with content counts, authors add up."""
    found: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        content = (node.attributes.get("content") or "").strip()
        if not content or len(content) > _MAX_META_CHARACTERS:
            continue
        for key in ("property", "name", "itemprop"):
            name = (node.attributes.get(key) or "").strip().lower()
            if not name:
                continue
            if name not in found:
                found[name] = content
            elif name in {"article:author", "author", "citation_author"} and len(found[name]) < 300:
                found[name] += f"; {content}"
    return found


def _matching_first(articles: list[Json], metas: dict[str, str]) -> list[Json]:
    """The article that bears the page's own title before those that it merely lists."""
    wanted = wording.folded(wording.label(metas.get("og:title", "")))
    if not wanted:
        return articles

    def differs(article: Json) -> bool:
        headline = wording.folded(wording.label(text_of(article.get("headline") or article.get("name"))))
        return not headline or (headline not in wanted and wanted not in headline)

    return sorted(articles, key=differs)


def _site(metas: dict[str, str], structured: Structured, articles: list[Json], url: str | None) -> str:
    for name in ("og:site_name", "article:publisher_name", "application-name", "al:android:app_name"):
        value = wording.label(metas.get(name, ""))
        if value and not value.startswith("http") and len(value) <= 60:
            return value
    for article in articles:
        value = wording.label(text_of(structured.resolve(article.get("publisher"))))
        if value and not value.startswith("http") and len(value) <= 80:
            return value
    for each in structured.objects:
        if {"WebSite", "NewsMediaOrganization"} & set(types(each)):
            value = wording.label(text_of(each.get("name")))
            if value and not value.startswith("http"):
                return value
    host = _host(url)
    return host.removeprefix("www.")


def own_names(site: str, url: str | None) -> tuple[str, ...]:
    """What the site may be called where an author's name is expected: its name, its host, the host's own label."""
    host = _host(url).removeprefix("www.")
    labels = [label for label in host.split(".")[:-1] if len(label) > 2 and label not in _COMMON_LABELS]
    return tuple(dict.fromkeys(name for name in (site, host, *labels) if name))


def _host(url: str | None) -> str:
    try:
        return urlsplit(url or "").hostname or ""
    except ValueError:
        return ""


def _title(tree: LexborHTMLParser, metas: dict[str, str], articles: list[Json], *, site: str, url: str | None) -> str:
    masthead = mastheads.name_of_masthead(tree)
    headings = [
        text for text in map(_label_of, tree.css(_HEADING_NODES)[:12]) if 2 <= len(text) <= 300 and text != masthead
    ]
    sites = {
        wording.folded(name)
        for name in (site, masthead, *_host(url).removeprefix("www.").split(".")[:-1], _host(url))
        if len(name) > 1
    }
    headline = wording.label(text_of(articles[0].get("headline"))) if articles else ""
    candidates = [
        titles.clean_title(metas[name], sites=sites, headings=headings) for name in _TITLE_META if metas.get(name)
    ]
    page_title = tree.css_first("head title") or tree.css_first("title")
    if page_title is not None:
        candidates.append(titles.clean_title(page_title.text() or "", sites=sites, headings=headings))
    if headline and (not candidates or not _shortened(headline, candidates[0])):
        candidates.insert(0, titles.clean_title(headline, sites=sites, headings=headings))
    candidates = [text for text in candidates if text and wording.folded(text) not in sites]
    news = any(name.startswith("article:") and "time" in name for name in metas) or any(
        "news" in name.lower() or "report" in name.lower() for article in articles for name in types(article)
    )
    shown = [text for text in map(_label_of, tree.css("h1")) if 2 <= len(text) <= 300 and text != masthead]
    title = titles.choose(candidates, headings=shown or headings, news=news or not shown)
    return title if shown and not masthead else mastheads.inner_headline(tree, title, sites=sites) or title


def _label_of(node: LexborNode) -> str:
    return wording.label(node.text(separator=" ") or "")


def _shortened(headline: str, title: str) -> bool:
    """schema.org once capped headlines at 110 characters; some systems cut there."""
    return (
        len(headline) < len(title)
        and title.startswith(headline.rstrip("…. "))
        and (len(headline) > 100 or headline.endswith(("…", "...")))
    )


def _deck(tree: LexborHTMLParser, articles: list[Json]) -> str:
    for article in articles[:1]:
        text = wording.label(text_of(article.get("alternativeHeadline")))
        if text and wording.folded(text) != wording.folded(wording.label(text_of(article.get("headline")))):
            return text
    for node in tree.css(_DECK_NODES)[:2]:
        text = "\n".join(wording.lines(_shown_lines(node)))
        if 8 <= len(text) <= 500:
            return text
    return ""


def _shown_lines(node: LexborNode) -> str:
    """Korean papers write a deck of two or three lines, with breaks between them."""
    if node.css_first("br") is None:
        return wording.line(node.text(separator=" ") or "")
    copy = LexborHTMLParser(node.html or "")
    for mark in copy.css("br"):
        mark.replace_with("\u2028")
    lines = (copy.body.text(separator=" ") if copy.body is not None else "").split("\u2028")
    return "\n".join(map(wording.line, lines))


def _declared_language(tree: LexborHTMLParser, metas: dict[str, str]) -> str:
    root = tree.css_first("html")
    declared = (root.attributes.get("lang") if root is not None else "") or metas.get("og:locale") or ""
    return declared.replace("_", "-").split("-")[0].strip().lower()


def _canonical(tree: LexborHTMLParser, metas: dict[str, str], url: str | None) -> str | None:
    """An absolute http(s) address, else the one the page was fetched from. A canonical link to the site's front
    page is a template's mistake."""
    node = tree.css_first('link[rel~="canonical" i][href]')
    for value in ((node.attributes.get("href") or "") if node is not None else "", metas.get("og:url", "")):
        absolute = _absolute(value, url)
        if absolute and urlsplit(absolute).path not in {"", "/"}:
            return absolute
    return url


def _absolute(value: str, url: str | None) -> str | None:
    value = wording.line(value)
    if not value or len(value) > 2_000 or value.startswith(("data:", "javascript:")):
        return None
    try:
        absolute = urljoin(url or "", value)
        parts = urlsplit(absolute)
    except ValueError:
        return None
    return absolute if parts.scheme in {"http", "https"} and parts.hostname else None


def _lead_image(tree: LexborHTMLParser, metas: dict[str, str], articles: list[Json], url: str | None) -> str | None:
    for name in _IMAGE_META:
        absolute = _absolute(metas.get(name, ""), url)
        if absolute:
            return absolute
    link = tree.css_first('link[rel~="image_src" i][href]')
    if link is not None and (absolute := _absolute(link.attributes.get("href") or "", url)):
        return absolute
    for article in articles:
        for image in list_of(article.get("image"))[:3]:
            value = image.get("url") or image.get("contentUrl") if isinstance(image, dict) else image
            if isinstance(value, str) and (absolute := _absolute(value, url)):
                return absolute
    for node in tree.css("article img[src], main img[src], [itemprop=articleBody] img[src]")[:10]:
        if absolute := _absolute(node.attributes.get("src") or "", url):
            return absolute
    return None


def _free_to_read(articles: list[Json]) -> bool | None:
    for article in articles:
        value = article.get("isAccessibleForFree")
        if value is not None:
            return str(value).strip().lower() not in {
                "false",
                "0",
                "no",
                "http://schema.org/false",
                "https://schema.org/false",
            }
    return None
