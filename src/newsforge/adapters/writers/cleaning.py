"""A model's answer is treated as hostile: what cannot be seen, linked or counted on is taken out of it."""

from __future__ import annotations

import re
import unicodedata

from newsforge.adapters.writers.outputs import Answer
from newsforge.engine.article import Article
from newsforge.engine.platforms.record import Platform
from newsforge.engine.post import Content

#: Kept of category Cf: they join emoji and letters of some scripts.
_JOINERS = frozenset("\u200c\u200d")
_SPACE = re.compile(r"[^\S\n]+")
_NUMBERING = re.compile(r"^\s*[(\[]?\d{1,2}\s*/\s*\d{1,2}[)\]]?[.:]?\s+|\s+[(\[]?\d{1,2}\s*/\s*\d{1,2}[)\]]?\s*$")
_MARKDOWN = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*|__(?=\S)(.+?)(?<=\S)__|^#{1,6}\s+(?=\S)", re.MULTILINE)
_TAG = re.compile(r"#([^\s#]+)")
_ONLY_TAGS = re.compile(r"(?:#[^\s#]+\s*)+")
_ONLY_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_TRAILING_URL = re.compile(r"\s*[(\[<]?(?:https?://|www\.)[^\s)\]>]+[)\]>]?\s*$", re.IGNORECASE)
_NOT_OF_A_TAG = re.compile(r"[^\w]", re.UNICODE)
#: More than any platform takes, so that a runaway list ends somewhere.
_MOST_TAGS = 30


def content_of(answer: Answer, article: Article, platform: Platform, *, language: str) -> Content:
    """What is left may be empty; the caller decides about that."""
    paragraphs: list[str] = []
    tags: list[str] = list(getattr(answer, "hashtags", ()))
    for given in answer.paragraphs:
        for paragraph in _plain(given).split("\n"):
            text = _NUMBERING.sub("", paragraph).strip()
            if _ONLY_TAGS.fullmatch(text):
                tags += _TAG.findall(text)
                continue
            # The layout adds the link; one that the model adds at the end is a double or an invention.
            text = text if _ONLY_URL.fullmatch(text) is None else ""
            text = _TRAILING_URL.sub("", text).strip()
            if text:
                paragraphs.append(text)
    return Content(
        paragraphs=tuple(paragraphs),
        hashtags=_hashtags(tags, article, platform, language=language),
        title=_line(answer, "title"),
        subject=_line(answer, "subject"),
        preheader=_line(answer, "preheader"),
    )


def visible(text: str) -> str:
    """NFC without control, zero-width, bidirectional and other unseen characters; joiners stay inside words."""
    kept = []
    for index, char in enumerate(text):
        category = unicodedata.category(char)
        if char == "\n" or category[0] != "C":
            kept.append(char)
        elif char == "\t":
            kept.append(" ")
        elif char in _JOINERS and 0 < index < len(text) - 1 and not text[index - 1].isspace():
            kept.append(char)
    return unicodedata.normalize("NFC", "".join(kept))


def _plain(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    shown = _MARKDOWN.sub(lambda match: match[1] or match[2] or "", visible(lines))
    return _SPACE.sub(" ", shown)


def _line(answer: Answer, field: str) -> str | None:
    value = getattr(answer, field, None)
    if value is None:
        return None
    return " ".join(_TRAILING_URL.sub("", _plain(value)).split())


def _hashtags(tags: list[str], article: Article, platform: Platform, *, language: str) -> tuple[str, ...]:
    """Portable form only, each once. In the article's language a tag has to be made of the article's own words; in
    another one the receipts are what checks it."""
    most = min(_MOST_TAGS, platform.hashtags.habit, platform.hashtags.max or _MOST_TAGS)
    source = _folded(f"{article.title} {article.deck} {article.text}") if language == article.language else None
    kept: dict[str, str] = {}
    for tag in tags:
        clean = _NOT_OF_A_TAG.sub("", visible(tag).replace("\n", "")).strip("_")
        if not any(char.isalpha() for char in clean):
            continue
        if source is not None and _folded(clean) not in source:
            continue
        kept.setdefault(clean.casefold(), clean)
    return tuple(kept.values())[:most]


def _folded(text: str) -> str:
    return _NOT_OF_A_TAG.sub("", text).replace("_", "").casefold()
