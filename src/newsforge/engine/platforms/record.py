"""The shape of a platform record: what a platform allows and what its readers are used to.

One module of ``engine/platforms/records/`` holds one ``PLATFORM``; the registry finds it by being there. The record
is data: everything that reads it (counting, layout, the writers, the export for the web) lives elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

#: How a limit is counted. ``weighted`` is X's weighting, ``emoji_byte`` is Threads' (one a character, an emoji its
#: UTF-8 bytes), ``json_byte`` the UTF-8 bytes of the text as a JSON string without the quotes.
Unit = Literal[
    "weighted", "grapheme", "code_point", "utf16", "utf8_byte", "cp949_byte", "json_byte", "emoji_byte"
]
#: The text a limit speaks of. ``part`` is each part by itself, ``payload`` title and parts together.
Field = Literal["part", "title", "subject", "preheader", "html", "payload"]
#: ``reject``: the platform refuses or cuts; ``advise``: works, but reads worse past it; ``fold``: hidden behind "more".
Severity = Literal["reject", "advise", "fold"]
#: ``documented``: official text read; ``reported``: third parties or code; ``assumed``: not found, so configurable.
Confidence = Literal["documented", "reported", "assumed"]
Language = str
#: How the writers build a post for it; one composition each, see ``engine/compose``.
Shape = Literal["hook", "story", "caption", "brief", "pin", "letter", "blog", "feed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    field: Field
    max: int
    unit: Unit
    severity: Severity = "reject"
    confidence: Confidence = "documented"
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UrlRule:
    """``counted_as`` None counts the URL literally; a number is its fixed length whatever it is (X 23)."""

    counted_as: int | None = None
    scheme_required: bool = True
    clickable: bool = True
    max_unique: int | None = None
    placement: Literal["end", "last_part", "none"] = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class HashtagRule:
    """``max`` is the platform's, ``habit`` what a good post carries. Tags are always written in the portable form:
    letters, digits and ``_`` with at least one letter, white space on both sides."""

    max: int | None = None
    habit: int = 2
    max_length: int | None = None
    max_length_unit: Unit = "code_point"


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRule:
    """``host_counted`` False counts ``@user@host`` as ``@user`` (Mastodon)."""

    max: int | None = None
    host_counted: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadRule:
    """``numbering`` is a format of ``index`` and ``total`` that ends each part, counted in its length."""

    max_parts: int = 25
    numbering: str = "{index}/{total}"
    confidence: Confidence = "assumed"


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaRule:
    """``required`` names what a post cannot exist without (``image``, ``video``); empty where text alone will do."""

    required: tuple[str, ...] = ()
    max_images: int | None = None
    mime: tuple[str, ...] = ()
    max_bytes: int | None = None
    alt_max: int | None = None
    confidence: Confidence = "documented"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishRule:
    """``api``: can be published by API; ``export``: the platform has no write API, so the post is copied or saved."""

    mode: Literal["api", "export"] = "api"
    note: str = ""
    ai_flag: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform:
    id: str
    name: dict[Language, str]
    shape: Shape
    limits: tuple[Limit, ...]
    #: Fields of :class:`newsforge.engine.post.Post` beyond ``parts`` that the platform needs filled.
    fields: tuple[Literal["title", "subject", "preheader", "html"], ...] = ()
    urls: UrlRule = field(default_factory=UrlRule)
    hashtags: HashtagRule = field(default_factory=HashtagRule)
    mentions: MentionRule = field(default_factory=MentionRule)
    thread: ThreadRule | None = None
    media: MediaRule = field(default_factory=MediaRule)
    publish: PublishRule = field(default_factory=PublishRule)
    #: Characters the charset cannot carry are written this way first (SMS: ``₩`` to ``원``).
    transliterate: dict[str, str] = field(default_factory=dict)
    charset: Literal["utf-8", "cp949"] = "utf-8"
    #: Body length that reads well there, in the unit of the first ``part`` limit; the embedded writer aims at it.
    target: int = 0
    #: Whether the platform's readers expect paragraphs to be set apart by an empty line.
    blank_line: bool = True
    verified_on: str = "2026-11-22"
    sources: tuple[str, ...] = ()
