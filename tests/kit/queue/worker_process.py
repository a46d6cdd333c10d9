"""A worker in a process of its own, to be killed, frozen and stopped: ``python -m tests.kit.queue.worker_process``.

Its one kind of job, ``work``, notes that it began, works ``sleep_s``, and then writes its result and its end in one
transaction. ``begun`` and ``results`` are tables without keys: what is done twice shows.
"""

import argparse
import asyncio
import os
import signal
import sys

from sqlalchemy import text

from newsforge.kit.db.database import DatabaseBusy, DatabaseOptions, open_database
from newsforge.kit.db.sessions import Sight
from newsforge.kit.queue.attempts import Backoff
from newsforge.kit.queue.claims import Handler
from newsforge.kit.queue.worker import WorkerOptions, run_worker

TABLES = (
    "CREATE TABLE begun (job_id uuid, attempt int, pid int, at timestamptz DEFAULT clock_timestamp())",
    "CREATE TABLE results (job_id uuid, attempt int, pid int, at timestamptz DEFAULT clock_timestamp())",
)
BEGUN = text("INSERT INTO begun VALUES (:job_id, :attempt, :pid)")
RESULT = text("INSERT INTO results VALUES (:job_id, :attempt, :pid)")


def worker_options(**changes) -> WorkerOptions:
    defaults = {
        "poll_s": 0.2,
        "beat_s": 0.2,
        "silent_for_s": 1.5,
        "grace_s": 3.0,
        "backoff": Backoff(first_s=0.2, most_s=1.0),
    }
    return WorkerOptions(**(defaults | changes))


def work_on(database):
    async def work(claim):
        note = {"job_id": claim.job_id, "attempt": claim.attempt, "pid": os.getpid()}
        async with database.write() as session:
            await session.execute(BEGUN, note)
        await asyncio.sleep(claim.payload.get("sleep_s", 0))
        writing = asyncio.create_task(write(claim, note))
        # A stubborn job writes even when it has been told to stop: only its fence can refuse it.
        await (asyncio.shield(writing) if claim.payload.get("stubborn") else writing)

    async def write(claim, note):
        while True:
            try:
                async with database.write(Sight(workspace_id=claim.workspace_id)) as session:
                    await claim.hold(session)
                    await session.execute(RESULT, note)
                    await claim.succeed(session)
            except DatabaseBusy:
                await asyncio.sleep(0.1)
            else:
                return

    return work


async def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("--concurrency", type=int, default=4)
    parser.add_argument("--grace-s", type=float, default=3.0)
    # Longer than a busy machine keeps a living worker from its beat.
    parser.add_argument("--silent-for-s", type=float, default=4.0)
    chosen = parser.parse_args()
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    async with open_database(DatabaseOptions(primary=chosen.url)) as database:
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        await run_worker(
            database,
            {"work": Handler(run=work_on(database))},
            concurrency=chosen.concurrency,
            stop=stop,
            options=worker_options(grace_s=chosen.grace_s, silent_for_s=chosen.silent_for_s),
        )
    sys.stdout.write("stopped\n")


if __name__ == "__main__":
    asyncio.run(main())
