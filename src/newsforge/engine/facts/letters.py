"""One spelling for digits, signs and case, at the same offsets."""

from __future__ import annotations

import re
import unicodedata

_FOREIGN_DIGIT = re.compile(r"[^\D0-9]")
_WIDE = re.compile("[．，％＄￥￡＋－／：]")
_NARROW = str.maketrans("．，％＄￥￡＋－／：", ".,%$¥£+-/:")


def narrow(text: str) -> str:
    """The text with every decimal digit and full-width sign as its ASCII twin, at the same offsets."""
    if text.isascii():
        return text
    if _FOREIGN_DIGIT.search(text):
        text = _FOREIGN_DIGIT.sub(lambda m: str(unicodedata.decimal(m[0])), text)
    return text.translate(_NARROW) if _WIDE.search(text) else text


def folded(text: str) -> str:
    """Lower case at the same offsets."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)


def words(written: str) -> tuple[str, ...]:
    """The words of a list that is written as one string."""
    return tuple(written.split())
