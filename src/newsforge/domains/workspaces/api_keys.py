"""Keys for programs: shown once, kept as a hash, never able to do more than their maker."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from newsforge.domains.access import revocations
from newsforge.domains.access.principal import Principal, Scope
from newsforge.domains.audit import service as audit
from newsforge.domains.workspaces import key_repository
from newsforge.domains.workspaces.errors import ScopeTooWide, TooMany
from newsforge.domains.workspaces.models import ApiKey
from newsforge.kit.clock import utc_now
from newsforge.kit.db.sessions import ReadSession, WriteSession
from newsforge.kit.http.errors import NotFound, Unprocessable
from newsforge.kit.http.pages import PageQuery, page_of

#: What every key begins with, so that scanners of leaked secrets know it.
PREFIX: Final = "nf_live_"
_SHOWN: Final = len(PREFIX) + 4
MAX_KEYS: Final = 100
_REVOCATION_KEPT: Final = timedelta(days=1)


def hash_key(key: str) -> bytes:
    """SHA-256: a key has 240 bits of chance, so a slow hash would protect nothing."""
    return hashlib.sha256(key.encode()).digest()


async def make_api_key(
    session: WriteSession, *, principal: Principal, name: str, scopes: list[Scope], expires_at: datetime | None
) -> tuple[ApiKey, str]:
    """Return the row and the key itself, which exists nowhere else."""
    beyond = sorted(set(scopes) - principal.scopes)
    if beyond:
        raise ScopeTooWide(
            f"You do not have {', '.join(beyond)} yourself.", remedy="Leave it out, or ask an owner to make the key."
        )
    if expires_at is not None and (expires_at.tzinfo is None or expires_at <= utc_now()):
        message = "expires_at is not a time to come with its zone."
        fault = {"pointer": "/expires_at", "message": message}
        raise Unprocessable(message, remedy="Write it like 2030-01-31T00:00:00Z.", members={"errors": [fault]})
    if await key_repository.count_api_keys(session, workspace_id=principal.workspace_id) >= MAX_KEYS:
        raise TooMany(f"A workspace has at most {MAX_KEYS} keys.", remedy="Revoke one that is not used.")
    key = PREFIX + secrets.token_urlsafe(30)
    row = ApiKey(
        workspace_id=principal.workspace_id,
        created_by=principal.user_id,
        name=name,
        prefix=key[:_SHOWN],
        key_hash=hash_key(key),
        scopes=sorted(set(scopes)),
        expires_at=expires_at,
    )
    await key_repository.add_api_key(session, row)
    await session.refresh(row)
    await audit.record_deed(session, principal, "api_key_made", subject_kind="api_key", subject_id=row.id)
    return row, key


async def list_api_keys(
    session: ReadSession, *, workspace_id: UUID, query: PageQuery
) -> tuple[list[ApiKey], str | None]:
    rows = await key_repository.list_api_keys(session, workspace_id=workspace_id, after=query.after, limit=query.limit)
    return page_of(rows, query, [row.id for row in rows])


async def revoke_api_key(session: WriteSession, *, principal: Principal, key_id: UUID) -> None:
    """It stops working everywhere within a second. Revoking twice is the same as once."""
    if await key_repository.find_api_key(session, workspace_id=principal.workspace_id, key_id=key_id) is None:
        raise NotFound
    if await key_repository.revoke_api_key(session, workspace_id=principal.workspace_id, key_id=key_id):
        await revocations.revoke(session, kind="api_key", subject_id=key_id, expires_at=utc_now() + _REVOCATION_KEPT)
        await audit.record_deed(session, principal, "api_key_revoked", subject_kind="api_key", subject_id=key_id)
