"""The parts of a text that are dates or links, where digits are no figures."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable


class Mask:
    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._starts = [start for start, _ in self._spans]

    def end_at(self, position: int) -> int | None:
        """Where the masked span around ``position`` ends; None outside of any."""
        index = bisect_right(self._starts, position) - 1
        if index < 0 or self._spans[index][1] <= position:
            return None
        return self._spans[index][1]
