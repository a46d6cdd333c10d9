"""``newsforge up``: the whole site in processes of its own, with real servers, real signals and real kills."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

import pytest
from rich.console import Console

from newsforge.cli.lines import find_record, shorten
from newsforge.cli.parts import Site, parts_of
from newsforge.cli.web_pages import WebPages
from newsforge.kit.servers import living, ports
from newsforge.kit.servers.lock import hold_folder

ROOT = Path(__file__).parents[2]


class Program:
    """A program in a terminal of its own, so to speak: its lines, signals to it, and how it ended."""

    def __init__(self, *command, **environment):
        self.lines = []
        self.popen = subprocess.Popen(
            [sys.executable, "-m", *map(str, command)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={**os.environ, "PYTHONPATH": "src:.", "NEWSFORGE_LOCALE": "en", "PYTHONUNBUFFERED": "1", **environment},
        )
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        for end in (self.popen.terminate, self.popen.kill):
            if self.popen.poll() is None:
                end()
                with suppress(subprocess.TimeoutExpired):
                    self.popen.wait(30)
        self._reader.join()
        self.popen.stdout.close()

    def _read(self):
        for line in self.popen.stdout:
            self.lines.append(line.rstrip())

    @property
    def told(self):
        return "\n".join(self.lines)

    def until(self, pattern, *, times=1):
        """Wait until ``pattern`` has come so many times; return the last match."""
        end = time.monotonic() + 90
        while len(found := list(re.finditer(pattern, self.told))) < times:
            assert self.popen.poll() is None or self._reader.is_alive(), self.told
            assert time.monotonic() < end, self.told
            time.sleep(0.02)
        return found[times - 1]

    def ends(self):
        code = self.popen.wait(90)
        self._reader.join()
        return code


@pytest.fixture
def site(tmp_path):
    """The arguments of a small site: folder and port."""
    return tmp_path / "site", ports.choose_port()


def left_in(folder):
    return [*living.list_working_in(folder / "postgres/data"), *living.list_working_in(folder / "valkey/data")]


def test_it_starts_in_order_serves_stops_on_ctrl_c_and_keeps_its_data(site):
    folder, port = site
    for run in (1, 2):
        with Program("tests.support.small_site", folder, port) as program:
            assert program.until(r"worker_started rows=(\d) runs=(\d)").groups() == (str(run), str(run))
            program.until("NewsForge Pro is ready")
            program.until(f"http://127.0.0.1:{port}")
            program.until("Ctrl-C")
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/") as answer:
                assert answer.status == 200
            files = [path for path in (folder / "secrets").glob("*.password") if path.stem != "demo"]
            secrets = [path.read_text(errors="replace") for path in files]
            program.popen.send_signal(signal.SIGINT)
            assert program.ends() == 0
        told = program.told
        ready = re.findall(r"^(\w+) +(?:ready|done) \(", told, re.MULTILINE)
        assert ready == ["postgres", "valkey", "migrate", "api", "worker"]
        assert re.findall(r"^(\w+) +stopped \(", told, re.MULTILINE) == ["worker", "api", "valkey", "postgres"]
        assert "worker_drained" in told
        assert "Traceback" not in told
        assert len(secrets) == 2
        assert not any(secret in told for secret in secrets)
        assert left_in(folder) == []
    for path in folder.rglob("*"):
        if path.is_file() and path.parent == folder / "secrets":
            assert path.stat().st_mode & 0o077 == 0
    assert (folder / "secrets/master.key").stat().st_size == 32


@pytest.mark.slow
def test_a_killed_run_takes_its_children_along_and_the_next_one_goes_on(site):
    folder, port = site
    with Program("tests.support.small_site", folder, port, "json") as program:
        worker = int(program.until(r'"event": "worker_started".*"pid": (\d+)')[1])
        program.until("all_ready")
        program.popen.kill()
        program.ends()
    assert living.wait_until(lambda: not living.is_alive(worker), timeout_s=5)
    with Program("tests.support.small_site", folder, port, "json") as program:
        program.until('"rows": 2')
        program.until("all_ready")
        program.popen.send_signal(signal.SIGTERM)
        assert program.ends() == 0
    assert all(isinstance(json.loads(line), dict) for line in program.lines)
    assert left_in(folder) == []


@pytest.mark.slow
def test_a_database_that_crashes_comes_back_under_its_old_address(site):
    folder, port = site
    with Program("tests.support.small_site", folder, port, "json") as program:
        program.until("all_ready")
        address = (folder / "postgres/port").read_text()
        os.kill(int((folder / "postgres/data/postmaster.pid").read_text().split()[0]), signal.SIGKILL)
        program.until('"part_ended", "part": "postgres"')
        program.until('"part_ready", "part": "postgres"', times=2)
        assert (folder / "postgres/port").read_text() == address
        program.popen.send_signal(signal.SIGTERM)
        assert program.ends() == 0


@pytest.mark.slow
def test_a_second_ctrl_c_ends_a_worker_that_does_not_listen(site):
    folder, port = site
    with Program("tests.support.small_site", folder, port, "deaf") as program:
        program.until("Ctrl-C stops it")
        program.popen.send_signal(signal.SIGINT)
        program.until("stopping one by one")
        program.popen.send_signal(signal.SIGINT)
        assert program.ends() == 130
    assert "Traceback" not in program.told
    assert left_in(folder) == []


def test_two_on_one_folder_a_taken_port_and_a_bad_folder_are_one_clear_line_each(site):
    folder, port = site
    with hold_folder(folder), Program("newsforge", "up", "--no-web", "--data", folder, "--port", port) as program:
        assert program.ends() == 2
        assert re.fullmatch(r"newsforge: .* is in use by process \d+\..* \[folder_busy\]", program.told)
    with (
        socket.create_server(("127.0.0.1", port)),
        Program("newsforge", "up", "--no-web", "--data", folder, "--port", port) as program,
    ):
        assert program.ends() == 2
        assert re.fullmatch(rf"newsforge: Port {port} .* \[port_taken\]", program.told)
    with Program("newsforge", "up", "--no-web", "--data", "/proc/1/x", "--port", port) as program:
        assert program.ends() == 1
        assert "[folder_unusable]" in program.told
    assert not (folder / "postgres").exists()


def test_servers_of_the_environment_are_used_and_must_answer(site, postgres, valkey_url):
    folder, port = site
    nobody = ports.choose_port()
    given = {"NEWSFORGE_DATABASE_URL": postgres, "NEWSFORGE_REDIS_URL": f"redis://127.0.0.1:{nobody}"}
    with Program("newsforge", "up", "--no-web", "--data", folder, "--port", port, **given) as program:
        assert program.ends() == 1
        assert "NEWSFORGE_REDIS_URL does not answer" in program.told
    given = {"NEWSFORGE_DATABASE_URL": f"postgresql://a:secret@127.0.0.1:{nobody}/x", "NEWSFORGE_REDIS_URL": valkey_url}
    with Program("newsforge", "up", "--no-web", "--data", folder, "--port", port, **given) as program:
        assert program.ends() == 1
        assert "NEWSFORGE_DATABASE_URL does not answer" in program.told
        assert "secret" not in program.told
    environment = {"NEWSFORGE_DATABASE_URL": postgres, "NEWSFORGE_REDIS_URL": valkey_url}
    theirs = Site.of(folder, port, environment)
    assert (theirs.postgres, theirs.valkey) == (None, None)
    assert theirs.environment(environment)["NEWSFORGE_OWNER_DATABASE_URL"] == postgres


def test_pages_that_were_not_built_are_one_clear_line_and_with_pages_the_api_moves_aside(site):
    folder, port = site
    with Program(
        "newsforge", "up", "--data", folder, "--port", port, NEWSFORGE_WEB_DIR=str(folder / "none")
    ) as program:
        assert program.ends() == 2
        assert re.fullmatch(r"newsforge: .* not been built.*--no-web.* \[web_pages_missing\]", program.told)
    assert not folder.exists()
    pages = WebPages(node="node", server=folder / "server.js")
    theirs = Site.of(folder, port, {}, web=pages)
    assert (theirs.port, theirs.api_port != port) == (port, True)
    assert Site.of(folder, port, {}).api_port == port
    *_, web = parts_of(theirs)
    assert web.name == "web"
    assert web.environment()["NEWSFORGE_API_URL"] == f"http://127.0.0.1:{theirs.api_port}"
    assert not any(name.endswith(("_DATABASE_URL", "_KEY_FILE")) for name in web.environment())


def test_log_records_are_short_and_nothing_steers_the_terminal():
    record = json.dumps(
        {
            "timestamp": "2026-01-02T03:04:05.6Z",
            "level": "warning",
            "event": "slow\x1b[2J",
            "took_s": 3,
            "note": "x" * 500,
        }
    )
    line = shorten(record)
    assert line.plain.startswith("03:04:05 slow [2J took_s=3 note=xxx")
    assert len(line.plain) < 200
    assert "\x1b" not in shorten("plain \x1b[31mred\x07 한국어").plain
    assert "한국어" in shorten("plain 한국어").plain
    assert find_record('{"event": ') is None
    assert find_record('{"no": 1}') is None
    console = Console(record=True, width=80)
    console.print(shorten("[bold]not markup[/bold]"))
    assert "[bold]" in console.export_text()


def test_who_watches_sees_what_was_asked_and_not_every_id():
    record = {
        "event": "request", "level": "info", "method": "GET", "path": "/api/v1/me", "status": 200, "took_ms": 3.21,
        "principal": "user:1", "workspace_id": "w-1", "trace_id": "t-1", "timestamp": "2026-01-02T03:04:05.6Z",
    }  # fmt: skip
    assert shorten(json.dumps(record)).plain == "03:04:05 200 GET    /api/v1/me  3 ms"
    assert "trace_id=t-1" in shorten(json.dumps(record), in_full=True).plain
    job = {"event": "job_done", "level": "info", "job_id": "j-1", "kind": "convert"}
    assert shorten(json.dumps(job)).plain == "job_done kind=convert"
    assert "job_id=j-1" in shorten(json.dumps({**job, "level": "warning"})).plain


def test_help_of_up_is_there_and_the_folder_is_ignored_by_git():
    with Program("newsforge", "up", "--help") as program:
        assert program.ends() == 0
        assert all(option in program.told for option in ("--port", "--data", "--no-web", "--json"))
    assert ".newsforge/" in (ROOT / ".gitignore").read_text().splitlines()
