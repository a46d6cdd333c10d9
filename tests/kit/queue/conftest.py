"""A database with the tables that show what was done, workers in this process and in others."""

import asyncio
import os
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import asyncpg
import pytest
import pytest_asyncio
import structlog

from newsforge.kit.db.database import DatabaseOptions, open_database
from newsforge.kit.queue.queue import Queue
from newsforge.kit.queue.worker import run_worker
from tests.kit.queue.worker_process import TABLES, worker_options

WAIT_S = 90


class Undone(Exception):
    pass


class Stage:
    """A database, the queue in it, and a look at its rows from outside."""

    def __init__(self, url, database):
        self.url = url
        self.database = database
        self.queue = Queue()

    async def fetch(self, query, *values):
        connection = await asyncpg.connect(self.url)
        try:
            return await connection.fetch(query, *values)
        finally:
            await connection.close()

    async def value(self, query, *values):
        return (await self.fetch(query, *values))[0][0]

    async def enqueue(self, kind="work", workspace_id=None, **rest):
        payload = rest.pop("payload", {})
        async with self.database.write() as session:
            return await self.queue.enqueue(session, kind=kind, workspace_id=workspace_id, payload=payload, **rest)

    async def enqueue_many(self, payloads, kind="work", workspace_id=None, **rest):
        async with self.database.write() as session:
            return await self.queue.enqueue_many(
                session, kind=kind, workspace_id=workspace_id, payloads=payloads, **rest
            )

    async def cancel(self, job_id):
        async with self.database.write() as session:
            return await self.queue.cancel(session, job_id)

    async def job(self, job_id):
        return (await self.fetch("SELECT * FROM jobs WHERE id = $1", job_id))[0]

    async def until(self, query, *values, wait_s=WAIT_S):
        """Wait until the query's value is true."""
        deadline = time.monotonic() + wait_s
        while True:
            with suppress(OSError, asyncpg.PostgresError):
                found = await self.value(query, *values)
                if found:
                    return found
            if time.monotonic() > deadline:
                jobs = await self.fetch("SELECT status, attempt, error_code, count(*) FROM jobs GROUP BY 1, 2, 3")
                raise AssertionError(f"{query} stayed false; jobs: {jobs}")
            await asyncio.sleep(0.03)

    @asynccontextmanager
    async def undoing(self):
        """A transaction that is rolled back at the end."""
        with suppress(Undone):
            async with self.database.write() as session:
                yield session
                raise Undone

    @asynccontextmanager
    async def working(self, handlers, *, concurrency=4, periodic=(), **options):
        """A worker in this process. Yield its stop event; at the end it is stopped, and must stop."""
        stop = asyncio.Event()
        task = asyncio.create_task(
            run_worker(
                self.database,
                handlers,
                concurrency=concurrency,
                stop=stop,
                options=worker_options(**options),
                periodic=periodic,
            )
        )
        try:
            yield stop
        finally:
            stop.set()
            await asyncio.wait_for(task, WAIT_S)


async def _prepare(url, owner_url):
    connection = await asyncpg.connect(owner_url)
    for statement in TABLES:
        await connection.execute(statement)
    await connection.close()


@pytest_asyncio.fixture
async def stage(fresh_database):
    await _prepare(fresh_database.app_url, fresh_database.owner_url)
    async with open_database(DatabaseOptions(primary=fresh_database.app_url, pool_size=8)) as database:
        yield Stage(fresh_database.app_url, database)


@pytest_asyncio.fixture
async def own_stage(own_postgres):
    """On a server of this test's own: ``stage.server``. Its user is a superuser, so that stepping down is tried too."""
    from newsforge.kit.db.migrations import upgrade

    url = own_postgres.url()
    await upgrade(url)
    await _prepare(url, url)
    async with open_database(DatabaseOptions(primary=url, pool_size=8)) as database:
        stage = Stage(url, database)
        stage.server = own_postgres
        yield stage


class WorkerProcess:
    """It writes to a file: a pipe that nobody reads is full after 64 kB of tracebacks, and then it would stand still."""

    def __init__(self, url, *arguments):
        command = [sys.executable, "-m", "tests.kit.queue.worker_process", url, *arguments]
        path = os.pathsep.join(["src", "."])
        self._log = tempfile.NamedTemporaryFile(mode="r")  # noqa: SIM115 - closed by end()
        with Path(self._log.name).open("w") as output:
            self._process = subprocess.Popen(
                command, stdout=output, stderr=subprocess.STDOUT, env=os.environ | {"PYTHONPATH": path}
            )
        deadline = time.monotonic() + WAIT_S
        while not self._said().startswith("ready\n"):
            assert self._process.poll() is None, self._said()
            assert time.monotonic() < deadline, self._said()
            time.sleep(0.02)
        self.pid = self._process.pid

    def _said(self) -> str:
        self._log.seek(0)
        return self._log.read()

    def send(self, sent: signal.Signals) -> None:
        self._process.send_signal(sent)

    def wait(self) -> tuple[int, str]:
        return self._process.wait(timeout=WAIT_S), self._said()

    def end(self) -> None:
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGCONT)
            self._process.kill()
        self._process.wait()
        self._log.close()


@pytest.fixture
def start_worker():
    """``start_worker(url, *arguments)``: returns when it is at work."""
    begun = []

    def start(url, *arguments):
        begun.append(WorkerProcess(url, *arguments))
        return begun[-1]

    yield start
    for worker in begun:
        worker.end()


@pytest.fixture(autouse=True)
def logged():
    """What the worker says, instead of the pictures of tracebacks that structlog draws when it is not configured."""
    with structlog.testing.capture_logs() as lines:
        yield lines
