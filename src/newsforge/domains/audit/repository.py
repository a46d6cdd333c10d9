"""Queries of the audit log."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from newsforge.domains.audit.models import AuditEntry
from newsforge.kit.db.sessions import ReadSession, WriteSession


async def add(session: WriteSession, entry: AuditEntry) -> None:
    session.add(entry)
    await session.flush()


async def list_of_workspace(
    session: ReadSession, *, workspace_id: UUID, after: UUID | None, limit: int
) -> list[AuditEntry]:
    """Newest first; one more than ``limit``, so that the caller sees whether there is a next page."""
    query = select(AuditEntry).where(AuditEntry.workspace_id == workspace_id)
    if after is not None:
        query = query.where(AuditEntry.id < after)
    return list(await session.scalars(query.order_by(AuditEntry.id.desc()).limit(limit + 1)))


async def list_of_person(session: ReadSession, *, user_id: UUID, limit: int) -> list[AuditEntry]:
    """What concerns the person alone, in no workspace, newest first."""
    query = select(AuditEntry).where(AuditEntry.user_id == user_id, AuditEntry.workspace_id.is_(None))
    return list(await session.scalars(query.order_by(AuditEntry.id.desc()).limit(limit)))
