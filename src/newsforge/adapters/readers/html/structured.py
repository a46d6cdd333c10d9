"""schema.org objects of a page's JSON-LD scripts, flat, with their ``@id`` references resolved."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from selectolax.lexbor import LexborHTMLParser

Json = dict[str, Any]

_MAX_SCRIPT_CHARACTERS = 2_000_000
_MAX_OBJECTS = 2_000
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|"
    r"\]\]>)\s*;?\s*$"
)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_RAW_BREAK = re.compile(r"[\x00-\x1f]+")
_ARTICLE = re.compile(r"(?:article|posting|report|liveblog)$|^(?:review|opinion|recipe|interview)", re.IGNORECASE)
_PAGE = {"webpage", "itempage", "creativework"}


@dataclass(frozen=True, slots=True)
class Structured:
    objects: tuple[Json, ...] = ()

    @property
    def articles(self) -> list[Json]:
        """Articles of any kind, news first; what has no headline and no body is only a mention."""
        found = [each for each in self.objects if any(_ARTICLE.search(name) for name in types(each))]
        found = [each for each in found if text_of(each.get("headline") or each.get("name")) or each.get("articleBody")]
        return sorted(found, key=lambda each: "datePublished" not in each)

    @property
    def pages(self) -> list[Json]:
        return [each for each in self.objects if _PAGE & {name.lower() for name in types(each)}]

    def resolve(self, value: Any) -> Any:
        """Follow ``{"@id": ...}`` to the object it names."""
        if isinstance(value, dict) and "@id" in value and not value.keys() & {"name", "url", "headline"}:
            for each in self.objects:
                if each.get("@id") == value["@id"] and len(each) > len(value):
                    return each
        return value


def read_structured(tree: LexborHTMLParser) -> Structured:
    objects: list[Json] = []
    for script in tree.css('script[type*="ld+json" i]'):
        raw = script.text() or ""
        if len(raw) <= _MAX_SCRIPT_CHARACTERS:
            objects.extend(_flatten(parse_json(raw)))
        if len(objects) > _MAX_OBJECTS:
            break
    return Structured(tuple(objects[:_MAX_OBJECTS]))


def parse_json(raw: str) -> Any:
    """None when it cannot be read even after the usual repairs (comments, trailing commas, raw line breaks)."""
    text = _WRAPPING.sub("", raw.strip()).strip().rstrip(";")
    for repaired in _repairs(text):
        try:
            return json.loads(repaired, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _repairs(text: str) -> Iterator[str]:
    yield text
    without_commas = _TRAILING_COMMA.sub(r"\1", _RAW_BREAK.sub(" ", text))
    yield without_commas
    if "&quot;" in text:
        yield html.unescape(without_commas)


def _flatten(value: Any) -> Iterator[Json]:
    """Objects at any depth, outer ones first, without recursion."""
    queue = [value]
    seen = 0
    while queue and seen < 20 * _MAX_OBJECTS:
        current = queue.pop(0) if len(queue) < 500 else queue.pop()
        seen += 1
        if isinstance(current, list):
            queue[:0] = current[:500]
        elif isinstance(current, dict):
            if "@type" in current or "headline" in current:
                yield current
            queue.extend(inner for inner in current.values() if isinstance(inner, dict | list))


def types(value: Json) -> list[str]:
    named = value.get("@type")
    names = named if isinstance(named, list) else [named]
    return [name.rsplit("/", 1)[-1] for name in names if isinstance(name, str)]


def text_of(value: Any) -> str:
    """A string wherever schema.org allows a string, an object with a name, a language map or a list of them."""
    for _ in range(4):
        if isinstance(value, str):
            return value
        if isinstance(value, list):
            value = value[0] if value else ""
        elif isinstance(value, dict):
            value = value.get("name") or value.get("@value") or value.get("headline") or ""
        else:
            break
    return ""


def list_of(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
