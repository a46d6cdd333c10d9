"""Dates that stand in two mentions, read as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from newsforge.engine.facts.model import DateMention


def joined(mentions: Sequence[DateMention], text: str) -> list[DateMention]:
    """A day and its weekday (17일 화요일), or a day and its year (5 March next year), as one mention."""
    found: list[DateMention] = []
    for mention in mentions:
        whole = _whole(found[-1], mention, text) if found else None
        if whole is None:
            found.append(mention)
        else:
            found[-1] = whole
    return found


def _whole(one: DateMention, other: DateMention, text: str) -> DateMention | None:
    if not 0 <= other.start - one.end <= 2 or text[one.end : other.start].strip(" (,"):
        return None
    if one.day is not None and one.weekday is None and other.weekday is not None and other.day is None:
        return replace(one, end=other.end, text=text[one.start : other.end], weekday=other.weekday)
    if one.month is not None and one.year is None and other.year is not None and other.month is None:
        whole = replace(one, end=other.end, text=text[one.start : other.end], year=other.year, resolved=None)
        return replace(whole, resolved=day_of(whole) if whole.day is not None else None)
    return None


def day_of(mention: DateMention) -> date | None:
    try:
        return date(mention.year or 0, mention.month or 0, mention.day or 0)
    except ValueError:
        return None
