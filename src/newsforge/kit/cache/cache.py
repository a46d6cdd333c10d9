"""Two levels and a single flight.

**Coherence.** Each change is published by the script that makes it, and the other processes drop their copy. When the
bell does not ring (Valkey dead, frozen, or only the pushing socket lost: noticed within two heartbeats, 0.8 s), a
process forgets its copies and keeps new ones for ``outage_ttl_s`` at most, so nothing older than about a second is
served. A value whose key names its content (``immutable=True``) cannot become stale: it keeps its own time to live
through an outage. Where no Valkey is configured there is one process, and nothing is shortened.

**Errors.** When ``compute`` raises, all who wait in that process get the error. The other processes are woken and try
themselves, one after another, so a failing vendor is asked once a process and not once a request.

**Death.** The lock is renewed while its holder lives; when the holder is killed it ends after ``lock_s`` and another
takes over. A holder that was only frozen finds its lock gone: its callers get the value, the cache does not.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Self

from newsforge.kit.bell import Bell, Listener
from newsforge.kit.cache.debts import Debts
from newsforge.kit.cache.flight import Flight
from newsforge.kit.cache.memory import Memory
from newsforge.kit.cache.shared import CHANGED, FILLED, SEPARATOR, Lock, Shared
from newsforge.kit.valkey import ValkeyConnection, ValkeyDown

_TOPIC = "cache"
#: A waiting process asks at least this often whether the lock is free, should the bell be broken.
_POLL_S = 0.25
Compute = Callable[[], Awaitable[bytes]]


@dataclass(slots=True, eq=False)
class _Load:
    """A value on its way into memory; ``spoiled`` when the key changed meanwhile."""

    generation: int
    spoiled: bool = False


@dataclass(frozen=True, slots=True)
class _Terms:
    ttl_s: float
    immutable: bool = False
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Request:
    key: str
    compute: Compute
    lock_s: float
    terms: _Terms


class Cache:
    def __init__(
        self,
        connection: ValkeyConnection,
        bell: Bell,
        *,
        space: str = "newsforge",
        max_bytes: int = 64 * 1024 * 1024,
        outage_ttl_s: float = 1.0,
    ) -> None:
        self._connection = connection
        self._bell = bell
        self._memory = Memory(max_bytes)
        self._shared = Shared(connection, space=space, channel=bell.channel(_TOPIC), mark=bell.sign(b""))
        self._debts = Debts(connection, self._shared)
        self._outage_ttl_s = outage_ttl_s
        self._loads: dict[str, set[_Load]] = {}
        self._flights: dict[str, Flight] = {}
        self._wakes: dict[str, asyncio.Event] = {}
        self._releases: set[asyncio.Task[None]] = set()
        self._stop_listening: Callable[[], None] | None = None
        #: The hot path of a reader: bytes that are in this process, or None. Neither awaits nor asks Valkey.
        self.peek = self._memory.peek

    async def __aenter__(self) -> Self:
        forget = self._memory.forget_mutable
        listener = Listener(self._hear, on_missed=forget, on_lost=forget)
        self._stop_listening = self._bell.listen(_TOPIC, listener)
        await self._bell.confirm(_TOPIC)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._stop_listening is not None:
            self._stop_listening()
        flights = [flight.task for flight in self._flights.values()]
        for task in flights:
            task.cancel()
        await asyncio.gather(*flights, return_exceptions=True)
        await asyncio.gather(*self._releases, return_exceptions=True)
        await self._debts.aclose()

    async def get(self, key: str) -> bytes | None:
        value = self._memory.peek(key)
        if value is not None or not self._sharing:
            return value
        with self._loading(key) as load, contextlib.suppress(ValkeyDown):
            found = await self._shared.fetch(key)
            if found is not None:
                value, remaining_s = found
                self._remember(key, value, load, _Terms(remaining_s))
        return value

    async def set(
        self, key: str, value: bytes, *, ttl_s: float, tags: Iterable[str] = (), immutable: bool = False
    ) -> None:
        _check(key)
        tags = tuple(tags)
        self._change(key)
        with self._loading(key) as load:
            try:
                if self._shares_or_owes(key=key):
                    await self._shared.put(key, value, ttl_s=ttl_s, tags=tags)
            except ValkeyDown:
                self._debts.owe(key=key)
            self._remember(key, value, load, _Terms(ttl_s, immutable, tags))

    async def delete(self, key: str) -> None:
        self._change(key)
        try:
            if self._shares_or_owes(key=key):
                await self._shared.drop(key)
        except ValkeyDown:
            self._debts.owe(key=key)

    async def delete_tag(self, tag: str) -> None:
        """Every key that was set or is being computed with this tag."""
        for key in self._memory.tagged(tag):
            self._change(key)
        for key in [key for key, flight in self._flights.items() if tag in flight.tags]:
            self._change(key)
        try:
            if self._shares_or_owes(tag=tag):
                await self._shared.drop_tag(tag)
        except ValkeyDown:
            self._debts.owe(tag=tag)

    async def get_or_compute(
        self,
        key: str,
        compute: Compute,
        *,
        ttl_s: float,
        lock_s: float = 3.0,
        tags: Iterable[str] = (),
        immutable: bool = False,
    ) -> bytes:
        """``lock_s``: how soon another process takes over when the computing one is killed; no limit to ``compute``."""
        value = self._memory.peek(key)
        if value is not None:
            return value
        flight = self._flights.get(key)
        if flight is None or flight.abandoned:
            _check(key)
            request = _Request(key, compute, lock_s, _Terms(ttl_s, immutable, tuple(tags)))
            flight = Flight(self._fly(request), request.terms.tags)
            self._flights[key] = flight
            flight.task.add_done_callback(lambda _: self._land(key, flight))
        return await flight.join()

    # -- the flight

    async def _fly(self, request: _Request) -> bytes:
        while self._sharing:
            lock = Lock(request.key, os.urandom(12), request.lock_s)
            # Heard from before the claim, so that the word of a lock's end cannot fall between claim and waiting.
            wake = self._wakes.setdefault(request.key, asyncio.Event())
            wake.clear()
            with self._loading(request.key) as load:
                try:
                    claim = await self._shared.claim(lock, ttl_s=request.terms.ttl_s, tags=request.terms.tags)
                except ValkeyDown:
                    break
                except asyncio.CancelledError:
                    # It may be ours all the same. Commands keep their order, so this one comes after the claim.
                    self._release_later(lock)
                    raise
                if claim.outcome == "hit":
                    self._remember(request.key, claim.value, load, replace(request.terms, ttl_s=claim.remaining_s))
                    return claim.value
            if claim.outcome == "mine":
                return await self._compute_holding(lock, request)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(min(claim.remaining_s + 0.001, _POLL_S)):
                    await wake.wait()
        with self._loading(request.key) as load:
            value = await request.compute()
            self._remember(request.key, value, load, request.terms)
        return value

    async def _compute_holding(self, lock: Lock, request: _Request) -> bytes:
        with self._loading(request.key) as load:
            try:
                async with self._renewing(lock):
                    value = await request.compute()
                filled = await self._shared.fill(lock, value, ttl_s=request.terms.ttl_s, tags=request.terms.tags)
            except ValkeyDown:
                filled = True  # for this process; with the short life of an outage
            except BaseException:
                self._release_later(lock)
                raise
            if filled:
                self._remember(request.key, value, load, request.terms)
        return value

    @asynccontextmanager
    async def _renewing(self, lock: Lock) -> AsyncIterator[None]:
        async def renew() -> None:
            while True:
                await asyncio.sleep(lock.lock_s / 3)
                with contextlib.suppress(ValkeyDown):
                    if not await self._shared.renew(lock):
                        return

        renewing = asyncio.get_running_loop().create_task(renew())
        try:
            yield
        finally:
            renewing.cancel()

    def _release_later(self, lock: Lock) -> None:
        async def release() -> None:
            with contextlib.suppress(ValkeyDown):
                await self._shared.release(lock)

        task = asyncio.get_running_loop().create_task(release())
        self._releases.add(task)
        task.add_done_callback(self._releases.discard)

    def _land(self, key: str, flight: Flight) -> None:
        if self._flights.get(key, flight) is flight:
            self._flights.pop(key, None)
            self._wakes.pop(key, None)

    # -- the first level

    @property
    def _sharing(self) -> bool:
        return self._connection.usable and not self._debts

    def _shares_or_owes(self, *, key: str | None = None, tag: str | None = None) -> bool:
        """Whether Valkey can be told; when it cannot, but is configured, it is told later."""
        if self._sharing:
            return True
        if self._connection.configured:
            self._debts.owe(key=key, tag=tag)
        return False

    @contextlib.contextmanager
    def _loading(self, key: str) -> Iterator[_Load]:
        load = _Load(self._memory.generation)
        loads = self._loads.setdefault(key, set())
        loads.add(load)
        try:
            yield load
        finally:
            loads.discard(load)
            if not loads and self._loads.get(key) is loads:
                del self._loads[key]

    def _remember(self, key: str, value: bytes, load: _Load, terms: _Terms) -> None:
        if load.spoiled or (not terms.immutable and load.generation != self._memory.generation):
            return
        lasting = terms.immutable or self._bell.hears_others or not self._connection.configured
        ttl_s = terms.ttl_s if lasting else min(terms.ttl_s, self._outage_ttl_s)
        self._memory.put(key, value, ttl_s=ttl_s, immutable=terms.immutable, tags=terms.tags)

    def _change(self, key: str) -> None:
        """What is on its way was read before the change: it is neither kept nor given to those who ask from now."""
        self._memory.drop(key)
        for load in self._loads.pop(key, ()):
            load.spoiled = True
        self._flights.pop(key, None)

    def _hear(self, word: bytes) -> None:
        kind = word[:1]
        for key in word[1:].decode().split(SEPARATOR):
            if kind == CHANGED:
                self._change(key)
            elif kind == FILLED:
                self._memory.drop(key)
            wake = self._wakes.get(key)
            if wake is not None:
                wake.set()


def _check(key: str) -> None:
    if SEPARATOR in key:
        raise ValueError("a cache key holds no NUL character")
