"""Ties a child process to the life of its parent, then becomes the program to run.

Run as a script, not imported: ``python -I -S tether.py PARENT SIGNAL UID:GID|- PROGRAM ARGUMENT...``. Code between fork
and exec is unsafe in a parent with threads; a program of its own is not.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from signal import Signals

_PR_SET_PDEATHSIG = 1


def tethered(command: Sequence[str], *, signal: Signals, account: tuple[int, int] | None = None) -> list[str]:
    """Return a command that runs ``command``, and sends it ``signal`` when the calling *thread* is gone (Linux).

    ``account`` is a user and group id to change to first, which needs root.
    """
    who = f"{account[0]}:{account[1]}" if account else "-"
    return [sys.executable, "-I", "-S", __file__, str(os.getpid()), str(int(signal)), who, *command]


def _become(arguments: Sequence[str]) -> None:
    parent, signal, who, *command = arguments
    libc = None
    if sys.platform == "linux":
        import ctypes  # before the change of user, who perhaps may not read this Python

        libc = ctypes.CDLL(None)
    if who != "-":
        uid, gid = (int(part) for part in who.split(":"))
        os.setgroups([])
        os.setgid(gid)
        os.setuid(uid)
    if libc is not None:
        # After the change of user, which would clear it.
        libc.prctl(_PR_SET_PDEATHSIG, int(signal), 0, 0, 0)
        if os.getppid() != int(parent):  # it died before the line above
            os._exit(1)
    try:
        os.execvp(command[0], command)  # noqa: S606 - no shell is wanted
    except OSError as error:
        sys.stderr.write(f"{command[0]}: {error.strerror}\n")
        os._exit(127)


if __name__ == "__main__":
    _become(sys.argv[1:])
