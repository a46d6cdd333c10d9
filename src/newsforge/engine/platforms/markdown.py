"""A post as a Markdown file: YAML front matter, then the text so escaped that it shows as it was written."""

from __future__ import annotations

import json
import re

from newsforge.engine.platforms.blocks import Block, block_of
from newsforge.engine.post import Post

#: What CommonMark (0.31.2) or GitHub's tables and strikethrough would read as markup inside a line.
_INLINE = re.compile(r"[\\`*\[\]<]|~(?=~)|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|\|")
_LINE_START = re.compile(r"^(\s*)(#{1,6}(?=\s|$)|>|[-+](?=\s|$)|={2,}\s*$|-{2,}\s*$|~{3,})", re.MULTILINE)
_ORDERED = re.compile(r"^(\s*\d{1,9})([.)])(?=\s|$)", re.MULTILINE)


def escape(text: str) -> str:
    text = _INLINE.sub(r"\\\g<0>", text)
    text = _LINE_START.sub(r"\1\\\2", text)
    return _ORDERED.sub(r"\1\\\2", text)


def _written(block: Block) -> list[str]:
    if block.items:
        heading = [f"### {escape(block.text)}"] if block.text else []
        return [*heading, "\n".join(f"- {escape(item)}" for item in block.items)]
    if block.is_heading:
        return [f"### {escape(block.text)}"]
    text = escape(block.text).replace("\n", "  \n")
    return [f"> {text}" if block.is_quote and "\n" not in text else text]


def document(post: Post, paragraphs: tuple[str, ...]) -> str:
    """The whole file; strings of the front matter are JSON strings, which YAML reads as they are."""
    front = {"title": post.title, "tags": list(post.hashtags) or None, "source": post.link}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items() if value]
    body = [text for paragraph in paragraphs for text in _written(block_of(paragraph))]
    if post.link:
        body.append(f"<{post.link}>")
    if post.disclosure:
        body.append(post.disclosure)
    return "\n".join(["---", *lines, "---", ""]) + "\n" + "\n\n".join(body) + "\n"
