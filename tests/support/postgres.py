"""Fixtures of PostgreSQL. ``DatabaseAddress`` has ``app_url`` (what the service uses), ``owner_url``, ``admin_url``."""

import itertools
import os
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from newsforge.kit.servers.postgres import PostgresServer
from newsforge.kit.servers.sql import Login, create_database, create_roles, drop_database, fetch_value
from newsforge.kit.servers.standby import create_standby, resume_replay
from tests.support.servers import (
    APP_PASSWORD,
    APP_ROLE,
    OWNER_PASSWORD,
    OWNER_ROLE,
    DatabaseAddress,
    ask,
    database_address,
    make_database,
)

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def postgres() -> str:
    """The superuser's address of the PostgreSQL that the whole run shares: an empty database ``postgres``."""
    return database_address(ask("postgres"), "postgres").admin_url


@pytest.fixture(scope="session")
def database(postgres):
    """A migrated database of this xdist worker, shared by its tests: leave nothing behind that disturbs others."""
    with clone_database(postgres, f"newsforge_{_worker()}") as address:
        yield address


@pytest.fixture(scope="session")
def database_url(database) -> str:
    """The worker's database as the service's role, which row-level security binds."""
    return database.app_url


@pytest.fixture(scope="session")
def owner_database_url(database) -> str:
    """The same database as the owner of its tables."""
    return database.owner_url


@pytest.fixture
def fresh_database(postgres):
    """A migrated database of this test's own; dropped afterwards."""
    with clone_database(postgres, f"newsforge_{_worker()}_{next(_numbers)}") as address:
        yield address


@pytest.fixture
def fresh_database_url(fresh_database) -> str:
    return fresh_database.app_url


@pytest.fixture
def own_postgres(tmp_path):
    """A running PostgreSQL of this test's own (``PostgresServer``): kill, freeze, stop and start it as you like."""
    with _own(tmp_path / "postgres") as server:
        yield server


@dataclass
class ReplicaPair:
    """A primary and its streaming standby, each with the database ``newsforge``, migrated."""

    primary: PostgresServer
    standby: PostgresServer

    @property
    def primary_database(self) -> DatabaseAddress:
        return self._address(self.primary)

    @property
    def standby_database(self) -> DatabaseAddress:
        return self._address(self.standby)

    def caught_up(self) -> bool:
        """Tell whether the standby shows all that the primary has written."""
        position = fetch_value(self.primary.url(), "SELECT pg_current_wal_insert_lsn()::text")
        query = "SELECT pg_last_wal_replay_lsn() >= $1::text::pg_lsn"
        return bool(fetch_value(self.standby.url(), query, position))

    @staticmethod
    def _address(server: PostgresServer) -> DatabaseAddress:
        return database_address({"port": server.port, "password": server.password}, "newsforge")


@pytest.fixture(scope="module")
def _pair(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pair")
    with _own(folder / "primary") as primary:
        create_roles(primary.url(), owner=Login(OWNER_ROLE, OWNER_PASSWORD), app=Login(APP_ROLE, APP_PASSWORD))
        pair = ReplicaPair(primary, create_standby(primary, folder / "standby"))
        try:
            pair.standby.start()
            make_database(pair.primary_database)
            yield pair
        finally:
            pair.standby.stop()


@pytest.fixture
def replica_pair(_pair) -> ReplicaPair:
    """A pair of this module's own. Both run again, and replay goes on, at the start of each test; do not promote."""
    for server in (_pair.primary, _pair.standby):
        server.thaw()
        server.start()
    resume_replay(_pair.standby)
    return _pair


def _worker() -> str:
    return os.environ.get("PYTEST_XDIST_WORKER", "main")


@contextmanager
def clone_database(postgres: str, name: str):
    """Clone the migrated template; drop the clone at the end."""
    create_database(postgres, name, owner=OWNER_ROLE, template=ask("template"))
    try:
        yield database_address(ask("postgres"), name)
    finally:
        drop_database(postgres, name)


@contextmanager
def _own(folder: Path):
    """Run a server on a copy of the run's pristine cluster."""
    shutil.copytree(ask("cluster"), folder, ignore=shutil.ignore_patterns("port", "run"))
    server = PostgresServer(folder, durable=False, options={"shared_buffers": "16MB"})
    try:
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)
