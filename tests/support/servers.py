"""The servers that all tests of a run share, owned by one thread of the controlling process."""

import asyncio
import inspect
import os
import shutil
import tempfile
import threading
import traceback
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from multiprocessing.connection import Client, Listener
from pathlib import Path

#: The variable that tells the workers where the controlling process listens.
SOCKET = "NEWSFORGE_TEST_SERVERS"
OWNER_ROLE = "newsforge_owner"
APP_ROLE = "newsforge_app"
OWNER_PASSWORD = "owner/of:the@tables"  # with signs that an address must escape
APP_PASSWORD = "app/of:the@service"
TEMPLATE = "newsforge_template"


@dataclass(frozen=True)
class DatabaseAddress:
    """One database, as seen by three roles: the service, the owner of its tables, the superuser."""

    name: str
    app_url: str
    owner_url: str
    admin_url: str


def ask(what: str):
    """Ask the controlling process for a server; it starts it when it is the first to be asked."""
    with Client(os.environ[SOCKET], family="AF_UNIX") as connection:
        connection.send(what)
        answer, failure = connection.recv()
    if failure:
        raise RuntimeError(f"The shared server for the tests failed:\n{failure}")
    return answer


class SharedServers:
    """Starts servers when asked, in the order of asking. One thread does it all: they live as long as it does."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="newsforge-tests-"))
        self.address = str(self._folder / "ask")
        self._listener = Listener(self.address, family="AF_UNIX", backlog=64)
        self._running = []
        self._answers = {}
        self._thread = threading.Thread(target=self._serve, name="shared servers", daemon=True)
        self._thread.start()

    def close(self) -> None:
        with suppress(OSError), Client(self.address, family="AF_UNIX") as connection:
            connection.send("stop")
        self._thread.join()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _serve(self) -> None:
        while True:
            with self._listener.accept() as connection:
                what = None
                with suppress(EOFError, OSError):
                    what = connection.recv()
                if what == "stop":
                    break
                if what in _STARTERS:
                    with suppress(OSError):
                        connection.send(self._answer(what))
        self._listener.close()
        for server in reversed(self._running):
            server.stop()

    def _answer(self, what: str):
        """Return the answer and None, or None and what went wrong. Both are remembered: a run fails once, not slowly."""
        if what not in self._answers:
            try:
                self._answers[what] = (_STARTERS[what](self), None)
            except BaseException:  # noqa: BLE001 - told to whoever asked
                self._answers[what] = (None, traceback.format_exc())
        return self._answers[what]

    def _get(self, what: str):
        answer, failure = self._answer(what)
        if failure:
            raise RuntimeError(failure)
        return answer

    def start_postgres(self):
        from newsforge.kit.servers.postgres import PostgresServer
        from newsforge.kit.servers.sql import Login, create_roles

        server = PostgresServer(
            self._folder / "postgres", durable=False, options={"max_connections": "400", "shared_buffers": "64MB"}
        )
        self._running.append(server)
        server.start(timeout_s=120)
        owner, app = Login(OWNER_ROLE, OWNER_PASSWORD), Login(APP_ROLE, APP_PASSWORD)
        create_roles(server.url(), owner=owner, app=app)
        return {"port": server.port, "password": server.password}

    def make_template(self):
        """Create a database with all migrations, to be cloned."""
        address = database_address(self._get("postgres"), TEMPLATE)
        make_database(address)
        return TEMPLATE

    def start_valkey(self):
        from newsforge.kit.servers.valkey import ValkeyServer

        server = ValkeyServer(self._folder / "valkey", options={"databases": "512", "appendonly": "no"})
        self._running.append(server)
        server.start(timeout_s=60)
        return {"port": server.port, "password": server.password}

    def make_cluster(self):
        """Make a PostgreSQL folder that was never started, to be copied by tests that need a server of their own."""
        from newsforge.kit.servers.postgres import PostgresServer

        server = PostgresServer(self._folder / "cluster", durable=False)
        server.prepare()
        return str(server.folder)


_STARTERS = {
    "postgres": SharedServers.start_postgres,
    "template": SharedServers.make_template,
    "valkey": SharedServers.start_valkey,
    "cluster": SharedServers.make_cluster,
}


def database_address(server, name: str) -> DatabaseAddress:
    """Make the addresses of a database from ``{"port", "password"}`` of its server."""
    from urllib.parse import quote

    def url(role: str, password: str) -> str:
        return f"postgresql://{role}:{quote(password, safe='')}@127.0.0.1:{server['port']}/{name}"

    return DatabaseAddress(
        name, url(APP_ROLE, APP_PASSWORD), url(OWNER_ROLE, OWNER_PASSWORD), url("postgres", server["password"])
    )


def make_database(address: DatabaseAddress) -> None:
    """Create the database (its roles are there) and bring it to the newest migration."""
    from newsforge.kit.servers.sql import create_database

    maintenance = address.admin_url.rpartition("/")[0] + "/postgres"
    create_database(maintenance, address.name, owner=OWNER_ROLE)
    if find_spec("newsforge.kit.db") and find_spec("newsforge.kit.db.migrations"):
        from newsforge.kit.db import migrations

        done = migrations.upgrade(address.owner_url)
        if inspect.isawaitable(done):
            asyncio.run(done)
