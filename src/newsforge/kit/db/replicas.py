"""What is known of each replica: how far it has replayed, and whether it answers."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

#: How often positions are read. A fresh write reads from the primary for about this long.
POLL_S: Final = 0.05
#: A replica whose poll takes longer counts as down.
POLL_TIMEOUT_S: Final = 1.0
#: How long a replica that failed is left alone before it is asked again.
RETRY_S: Final = 1.0
_REPLAYED = text("SELECT pg_last_wal_replay_lsn() - '0/0'::pg_lsn")
_WRITTEN = text("SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn")


@dataclass(slots=True, kw_only=True)
class Replica:
    """Positions are bytes of WAL. ``name`` shows no password."""

    name: str
    engine: AsyncEngine
    position: int = 0
    is_up: bool = False
    #: When it was last seen to hold all that the primary had written at that time.
    caught_up_at: float = 0.0
    down_until: float = 0.0

    def set_down(self) -> None:
        self.is_up = False
        self.down_until = time.monotonic() + RETRY_S

    def has_replayed(self, position: int) -> bool:
        return self.is_up and self.position >= position

    def lag_s(self) -> float:
        return max(0.0, time.monotonic() - self.caught_up_at)

    def is_fresh(self, max_lag_s: float) -> bool:
        return self.is_up and self.lag_s() <= max_lag_s


@dataclass(slots=True)
class ReplicaPoller:
    """Reads positions on connections of its own pools' engines, one task a replica."""

    primary: AsyncEngine
    replicas: tuple[Replica, ...]
    on_change: Callable[[str, bool], None] | None = None
    #: (when, how far the primary had written then), newest last.
    _written: deque[tuple[float, int]] = field(default_factory=lambda: deque(maxlen=2000))

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """The first poll is over when the block begins."""
        await self._poll_primary()
        await asyncio.gather(*(self._poll(replica) for replica in self.replicas))
        tasks = [asyncio.create_task(self._repeat(self._poll_primary))]
        tasks += [asyncio.create_task(self._repeat(self._poll, replica)) for replica in self.replicas]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _repeat(self, poll: Callable[..., object], *args: Replica) -> None:
        while True:
            await asyncio.sleep(POLL_S)
            await poll(*args)  # type: ignore[misc]

    async def _poll_primary(self) -> None:
        started = time.monotonic()
        written = await _ask(self.primary, _WRITTEN)
        if written is None and self._written:
            # While the primary is away nothing new can be missed, and a stale read is better than none.
            written = self._written[-1][1]
        if written is not None:
            self._written.append((started, written))

    async def _poll(self, replica: Replica) -> None:
        if time.monotonic() < replica.down_until:
            return
        was_up = replica.is_up
        position = await _ask(replica.engine, _REPLAYED)
        if position is None:
            replica.set_down()
        else:
            replica.position = position
            replica.is_up = True
            for when, written in reversed(self._written):
                if position >= written:
                    replica.caught_up_at = max(replica.caught_up_at, when)
                    break
        if replica.is_up is not was_up and self.on_change is not None:
            self.on_change(replica.name, replica.is_up)


async def _ask(engine: AsyncEngine, question: object) -> int | None:
    """None when there is no answer in time: the server is away, or (for a replica) was promoted or is rebuilt."""
    with suppress(SQLAlchemyError, OSError, TimeoutError):
        async with asyncio.timeout(POLL_TIMEOUT_S), engine.connect() as connection:
            found = await connection.scalar(question)  # type: ignore[call-overload]
            return None if found is None else int(found)
    return None
