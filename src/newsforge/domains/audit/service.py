"""Who did what, when: written in the transaction of the deed, so that neither exists without the other."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from newsforge.domains.access.principal import Principal
from newsforge.domains.audit import repository
from newsforge.domains.audit.models import AuditEntry
from newsforge.kit.db.sessions import ReadSession, WriteSession
from newsforge.kit.http.pages import PageQuery, page_of


async def record(
    session: WriteSession,
    *,
    action: str,
    subject_kind: str,
    subject_id: UUID | None = None,
    workspace_id: UUID | None = None,
    user_id: UUID | None = None,
    api_key_id: UUID | None = None,
    data: dict[str, Any] | None = None,
    ip: str = "",
) -> None:
    """``action`` is a verb in the past (``api_key_revoked``). ``data`` holds ids and settings, never a secret."""
    entry = AuditEntry(
        workspace_id=workspace_id,
        user_id=user_id,
        api_key_id=api_key_id,
        action=action,
        subject_kind=subject_kind,
        subject_id=subject_id,
        data=data or {},
        ip=ip,
    )
    await repository.add(session, entry)


async def record_deed(
    session: WriteSession,
    principal: Principal,
    action: str,
    *,
    subject_kind: str,
    subject_id: UUID | None = None,
    data: dict[str, Any] | None = None,
) -> None:
    """What ``principal`` did in the workspace that they are in."""
    await record(
        session,
        action=action,
        subject_kind=subject_kind,
        subject_id=subject_id,
        workspace_id=principal.workspace_id,
        user_id=principal.user_id,
        api_key_id=principal.api_key_id,
        data=data,
    )


async def list_entries(
    session: ReadSession, *, workspace_id: UUID, query: PageQuery
) -> tuple[list[AuditEntry], str | None]:
    rows = await repository.list_of_workspace(session, workspace_id=workspace_id, after=query.after, limit=query.limit)
    return page_of(rows, query, [row.id for row in rows])


async def list_of_person(session: ReadSession, *, user_id: UUID, limit: int = 1000) -> list[AuditEntry]:
    """What was recorded of a person's own account, outside of any workspace, newest first."""
    return await repository.list_of_person(session, user_id=user_id, limit=limit)
