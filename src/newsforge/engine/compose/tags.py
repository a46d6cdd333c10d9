"""Tags of what a post says: a name that stands in the article only brings readers who do not find it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from newsforge.engine.compose.order import Order
from newsforge.engine.platforms.hashtags import select_tags
from newsforge.engine.text.links import hashtags

#: Tags of a short post.
SHORT_TAGS = 1
_GLUE = re.compile(r"[\W_]+")


def told_tags(order: Order, texts: Sequence[str]) -> tuple[str, ...]:
    """The article's keywords that ``texts`` hold, best first, in no more room than was kept for tags."""
    keywords, rule = order.digest.keywords, order.platform.hashtags
    short = order.length == "short"
    said = _squeezed("\n".join(texts))
    told = [word for word in keywords if _is_told(word, said, order.language)]
    room = _room(order, select_tags(keywords[:SHORT_TAGS] if short else keywords, rule))
    # The article may have tags of its own, which the platform counts too.
    most = None if rule.max is None else rule.max - sum(len(hashtags(text)) for text in texts)
    kept: list[str] = []
    tags: tuple[str, ...] = ()
    for word in told[:SHORT_TAGS] if short else told:
        more = select_tags([*kept, word], rule)
        if most is not None and len(more) > most:
            break
        if more == tags or _room(order, more) <= room:
            kept.append(word)
            tags = more
    return tuple(kept)


def _is_told(word: str, said: str, language: str) -> bool:
    """Of a person the surname is enough."""
    surname = word.rpartition(" ")[2] if language == "en" and word.istitle() else word
    return _squeezed_word(word) in said or (surname != word and _squeezed_word(surname) in said)


def _squeezed(text: str) -> str:
    return _GLUE.sub("", text).casefold()


_squeezed_word = lru_cache(maxsize=2048)(_squeezed)


def _room(order: Order, tags: Sequence[str]) -> int:
    return order.space.measure(" ".join(f"#{tag}" for tag in tags)) if tags else 0
