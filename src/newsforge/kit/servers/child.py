"""One server as a child of this process, for those who call without an event loop (tests, drills, one-off commands)."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from signal import SIGKILL, Signals

from newsforge.kit.servers.errors import ServerFailed
from newsforge.kit.servers.living import wait_until

#: A log that is longer starts anew at the next start; the one before is kept beside it.
_MAX_LOG_BYTES = 5_000_000
_SHOWN_LINES = 8


class Child:
    """A running child whose output goes to ``log``. It ends with the thread that started it (Linux)."""

    def __init__(self, name: str, command: Sequence[str], *, log: Path, cwd: Path) -> None:
        self.name = name
        self._log = log
        if log.exists() and log.stat().st_size > _MAX_LOG_BYTES:
            log.replace(log.with_suffix(".old"))
        with log.open("ab") as output:
            self._started_at_byte = output.tell()
            self._popen = subprocess.Popen(
                command,
                cwd=cwd,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                # Ctrl-C in the terminal is for this process to pass on, in order.
                start_new_session=True,
            )

    @property
    def pid(self) -> int:
        return self._popen.pid

    def is_running(self) -> bool:
        return self._popen.poll() is None

    def wait_ready(self, is_ready: Callable[[], bool], *, timeout_s: float) -> None:
        """Wait until ``is_ready``; raise with the last lines of its log when it ends or takes too long."""
        came = wait_until(lambda: not self.is_running() or is_ready(), timeout_s=timeout_s)
        if came and self.is_running():
            return
        reason = f"did not answer within {timeout_s:.0f} s" if self.is_running() else "ended while it started"
        self.stop(())
        raise failure(self.name, reason, self.last_lines())

    def stop(self, signals: Iterable[tuple[Signals, float]]) -> int:
        """Send each signal and wait its seconds until the child has ended, SIGKILL last. Return its exit code."""
        for signal, patience_s in signals:
            self.send(signal)
            try:
                return self._popen.wait(patience_s)
            except subprocess.TimeoutExpired:
                continue
        self.send(SIGKILL)
        return self._popen.wait()

    def send(self, signal: Signals) -> None:
        if self.is_running():
            self._popen.send_signal(signal)

    def last_lines(self) -> list[str]:
        with self._log.open("rb") as log:
            log.seek(self._started_at_byte)
            return log.read().decode(errors="replace").splitlines()[-_SHOWN_LINES:]


def failure(name: str, reason: str, lines: Sequence[str]) -> ServerFailed:
    """Make the error that says what became of a server, from the last lines that it wrote."""
    told = "\n".join(lines)
    if "No space left" in told:
        return ServerFailed(f"{name} {reason}: the disk is full.", remedy="Free some space and start again.")
    if "Address already in use" in told or "Address in use" in told:
        return ServerFailed(f"{name} {reason}: its port is in use.", remedy="Stop the program on that port.")
    return ServerFailed(f"{name} {reason}.", remedy=f"The last it said:\n{told}" if told else "It said nothing.")
