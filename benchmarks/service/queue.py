"""Our queue against bare pgqueuer: jobs a second, and how long a job waits for its start, on one PostgreSQL.

Each job does the same two transactions (note that it began; write its result), on the same pool. Ours writes its end
with the result and is fenced; pgqueuer's, being bare, has no fence. Worker and client are processes of their own, as
in life; rounds of the two alternate, and ratios are those of their medians.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

if TYPE_CHECKING:
    from newsforge.kit.db.database import Database

_PROJECT = Path(__file__).parent.parent.parent
ROUNDS = 5
JOBS = 1000
CONCURRENCY = 20
RATE_PER_S = 20
PACED_JOBS = 200
SYSTEMS = ("ours", "pgqueuer")
_BEGIN = text("INSERT INTO bench_steps (job, step) VALUES (:job, 'begun')")
_RESULT = text("INSERT INTO bench_steps (job, step) VALUES (:job, 'result')")


def measure() -> dict[str, Any]:
    from newsforge.kit.servers.postgres import PostgresServer

    with tempfile.TemporaryDirectory(prefix="newsforge-bench-") as folder:
        server = PostgresServer(Path(folder) / "postgres")
        try:
            server.start(timeout_s=120)
            url = server.url()
            asyncio.run(_prepare(url))
            result = _throughputs(url)
            waits: dict[str, list[list[float]]] = {system: [] for system in SYSTEMS}
            for _ in range(ROUNDS):
                for system in SYSTEMS:
                    waits[system].append(_waits(url, system))
        finally:
            server.stop()
    for name, share in (("start_p50_ms", 0.5), ("start_p99_ms", 0.99)):
        rounds = {system: [_share(one, share) for one in waits[system]] for system in SYSTEMS}
        result[name] = _summary(rounds)
    result["load"] = {"concurrency": CONCURRENCY, "jobs": JOBS, "paced_jobs": PACED_JOBS, "rate_per_s": RATE_PER_S}
    _print(result)
    return result


def _throughputs(url: str) -> dict[str, Any]:
    runs: dict[str, list[dict[str, float]]] = {system: [] for system in SYSTEMS}
    for _ in range(ROUNDS):
        for system in SYSTEMS:
            runs[system].append(_throughput(url, system))
    return {
        name: _summary({system: [run[name] for run in runs[system]] for system in SYSTEMS})
        for name in ("jobs_per_s", "cpu_ms_a_job")
    }


def _summary(rounds: dict[str, list[float]]) -> dict[str, Any]:
    middles = {system: statistics.median(values) for system, values in rounds.items()}
    return {
        **{system: round(value, 2) for system, value in middles.items()},
        "ratio": round(middles["ours"] / middles["pgqueuer"], 3),
        "rounds": {system: [round(value, 2) for value in values] for system, values in rounds.items()},
    }


def _share(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def _throughput(url: str, system: str) -> dict[str, float]:
    """From the first job begun to the last ended, by the worker's clock; the jobs are there before it starts. The
    worker's own CPU time a job is the steadier figure on a busy machine."""
    asyncio.run(_enqueue_batch(url, system))
    with _worker(url, system, JOBS) as worker:
        output, _ = worker.communicate(timeout=300)
    times = json.loads(output.splitlines()[-1])
    return {"jobs_per_s": JOBS / (times["last_end"] - times["first_start"]), "cpu_ms_a_job": times["cpu_ms"]}


def _waits(url: str, system: str) -> list[float]:
    """Milliseconds from just before a job is written, in its own transaction, to its start in the worker."""
    with _worker(url, system, PACED_JOBS) as worker:
        asyncio.run(_enqueue_paced(url, system))
        output, _ = worker.communicate(timeout=300)
    waits: list[float] = json.loads(output.splitlines()[-1])["waits_ms"]
    return waits


@contextmanager
def _worker(url: str, system: str, jobs: int) -> Iterator[subprocess.Popen[str]]:
    worker = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.service.queue", system, url, str(jobs)],
        stdout=subprocess.PIPE, text=True, cwd=_PROJECT, env={**os.environ, "PYTHONPATH": f"{_PROJECT}:src"},
    )  # fmt: skip
    try:
        assert worker.stdout is not None
        assert worker.stdout.readline() == "ready\n"
        yield worker
    finally:
        if worker.poll() is None:
            worker.send_signal(signal.SIGKILL)
            worker.wait()


async def _prepare(url: str) -> None:
    import asyncpg
    from pgqueuer.db import AsyncpgDriver
    from pgqueuer.queries import Queries

    from newsforge.kit.db.migrations import upgrade

    await upgrade(url)
    connection = await asyncpg.connect(url)
    await Queries(AsyncpgDriver(connection)).install()
    await connection.execute("CREATE TABLE bench_steps (job text, step text, at timestamptz DEFAULT now())")
    await connection.execute("GRANT ALL ON ALL TABLES IN SCHEMA public TO newsforge_app")
    await connection.execute("GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO newsforge_app")
    await connection.close()


def _open(url: str) -> AbstractAsyncContextManager[Database]:
    from newsforge.kit.db.database import DatabaseOptions, open_database

    return open_database(DatabaseOptions(primary=url, pool_size=10, pool_timeout_s=60))


async def _enqueue_batch(url: str, system: str) -> None:
    async with _open(url) as database:
        await _enqueue(database, system, [{"job": str(number), "at": 0} for number in range(JOBS)])


async def _enqueue_paced(url: str, system: str) -> None:
    """At a fixed rate, whether or not earlier ones are done: what waits must not slow down what comes."""
    async with _open(url) as database:
        began = time.monotonic()
        tasks = []
        for number in range(PACED_JOBS):
            await asyncio.sleep(max(0.0, began + number / RATE_PER_S - time.monotonic()))
            job = {"job": str(number), "at": None}
            tasks.append(asyncio.create_task(_enqueue(database, system, [job])))
        await asyncio.gather(*tasks)


async def _enqueue(database: Database, system: str, jobs: list[dict[str, Any]]) -> None:
    from pgqueuer.db import AsyncpgDriver
    from pgqueuer.queries import Queries

    from newsforge.kit.queue.queue import Queue

    async with database.write() as session:
        jobs = [job | {"at": time.time()} for job in jobs]
        if system == "ours":
            await Queue().enqueue_many(session, kind="bench", workspace_id=None, payloads=jobs)
            return
        raw = await (await session.connection()).get_raw_connection()
        count = len(jobs)
        queries = Queries(AsyncpgDriver(raw.driver_connection))
        await queries.enqueue(["bench"] * count, [json.dumps(job).encode() for job in jobs], [0] * count)


async def _work(system: str, url: str, jobs: int) -> None:
    """The worker's process: run until ``jobs`` are done, then print what was measured."""
    starts: list[float] = []
    waits: list[float] = []
    ends: list[float] = []
    done = asyncio.Event()
    cpu: dict[str, float] = {}

    async with _open(url) as database:

        async def work(job: dict[str, Any], settle: Callable[[Any], Awaitable[None]] | None) -> None:
            now = time.time()
            starts.append(now)
            cpu.setdefault("began", time.process_time())
            waits.append((now - job["at"]) * 1000)
            async with database.write() as session:
                await session.execute(_BEGIN, {"job": job["job"]})
            async with database.write() as session:
                await session.execute(_RESULT, {"job": job["job"]})
                if settle is not None:
                    await settle(session)
            ends.append(time.time())
            if len(ends) == jobs:
                done.set()

        await (_run_ours if system == "ours" else _run_pgqueuer)(database, url, work, done)
    assert len(starts) == jobs, f"{len(starts)} starts for {jobs} jobs"
    cpu_ms = (time.process_time() - cpu["began"]) * 1000 / jobs
    print(json.dumps({"first_start": starts[0], "last_end": ends[-1], "waits_ms": waits, "cpu_ms": cpu_ms}))


async def _run_ours(database: Database, _url: str, work: Any, done: asyncio.Event) -> None:
    from newsforge.kit.queue.claims import Claim, Handler
    from newsforge.kit.queue.worker import run_worker

    async def run(claim: Claim) -> None:
        await work(dict(claim.payload), claim.succeed)

    print("ready", flush=True)
    await run_worker(database, {"bench": Handler(run=run)}, concurrency=CONCURRENCY, stop=done)


async def _run_pgqueuer(_database: Database, url: str, work: Any, done: asyncio.Event) -> None:
    import asyncpg
    from pgqueuer import PgQueuer

    connection = await asyncpg.connect(url)
    queuer = PgQueuer.from_asyncpg_connection(connection)

    async def bench(job: Any) -> None:
        await work(json.loads(job.payload), None)

    queuer.entrypoint("bench")(bench)
    print("ready", flush=True)
    running = asyncio.create_task(queuer.run(batch_size=CONCURRENCY // 2, max_concurrent_tasks=CONCURRENCY))
    await done.wait()
    queuer.shutdown.set()
    await running
    await connection.close()


def _print(result: dict[str, Any]) -> None:
    print(f"{'':14}{'ours':>10}{'pgqueuer':>10}{'ratio':>8}   wanted")
    rows = (("jobs_per_s", ">= 0.8"), ("cpu_ms_a_job", ""), ("start_p50_ms", ""), ("start_p99_ms", "<= 1.2"))
    for name, wanted in rows:
        one = result[name]
        print(f"{name:14}{one['ours']:>10.1f}{one['pgqueuer']:>10.1f}{one['ratio']:>8.2f}   {wanted}")


if __name__ == "__main__":
    asyncio.run(_work(sys.argv[1], sys.argv[2], int(sys.argv[3])))
