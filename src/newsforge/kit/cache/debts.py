"""Changes that Valkey has not heard of: without them it would come back with values that were deleted meanwhile."""

from __future__ import annotations

import asyncio
import contextlib

from newsforge.kit.cache.shared import Shared
from newsforge.kit.valkey import ValkeyConnection, ValkeyDown

_PAUSE_S = 0.1


class Debts:
    """Deletions still to be made. While there are any, the second level must not be read."""

    def __init__(self, connection: ValkeyConnection, shared: Shared, *, most: int = 100_000) -> None:
        self._connection = connection
        self._shared = shared
        self._most = most
        #: With a number that tells whether it was owed again while it was being paid.
        self._keys: dict[str, int] = {}
        self._tags: dict[str, int] = {}
        self._serial = 0
        self._everything = False
        self._settling: asyncio.Task[None] | None = None

    def __bool__(self) -> bool:
        return self._everything or bool(self._keys) or bool(self._tags)

    def owe(self, *, key: str | None = None, tag: str | None = None) -> None:
        self._serial += 1
        if len(self._keys) + len(self._tags) >= self._most:  # too many to remember: empty the cache instead
            self._everything = True
            self._keys.clear()
            self._tags.clear()
        elif key is not None:
            self._keys[key] = self._serial
        elif tag is not None:
            self._tags[tag] = self._serial
        if self._settling is None or self._settling.done():
            self._settling = asyncio.get_running_loop().create_task(self._settle())

    async def aclose(self) -> None:
        if self._settling is not None:
            self._settling.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._settling

    async def _settle(self) -> None:
        while self:
            await self._connection.wait_until_usable()
            try:
                if self._everything:
                    await self._shared.drop_all()
                    self._everything = False
                for tag, serial in tuple(self._tags.items()):
                    await self._shared.drop_tag(tag)
                    _strike_out(self._tags, tag, serial)
                for key, serial in tuple(self._keys.items()):
                    await self._shared.drop(key)
                    _strike_out(self._keys, key, serial)
            except ValkeyDown:
                await asyncio.sleep(_PAUSE_S)


def _strike_out(owed: dict[str, int], name: str, serial: int) -> None:
    if owed.get(name) == serial:
        del owed[name]
