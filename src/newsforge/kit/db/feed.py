"""Follow a table: new rows reach every process within a moment, with the table as the truth.

A connection of its own asks every :data:`POLL_S` for rows that it has not seen; a NOTIFY on the channel makes it ask at
once. So a lost notification costs at most one interval, and a lost connection is known (:meth:`TableFeed.is_fresh`).
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any, Final

from newsforge.kit.db.urls import connect_options, driver_url

POLL_S: Final = 0.4
_RECONNECT_S: Final = 0.2
#: Rows may become visible out of the order of their ids; how far back each question looks again.
OVERLAP: Final = 1000


class TableFeed:
    """``query`` takes the id after which to look (``$1``) and returns rows with an ``id``. ``on_rows`` hears rows, some
    of them more than once, in the event loop, and must be quick."""

    def __init__(
        self,
        address: str,
        *,
        channel: str,
        query: str,
        on_rows: Callable[[Sequence[Any]], None],
        role: str | None = None,
    ) -> None:
        self._address = address
        self._channel = channel
        self._query = query
        self._on_rows = on_rows
        self._role = role
        self._last_id = 0
        self._asked_at = float("-inf")
        self._wake = asyncio.Event()

    def is_fresh(self, within_s: float) -> bool:
        """Whether everything committed ``within_s`` ago or longer has been heard."""
        return time.monotonic() - self._asked_at <= within_s

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """The first question is answered when the block begins, unless the database is away."""
        first = asyncio.Event()
        task = asyncio.create_task(self._follow(first))
        try:
            with suppress(TimeoutError):
                await asyncio.wait_for(first.wait(), 5)
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _follow(self, first: asyncio.Event) -> None:
        import asyncpg

        while True:
            with suppress(OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError):
                connection = await self._connect()
                try:
                    await connection.add_listener(self._channel, lambda *_: self._wake.set())
                    while True:
                        await self._ask(connection)
                        first.set()
                        with suppress(TimeoutError):
                            await asyncio.wait_for(self._wake.wait(), POLL_S)
                finally:
                    connection.terminate()
            await asyncio.sleep(_RECONNECT_S)

    async def _ask(self, connection: Any) -> None:
        self._wake.clear()
        began = time.monotonic()
        rows = await connection.fetch(self._query, max(0, self._last_id - OVERLAP), timeout=2)
        if rows:
            self._on_rows(rows)
            self._last_id = max(self._last_id, *(row["id"] for row in rows))
        self._asked_at = began

    async def _connect(self) -> Any:
        import asyncpg

        url = driver_url(self._address)
        settings = {"application_name": f"newsforge feed {self._channel}"}
        if self._role:
            settings["role"] = self._role
        return await asyncpg.connect(
            host=url.host,
            port=url.port or 5432,
            user=url.username,
            password=url.password,
            database=url.database,
            timeout=3,
            server_settings=settings,
            **connect_options(self._address),
        )
