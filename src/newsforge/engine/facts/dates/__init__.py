"""Dates, weekdays and times of day, resolved from the day of publication by the rules of news writing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from newsforge.engine.facts.dates.english import english_dates
from newsforge.engine.facts.dates.japanese import japanese_dates
from newsforge.engine.facts.dates.korean import korean_dates
from newsforge.engine.facts.dates.numeric import numeric_dates
from newsforge.engine.facts.letters import folded, narrow
from newsforge.engine.facts.model import DateMention


def dates(text: str, language: str, anchor: date | None) -> tuple[DateMention, ...]:
    """Every date of the text in its order; of overlapping readings the earliest and longest stands.

    ``anchor`` is the day of publication, as its own calendar names it. Without it relative words stay unresolved.
    """
    read = narrow(text)
    if language == "ko":
        found = korean_dates(read, anchor)
    elif language == "en":
        found = english_dates(read, folded(read), anchor)
    elif language == "ja":
        found = japanese_dates(read, anchor)
    else:
        found = numeric_dates(read)
    return tuple(_placed(text, mention) for mention in _first_of_overlapping(found))


def date_spans(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Where dates and times stand, for whoever looks for other numbers."""
    return ((mention.start, mention.end) for mention in dates(text, language, None))


def _placed(text: str, mention: DateMention) -> DateMention:
    """The mention with the words of the text itself, without space around them."""
    written = text[mention.start : mention.end]
    start = mention.start + len(written) - len(written.lstrip())
    end = mention.end - len(written) + len(written.rstrip())
    return replace(mention, start=start, end=end, text=text[start:end])


def _first_of_overlapping(found: Iterable[DateMention]) -> tuple[DateMention, ...]:
    kept: list[DateMention] = []
    for mention in sorted(found, key=lambda mention: (mention.start, -mention.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)
