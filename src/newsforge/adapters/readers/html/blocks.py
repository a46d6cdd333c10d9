"""A part of the page as lines of text: one block element or line break, one line."""

from __future__ import annotations

from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from newsforge.adapters.readers.html import wording

_BLOCKS = {
    "address", "article", "blockquote", "br", "caption", "center", "dd", "div", "dl", "dt", "fieldset", "h1",
    "h2", "h3",
    "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "summary", "details", "table",
    "tbody",
    "tr", "ul", "figure",
}  # fmt: skip
_SKIPPED = {
    "script", "style", "noscript", "template", "iframe", "button", "form", "nav", "aside", "footer", "select", "svg",
    "video", "audio", "canvas", "textarea", "input", "object", "embed", "map", "math", "head", "title", "dialog",
    "menu", "label", "ins-ad", "amp-ad", "img", "picture", "source",
}  # fmt: skip
_CAPTIONS = {"figcaption", "caption"}


@dataclass(frozen=True, slots=True)
class Block:
    """``linked`` is the share of the characters that stand in links; ``caption`` tells text about a picture."""

    text: str
    linked: float = 0.0
    caption: bool = False
    heading: bool = False


class _Line:
    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.linked = 0
        self.heading = False

    def add(self, text: str, *, linked: bool) -> None:
        self.pieces.append(text)
        if linked:
            self.linked += len(text.strip())


def read_blocks(
    root: LexborNode,
    *,
    skip: frozenset[int] = frozenset(),
    captions: frozenset[int] = frozenset(),
    keep_breaks: bool = False,
) -> list[Block]:
    """Lines of ``root`` in order. ``skip`` and ``captions`` hold the ``mem_id`` of elements to leave out and of
    elements whose text describes a picture. ``keep_breaks``: a line break in the source text ends a line."""
    blocks: list[Block] = []
    current = _Line()

    def end(*, caption: bool) -> None:
        nonlocal current
        joined = "".join(current.pieces)
        for text in wording.lines(joined) if keep_breaks else filter(None, [wording.line(joined)]):
            length = max(1, sum(len(piece.strip()) for piece in current.pieces))
            blocks.append(Block(text, current.linked / length, caption, current.heading))
        current = _Line()

    # (node, entering, in link, in caption)
    stack: list[tuple[LexborNode, bool, bool, bool]] = [(root, True, False, False)]
    while stack:
        node, entering, linked, caption = stack.pop()
        tag = node.tag or ""
        if tag == "-text":
            current.add(node.text_content or "", linked=linked)
            continue
        if not node.is_element_node:
            continue
        if not entering:
            if tag in _BLOCKS or tag in _CAPTIONS or node.mem_id in captions:
                end(caption=caption)
            elif tag in {"td", "th"}:
                current.add(" ", linked=False)
            continue
        if tag in _SKIPPED or node.mem_id in skip:
            continue
        inner_caption = caption or tag in _CAPTIONS or node.mem_id in captions
        if tag in _BLOCKS or inner_caption != caption:
            end(caption=caption)
            current.heading = len(tag) == 2 and tag[0] == "h" and tag[1].isdigit()
        linked = linked or tag == "a"
        if tag == "br":
            continue
        stack.append((node, False, linked, inner_caption))
        children = list(node.iter(include_text=True))
        stack.extend((child, True, linked, inner_caption) for child in reversed(children))
    end(caption=False)
    return blocks
