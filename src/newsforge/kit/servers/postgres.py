"""An embedded PostgreSQL: one folder, one server on loopback, nothing installed and nothing left running.

The folder holds ``data`` (the cluster), ``password`` (of the superuser, 0600), ``port`` (the last one used), ``log``.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from signal import SIGCONT, SIGINT, SIGQUIT
from urllib.parse import quote

from newsforge.kit.servers import ports
from newsforge.kit.servers.account import Account, find_account
from newsforge.kit.servers.child import failure
from newsforge.kit.servers.embedded import EmbeddedServer
from newsforge.kit.servers.errors import FolderUnusable, ServerFailed
from newsforge.kit.servers.keyfiles import keep_password
from newsforge.kit.servers.living import end, is_alive, list_working_in, wait_until, works_in
from newsforge.kit.servers.postgres_programs import find_programs

SUPERUSER = "postgres"
_OPTIONS = {
    "shared_buffers": "128MB",
    "max_connections": "200",
    "wal_level": "replica",
    "max_wal_senders": "8",
    "max_replication_slots": "8",
    # A standby that is gone for long must not fill the disk.
    "max_slot_wal_keep_size": "1GB",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_checkpoints": "off",
    "log_line_prefix": "%m [%p] ",
}
#: For data that nobody will miss: much faster, safe when the server dies, lost when the machine does.
_FLEETING = {"fsync": "off", "full_page_writes": "off", "autovacuum_naptime": "10min"}
#: A socket's whole path fits into 107 bytes; its name takes up to 14 of them.
_MAX_SOCKET_FOLDER_BYTES = 107 - len("/.s.PGSQL.65535")


class PostgresServer(EmbeddedServer):
    """Without ``durable``, for data that nobody will miss; under ``account``, as PostgreSQL does not run as root."""

    name = "PostgreSQL"
    #: Fast shutdown (open transactions are rolled back), then immediate (recovery at the next start).
    stop_signals = ((SIGINT, 20.0), (SIGQUIT, 5.0))

    def __init__(
        self,
        folder: Path,
        *,
        port: int = 0,
        options: Mapping[str, str] | None = None,
        durable: bool = True,
        account: Account | None = None,
    ) -> None:
        super().__init__(folder, port=port, options=options)
        self.durable = durable
        self._account = account

    @property
    def account(self) -> Account:
        if self._account is None:
            self._account = find_account(self.folder, find_programs() / "postgres")
        return self._account

    def url(self, database: str = "postgres", *, user: str = SUPERUSER, password: str | None = None) -> str:
        secret = self.password if password is None else password
        return f"postgresql://{quote(user)}:{quote(secret, safe='')}@{ports.LOOPBACK}:{self.port}/{quote(database)}"

    @property
    def socket_folder(self) -> Path:
        """The folder of the unix socket: in the server's own when its path is short enough, else a temporary one."""
        mark = hashlib.sha256(os.fsencode(self.folder)).hexdigest()[:16]
        temporary = f"newsforge-{os.geteuid()}-{mark}"
        places = (self.folder / "run", Path(tempfile.gettempdir()) / temporary)
        fitting = (place for place in places if len(os.fsencode(place)) <= _MAX_SOCKET_FOLDER_BYTES)
        return next(fitting, Path("/tmp") / temporary)  # noqa: S108 - it is made with no access for others

    def prepare(self) -> None:
        """Make the cluster when there is none, end a server that a killed run left behind, and settle the port."""
        with self._explaining():
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            if not (self.data / "PG_VERSION").exists():
                self._initialise()
            self._require_same_version()
            self.end_remnant()
            self._settle_port()
            self.socket_folder.mkdir(exist_ok=True, mode=0o700)
            self.account.own(self.socket_folder)
            # Nobody listens there any more; a lock file naming a process number that was given anew would stop us.
            for left in self.socket_folder.glob(".s.PGSQL.*"):
                left.unlink()

    def command(self) -> list[str]:
        """Return what runs the server in the foreground; when the calling thread dies, it shuts down fast."""
        options = {
            **_OPTIONS,
            **({} if self.durable else _FLEETING),
            **self._options,
            "listen_addresses": ports.LOOPBACK,
            "port": str(self.port),
            "unix_socket_directories": str(self.socket_folder),
        }
        settings = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
        return self.account.command([str(find_programs() / "postgres"), "-D", str(self.data), *settings], signal=SIGINT)

    def is_ready(self) -> bool:
        """Tell whether the server says of itself that it takes connections, and does."""
        lines = self._pidfile()
        return len(lines) >= 8 and lines[7].strip() == "ready" and ports.answers(self.port)

    def end_remnant(self) -> None:
        """End the server that a killed run left on this folder; clear away what would keep a new one from starting."""
        lines = self._pidfile()
        pid = int(lines[0]) if lines and lines[0].strip().isdigit() else 0
        if pid and works_in(pid, self.data):
            os.kill(pid, SIGCONT)
            if not end(pid, self.stop_signals):
                raise ServerFailed(f"An older {self.name} (process {pid}) does not end.", remedy=f"kill -9 {pid}")
        # Its children notice that it is gone; none may still write when the next server starts.
        if not wait_until(lambda: not list_working_in(self.data), timeout_s=10):
            left = " ".join(map(str, list_working_in(self.data)))
            raise ServerFailed(f"Processes of an older {self.name} do not end: {left}.", remedy=f"kill -9 {left}")
        if pid and is_alive(pid):
            # After a restart of the machine the number belongs to another program, and PostgreSQL would not start.
            (self.data / "postmaster.pid").unlink(missing_ok=True)

    def _pidfile(self) -> list[str]:
        try:
            return (self.data / "postmaster.pid").read_text().splitlines()
        except OSError:
            return []

    def _initialise(self) -> None:
        new = self.folder / "data.new"  # whatever a killed run left half-made is made anew
        if new.exists():
            shutil.rmtree(new)
        new.mkdir(mode=0o700)
        secret = self.folder / "password"
        keep_password(secret)
        self.account.own(self.folder, new, secret)
        # fmt: off
        self.run_program(
            "initdb", "-D", str(new), "-U", SUPERUSER, "--pwfile", str(secret), "--auth", "scram-sha-256",
            "--encoding", "UTF8", "--locale", "C", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8",
            "--lc-ctype", self._find_ctype(),
            *([] if self.durable else ["--no-sync"]),
        )
        # fmt: on
        new.rename(self.data)

    @staticmethod
    def _find_ctype() -> str:
        """Find a locale of the machine that knows which letters are letters: pg_trgm asks it, and C knows ASCII."""
        told = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False).stdout  # noqa: S607
        known = {name.lower().replace("utf-8", "utf8"): name for name in told.split()}
        return next((known[name] for name in ("c.utf8", "en_us.utf8", "ko_kr.utf8") if name in known), "C")

    def run_program(self, program: str, *arguments: str, environment: Mapping[str, str] | None = None) -> str:
        """Run one of PostgreSQL's own programs under the server's account; raise with its last lines when it fails."""
        done = subprocess.run(
            self.account.command([str(find_programs() / program), *arguments]),
            capture_output=True,
            text=True,
            check=False,
            cwd=self.folder,
            env={**os.environ, **(environment or {}), "LC_ALL": "C"},
        )
        if done.returncode:
            raise failure(program, f"ended with {done.returncode}", done.stderr.splitlines()[-8:])
        return done.stdout

    def _require_same_version(self) -> None:
        kept = (self.data / "PG_VERSION").read_text().strip()
        told = self.run_program("postgres", "--version")
        if f" {kept}." not in told and f" {kept}" not in told.split("(")[0] + " ":
            raise FolderUnusable(
                f"{self.data} was made by PostgreSQL {kept}; here is {told.strip()}.",
                remedy=f"Run it with PostgreSQL {kept} (PGBIN), or move the data with pg_dump and pg_restore.",
            )
