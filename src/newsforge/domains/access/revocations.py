"""What no longer holds, in every process within a second.

The table is the truth. Each process follows it by a connection of its own (:class:`newsforge.kit.db.feed.TableFeed`);
while that is behind, the copy is not believed and the table itself is asked.
"""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any, Final, Literal
from uuid import UUID

from newsforge.domains.access import repository
from newsforge.kit.clock import utc_now
from newsforge.kit.db.database import Database
from newsforge.kit.db.feed import OVERLAP, TableFeed
from newsforge.kit.db.sessions import WriteSession

RevocationKind = Literal["session", "user", "api_key", "membership"]

#: Everything that was revoked this long ago is known here, or the copy counts as behind.
FRESH_WITHIN_S: Final = 0.95
#: Changes of memberships are remembered for as long as anything that was read before them could be kept.
_CHANGES_KEPT_S: Final = 120.0
_SWEEP_S: Final = 60.0


async def revoke(session: WriteSession, kind: RevocationKind, subject_id: UUID, expires_at: datetime) -> None:
    """In the transaction of what is the reason for it.

    ``session``, ``api_key``: the subject never works again. ``user``: no token that they got before now works.
    ``membership``: what is known of this person (or, when it is a workspace's id, of all its members) is out of date,
    and is asked again. ``expires_at``: when nothing that this concerns could be valid any more.
    """
    await repository.add_revocations(session, kind=kind, subject_ids=[subject_id], expires_at=expires_at)


async def revoke_all(
    session: WriteSession, kind: RevocationKind, subject_ids: Sequence[UUID], expires_at: datetime
) -> None:
    if subject_ids:
        await repository.add_revocations(session, kind=kind, subject_ids=subject_ids, expires_at=expires_at)


async def delete_expired_revocations(session: WriteSession) -> None:
    """Periodic work."""
    await repository.delete_revocations(session, expired_before=utc_now())


class Revocations:
    """The copy of one process. ``address`` and ``role`` are those of the primary."""

    def __init__(self, address: str, database: Database, *, role: str | None = None) -> None:
        self._database = database
        self._feed = TableFeed(
            address,
            channel=repository.REVOCATION_CHANNEL,
            query=repository.REVOCATIONS_AFTER,
            on_rows=self._hear,
            role=role,
        )
        self._heard: set[int] = set()
        #: Subject -> (when it was revoked, when that may be forgotten), in seconds since 1970.
        self._revoked: dict[UUID, tuple[float, float]] = {}
        self._users: dict[UUID, tuple[float, float]] = {}
        #: Person or workspace -> when the change was heard here, by the monotonic clock.
        self._changed: dict[UUID, float] = {}
        self._swept_at = time.monotonic()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        async with self._feed.running():
            yield

    def is_fresh(self) -> bool:
        """Whether the copy may be believed."""
        return self._feed.is_fresh(FRESH_WITHIN_S)

    def has_revoked(self, subject_id: UUID | None, user_id: UUID, issued_at: float) -> bool:
        """Ask only while :meth:`is_fresh`. ``subject_id`` is a session or an API key."""
        if subject_id in self._revoked:
            return True
        of_user = self._users.get(user_id) if self._users else None
        return of_user is not None and issued_at <= of_user[0]

    def has_changed(self, user_id: UUID, workspace_id: UUID, since: float) -> bool:
        """Whether something about this membership changed after ``since`` (monotonic)."""
        changed = self._changed
        return bool(changed) and (changed.get(user_id, since) > since or changed.get(workspace_id, since) > since)

    async def ask(self, subject_id: UUID | None, user_id: UUID, issued_at: float) -> bool:
        """As :meth:`has_revoked`, of the primary itself. Raise ``DatabaseBusy`` when it is away: then nobody knows, and
        nobody gets in."""
        subjects = [user_id] if subject_id is None else [subject_id, user_id]
        async with self._database.write() as session:
            rows = await repository.list_revocations_of(session, subject_ids=subjects)
        return any(
            row.kind in {"session", "api_key"} or (row.kind == "user" and issued_at <= row.revoked_at.timestamp())
            for row in rows
        )

    def _hear(self, rows: Sequence[Any]) -> None:
        for row in rows:
            # The feed tells rows again, in case others became visible out of order.
            if row["id"] in self._heard:
                continue
            self._heard.add(row["id"])
            subject = row["subject_id"]
            if row["kind"] == "membership":
                self._changed[subject] = time.monotonic()
            elif row["kind"] == "user":
                known = self._users.get(subject, (0.0, 0.0))
                self._users[subject] = (max(known[0], row["revoked_at"]), max(known[1], row["expires_at"]))
            else:
                self._revoked[subject] = (row["revoked_at"], row["expires_at"])
        if time.monotonic() - self._swept_at >= _SWEEP_S:
            self._sweep()

    def _sweep(self) -> None:
        now, moment = time.time(), time.monotonic()
        self._swept_at = moment
        self._revoked = {subject: times for subject, times in self._revoked.items() if times[1] > now}
        self._users = {subject: times for subject, times in self._users.items() if times[1] > now}
        self._changed = {
            subject: heard_at for subject, heard_at in self._changed.items() if heard_at > moment - _CHANGES_KEPT_S
        }
        if len(self._heard) > 4 * OVERLAP:
            newest = max(self._heard)
            self._heard = {number for number in self._heard if number >= newest - 2 * OVERLAP}
