"""The parts that ``newsforge up`` starts, in order."""

from __future__ import annotations

import http.client
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from signal import SIGKILL, SIGQUIT, SIGTERM

from newsforge.cli.web_pages import HEALTH_PATH as WEB_HEALTH_PATH
from newsforge.cli.web_pages import WebPages
from newsforge.kit.servers import keyfiles, ports, sql
from newsforge.kit.servers.part import Part
from newsforge.kit.servers.postgres import PostgresServer
from newsforge.kit.servers.tether import tethered
from newsforge.kit.servers.valkey import ValkeyServer

DATABASE = "newsforge"
OWNER_ROLE = "newsforge_owner"
APP_ROLE = "newsforge_app"
HEALTH_PATH = "/api/v1/health"
DEMO_ADDRESS = "demo@example.com"
DATABASE_VARIABLE = "NEWSFORGE_DATABASE_URL"
OWNER_VARIABLE = "NEWSFORGE_OWNER_DATABASE_URL"
CACHE_VARIABLE = "NEWSFORGE_REDIS_URL"
PROXIES_VARIABLE = "NEWSFORGE_TRUSTED_PROXIES"
_LAST_PORT = 65535


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What one installation on one machine consists of. A server that is None is given by the environment; without
    web pages the API itself has the public port."""

    folder: Path
    port: int
    postgres: PostgresServer | None
    valkey: ValkeyServer | None
    web: WebPages | None = None
    api_port: int

    @classmethod
    def of(cls, folder: Path, port: int, environment: Mapping[str, str], *, web: WebPages | None = None) -> Site:
        given = [bool(environment.get(name, "").strip()) for name in (DATABASE_VARIABLE, CACHE_VARIABLE)]
        return cls(
            folder=folder,
            port=port,
            postgres=None if given[0] else PostgresServer(folder / "postgres", options=_POSTGRES_OPTIONS),
            valkey=None if given[1] else ValkeyServer(folder / "valkey"),
            web=web,
            api_port=port if web is None else ports.choose_port(port + 1 if port < _LAST_PORT else 0),
        )

    def login(self, role: str) -> sql.Login:
        return sql.Login(role, keyfiles.keep_password(self.secrets / f"{role}.password"))

    @property
    def secrets(self) -> Path:
        return self.folder / "secrets"

    @property
    def has_demo_account(self) -> bool:
        """Only in a database of its own: nobody else's gets an account that nobody asked for."""
        return self.postgres is not None

    @property
    def demo_password_file(self) -> Path:
        return self.secrets / "demo.password"

    def make_secrets(self) -> None:
        """Make what is not there yet: the key that signs and encrypts, and the passwords of both database roles."""
        self.secrets.mkdir(parents=True, exist_ok=True, mode=0o700)
        keyfiles.keep_key(self.secrets / "master.key")
        for role in (OWNER_ROLE, APP_ROLE):
            self.login(role)
        keyfiles.keep_password(self.demo_password_file)

    def environment(self, given: Mapping[str, str]) -> dict[str, str]:
        """What the children get besides ``given``, the environment of this process; call it once the servers run."""
        added = {"NEWSFORGE_DATA": str(self.folder), "PYTHONUNBUFFERED": "1"}
        added["NEWSFORGE_PUBLIC_URL"] = given.get("NEWSFORGE_PUBLIC_URL", "") or f"http://127.0.0.1:{self.port}"
        added["NEWSFORGE_MODE"] = given.get("NEWSFORGE_MODE", "") or "local"
        key_file = str(self.secrets / "master.key")
        added["NEWSFORGE_MASTER_KEY_FILE"] = given.get("NEWSFORGE_MASTER_KEY_FILE", "") or key_file
        if self.postgres is None:
            added[OWNER_VARIABLE] = given.get(OWNER_VARIABLE, "") or given[DATABASE_VARIABLE]
        else:
            for variable, role in ((DATABASE_VARIABLE, APP_ROLE), (OWNER_VARIABLE, OWNER_ROLE)):
                login = self.login(role)
                added[variable] = self.postgres.url(DATABASE, user=login.role, password=login.password)
        if self.valkey is not None:
            added[CACHE_VARIABLE] = self.valkey.url()
        if self.web is not None:
            # Every request of a browser comes through the web pages, which say for whom.
            added[PROXIES_VARIABLE] = given.get(PROXIES_VARIABLE, "") or f"{ports.LOOPBACK}/32"
        return added


#: A machine that also does other things; a server with more to do is given by NEWSFORGE_DATABASE_URL.
_POSTGRES_OPTIONS = {"max_connections": "100"}


def parts_of(site: Site) -> list[Part]:
    """List the parts in the order of their start. Servers come only when the environment gives none."""
    parts: list[Part] = []
    if site.postgres is not None:
        parts.append(_postgres(site, site.postgres))
    if site.valkey is not None:
        parts.append(_valkey(site.valkey))
    parts.append(command_part(site, "migrate", ["migrate"], ends=True))
    if site.has_demo_account:
        parts.append(
            command_part(site, "demo", ["demo-account", "--password-file", str(site.demo_password_file)], ends=True)
        )
    parts.append(
        command_part(site, "api", ["api", "--port", str(site.api_port)], answers_at=(site.api_port, HEALTH_PATH)),
    )
    parts.append(command_part(site, "worker", ["worker"]))
    if site.web is not None:
        parts.append(_web(site, site.web))
    return parts


def command_part(
    site: Site,
    name: str,
    arguments: Sequence[str],
    *,
    ends: bool = False,
    answers_at: tuple[int, str] | None = None,
) -> Part:
    """Make a part of ``newsforge`` itself, run by this interpreter."""
    return Part(
        name=name,
        # A crash of this process must not leave one behind that takes jobs; what it was at is done again.
        launch=lambda: tethered([sys.executable, "-m", "newsforge", *arguments], signal=SIGKILL),
        environment=lambda: site.environment(os.environ),
        is_ready=None if answers_at is None else lambda: answers_http(*answers_at),
        ready_timeout_s=300.0 if ends else 60.0,
        ends=ends,
        stop_signals=((SIGTERM, 28.0),),
    )


def answers_http(port: int, path: str) -> bool:
    """Tell whether a service on loopback answers with a status below 500."""
    connection = http.client.HTTPConnection(ports.LOOPBACK, port, timeout=2.0)
    try:
        connection.request("GET", path)
        return connection.getresponse().status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _postgres(site: Site, server: PostgresServer) -> Part:
    def launch() -> list[str]:
        server.prepare()
        return server.command()

    def make_database() -> None:
        admin = server.url()
        sql.create_roles(admin, owner=site.login(OWNER_ROLE), app=site.login(APP_ROLE))
        sql.create_database(admin, DATABASE, owner=OWNER_ROLE)

    return Part(
        name="postgres",
        launch=launch,
        is_ready=server.is_ready,
        # After a crash it first replays what it had written.
        ready_timeout_s=300.0,
        once_ready=make_database,
        stop_signals=server.stop_signals,
        kill_signal=SIGQUIT,
        is_worth_showing=lambda line: any(f" {word}: " in line for word in ("WARNING", "ERROR", "FATAL", "PANIC")),
    )


def _web(site: Site, pages: WebPages) -> Part:
    def environment() -> dict[str, str]:
        # Nothing of the service's own settings: the pages know only where the API is.
        return {
            "PORT": str(site.port),
            "HOSTNAME": ports.LOOPBACK,
            "NEWSFORGE_API_URL": f"http://{ports.LOOPBACK}:{site.api_port}",
            "NEWSFORGE_PUBLIC_URL": os.environ.get("NEWSFORGE_PUBLIC_URL", ""),
            "NEXT_TELEMETRY_DISABLED": "1",
            "NODE_ENV": "production",
        }

    return Part(
        name="web",
        launch=lambda: tethered(pages.command(), signal=SIGKILL),
        environment=environment,
        is_ready=lambda: answers_http(site.port, WEB_HEALTH_PATH),
        stop_signals=((SIGTERM, 10.0),),
        # Its greeting says where it listens, which the banner does better.
        is_worth_showing=lambda line: not line.lstrip().startswith(("▲", "✓", "- Local", "- Network")),
    )


def _valkey(server: ValkeyServer) -> Part:
    def launch() -> list[str]:
        server.prepare()
        return server.command()

    return Part(
        name="valkey",
        launch=launch,
        is_ready=server.is_ready,
        stop_signals=server.stop_signals,
        # Its mark of a warning; the advice on the machine's settings that it gives at each start is none of ours.
        is_worth_showing=lambda line: " # " in line and "WARNING" not in line and "bye bye" not in line,
    )
