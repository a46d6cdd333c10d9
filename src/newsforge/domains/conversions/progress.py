"""What comes out of the pipeline is saved as it comes: each transaction takes all that has come meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

from newsforge.pipeline.order import EventListener, ResultListener
from newsforge.pipeline.result import PlatformResult


@dataclass(frozen=True, slots=True)
class Step:
    """``written``, ``checked``, ``rewritten`` or ``fell_back``."""

    name: str
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Finished:
    language: str
    result: PlatformResult


_END = object()


@dataclass(slots=True)
class Inbox:
    _items: asyncio.Queue[Any] = field(default_factory=asyncio.Queue)

    def steps_of(self, language: str) -> EventListener:
        def hear(name: str, fields: dict[str, Any]) -> None:
            if name != "post_ready":  # the post itself follows
                self._items.put_nowait(Step(name, {"language": language, **fields}))

        return hear

    def results_of(self, language: str) -> ResultListener:
        return lambda result: self._items.put_nowait(Finished(language, result))

    async def drain(
        self, work: Coroutine[Any, Any, None], save: Callable[[list[Step | Finished]], Awaitable[None]]
    ) -> None:
        """Run ``work``, which fills this inbox, and ``save`` what comes, in its order. When saving fails, the work is
        stopped, and the error is raised."""
        working = asyncio.create_task(work)
        working.add_done_callback(lambda _: self._items.put_nowait(_END))
        try:
            while await self._save_next(save):
                pass
            await working
        finally:
            working.cancel()
            await asyncio.gather(working, return_exceptions=True)

    async def _save_next(self, save: Callable[[list[Step | Finished]], Awaitable[None]]) -> bool:
        batch = [await self._items.get()]
        while not self._items.empty():
            batch.append(self._items.get_nowait())
        is_last = _END in batch
        batch = [item for item in batch if item is not _END]
        if batch:
            await save(batch)
        return not is_last
