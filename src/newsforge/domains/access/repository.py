"""Queries of signing keys and revocations. Neither is a tenant's table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final, NamedTuple
from uuid import UUID

from sqlalchemy import ARRAY, Uuid, bindparam, delete, func, select, text, update

from newsforge.domains.access.models import Revocation, SigningKey
from newsforge.kit.db.sessions import ReadSession, WriteSession

#: On which the database tells every process that there are new revocations.
REVOCATION_CHANNEL: Final = "newsforge_revocations"
#: What a feed asks; ``$1`` is the id after which to look.
REVOCATIONS_AFTER: Final = (
    "SELECT id, kind, subject_id, extract(epoch FROM created_at)::float8 AS revoked_at,"
    " extract(epoch FROM expires_at)::float8 AS expires_at"
    " FROM revocations WHERE id > $1 AND expires_at > now() ORDER BY id"
)
#: Two processes that start on an empty table take turns.
_KEY_LOCK: Final = 7_246_330_992
# The bell rings when the transaction commits, and not at all when it is rolled back.
_REVOKE: Final = text(
    """
    WITH inserted AS (
        INSERT INTO revocations (kind, subject_id, expires_at)
        SELECT :kind, subject, :expires_at FROM unnest(:subjects) AS subject RETURNING 1
    )
    SELECT pg_notify(:channel, '') FROM (SELECT count(*) FROM inserted) AS counted
    """
).bindparams(bindparam("subjects", type_=ARRAY(Uuid())))


class RevocationRow(NamedTuple):
    kind: str
    subject_id: UUID
    revoked_at: datetime


async def lock_signing_keys(session: WriteSession) -> None:
    await session.execute(select(func.pg_advisory_xact_lock(_KEY_LOCK)))


async def list_signing_keys(session: ReadSession) -> list[SigningKey]:
    """Newest first; those that are not retired before those that are."""
    query = select(SigningKey).order_by(
        SigningKey.retired_at.is_not(None), SigningKey.created_at.desc(), SigningKey.kid.desc()
    )
    return list(await session.scalars(query))


async def add_signing_key(session: WriteSession, key: SigningKey) -> None:
    session.add(key)
    await session.flush()


async def retire_signing_keys(session: WriteSession, *, but: str, at: datetime) -> None:
    await session.execute(
        update(SigningKey).where(SigningKey.kid != but, SigningKey.retired_at.is_(None)).values(retired_at=at)
    )


async def delete_signing_keys(session: WriteSession, *, retired_before: datetime) -> None:
    await session.execute(delete(SigningKey).where(SigningKey.retired_at < retired_before))


async def add_revocations(
    session: WriteSession, *, kind: str, subject_ids: Sequence[UUID], expires_at: datetime
) -> None:
    await session.execute(
        _REVOKE, {"kind": kind, "subjects": list(subject_ids), "expires_at": expires_at, "channel": REVOCATION_CHANNEL}
    )


async def list_revocations_of(session: ReadSession, *, subject_ids: Sequence[UUID]) -> list[RevocationRow]:
    query = select(Revocation.kind, Revocation.subject_id, Revocation.created_at).where(
        Revocation.subject_id.in_(subject_ids), Revocation.expires_at > func.now()
    )
    return [RevocationRow(*row) for row in (await session.execute(query)).all()]


async def delete_revocations(session: WriteSession, *, expired_before: datetime) -> None:
    await session.execute(delete(Revocation).where(Revocation.expires_at < expired_before))
