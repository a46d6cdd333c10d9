"""Under whose name PostgreSQL runs: it refuses to run as root."""

from __future__ import annotations

import functools
import os
import pwd
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from signal import SIGKILL, Signals

from newsforge.kit.servers.errors import ServerFailed
from newsforge.kit.servers.tether import tethered

#: Users that are made for nothing else, in order of preference.
_UNPRIVILEGED = ("postgres", "nobody")
_MAPPED = ("unshare", "--map-user=1000", "--map-group=1000")


@dataclass(frozen=True, slots=True)
class Account:
    """``prefix`` goes before the program; ``ids`` are the user and group that it changes to, and that own its files."""

    prefix: tuple[str, ...] = ()
    ids: tuple[int, int] | None = None

    def command(self, program: Sequence[str], *, signal: Signals = SIGKILL) -> list[str]:
        return tethered([*self.prefix, *program], signal=signal, account=self.ids)

    def own(self, *paths: Path) -> None:
        """Give the files to the user that the program runs as."""
        if self.ids is not None:
            for path in paths:
                os.chown(path, *self.ids)


def find_account(folder: Path, program: Path) -> Account:
    """Choose an account that runs ``program`` with its files in ``folder``.

    As root, a user namespace is tried first (the files stay root's), then an unprivileged user.
    """
    if os.geteuid() != 0:
        return Account()
    if _can_map():
        return Account(prefix=_MAPPED)
    return find_unprivileged(folder, program)


def find_unprivileged(folder: Path, program: Path) -> Account:
    """Choose a user who may run ``program`` and go to ``folder``, which will be made theirs."""
    for name in _UNPRIVILEGED:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        account = Account(ids=(entry.pw_uid, entry.pw_gid))
        if _reaches(account, folder.parent) and _reaches(account, program):
            return account
    raise ServerFailed(
        f"PostgreSQL does not run as root, and no other user may enter {folder.parent} and run {program}.",
        remedy="Run this as an ordinary user, choose a data folder in a place that others may enter, "
        "or set NEWSFORGE_DATABASE_URL to a PostgreSQL 18 of your own.",
    )


@functools.cache
def _can_map() -> bool:
    if shutil.which(_MAPPED[0]) is None:
        return False
    tried = subprocess.run([*_MAPPED, "true"], capture_output=True, check=False)
    return tried.returncode == 0


def _reaches(account: Account, path: Path) -> bool:
    test = shutil.which("test")
    if test is None:
        return False
    tried = subprocess.run(account.command([test, "-x", str(path)]), capture_output=True, check=False)
    return tried.returncode == 0
