"""A house with so many seats, and a line before its door: first come, first served, and nobody waits for nothing."""

from __future__ import annotations

import asyncio
import math
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final

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


class Seats:
    """Belongs to one event loop. Who would have to wait longer than ``patience_s``, by what visits have taken so far,
    is told so as soon as that can be known; nobody waits longer."""

    def __init__(self, count: int, *, patience_s: float, max_waiting: int) -> None:
        self._free = count
        self._count = count
        self._patience_s = patience_s
        self._max_waiting = max_waiting
        #: Turns, and until when each may be waited for.
        self._line: deque[tuple[asyncio.Future[None], float]] = deque()
        self._visit_s = 0.0

    @property
    def waiting(self) -> int:
        return len(self._line)

    def expected_wait_s(self) -> float:
        """Of who comes now."""
        return len(self._line) * self._visit_s / self._count

    async def take(self) -> Seat:
        """Raise :class:`Full`."""
        if self._free and not self._line:
            self._free -= 1
            return Seat(self)
        if len(self._line) >= self._max_waiting or self.expected_wait_s() > self._patience_s:
            raise self._full()
        until = asyncio.get_running_loop().time() + self._patience_s
        turn = asyncio.get_running_loop().create_future()
        self._line.append((turn, until))
        try:
            async with asyncio.timeout_at(until):
                await self._await(turn)
        except TimeoutError:
            raise self._full() from None
        return Seat(self)

    async def take_again(self) -> None:
        """For who has been inside before: ahead of all others, however long it takes."""
        if self._free:
            self._free -= 1
            return
        turn = asyncio.get_running_loop().create_future()
        self._line.appendleft((turn, math.inf))
        await self._await(turn)

    def give_back(self, after_s: float) -> None:
        self._visit_s += (after_s - self._visit_s) * (_NEWEST if self._visit_s else 1.0)
        self._free += 1
        self._call_next()
        self._send_away()

    async def _await(self, turn: asyncio.Future[None]) -> None:
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled() and turn.exception() is None:
                self._free += 1  # called, and gone in the same moment
                self._call_next()
            raise

    def _call_next(self) -> None:
        while self._free and self._line:
            turn, _ = self._line.popleft()
            if not turn.done():
                self._free -= 1
                turn.set_result(None)

    def _send_away(self) -> None:
        """Those at the end of the line who cannot be served in time, however they hope."""
        now = asyncio.get_running_loop().time()
        while self._line:
            turn, until = self._line[-1]
            if not turn.done():
                if self.expected_wait_s() <= (until - now) * _DOUBT:
                    return
                turn.set_exception(self._full())
            self._line.pop()

    def _full(self) -> Full:
        wait_s = min(self.expected_wait_s(), self._patience_s)
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
