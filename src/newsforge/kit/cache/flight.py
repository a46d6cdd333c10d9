"""One computation that several tasks of the process wait for."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any


class Flight:
    """Goes on while anybody waits for it; when the last one gives up, it is cancelled."""

    def __init__(self, work: Coroutine[Any, Any, bytes], tags: tuple[str, ...]) -> None:
        self.tags = tags
        self.task = asyncio.get_running_loop().create_task(work)
        self._waiting = 0

    async def join(self) -> bytes:
        self._waiting += 1
        try:
            return await asyncio.shield(self.task)
        finally:
            self._waiting -= 1
            if self._waiting == 0 and not self.task.done():
                self.task.cancel()

    @property
    def abandoned(self) -> bool:
        """Cancelled, or about to be: nobody may join it."""
        return self.task.cancelling() > 0 or self.task.cancelled()
