"""Remembered results of the pipeline, in the shared cache."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

from newsforge.kit.cache import Cache
from newsforge.pipeline.ports import Computed

_TTL_S: Final = 24 * 3600.0
#: Who has waited so long for another's attempt, which then failed, takes what came of it (a post of the embedded
#: writer, and why): the same vendor asked once more would cost them the rest of their time.
_LONG_WAIT_S: Final = 5.0
#: Only for those in other processes who are waiting at this moment.
_UNKEPT_TTL_S: Final = 3.0


class _NotKept(Exception):
    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.data = data


class CachedResults:
    """Implements :class:`newsforge.pipeline.ports.ResultStore`. A key names the content that it depends on, so an entry
    cannot become stale."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    async def get_or_compute(self, key: str, compute: Callable[[], Awaitable[Computed]]) -> bytes:
        clock = asyncio.get_running_loop().time
        asked_at = clock()
        is_mine = False

        def has_waited_long() -> bool:
            return clock() - asked_at > _LONG_WAIT_S

        async def fill() -> bytes:
            nonlocal is_mine
            if has_waited_long() and (found := await self._cache.get(f"unkept:{key}")) is not None:
                raise _NotKept(found)
            is_mine = True
            computed = await compute()
            if not computed.is_kept:
                await self._cache.set(f"unkept:{key}", computed.data, ttl_s=_UNKEPT_TTL_S)
                raise _NotKept(computed.data)
            return computed.data

        try:
            return await self._cache.get_or_compute(f"result:{key}", fill, ttl_s=_TTL_S, immutable=True)
        except _NotKept as unkept:
            if is_mine or has_waited_long():
                return unkept.data
            # Somebody else's quick failure is theirs alone. Those who have waited for it go on side by side: in a row,
            # each would cost the next its deadline.
            return (await compute()).data
