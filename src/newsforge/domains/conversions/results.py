"""Results of equal orders in the two-level cache: one flight for all processes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Final

from newsforge.kit.cache import Cache
from newsforge.pipeline.ports import Computed

RESULT_TTL_S: Final = 86_400.0


class _NotKept(Exception):
    """Ends the flight without a value for those who wait: each of them then asks for itself."""


class CachedResults:
    """A :class:`newsforge.pipeline.ports.ResultStore`. A key names all that a result depends on, so a value is never
    stale."""

    def __init__(self, cache: Cache, *, ttl_s: float = RESULT_TTL_S) -> None:
        self._cache = cache
        self._ttl_s = ttl_s

    async def get_or_compute(self, key: str, compute: Callable[[], Awaitable[Computed]]) -> bytes:
        mine: list[Computed] = []

        async def fly() -> bytes:
            mine.append(await compute())
            if not mine[0].is_kept:
                raise _NotKept
            return mine[0].data

        try:
            return await self._cache.get_or_compute(f"result:{key}", fly, ttl_s=self._ttl_s, immutable=True)
        except _NotKept:
            return mine[0].data if mine else (await compute()).data
