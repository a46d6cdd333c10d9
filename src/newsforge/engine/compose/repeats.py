"""Whether a title and the sentence under it say one thing in the same words."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

#: From this share of common letters on a reader reads the same line twice.
_TWICE = 0.8
_GLUE = re.compile(r"[\W_]+")


@lru_cache(maxsize=1024)
def repeats(title: str, sentence: str) -> bool:
    one, other = _GLUE.sub("", title).casefold(), _GLUE.sub("", sentence).casefold()
    if not one or 2 * min(len(one), len(other)) < _TWICE * (len(one) + len(other)):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _TWICE
