"""A person changes a post: what they wrote is kept to the letter, and all that repeats it follows."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace

from newsforge.engine.platforms.furniture import body_spans
from newsforge.engine.platforms.html import render
from newsforge.engine.platforms.record import Platform
from newsforge.engine.post import Content, Post

_FRONT_MATTER = re.compile(r"---\n.*?\n---\n", re.DOTALL)
_EMPTY_LINES = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What is None stays as it is. ``parts`` are whole texts, link, tags and disclosure included, as published."""

    parts: tuple[str, ...] | None = None
    title: str | None = None
    subject: str | None = None
    preheader: str | None = None
    hashtags: tuple[str, ...] | None = None

    @property
    def is_empty(self) -> bool:
        return self == Edit()


def edited(post: Post, edit: Edit, platform: Platform) -> Post:
    """The HTML form is made anew from the text, so that it never says anything else."""
    hashtags = post.hashtags if edit.hashtags is None else edit.hashtags
    changed = replace(
        post,
        parts=post.parts if edit.parts is None else edit.parts,
        title=post.title if edit.title is None else edit.title,
        subject=post.subject if edit.subject is None else edit.subject,
        preheader=post.preheader if edit.preheader is None else edit.preheader,
        hashtags=hashtags,
    )
    if edit.parts is None and hashtags != post.hashtags and platform.hashtags.placement == "end":
        changed = replace(changed, parts=_retagged(post, hashtags))
    if platform.form == "markdown" and changed.parts:
        changed = replace(changed, parts=(_refronted(changed), *changed.parts[1:]))
    if "html" in platform.fields:
        changed = replace(changed, html=render(changed, _content(changed), platform.form))
    return changed


def _retagged(post: Post, hashtags: tuple[str, ...]) -> tuple[str, ...]:
    """The line of tags is exchanged where it stands; where there is none, it comes to the end."""
    old, new = (" ".join(f"#{tag}" for tag in tags) for tags in (post.hashtags, hashtags))
    parts = list(post.parts)
    for index in reversed(range(len(parts))):
        if old and old in parts[index]:
            parts[index] = re.sub(r"\n{3,}", "\n\n", parts[index].replace(old, new)).strip()
            return tuple(parts)
    if new and parts:
        parts[-1] = f"{parts[-1].rstrip()}\n\n{new}"
    return tuple(parts)


def _refronted(post: Post) -> str:
    front = {"title": post.title, "tags": list(post.hashtags) or None, "source": post.link}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items() if value]
    body = _FRONT_MATTER.sub("", post.parts[0], count=1) if post.parts[0].startswith("---\n") else post.parts[0]
    return "\n".join(["---", *lines, "---", ""]) + body


def _content(post: Post) -> Content:
    bodies = [text[start:end] for text, (start, end) in zip(post.parts, body_spans(post), strict=True)]
    paragraphs = [paragraph.strip() for body in bodies for paragraph in _EMPTY_LINES.split(body)]
    return Content(
        paragraphs=tuple(filter(None, paragraphs)),
        hashtags=post.hashtags,
        title=post.title,
        subject=post.subject,
        preheader=post.preheader,
    )
