"""Where an agency says where, for whom and by whom a story was written: before its first sentence, not in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from newsforge.adapters.readers.html.korean_bylines import find_wire_head
from newsforge.engine.article import Sentence

_HOUSE = r"\((?:[A-Z][A-Za-z.]*|[A-Z]{2,6})(?: [A-Z][A-Za-z.]*){0,3}\)"
_DATE = r"(?:,? [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?"
_STATE = r"(?:[A-Z]\.?[A-Z]\.?|[A-Z][a-z]{2,4}\.|[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
_CITY = r"[A-Z][A-Za-z.’'-]+(?: [A-Z][A-Za-z.’'-]+){0,3}"
_DASH = r"\s*(?:--|[—–-])\s*"
#: SEOUL (Reuters) -, NEW YORK, N.Y. (AP) —, New York, NY –, WASHINGTON —, PARIS, March 3 --
_ENGLISH = re.compile(
    rf"(?:{_CITY}(?:, {_STATE})?(?:/{_CITY})?{_DATE} {_HOUSE}{_DATE}{_DASH}"
    rf"|{_CITY}, (?:[A-Z]\.?[A-Z]\.?|[A-Z][a-z]{{2,4}}\.){_DATE}\s+(?:--|[—–-])\s+"
    rf"|[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){{0,3}}(?:, {_STATE})?{_DATE}\s+(?:--|[—–-])\s+)(?=[A-Z“\"‘'0-9$])"
)
_SHORTEST_REST = 15


def without_datelines(sentences: Iterable[Sentence], text: str) -> tuple[Sentence, ...]:
    """The sentences, the first of a paragraph begun behind its dateline. The text keeps it: the place is a fact."""
    found: list[Sentence] = []
    last = -1
    for sentence in sentences:
        first, last = sentence.paragraph != last, sentence.paragraph
        end = dateline_end(text[sentence.start : sentence.end]) if first and len(found) <= 1 else 0
        if not end:
            found.append(sentence)
            continue
        start = sentence.start + end
        found.append(replace(sentence, start=start, text=text[start : sentence.end]))
    return tuple(found)


def dateline_end(sentence: str) -> int:
    """Where the sentence begins behind its dateline; 0 when it has none, or nothing else."""
    end = find_wire_head(sentence)
    if not end and (match := _ENGLISH.match(sentence)):
        end = match.end()
    return end if len(sentence) - end >= _SHORTEST_REST else 0
