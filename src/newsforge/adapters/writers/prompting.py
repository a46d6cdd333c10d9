"""The words of an order to a model, put together from the versioned files in ``prompts``."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from string import Template

from newsforge.adapters.writers import frame
from newsforge.engine.platforms.measure import part_limit
from newsforge.engine.platforms.record import Limit, Platform
from newsforge.engine.post import Content, Length
from newsforge.engine.text.counting import Unit
from newsforge.pipeline.ports import Brief

_LANGUAGE_NAMES = {
    "ko": "Korean (한국어)",
    "en": "English",
    "ja": "Japanese (日本語)",
    "zh": "Chinese (中文)",
    "es": "Spanish (español)",
    "fr": "French (français)",
    "de": "German (Deutsch)",
    "vi": "Vietnamese (tiếng Việt)",
    "id": "Indonesian (bahasa Indonesia)",
    "th": "Thai (ภาษาไทย)",
    "pt": "Portuguese (português)",
}
_UNIT_WORDS: dict[Unit, str] = {
    "weighted": "units, where a Latin letter, digit or space counts 1 and a CJK character or an emoji counts 2",
    "grapheme": "characters",
    "code_point": "characters",
    "utf16": "characters",
    "utf8_byte": "bytes, where a Latin letter counts 1 and a CJK character 3",
    "cp949_byte": "bytes, where a Latin letter counts 1 and a Hangul or Han character 2",
    "json_byte": "bytes, where a Latin letter counts 1 and a CJK character 3",
    "emoji_byte": "characters, where an emoji counts 4 or more",
}
#: Of the length that reads well on the platform.
_LENGTH_FACTORS: dict[Length, float] = {"short": 0.6, "standard": 1.0, "long": 1.7}
_EMPTY_LINES = re.compile(r"\n{3,}")
_SAFE_SHARE = 0.88
_CJK = frozenset({"ko", "ja", "zh"})
_CJK_WEIGHTS: dict[Unit, int] = {"weighted": 2, "cp949_byte": 2, "utf8_byte": 3, "json_byte": 3}


def system_prompt(brief: Brief, version: str) -> str:
    """The same for every platform of an article in one language, so that vendors can cache it."""
    nonce, canary = frame.marks(brief.article)
    return _template(version, "system.md").substitute(
        nonce=nonce,
        canary=canary,
        language_name=_LANGUAGE_NAMES.get(brief.language, f"the language with the ISO 639-1 code {brief.language}"),
        language_notes=_notes(version, "languages", brief.language) or _notes(version, "languages", "other"),
    )


def user_prompt(brief: Brief, version: str) -> str:
    """The article first, because it is what all platforms share; the task last, because models heed that most."""
    platform = brief.platform
    task = _template(version, "task.md").substitute(
        platform_name=platform.name.get("en", platform.id),
        shape_notes=_notes(version, "shapes", platform.shape),
        platform_notes=_notes(version, "platforms", platform.id),
        tone=_section(version, "tones.md", brief.tone),
        length=_section(version, "lengths.md", brief.length),
        room=_room(brief),
        field_notes=_field_notes(platform),
        rewrite=_rewrite(brief, version),
    )
    instruction = frame.framed_instruction(brief.instruction) if brief.instruction else ""
    task = _EMPTY_LINES.sub("\n\n", task)
    return "\n\n".join(part for part in (frame.framed_article(brief.article), instruction, task) if part)


def _rewrite(brief: Brief, version: str) -> str:
    if not brief.objections or brief.last is None:
        return ""
    return _template(version, "rewrite.md").substitute(
        draft=frame.framed_draft(_plain(brief.last)), objections=frame.framed_objections(brief.objections)
    )


def _plain(content: Content) -> str:
    named = (("title", content.title), ("subject", content.subject), ("preheader", content.preheader))
    lines = [f"{name}: {value}" for name, value in named if value]
    return "\n".join([*lines, *content.paragraphs, " ".join(f"#{tag}" for tag in content.hashtags)]).strip()


def _room(brief: Brief) -> str:
    """Models overshoot what they are told, so where room is tight they are told less than there is."""
    platform, limit = brief.platform, part_limit(brief.platform)
    most = brief.budget if brief.budget > 0 else limit.max
    is_thread = platform.thread is not None and brief.length == "long"
    aim = int((platform.target or limit.max) * _LENGTH_FACTORS[brief.length])
    if not is_thread:
        aim = min(aim, int(most * _SAFE_SHARE))
    lines = [f"all paragraphs together about {aim} {_UNIT_WORDS[limit.unit]}."]
    if brief.language in _CJK and limit.unit in _CJK_WEIGHTS:
        lines.append(
            f"In {_LANGUAGE_NAMES[brief.language]} that is about {aim // _CJK_WEIGHTS[limit.unit]} characters."
        )
    if is_thread:
        lines.append(f"It becomes a thread: no paragraph longer than {most}.")
    elif platform.thread is not None:
        lines.append(f"More than {most} does not fit into one post.")
    else:
        lines.append(f"More than {most} is refused.")
    if platform.charset == "cp949":
        lines.append("Only characters of KS X 1001 (EUC-KR).")
    return " ".join(lines)


def _field_notes(platform: Platform) -> str:
    lines = [
        f"{limit.field}: {'at most' if limit.severity == 'reject' else 'better not over'} {limit.max} "
        f"{_UNIT_WORDS[limit.unit]}."
        for limit in platform.limits
        if limit.field in {"title", "subject", "preheader"} and _is_tightest(limit, platform)
    ]
    tags = platform.hashtags
    if tags.habit > 0 and tags.max != 0:
        most = min(tags.habit, tags.max or tags.habit)
        lines.append(f"hashtags: up to {most}, the article's own key words, the most searched one first.")
    return "\n".join(lines)


def _is_tightest(limit: Limit, platform: Platform) -> bool:
    return limit.max == min(other.max for other in platform.limits if other.field == limit.field)


@cache
def _read(version: str, path: str) -> str | None:
    file = files("newsforge.adapters.writers").joinpath("prompts", version, *path.split("/"))
    return file.read_text("utf-8").strip() if file.is_file() else None


def _template(version: str, path: str) -> Template:
    text = _read(version, path)
    if text is None:
        raise LookupError(f"prompts/{version} has no {path}")
    return Template(text)


def _notes(version: str, folder: str, name: str) -> str:
    """Empty where a new platform or language has no notes of its own yet."""
    return _read(version, f"{folder}/{name}.md") or ""


@cache
def _section(version: str, path: str, name: str) -> str:
    text = _read(version, path) or ""
    sections = (part.partition("\n") for part in ("\n" + text).split("\n## ")[1:])
    return {title.strip(): body.strip() for title, _, body in sections}[name]
