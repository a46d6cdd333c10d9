"""What one waiting task hears of one topic."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Ring:
    """``missed``: rings may have been lost before this one; look into the database. ``data`` is then empty."""

    data: bytes
    missed: bool = False


_MISSED = Ring(b"", missed=True)


class Subscription:
    """Holds ``most`` rings at a time. When the reader is slower than that, they are replaced by one ``missed``."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._rings: deque[Ring] = deque()
        self._some = asyncio.Event()

    def hear(self, data: bytes) -> None:
        if len(self._rings) >= self._most:
            self._rings.clear()
            self._rings.append(_MISSED)
        else:
            self._rings.append(Ring(data))
        self._some.set()

    def miss(self) -> None:
        if not self._rings or self._rings[-1] is not _MISSED:
            self._rings.append(_MISSED)
        self._some.set()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Ring:
        while not self._rings:
            self._some.clear()
            await self._some.wait()
        return self._rings.popleft()

    async def next(self, *, timeout_s: float) -> Ring | None:
        """The next ring, or None when none comes in time."""
        try:
            async with asyncio.timeout(timeout_s):
                return await anext(self)
        except TimeoutError:
            return None
