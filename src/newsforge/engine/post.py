"""What a writer hands over (:class:`Content`) and what is published (:class:`Post`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tone = Literal["neutral", "friendly", "urgent", "formal"]
Length = Literal["short", "standard", "long"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A writer's work before it is laid out for a platform.

    ``paragraphs`` are plain text in reading order, without link, hashtags, numbering or disclosure: the layout adds
    those. ``hashtags`` carry no ``#``. ``title``, ``subject`` and ``preheader`` are used where the platform has
    such a field. ``parted`` says that in a thread each paragraph is a part of its own, but for the first
    ``opening`` ones, which share a part.
    """

    paragraphs: tuple[str, ...]
    hashtags: tuple[str, ...] = ()
    title: str | None = None
    subject: str | None = None
    preheader: str | None = None
    parted: bool = False
    opening: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post as it would be published. ``parts`` has one text, or several where the platform has threads.

    Each part is complete: hashtags, link, numbering and disclosure are in it and counted. ``html`` is the
    paste-ready or feed form where the platform wants one.
    """

    platform: str
    language: str
    writer: str
    parts: tuple[str, ...]
    hashtags: tuple[str, ...] = ()
    title: str | None = None
    subject: str | None = None
    preheader: str | None = None
    html: str | None = None
    link: str | None = None
    disclosure: str | None = None
