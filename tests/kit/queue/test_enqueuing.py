"""Jobs come with their transaction or not at all; no workspace waits behind another's batch."""

import asyncio
from datetime import timedelta

from newsforge.kit.clock import utc_now
from newsforge.kit.ids import new_id
from newsforge.kit.queue.claims import Handler
from newsforge.kit.queue.line import _CLAIM, open_line
from newsforge.kit.queue.queue import MAX_COUNTED, Priority


def recording(order, *, work_s=0.0):
    async def run(claim):
        order.append(claim.payload.get("name"))
        await asyncio.sleep(work_s)

    return {"work": Handler(run=run)}


async def test_a_rolled_back_transaction_leaves_no_job_and_rings_no_bell(stage):
    order = []
    async with stage.working(recording(order), poll_s=0.05):
        async with stage.undoing() as session:
            await stage.queue.enqueue(session, kind="work", workspace_id=None, payload={"name": "undone"})
        kept = await stage.enqueue(payload={"name": "kept"})
        await stage.until("SELECT status = 'succeeded' FROM jobs WHERE id = $1", kept)
    assert order == ["kept"]
    assert await stage.value("SELECT count(*) FROM jobs") == 1


async def test_a_job_is_not_begun_before_its_transaction_is_committed(stage):
    order = []
    async with stage.working(recording(order), poll_s=0.02):
        async with stage.database.write() as session:
            await stage.queue.enqueue(session, kind="work", workspace_id=None, payload={"name": "one"})
            await asyncio.sleep(0.3)
            assert order == []
        await stage.until("SELECT status = 'succeeded' FROM jobs")


async def test_the_bell_starts_a_job_long_before_the_next_look(stage):
    order = []
    async with stage.working(recording(order), poll_s=600, beat_s=600):
        await asyncio.sleep(0.5)
        await stage.enqueue()
        await stage.until("SELECT status = 'succeeded' FROM jobs")


async def test_a_job_whose_bell_was_lost_is_found_all_the_same(stage):
    order = []
    async with stage.working(recording(order), poll_s=0.2):
        await asyncio.sleep(0.5)
        await stage.fetch("INSERT INTO jobs (id, kind) VALUES ($1, 'work')", new_id())
        await stage.until("SELECT status = 'succeeded' FROM jobs")


async def test_a_single_request_passes_another_workspaces_batch(stage):
    batch, single = new_id(), new_id()
    await stage.enqueue_many([{"name": number} for number in range(1000)], workspace_id=batch)
    order = []
    async with stage.working(recording(order, work_s=0.005), concurrency=4):
        await asyncio.sleep(0.3)
        began = len(order)
        await stage.enqueue(workspace_id=single, payload={"name": "single"})
        await stage.until("SELECT count(*) = 1001 FROM jobs WHERE status = 'succeeded'")
    assert began < 900, "the batch was over too soon to tell"
    assert order.index("single") - began < 100
    numbers = [name for name in order if name != "single"]
    assert sorted(numbers) == list(range(1000))
    assert sum(abs(place - number) for place, number in enumerate(numbers)) < 4 * 1000, "roughly in their order"


async def test_two_batches_take_turns(stage):
    for name in ("a", "b"):
        await stage.enqueue_many([{"name": name}] * 100, workspace_id=new_id())
    order = []
    async with stage.working(recording(order), concurrency=1):
        await stage.until("SELECT count(*) = 200 FROM jobs WHERE status = 'succeeded'")
    assert 40 <= order[:100].count("a") <= 60


async def test_requests_one_by_one_fall_back_as_a_batch_does(stage):
    workspace = new_id()
    for _ in range(3):
        await stage.enqueue(workspace_id=workspace)
    await stage.enqueue(workspace_id=new_id())
    priorities = [row["priority"] for row in await stage.fetch("SELECT priority FROM jobs ORDER BY id")]
    assert priorities == [Priority.INTERACTIVE - taken for taken in (0, 1, 2, 0)]


async def test_ended_jobs_do_not_count_against_their_workspace(stage):
    workspace = new_id()
    async with stage.working(recording([])):
        await stage.enqueue_many([{}] * 5, workspace_id=workspace)
        await stage.until("SELECT bool_and(status = 'succeeded') FROM jobs")
    job_id = await stage.enqueue(workspace_id=workspace)
    assert (await stage.job(job_id))["priority"] == Priority.INTERACTIVE


async def test_classes_stand_apart(stage):
    for name, priority in (("late", Priority.HOUSEKEEPING), ("middle", Priority.BATCH), ("soon", Priority.INTERACTIVE)):
        await stage.enqueue(payload={"name": name}, priority=priority)
    order = []
    async with stage.working(recording(order), concurrency=1):
        await stage.until("SELECT count(*) = 3 FROM jobs WHERE status = 'succeeded'")
    assert order == ["soon", "middle", "late"]


async def test_a_huge_batch_keeps_priorities_in_bounds(stage):
    ids = await stage.enqueue_many([{}] * (MAX_COUNTED + 500), workspace_id=new_id())
    assert len(set(ids)) == MAX_COUNTED + 500
    assert await stage.value("SELECT min(priority) FROM jobs") == Priority.BATCH - MAX_COUNTED


async def test_a_job_waits_for_its_time(stage):
    job_id = await stage.enqueue(run_after=utc_now() + timedelta(seconds=0.8))
    async with stage.working(recording([]), poll_s=0.05):
        await stage.until("SELECT status = 'succeeded' FROM jobs")
    job = await stage.job(job_id)
    assert job["started_at"] >= job["run_after"]


async def test_jobs_of_a_kind_that_the_worker_does_not_know_are_left_alone(stage):
    job_id = await stage.enqueue(kind="other")
    async with stage.working(recording([]), poll_s=0.05):
        await asyncio.sleep(0.5)
    assert (await stage.job(job_id))["status"] == "queued"


async def test_an_empty_batch_is_no_job(stage):
    assert await stage.enqueue_many([]) == []


async def test_counts_for_health(stage):
    await stage.fetch(
        "INSERT INTO jobs (id, kind, status, run_after) VALUES"
        " ($1, 'work', 'queued', now() - interval '90 s'), ($2, 'work', 'queued', now()),"
        " ($3, 'work', 'queued', now() + interval '1 h'), ($4, 'work', 'running', now()), ($5, 'work', 'failed', now())",
        *(new_id() for _ in range(5)),
    )
    async with stage.database.read() as session:
        counts = await stage.queue.count(session)
    assert (counts.due, counts.waiting, counts.running) == (2, 1, 1)
    assert 89 < counts.oldest_due_age_s < 120


async def test_nothing_to_count(stage):
    async with stage.database.read() as session:
        counts = await stage.queue.count(session)
    assert (counts.due, counts.waiting, counts.running, counts.oldest_due_age_s) == (0, 0, 0, 0)


async def test_claims_read_the_index_in_its_order(stage):
    """However many jobs are kept or wait for later, a claim reads a few index entries and sorts nothing."""
    await stage.fetch(
        "INSERT INTO jobs (id, kind, status, priority, run_after, finished_at)"
        " SELECT gen_random_uuid(), 'work', CASE WHEN n % 10 = 0 THEN 'queued' ELSE 'succeeded' END, n % 1000,"
        " now() + interval '1 h' * (n % 3), CASE WHEN n % 10 = 0 THEN NULL ELSE now() END"
        " FROM generate_series(1, 20000) AS n"
    )
    async with open_line(stage.database, lambda _: None) as line:
        plan = "\n".join(row[0] for row in await line._fetch("EXPLAIN " + _CLAIM, ["work"], 20))
    assert "Index Scan using ix_jobs_claim" in plan, plan
    assert "Sort" not in plan, plan
    assert "Seq Scan" not in plan, plan
