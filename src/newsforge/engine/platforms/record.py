"""The shape of a platform record: what a platform allows and what its readers are used to.

One module of ``engine/platforms/records/`` holds one ``PLATFORM``; the registry finds it by being there. The record
is data: everything that reads it (counting, layout, the writers, the export for the web) lives elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from newsforge.engine.text.counting import Unit

#: The text a limit speaks of. ``part`` is each part by itself, ``payload`` the push message as APNs takes it: title,
#: body and link in one JSON object.
Field = Literal["part", "title", "subject", "preheader", "html", "payload"]
#: ``reject``: the platform refuses or cuts; ``advise``: works, but reads worse past it; ``fold``: hidden behind "more".
Severity = Literal["reject", "advise", "fold"]
#: ``documented``: official text read; ``reported``: third parties or code; ``assumed``: not found, so configurable.
Confidence = Literal["documented", "reported", "assumed"]
Language = str
#: How the writers build a post for it; one composition each, see ``engine/compose``.
Shape = Literal["hook", "story", "caption", "brief", "pin", "letter", "blog", "feed"]
#: How a post there speaks. ``plain``: headline, news, points. ``bulletin``: a marked heading line over points.
#: ``professional``: paragraphs, then what to take away. ``conversational``: begins with the news itself, no list.
Manner = Literal["plain", "bulletin", "professional", "conversational"]


#: How ``parts`` and ``html`` are written. ``plain``: text only. ``letter``: mail HTML, and ``parts[0]`` is its plain
#: text twin. ``editor``: HTML to paste into a blog editor, and its plain text twin. ``markdown``: ``parts[0]`` is the
#: whole Markdown file with front matter. ``feed``: ``html`` is ``content_html``, ``parts[0]`` is ``content_text``.
Form = Literal["plain", "letter", "editor", "markdown", "feed"]
#: Markup that publishing must escape; the post's own text stays plain.
Dialect = Literal["none", "linkedin", "slack", "telegram"]


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
    """``counted_as`` None counts the URL literally; a number is its fixed length whatever it is (X 23).

    ``placement`` ``none``: the link has a place of its own (button, destination, payload) or is of no use in the text.
    A link longer than ``longest`` characters is left out of the text: it would push the news out of an SMS.
    """

    counted_as: int | None = None
    scheme_required: bool = True
    clickable: bool = True
    max_unique: int | None = None
    placement: Literal["end", "last_part", "none"] = "end"
    longest: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HashtagRule:
    """``max`` is the platform's, ``habit`` what a good post carries. Tags are always written in the portable form:
    letters, digits and ``_`` with at least one letter, white space on both sides. ``placement`` ``field``: tags have a
    field of their own (front matter, feed tags) and are not written into the text."""

    max: int | None = None
    habit: int = 2
    max_length: int | None = None
    max_length_unit: Unit = "code_point"
    placement: Literal["end", "field"] = "end"
    confidence: Confidence = "documented"


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRule:
    """``host_counted`` False counts ``@user@host`` as ``@user`` (Mastodon).

    ``alerts`` are words, in any case, and signs that notify a whole server, or people who asked for nothing, wherever
    in a text they stand: none may be in a post. Empty where such a word is text like any other.
    """

    max: int | None = None
    host_counted: bool = True
    alerts: tuple[str, ...] = ()


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
class EscapeRule:
    """``counted``: the escaped text is what the limit measures."""

    dialect: Dialect = "none"
    counted: bool = False
    confidence: Confidence = "documented"


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform:
    id: str
    name: dict[Language, str]
    shape: Shape
    manner: Manner = "plain"
    limits: tuple[Limit, ...]
    #: Fields of :class:`newsforge.engine.post.Post` beyond ``parts`` that the platform needs filled.
    fields: tuple[Literal["title", "subject", "preheader", "html"], ...] = ()
    urls: UrlRule = field(default_factory=UrlRule)
    hashtags: HashtagRule = field(default_factory=HashtagRule)
    mentions: MentionRule = field(default_factory=MentionRule)
    thread: ThreadRule | None = None
    media: MediaRule = field(default_factory=MediaRule)
    escape: EscapeRule = field(default_factory=EscapeRule)
    cashtags_max: int | None = None
    form: Form = "plain"
    #: ``compact`` is the AI disclosure in a few characters, for places where every one of them counts.
    disclosure: Literal["compact", "full"] = "full"
    publish: PublishRule = field(default_factory=PublishRule)
    #: Characters the charset cannot carry are written this way first (SMS: ``₩`` to ``원``).
    transliterate: dict[str, str] = field(default_factory=dict)
    charset: Literal["utf-8", "cp949"] = "utf-8"
    #: Languages whose ordinary text the charset carries; empty for all.
    languages: tuple[Language, ...] = ()
    #: Body length that reads well there, in the unit of the first ``part`` limit; the embedded writer aims at it.
    target: int = 0
    #: Whether the platform's readers expect paragraphs to be set apart by an empty line.
    blank_line: bool = True
    #: Where it stands in lists; equal numbers go by id.
    order: int = 100
    verified_on: str = "2026-11-22"
    sources: tuple[str, ...] = ()

    def writes(self, language: Language) -> bool:
        """Whether a post in ``language`` can be sent there at all."""
        return not self.languages or language in self.languages
