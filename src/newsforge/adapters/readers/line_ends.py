"""Whether a space was lost where a printed line of Hangul ends.

Korean programs break a line inside a word, browsers and most other programs only between words. A document does the one
or the other throughout, so its own lines tell; where they do not, how it writes the same words elsewhere does, and
after that how often two syllables are parted in Korean.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import pairwise
from math import log
from typing import Any

#: So much room (in ems) at the end of a line would have taken another syllable, whatever the font.
_ROOM = 1.5
#: How a line end speaks for breaks between words only: half of them leave such room, of others hardly one in twenty.
_ROOMY, _FULL = log(0.5 / 0.05), log(0.5 / 0.95)
#: Syllables that are never parted speak against it, however much room there is.
_LEAST = 0.02
_SURE = 1.5
#: The first syllables of a word tell it; its particle changes.
_STEM = 2


def are_between_words(ends: Iterable[tuple[str, str]], width: float, measure: Callable[[str], float]) -> bool:
    """``ends`` are pairs of a line and the one below it, which begins with Hangul and goes on with the sentence;
    ``width`` is about the column's. ``measure`` gives a text's width in ems."""
    model = spacing_model()
    measured = [(line, following, measure(line)) for line, following in ends]
    edge = max((length for _, _, length in measured if length < width + _ROOM), default=0.0)
    score = 0.0
    for line, following, length in measured:
        room = edge - length
        if room > measure(following.split(maxsplit=1)[0]) + 0.3:
            continue  # the author ended it
        score += _ROOMY if room > _ROOM else _FULL
        if "가" <= line[-1] <= "힣":
            parted = max(model.space_probability(line[-1], following[0]), _LEAST)
            score += log(parted / model.prior)
    return score > _SURE


class Usage:
    """How a document writes its words, from the middles of its lines: a line's edges may be halves of words."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._begun: set[str] = set()
        self._parted: set[tuple[str, str]] = set()
        for line in lines:
            words = line.split()
            for word in words[1:-1]:
                self._begun.update(word[:end] for end in range(2, len(word) + 1))
            self._parted.update((one, other[:_STEM]) for one, other in pairwise(words[1:-1]))

    def find(self, last: str, first: str) -> bool | None:
        """Whether the two words are parted elsewhere, or None when the document does not tell."""
        parted = (last, first[:_STEM]) in self._parted
        joined = last + first[:_STEM] in self._begun
        return None if parted == joined else parted


@cache
def spacing_model() -> Any:
    """Syllable statistics at line ends, from dochan's PDF reader."""
    from dochan.pdf.spacing import load_model

    return load_model()
