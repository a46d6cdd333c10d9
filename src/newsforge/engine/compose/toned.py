"""The tone, where neither order nor layout has shown it: a mark before the first line, or a label of house words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsforge.engine.compose.order import Order

#: A formal post without a source to name says what it is.
LABELS = {"ko": "[뉴스] ", "en": "In brief: ", "ja": "【ニュース】"}
#: Places with headings or a title of their own, where a label would be one more.
_UNLABELLED = frozenset(["blog", "letter", "feed"])
_WHOLE = re.compile(r"[.!?。！？…][”\"’'」』)\]]*$")


def toned(order: Order, told: Sequence[str]) -> list[str]:
    """``told``, its first line marked if that fits and no line is marked yet. A name by itself stays bare: with a mark
    before it nobody, not even the receipts, would take it for a name."""
    frame, first = order.frame, next(iter(told), "")
    marks = tuple(mark for mark in (frame.headline, frame.point, frame.quote, frame.outlook) if mark)
    mark = frame.headline or _label(order, told)
    is_marked = bool(marks) and any(line.startswith(marks) for text in told for line in text.split("\n"))
    is_headline = order.digest.is_titled and first == order.digest.headline.text
    if not mark or is_marked or not (is_headline or _WHOLE.search(first)):
        return list(told)
    marked = [mark + first, *told[1:]]
    return marked if _fits(order, marked, told) else list(told)


def _label(order: Order, told: Sequence[str]) -> str:
    is_signed = bool(order.closing) and any(text.endswith(order.closing) for text in told)
    if order.tone != "formal" or is_signed or order.platform.shape in _UNLABELLED:
        return ""
    return LABELS.get(order.language, "")


def _fits(order: Order, marked: list[str], told: Sequence[str]) -> bool:
    """A thread has to hold it in its first part."""
    space = order.space
    if space.fits(marked):
        return True
    return order.platform.thread is not None and not space.fits(list(told)) and space.first(marked[:2]) <= 1
