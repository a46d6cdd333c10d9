"""Periodic work: erase what was deleted long ago, and forget what is only of use for a while.

In small transactions, each of which may be the last of a turn that is stopped; the next turn goes on from there.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

import structlog

from newsforge.domains.accounts.tasks import ERASED_AFTER
from newsforge.domains.conversions import purge_repository as repository
from newsforge.domains.conversions.ports import SourceFiles
from newsforge.kit.clock import utc_now
from newsforge.kit.db.database import Database
from newsforge.kit.db.sessions import Sight

log = structlog.get_logger(__name__)
#: Streams of a conversion are long closed by then; its posts, versions and last events stay.
EVENTS_KEPT: Final = timedelta(days=30)
#: How far back a turn looks for what earlier turns have missed.
_MISSED: Final = timedelta(days=14)
_BATCH: Final = 200
_WORKSPACES: Final = 50


async def purge_deleted_workspaces(database: Database, files: SourceFiles, *, now: datetime | None = None) -> None:
    before = (now or utc_now()) - ERASED_AFTER
    async with database.read(on_primary=True) as session:
        found = await repository.list_deleted_workspaces(session, before=before, limit=_WORKSPACES)
    for workspace_id in found:
        await _erase(database, files, workspace_id)
        log.info("workspace_erased", workspace_id=str(workspace_id))


async def purge_old(database: Database, *, key_ttl_s: float, now: datetime | None = None) -> None:
    """Idempotency keys that are spent, and events that nobody follows any more."""
    now = now or utc_now()
    deleted = _BATCH
    while deleted == _BATCH:
        async with database.write() as session:
            deleted = await repository.delete_old_keys(session, before=now - timedelta(seconds=key_ttl_s), limit=_BATCH)
    before = now - EVENTS_KEPT
    deleted = _BATCH
    while deleted == _BATCH:
        async with database.write() as session:
            deleted = await repository.delete_old_events(session, since=before - _MISSED, before=before, limit=_BATCH)


async def _erase(database: Database, files: SourceFiles, workspace_id: UUID) -> None:
    """Files first: a row that is gone could not name its file any more."""
    sight = Sight(workspace_id=workspace_id)
    while True:
        async with database.read(sight, on_primary=True) as session:
            stored = await repository.list_files(session, workspace_id, limit=_BATCH)
        if not stored:
            break
        for _, key in stored:
            await files.delete(key)
        async with database.write(sight) as session:
            only = [conversion_id for conversion_id, _ in stored]
            await repository.delete_conversions(session, workspace_id, limit=_BATCH, only=only)
    for delete_some in (repository.delete_conversions, repository.delete_articles):
        deleted = _BATCH
        while deleted == _BATCH:
            async with database.write(sight) as session:
                deleted = await delete_some(session, workspace_id, limit=_BATCH)
    async with database.write(sight) as session:
        await repository.delete_workspace(session, workspace_id)
