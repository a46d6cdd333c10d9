"""Queries of API keys, provider keys and invitations."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, func, select, update

from newsforge.domains.accounts.models import User
from newsforge.domains.workspaces.models import ApiKey, Invitation, Membership, ProviderKey, Workspace
from newsforge.kit.clock import utc_now
from newsforge.kit.db.sessions import ReadSession, WriteSession


async def add_api_key(session: WriteSession, key: ApiKey) -> None:
    session.add(key)
    await session.flush()


async def count_api_keys(session: ReadSession, *, workspace_id: UUID) -> int:
    query = select(func.count()).where(ApiKey.workspace_id == workspace_id, ApiKey.revoked_at.is_(None))
    return await session.scalar(query) or 0


async def list_api_keys(session: ReadSession, *, workspace_id: UUID, after: UUID | None, limit: int) -> list[ApiKey]:
    query = select(ApiKey).where(ApiKey.workspace_id == workspace_id)
    if after is not None:
        query = query.where(ApiKey.id < after)
    return list(await session.scalars(query.order_by(ApiKey.id.desc()).limit(limit + 1)))


async def find_api_key(session: ReadSession, *, workspace_id: UUID, key_id: UUID) -> ApiKey | None:
    return await session.scalar(select(ApiKey).where(ApiKey.workspace_id == workspace_id, ApiKey.id == key_id))


async def revoke_api_key(session: WriteSession, *, workspace_id: UUID, key_id: UUID) -> bool:
    """False when it was revoked before."""
    statement = (
        update(ApiKey)
        .where(ApiKey.workspace_id == workspace_id, ApiKey.id == key_id, ApiKey.revoked_at.is_(None))
        .values(revoked_at=utc_now())
        .returning(ApiKey.id)
    )
    return await session.scalar(statement) is not None


async def find_api_key_by_hash(session: ReadSession, *, key_hash: bytes) -> tuple[ApiKey, str, bool] | None:
    """The key, its maker's role now, and whether their address is confirmed. The session has to know the hash
    (``Sight.secret_hash``) and then the key's own workspace: see :mod:`newsforge.domains.workspaces.directory`."""
    query = (
        select(ApiKey, Membership.role, User.verified_at.is_not(None))
        .join(Membership, (Membership.workspace_id == ApiKey.workspace_id) & (Membership.user_id == ApiKey.created_by))
        .join(User, User.id == ApiKey.created_by)
        .join(Workspace, Workspace.id == ApiKey.workspace_id)
        .where(
            ApiKey.key_hash == key_hash,
            ApiKey.revoked_at.is_(None),
            User.deleted_at.is_(None),
            Workspace.deleted_at.is_(None),
        )
    )
    row = (await session.execute(query)).first()
    return None if row is None else (row[0], row[1], bool(row[2]))


async def find_workspace_of_key(session: ReadSession, *, key_hash: bytes) -> tuple[UUID, UUID] | None:
    """The ids of the workspace and of the key's maker."""
    query = select(ApiKey.workspace_id, ApiKey.created_by).where(ApiKey.key_hash == key_hash)
    row = (await session.execute(query)).first()
    return None if row is None else (row[0], row[1])


async def touch_api_key(session: WriteSession, *, workspace_id: UUID, key_id: UUID, used_at: datetime) -> None:
    await session.execute(
        update(ApiKey)
        .where(ApiKey.workspace_id == workspace_id, ApiKey.id == key_id)
        .values(last_used_at=func.greatest(used_at, func.coalesce(ApiKey.last_used_at, used_at)))
    )


async def put_provider_key(session: WriteSession, key: ProviderKey) -> None:
    """One a vendor: the new one takes the old one's place."""
    await session.execute(
        delete(ProviderKey).where(ProviderKey.workspace_id == key.workspace_id, ProviderKey.vendor == key.vendor)
    )
    session.add(key)
    await session.flush()


async def list_provider_keys(session: ReadSession, *, workspace_id: UUID) -> list[ProviderKey]:
    query = select(ProviderKey).where(ProviderKey.workspace_id == workspace_id).order_by(ProviderKey.vendor)
    return list(await session.scalars(query))


async def delete_provider_key(session: WriteSession, *, workspace_id: UUID, vendor: str) -> bool:
    statement = (
        delete(ProviderKey)
        .where(ProviderKey.workspace_id == workspace_id, ProviderKey.vendor == vendor)
        .returning(ProviderKey.id)
    )
    return await session.scalar(statement) is not None


async def add_invitation(session: WriteSession, invitation: Invitation) -> None:
    session.add(invitation)
    await session.flush()


async def find_open_invitation(session: ReadSession, *, workspace_id: UUID, email: str) -> Invitation | None:
    return await session.scalar(
        select(Invitation).where(
            Invitation.workspace_id == workspace_id,
            Invitation.email == email,
            Invitation.accepted_at.is_(None),
            Invitation.revoked_at.is_(None),
        )
    )


async def find_invitation_by_hash(session: ReadSession, *, token_hash: bytes) -> Invitation | None:
    return await session.scalar(select(Invitation).where(Invitation.token_hash == token_hash))


async def find_invitation(session: ReadSession, *, workspace_id: UUID, invitation_id: UUID) -> Invitation | None:
    return await session.scalar(
        select(Invitation).where(Invitation.workspace_id == workspace_id, Invitation.id == invitation_id)
    )


async def lock_invitation(session: WriteSession, *, workspace_id: UUID, invitation_id: UUID) -> Invitation | None:
    return await session.scalar(
        select(Invitation)
        .where(Invitation.workspace_id == workspace_id, Invitation.id == invitation_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )


async def list_invitations(session: ReadSession, *, workspace_id: UUID) -> list[Invitation]:
    """The open ones, newest first."""
    query = select(Invitation).where(
        Invitation.workspace_id == workspace_id, Invitation.accepted_at.is_(None), Invitation.revoked_at.is_(None)
    )
    return list(await session.scalars(query.order_by(Invitation.id.desc())))
