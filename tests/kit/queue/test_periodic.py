"""Periodic tasks: once over all workers, whatever happens to one of their turns; ended jobs are forgotten in time."""

import asyncio
from itertools import pairwise

from newsforge.kit.ids import new_id
from newsforge.kit.queue.periodic import Periodic, keep_running, purge_jobs


async def test_one_turn_for_all_workers(stage):
    turns = []

    async def run():
        turns.append(asyncio.get_running_loop().time())

    periodic = Periodic(name="sweep", every_s=0.6, run=run)
    tasks = [asyncio.create_task(keep_running(stage.database, periodic)) for _ in range(4)]
    await asyncio.sleep(2.0)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert 2 <= len(turns) <= 4
    assert all(later - sooner > 0.5 for sooner, later in pairwise(turns))


async def test_a_failed_or_endless_turn_does_not_end_the_next(stage):
    turns = []

    async def run():
        turns.append(len(turns))
        if len(turns) == 1:
            raise ValueError
        if len(turns) == 2:
            await asyncio.sleep(60)

    async with stage.working({}, periodic=[Periodic(name="sweep", every_s=0.1, run=run)]):
        for _ in range(200):
            await asyncio.sleep(0.05)
            if len(turns) >= 3:
                break
    assert len(turns) >= 3


async def test_jobs_that_ended_long_ago_are_forgotten(stage):
    await stage.fetch(
        "INSERT INTO jobs (id, kind, status, finished_at) SELECT gen_random_uuid(), 'work', 'succeeded',"
        " now() - interval '8 days' FROM generate_series(1, 2500)"
    )
    kept = new_id()
    await stage.fetch("INSERT INTO jobs (id, kind, status, finished_at) VALUES ($1, 'work', 'failed', now())", kept)
    await stage.enqueue(kind="other")
    await purge_jobs(stage.database).run()
    assert await stage.value("SELECT count(*) FROM jobs") == 2
    assert (await stage.job(kept))["status"] == "failed"
