"""Conversions as ready bytes, kept in every process until they change.

A copy holds the workspace that it belongs to, the ETag and the body in one value, so that the hot path of the API can
answer with it after one look (:meth:`ConversionCopies.peek`).
"""

from __future__ import annotations

from typing import Final, NamedTuple
from uuid import UUID

from newsforge.domains.access.principal import Principal
from newsforge.domains.conversions.service import read_conversion_bytes
from newsforge.kit.cache import Cache
from newsforge.kit.db.database import Database
from newsforge.kit.http.preconditions import etag_of

#: A copy is dropped when its conversion changes; should that word ever be lost (a process killed between commit and
#: word), it is wrong for no longer than this.
TTL_S: Final = 30.0
_END: Final = b"\n"


class Copy(NamedTuple):
    etag: bytes
    body: bytes


class ConversionCopies:
    """Implements :class:`newsforge.domains.conversions.ports.ChangeListener`."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def peek(self, workspace_id: UUID, conversion_id: str) -> Copy | None:
        """What this process holds, without waiting; ``conversion_id`` as UUIDs are written. Nobody finds another
        workspace's copy: the workspace is part of the key."""
        packed = self._cache.peek(f"conversion:{workspace_id}:{conversion_id}")
        return None if packed is None else _unpack(packed)

    async def get(self, principal: Principal, conversion_id: UUID, database: Database) -> Copy:
        """Raise ``NotFound``. One read for all who ask at the same time, from the primary: what is kept for others
        may not be a moment old."""

        async def read() -> bytes:
            async with database.read(principal.sight, on_primary=True) as session:
                ready = await read_conversion_bytes(session, principal, conversion_id)
            return etag_of(ready.version).encode() + _END + ready.body

        key = f"conversion:{principal.workspace_id}:{conversion_id}"
        return _unpack(await self._cache.get_or_compute(key, read, ttl_s=TTL_S))

    async def changed(self, workspace_id: UUID, conversion_id: UUID) -> None:
        await self._cache.delete(f"conversion:{workspace_id}:{conversion_id}")


def _unpack(packed: bytes) -> Copy:
    etag, _, body = packed.partition(_END)
    return Copy(etag, body)
