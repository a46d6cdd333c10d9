"""Bring a database to the current schema."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path
from typing import Final

from newsforge.kit.db.server import inspect_server
from newsforge.kit.db.urls import driver_url

FOLDER: Final = Path(__file__).parents[2] / "migrations"
#: A migration that cannot have its lock soon gives up instead of stopping every query behind it.
LOCK_TIMEOUT_S: Final = 5
#: Two that start at once (several tasks of one release) take turns.
_ADVISORY_LOCK: Final = 7_246_330_991


async def upgrade(address: str, *, revision: str = "head") -> None:
    """Run what is missing, each revision in a transaction of its own. ``address`` is that of a role which may create
    tables. Safe to run twice, and from several places at once."""
    await inspect_server(address)
    await asyncio.to_thread(_run, address, revision)


async def current_revision(address: str) -> str | None:
    """None when the database was never migrated."""
    import asyncpg

    url = driver_url(address)
    connection = await asyncpg.connect(
        host=url.host, port=url.port or 5432, user=url.username, password=url.password, database=url.database
    )
    try:
        if await connection.fetchval("SELECT to_regclass('alembic_version')") is None:
            return None
        found = await connection.fetchval("SELECT version_num FROM alembic_version")
        return None if found is None else str(found)
    finally:
        await connection.close()


def head_revision() -> str:
    from alembic.script import ScriptDirectory

    head = ScriptDirectory(str(FOLDER)).get_current_head()
    assert head is not None
    return head


#: Alembic keeps what it works on in a global; other processes wait at the advisory lock.
_one_at_a_time = threading.Lock()


def _run(address: str, revision: str) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["address"] = address
    config.attributes["lock_timeout_s"] = LOCK_TIMEOUT_S
    config.attributes["advisory_lock"] = _ADVISORY_LOCK
    with _one_at_a_time:
        command.upgrade(config, revision)
