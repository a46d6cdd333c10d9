"""The parts of the service, one by one: what containers run, and what ``newsforge up`` starts."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsforge.cli.processes import spread

if TYPE_CHECKING:
    import socket

    from newsforge.kit.http.resources import Resources
    from newsforge.settings import ServiceSettings

#: How long a kept connection may idle: longer than the load balancer's own 60 s, so that it never closes first.
KEEP_ALIVE_S = 65
_BACKLOG = 2048
_PROCESSES = typer.Option("--processes", min=1, max=64, help="How many of it; one for each core.")


def api(
    *,
    host: Annotated[str, typer.Option("--host", help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="Port to listen on.")] = 8000,
    processes: Annotated[int, _PROCESSES] = 1,
) -> None:
    """Serve the HTTP API. Settings come from NEWSFORGE_ variables."""
    settings = _begin()
    shared = _listen(host, port, processes)
    import uvicorn

    from newsforge.api.access_log import AccessLog
    from newsforge.api.application import make_application
    from newsforge.api.protocol import PatientProtocol
    from newsforge.api.server import Server
    from newsforge.domains.conversions.streams import Streams
    from newsforge.wiring.service import open_api

    opened: list[Resources] = []
    application = make_application(
        settings.web, open_api(settings), access_log=AccessLog(sys.stdout), on_open=opened.append
    )

    def end_streams() -> None:
        for resources in opened:
            resources.get(Streams).close()

    config = uvicorn.Config(
        application,
        host=host,
        port=port,
        http=PatientProtocol,
        ws="none",
        loop="uvloop",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=True,
        proxy_headers=False,
        backlog=_BACKLOG,
        timeout_keep_alive=KEEP_ALIVE_S,
        timeout_graceful_shutdown=round(settings.stop_timeout_s),
    )
    server = Server(config, on_stop=end_streams)
    server.run(sockets=shared)
    if not server.started:
        raise typer.Exit(1)


def _listen(host: str, port: int, processes: int) -> list[socket.socket] | None:
    """Several processes take from one socket; a single one listens itself."""
    if processes == 1:
        return None
    import socket

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.create_server((host, port), family=family, backlog=_BACKLOG)
    spread(processes)
    return [listening]


def worker(*, processes: Annotated[int, _PROCESSES] = 1) -> None:
    """Take conversions from the queue until told to stop (SIGTERM: finishes or hands back within 25 s)."""
    settings = _begin()
    from newsforge.settings.folder import list_worker_pulses

    for left in list_worker_pulses(settings.data):  # of workers that were killed; one that lives touches it again
        left.unlink(missing_ok=True)
    place = spread(processes)
    import asyncio

    import uvloop

    from newsforge.worker import run

    async def work() -> None:
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, stop.set)
        await run(settings, stop, number=place)

    uvloop.run(work())


def worker_health() -> None:
    """Say whether the workers on this machine are alive: exit code 0 or 1. For a container's health check."""
    from newsforge.kit.pulse import age_s, is_alive
    from newsforge.settings.folder import data_folder, list_worker_pulses

    pulses = list_worker_pulses(data_folder())
    if not pulses:
        typer.echo("worker: not running")
        raise typer.Exit(1)
    for pulse in pulses:
        if not is_alive(pulse):
            typer.echo(f"worker: gave no sign of life for {age_s(pulse) or 0:.0f} s")
            raise typer.Exit(1)
    typer.echo("worker: alive")


def rotate_signing_key() -> None:
    """Sign tokens with a new key from now on. Nobody is signed out: what the old keys signed stays valid."""
    settings = _begin()
    import asyncio

    from newsforge.wiring.keys import rotate_key

    typer.echo(f"signing key: {asyncio.run(rotate_key(settings))}")


def migrate() -> None:
    """Bring the database to the current schema. Safe to run twice, and from several places at once."""
    import asyncio

    from newsforge.kit.db.migrations import current_revision, upgrade
    from newsforge.settings.service import owner_address

    address = owner_address()

    async def run() -> tuple[str | None, str | None]:
        before = await current_revision(address)
        await upgrade(address)
        return before, await current_revision(address)

    before, after = asyncio.run(run())
    typer.echo(f"database: {after} (was {before or 'empty'})" if before != after else f"database: {after}, up to date")


def demo_account(
    *, password_file: Annotated[Path, typer.Option("--password-file", help="Holds its password.", exists=True)]
) -> None:
    """Make the demo account of one machine, unless it is there."""
    import asyncio

    from newsforge.settings import ServiceSettings
    from newsforge.wiring.demo import DEMO_ADDRESS, make_demo_account

    password = password_file.read_text().strip()
    is_new = asyncio.run(make_demo_account(ServiceSettings.of(), password=password))
    typer.echo(f"demo account {DEMO_ADDRESS}: {'made' if is_new else 'is there'}")


def print_openapi(
    *,
    out: Annotated[Path | None, typer.Option("--out", help="Write to this file instead of the terminal.")] = None,
) -> None:
    """Print the API's OpenAPI document."""
    import json

    from newsforge.api.application import make_framework

    text = json.dumps(make_framework().openapi(), ensure_ascii=False, indent=2) + "\n"
    if out is None:
        sys.stdout.write(text)
    else:
        out.write_text(text, encoding="utf-8")


def _begin() -> ServiceSettings:
    """Settings first, so that what is missing is said in one plain sentence; from then on everything is JSON lines."""
    from newsforge.kit.log import configure_logging
    from newsforge.settings import ServiceSettings

    settings = ServiceSettings.of()
    configure_logging(level=settings.log_level)
    return settings
