"""Queries of people, their sessions and the links in their mails."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert

from newsforge.domains.accounts.models import OneTimeToken, User, UserSession
from newsforge.kit.db.sessions import ReadSession, WriteSession


async def add_user(session: WriteSession, *, user_id: UUID, **values: Any) -> bool:
    """False when the address is somebody's already."""
    statement = insert(User).values(id=user_id, **values).on_conflict_do_nothing().returning(User.id)
    return await session.scalar(statement) is not None


async def find_user(session: ReadSession, *, user_id: UUID) -> User | None:
    return await session.scalar(select(User).where(User.id == user_id, User.deleted_at.is_(None)))


async def find_user_by_address(session: ReadSession, *, address: str) -> User | None:
    return await session.scalar(select(User).where(User.email == address, User.deleted_at.is_(None)))


async def hold_user(session: WriteSession, *, user_id: UUID, password_hash: str) -> bool:
    """Whether this is still their password; it stays so until the transaction ends."""
    query = select(User.id).where(User.id == user_id, User.password_hash == password_hash, User.deleted_at.is_(None))
    return await session.scalar(query.with_for_update(read=True)) is not None


async def lock_user(session: WriteSession, *, user_id: UUID) -> User | None:
    query = select(User).where(User.id == user_id, User.deleted_at.is_(None)).with_for_update()
    return await session.scalar(query.execution_options(populate_existing=True))


async def set_user(session: WriteSession, *, user_id: UUID, **values: Any) -> None:
    await session.execute(update(User).where(User.id == user_id).values(**values))


async def add_session(session: WriteSession, row: UserSession) -> None:
    session.add(row)
    await session.flush()


async def advance_session(
    session: WriteSession, *, session_id: UUID, user_id: UUID, generation: int, now: datetime, expires_at: datetime
) -> UserSession | None:
    """Only from this very generation; of two that try at once, one."""
    statement = (
        update(UserSession)
        .where(
            UserSession.id == session_id,
            UserSession.user_id == user_id,
            UserSession.generation == generation,
            UserSession.revoked_at.is_(None),
            UserSession.expires_at > now,
        )
        .values(generation=generation + 1, last_used_at=now, expires_at=expires_at)
        .returning(UserSession)
    )
    return await session.scalar(statement)


async def find_session(session: ReadSession, *, session_id: UUID, user_id: UUID) -> UserSession | None:
    return await session.scalar(
        select(UserSession)
        .where(UserSession.id == session_id, UserSession.user_id == user_id)
        .execution_options(populate_existing=True)
    )


async def list_sessions(session: ReadSession, *, user_id: UUID, now: datetime) -> list[UserSession]:
    """Those that still hold, newest first."""
    query = select(UserSession).where(
        UserSession.user_id == user_id, UserSession.revoked_at.is_(None), UserSession.expires_at > now
    )
    return list(await session.scalars(query.order_by(UserSession.id.desc()).limit(500)))


async def revoke_sessions(
    session: WriteSession,
    *,
    user_id: UUID,
    now: datetime,
    because: str,
    only: UUID | None = None,
    but: UUID | None = None,
) -> Sequence[UUID]:
    """The ids of those that were not revoked before."""
    statement = update(UserSession).where(UserSession.user_id == user_id, UserSession.revoked_at.is_(None))
    if only is not None:
        statement = statement.where(UserSession.id == only)
    if but is not None:
        statement = statement.where(UserSession.id != but)
    values = {"revoked_at": now, "revoked_because": because}
    return list(await session.scalars(statement.values(**values).returning(UserSession.id)))


async def forget_devices(session: WriteSession, *, user_id: UUID) -> None:
    await session.execute(update(UserSession).where(UserSession.user_id == user_id).values(ip="", user_agent=""))


async def delete_sessions(session: WriteSession, *, expired_before: datetime) -> None:
    await session.execute(delete(UserSession).where(UserSession.expires_at < expired_before))


async def add_link(session: WriteSession, link: OneTimeToken) -> None:
    """The newest link is the only one that works."""
    await session.execute(
        delete(OneTimeToken).where(OneTimeToken.user_id == link.user_id, OneTimeToken.kind == link.kind)
    )
    session.add(link)
    await session.flush()


async def use_link(session: WriteSession, *, kind: str, token_hash: bytes, now: datetime) -> UUID | None:
    """Whose it was; None when it does not work (any more). It works once."""
    statement = (
        update(OneTimeToken)
        .where(
            OneTimeToken.token_hash == token_hash,
            OneTimeToken.kind == kind,
            OneTimeToken.used_at.is_(None),
            OneTimeToken.expires_at > now,
        )
        .values(used_at=now)
        .returning(OneTimeToken.user_id)
    )
    return await session.scalar(statement)


async def find_link_owner(session: ReadSession, *, kind: str, token_hash: bytes, now: datetime) -> User | None:
    """As :func:`use_link`, without using it."""
    query = (
        select(User)
        .join(OneTimeToken, OneTimeToken.user_id == User.id)
        .where(
            OneTimeToken.token_hash == token_hash,
            OneTimeToken.kind == kind,
            OneTimeToken.used_at.is_(None),
            OneTimeToken.expires_at > now,
            User.deleted_at.is_(None),
        )
    )
    return await session.scalar(query)


async def is_link_open(session: ReadSession, *, link_id: UUID, now: datetime) -> bool:
    query = select(OneTimeToken.id).where(
        OneTimeToken.id == link_id, OneTimeToken.used_at.is_(None), OneTimeToken.expires_at > now
    )
    return await session.scalar(query) is not None


async def delete_links(
    session: WriteSession, *, user_id: UUID | None = None, expired_before: datetime | None = None
) -> None:
    statement = delete(OneTimeToken)
    if user_id is not None:
        statement = statement.where(OneTimeToken.user_id == user_id)
    if expired_before is not None:
        statement = statement.where(OneTimeToken.expires_at < expired_before)
    await session.execute(statement)
