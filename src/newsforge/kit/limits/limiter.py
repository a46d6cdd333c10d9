"""Limits that hold in one process exactly, and over all processes together while Valkey lives.

Each process keeps its own exact count of every key, and refuses by it at once. To allow, it also needs tokens, which
it takes from Valkey in small batches: the batch doubles while a key is busy, so an idle key costs one token and a busy
one few round trips. What is not used within ``lease_s`` is given back; what a killed process held refills with time.
So over all processes never more is allowed than ``burst + (t + lease_s) / interval`` in any ``t`` seconds, and in all
never more than the tokens that Valkey gave. Somebody may be refused while another process holds unused tokens of the
same key: for ``lease_s`` at most.

Without Valkey (none, dead, frozen) each process goes on by its own count. It has counted what it allowed by leases
too, so a failing Valkey hands nobody a second burst.
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
from newsforge.kit.limits.quota import Decision, Quota, describe, spend
from newsforge.kit.valkey import ValkeyConnection, ValkeyDown

_NS = 1_000_000_000
#: A lease is this part of the burst at most, so that a few processes do not hold all of it.
_LARGEST_SHARE = 10
_MOST_TOKENS = 64
#: When memory is full: how many of the oldest keys are looked at for one that is idle.
_SECOND_CHANCES = 8
_GIVEN_AT_ONCE = 200


class _Refusal(NamedTuple):
    """Valkey had fewer tokens left than ``cost``."""

    cost: int
    left: int
    #: Another process may give tokens back before they would have refilled, so Valkey is asked again from here.
    holds_until_ns: int
    retry_at_ns: int


class _Count:
    """What this process knows of a key."""

    __slots__ = ("batch", "lease_ends_ns", "left", "quota", "refusal", "tat_ns", "tokens")

    def __init__(self, quota: Quota) -> None:
        self.quota = quota
        self.tat_ns = 0
        self.tokens = 0
        self.lease_ends_ns = 0
        self.batch = 1
        #: In Valkey, when it was last asked.
        self.left = quota.burst
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
        self._leases = Leases(connection, space)
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
        allowed, tat_ns = spend(count.tat_ns, now_ns, quota, cost)
        if not allowed:
            return describe(count.tat_ns, now_ns, quota, allowed=False, cost=cost)
        if not self._connection.usable:
            count.tat_ns = tat_ns
            return describe(tat_ns, now_ns, quota, allowed=True, cost=cost)
        if count.tokens >= cost and count.lease_ends_ns > now_ns:
            count.tokens -= cost
            count.tat_ns = tat_ns
            decision = describe(tat_ns, now_ns, quota, allowed=True, cost=cost)
            together = count.left + count.tokens
            return decision if decision.remaining <= together else decision._replace(remaining=together)
        refusal = count.refusal
        if refusal is not None and refusal.cost <= cost and refusal.holds_until_ns > now_ns:
            return _refuse(refusal, now_ns, quota)
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
                    allowed = await self._take(key, quota, cost)
                    if allowed is not None:
                        return allowed
                    continue
                return self._decide_alone(key, quota, cost)
            finally:
                del self._taking[key]
                taking.set_result(None)
        return decision

    async def _take(self, key: str, quota: Quota, cost: int) -> Decision | None:
        """Add a lease to the key's. A decision when Valkey has no token left."""
        count = self._counts[key]
        now_ns = self._clock_ns()
        if count.tokens and count.lease_ends_ns <= now_ns:
            await self._give_back([key])
        elif count.lease_ends_ns > now_ns:  # used up before its time: a busy key
            largest = min(_MOST_TOKENS, max(1, quota.burst // _LARGEST_SHARE))
            count.batch = min(count.batch * 2, largest)
        missing = cost - count.tokens
        grant = await self._leases.take(key, quota, cost=missing, wanted=max(missing, count.batch))
        now_ns = self._clock_ns()
        count.left = grant.left
        if grant.tokens:
            count.tokens += grant.tokens
            count.lease_ends_ns = now_ns + self._lease_ns
            count.refusal = None
            self._leased.pop(key, None)  # so that they stand in the order of their ends
            self._leased[key] = count
            return None
        retry_ns = max(1, round(grant.retry_after_s * _NS))
        holds_ns = min(retry_ns, self._lease_ns)
        count.refusal = _Refusal(cost, max(0, grant.left), now_ns + holds_ns, now_ns + retry_ns)
        return _refuse(count.refusal, now_ns, quota)

    def _decide_alone(self, key: str, quota: Quota, cost: int) -> Decision:
        """Valkey refuses though it is connected (its memory is full): as if it were not there."""
        count = self._counts.get(key) or self._begin(key, quota)
        now_ns = self._clock_ns()
        allowed, count.tat_ns = spend(count.tat_ns, now_ns, quota, cost)
        return describe(count.tat_ns, now_ns, quota, allowed=allowed, cost=cost)

    def _begin(self, key: str, quota: Quota) -> _Count:
        self._counts.pop(key, None)
        if len(self._counts) >= self._max_keys:
            self._forget_one()
        count = self._counts[key] = _Count(quota)
        return count

    def _forget_one(self) -> None:
        """The oldest key whose burst is whole again loses nothing by it. When the oldest are all in use, the first
        of them is given up: Valkey still counts it."""
        now_ns = self._clock_ns()
        for _ in range(_SECOND_CHANCES):
            key = next(iter(self._counts))
            count = self._counts.pop(key)
            if count.tat_ns <= now_ns and key not in self._leased:
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
        """Many at once: the commands share the socket. What cannot be given back refills with time."""
        unused: list[tuple[str, Quota, int]] = []
        for key in keys:
            count = self._leased.pop(key, None)
            if count is None:
                continue
            if count.tokens:
                unused.append((key, count.quota, count.tokens))
            count.tokens = 0
            count.lease_ends_ns = 0
            count.batch = 1
        for start in range(0, len(unused), _GIVEN_AT_ONCE):
            if not self._connection.usable:
                return
            some = unused[start : start + _GIVEN_AT_ONCE]
            gifts = (self._leases.give_back(key, quota, tokens) for key, quota, tokens in some)
            await asyncio.gather(*gifts, return_exceptions=True)


def _refuse(refusal: _Refusal, now_ns: int, quota: Quota) -> Decision:
    return Decision(
        allowed=False,
        limit=quota.limit,
        remaining=refusal.left,
        reset_s=(quota.burst - refusal.left) * quota.interval_ns / _NS,
        retry_after_s=max(0, refusal.retry_at_ns - now_ns) / _NS,
    )
