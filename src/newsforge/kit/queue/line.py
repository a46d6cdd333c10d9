"""A worker's own connection to the queue: it hears the bell, claims, beats and settles, in single statements."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from newsforge.kit.db.connection import connect
from newsforge.kit.db.database import Database
from newsforge.kit.queue.claims import Claim, Fence
from newsforge.kit.queue.queue import CHANNEL

if TYPE_CHECKING:
    import asyncpg

#: What the claims, sweeps and settlements of other workers hold is passed over (SKIP LOCKED), never waited for: so is a
#: row that a handler holds for its results.
_CLAIM: Final = """
    WITH picked AS MATERIALIZED (
        SELECT id FROM jobs WHERE status = 'queued' AND run_after <= now() AND kind = ANY($1)
        ORDER BY priority DESC, id LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED
    )
    UPDATE jobs SET status = 'running', attempt = attempt + 1, started_at = now(), heartbeat_at = now()
    FROM picked WHERE jobs.id = picked.id
    RETURNING jobs.id, kind, workspace_id, payload, attempt, max_attempts, started_at
"""
#: Returns which are still ours, also those whose row is held just now and needs no heartbeat.
_BEAT: Final = """
    WITH ours AS MATERIALIZED (
        SELECT jobs.id, jobs.attempt, jobs.started_at FROM jobs
        JOIN unnest($1::uuid[], $2::int[], $3::timestamptz[]) AS run (id, attempt, started_at) USING (id)
        WHERE jobs.attempt = run.attempt AND jobs.started_at = run.started_at AND status = 'running'
    ), free AS MATERIALIZED (
        SELECT jobs.id FROM jobs JOIN ours ON jobs.id = ours.id AND jobs.attempt = ours.attempt
        WHERE status = 'running' FOR NO KEY UPDATE OF jobs SKIP LOCKED
    ), beaten AS (
        UPDATE jobs SET heartbeat_at = now() FROM free WHERE jobs.id = free.id
    )
    SELECT id, attempt, started_at FROM ours
"""
_SETTLE: Final = """
    UPDATE jobs SET
        status = ended.status,
        error_code = ended.error_code,
        max_attempts = max_attempts + ended.bonus,
        run_after = CASE ended.status
            WHEN 'queued' THEN now() + make_interval(secs => ended.delay_s) ELSE run_after END,
        finished_at = CASE ended.status WHEN 'queued' THEN NULL ELSE now() END
    FROM unnest($1::uuid[], $2::int[], $3::timestamptz[], $4::text[], $5::float8[], $6::text[], $7::int[])
        AS ended (id, attempt, started_at, status, delay_s, error_code, bonus)
    WHERE jobs.id = ended.id AND jobs.attempt = ended.attempt AND jobs.started_at = ended.started_at
        AND jobs.status = 'running'
"""
_LOST: Final = "status = 'running' AND heartbeat_at < now() - make_interval(secs => $1) AND kind = ANY($2)"
_TAKE_OVER: Final = f"""
    WITH lost AS MATERIALIZED (
        SELECT id FROM jobs WHERE {_LOST} AND attempt < max_attempts LIMIT 1000 FOR NO KEY UPDATE SKIP LOCKED
    )
    UPDATE jobs SET status = 'queued', run_after = now(), error_code = '{{code}}' FROM lost WHERE jobs.id = lost.id
    RETURNING pg_notify('{CHANNEL}', '')
"""  # noqa: S608 - constants only
_EXHAUSTED: Final = f"""
    SELECT id, kind, workspace_id, payload, attempt, max_attempts, started_at FROM jobs
    WHERE {_LOST} AND attempt >= max_attempts LIMIT 100
"""  # noqa: S608 - constants only
WORKER_LOST: Final = "worker_lost"
_STATEMENT_S: Final = 5.0
_NAME: Final = "newsforge queue"
#: There is one right plan for each statement: along an index, in its order. Statistics, which a queue outruns in
#: seconds, are not asked, and nothing is planned twice.
_SETTINGS: Final = {
    "plan_cache_mode": "force_generic_plan",
    "enable_seqscan": "off",
    "enable_bitmapscan": "off",
    "enable_sort": "off",
    "jit": "off",
    # A claim that a crash of the server undoes is made again, behind another fence; so is a settlement, when the
    # handler did not write it with its results. What is worth a wait for the disk is written by the handlers.
    "synchronous_commit": "off",
}


class LineLost(Exception):
    """The connection is gone, or as good as gone; jobs go on meanwhile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """How an attempt ended. ``bonus`` gives back the attempt to a job that was only handed back."""

    fence: Fence
    status: str
    delay_s: float = 0.0
    error_code: str | None = None
    bonus: int = 0


class Line:
    """Open it with :func:`open_line`. One statement at a time, each a transaction; all raise :class:`LineLost`."""

    def __init__(self, connection: asyncpg.Connection[Any]) -> None:
        self._connection = connection

    async def claim(self, kinds: Sequence[str], limit: int) -> list[Claim]:
        return [_claim(row) for row in await self._fetch(_CLAIM, kinds, limit)]

    async def beat(self, runs: Iterable[Fence]) -> set[Fence]:
        """Say that these attempts are alive; return those that are still the job's."""
        rows = await self._fetch(_BEAT, *_columns(runs))
        return {Fence(row["id"], row["attempt"], row["started_at"]) for row in rows}

    async def settle(self, settlements: Sequence[Settlement]) -> None:
        """Write what is still the job's to say; an attempt that was superseded has no say."""
        await self._fetch(
            _SETTLE,
            *_columns(one.fence for one in settlements),
            [one.status for one in settlements],
            [one.delay_s for one in settlements],
            [one.error_code for one in settlements],
            [one.bonus for one in settlements],
        )

    async def take_over(self, kinds: Sequence[str], *, silent_for_s: float) -> int:
        """Queue again what belongs to workers that have gone silent; return how many."""
        return len(await self._fetch(_TAKE_OVER.format(code=WORKER_LOST), silent_for_s, kinds))

    async def list_exhausted(self, kinds: Sequence[str], *, silent_for_s: float) -> list[Claim]:
        """The last attempts of workers that have gone silent: nobody is left to fail these jobs."""
        return [_claim(row) for row in await self._fetch(_EXHAUSTED, silent_for_s, kinds)]

    async def ring(self) -> None:
        await self._fetch("SELECT pg_notify($1, '')", CHANNEL)

    async def _fetch(self, statement: str, *values: object) -> list[Any]:
        import asyncpg

        try:
            return await self._connection.fetch(statement, *values, timeout=_STATEMENT_S)
        except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
            raise LineLost from error


def _columns(fences: Iterable[Fence]) -> tuple[list[object], ...]:
    rows = list(fences)
    return tuple([fence[place] for fence in rows] for place in range(3))


def _claim(row: Any) -> Claim:
    return Claim(
        job_id=row["id"],
        kind=row["kind"],
        workspace_id=row["workspace_id"],
        payload=json.loads(row["payload"]),
        attempt=row["attempt"],
        max_attempts=row["max_attempts"],
        started_at=row["started_at"],
    )


@asynccontextmanager
async def open_line(database: Database, on_bell: Callable[[str], None]) -> AsyncIterator[Line]:
    """Beside the pool, so that a busy pool holds up no heartbeat. ``on_bell`` hears the bell's messages in the event
    loop. Raise :class:`LineLost` when there is no getting through."""
    import asyncpg

    connection = None
    try:
        connection = await connect(
            database.options.primary,
            application_name=_NAME,
            role=database.role,
            timeout_s=_STATEMENT_S,
            settings=_SETTINGS,
        )
        await connection.add_listener(CHANNEL, lambda *heard: on_bell(str(heard[3])))
        yield Line(connection)
    except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        raise LineLost from error
    finally:
        if connection is not None:
            # Not a polite goodbye, which would wait for a server that may be frozen.
            connection.terminate()
