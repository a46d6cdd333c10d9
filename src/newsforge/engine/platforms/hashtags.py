"""Hashtags that read the same on every platform."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import regex

from newsforge.engine.platforms.record import HashtagRule
from newsforge.engine.text.counting import count

_WORD = regex.compile(r"[\p{L}\p{M}\p{Nd}_]+")
_LETTER = regex.compile(r"\p{L}")
#: late-stage trial, of which each word gets its capital.
_HYPHEN = regex.compile(r"(?<=[A-Za-z]{2})[-‐‑](?=[A-Za-z]{2})")
#: One keyword in two runs: ``한-미``, ``서울·부산``, ``don't``.
_JOINT = regex.compile(r"['’·・‧\-‐‑–~〜&/.]")


@lru_cache(maxsize=2048)
def portable(keyword: str) -> str | None:
    """``keyword`` as a tag without its sign: letters, digits and ``_``; None when no letter is left.

    Words are joined (``기후 변화`` to ``기후변화``); Latin words take a capital each, so that ``climate change`` stays
    readable as ``ClimateChange``.
    """
    text = _HYPHEN.sub(" ", unicodedata.normalize("NFC", keyword).strip().lstrip("#＃"))
    text = _JOINT.sub("", text)
    words = _WORD.findall(text)
    if len(words) > 1:
        words = [word[0].upper() + word[1:] if word[0].isascii() else word for word in words]
    tag = "".join(words).strip("_")
    return tag if _LETTER.search(tag) else None


def select_tags(keywords: Iterable[str], rule: HashtagRule) -> tuple[str, ...]:
    """The first tags that the platform takes, each once, as many as a good post there carries.

    In a text they are in the portable form; a field of their own takes ``climate change`` as it is.
    """
    return _selected(tuple(keywords), rule)


@lru_cache(maxsize=2048)
def _selected(keywords: tuple[str, ...], rule: HashtagRule) -> tuple[str, ...]:
    most = rule.habit if rule.max is None else min(rule.habit, rule.max)
    tags: dict[str, str] = {}
    for keyword in keywords:
        if len(tags) >= most:
            break
        tag = portable(keyword)
        if tag is not None and rule.placement == "field":
            tag = " ".join(unicodedata.normalize("NFC", keyword).strip().lstrip("#＃").split())
        if tag is None or (rule.max_length is not None and count(tag, rule.max_length_unit) > rule.max_length):
            continue
        tags.setdefault(tag.casefold(), tag)
    return tuple(tags.values())
