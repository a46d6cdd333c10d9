"""The order of work on one page."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from selectolax.lexbor import LexborHTMLParser

from newsforge.adapters.readers.datelines import without_datelines
from newsforge.adapters.readers.errors import NoArticle, UnreadableEncoding
from newsforge.adapters.readers.html import (
    boilerplate,
    broadcast,
    bylines,
    fallback,
    korean_bylines,
    names,
    refusals,
    sign_offs,
    templates,
    times,
    wording,
)
from newsforge.adapters.readers.html.body import Body, read_body
from newsforge.adapters.readers.html.decode import decode
from newsforge.adapters.readers.html.hidden import remove_hidden
from newsforge.adapters.readers.html.metadata import Metadata, own_names, read_metadata
from newsforge.adapters.readers.html.structured import read_structured
from newsforge.adapters.readers.html.taming import tame
from newsforge.engine.article import Article, LeftOut
from newsforge.engine.text.language import detect_language
from newsforge.engine.text.sentences import split_sentences
from newsforge.kit.errors import NewsforgeError

#: No article page comes near this (the largest of 2,000 measured: 5 MB, nearly all of it scripts).
_MAX_BYTES = 25_000_000
_MAX_BODY_CHARACTERS = 400_000
_MAX_LEFT_OUT = 200
#: Enough letters to tell one Latin-script language from another.
_SURE_CHARACTERS = 120
_BY_SCRIPT = frozenset({"ko", "ja", "zh"})


def read_page(data: bytes, *, url: str | None, content_type: str | None) -> Article:
    if len(data) > _MAX_BYTES:
        raise NoArticle("The page is too large to be an article.")
    try:
        return _read(data, url=url, content_type=content_type)
    except NewsforgeError:
        raise
    except UnicodeError as error:
        raise UnreadableEncoding("The page holds characters that cannot be read.") from error
    except (
        ValueError,
        RecursionError,
        OverflowError,
        ArithmeticError,
        LookupError,
        TypeError,
        AttributeError,
    ) as error:
        raise NoArticle("The page is built in a way that could not be read.") from error


def _read(data: bytes, *, url: str | None, content_type: str | None) -> Article:
    html = tame(templates.unwrap(decode(data, content_type=content_type)))
    tree = LexborHTMLParser(html)
    shown = LexborHTMLParser(html)
    remove_hidden(shown)
    structured = read_structured(tree)
    guess = detect_language(_visible_text(shown))
    metadata = read_metadata(tree, structured, url=url, language=guess)
    body = read_body(shown, tree, structured.articles, title=metadata.title, language=guess)
    script = broadcast.find_script(body.lines)
    if script:
        body = replace(body, lines=script.lines, left_out=(*body.left_out, *script.left_out))
        metadata = replace(metadata, authors=metadata.authors or tuple(script.authors))
    metadata = _completed(_with_state(metadata, body), body, shown, html, language=guess)
    kept, gone = boilerplate.sift(_unrepeated(body.lines), title=metadata.title)
    refusals.refuse_no_article(shown, metadata, structured, kept, url=url, known_body=body.is_known)
    return _article(metadata, kept, [*body.left_out, *gone], url=url)


def _visible_text(shown: LexborHTMLParser) -> str:
    """The page's title and what its reader sees; a shell that scripts fill has only the title."""
    title = shown.css_first("title")
    seen = (shown.body.text(separator=" ") or "")[:20_000] if shown.body is not None else ""
    return f"{title.text() or ''} {seen}" if title is not None else seen


def _article(metadata: Metadata, kept: list[str], gone: list[LeftOut], *, url: str | None) -> Article:
    text = "\n".join(kept)[:_MAX_BODY_CHARACTERS].rstrip()
    language = _language(text, metadata.language)
    return Article(
        text=text,
        sentences=without_datelines(split_sentences(text, language), text),
        language=language,
        title=metadata.title,
        deck=metadata.deck,
        authors=metadata.authors,
        published_at=metadata.published_at,
        modified_at=metadata.modified_at,
        site=metadata.site,
        url=metadata.canonical or url,
        lead_image=metadata.lead_image,
        left_out=tuple(gone[:_MAX_LEFT_OUT]),
    )


def _language(text: str, declared: str) -> str:
    """What the text is written in. The page's own word is wrong too often to count, except for a few Latin words."""
    found = detect_language(text)
    unsure = len(text) < _SURE_CHARACTERS and found not in _BY_SCRIPT and declared not in _BY_SCRIPT
    return declared if unsure and len(declared) == 2 and declared.isalpha() else found


def _with_state(metadata: Metadata, body: Body) -> Metadata:
    """What the page's script state adds to its metadata where that is silent."""
    if body.state is None:
        return metadata
    return replace(
        metadata,
        title=metadata.title or body.state.title,
        authors=metadata.authors or tuple(names.clean_names(body.state.authors, sites=(metadata.site,))),
        published_at=metadata.published_at or body.state.published_at,
        claims_article=True,
    )


def _completed(metadata: Metadata, body: Body, shown: LexborHTMLParser, html: str, *, language: str) -> Metadata:
    """Date and authors from the text and by heuristics, where the page's metadata are silent."""
    sites = own_names(metadata.site, metadata.canonical)
    authors = (
        metadata.authors
        or korean_bylines.korean_authors(body.lines)
        or bylines.read_signature(shown, sites=sites)
        or sign_offs.signed_authors(body.lines)
        or bylines.named_at_ends(body.lines, sites=sites)
        or fallback.find_authors(html, sites=sites)
        or _house(metadata, language)
    )
    published_at = metadata.published_at or _dated(metadata, shown, html, language=language)
    return replace(metadata, authors=tuple(authors), published_at=published_at)


def _dated(metadata: Metadata, shown: LexborHTMLParser, html: str, *, language: str) -> datetime | None:
    """The day that heuristics find, with its hour where the page shows that."""
    day = fallback.find_published(html, url=metadata.canonical, language=language)
    return (times.find_hour(shown, day, language) or day) if day else None


def _house(metadata: Metadata, language: str) -> tuple[str, ...]:
    """Korean and Japanese sites name themselves as author on every page; elsewhere an agency's name is a credit."""
    return () if language in {"ko", "ja"} else metadata.house


def _unrepeated(lines: list[str]) -> list[str]:
    """Without the second copy of a long line (a mobile and a desktop version of the same paragraph)."""
    seen: set[str] = set()
    once: list[str] = []
    for text in lines:
        key = wording.folded(text)
        if len(key) > 40 and key in seen:
            continue
        seen.add(key)
        once.append(text)
    return once
