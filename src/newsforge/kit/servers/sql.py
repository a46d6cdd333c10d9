"""Single statements for those who set up a server, with or without an event loop around them."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, TypeVar

from newsforge.kit.servers.errors import ServerFailed

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Login:
    """A database role and its password."""

    role: str
    password: str

    def __repr__(self) -> str:
        return f"Login({self.role})"


def execute(url: str, *statements: str) -> None:
    """Run statements one by one, each committed by itself (``CREATE DATABASE`` allows nothing else)."""

    async def run() -> None:
        import asyncpg

        connection = await asyncpg.connect(url, timeout=30)
        try:
            for statement in statements:
                await connection.execute(statement)
        finally:
            await connection.close()

    _outside_any_loop(run)


def fetch_value(url: str, query: str, *values: object) -> Any:
    """Return the first column of the first row, None when there is none."""

    async def run() -> Any:
        import asyncpg

        connection = await asyncpg.connect(url, timeout=30)
        try:
            return await connection.fetchval(query, *values)
        finally:
            await connection.close()

    return _outside_any_loop(run)


def create_roles(admin_url: str, *, owner: Login, app: Login) -> None:
    """Create the owner of the tables and the role that the service works as, or set their passwords anew.

    The latter can neither pass by row-level security nor create or change a table.
    """
    for login in (owner, app):
        if fetch_value(admin_url, "SELECT 1 FROM pg_roles WHERE rolname = $1", login.role) is None:
            execute(admin_url, f"CREATE ROLE {_name(login.role)}")
        execute(
            admin_url,
            f"ALTER ROLE {_name(login.role)} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION "
            f"PASSWORD {_text(login.password)}",
        )


def create_database(admin_url: str, name: str, *, owner: str, template: str = "") -> None:
    """Create a database, empty or a copy of ``template``, unless it is there."""
    if fetch_value(admin_url, "SELECT 1 FROM pg_database WHERE datname = $1", name) is None:
        copied = f" TEMPLATE {_name(template)}" if template else ""
        execute(admin_url, f"CREATE DATABASE {_name(name)} OWNER {_name(owner)}{copied}")


def drop_database(admin_url: str, name: str) -> None:
    """Drop a database, whoever is connected to it."""
    execute(admin_url, f"DROP DATABASE IF EXISTS {_name(name)} WITH (FORCE)")


def require_version(url: str, *, oldest_major: int, variable: str) -> None:
    """Raise unless a server answers at ``url`` and is new enough; ``variable`` is where the address came from."""
    try:
        version = int(fetch_value(url, "SELECT current_setting('server_version_num')::int"))
    except Exception as error:  # every way in which a connection can fail is the same news here
        raise ServerFailed(
            f"The database of {variable} does not answer: {type(error).__name__}: {error}.",
            remedy=f"Start it or mend {variable}; without it an embedded PostgreSQL is used.",
        ) from error
    if version // 10000 < oldest_major:
        raise ServerFailed(
            f"The database of {variable} is PostgreSQL {version // 10000}; {oldest_major} or later is needed.",
            remedy=f"Upgrade it, or unset {variable} to use the embedded one.",
        )


def _name(identifier: str) -> str:
    return '"' + identifier.replace('"', '""') + '"'


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _outside_any_loop(run: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Run in a thread of its own: the caller may be inside an event loop, or have set one that must stay."""
    results: list[T] = []
    failures: list[BaseException] = []

    def work() -> None:
        try:
            results.append(asyncio.run(run()))
        except BaseException as error:  # noqa: BLE001 - carried over to the caller
            failures.append(error)

    thread = threading.Thread(target=work, name="sql")
    thread.start()
    thread.join()
    if failures:
        raise failures[0]
    return results[0]
