"""How a post stands against its platform's record: every limit measured, and what makes it invalid."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

import regex

from newsforge.engine.platforms.alerts import find_alerts
from newsforge.engine.platforms.escape import escape
from newsforge.engine.platforms.record import Field, HashtagRule, Limit, Platform, Severity, UrlRule
from newsforge.engine.post import Post
from newsforge.engine.text.counting import Unit, count, outside_cp949, strict_weight
from newsforge.engine.text.links import cashtags, fediverse_mentions, hashtags, links, mentions

#: Controls that no platform shows, the noncharacters that X refuses, and lone surrogates.
_FORBIDDEN = regex.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One limit and where the post stands. ``part`` is the index of the part, None for another field.

    ``length`` is the documented one, and it alone makes a post invalid. ``length_strict``, for X, is its frozen
    reference counter's: what is generated stays below the limit by this one, so that either reading accepts it.
    """

    field: Field
    part: int | None
    unit: Unit
    length: int
    max: int
    severity: Severity
    length_strict: int | None = None

    @property
    def exceeded(self) -> bool:
        return self.length > self.max


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """What makes a post invalid. ``message`` is a sentence for people (and for a writer that tries again)."""

    code: str
    message: str
    part: int | None = None
    field: Field | None = None


def part_limit(platform: Platform) -> Limit:
    """The limit that budgets and threads go by: the record's first of a part."""
    return next(limit for limit in platform.limits if limit.field == "part")


def _as_counted(text: str, urls: UrlRule, host_counted: bool) -> str:
    """The text with each URL and mention as long as the platform counts it."""
    if urls.counted_as is not None:
        for link in reversed(links(text, scheme_required=urls.scheme_required)):
            text = text[: link.start] + "u" * urls.counted_as + text[link.end :]
    if not host_counted:
        for mention in reversed(fediverse_mentions(text)):
            local = mention.text.split("@")[1]
            text = f"{text[: mention.start]}@{local}{text[mention.end :]}"
    return text


def measure_text(text: str, platform: Platform, unit: Unit | None = None) -> int:
    """The length of one part as the platform counts it; ``unit`` is the first part limit's unless given.

    Weighted counting knows URLs by itself; bytes are always what is sent.
    """
    unit = unit or part_limit(platform).unit
    if platform.escape.counted:
        text = escape(text, platform.escape.dialect)
    if unit in {"grapheme", "code_point", "utf16"}:
        text = _as_counted(text, platform.urls, platform.mentions.host_counted)
    return count(text, unit)


def push_payload(post: Post) -> str:
    """The post as APNs takes it, the larger of the two services' forms."""
    message: dict[str, object] = {"aps": {"alert": {"title": post.title or "", "body": "\n".join(post.parts)}}}
    if post.link:
        message["url"] = post.link
    return json.dumps(message, ensure_ascii=False, separators=(",", ":"))


def _texts(post: Post, field: Field) -> list[tuple[int | None, str]]:
    match field:
        case "part":
            return list(enumerate(post.parts))
        case "payload":
            return [(None, push_payload(post))]
        case "title" | "subject" | "preheader" | "html":
            text: str | None = getattr(post, field)
            return [] if text is None else [(None, text)]


def measure(post: Post, platform: Platform) -> tuple[Measure, ...]:
    """Every limit of the record against every text that it speaks of, parts first."""
    found = [
        Measure(
            field=limit.field,
            part=part,
            unit=limit.unit,
            length=measure_text(text, platform, limit.unit) if limit.field == "part" else count(text, limit.unit),
            max=limit.max,
            severity=limit.severity,
            length_strict=strict_weight(text) if limit.unit == "weighted" else None,
        )
        for limit in platform.limits
        for part, text in _texts(post, limit.field)
    ]
    return tuple(sorted(found, key=lambda one: (one.part is None, one.part or 0)))


def violations(post: Post, platform: Platform, *, measured: tuple[Measure, ...] | None = None) -> tuple[Violation, ...]:
    """What makes the post invalid on the platform; empty for a valid post. Advice and folds are not in it.
    ``measured`` is what :func:`measure` said of it, where it has been asked already."""
    found = [
        Violation(
            code="too_long",
            message=f"{_place(one.field, one.part)} is {one.length} {_UNIT_NAMES[one.unit]}; {one.max} is the most.",
            part=one.part,
            field=one.field,
        )
        for one in (measure(post, platform) if measured is None else measured)
        if one.exceeded and one.severity == "reject"
    ]
    found += _missing(post, platform)
    found += _characters(post, platform)
    found += _too_many(post, platform)
    found += _hashtag_lengths(post, platform.hashtags)
    return tuple(found)


def requires(platform: Platform, post: Post) -> tuple[str, ...]:
    """What the platform demands besides the text (``image``); a valid post may still need it."""
    if post.platform != platform.id:
        raise ValueError(f"A post for {post.platform} is measured by the record of {platform.id}.")
    return platform.media.required


_UNIT_NAMES: dict[Unit, str] = {
    "weighted": "weighted characters",
    "grapheme": "characters (graphemes)",
    "code_point": "characters",
    "utf16": "characters (UTF-16 units)",
    "utf8_byte": "bytes (UTF-8)",
    "cp949_byte": "bytes (CP949)",
    "json_byte": "bytes (JSON)",
    "emoji_byte": "characters (an emoji counts its bytes)",
}


def _place(field: Field, part: int | None) -> str:
    return f"Part {part + 1}" if part is not None else f"The {field}"


def _missing(post: Post, platform: Platform) -> list[Violation]:
    found = [
        Violation(code="missing_field", message=f"The {field} is missing.", field=field)
        for field in platform.fields
        if not (getattr(post, field) or "").strip()
    ]
    if not post.parts:
        found.append(Violation(code="empty", message="The post has no text.", field="part"))
    found += [
        Violation(code="empty", message=_empty(part, len(post.parts)), part=part, field="part")
        for part, text in enumerate(post.parts)
        if not text.strip()
    ]
    most = platform.thread.max_parts if platform.thread else 1
    if len(post.parts) > most:
        found.append(
            Violation(code="too_many_parts", message=f"The post has {len(post.parts)} parts; {most} is the most.")
        )
    return found


def _empty(part: int, parts: int) -> str:
    return f"{_place('part', part)} is empty." if parts > 1 else "The post has no text."


def _named(character: str) -> str:
    code = f"U+{ord(character):04X}"
    return f"{character} ({code})" if character.isprintable() else f"{code} {unicodedata.name(character, '')}".strip()


def _characters(post: Post, platform: Platform) -> list[Violation]:
    found: list[Violation] = []
    fields: tuple[Field, ...] = ("part", "title", "subject", "preheader")
    for field in fields:
        for part, text in _texts(post, field):
            bad = tuple(dict.fromkeys(_FORBIDDEN.findall(text)))
            if bad:
                names = ", ".join(map(_named, bad[:8]))
                message = f"{_place(field, part)} has characters that cannot be published: {names}."
                found.append(Violation(code="forbidden_character", message=message, part=part, field=field))
            if platform.charset == "cp949":
                outside = tuple(character for character in outside_cp949(text) if character not in bad)
                if outside:
                    names = ", ".join(map(_named, outside[:8]))
                    message = f"{_place(field, part)} has characters that a text message (CP949) cannot carry: {names}."
                    found.append(Violation(code="outside_charset", message=message, part=part, field=field))
            if alerts := find_alerts(text, platform.mentions):
                names = ", ".join(alerts[:8])
                message = f"{_place(field, part)} would notify people there: {names}. Write it without its first sign."
                found.append(Violation(code="alert", message=message, part=part, field=field))
    return found


def _too_many(post: Post, platform: Platform) -> list[Violation]:
    text = "\n".join(post.parts)
    find_mentions = fediverse_mentions if not platform.mentions.host_counted else mentions

    def count_hashtags() -> int:
        written = {tag.text.lstrip("#＃") for tag in hashtags(text)} if platform.hashtags.placement == "end" else set()
        return max(len(written), len(set(post.hashtags)))

    counted: tuple[tuple[str, Callable[[], int], int | None], ...] = (
        ("hashtags", count_hashtags, platform.hashtags.max),
        ("mentions", lambda: len(find_mentions(text)), platform.mentions.max),
        ("cashtags", lambda: len(cashtags(text)), platform.cashtags_max),
        (
            "links",
            lambda: len({link.text for link in links(text, scheme_required=platform.urls.scheme_required)}),
            platform.urls.max_unique,
        ),
    )
    return [
        Violation(code=f"too_many_{kind}", message=f"The post has {number} {kind}; {most} is the most.")
        for kind, count_them, most in counted
        if most is not None and (number := count_them()) > most
    ]


def _hashtag_lengths(post: Post, rule: HashtagRule) -> list[Violation]:
    if rule.max_length is None:
        return []
    return [
        Violation(code="hashtag_too_long", message=f"The hashtag #{tag} is longer than {rule.max_length} characters.")
        for tag in post.hashtags
        if count(tag, rule.max_length_unit) > rule.max_length
    ]
