"""What is deleted because it is over: by age, or with its workspace."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, func, select

from newsforge.domains.articles.models import ArticleRecord
from newsforge.domains.conversions.models import Conversion, ConversionSource
from newsforge.domains.workspaces.models import Workspace, WorkspaceRegister
from newsforge.kit.db.sessions import ReadSession, WriteSession


async def list_deleted_workspaces(session: ReadSession, *, before: datetime, limit: int) -> list[UUID]:
    found = func.list_deleted_workspaces(before, limit).table_valued("id").render_derived()
    return list(await session.scalars(select(found.c.id)))


async def delete_old_keys(session: WriteSession, *, before: datetime, limit: int) -> int:
    return int(await session.scalar(select(func.purge_idempotency_keys(before, limit))) or 0)


async def delete_old_events(session: WriteSession, *, since: datetime, before: datetime, limit: int) -> int:
    return int(await session.scalar(select(func.purge_conversion_events(since, before, limit))) or 0)


async def list_files(session: ReadSession, workspace_id: UUID, *, limit: int) -> list[tuple[UUID, str]]:
    """Conversions whose source is a file, with its key in the storage."""
    rows = await session.execute(
        select(ConversionSource.conversion_id, ConversionSource.storage_key)
        .where(ConversionSource.workspace_id == workspace_id, ConversionSource.storage_key.is_not(None))
        .limit(limit)
    )
    return [(conversion_id, key) for conversion_id, key in rows if key is not None]


async def delete_conversions(
    session: WriteSession, workspace_id: UUID, *, limit: int, only: list[UUID] | None = None
) -> int:
    """With posts, versions, events and sources. Loaded one by one: whoever keeps copies hears of each."""
    some = select(Conversion).where(Conversion.workspace_id == workspace_id).limit(limit)
    if only is not None:
        some = some.where(Conversion.id.in_(only))
    found = list(await session.scalars(some))
    for conversion in found:
        await session.delete(conversion)
    await session.flush()
    return len(found)


async def delete_articles(session: WriteSession, workspace_id: UUID, *, limit: int) -> int:
    some = select(ArticleRecord.id).where(ArticleRecord.workspace_id == workspace_id).limit(limit)
    done = await session.execute(
        delete(ArticleRecord)
        .where(ArticleRecord.workspace_id == workspace_id, ArticleRecord.id.in_(some))
        .execution_options(synchronize_session=False)
    )
    return int(done.rowcount)  # type: ignore[attr-defined]


async def delete_workspace(session: WriteSession, workspace_id: UUID) -> None:
    """With members, keys, invitations and ledger. The audit log stays."""
    await session.execute(
        delete(Workspace)
        .where(Workspace.id == workspace_id, Workspace.deleted_at.is_not(None))
        .execution_options(synchronize_session=False)
    )
    await session.execute(delete(WorkspaceRegister).where(WorkspaceRegister.id == workspace_id))
