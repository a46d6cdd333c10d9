"""Any order of claims, results, retries, cancellations, silences and undone claims: the row and a model of it agree,
only the latest claim of a running job may write, and no job has two results."""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass

import asyncpg
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, multiple, rule, run_state_machine_as_test

from newsforge.kit.db.database import DatabaseOptions, open_database
from newsforge.kit.queue.attempts import fail_for_good, hand_back
from newsforge.kit.queue.claims import Claim, Handler, Superseded
from newsforge.kit.queue.line import Settlement, open_line
from newsforge.kit.queue.queue import Queue
from tests.kit.queue.worker_process import RESULT, TABLES


@dataclass
class ModelJob:
    max_attempts: int
    status: str = "queued"
    attempt: int = 0
    holder: Claim | None = None
    is_silent: bool = False
    results: int = 0

    def is_held_by(self, claim: Claim) -> bool:
        return self.status == "running" and self.holder is claim

    def release(self, status: str) -> None:
        self.status, self.holder, self.is_silent = status, None, False


class ClaimRules(RuleBasedStateMachine):
    """``runner``, ``database``, ``line`` and ``look`` (a connection) are set by the test."""

    claims = Bundle("claims")
    jobs = Bundle("jobs")

    def __init__(self):
        super().__init__()
        self.model = {}
        self.run(self.look.execute("TRUNCATE jobs, results"))

    def run(self, coroutine):
        return self.runner.run(coroutine)

    @rule(target=jobs, max_attempts=st.integers(1, 3))
    def enqueue(self, max_attempts):
        async def enqueue():
            async with self.database.write() as session:
                return await Queue().enqueue(
                    session, kind="work", workspace_id=None, payload={}, max_attempts=max_attempts
                )

        job_id = self.run(enqueue())
        self.model[job_id] = ModelJob(max_attempts)
        return job_id

    @rule(target=claims, limit=st.integers(1, 3))
    def claim_some(self, limit):
        return self.claim(limit)

    def claim(self, limit):
        queued = [job_id for job_id, job in self.model.items() if job.status == "queued"]
        claims = self.run(self.line.claim(["work"], limit))
        assert len(claims) == min(limit, len(queued))
        for claim in claims:
            job = self.model[claim.job_id]
            assert job.status == "queued"
            job.status, job.attempt, job.holder, job.is_silent = "running", job.attempt + 1, claim, False
            assert (claim.attempt, claim.max_attempts) == (job.attempt, job.max_attempts)
        return multiple(*claims)

    @rule(claim=claims, hold=st.booleans())
    def write_result(self, claim, hold):
        async def write():
            async with self.database.write() as session:
                if hold:
                    await claim.hold(session)
                await session.execute(RESULT, {"job_id": claim.job_id, "attempt": claim.attempt, "pid": 0})
                await claim.succeed(session)

        job = self.model[claim.job_id]
        if job.is_held_by(claim):
            self.run(write())
            job.release("succeeded")
            job.results += 1
        else:
            with pytest.raises(Superseded):
                self.run(write())

    @rule(claim=claims)
    def retry(self, claim):
        self.run(self.line.settle([Settlement(fence=claim.fence, status="queued", error_code="oops")]))
        job = self.model[claim.job_id]
        if job.is_held_by(claim):
            job.release("queued")

    @rule(claim=claims)
    def hand_back(self, claim):
        self.run(self.line.settle([hand_back(claim)]))
        job = self.model[claim.job_id]
        if job.is_held_by(claim):
            job.release("queued")
            job.max_attempts += 1

    @rule(claim=claims, only_silent=st.booleans())
    def fail(self, claim, only_silent):
        silent_for_s = 5 if only_silent else None
        self.run(fail_for_good(self.database, claim, Handler(run=None), "oops", silent_for_s=silent_for_s))
        job = self.model[claim.job_id]
        if job.is_held_by(claim) and (job.is_silent or not only_silent):
            job.release("failed")

    @rule(job_id=jobs)
    def cancel(self, job_id):
        async def cancel():
            async with self.database.write() as session:
                return await Queue().cancel(session, job_id)

        job = self.model[job_id]
        was_open = job.status in {"queued", "running"}
        assert self.run(cancel()) is was_open
        if was_open:
            job.release("cancelled")

    @rule(job_id=jobs)
    def fall_silent(self, job_id):
        self.run(
            self.look.execute("UPDATE jobs SET heartbeat_at = heartbeat_at - interval '9 s' WHERE id = $1", job_id)
        )
        self.model[job_id].is_silent = self.model[job_id].status == "running"

    @rule(claim=claims)
    def beat(self, claim):
        job = self.model[claim.job_id]
        assert (claim.fence in self.run(self.line.beat([claim.fence]))) is job.is_held_by(claim)
        if job.is_held_by(claim):
            job.is_silent = False

    @rule()
    def take_over(self):
        silent = [job for job in self.model.values() if job.is_silent and job.status == "running"]
        lost = [job for job in silent if job.attempt < job.max_attempts]
        assert self.run(self.line.take_over(["work"], silent_for_s=5)) == len(lost)
        for job in lost:
            job.release("queued")
        exhausted = self.run(self.line.list_exhausted(["work"], silent_for_s=5))
        assert len(exhausted) == len(silent) - len(lost)

    @rule(target=claims, claim=claims)
    def undo_a_claim_by_a_crash(self, claim):
        """And claim anew, which gives the same number to another claim."""
        job_id, job = claim.job_id, self.model[claim.job_id]
        if job.is_held_by(claim):
            undo = "UPDATE jobs SET status = 'queued', attempt = attempt - 1, started_at = NULL WHERE id = $1"
            self.run(self.look.execute(undo, job_id))
            job.release("queued")
            job.attempt -= 1
        return self.claim(limit=3)

    @invariant()
    def rows_and_model_agree(self):
        rows = self.run(self.look.fetch("SELECT id, status, attempt, max_attempts, finished_at FROM jobs"))
        assert {row["id"]: (row["status"], row["attempt"], row["max_attempts"]) for row in rows} == {
            job_id: (job.status, job.attempt, job.max_attempts) for job_id, job in self.model.items()
        }
        assert all((row["finished_at"] is None) == (row["status"] in {"queued", "running"}) for row in rows)
        results = self.run(self.look.fetch("SELECT job_id, count(*) AS n FROM results GROUP BY job_id"))
        assert {row["job_id"]: row["n"] for row in results} == {
            job_id: job.results for job_id, job in self.model.items() if job.results
        }
        assert all(job.results <= 1 for job in self.model.values())


def test_only_the_latest_claim_writes_whatever_happens(fresh_database):
    with asyncio.Runner() as runner:

        async def open_all():
            look = await asyncpg.connect(fresh_database.owner_url)
            for statement in TABLES:
                await look.execute(statement)
            stack = AsyncExitStack()
            stack.push_async_callback(look.close)
            database = await stack.enter_async_context(
                open_database(DatabaseOptions(primary=fresh_database.app_url, pool_size=2))
            )
            line = await stack.enter_async_context(open_line(database, lambda _message: None))
            return stack, {"database": database, "line": line, "look": look}

        stack, parts = runner.run(open_all())
        try:
            run_state_machine_as_test(
                type("BoundClaimRules", (ClaimRules,), {"runner": runner, **parts}),
                settings=settings(
                    max_examples=25,
                    stateful_step_count=30,
                    deadline=None,
                    suppress_health_check=list(HealthCheck),
                ),
            )
        finally:
            runner.run(stack.aclose())
