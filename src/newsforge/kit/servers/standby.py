"""A hot standby of an embedded PostgreSQL, its promotion, and holding back its replay (for tests and drills)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from newsforge.kit.servers.ports import LOOPBACK
from newsforge.kit.servers.postgres import SUPERUSER, PostgresServer
from newsforge.kit.servers.sql import execute, fetch_value


def create_standby(
    primary: PostgresServer, folder: Path, *, port: int = 0, options: Mapping[str, str] | None = None
) -> PostgresServer:
    """Copy a running primary into ``folder`` and return the standby, which streams through a slot once started."""
    standby = PostgresServer(folder, port=port, options=options, durable=primary.durable, account=primary.account)
    standby.folder.mkdir(parents=True, exist_ok=True)
    (standby.folder / "password").write_text(primary.password)
    (standby.folder / "password").chmod(0o600)
    primary.account.own(standby.folder, standby.folder / "password")
    slot = "standby_" + re.sub(r"\W", "_", standby.folder.name.lower())
    # fmt: off
    standby.run_program(
        "pg_basebackup", "-h", LOOPBACK, "-p", str(primary.port), "-U", SUPERUSER, "-D", str(standby.data),
        "-R", "-C", "-S", slot, "-X", "stream", "-c", "fast",
        *([] if primary.durable else ["--no-sync"]),
        environment={"PGPASSWORD": primary.password},
    )
    # fmt: on
    return standby


def promote(standby: PostgresServer, *, timeout_s: int = 60) -> None:
    """Make a standby a primary, and wait until it takes writes."""
    if not fetch_value(standby.url(), "SELECT pg_promote(true, $1)", timeout_s):
        raise TimeoutError(f"The standby was not promoted within {timeout_s} s.")


def pause_replay(standby: PostgresServer) -> None:
    """Let the standby fall behind: it receives, but shows nothing new."""
    execute(standby.url(), "SELECT pg_wal_replay_pause()")


def resume_replay(standby: PostgresServer) -> None:
    execute(standby.url(), "SELECT pg_wal_replay_resume()")
