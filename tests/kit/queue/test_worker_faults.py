"""Workers that are killed, frozen and stopped, and a server that restarts: no job is lost, no result written twice."""

import asyncio
import signal
import time

import pytest

ALL_DONE = "SELECT count(*) = $1 FROM jobs WHERE status = 'succeeded'"
TWICE = "SELECT count(*) FROM (SELECT job_id FROM results GROUP BY job_id HAVING count(*) > 1) AS twice"

#: On a busy machine a worker may miss beats for seconds; where none is killed, none may be given up for dead.
NOBODY_DIES = ("--silent-for-s", "60")


async def assert_each_done_once(stage, ids):
    assert await stage.value("SELECT count(*) FROM results") == len(ids)
    assert await stage.value("SELECT count(DISTINCT job_id) FROM results WHERE job_id = ANY($1)", ids) == len(ids)


async def test_what_a_killed_worker_had_begun_is_taken_up_by_another(stage, start_worker):
    doomed = start_worker(stage.url)
    ids = await stage.enqueue_many([{"sleep_s": 1.0}] * 4 + [{"sleep_s": 0.01}] * 40)
    await stage.until("SELECT count(*) = 4 FROM begun")
    doomed.send(signal.SIGKILL)
    killed_at = time.monotonic()
    start_worker(stage.url)
    await stage.until(ALL_DONE, len(ids))
    await assert_each_done_once(stage, ids)
    assert await stage.value("SELECT count(*) FROM jobs WHERE attempt = 2") == 4
    # 4 s of silence, the jobs themselves, and the time that a process takes to start here.
    assert time.monotonic() - killed_at < 60


async def test_a_job_that_kills_its_workers_fails_in_the_end(stage, start_worker):
    poison = await stage.enqueue(payload={"sleep_s": 60}, max_attempts=2)
    for attempt in (1, 2):
        worker = start_worker(stage.url)
        await stage.until("SELECT count(*) = $1 FROM begun", attempt)
        worker.send(signal.SIGKILL)
    start_worker(stage.url)
    await stage.until("SELECT status = 'failed' FROM jobs WHERE id = $1", poison)
    assert (await stage.job(poison))["error_code"] == "worker_lost"
    assert await stage.value("SELECT count(*) FROM begun") == 2


async def test_a_frozen_worker_writes_nothing_after_it_thaws(stage, start_worker):
    frozen = start_worker(stage.url)
    ids = await stage.enqueue_many([{"sleep_s": 0.5, "stubborn": True}] * 4)
    await stage.until("SELECT count(*) = 4 FROM begun")
    frozen.send(signal.SIGSTOP)
    start_worker(stage.url)
    await stage.until(ALL_DONE, 4)
    frozen.send(signal.SIGCONT)
    more = await stage.enqueue_many([{"sleep_s": 0.3}] * 8)
    await stage.until(ALL_DONE, 12)
    await assert_each_done_once(stage, ids + more)
    late = await stage.fetch("SELECT FROM results WHERE pid = $1 AND job_id = ANY($2)", frozen.pid, ids)
    assert not late
    assert await stage.value("SELECT count(*) FROM results WHERE pid = $1", frozen.pid) > 0, "it works again"


async def test_two_workers_share_and_never_double(stage, start_worker):
    for _ in range(2):
        start_worker(stage.url, "--concurrency", "8", *NOBODY_DIES)
    ids = await stage.enqueue_many([{}] * 400)
    await stage.until(ALL_DONE, len(ids))
    await assert_each_done_once(stage, ids)
    assert await stage.value("SELECT count(*) FROM begun") == len(ids)
    assert await stage.value("SELECT count(DISTINCT pid) FROM results") == 2


async def test_a_stopped_worker_finishes_what_it_has_and_leaves_the_rest(stage, start_worker):
    worker = start_worker(stage.url, "--grace-s", "60", *NOBODY_DIES)
    ids = await stage.enqueue_many([{"sleep_s": 0.7}] * 6)
    await stage.until("SELECT count(*) = 4 FROM begun")
    worker.send(signal.SIGTERM)
    code, output = await asyncio.to_thread(worker.wait)
    assert (code, output.endswith("stopped\n")) == (0, True), output
    counts = await stage.fetch("SELECT status, attempt, count(*) AS n FROM jobs GROUP BY status, attempt ORDER BY 1")
    assert [tuple(row) for row in counts] == [("queued", 0, 2), ("succeeded", 1, 4)]
    await assert_each_done_once(stage, [row["job_id"] for row in await stage.fetch("SELECT job_id FROM results")])
    assert len(ids) == 6


async def test_a_stopped_worker_hands_back_what_it_cannot_finish(stage, start_worker):
    worker = start_worker(stage.url, "--grace-s", "0.3", *NOBODY_DIES)
    ids = await stage.enqueue_many([{"sleep_s": 60}] * 3)
    await stage.until("SELECT count(*) = 3 FROM begun")
    asked_at = time.monotonic()
    worker.send(signal.SIGTERM)
    code, output = await asyncio.to_thread(worker.wait)
    assert code == 0, output
    assert time.monotonic() - asked_at < 30, "it did not wait for the jobs"
    rows = await stage.fetch("SELECT status, attempt, max_attempts, run_after <= now() AS due FROM jobs")
    # Queued at once, and the attempt given back: a release of the service uses up nobody's attempts.
    assert {tuple(row) for row in rows} == {("queued", 1, 6, True)}
    assert len(rows) == len(ids)


async def test_workers_outlive_a_restart_of_the_server(own_stage, start_worker):
    stage = own_stage
    worker = start_worker(stage.url)
    ids = await stage.enqueue_many([{"sleep_s": 0.3}] * 24)
    await stage.until("SELECT count(*) >= 6 FROM results")
    await asyncio.to_thread(stage.server.stop)
    await asyncio.sleep(1)
    stage.server.start()  # not in a thread of the pool: the server ends with the thread that starts it
    await stage.until(ALL_DONE, len(ids))
    await assert_each_done_once(stage, ids)
    worker.send(signal.SIGTERM)
    assert (await asyncio.to_thread(worker.wait))[0] == 0


async def test_workers_outlive_a_crash_of_the_server(own_stage, start_worker):
    stage = own_stage
    start_worker(stage.url)
    ids = await stage.enqueue_many([{"sleep_s": 0.2}] * 24)
    await stage.until("SELECT count(*) >= 6 FROM results")
    await asyncio.to_thread(stage.server.kill)
    stage.server.start()  # not in a thread of the pool: the server ends with the thread that starts it
    await stage.until("SELECT bool_and(status = 'succeeded') FROM jobs")
    assert await stage.value(TWICE) == 0
    assert await stage.value("SELECT count(*) FROM jobs") == len(ids)


@pytest.mark.slow
async def test_kill_after_kill_loses_nothing(stage, start_worker):
    ids = await stage.enqueue_many([{"sleep_s": 0.05}] * 150, max_attempts=50)
    start_worker(stage.url)
    for _ in range(8):
        doomed = start_worker(stage.url)
        await asyncio.sleep(0.3)
        doomed.send(signal.SIGKILL)
    await stage.until(ALL_DONE, len(ids))
    await assert_each_done_once(stage, ids)
