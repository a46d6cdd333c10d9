"""What the embedded servers share: a folder of their own, a port that stays, one child process and its end."""

from __future__ import annotations

import contextlib
import os
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from signal import SIGCONT, SIGSTOP, Signals
from typing import ClassVar

from newsforge.kit.servers import ports
from newsforge.kit.servers.child import Child
from newsforge.kit.servers.errors import FolderUnusable, ServerFailed
from newsforge.kit.servers.keyfiles import keep_password
from newsforge.kit.servers.living import list_working_in, wait_until


class EmbeddedServer(ABC):
    """``start`` and ``stop``, or ``prepare`` and ``command`` for a supervisor that runs it as its own child.

    ``port`` 0 takes the one used last when it is still free, else any free one; any other port is insisted on.
    """

    name: ClassVar[str]
    #: Those of an orderly end and the seconds each is given; SIGKILL follows.
    stop_signals: ClassVar[Sequence[tuple[Signals, float]]]

    def __init__(self, folder: Path, *, port: int = 0, options: Mapping[str, str] | None = None) -> None:
        self.folder = folder.absolute()
        self.port = port
        self._insists_on_port = bool(port)
        self._options = dict(options or {})
        self._child: Child | None = None

    @property
    def data(self) -> Path:
        """What it keeps; also the working directory of its processes."""
        return self.folder / "data"

    @property
    def password(self) -> str:
        return keep_password(self.folder / "password")

    @property
    def pid(self) -> int:
        if self._child is None:
            raise ServerFailed(f"{self.name} is not running.", remedy="Start it first.")
        return self._child.pid

    @abstractmethod
    def prepare(self) -> None:
        """Make what it needs in its folder, end a server that a killed run left behind, and settle the port."""

    @abstractmethod
    def command(self) -> list[str]:
        """Return what runs the server in the foreground; when the calling thread dies, it ends in order."""

    @abstractmethod
    def is_ready(self) -> bool: ...

    def start(self, *, timeout_s: float = 60.0) -> None:
        """Start and wait until it answers. On a running server this does nothing. It ends with the calling thread."""
        if self._child is not None and self._child.is_running():
            return
        self.prepare()
        with self._explaining():
            self._child = Child(self.name, self.command(), log=self.folder / "log", cwd=self.folder)
        self._child.wait_ready(self.is_ready, timeout_s=timeout_s)

    def stop(self) -> None:
        """End it in order; when that takes too long, at once."""
        if self._child is not None:
            self.thaw()
            self._child.stop(self.stop_signals)
            self._child = None

    def kill(self) -> None:
        """End it with SIGKILL, as a crash would; ``start`` recovers."""
        if self._child is not None:
            self._child.stop(())
            self._child = None
            wait_until(lambda: not list_working_in(self.data), timeout_s=10)

    def freeze(self) -> None:
        """Stop all of its processes in mid-air: connections stay open and new ones are accepted, nothing answers."""
        os.kill(self.pid, SIGSTOP)
        self._signal_others(SIGSTOP)

    def thaw(self) -> None:
        if self._child is not None:
            self._child.send(SIGCONT)
        self._signal_others(SIGCONT)

    def _signal_others(self, number: Signals) -> None:
        for pid in list_working_in(self.data):
            with contextlib.suppress(ProcessLookupError):  # it may have ended since it was listed
                os.kill(pid, number)

    def _settle_port(self) -> None:
        kept = self.folder / "port"
        if self._insists_on_port:
            ports.require_free(self.port, self.name)
        else:
            last = kept.read_text().strip() if kept.exists() else ""
            self.port = ports.choose_port(int(last) if last.isdigit() else 0)
            # Its address has been handed out by the time it is started again.
            self._insists_on_port = True
        kept.write_text(f"{self.port}\n")

    @contextlib.contextmanager
    def _explaining(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise FolderUnusable(
                f"The folder {self.folder} of {self.name} cannot be used: {error.strerror}.",
                remedy="Free some space, mend its permissions, or choose another data folder.",
            ) from error
