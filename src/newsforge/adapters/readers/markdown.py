"""Markdown: front matter into metadata, markup off the words, pictures and code out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from newsforge.adapters.readers.extract import Extract
from newsforge.adapters.readers.html.names import clean_names
from newsforge.adapters.readers.html.times import parse_time
from newsforge.adapters.readers.prose import Known, article_from
from newsforge.engine.article import Article
from newsforge.engine.text.language import detect_language

if TYPE_CHECKING:
    from markdown_it.token import Token

#: YAML between lines of ---, TOML between lines of +++.
_FRONT_MATTER = re.compile(
    r"\A\ufeff?(?P<mark>---|\+\+\+)[ \t]*\n(?P<fields>.*?)\n(?:(?P=mark)|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL
)
_FIELD = re.compile(r"^(?P<name>[A-Za-z_-]+)[ \t]*[:=][ \t]*(?P<value>.*)$")
_LIST_ITEM = re.compile(r"^[ \t]+-[ \t]+(?P<value>.+)$|^-[ \t]+(?P<top>.+)$")
#: Brackets and emphasis that never close take the parser quadratic time (100,000 of them: minutes).
_MARKS = re.compile(r"[\[\]*_~`<&!]")
_MOST_MARKS = 20_000
_TAG = re.compile(r"<[^<>]{0,500}>")
#: A note and what refers to it: notes are none of the article in any format.
_NOTE = re.compile(r"^ {0,3}\[\^[^\]\s]{1,40}\]:.*(?:\n[ \t]+\S.*)*", re.MULTILINE)
_NOTE_MARK = re.compile(r"\[\^[^\]\s]{1,40}\]")

_DATE_FIELDS = ("date", "published", "pubdate", "published_at", "publishdate", "date_published", "datepublished")
_MODIFIED_FIELDS = ("lastmod", "updated", "modified", "updated_at", "last_modified_at", "modified_at", "date_modified")
_IMAGE_FIELDS = ("image", "cover", "thumbnail", "cover_image", "featured_image", "og_image")
_ADDRESS_FIELDS = ("url", "canonical_url", "canonical", "permalink", "link", "source")


@dataclass(slots=True)
class _FrontMatter:
    title: str = ""
    site: str = ""
    date: str = ""
    modified: str = ""
    image: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None


def read_markdown(text: str, *, url: str | None = None) -> Article:
    """Raise :class:`newsforge.adapters.readers.errors.EmptySource` or ``TooShort``."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    front, body = _split_front_matter(text)
    body = _NOTE_MARK.sub("", _NOTE.sub("", _without_comments(body)))
    is_markup = len(_MARKS.findall(body)) > _MOST_MARKS
    title, lines = ("", body.split("\n")) if is_markup else _read_body(body)
    known = Known(
        authors=tuple(clean_names(front.authors, sites=(front.site,))),
        published_at=_date(front.date, body),
        modified_at=_date(front.modified, body),
        lead_image=front.image,
        site=front.site,
        url=url or front.url,
    )
    return article_from(Extract(lines=tuple(lines), title=front.title or title), known)


def _date(value: str, body: str) -> datetime | None:
    return parse_time(value, detect_language(body)) if value else None


def _without_comments(text: str) -> str:
    pieces = text.split("<!--")
    ends = [piece.find("-->") for piece in pieces[1:]]
    return pieces[0] + "".join(
        piece[end + 3 :] if end >= 0 else f"<!--{piece}" for piece, end in zip(pieces[1:], ends, strict=True)
    )


def _split_front_matter(text: str) -> tuple[_FrontMatter, str]:
    """Only the plain ``name: value`` and list forms that article headers use."""
    match = _FRONT_MATTER.match(text)
    if not match:
        return _FrontMatter(), text
    fields: dict[str, list[str]] = {}
    name = ""
    for line in match["fields"].split("\n"):
        if found := _FIELD.match(line):
            name = found["name"].lower()
            fields[name] = _values(found["value"])
        elif name and (item := _LIST_ITEM.match(line)):
            fields[name].append(_unquoted(item["value"] or item["top"]))
    first = {key: values[0] for key, values in fields.items() if values}
    return _FrontMatter(
        title=first.get("title", ""),
        site=first.get("site") or first.get("publisher") or _no_address(first.get("source", "")),
        date=_first(first, _DATE_FIELDS),
        modified=_first(first, _MODIFIED_FIELDS),
        image=next((first[key] for key in _IMAGE_FIELDS if _is_web(first.get(key, ""))), None),
        authors=tuple(fields.get("author", []) + fields.get("authors", [])),
        url=next((first[key] for key in _ADDRESS_FIELDS if _is_web(first.get(key, ""))), None),
    ), text[match.end() :]


def _first(fields: dict[str, str], names: tuple[str, ...]) -> str:
    return next((fields[name] for name in names if name in fields), "")


def _no_address(value: str) -> str:
    return "" if _is_web(value) else value


def _is_web(value: str) -> bool:
    return value.startswith(("https://", "http://")) and " " not in value


def _values(value: str) -> list[str]:
    value = value.strip()
    if value.startswith("[") and value.endswith("]"):
        return [_unquoted(part) for part in value[1:-1].split(",") if part.strip()]
    return [_unquoted(value)] if value else []


def _unquoted(value: str) -> str:
    value = value.strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def _read_body(text: str) -> tuple[str, list[str]]:
    """The first heading of the highest rank when it opens the text, and every line of prose."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark", {"maxNesting": 40}).enable(["table", "strikethrough"]).parse(text)
    lines: list[str] = []
    title = ""
    row: list[str] | None = None
    for index, token in enumerate(tokens):
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            lines.append(" | ".join(cell for cell in row if cell))  # pylint: disable=not-an-iterable  # None is ruled out
            row = None
        elif token.type == "inline":
            plain = "".join(_plain(token.children or []))
            if row is not None:
                row.append(plain)
                continue
            if not title and not lines and tokens[index - 1].tag in {"h1", "h2"}:
                title = plain.strip()
            lines.extend(plain.split("\n"))
        elif token.type == "html_block":
            lines.extend(_TAG.sub(" ", token.content).split("\n"))
    return title, lines


def _plain(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in {"text", "code_inline"}:
            yield token.content
        elif token.type == "softbreak":
            yield " "
        elif token.type == "hardbreak" or (token.type == "html_inline" and token.content.lower().startswith("<br")):
            yield "\n"
