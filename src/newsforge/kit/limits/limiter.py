"""Limits that hold in one process exactly, and over all processes together while Valkey lives.

Each process keeps its own exact count of every key, and refuses by it at once. To allow, it also needs tokens, which
it takes from Valkey in small batches: the batch doubles while a key is busy, so an idle key costs one token and a busy
one few round trips. What is not used within ``lease_s`` is given back; what a killed process held comes back with time.
Valkey counts a token as used for ``lease_s`` longer than the period, so no period holds more than the limit over all
processes together. Somebody may be refused while another process holds unused tokens of the same key, and while used
ones are about to be forgotten: for ``lease_s`` and a slot (1.5 s of a minute) at most.

Without Valkey (none, dead, frozen) each process goes on by its own count. It has counted what it allowed by leases
too, so a failing Valkey hands nobody in one process twice the limit.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import time
from collections.abc import Callable
from types import TracebackType
from typing import NamedTuple, Self

from newsforge.kit.limits.lease import Leases
from newsforge.kit.limits.quota import Decision, Quota, Window
from newsforge.kit.valkey import ValkeyConnection, ValkeyDown

_NS = 1_000_000_000
#: A lease is this part of the limit at most, so that a few processes do not hold all of it.
_LARGEST_SHARE = 10
_MOST_TOKENS = 64
#: When memory is full: how many of the oldest keys are looked at for one that is idle.
_SECOND_CHANCES = 8
_GIVEN_AT_ONCE = 200


class _Refusal(NamedTuple):
    """Valkey had fewer tokens left than ``cost``."""

    cost: int
    left: int
    #: Another process may give tokens back before they would be forgotten, so Valkey is asked again from here.
    holds_until_ns: int
    retry_at_ns: int


class _Count:
    """What this process knows of a key."""

    __slots__ = ("batch", "lease_ends_ns", "left", "quota", "refusal", "taken_in", "tokens", "window")

    def __init__(self, quota: Quota) -> None:
        self.quota = quota
        self.window = Window(quota)
        self.tokens = 0
        #: Valkey's slot that they were taken in.
        self.taken_in = ""
        self.lease_ends_ns = 0
        self.batch = 1
        #: In Valkey, when it was last asked.
        self.left = quota.limit
        self.refusal: _Refusal | None = None


class Limiter:
    """Belongs to one event loop. One key is always asked with one quota; another quota begins a new count."""

    def __init__(
        self,
        connection: ValkeyConnection,
        *,
        space: str = "newsforge",
        lease_s: float = 1.0,
        max_keys: int = 200_000,
        clock_ns: Callable[[], int] = time.monotonic_ns,
    ) -> None:
        self._connection = connection
        self._leases = Leases(connection, space, lease_s=lease_s)
        self._lease_ns = round(lease_s * _NS)
        self._max_keys = max_keys
        self._clock_ns = clock_ns
        self._counts: dict[str, _Count] = {}
        self._leased: dict[str, _Count] = {}
        self._taking: dict[str, asyncio.Future[None]] = {}
        self._returning: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        if self._connection.configured:
            self._returning = asyncio.get_running_loop().create_task(self._return_leases())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._returning is not None:
            self._returning.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._returning
        await self._give_back(list(self._leased))

    def __len__(self) -> int:
        return len(self._counts)

    def decide_now(self, key: str, quota: Quota, cost: int = 1) -> Decision | None:
        """The decision when it needs no other process, else None: then await :meth:`decide`."""
        count = self._counts.get(key)
        if count is None or (count.quota is not quota and count.quota != quota):
            count = self._begin(key, quota)
        now_ns = self._clock_ns()
        window = count.window
        window.forget_old(now_ns)
        if not window.fits(cost):
            return window.describe(now_ns, allowed=False, cost=cost)
        if not self._connection.usable:
            return _spend_alone(count, now_ns, cost)
        if count.tokens >= cost and count.lease_ends_ns > now_ns:
            return _spend_token(count, now_ns, cost)
        refusal = count.refusal
        if refusal is not None and refusal.cost <= cost and refusal.holds_until_ns > now_ns:
            return _refuse(refusal, count, now_ns)
        return None

    async def decide(self, key: str, quota: Quota, cost: int = 1) -> Decision:
        """Never raises, and waits for Valkey no longer than its connection does."""
        while (decision := self.decide_now(key, quota, cost)) is None:
            taking = self._taking.get(key)
            if taking is not None:  # one lease at a time; then look again
                await asyncio.shield(taking)
                continue
            taking = self._taking[key] = asyncio.get_running_loop().create_future()
            try:
                with contextlib.suppress(ValkeyDown):
                    return await self._take(key, quota, cost)
                return self._decide_alone(key, quota, cost)
            finally:
                del self._taking[key]
                taking.set_result(None)
        return decision

    async def _take(self, key: str, quota: Quota, cost: int) -> Decision:
        """By a new lease of the key's, or by Valkey's word that it has no token left."""
        count = self._counts[key]
        asked_ns = self._clock_ns()
        if count.lease_ends_ns > asked_ns:  # used up before its time: a busy key
            largest = min(_MOST_TOKENS, max(1, quota.limit // _LARGEST_SHARE))
            count.batch = min(count.batch * 2, largest)
        if count.tokens:  # tokens of one lease only, so that each is given back to where it was taken
            batch = count.batch
            await self._give_back([key])
            count.batch = batch
        grant = await self._leases.take(key, quota, cost=cost, wanted=max(cost, count.batch))
        now_ns = self._clock_ns()
        count.left = grant.left
        if grant.tokens:
            count.tokens, count.taken_in = grant.tokens, grant.slot
            count.lease_ends_ns = asked_ns + self._lease_ns
            count.refusal = None
            self._leased.pop(key, None)  # so that they stand in the order of their ends
            self._leased[key] = count
            return _spend_token(count, now_ns, cost)
        retry_ns = max(1, round(min(grant.retry_after_s, quota.period_s * 2) * _NS))
        count.refusal = _Refusal(cost, max(0, grant.left), now_ns + min(retry_ns, self._lease_ns), now_ns + retry_ns)
        return _refuse(count.refusal, count, now_ns)

    def _decide_alone(self, key: str, quota: Quota, cost: int) -> Decision:
        """Valkey refuses though it is connected (its memory is full): as if it were not there."""
        count = self._counts.get(key) or self._begin(key, quota)
        return _spend_alone(count, self._clock_ns(), cost)

    def _begin(self, key: str, quota: Quota) -> _Count:
        self._counts.pop(key, None)
        if len(self._counts) >= self._max_keys:
            self._forget_one()
        count = self._counts[key] = _Count(quota)
        return count

    def _forget_one(self) -> None:
        """The oldest key whose limit is whole again loses nothing by it. When the oldest are all in use, the first
        of them is given up: Valkey still counts it."""
        now_ns = self._clock_ns()
        for _ in range(_SECOND_CHANCES):
            key = next(iter(self._counts))
            count = self._counts.pop(key)
            count.window.forget_old(now_ns)
            if not count.window.total and key not in self._leased:
                return
            self._counts[key] = count
        del self._counts[next(key for key in self._counts if key not in self._taking)]

    async def _return_leases(self) -> None:
        while True:
            await asyncio.sleep(self._lease_ns / _NS / 2)
            await self._give_back(self._list_ended())

    def _list_ended(self) -> list[str]:
        now_ns = self._clock_ns()
        ended = itertools.takewhile(lambda item: item[1].lease_ends_ns <= now_ns, self._leased.items())
        return [key for key, _ in ended if key not in self._taking]

    async def _give_back(self, keys: list[str]) -> None:
        """Many at once: the commands share the socket. What cannot be given back comes back with time."""
        unused: list[tuple[str, str, int]] = []
        for key in keys:
            count = self._leased.pop(key, None)
            if count is None:
                continue
            if count.tokens:
                unused.append((key, count.taken_in, count.tokens))
            count.tokens = 0
            count.lease_ends_ns = 0
            count.batch = 1
        for start in range(0, len(unused), _GIVEN_AT_ONCE):
            if not self._connection.usable:
                return
            some = unused[start : start + _GIVEN_AT_ONCE]
            gifts = (self._leases.give_back(key, slot, tokens) for key, slot, tokens in some)
            await asyncio.gather(*gifts, return_exceptions=True)


def _spend_token(count: _Count, now_ns: int, cost: int) -> Decision:
    count.tokens -= cost
    decision = _spend_alone(count, now_ns, cost)
    together = count.left + count.tokens
    return decision if decision.remaining <= together else decision._replace(remaining=together)


def _spend_alone(count: _Count, now_ns: int, cost: int) -> Decision:
    allowed = count.window.spend(now_ns, cost)
    return count.window.describe(now_ns, allowed=allowed, cost=cost)


def _refuse(refusal: _Refusal, count: _Count, now_ns: int) -> Decision:
    retry_after_s = max(0, refusal.retry_at_ns - now_ns) / _NS
    reset_s = max(count.window.describe(now_ns, allowed=True, cost=0).reset_s, retry_after_s)
    return Decision(
        allowed=False,
        limit=count.quota.limit,
        remaining=refusal.left,
        reset_s=reset_s,
        retry_after_s=retry_after_s,
    )
