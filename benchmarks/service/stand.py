"""The service as it is run, for a benchmark: servers of its own, the API, a worker, somebody who is signed in."""

from __future__ import annotations

import json
import os
import secrets
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).parent.parent.parent
OWNER, APP = "newsforge_owner", "newsforge_app"
PASSWORD = "a passphrase for benchmarks"
_TICKS_PER_S = os.sysconf("SC_CLK_TCK")


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
    return port


def cpu_s(pid: int) -> float:
    """User and system time of one process."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS_PER_S


def memory_mb(pid: int) -> float:
    """Resident memory that is the process's own share (PSS)."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0


def wait_for(port: int, path: str, *, within_s: float = 90.0) -> None:
    until = time.monotonic() + within_s
    while True:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=2).close()
        except urllib.error.HTTPError:
            return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
        else:
            return


@contextmanager
def running(command: Sequence[str], environment: dict[str, str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    with log.open("wb") as out:
        child = subprocess.Popen(command, stdout=out, stderr=out, cwd=PROJECT, env={**os.environ, **environment})
        try:
            yield child
        finally:
            child.terminate()
            try:
                child.wait(timeout=30)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()


@dataclass
class Stand:
    port: int
    folder: Path
    environment: dict[str, str]
    api: subprocess.Popen[bytes]
    database_url: str
    owner_url: str
    #: Of the superuser, whom no row-level security binds.
    admin_url: str
    token: str = ""

    def call(self, method: str, path: str, body: Any = None, headers: dict[str, str] | None = None) -> Any:
        sent = {"Content-Type": "application/json", **(headers or {})}
        if self.token:
            sent["Authorization"] = f"Bearer {self.token}"
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}/api/v1{path}", data=data, headers=sent, method=method
        )
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.loads(answer.read() or b"null")

    def sign_in(self) -> None:
        email = f"bench-{secrets.token_hex(4)}@example.com"
        self.call("POST", "/auth/sign-up", {"email": email, "password": PASSWORD, "name": "Bench"})
        self.token = self.call("POST", "/auth/sign-in", {"email": email, "password": PASSWORD})["access_token"]

    @contextmanager
    def worker(self) -> Iterator[subprocess.Popen[bytes]]:
        command = [sys.executable, "-m", "newsforge", "worker"]
        with running(command, self.environment, self.folder / "worker.log") as child:
            yield child


@contextmanager
def standing(**more: str) -> Iterator[Stand]:
    """``more`` are further settings of the API and the worker."""
    from newsforge.kit.servers import keyfiles, sql
    from newsforge.kit.servers.postgres import PostgresServer
    from newsforge.kit.servers.valkey import ValkeyServer

    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="newsforge-bench-")))
        postgres = PostgresServer(folder / "postgres", options={"max_connections": "100", "shared_buffers": "256MB"})
        valkey = ValkeyServer(folder / "valkey")
        stack.callback(postgres.stop)
        postgres.start(timeout_s=120)
        stack.callback(valkey.stop)
        valkey.start(timeout_s=60)
        sql.create_roles(postgres.url(), owner=sql.Login(OWNER, "owner"), app=sql.Login(APP, "app"))
        sql.create_database(postgres.url(), "newsforge", owner=OWNER)
        keyfiles.keep_key(folder / "master.key")
        port = free_port()
        database_url = postgres.url("newsforge", user=APP, password="app")
        owner_url = postgres.url("newsforge", user=OWNER, password="owner")
        environment = {
            "NEWSFORGE_MODE": "local",
            "NEWSFORGE_WARM_UP": "off",
            "NEWSFORGE_DATA": str(folder / "data"),
            "NEWSFORGE_MASTER_KEY_FILE": str(folder / "master.key"),
            "NEWSFORGE_DATABASE_URL": database_url,
            "NEWSFORGE_OWNER_DATABASE_URL": owner_url,
            "NEWSFORGE_REDIS_URL": valkey.url(),
            "NEWSFORGE_PUBLIC_URL": f"http://127.0.0.1:{port}",
            "NEWSFORGE_REQUESTS_PER_MINUTE": "10000000",
            **more,
        }
        program = [sys.executable, "-m", "newsforge"]
        subprocess.run(
            [*program, "migrate"], check=True, cwd=PROJECT, env={**os.environ, **environment}, stdout=subprocess.DEVNULL
        )
        command = [*program, "api", "--port", str(port)]
        api = stack.enter_context(running(command, environment, folder / "api.log"))
        wait_for(port, "/api/v1/health")
        stand = Stand(port, folder, environment, api, database_url, owner_url, postgres.url("newsforge"))
        stand.sign_in()
        yield stand
