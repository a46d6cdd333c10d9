"""``newsforge up``: the whole service on one machine, by one command, in one terminal."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsforge.cli.words import Words, words_of

if TYPE_CHECKING:
    from rich.console import Console

    from newsforge.cli.parts import Site
    from newsforge.kit.servers.part import Notice, Outcome, Part

_DEFAULT_PORT = 8000
_EXIT_KILLED = 130


def up(
    *,
    port: Annotated[
        int, typer.Option("--port", min=1, max=65535, help="Port on loopback for the pages and the API.")
    ] = _DEFAULT_PORT,
    data: Annotated[
        Path | None,
        typer.Option("--data", help="Folder for all data; NEWSFORGE_DATA, else .newsforge here.", file_okay=False),
    ] = None,
    no_web: Annotated[bool, typer.Option("--no-web", help="Leave the web pages out.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print log lines as JSON objects.")] = False,
) -> None:
    """Start the whole service: database, cache, API, worker, web pages. Ctrl-C stops it.

    Exit code 130 when it was killed.
    """
    from newsforge.cli.parts import Site, parts_of
    from newsforge.cli.web_pages import get_web_pages
    from newsforge.kit.servers.lock import hold_folder
    from newsforge.settings.folder import data_folder

    folder = data.absolute() if data else data_folder()
    web = None if no_web else get_web_pages(os.environ)
    with hold_folder(folder):
        site = Site.of(folder, port, os.environ, web=web)
        outcome = run_site(site, parts_of(site), as_json=as_json)
    raise typer.Exit(_EXIT_KILLED if outcome.insisted else 0)


def run_site(site: Site, parts: list[Part], *, as_json: bool) -> Outcome:
    """Check what can be checked before anything starts, then run the parts until told to stop."""
    import asyncio
    import signal

    from newsforge.cli.lines import show_as_json, show_for_people
    from newsforge.cli.screen import consoles
    from newsforge.kit.servers.part import Happening
    from newsforge.kit.servers.supervisor import Supervisor

    check_surroundings(site)
    site.make_secrets()
    words = words_of()
    console = consoles()[0]
    show: Callable[[Notice], None] = show_as_json() if as_json else show_for_people(console, words)

    def tell(notice: Notice) -> None:
        show(notice)
        if notice.what is Happening.ALL_READY and not as_json:
            _show_banner(console, site, words)

    async def run() -> Outcome:
        return await Supervisor(parts, tell=tell).run()

    try:
        outcome = asyncio.run(run())
    finally:
        # All has been stopped: from here to the end of the program, impatience must not leave a traceback.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    if not as_json:
        console.print(words("up_all_stopped", folder=site.folder), soft_wrap=True)
    return outcome


def check_surroundings(site: Site) -> None:
    """Raise when the port is taken, or a server that the environment names does not answer or is too old."""
    from newsforge.cli.parts import CACHE_VARIABLE, DATABASE_VARIABLE, OWNER_VARIABLE
    from newsforge.kit.servers import ports, sql
    from newsforge.kit.servers.living import wait_until
    from newsforge.kit.servers.postgres_programs import OLDEST_MAJOR
    from newsforge.kit.servers.valkey import require_answer

    # A run that was killed a moment ago may not have let go of it yet.
    wait_until(lambda: ports.is_free(site.port), timeout_s=2.0)
    ports.require_free(site.port, "the API" if site.web is None else "the web pages")
    if site.postgres is None:
        for variable in (DATABASE_VARIABLE, OWNER_VARIABLE):
            if url := os.environ.get(variable, "").strip():
                sql.require_version(url, oldest_major=OLDEST_MAJOR, variable=variable)
    if site.valkey is None:
        require_answer(os.environ[CACHE_VARIABLE].strip(), variable=CACHE_VARIABLE)


def _show_banner(console: Console, site: Site, words: Words) -> None:
    from rich.table import Table
    from rich.text import Text

    from newsforge.cli.parts import CACHE_VARIABLE, DATABASE_VARIABLE, DEMO_ADDRESS, HEALTH_PATH
    from newsforge.kit.servers import keyfiles

    table = Table(box=None, show_header=False, pad_edge=False)
    address = f"http://127.0.0.1:{site.port}"
    rows = {
        "up_address": address,
        "up_health": address + HEALTH_PATH,
    }
    if site.has_demo_account:
        rows["up_demo"] = f"{DEMO_ADDRESS}  {keyfiles.keep_password(site.demo_password_file)}"
    rows |= {"up_mail": str(site.folder / "outbox" / "index.html"), "up_data": str(site.folder)}
    for key, server, variable in (
        ("up_database", site.postgres, DATABASE_VARIABLE),
        ("up_cache", site.valkey, CACHE_VARIABLE),
    ):
        rows[key] = (
            words("up_given", variable=variable)
            if server is None
            else words("up_embedded", name=server.name, port=server.port)
        )
    for key, value in rows.items():
        table.add_row(Text(f"  {words(key)}", "dim"), Text(value, overflow="fold"))
    console.print()
    console.print(Text(f"✓ {words('up_ready')}", "bold green"))
    console.print(table)
    console.print(Text(f"  {words('up_stop')}", "dim"))
    console.print()
