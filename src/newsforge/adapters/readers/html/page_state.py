"""Articles that stand only in a page's scripts: Arc XP, Next.js (both routers), and state objects like them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from newsforge.adapters.readers.html import selectors, times, wording
from newsforge.adapters.readers.html.hidden import remove_hidden
from newsforge.adapters.readers.html.taming import tame

_ASSIGNMENT = re.compile(
    r"(?:Fusion\.globalContent|window\.__(?:INITIAL|PRELOADED|APP|DATA|NUXT|STATE)[A-Z_]*__|window\.__NUXT__|"
    r"__APOLLO_STATE__|window\.(?:articleData|pageData))\s*=\s*(?=[{\[])"
)
_RSC_PUSH = re.compile(r'self\.__next_f\.push\(\[\s*1\s*,\s*(?=")')
_BODY_KEYS = (
    "contenthtml", "articlebody", "bodyhtml", "body_html", "articlecontent", "article_body", "content_html",
    "htmlcontent", "articletext", "contents", "newscontent",
    "content", "body", "html", "text", "contentbody", "bodytext", "maintext", "detail",
)  # fmt: skip
_TITLE_KEYS = ("headline", "title", "headlines", "subject", "articletitle", "newstitle")
_AUTHOR_KEYS = (
    "authors", "author", "authorname", "byline", "writers", "writer", "writername", "writerdisplay", "reporters",
    "reporter",
    "reportername", "journalists", "journalist",
)  # fmt: skip
_TIME_KEYS = (
    "display_date", "published_at", "publishedat", "publishdate", "first_publish_date", "publish_date", "datepublished",
    "publisheddate", "deploydt", "deploydate", "pubdate", "pubdt", "regdate", "regdt", "reg_dt", "servicedate",
    "newsdate", "articledate", "createdat", "createdt", "created_at",
)  # fmt: skip
#: Where the front end would put an advertisement.
_PLACEHOLDER = re.compile(r"\$\$[A-Z_0-9]{2,30}\$\$|\{\{[^{}]{1,60}\}\}|<!--.{0,200}?-->")
#: A shorter text that bears the page's title is its teaser.
_WHOLE = 150
_MAX_SCRIPT = 6_000_000
_MAX_STEPS = 60_000
_MAX_CANDIDATES = 400


@dataclass(frozen=True, slots=True)
class State:
    """What one state object says; empty where it says nothing."""

    lines: tuple[str, ...]
    title: str = ""
    authors: tuple[str, ...] = ()
    published_at: datetime | None = None


def find_state(tree: LexborHTMLParser, *, title: str, language: str) -> State | None:
    """The longest article body in the scripts; one whose object bears the page's title wins over longer ones."""
    wanted = wording.folded(title)
    best: tuple[bool, int] = (False, 0)
    found: State | None = None
    for count, (value, owner) in enumerate(_bodies(tree)):
        if count > _MAX_CANDIDATES:
            break
        lines = tuple(read_lines(value))
        length = sum(map(len, lines))
        heading = _title(owner)
        folded = wording.folded(heading)
        rank = (length >= _WHOLE and bool(wanted and folded and (folded in wanted or wanted in folded)), length)
        if length >= 40 and rank > best:
            best = rank
            found = State(lines, heading, tuple(_authors(owner)), _time(owner, language))
    return found


def _bodies(tree: LexborHTMLParser) -> Iterator[tuple[Any, dict[str, Any]]]:
    for root in _roots(tree):
        for owner in _objects(root):
            elements = owner.get("content_elements")
            if isinstance(elements, list):
                yield (
                    [
                        each.get("content")
                        for each in elements
                        if isinstance(each, dict) and each.get("type") in {"text", "raw_html", "header"}
                    ],
                    owner,
                )
                continue
            lowered = {key.lower(): value for key, value in owner.items()}
            if not any(key in lowered for key in _TITLE_KEYS) and not any(key in lowered for key in _BODY_KEYS[:10]):
                continue
            for key in _BODY_KEYS:
                value = lowered.get(key)
                if _may_be_body(value):
                    yield value, owner


def _may_be_body(value: Any) -> bool:
    if isinstance(value, str):
        return len(value) >= 60 and " " in value
    return isinstance(value, list) and bool(value) and all(isinstance(each, str) for each in value)


def _roots(tree: LexborHTMLParser) -> Iterator[Any]:
    pushed: list[str] = []
    for script in tree.css("script"):
        kind = (script.attributes.get("type") or "").lower()
        raw = script.text() or ""
        if "ld+json" in kind or len(raw) > _MAX_SCRIPT:
            continue
        if script.attributes.get("id") == "__NEXT_DATA__" or kind == "application/json":
            yield from _loaded(raw)
        for match in _RSC_PUSH.finditer(raw):
            piece = _decoded(raw, match.end())
            if isinstance(piece, str):
                pushed.append(piece)
        for match in _ASSIGNMENT.finditer(raw):
            value = _decoded(raw, match.end())
            if value is not None:
                yield value
    if pushed:
        yield from _server_components("".join(pushed))


def _server_components(stream: str) -> Iterator[Any]:
    """Rows ``id:json`` and ``id:Thex,text`` (length in bytes) of React's wire format; rows refer to texts by "$id"."""
    raw = stream.encode("utf-8", errors="replace")
    values: list[Any] = []
    texts: dict[str, str] = {}
    position = 0
    row = re.compile(rb"([0-9a-f]*):(T([0-9a-f]+),)?")
    while position < len(raw):
        match = row.match(raw, position)
        if match is None:
            position = raw.find(b"\n", position) + 1 or len(raw)
            continue
        if match[2]:
            end = match.end() + int(match[3], 16)
            texts[match[1].decode()] = raw[match.end() : end].decode("utf-8", errors="replace")
            position = end
            continue
        end = raw.find(b"\n", match.end())
        end = len(raw) if end < 0 else end
        values.extend(_loaded(raw[match.end() : end].decode("utf-8", errors="replace").lstrip("IHL")))
        position = end + 1
    for value in values:
        yield _with_texts(value, texts)
    for text in texts.values():
        if text.lstrip()[:1] in "{[":
            yield from _loaded(text)
        else:
            yield {"contentHtml": text}


def _with_texts(root: Any, texts: dict[str, str]) -> Any:
    for owner in _objects(root):
        for key, value in owner.items():
            if isinstance(value, str) and value[:1] == "$" and value[1:] in texts:
                owner[key] = texts[value[1:]]
    return root


def _loaded(raw: str) -> Iterator[Any]:
    try:
        yield json.loads(raw, strict=False)
    except (ValueError, RecursionError):
        return


def _decoded(raw: str, position: int) -> Any:
    """The JSON value that begins at ``position``, whatever follows it."""
    try:
        return json.JSONDecoder(strict=False).raw_decode(raw, position)[0]
    except (ValueError, RecursionError):
        return None


def _objects(root: Any) -> Iterator[dict[str, Any]]:
    stack, steps = [root], 0
    while stack and steps < _MAX_STEPS:
        value = stack.pop()
        steps += 1
        if isinstance(value, dict):
            yield value
            stack.extend(inner for inner in value.values() if isinstance(inner, dict | list))
        elif isinstance(value, list):
            stack.extend(inner for inner in value if isinstance(inner, dict | list))


def read_lines(value: Any) -> list[str]:
    """Lines of a string, or a list of them, that may hold markup; hidden parts and captions left out."""
    return [
        line
        for piece in (value if isinstance(value, list) else [value])
        if isinstance(piece, str)
        for line in _lines(piece)
    ]


def _lines(piece: str) -> Iterator[str]:
    piece = _PLACEHOLDER.sub(" ", piece)
    if "<" not in piece and "&" not in piece:
        yield from wording.lines(piece)
        return
    fragment = LexborHTMLParser(tame(piece))
    remove_hidden(fragment)
    if fragment.body is not None:
        keep_breaks = fragment.css_first("p, br, div") is None
        yield from selectors.own_lines(selectors.blocks_of(fragment.body, keep_breaks=keep_breaks))[0]


def _title(owner: dict[str, Any]) -> str:
    for key, value in owner.items():
        if key.lower() in _TITLE_KEYS:
            text = value.get("basic") if isinstance(value, dict) else value
            if isinstance(text, str) and text.strip():
                return wording.label(text)
    return ""


def _authors(owner: dict[str, Any]) -> Iterator[str]:
    credited = owner.get("credits")
    named = [credited.get("by")] if isinstance(credited, dict) else []
    named += [value for key, value in owner.items() if key.lower() in _AUTHOR_KEYS]
    for value in named:
        for each in value if isinstance(value, list) else [value]:
            name = each.get("name") if isinstance(each, dict) else each
            if isinstance(name, str):
                yield name


def _time(owner: dict[str, Any], language: str) -> datetime | None:
    for wanted in _TIME_KEYS:
        for key, value in owner.items():
            if key.lower() == wanted and isinstance(value, str | int):
                time = times.parse_time(str(value), language)
                if time is not None:
                    return time
    return None
