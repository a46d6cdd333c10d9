"""Markup that would keep a parser busy for minutes, made harmless before it is parsed.

Measured: 100,000 nested ``<div>`` take lexbor 20 s and resiliparse 280 s; 50,000 attributes in one tag 4 s each.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

#: Deeper nesting than any article page shows (real pages stay under 100).
MAX_DEPTH = 300
MAX_ATTRIBUTES = 200
_ATTRIBUTE = re.compile(r"""[\s/"'][^\s=>"'/]{1,200}(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?""")
#: A quote shields ``>`` only where a value begins.
_REST = r"""(?:[^"'>=]++|=\s*"[^"]*"|=\s*'[^']*'|["'=])*+>"""
_TAG_REST = re.compile(_REST)
_TAG = re.compile(rf"<(?:(!--)|(/?)([A-Za-z][^\s/>\x00]*)({_REST})?)")
_RAW_TEXT = {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"}
_VOID = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
}  # fmt: skip
#: Elements that the next one of their kind closes; they cannot nest without another element between them.
_SELF_CLOSING = {
    "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot", "rp", "rt", "html",
    "head", "body",
}  # fmt: skip
_FORMATTING = {"b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"}
_BLOCKS = {
    "address", "article", "aside", "blockquote", "center", "details", "dialog", "dir", "div", "dl", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "main", "menu",
    "nav", "ol", "pre", "section", "summary", "table", "ul",
}  # fmt: skip


def tame(html: str) -> str:
    """The same page; start and end tags below ``MAX_DEPTH`` and attributes beyond ``MAX_ATTRIBUTES`` left out."""
    cuts = list(_cuts(html))
    if not cuts:
        return html
    kept, position = [], 0
    for start, end in cuts:
        kept.append(html[position:start])
        position = max(position, end)
    kept.append(html[position:])
    return "".join(kept)


def _cuts(html: str) -> list[tuple[int, int]]:
    cuts: list[tuple[int, int]] = []
    stack = _Stack()
    position = 0
    folded = html.lower()
    lowered = folded if len(folded) == len(html) else html  # "İ" grows when it is lowered
    while match := _TAG.search(html, position):
        if match[1]:
            end = html.find("-->", match.end())
            if end < 0:
                break
            position = end + 3
            continue
        name_end = match.end(3)
        name = match[3].lower()
        position = end = match.end() if match[4] else html.find(">", name_end) + 1
        if not end:
            break
        if match[2]:
            too_deep = len(stack.names) > MAX_DEPTH
            if stack.close(name) and too_deep:
                cuts.append((match.start(), end))
            continue
        if name in _RAW_TEXT:
            close = lowered.find(f"</{name}", end)
            position = _tag_end(html, close + 2) if close >= 0 else -1
            if position < 0:
                break
            continue
        if not html.startswith("/>", end - 2):
            stack.open(name)
        if len(stack.names) > MAX_DEPTH or stack.formatting > MAX_DEPTH:
            cuts.append((match.start(), end))
        elif end - name_end > 2000:
            attributes = list(islice(_ATTRIBUTE.finditer(html, name_end, end), MAX_ATTRIBUTES + 1))
            if len(attributes) > MAX_ATTRIBUTES:
                cuts.append((attributes[MAX_ATTRIBUTES].start(), end - 1))
    return cuts


class _Stack:
    """Open elements, roughly as the HTML parsing algorithm keeps them: exact enough to know how deep it goes."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.counts: Counter[str] = Counter()
        #: ``<b>`` and its like come back in every following block until they are closed.
        self.formatting = 0

    def open(self, name: str) -> None:
        if name in _VOID or name in _SELF_CLOSING:
            return
        self.names.append(name)
        self.counts[name] += 1
        self.formatting += name in _FORMATTING

    def close(self, name: str) -> bool:
        if name in _FORMATTING:
            self.formatting = max(0, self.formatting - 1)
        if not self.counts[name]:
            return False
        if self.names[-1] == name:
            self.names.pop()
            self.counts[name] -= 1
            return True
        if name not in _BLOCKS and any(inner in _BLOCKS for inner in self._above(name)):
            return False
        while True:
            popped = self.names.pop()
            self.counts[popped] -= 1
            if popped == name:
                return True

    def _above(self, name: str) -> list[str]:
        """The names that would go with it; a block stands for all when the search grows long."""
        for distance, inner in enumerate(reversed(self.names)):
            if inner == name:
                return self.names[len(self.names) - distance :]
            if distance > 50:
                break
        return ["div"]


def _tag_end(html: str, position: int) -> int:
    """Just behind the ``>`` that closes the tag whose name ends at ``position``; quoted ones do not count."""
    quick = html.find(">", position)
    if quick < 0:
        return -1
    if '"' not in html[position:quick] and "'" not in html[position:quick]:
        return quick + 1
    match = _TAG_REST.match(html, position)
    return match.end() if match else quick + 1
