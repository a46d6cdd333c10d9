"""Two kinds of session, so that a signature says who may write."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """Whose rows row-level security shows: those of one workspace, those that are one person's own (their
    memberships, say), and those that somebody proves to know by the hash of a secret (a key, an invitation)."""

    workspace_id: UUID | None = None
    user_id: UUID | None = None
    secret_hash: bytes | None = None


NOTHING = Sight()
_SETTINGS = text(
    "SELECT set_config('newsforge.workspace_id', :workspace, true), set_config('newsforge.user_id', :user, true),"
    " set_config('newsforge.secret_hash', :secret, true)"
)


class ReadSession(AsyncSession):
    """Inside ``BEGIN READ ONLY``, perhaps on a replica. A :class:`WriteSession` may stand wherever this is asked
    for."""


class WriteSession(ReadSession):
    """Inside a transaction of the primary, which the edge (an HTTP request, a task) commits."""


async def show(session: AsyncSession, sight: Sight) -> None:
    """Show these rows, and no others, until the transaction ends or the next call. The settings are the
    transaction's own: the next user of the connection starts without, and then sees no tenant's row at all."""
    await session.execute(
        _SETTINGS,
        {
            "workspace": str(sight.workspace_id or ""),
            "user": str(sight.user_id or ""),
            "secret": sight.secret_hash.hex() if sight.secret_hash else "",
        },
    )
