# ruff: noqa: SIM905 -- lists of words read best as lines of words
"""Six in ten where the article has 64%."""

from __future__ import annotations

import re

from newsforge.engine.facts.model import Figure
from newsforge.engine.receipts.evidence import Evidence

_OF_TEN = re.compile(
    r"10명 ?(?:중|가운데|당) ?(?:약 )?(?P<ko>\d)명|10人(?:に|中)(?P<ja>\d)人|"
    r"(?P<en>two|three|four|five|six|seven|eight|nine|[2-9]) (?:in|out of) (?:ten|10)"
)
_IN_WORDS = {word: number for number, word in enumerate("two three four five six seven eight nine".split(), 2)} | {
    str(number): number for number in range(2, 10)
}
_AROUND = 40
#: Percentage points that a share in tenths may be off.
_TENTH = 4


def is_in_tenths(text: str, figure: Figure, evidence: Evidence) -> bool:
    """``figure`` belongs to a share of ten people in ``text`` (folded), and a share in percent is near it."""
    for match in _OF_TEN.finditer(text, max(0, figure.start - _AROUND), figure.end + _AROUND):
        if not match.start() <= figure.start < match.end():
            continue
        tenths = int(match["ko"] or match["ja"] or 0) or _IN_WORDS.get(match["en"] or "", 0)
        return any(
            other.unit == "percent" and round(other.value / 10) == tenths and abs(other.value - 10 * tenths) <= _TENTH
            for _, other in evidence.figures
        )
    return False
