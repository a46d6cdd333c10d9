"""The day that 이날 or 同日 means, where only one can be meant: 27일, if it is the one day that the article has named.

A post that takes a sentence out of its place writes the day out; the check puts it back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsforge.engine.receipts.claim import Claim
from newsforge.engine.receipts.evidence import Evidence, Source

#: 이날 of every year, or the very same day, is another matter; so is 이날치.
CONTEXT = {
    "ko": re.compile(r"(?<![가-힣])(?<!매년 )(?<!해마다 )(?<!바로 )이날(?!치|이때)"),
    "ja": re.compile(r"(?<!毎年)同日(?!付|選挙|開催)"),
}
#: From here on another day may be meant.
_MOVES_ON = {"ko": re.compile(r"이튿날|다음 ?날"), "ja": re.compile(r"翌日")}
#: With the month and the year that the article gives it: 27일 of another month would be taken for this month's.
_PLAIN_DAY = {
    "ko": re.compile(r"(?:(?:\d{4}년 ?)?\d{1,2}월 ?)?\d{1,2}일"),
    "ja": re.compile(r"(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}日"),
}
_SOURCES = 3


def day_before(evidence: Evidence, offset: int) -> str | None:
    """As the article writes it (27일), what a context day means in the sentence at ``offset`` of the text; None where
    no day or more than one has been named before it."""
    return _days(evidence).get(offset)


def is_of_day(source: Source, day: str, evidence: Evidence) -> bool:
    """Whether ``source`` speaks of ``day`` as 이날."""
    pattern = CONTEXT.get(source.language)
    return (
        pattern is not None
        and source.field == "text"
        and pattern.search(source.cased) is not None
        and day_before(evidence, source.offset) == day
    )


def put_back(claim: Claim) -> Iterator[str]:
    """``claim.text`` with the day put back to the 이날 of a sentence it is taken from."""
    pattern = CONTEXT.get(claim.language)
    if pattern is None:
        return
    for source in claim.alignment.sources[:_SOURCES]:
        day = day_before(claim.evidence, source.offset) if source.field == "text" else None
        context = pattern.search(source.cased)
        if day is None or context is None:
            continue
        for match in re.finditer(rf"(?<![\d월月.])(?<!월 ){re.escape(day)}", claim.text):
            yield claim.text[: match.start()] + context.group() + claim.text[match.end() :]


def _days(evidence: Evidence) -> dict[int, str]:
    known: list[dict[int, str]] | None = evidence.readings.get("context days")
    if known is None:
        known = evidence.readings["context days"] = [dict(_read(evidence))]
    return known[0]


def _read(evidence: Evidence) -> Iterator[tuple[int, str]]:
    language = evidence.article.language
    context, moves_on, plain = CONTEXT.get(language), _MOVES_ON.get(language), _PLAIN_DAY.get(language)
    if context is None or moves_on is None or plain is None:
        return
    named: set[str] = set()
    for source in evidence.sources:
        if source.field != "text":
            continue
        if len(named) == 1 and context.search(source.text):
            day = next(iter(named))
            if not plain.fullmatch(day):
                return
            yield source.offset, day
        named |= _named(source)
        if moves_on.search(source.text):
            return


def _named(source: Source) -> set[str]:
    return {
        mention.text
        for mention in source.dates
        if mention.day is not None or mention.resolved is not None or mention.weekday is not None
    }
