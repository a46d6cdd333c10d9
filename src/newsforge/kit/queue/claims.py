"""A worker's hold on a job, and what a handler may say about its end."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, NamedTuple
from uuid import UUID

from sqlalchemy import text

from newsforge.kit.db.sessions import WriteSession

_OURS: Final = "id = :job_id AND attempt = :attempt AND started_at = :started_at AND status = 'running'"
_HOLD = text(f"SELECT 1 FROM jobs WHERE {_OURS} FOR NO KEY UPDATE")  # noqa: S608 - constants only
_SUCCEED = text(
    f"UPDATE jobs SET status = 'succeeded', finished_at = now(), error_code = NULL WHERE {_OURS}"  # noqa: S608 - same
    " RETURNING 1"
)


class Superseded(Exception):
    """This attempt is no longer the job's: it was cancelled, or another worker took it up. Let it pass: it rolls the
    transaction back, and the worker ends the attempt without a word to the row."""


class RetryLater(Exception):
    """Raised by a handler that knows when the next attempt makes sense. It counts as an attempt."""

    def __init__(self, after_s: float, *, code: str = "retry_later") -> None:
        super().__init__(code)
        self.after_s = after_s
        self.code = code


class Fatal(Exception):
    """Raised by a handler when no further attempt can help. ``code`` is kept, in snake case and without content."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Fence(NamedTuple):
    """What an attempt has to show to write. The time tells apart two claims of the same number: the first one's commit
    may have been lost in a crash of the server, for claims do not wait for the disk."""

    job_id: UUID
    attempt: int
    started_at: datetime


@dataclass(slots=True, kw_only=True, eq=False)
class Claim:
    """One attempt at one job. Write every result in a transaction that begins with :meth:`hold`, the last ones in one
    that calls :meth:`succeed`: then no crash, freeze or cancel leaves results of two attempts."""

    job_id: UUID
    kind: str
    workspace_id: UUID | None
    payload: Mapping[str, Any]
    attempt: int
    max_attempts: int
    started_at: datetime
    #: Whether :meth:`succeed` was called. Only the row knows whether that was committed.
    is_ending: bool = field(default=False, init=False)

    @property
    def fence(self) -> Fence:
        return Fence(self.job_id, self.attempt, self.started_at)

    @property
    def is_last(self) -> bool:
        """Whether a failure now is final."""
        return self.attempt >= self.max_attempts

    async def hold(self, session: WriteSession) -> None:
        """Keep the job's row until the transaction ends, so that nobody can cancel it or take it up meanwhile. Raise
        :class:`Superseded` unless it is ours."""
        if await session.scalar(_HOLD, self.fence._asdict()) is None:
            raise Superseded

    async def succeed(self, session: WriteSession) -> None:
        """As :meth:`hold`, and end the job in this transaction."""
        if await session.scalar(_SUCCEED, self.fence._asdict()) is None:
            raise Superseded
        self.is_ending = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Handler:
    """What a worker does with one kind of job.

    ``run`` ends the job well by returning. ``give_up`` hears, inside the transaction that marks the job failed for
    good, why (a code), to write what follows from it; the session sees the job's workspace. An attempt that takes
    longer than ``time_limit_s`` is cancelled and counts as failed.
    """

    run: Callable[[Claim], Awaitable[None]]
    give_up: Callable[[WriteSession, Claim, str], Awaitable[None]] | None = None
    time_limit_s: float = 300.0
