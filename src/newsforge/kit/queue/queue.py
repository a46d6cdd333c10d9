"""The way into the queue: ask for jobs, cancel them, count them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Any, Final
from uuid import UUID

from sqlalchemy import text

from newsforge.kit.db.sessions import ReadSession, WriteSession
from newsforge.kit.ids import new_id

#: The channel of the bell. An empty message means "there is something to claim"; ``cancel ID`` stops a running job.
CHANNEL: Final = "newsforge_jobs"
#: How much of a workspace's outstanding work is counted against its next job; more would only make counting slow.
MAX_COUNTED: Final = 10_000

# One statement, so that a job costs its transaction one round trip. The bell rings when the transaction commits, once
# for all of its jobs, and not at all when it is rolled back.
_ENQUEUE = text(
    f"""
    WITH outstanding AS (
        SELECT count(*)::int AS n FROM (
            SELECT FROM jobs WHERE workspace_id = CAST(:workspace_id AS uuid) AND status IN ('queued', 'running')
            LIMIT {MAX_COUNTED}
        ) AS counted
    ), inserted AS (
        INSERT INTO jobs (id, kind, workspace_id, payload, priority, max_attempts, run_after)
        SELECT job.id, :kind, CAST(:workspace_id AS uuid), job.payload,
            CAST(:priority AS int) - outstanding.n - LEAST(job.place - 1, {MAX_COUNTED})::int,
            CAST(:max_attempts AS int), coalesce(CAST(:run_after AS timestamptz), now())
        FROM outstanding, unnest(CAST(:ids AS uuid[]), CAST(:payloads AS jsonb[])) WITH ORDINALITY
            AS job (id, payload, place)
        RETURNING 1
    )
    SELECT count(*), pg_notify('{CHANNEL}', '') FROM inserted
    """  # noqa: S608 - constants only
)
_CANCEL = text(
    f"""
    UPDATE jobs SET status = 'cancelled', finished_at = now() WHERE id = :job_id AND status IN ('queued', 'running')
    RETURNING pg_notify('{CHANNEL}', 'cancel ' || id)
    """  # noqa: S608 - constants only
)
_COUNT = text(
    """
    SELECT
        count(*) FILTER (WHERE status = 'queued' AND run_after <= now()) AS due,
        count(*) FILTER (WHERE status = 'queued' AND run_after > now()) AS waiting,
        count(*) FILTER (WHERE status = 'running') AS running,
        coalesce(extract(epoch FROM now() - min(run_after) FILTER (WHERE status = 'queued' AND run_after <= now())), 0)
            AS oldest_due_age_s
    FROM jobs WHERE status IN ('queued', 'running')
    """
)


class Priority(IntEnum):
    """What a class of jobs starts from. Each job that its workspace has outstanding takes one off, so a workspace's
    hundredth request stands behind the first of everybody else, and a batch behind nearly all requests."""

    INTERACTIVE = 1000
    BATCH = 0
    HOUSEKEEPING = -1000


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueCounts:
    """``due``: jobs that a free worker would take now; ``waiting``: those that wait for their time (a retry)."""

    due: int
    waiting: int
    running: int
    oldest_due_age_s: float


class Queue:
    """All in the caller's transaction: what is rolled back was never asked for."""

    async def enqueue(
        self,
        session: WriteSession,
        *,
        kind: str,
        workspace_id: UUID | None,
        payload: Mapping[str, Any],
        priority: int = Priority.INTERACTIVE,
        run_after: datetime | None = None,
        max_attempts: int = 5,
    ) -> UUID:
        """``payload`` holds ids, never a person's words: the table is not walled off by workspace."""
        ids = await self.enqueue_many(
            session,
            kind=kind,
            workspace_id=workspace_id,
            payloads=[payload],
            priority=priority,
            run_after=run_after,
            max_attempts=max_attempts,
        )
        return ids[0]

    async def enqueue_many(
        self,
        session: WriteSession,
        *,
        kind: str,
        workspace_id: UUID | None,
        payloads: Sequence[Mapping[str, Any]],
        priority: int = Priority.BATCH,
        run_after: datetime | None = None,
        max_attempts: int = 5,
    ) -> list[UUID]:
        """One statement for all; they are worked on in this order, and between those of other workspaces."""
        ids = sorted(new_id() for _ in payloads)
        await session.execute(
            _ENQUEUE,
            {
                "ids": ids,
                "kind": kind,
                "workspace_id": workspace_id,
                "payloads": [json.dumps(payload) for payload in payloads],
                "priority": int(priority),
                "run_after": run_after,
                "max_attempts": max_attempts,
            },
        )
        return ids

    async def cancel(self, session: WriteSession, job_id: UUID) -> bool:
        """A queued job never runs; a running one hears of it within moments, and its results are refused from the
        commit on. False when the job has ended already, or is none."""
        return (await session.execute(_CANCEL, {"job_id": job_id})).first() is not None

    async def count(self, session: ReadSession) -> QueueCounts:
        """For health, and for deciding how many workers there should be."""
        row = (await session.execute(_COUNT)).one()
        return QueueCounts(
            due=row.due, waiting=row.waiting, running=row.running, oldest_due_age_s=float(row.oldest_due_age_s)
        )
