"""Remembered results of the pipeline, in the shared cache."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Final

from newsforge.kit.cache import Cache
from newsforge.pipeline.ports import Computed

_TTL_S: Final = 24 * 3600.0


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
        is_mine = False

        async def fill() -> bytes:
            nonlocal is_mine
            is_mine = True
            computed = await compute()
            if not computed.is_kept:
                raise _NotKept(computed.data)
            return computed.data

        try:
            return await self._cache.get_or_compute(f"result:{key}", fill, ttl_s=_TTL_S, immutable=True)
        except _NotKept as unkept:
            if is_mine:
                return unkept.data
            # Somebody else's failure is theirs alone. Those who have waited for it go on side by side: in a row, each
            # would cost the next its deadline.
            return (await compute()).data
