"""How attempts end: well, again later, for good, cancelled, out of time. What an attempt that is over says is refused."""

import asyncio
from itertools import pairwise

import pytest
from sqlalchemy import text

from newsforge.kit.errors import NewsforgeError
from newsforge.kit.ids import new_id
from newsforge.kit.queue.attempts import Backoff
from newsforge.kit.queue.claims import Claim, Fatal, Handler, RetryLater, Superseded
from tests.kit.queue.worker_process import RESULT

ENDED = "SELECT status NOT IN ('queued', 'running') FROM jobs WHERE id = $1"


class VendorAway(NewsforgeError):
    code = "vendor_away"


async def claim_of(stage, job_id):
    """Claim the job by hand, as a worker does."""
    row = (
        await stage.fetch(
            "UPDATE jobs SET status = 'running', attempt = attempt + 1, started_at = now(), heartbeat_at = now()"
            " WHERE id = $1 RETURNING *",
            job_id,
        )
    )[0]
    return Claim(
        job_id=job_id,
        kind=row["kind"],
        workspace_id=row["workspace_id"],
        payload={},
        attempt=row["attempt"],
        max_attempts=row["max_attempts"],
        started_at=row["started_at"],
    )


async def write_result(stage, claim, *, hold=True):
    async with stage.database.write() as session:
        if hold:
            await claim.hold(session)
        await session.execute(RESULT, {"job_id": claim.job_id, "attempt": claim.attempt, "pid": 0})
        await claim.succeed(session)


async def test_only_the_latest_attempt_may_write(stage):
    job_id = await stage.enqueue()
    first = await claim_of(stage, job_id)
    second = await claim_of(stage, job_id)
    with pytest.raises(Superseded):
        await write_result(stage, first)
    await write_result(stage, second)
    with pytest.raises(Superseded):
        await write_result(stage, second)
    assert [row["attempt"] for row in await stage.fetch("SELECT attempt FROM results")] == [2]


async def test_a_claim_that_a_crash_undid_is_another_than_its_successor(stage):
    """Both are attempt 1: the first one's commit was lost with the server's memory."""
    job_id = await stage.enqueue()
    lost = await claim_of(stage, job_id)
    await stage.fetch("UPDATE jobs SET status = 'queued', attempt = 0, started_at = NULL WHERE id = $1", job_id)
    successor = await claim_of(stage, job_id)
    assert lost.attempt == successor.attempt
    with pytest.raises(Superseded):
        await write_result(stage, lost)
    await write_result(stage, successor)


async def test_succeeding_alone_is_fenced_too(stage):
    job_id = await stage.enqueue()
    first = await claim_of(stage, job_id)
    await claim_of(stage, job_id)
    with pytest.raises(Superseded):
        await write_result(stage, first, hold=False)
    assert await stage.value("SELECT count(*) FROM results") == 0


async def test_a_held_job_can_be_taken_from_nobody_until_the_commit(stage):
    job_id = await stage.enqueue()
    claim = await claim_of(stage, job_id)
    async with stage.database.write() as session:
        await claim.hold(session)
        cancelling = asyncio.create_task(stage.cancel(job_id))
        await asyncio.sleep(0.3)
        assert not cancelling.done()
        await claim.succeed(session)
    assert await cancelling is False
    assert (await stage.job(job_id))["status"] == "succeeded"


async def test_success_that_was_rolled_back_is_no_success(stage):
    job_id = await stage.enqueue()
    claim = await claim_of(stage, job_id)
    async with stage.undoing() as session:
        await claim.succeed(session)
    assert (await stage.job(job_id))["status"] == "running"
    await write_result(stage, claim)


async def test_a_handler_that_just_returns_has_succeeded(stage):
    async def run(claim):
        assert claim.payload == {"name": "이름"}

    async with stage.working({"work": Handler(run=run)}):
        job_id = await stage.enqueue(payload={"name": "이름"})
        await stage.until(ENDED, job_id)
    job = await stage.job(job_id)
    assert (job["status"], job["attempt"], job["error_code"]) == ("succeeded", 1, None)
    assert job["finished_at"] >= job["started_at"]


async def test_failures_are_tried_again_with_growing_pauses(stage):
    began = []

    async def run(claim):
        began.append(asyncio.get_running_loop().time())
        if claim.attempt < 4:
            raise VendorAway("away")

    async with stage.working({"work": Handler(run=run)}, poll_s=0.02, backoff=Backoff(first_s=0.2, most_s=0.4)):
        job_id = await stage.enqueue()
        await stage.until(ENDED, job_id)
    pauses = [later - sooner for sooner, later in pairwise(began)]
    assert [pause > least for pause, least in zip(pauses, (0.1, 0.2, 0.2), strict=True)] == [True] * 3
    assert (await stage.job(job_id))["status"] == "succeeded"


async def test_the_last_failure_is_final_and_told_in_the_same_transaction(stage):
    told = []

    async def run(_claim):
        raise VendorAway("the article's own words")

    async def give_up(session, claim, code):
        told.append(code)
        await session.execute(RESULT, {"job_id": claim.job_id, "attempt": claim.attempt, "pid": 0})
        workspace = await session.scalar(text("SELECT current_setting('newsforge.workspace_id')"))
        assert workspace == str(claim.workspace_id)

    async with stage.working({"work": Handler(run=run, give_up=give_up)}, poll_s=0.02, backoff=Backoff(first_s=0.01)):
        job_id = await stage.enqueue(max_attempts=3, workspace_id=new_id())
        await stage.until(ENDED, job_id)
    job = await stage.job(job_id)
    assert (job["status"], job["attempt"], job["error_code"]) == ("failed", 3, "vendor_away")
    assert job["finished_at"] is not None
    assert told == ["vendor_away"]
    assert await stage.value("SELECT array_agg(attempt) FROM results") == [3]


async def test_a_fatal_failure_is_not_tried_again(stage):
    async def run(_claim):
        raise Fatal("source_gone")

    async with stage.working({"work": Handler(run=run)}):
        job_id = await stage.enqueue()
        await stage.until(ENDED, job_id)
    job = await stage.job(job_id)
    assert (job["status"], job["attempt"], job["error_code"]) == ("failed", 1, "source_gone")


async def test_a_handler_that_cannot_give_up_does_not_keep_its_job_alive(stage):
    async def run(_claim):
        raise Fatal("source_gone")

    async def give_up(session, _claim, _code):
        await session.execute(text("SELECT 1 / 0"))

    async with stage.working({"work": Handler(run=run, give_up=give_up)}):
        job_id = await stage.enqueue()
        await stage.until(ENDED, job_id)
    assert (await stage.job(job_id))["status"] == "failed"


async def test_a_handler_names_its_own_pause(stage):
    async def run(claim):
        if claim.attempt == 1:
            raise RetryLater(0.05, code="rate_limited")
        assert claim.attempt == 2

    async with stage.working({"work": Handler(run=run)}, poll_s=0.02, backoff=Backoff(first_s=500)):
        job_id = await stage.enqueue()
        await stage.until("SELECT error_code = 'rate_limited' FROM jobs")
        await stage.until(ENDED, job_id)
    assert (await stage.job(job_id))["status"] == "succeeded"


async def test_an_attempt_out_of_time_is_cancelled_and_counts(stage):
    ended = []

    async def run(claim):
        try:
            await asyncio.sleep(60 if claim.attempt == 1 else 0)
        finally:
            ended.append(claim.attempt)

    async with stage.working({"work": Handler(run=run, time_limit_s=0.1)}, poll_s=0.02, backoff=Backoff(first_s=0.05)):
        job_id = await stage.enqueue()
        await stage.until("SELECT error_code = 'time_limit' FROM jobs")
        await stage.until(ENDED, job_id)
    assert ended == [1, 2]


async def test_a_cancelled_job_never_begins(stage):
    began = []

    async def run(claim):
        began.append(claim.job_id)

    job_id = await stage.enqueue()
    assert await stage.cancel(job_id) is True
    async with stage.working({"work": Handler(run=run)}, poll_s=0.02):
        other = await stage.enqueue()
        await stage.until(ENDED, other)
    assert began == [other]
    assert (await stage.job(job_id))["status"] == "cancelled"
    assert await stage.cancel(job_id) is False
    assert await stage.cancel(other) is False
    assert await stage.cancel(new_id()) is False


@pytest.mark.parametrize("channel", ["bell", "beat"])
async def test_a_running_job_hears_of_its_cancellation(stage, channel):
    heard, refused = asyncio.Event(), asyncio.Event()
    began = asyncio.Event()

    async def run(claim):
        began.set()
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            heard.set()
        # It does not heed, and writes all the same.
        try:
            await write_result(stage, claim)
        except Superseded:
            refused.set()
            raise

    beat_s = 600 if channel == "bell" else 0.1
    async with stage.working({"work": Handler(run=run)}, beat_s=beat_s):
        job_id = await stage.enqueue()
        await began.wait()
        if channel == "bell":
            await stage.cancel(job_id)
        else:
            await stage.fetch("UPDATE jobs SET status = 'cancelled' WHERE id = $1", job_id)
        await asyncio.wait_for(refused.wait(), 10)
    assert heard.is_set()
    assert (await stage.job(job_id))["status"] == "cancelled"
    assert await stage.value("SELECT count(*) FROM results") == 0


async def test_a_cancellation_that_is_rolled_back_is_none(stage):
    async def run(_claim):
        await asyncio.sleep(0.3)

    async with stage.working({"work": Handler(run=run)}):
        job_id = await stage.enqueue()
        await stage.until("SELECT status = 'running' FROM jobs")
        async with stage.undoing() as session:
            assert await stage.queue.cancel(session, job_id)
        await stage.until(ENDED, job_id)
    assert (await stage.job(job_id))["status"] == "succeeded"


async def test_a_long_transaction_of_one_job_holds_up_no_other(stage):
    """A handler that holds its row locked longer than the silence that others allow, among jobs that need beats."""

    async def run(claim):
        if claim.payload.get("holds"):
            async with stage.database.write() as session:
                await claim.hold(session)
                await asyncio.sleep(1.5)
                await claim.succeed(session)
        else:
            await asyncio.sleep(1.5)

    async with stage.working({"work": Handler(run=run)}, concurrency=3, silent_for_s=0.8, beat_s=0.1):
        await stage.enqueue_many([{"holds": True}, {}, {}])
        await stage.until("SELECT bool_and(status = 'succeeded') FROM jobs")
    assert await stage.value("SELECT max(attempt) FROM jobs") == 1


async def test_a_worker_that_stops_hands_back_even_what_does_not_heed(stage):
    async def run(_claim):
        for _ in range(400):
            try:
                await asyncio.sleep(0.02)
            except asyncio.CancelledError:
                continue

    async with stage.working({"work": Handler(run=run)}, grace_s=0.1):
        job_id = await stage.enqueue()
        await stage.until("SELECT status = 'running' FROM jobs")
    job = await stage.job(job_id)
    assert (job["status"], job["attempt"], job["max_attempts"]) == ("queued", 1, 6)


async def test_no_word_of_an_error_is_logged_or_kept(stage, logged):
    async def run(_claim):
        raise ValueError("Planted: the article's own words")

    async with stage.working({"work": Handler(run=run)}):
        job_id = await stage.enqueue(max_attempts=1)
        await stage.until(ENDED, job_id)
    assert (await stage.job(job_id))["error_code"] == "unexpected"
    events = [line["event"] for line in logged]
    assert "job_attempt_failed" in events
    assert all("Planted" not in str(value) for line in logged for key, value in line.items() if key != "exc_info")


@pytest.mark.parametrize("attempt", [1, 2, 5, 40, 5000])
def test_pauses_grow_to_their_bound_and_differ(attempt):
    backoff = Backoff(first_s=2, most_s=300)
    full = min(300.0, 2.0 * 2 ** min(attempt - 1, 30))
    delays = {backoff.delay_s(attempt) for _ in range(50)}
    assert all(full / 2 <= delay <= full for delay in delays)
    assert len(delays) > 1
