"""Sign-ins: opened, refreshed, ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Final, Literal
from uuid import UUID

from newsforge.domains.access.revocations import revoke_all
from newsforge.domains.access.tokens import ACCESS_TTL_S, REFRESH_TTL_S, TokenClaims, TokenMint
from newsforge.domains.accounts import repository
from newsforge.domains.accounts.errors import RefreshTokenInvalid
from newsforge.domains.accounts.models import UserSession
from newsforge.kit.clock import utc_now
from newsforge.kit.db.sessions import ReadSession, WriteSession
from newsforge.kit.http.errors import NotFound
from newsforge.kit.ids import new_id

#: As long as an access token of an ended session could still be shown, and a while for clocks that differ.
_REVOCATION_KEPT: Final = timedelta(seconds=ACCESS_TTL_S + 300)
_SESSION_KEPT: Final = timedelta(seconds=REFRESH_TTL_S)


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """Where somebody signs in from, as they will see it in their list of sessions."""

    kind: Literal["browser", "machine"]
    ip: str = ""
    user_agent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionTokens:
    session_id: UUID
    user_id: UUID
    access_token: str
    refresh_token: str

    def __repr__(self) -> str:
        return f"SessionTokens({self.session_id})"


async def open_session(session: WriteSession, *, mint: TokenMint, user_id: UUID, device: Device) -> SessionTokens:
    now = utc_now()
    row = UserSession(
        id=new_id(),
        user_id=user_id,
        kind=device.kind,
        generation=0,
        user_agent=device.user_agent,
        ip=device.ip,
        last_used_at=now,
        expires_at=now + _SESSION_KEPT,
    )
    await repository.add_session(session, row)
    return await _tokens_of(row, mint)


async def rotate_session(session: WriteSession, *, mint: TokenMint, claims: TokenClaims) -> SessionTokens | None:
    """New tokens for the newest refresh token. None when it was used before: then the session has been ended, which
    the caller has to commit before refusing. Raise :class:`RefreshTokenInvalid` for one that is over."""
    now = utc_now()
    row = await repository.advance_session(
        session,
        session_id=claims.session_id,
        user_id=claims.user_id,
        generation=claims.generation,
        now=now,
        expires_at=now + _SESSION_KEPT,
    )
    if row is not None:
        return await _tokens_of(row, mint)
    found = await repository.find_session(session, session_id=claims.session_id, user_id=claims.user_id)
    if found is None or found.revoked_at is not None or found.expires_at <= now:
        raise RefreshTokenInvalid
    await end_sessions(session, user_id=claims.user_id, because="refresh_token_reused", only=claims.session_id)
    return None


async def end_sessions(
    session: WriteSession, *, user_id: UUID, because: str, only: UUID | None = None, but: UUID | None = None
) -> int:
    """All of a person's sessions, ``only`` one, or all ``but`` one; with their access tokens, within a second. How
    many there were."""
    ended = await repository.revoke_sessions(
        session, user_id=user_id, now=utc_now(), because=because, only=only, but=but
    )
    # One by one and not as the user's: that would compare the clocks of two machines.
    await revoke_all(session, "session", ended, utc_now() + _REVOCATION_KEPT)
    return len(ended)


async def end_session(session: WriteSession, *, user_id: UUID, session_id: UUID) -> None:
    """One of one's own, from the list. Raise :class:`NotFound`."""
    found = await repository.find_session(session, session_id=session_id, user_id=user_id)
    if found is None:
        raise NotFound
    await end_sessions(session, user_id=user_id, because="revoked", only=session_id)


async def list_sessions(session: ReadSession, *, user_id: UUID) -> list[UserSession]:
    return await repository.list_sessions(session, user_id=user_id, now=utc_now())


async def _tokens_of(row: UserSession, mint: TokenMint) -> SessionTokens:
    return SessionTokens(
        session_id=row.id,
        user_id=row.user_id,
        access_token=await mint.issue_access(user_id=row.user_id, session_id=row.id),
        refresh_token=await mint.issue_refresh(user_id=row.user_id, session_id=row.id, generation=row.generation),
    )
