"""Which processes live, and ending those that a killed run left behind."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from signal import SIGKILL, Signals

_POLL_S = 0.02
_HAS_PROC = Path("/proc/self/stat").exists()


def is_alive(pid: int) -> bool:
    """Tell whether a process runs; one that ended and waits to be reaped does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    try:
        # The state follows the name, which may itself hold blanks and brackets.
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in {"Z", "X"}
    except (OSError, IndexError):
        return not _HAS_PROC


def works_in(pid: int, folder: Path) -> bool:
    """Tell whether a process has ``folder`` as its working directory, as a database server has its data folder."""
    try:
        return Path(f"/proc/{pid}/cwd").readlink() == folder.resolve()
    except OSError:
        pass
    if _HAS_PROC or not is_alive(pid):
        return False
    lsof = shutil.which("lsof")
    if lsof is None:
        return False
    seen = subprocess.run([lsof, "-a", "-p", str(pid), "-d", "cwd", "-Fn"], capture_output=True, text=True, check=False)
    return f"n{folder.resolve()}" in seen.stdout.splitlines()


def list_working_in(folder: Path) -> list[int]:
    """List the processes whose working directory is ``folder`` (Linux; elsewhere none is found)."""
    try:
        pids = [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]
    except OSError:
        return []
    return [pid for pid in pids if works_in(pid, folder) and is_alive(pid)]


def wait_until(condition: Callable[[], bool], *, timeout_s: float) -> bool:
    """Poll ``condition``; tell whether it came true in time."""
    end = time.monotonic() + timeout_s
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(_POLL_S)
    return True


def end(pid: int, signals: Iterable[tuple[Signals, float]]) -> bool:
    """Send each signal and wait its seconds, until the process is gone; SIGKILL is the last. Tell whether it went."""
    for signal, patience_s in (*signals, (SIGKILL, 5.0)):
        try:
            os.kill(pid, signal)
        except ProcessLookupError:
            return True
        if wait_until(lambda: not is_alive(pid), timeout_s=patience_s):
            return True
    return False
