"""What has to be known of a server before a pool is opened on it."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from typing import Final

from newsforge.kit.db.urls import connect_options, driver_url
from newsforge.kit.errors import NewsforgeError

#: One major everywhere: embedded, the house's own server, RDS.
LEAST_VERSION: Final = 180000
#: The role that has no way around row-level security. Migrations make it and grant it its tables.
APP_ROLE: Final = "newsforge_app"


class DatabaseUnreachable(NewsforgeError):
    code = "database_unreachable"


class DatabaseTooOld(NewsforgeError):
    code = "database_too_old"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerFacts:
    """``is_above_policies``: the user of the address could read past row-level security."""

    version: int
    is_above_policies: bool
    is_replica: bool


async def inspect_server(address: str, *, timeout_s: float = 5.0) -> ServerFacts:
    """Raise :class:`DatabaseUnreachable` or :class:`DatabaseTooOld` with what to do."""
    import asyncpg

    url = driver_url(address)
    where = f"{url.host}:{url.port or 5432}"
    try:
        connection = await asyncpg.connect(
            host=url.host,
            port=url.port or 5432,
            user=url.username,
            password=url.password,
            database=url.database,
            timeout=timeout_s,
            **connect_options(address),
        )
    except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError, ssl.SSLError) as error:
        raise DatabaseUnreachable(
            f"PostgreSQL at {where} does not answer ({type(error).__name__}).",
            remedy="Start it, or correct NEWSFORGE_DATABASE_URL.",
        ) from None
    try:
        row = await connection.fetchrow(
            "SELECT current_setting('server_version_num')::int AS version, pg_is_in_recovery() AS is_replica,"
            " rolsuper OR rolbypassrls AS is_above_policies FROM pg_roles WHERE rolname = session_user"
        )
    finally:
        await connection.close()
    assert row is not None
    if row["version"] < LEAST_VERSION:
        raise DatabaseTooOld(
            f"PostgreSQL at {where} is version {row['version'] // 10000}.",
            remedy="Use PostgreSQL 18 or newer, or leave NEWSFORGE_DATABASE_URL out to use the embedded one.",
        )
    return ServerFacts(version=row["version"], is_above_policies=row["is_above_policies"], is_replica=row["is_replica"])
