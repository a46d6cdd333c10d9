"""The embedded PostgreSQL under everything that happens to servers on a person's machine."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

import asyncpg
import pytest

from newsforge.kit.servers import living, ports, postgres_programs, sql
from newsforge.kit.servers.account import Account, find_unprivileged
from newsforge.kit.servers.errors import FolderUnusable, PortTaken, ServerFailed, ServerMissing
from newsforge.kit.servers.postgres import PostgresServer
from newsforge.kit.servers.standby import create_standby, promote
from tests.support.servers import ask

OPTIONS = {"shared_buffers": "16MB"}


@pytest.fixture
def folder(tmp_path):
    """A cluster that was never started."""
    shutil.copytree(ask("cluster"), tmp_path / "pg", ignore=shutil.ignore_patterns("port", "run"))
    return tmp_path / "pg"


@pytest.fixture
def server(folder):
    made = PostgresServer(folder, durable=False, options=OPTIONS)
    yield made
    made.stop()


def test_data_outlives_a_stop_and_the_port_stays(server, folder):
    server.start()
    sql.execute(server.url(), "CREATE TABLE kept AS SELECT 1 AS a")
    port = server.port
    server.start()  # does nothing
    server.stop()
    assert living.list_working_in(server.data) == []
    again = PostgresServer(folder, durable=False, options=OPTIONS)
    again.start()
    try:
        assert again.port == port
        assert sql.fetch_value(again.url(), "SELECT a FROM kept") == 1
    finally:
        again.stop()


def test_only_the_password_opens_it_also_through_the_socket(server):
    server.start()
    for host in ("127.0.0.1", server.socket_folder):
        with pytest.raises(asyncpg.InvalidPasswordError):
            sql.execute(f"postgresql://postgres:wrong@/postgres?host={host}&port={server.port}", "SELECT 1")
    socket_url = f"postgresql://postgres:{server.password}@/postgres?host={server.socket_folder}&port={server.port}"
    assert sql.fetch_value(socket_url, "SELECT 1") == 1
    assert (server.folder / "password").stat().st_mode & 0o077 == 0
    assert sql.fetch_value(server.url(), "SHOW listen_addresses") == "127.0.0.1"


def test_a_folder_too_deep_for_a_socket_gets_it_elsewhere(folder, tmp_path):
    deep = tmp_path / ("d" * 60) / ("e" * 60)
    shutil.copytree(folder, deep)
    server = PostgresServer(deep, durable=False, options=OPTIONS)
    server.start()
    try:
        assert len(os.fsencode(server.socket_folder / ".s.PGSQL.65535")) <= 107
        assert sql.fetch_value(server.url(), "SELECT 1") == 1
    finally:
        server.stop()
        shutil.rmtree(server.socket_folder)


@pytest.mark.parametrize("number", ["another program's", "nobody's"])
def test_a_stale_pidfile_is_no_obstacle(server, number):
    server.start()
    server.kill()
    pid = os.getppid() if number == "another program's" else 2**22 - 3
    pidfile = server.data / "postmaster.pid"
    pidfile.write_text("\n".join([str(pid), *pidfile.read_text().splitlines()[1:]]) + "\n")
    server.start()
    assert sql.fetch_value(server.url(), "SELECT 1") == 1


LEAVES_A_SERVER = """
    import sys
    from pathlib import Path
    from newsforge.kit.servers import child, postgres, tether
    if sys.argv[2] == "untethered":
        # As on systems where a child does not notice that its parent is gone.
        from newsforge.kit.servers import account
        account.tethered = lambda command, **_: list(command)
    server = postgres.PostgresServer(Path(sys.argv[1]), durable=False)
    server.start()
    print(server.pid, flush=True)
    sys.stdin.read()
"""


def run_and_kill(folder, how):
    """Run a program that starts a server, kill it with -9, and return the server's process."""
    program = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(LEAVES_A_SERVER), str(folder), how],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with program:
        pid = int(program.stdout.readline())
        program.kill()
    return pid


def test_the_server_goes_with_a_parent_that_was_killed(folder):
    pid = run_and_kill(folder, "tethered")
    assert living.wait_until(lambda: not living.is_alive(pid), timeout_s=30)


def test_a_server_that_a_killed_run_left_behind_is_ended_and_its_data_kept(folder):
    pid = run_and_kill(folder, "untethered")
    assert living.is_alive(pid)
    server = PostgresServer(folder, durable=False, options=OPTIONS)
    os.kill(pid, signal.SIGSTOP)  # nor does it matter that it hangs
    server.start()
    try:
        assert not living.is_alive(pid)
        assert sql.fetch_value(server.url(), "SELECT 1") == 1
    finally:
        server.stop()


def test_a_taken_port_is_one_clear_error(folder):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        server = PostgresServer(folder, port=port, durable=False)
        with pytest.raises(PortTaken, match=str(port)):
            server.start()
    assert living.list_working_in(server.data) == []


def test_the_port_of_last_time_is_left_when_another_program_took_it(server, folder):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        (folder / "port").write_text(str(taken.getsockname()[1]))
        server.start()
        assert server.port != taken.getsockname()[1]


def test_a_folder_that_cannot_be_made_is_a_clear_error():
    with pytest.raises(FolderUnusable, match="cannot be used"):
        PostgresServer(Path("/proc/1/newsforge")).start()


def test_a_full_disk_is_a_clear_error(tmp_path):
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", small], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("a small disk cannot be mounted here")
    try:
        with pytest.raises(ServerFailed, match="disk is full"):
            PostgresServer(small / "pg", durable=False).start()
        assert not (small / "pg" / "data").exists()
    finally:
        subprocess.run(["umount", small], check=True)


def test_a_half_made_cluster_is_made_anew(tmp_path):
    (tmp_path / "pg" / "data.new" / "base").mkdir(parents=True)
    server = PostgresServer(tmp_path / "pg", durable=False)
    server.prepare()
    assert (server.data / "PG_VERSION").read_text().strip() == "18"
    assert not (server.folder / "data.new").exists()


def test_data_of_another_version_is_not_touched(server):
    (server.data / "PG_VERSION").write_text("17\n")
    with pytest.raises(FolderUnusable, match="made by PostgreSQL 17"):
        server.start()


def test_what_a_server_said_when_it_did_not_start_is_in_the_error(folder):
    server = PostgresServer(folder, durable=False, options={"shared_buffers": "nonsense"})
    with pytest.raises(ServerFailed, match="nonsense"):
        server.start()


def test_an_old_postgres_is_refused_by_name(tmp_path, monkeypatch):
    old = tmp_path / "postgres"
    old.write_text("#!/bin/sh\necho 'postgres (PostgreSQL) 16.4 (Debian 16.4-1)'\n")
    old.chmod(0o755)
    monkeypatch.setenv("PGBIN", str(tmp_path))
    with pytest.raises(ServerMissing, match="PostgreSQL 16; 18 or later"):
        postgres_programs.find_programs()
    monkeypatch.setenv("PGBIN", str(tmp_path / "nothing"))
    with pytest.raises(ServerMissing, match="NEWSFORGE_DATABASE_URL"):
        postgres_programs.find_programs()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")
class TestAsRootWithoutUserNamespaces:
    def test_an_unprivileged_user_runs_it_from_the_first_start_on(self, monkeypatch):
        with tempfile.TemporaryDirectory() as passable:
            Path(passable).chmod(0o711)
            # A copy, since this very checkout may lie where no other user may enter.
            package = postgres_programs.find_programs().parents[1]
            for part in (package / "pginstall", package.with_suffix(".libs")):
                shutil.copytree(part, Path(passable) / part.relative_to(package.parent), symlinks=True)
            monkeypatch.setenv("PGBIN", str(Path(passable) / package.name / "pginstall" / "bin"))
            folder = Path(passable) / "pg"
            account = find_unprivileged(folder, postgres_programs.find_programs() / "postgres")
            server = PostgresServer(folder, durable=False, options=OPTIONS, account=account)
            server.start()
            try:
                assert Path(f"/proc/{server.pid}").stat().st_uid == account.ids[0]
                sql.execute(server.url(), "CREATE TABLE kept (a int)")
                server.stop()
                server.start()
                assert sql.fetch_value(server.url(), "SELECT count(*) FROM kept") == 0
            finally:
                server.stop()

    def test_a_folder_that_no_other_user_may_enter_is_a_clear_error(self, tmp_path):
        closed = tmp_path / "closed"
        closed.mkdir(mode=0o700)
        with pytest.raises(ServerFailed, match="NEWSFORGE_DATABASE_URL"):
            find_unprivileged(closed / "pg", Path("/bin/sh"))


def test_a_standby_is_promoted_and_takes_writes(own_postgres, tmp_path):
    sql.execute(own_postgres.url(), "CREATE TABLE kept AS SELECT 1 AS a")
    standby = create_standby(own_postgres, tmp_path / "standby")
    standby.start()
    try:
        assert sql.fetch_value(standby.url(), "SELECT pg_is_in_recovery()")
        own_postgres.kill()
        promote(standby)
        sql.execute(standby.url(), "INSERT INTO kept VALUES (2)")
        assert sql.fetch_value(standby.url(), "SELECT sum(a) FROM kept") == 3
    finally:
        standby.stop()


def test_roles_get_the_password_of_today(own_postgres):
    admin = own_postgres.url()
    for password in ("first", 'it\'s "second"'):
        logins = {"owner": sql.Login("Owner's", password), "app": sql.Login("app", password)}
        sql.create_roles(admin, **logins)
        sql.create_database(admin, 'data"base', owner="Owner's")
        url = own_postgres.url("postgres", user="app", password=password)
        assert sql.fetch_value(url, "SELECT current_user::text") == "app"
    assert "first" not in repr(logins)


def test_a_server_that_does_not_answer_or_is_old_is_named_by_its_variable(own_postgres):
    sql.require_version(own_postgres.url(), oldest_major=18, variable="THE_URL")
    with pytest.raises(ServerFailed, match="THE_URL is PostgreSQL 18; 99 or later"):
        sql.require_version(own_postgres.url(), oldest_major=99, variable="THE_URL")
    nobody = f"postgresql://postgres:secret@127.0.0.1:{ports.choose_port()}/postgres"
    with pytest.raises(ServerFailed, match="THE_URL does not answer") as caught:
        sql.require_version(nobody, oldest_major=18, variable="THE_URL")
    assert "secret" not in str(caught.value)


def test_an_ordinary_user_needs_no_other_account():
    assert Account().command(["true"])[-1] == "true"
