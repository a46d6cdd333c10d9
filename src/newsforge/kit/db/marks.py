"""Where a writer's last commit is remembered, so that their next read does not miss it."""

from __future__ import annotations

import time
from collections import OrderedDict
from typing import Protocol

#: A replica that is further behind than this takes no reads, so a mark need not live longer.
MARK_TTL_S = 60.0


class WriteMarks(Protocol):
    async def leave(self, mark: str, position: int) -> None:
        """Remember that ``mark`` has written up to ``position`` (bytes of WAL). Must not raise."""
        ...

    async def find(self, mark: str) -> int | None:
        """0 when ``mark`` has written nothing lately; None when that cannot be known now."""
        ...


class MemoryMarks:
    """For a service of one process."""

    def __init__(self, *, max_marks: int = 100_000) -> None:
        self._marks: OrderedDict[str, tuple[float, int]] = OrderedDict()
        self._max_marks = max_marks

    async def leave(self, mark: str, position: int) -> None:
        self._marks[mark] = (time.monotonic() + MARK_TTL_S, max(position, self._position(mark)))
        self._marks.move_to_end(mark)
        while len(self._marks) > self._max_marks:
            self._marks.popitem(last=False)

    async def find(self, mark: str) -> int | None:
        return self._position(mark)

    def _position(self, mark: str) -> int:
        until, position = self._marks.get(mark, (0.0, 0))
        return position if until > time.monotonic() else 0
