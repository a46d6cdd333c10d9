"""Write marks that all processes share, through Valkey."""

from __future__ import annotations

from typing import Final

from newsforge.kit.db.marks import MARK_TTL_S, MemoryMarks
from newsforge.kit.valkey import Script, ValkeyConnection, ValkeyDown

# Two writes of one mark may arrive out of order: the further position stays.
_LEAVE: Final = Script(
    """
    local known = tonumber(redis.call('GET', KEYS[1]) or '0')
    if tonumber(ARGV[1]) > known then
        redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
    end
    return 1
    """
)


class SharedMarks:
    """Implements :class:`newsforge.kit.db.marks.WriteMarks`. When Valkey cannot be asked, what other processes have
    written is not known, and is said not to be: reads then go to the primary."""

    def __init__(self, connection: ValkeyConnection, *, space: str = "newsforge") -> None:
        self._connection = connection
        self._space = space
        self._own = MemoryMarks()

    async def leave(self, mark: str, position: int) -> None:
        await self._own.leave(mark, position)
        try:
            await self._connection.run(_LEAVE, (self._key(mark),), str(position), str(round(MARK_TTL_S * 1000)))
        except ValkeyDown:
            # Others find nothing, or a mark of before; they cannot ask Valkey either, so they ask the primary.
            return

    async def find(self, mark: str) -> int | None:
        try:
            found = await self._connection.execute("GET", self._key(mark))
        except ValkeyDown:
            return None
        shared = int(found) if isinstance(found, (bytes, str, int)) else 0
        return max(shared, await self._own.find(mark) or 0)

    def _key(self, mark: str) -> str:
        return f"{self._space}:mark:{mark}"
