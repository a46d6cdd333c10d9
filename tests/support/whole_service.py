"""The whole service in its own processes: started by its own commands, stopped or killed as a test likes."""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import UUID, uuid4

import httpx2

from newsforge.kit.servers import ports
from newsforge.kit.servers.sql import execute, fetch_value
from tests.support.servers import DatabaseAddress

PASSWORD = "seven slow copper kettles"  # not the one of the examples
PUBLIC_URL = "http://127.0.0.1:8000"
#: Of a process, on a machine that has much else to do; it is waited for no longer than it takes.
READY_S = 300.0
#: How a process ends that was told to: the API by the signal itself, once it has closed everything (uvicorn's way).
GRACEFUL = {0, -signal.SIGTERM}
#: What the machine that runs the tests may have set must not reach the service.
_FOREIGN = ("NEWSFORGE_", "OPENAI_", "ANTHROPIC_", "GOOGLE_", "GEMINI_", "AWS_", "OTEL_")
ARTICLE = (
    "Hanbit City will raise its city bus fare from 1,500 won to 1,700 won next March, the first increase in six"
    " years.\n\nThe city said its transport fare committee approved the plan on Thursday. Fares for teenagers stay at"
    " 900 won and for children at 500 won.\n\nThe operating deficit of the city's buses reached 124 billion won last"
    ' year, more than twice the 51 billion won of 2019, according to the city.\n\n"We have reached the limit of'
    " covering the deficit from the city budget alone,\" said Yoon Seo-jin, the city's transport director."
)


def wait_until(condition, *, within_s: float = 30.0, every_s: float = 0.05):
    """The first true value of ``condition``; what it raises of HTTP counts as not yet."""
    until = time.monotonic() + within_s
    while True:
        with suppress(httpx2.TransportError):
            if found := condition():
                return found
        assert time.monotonic() < until, f"not within {within_s:g} s"
        time.sleep(every_s)


class Process:
    """One command of ``newsforge``; all that it prints is kept in ``log``."""

    def __init__(self, arguments: list[str], environment: dict[str, str], log: Path) -> None:
        self.log = log
        with log.open("ab") as out:
            self._child = subprocess.Popen(
                [sys.executable, "-m", "newsforge", *arguments], env=environment, stdout=out, stderr=out
            )

    @property
    def pid(self) -> int:
        return self._child.pid

    @property
    def is_alive(self) -> bool:
        return self._child.poll() is None

    def kill(self) -> None:
        self._child.kill()
        self._child.wait()

    def send(self, number: signal.Signals) -> None:
        self._child.send_signal(number)

    def stop(self, *, within_s: float = 40.0) -> int:
        """The exit code after SIGTERM."""
        if self.is_alive:
            self._child.terminate()
        try:
            return self._child.wait(timeout=within_s)
        except subprocess.TimeoutExpired:
            self.kill()
            raise

    def lines(self) -> list[str]:
        return self.log.read_text().splitlines()

    def events(self) -> list[dict]:
        return [json.loads(line) for line in self.lines()]


class Api(Process):
    def __init__(self, port: int, environment: dict[str, str], log: Path) -> None:
        super().__init__(["api", "--port", str(port)], environment, log)
        self.port = port
        self.url = f"http://127.0.0.1:{port}"

    def wait_until_ready(self) -> Api:
        def is_ready() -> bool:
            assert self.is_alive, self.log.read_text()[-4000:]
            return httpx2.get(f"{self.url}/api/v1/health", timeout=5).status_code == 200

        wait_until(is_ready, within_s=READY_S)
        return self

    def client(self, who=None, **headers) -> httpx2.Client:
        """``who`` is a :class:`Person`, a token or nobody."""
        token = getattr(who, "token", who)
        if token:
            headers["Authorization"] = f"Bearer {token}"
        return httpx2.Client(base_url=f"{self.url}/api/v1", headers=headers, timeout=60)


@dataclass
class Person:
    email: str
    user_id: str
    workspace_id: str
    token: str
    refresh_token: str


@dataclass
class WholeService:
    """Databases and caches are given; the processes are made here. ``options`` are NEWSFORGE_ variables."""

    folder: Path
    database: DatabaseAddress
    valkey_url: str = ""
    options: dict[str, str] = field(default_factory=dict)
    processes: list[Process] = field(default_factory=list)
    _numbers: itertools.count = field(default_factory=itertools.count)

    def environment(self, **options: str) -> dict[str, str]:
        self.folder.mkdir(parents=True, exist_ok=True)
        key = self.folder / "master.key"
        if not key.exists():
            key.touch(mode=0o600)
            key.write_bytes(os.urandom(32))
        clean = {name: value for name, value in os.environ.items() if not name.startswith(_FOREIGN)}
        return {
            **clean,
            "PYTHONUNBUFFERED": "1",
            "NEWSFORGE_MODE": "local",
            "NEWSFORGE_WARM_UP": "off",
            "NEWSFORGE_PUBLIC_URL": PUBLIC_URL,  # the issuer of tokens, so every process says the same
            "NEWSFORGE_DATA": str(self.folder),
            "NEWSFORGE_MASTER_KEY_FILE": str(key),
            "NEWSFORGE_DATABASE_URL": self.database.app_url,
            "NEWSFORGE_OWNER_DATABASE_URL": self.database.owner_url,
            "NEWSFORGE_REDIS_URL": self.valkey_url,
            "NEWSFORGE_REQUESTS_PER_MINUTE": "1000000",
            "NEWSFORGE_ANONYMOUS_PER_MINUTE": "1000000",
            **self.options,
            **options,
        }

    def start_api(self, *, is_awaited: bool = True, port: int = 0, **options: str) -> Api:
        port = port or ports.choose_port()
        api = Api(port, self.environment(**options), self.folder / f"api-{next(self._numbers)}.log")
        self.processes.append(api)
        return api.wait_until_ready() if is_awaited else api

    def start_worker(self, **options: str) -> Process:
        worker = Process(["worker"], self.environment(**options), self.folder / f"worker-{next(self._numbers)}.log")
        self.processes.append(worker)
        return worker

    def stop(self) -> None:
        for process in self.processes:
            if process.is_alive:
                process.send(signal.SIGCONT)
                process.send(signal.SIGTERM)
        for process in self.processes:
            with suppress(subprocess.TimeoutExpired):
                process.stop()

    # -- people

    def join(self, api: Api, *, is_verified: bool = True, password: str = PASSWORD) -> Person:
        """A new person, signed in as a machine."""
        email = f"person-{uuid4().hex}@example.com"
        with api.client() as http:
            made = http.post("/auth/sign-up", json={"email": email, "password": password, "name": "김하늘"})
            assert made.status_code == 201, made.text
            if is_verified:
                execute(
                    self.database.admin_url,
                    f"UPDATE users SET verified_at = now() WHERE email = '{email}'",
                )
            return self.sign_in(api, email, password)

    def sign_in(self, api: Api, email: str, password: str = PASSWORD) -> Person:
        with api.client() as http:
            answer = http.post("/auth/sign-in", json={"email": email, "password": password})
            assert answer.status_code == 200, answer.text
            tokens = answer.json()
            bearer = {"Authorization": f"Bearer {tokens['access_token']}"}
            user_id = http.get("/me", headers=bearer).json()["id"]
            workspace_id = http.get("/workspace", headers=bearer).json()["id"]
        return Person(email, user_id, workspace_id, tokens["access_token"], tokens["refresh_token"])

    def give_role(self, person: Person, workspace_id: str, role: str) -> None:
        execute(
            self.database.admin_url,
            "INSERT INTO memberships (workspace_id, user_id, role)"
            f" VALUES ('{workspace_id}', '{person.user_id}', '{role}')",
        )

    def mint(self, person: Person, *, age_s: float = 0.0) -> Person:
        """The same person with one more session, as the service makes them; ``age_s`` ago."""
        return asyncio.run(_mint(self, person, age_s))

    def value(self, query: str, *values: object):
        """As the superuser, whom no policy binds."""
        return fetch_value(self.database.admin_url, query, *values)


async def _mint(service: WholeService, person: Person, age_s: float) -> Person:
    from newsforge.adapters.keys.local import LocalMasterKey
    from newsforge.domains.access.keys import KeyRing
    from newsforge.domains.access.tokens import TokenMint
    from newsforge.kit.db.database import DatabaseOptions, open_database

    session_id = uuid4()
    await asyncio.to_thread(
        execute,
        service.database.admin_url,
        "INSERT INTO sessions (id, user_id, kind, last_used_at, expires_at)"
        f" VALUES ('{session_id}', '{person.user_id}', 'machine', now(), now() + interval '30 days')",
    )
    async with open_database(DatabaseOptions(primary=service.database.app_url, pool_size=1)) as database:
        ring = KeyRing(database, LocalMasterKey.of_file(service.folder / "master.key"))
        await ring.open()
        mint = TokenMint(ring, issuer=PUBLIC_URL)
        with moved_clock(-age_s):
            access = await mint.issue_access(user_id=UUID(person.user_id), session_id=session_id)
            refresh = await mint.issue_refresh(user_id=UUID(person.user_id), session_id=session_id, generation=0)
    return replace(person, token=access, refresh_token=refresh)


@contextmanager
def moved_clock(by_s: float):
    real = time.time
    time.time = lambda: real() + by_s
    try:
        yield
    finally:
        time.time = real


def order(text: str = ARTICLE, *platforms: str, **more) -> dict:
    return {"source": {"text": text}, "platforms": list(platforms or ("x", "threads")), "writer": "embedded", **more}


def convert(http: httpx2.Client, body: dict | None = None) -> dict:
    """A conversion that has ended."""
    answer = http.post("/conversions", json=body or order(), headers={"Prefer": "wait=30"})
    assert answer.status_code in {200, 202}, answer.text
    made = answer.json()
    return made if answer.status_code == 200 else await_end(http, made["id"], within_s=READY_S)


def await_end(http: httpx2.Client, conversion_id: str, *, within_s: float = 60.0) -> dict:
    def ended() -> dict | None:
        answer = http.get(f"/conversions/{conversion_id}")
        if answer.status_code >= 500:
            return None
        assert answer.status_code == 200, answer.text
        found = answer.json()
        return found if found["status"] in {"succeeded", "failed", "cancelled"} else None

    return wait_until(ended, within_s=within_s)
