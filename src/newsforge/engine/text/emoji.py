"""Emoji sequences in a text: what counts as one picture."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Any

import regex

#: X's reference counter (twitter-text 3.1.0 with twemoji-parser 11) is frozen at this Emoji version: it counts later
#: sequences piece by piece, joined ones without their variation selectors too, and knows nothing of the two below.
REFERENCE_VERSION = 11.0
_REFERENCE_LACKS = frozenset({"\U0001f441\ufe0f\u200d\U0001f5e8\ufe0f", "\u267e\ufe0f"})
#: ``emoji.STATUS["fully_qualified"]``.
_FULLY_QUALIFIED = 2
#: Text unless a variation selector follows; the rest of the text-style emoji count the same either way.
_TEXT_STYLE = frozenset("©®")
#: No text of these characters alone holds an emoji; nearly every article is one.
_PLAIN = regex.compile(
    "[\\t-\\x7f\\xa1-\\xa8\\xaa-\\xad\\xaf-\\u200c\\u200e-\\u203b\\u20a0-\\u20cf\\u3000-\\u302f\\u303e-\\u3296\\u329a-\\uabff"
    "\\uac00-\\ud7ff\\uf900-\\ufaff\\uff00-\\uffef]*+"
)

Table = dict[str, tuple[tuple[int, frozenset[str]], ...]]


@cache
def _table(*, reference: bool) -> Table:
    """First character to the sequences it starts, longest first."""
    import emoji  # 45 ms that a text without emoji never pays

    lengths: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for sequence, data in emoji.EMOJI_DATA.items():
        if sequence in _TEXT_STYLE or (reference and not _in_reference(sequence, data)):
            continue
        lengths[sequence[0]][len(sequence)].add(sequence)
    return {
        first: tuple((length, frozenset(by[length])) for length in sorted(by, reverse=True))
        for first, by in lengths.items()
    }


def _in_reference(sequence: str, data: dict[str, Any]) -> bool:
    if data["E"] > REFERENCE_VERSION or sequence in _REFERENCE_LACKS:
        return False
    return "\u200d" not in sequence or bool(data["status"] == _FULLY_QUALIFIED)


def holds_no_emoji(text: str) -> bool:
    """True is certain; False means that it must be looked at."""
    match = _PLAIN.match(text)
    return match is not None and match.end() == len(text) and "\u20e3" not in text


def emoji_spans(text: str, *, reference: bool = False) -> tuple[tuple[int, int], ...]:
    """Half-open code point ranges of the emoji sequences, longest match first.

    ``reference`` knows only the sequences that X's frozen reference counter knows.
    """
    if holds_no_emoji(text):
        return ()
    table = _table(reference=reference)
    spans: list[tuple[int, int]] = []
    at = 0
    while at < len(text):
        for length, sequences in table.get(text[at], ()):
            as_text = length == 1 and text[at + 1 : at + 2] == "\ufe0e"
            if not as_text and text[at : at + length] in sequences:
                spans.append((at, at + length))
                at += length
                break
        else:
            at += 1
    return tuple(spans)
