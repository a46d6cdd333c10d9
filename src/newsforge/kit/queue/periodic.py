"""Things that are done every so often, by one worker of all."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

import structlog
from sqlalchemy import text

from newsforge.kit.db.database import Database

_LOG = structlog.get_logger(__name__)
_BEGIN = text(
    """
    INSERT INTO periodic_runs (name, started_at) VALUES (:name, now())
    ON CONFLICT (name) DO UPDATE SET started_at = now()
    WHERE periodic_runs.started_at <= now() - make_interval(secs => :every_s)
    RETURNING 1
    """
)
#: One that has just begun elsewhere is looked at again after this share of its interval.
_LOOK: Final = 0.25
_MAX_LOOK_S: Final = 60.0

_PURGE = text(
    """
    DELETE FROM jobs WHERE id IN (
        SELECT id FROM jobs WHERE finished_at < now() - make_interval(secs => :keep_s) ORDER BY finished_at LIMIT 1000
    )
    """
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Periodic:
    """``run`` is begun at most once in ``every_s`` over all workers, and stopped when it takes longer than that. It may
    be stopped at any point, and is tried again at its next turn: what it does must bear both."""

    name: str
    every_s: float
    run: Callable[[], Awaitable[None]]


async def keep_running(database: Database, periodic: Periodic) -> None:
    """Until cancelled."""
    while True:
        try:
            if await _begin(database, periodic):
                async with asyncio.timeout(periodic.every_s):
                    await periodic.run()
        except Exception:  # noqa: BLE001 - whatever it is (the database away, a fault of its own), the next turn comes
            _LOG.warning("periodic_failed", periodic=periodic.name, exc_info=True)
        await asyncio.sleep(min(periodic.every_s * _LOOK, _MAX_LOOK_S))


def purge_jobs(database: Database, *, keep_s: float = 7 * 86400.0, every_s: float = 3600.0) -> Periodic:
    """Forget jobs that ended long ago."""

    async def purge() -> None:
        deleted = 1000
        while deleted == 1000:
            async with database.write() as session:
                deleted = (await session.execute(_PURGE, {"keep_s": keep_s})).rowcount  # type: ignore[attr-defined]

    return Periodic(name="purge_jobs", every_s=every_s, run=purge)


async def _begin(database: Database, periodic: Periodic) -> bool:
    async with database.write() as session:
        return await session.scalar(_BEGIN, {"name": periodic.name, "every_s": periodic.every_s}) is not None
