"""A house with so many seats, and a line before its door: nobody waits for nothing.

Each party (a workspace, say) stands in a line of its own, first come, first served; the lines are called in turn. So
whoever sends a thousand at once waits for the thousand, and others wait for one of them each time.
"""

from __future__ import annotations

import asyncio
import math
from collections import deque
from collections.abc import AsyncIterator, Hashable
from contextlib import asynccontextmanager, suppress
from typing import Any, Final, NamedTuple

#: How much the newest visit counts for what a visit is expected to take.
_NEWEST: Final = 0.05
#: Visits vary: somebody is sent away only when the wait is expected to be so much longer than they may wait.
_DOUBT: Final = 1.5
_KEY: Final = "seat"


class Full(Exception):
    """There would be, or was, no seat in time."""

    def __init__(self, retry_after_s: int) -> None:
        super().__init__(f"try again in {retry_after_s} s")
        self.retry_after_s = retry_after_s


class _Turn(NamedTuple):
    called: asyncio.Future[None]
    until: float


class Seats:
    """Belongs to one event loop. Who would have to wait longer than ``patience_s``, by what visits have taken so far,
    is told so as soon as that can be known; nobody waits longer."""

    def __init__(self, count: int, *, patience_s: float, max_waiting: int) -> None:
        self._free = count
        self._count = count
        self._patience_s = patience_s
        self._max_waiting = max_waiting
        #: By party, in the order in which the parties are called; none is empty.
        self._lines: dict[Hashable, deque[_Turn]] = {}
        self._returning: deque[_Turn] = deque()
        self._visit_s = 0.0

    @property
    def waiting(self) -> int:
        return len(self._returning) + sum(map(len, self._lines.values()))

    def expected_wait_s(self, party: Hashable = None) -> float:
        """Of who comes now."""
        return self._wait_s(party, len(self._lines.get(party, ())))

    async def take(self, party: Hashable = None) -> Seat:
        """Raise :class:`Full`."""
        if self._free and not self._lines:
            self._free -= 1
            return Seat(self)
        if self.waiting >= self._max_waiting or self.expected_wait_s(party) > self._patience_s:
            raise self._full(party)
        loop = asyncio.get_running_loop()
        turn = _Turn(loop.create_future(), loop.time() + self._patience_s)
        self._lines.setdefault(party, deque()).append(turn)
        try:
            async with asyncio.timeout_at(turn.until):
                await self._await(turn)
        except TimeoutError:
            self._forget(party, turn)
            raise self._full(party) from None
        except asyncio.CancelledError:
            self._forget(party, turn)
            raise
        return Seat(self)

    async def take_again(self) -> None:
        """For who has been inside before: ahead of all others, however long it takes."""
        if self._free:
            self._free -= 1
            return
        turn = _Turn(asyncio.get_running_loop().create_future(), math.inf)
        self._returning.append(turn)
        try:
            await self._await(turn)
        except asyncio.CancelledError:
            with suppress(ValueError):
                self._returning.remove(turn)
            raise

    def give_back(self, after_s: float) -> None:
        self._visit_s += (after_s - self._visit_s) * (_NEWEST if self._visit_s else 1.0)
        self._free += 1
        self._call_next()
        self._send_away()

    def _wait_s(self, party: Hashable, ahead: int) -> float:
        """Of who has so many of their own party ahead: for each that is called of it, one of every other is, too."""
        others = sum(min(len(line), ahead + 1) for one, line in self._lines.items() if one != party)
        return (len(self._returning) + ahead + others) * self._visit_s / self._count

    async def _await(self, turn: _Turn) -> None:
        try:
            await turn.called
        except asyncio.CancelledError:
            if turn.called.done() and not turn.called.cancelled() and turn.called.exception() is None:
                self._free += 1  # called, and gone in the same moment
                self._call_next()
            raise

    def _call_next(self) -> None:
        while self._free and (turn := self._next()) is not None:
            if not turn.called.done():
                self._free -= 1
                turn.called.set_result(None)

    def _next(self) -> _Turn | None:
        if self._returning:
            return self._returning.popleft()
        if not self._lines:
            return None
        party = next(iter(self._lines))
        line = self._lines.pop(party)
        turn = line.popleft()
        if line:
            self._lines[party] = line  # behind the other parties
        return turn

    def _forget(self, party: Hashable, turn: _Turn) -> None:
        """Of somebody who goes away; they may have been called in the same moment."""
        line = self._lines.get(party)
        if line is not None and turn in line:
            line.remove(turn)
            if not line:
                del self._lines[party]

    def _send_away(self) -> None:
        """Those at the end of the longest line who cannot be served in time, however they hope."""
        now = asyncio.get_running_loop().time()
        while self._lines:
            party = max(self._lines, key=lambda one: len(self._lines[one]))
            turn = self._lines[party][-1]
            if not turn.called.done():
                if self._wait_s(party, len(self._lines[party]) - 1) <= (turn.until - now) * _DOUBT:
                    return
                turn.called.set_exception(self._full(party))
            self._forget(party, turn)

    def _full(self, party: Hashable) -> Full:
        wait_s = min(self.expected_wait_s(party), self._patience_s)
        return Full(max(1, math.ceil(wait_s)))


class Seat:
    def __init__(self, seats: Seats) -> None:
        self._seats = seats
        self._is_held = True
        self._since = asyncio.get_running_loop().time()

    def leave(self) -> None:
        if self._is_held:
            self._is_held = False
            self._seats.give_back(asyncio.get_running_loop().time() - self._since)

    @asynccontextmanager
    async def lent(self) -> AsyncIterator[None]:
        """Others may sit here while this block waits for something that needs no work. Who leaves it by an error has
        nothing more to do inside."""
        self.leave()
        yield
        await self._seats.take_again()
        self._is_held = True
        self._since = asyncio.get_running_loop().time()


def put_seat(state: dict[str, Any], seat: Seat) -> None:
    state[_KEY] = seat


@asynccontextmanager
async def waiting_outside(state: dict[str, Any]) -> AsyncIterator[None]:
    """Give up the request's seat (``scope["state"]``) for as long as the block waits; one that has none just waits."""
    seat: Seat | None = state.get(_KEY)
    if seat is None:
        yield
        return
    async with seat.lent():
        yield
