"""What a reader of the page cannot see is taken out of the tree before any text is read from it.

Text hidden by styling is how instructions for language models get into a page; it is never part of the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

_NEVER_SHOWN = "script, style, template, noscript, link, meta, object, embed, applet, datalist, dialog:not([open])"
_NOT_DISPLAYED = r"""
    display\s*:\s*none | visibility\s*:\s*(?:hidden|collapse) | content-visibility\s*:\s*hidden
  | text-indent\s*:\s*-\d{3,} | (?:left|top|right|margin-left|margin-top)\s*:\s*-\d{4,}
  | clip\s*:\s*rect\(\s*(?:0|1px)[\s,] | clip-path\s*:\s*inset\(\s*(?:50|100)%"""
_SHEET = re.compile(rf"(?:^|[;{{\s])(?:{_NOT_DISPLAYED})", re.IGNORECASE | re.VERBOSE)
_STYLE = re.compile(
    rf"""(?:^|[;\s])(?:{_NOT_DISPLAYED}
      | font-size\s*:\s*(?:0(?:\.0\d*)?(?:px|pt|r?em|%)?|(?:0?\.\d+|1(?:\.\d+)?)(?:px|pt)|[1-5]%)\s*(?:;|!|$)
      | opacity\s*:\s*(?:0|0?\.0\d*)%?\s*(?:;|!|$) | color\s*:\s*transparent | transform\s*:\s*scale\(\s*0\s*\)
      | (?:max-)?(?:height|width)\s*:\s*0(?:px|r?em|%)?\s*(?:;|!|$)(?=.*overflow\s*:\s*hidden)
    )""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_WHITE_ON_NOTHING = re.compile(
    r"(?:^|[;\s])color\s*:\s*(?:#fff(?:fff)?\b|white\b|rgba?\(\s*255\s*,\s*255\s*,\s*255)", re.IGNORECASE
)
_BACKGROUND = re.compile(r"background", re.IGNORECASE)
_AT_BLOCK = re.compile(r"@(?:media|supports|container|layer|keyframes|-webkit-keyframes|font-face|page)[^{]{0,500}\{")
#: One class or one id, outside media queries: what a sheet in the page itself can hide.
_SIMPLE = re.compile(r"^(?:[a-z]+[0-9]?)?[.#][A-Za-z_][\w-]{0,80}$")
#: Share of the page's text above which a hidden part is the page itself.
_MOST = 0.5
_MAX_SHEET = 400_000
_MAX_RULE = 8_000
_MAX_SELECTORS = 300
#: Classes that style sheets of the whole web give to text for screen readers only.
_SCREEN_READER = (
    ".sr-only, .sr_only, .screen-reader-text, .visually-hidden, .visuallyhidden, .a11y-hidden, .blind, .u_hc"
)


def remove_hidden(tree: LexborHTMLParser) -> None:
    """Change ``tree`` in place. What holds most of the page's text stays even so: pages hide everything behind an
    open dialog, or until a script has run, and a reader then sees it. ``aria-hidden`` alone counts as hidden too."""
    sheets = [sheet.text() or "" for sheet in tree.css("style")]
    body = tree.body
    if body is None:
        return
    remove(tree.css(_NEVER_SHOWN))
    doomed = [*tree.css(_SCREEN_READER), *tree.css('[hidden], [aria-hidden="true" i]')]
    for node in tree.css("[style]"):
        style = node.attributes.get("style") or ""
        if _STYLE.search(style) or (_WHITE_ON_NOTHING.search(style) and not _BACKGROUND.search(style)):
            doomed.append(node)
    for selector in _hiding_selectors(sheets):
        doomed.extend(tree.css(selector))
    most = _MOST * len((body.text() or "").strip())
    remove([node for node in doomed if len(node.text() or "") <= most])


def remove(nodes: list[LexborNode]) -> None:
    """Take the nodes out of their tree. Only the outermost are touched: destroying one frees all that is in it."""
    by_id = {node.mem_id: node for node in nodes if node.tag not in {"html", "body", "head"}}
    outermost = [node for node in by_id.values() if not any(mem_id in by_id for mem_id in _ancestors(node))]
    for node in outermost:
        node.decompose()


def _ancestors(node: LexborNode) -> Iterator[int]:
    above = node.parent
    while above is not None:
        yield above.mem_id
        above = above.parent


def _hiding_selectors(sheets: list[str]) -> list[str]:
    found: dict[str, None] = {}
    for sheet in sheets:
        if len(sheet) > _MAX_SHEET:
            continue
        for rule in _outside_at_blocks(sheet).split("}"):
            selectors, _, declarations = rule.partition("{")
            if len(rule) > _MAX_RULE or not _SHEET.search(declarations):
                continue
            for selector in selectors.split(","):
                simple = selector.strip()
                if _SIMPLE.match(simple):
                    found[simple] = None
    return list(found)[:_MAX_SELECTORS]


def _outside_at_blocks(sheet: str) -> str:
    sheet = re.sub(r"/\*.*?\*/", " ", sheet, flags=re.DOTALL) if "*/" in sheet else sheet
    kept, position = [], 0
    while match := _AT_BLOCK.search(sheet, position):
        kept.append(sheet[position : match.start()])
        depth, end = 1, match.end()
        while depth and end < len(sheet):
            brace = re.compile(r"[{}]").search(sheet, end)
            if brace is None:
                end = len(sheet)
                break
            depth += 1 if brace.group() == "{" else -1
            end = brace.end()
        position = end
    kept.append(sheet[position:])
    return "".join(kept)
