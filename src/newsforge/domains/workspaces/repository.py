"""Queries of workspaces and their members. Keys and invitations: see beside."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.postgresql import insert

from newsforge.domains.accounts.models import User
from newsforge.domains.workspaces.models import Membership, Workspace, WorkspaceRegister
from newsforge.kit.clock import utc_now
from newsforge.kit.db.sessions import ReadSession, WriteSession


async def add_workspace(session: WriteSession, workspace: Workspace, *, owner_id: UUID) -> None:
    """The session has to see the new workspace's id already (row-level security checks what is written)."""
    session.add(workspace)
    await session.flush()
    session.add(WorkspaceRegister(id=workspace.id))
    session.add(Membership(workspace_id=workspace.id, user_id=owner_id, role="owner"))
    await session.flush()


async def find_workspace(session: ReadSession, *, workspace_id: UUID) -> Workspace | None:
    return await session.scalar(select(Workspace).where(Workspace.id == workspace_id, Workspace.deleted_at.is_(None)))


async def list_of_user(session: ReadSession, *, user_id: UUID) -> list[tuple[Workspace, Membership]]:
    """All of a person's workspaces, the personal one first."""
    query = (
        select(Workspace, Membership)
        .join(Membership, Membership.workspace_id == Workspace.id)
        .where(Membership.user_id == user_id, Workspace.deleted_at.is_(None))
        .order_by(Workspace.kind, Workspace.id)
    )
    return [(workspace, membership) for workspace, membership in (await session.execute(query)).all()]


async def find_membership(
    session: ReadSession, *, user_id: UUID, workspace_id: UUID | None
) -> tuple[Membership, bool] | None:
    """With whether the person's address is confirmed; ``workspace_id`` None is the personal workspace."""
    query = (
        select(Membership, User.verified_at.is_not(None))
        .join(Workspace, Workspace.id == Membership.workspace_id)
        .join(User, User.id == Membership.user_id)
        .where(Membership.user_id == user_id, User.deleted_at.is_(None), Workspace.deleted_at.is_(None))
    )
    if workspace_id is not None:
        query = query.where(Membership.workspace_id == workspace_id)
    else:
        query = query.where(Workspace.kind == "personal", Membership.role == "owner")
    row = (await session.execute(query.limit(1))).first()
    return None if row is None else (row[0], bool(row[1]))


async def list_members(session: ReadSession, *, workspace_id: UUID) -> list[tuple[Membership, User]]:
    query = (
        select(Membership, User)
        .join(User, User.id == Membership.user_id)
        .where(Membership.workspace_id == workspace_id)
        .order_by(Membership.created_at, Membership.user_id)
    )
    return [(membership, user) for membership, user in (await session.execute(query)).all()]


async def find_member(session: ReadSession, *, workspace_id: UUID, user_id: UUID) -> tuple[Membership, User] | None:
    query = (
        select(Membership, User)
        .join(User, User.id == Membership.user_id)
        .where(Membership.workspace_id == workspace_id, Membership.user_id == user_id)
    )
    row = (await session.execute(query)).first()
    return None if row is None else (row[0], row[1])


async def lock_workspace(session: WriteSession, *, workspace_id: UUID) -> None:
    """Changes of who owns a workspace wait for each other, so that two cannot both remove "the other" owner."""
    await session.execute(select(Workspace.id).where(Workspace.id == workspace_id).with_for_update())


async def count_owners(session: ReadSession, *, workspace_id: UUID) -> int:
    query = select(func.count()).where(Membership.workspace_id == workspace_id, Membership.role == "owner")
    return await session.scalar(query) or 0


async def add_member(session: WriteSession, *, workspace_id: UUID, user_id: UUID, role: str) -> bool:
    """False when they are a member already; their role stays as it is."""
    statement = insert(Membership).values(workspace_id=workspace_id, user_id=user_id, role=role)
    added = await session.scalar(statement.on_conflict_do_nothing().returning(Membership.user_id))
    return added is not None


async def set_role(session: WriteSession, *, workspace_id: UUID, user_id: UUID, role: str) -> None:
    await session.execute(
        update(Membership)
        .where(Membership.workspace_id == workspace_id, Membership.user_id == user_id)
        .values(role=role)
    )


async def remove_member(session: WriteSession, *, workspace_id: UUID, user_id: UUID) -> None:
    await session.execute(
        delete(Membership).where(Membership.workspace_id == workspace_id, Membership.user_id == user_id)
    )


async def rename(session: WriteSession, *, workspace_id: UUID, name: str) -> None:
    await session.execute(update(Workspace).where(Workspace.id == workspace_id).values(name=name))


async def mark_deleted(session: WriteSession, *, workspace_id: UUID) -> None:
    await session.execute(update(Workspace).where(Workspace.id == workspace_id).values(deleted_at=utc_now()))
