"""The embedded Valkey, and what is kept in files beside it."""

import os
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import redis

from newsforge.kit.servers import keyfiles, living, ports, valkey
from newsforge.kit.servers.errors import FolderBusy, FolderUnusable, PortTaken, ServerFailed
from newsforge.kit.servers.lock import hold_folder
from newsforge.kit.servers.valkey import ValkeyServer


def test_only_the_password_opens_it_and_stands_in_no_argument(own_valkey):
    with redis.Redis(port=own_valkey.port) as client, pytest.raises(redis.AuthenticationError):
        client.ping()
    arguments = Path(f"/proc/{own_valkey.pid}/cmdline").read_bytes()
    assert own_valkey.password.encode() not in arguments
    for name in ("password", "valkey.conf"):
        assert (own_valkey.folder / name).stat().st_mode & 0o077 == 0


def test_when_full_it_forgets_what_would_run_out_anyway_and_keeps_the_rest_across_a_stop(tmp_path):
    server = ValkeyServer(tmp_path / "a folder", options={"maxmemory": "3mb"})
    server.start()
    try:
        with redis.from_url(server.url()) as client:
            client.set("lasting", "kept")
            for number in range(80):
                client.set(f"key{number}", os.urandom(100_000), ex=3600)
            assert client.dbsize() < 40
        server.stop()
        server.start()
        with redis.from_url(server.url()) as client:
            assert client.get("lasting") == b"kept"
    finally:
        server.stop()


PROGRAM = """
import sys
from pathlib import Path
from newsforge.kit.servers import valkey
if sys.argv[2] == "untethered":
    valkey.tethered = lambda command, **_: list(command)
server = valkey.ValkeyServer(Path(sys.argv[1]))
server.start()
print(server.pid, flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize("how", ["tethered", "untethered"])
def test_a_killed_run_leaves_nothing_that_stops_the_next(tmp_path, how):
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, tmp_path, how], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as program:
        pid = int(program.stdout.readline())
        program.kill()
    if how == "tethered":
        assert living.wait_until(lambda: not living.is_alive(pid), timeout_s=20)
    server = ValkeyServer(tmp_path)
    server.start()
    try:
        assert not living.is_alive(pid)
        assert server.is_ready()
    finally:
        server.stop()


def test_a_pidfile_that_names_another_program_harms_nobody(tmp_path):
    server = ValkeyServer(tmp_path)
    with subprocess.Popen(["sleep", "60"]) as bystander:
        (tmp_path / "pid").write_text(str(bystander.pid))
        server.start()
        server.stop()
        assert bystander.poll() is None
        bystander.kill()


def test_a_taken_port_and_an_unusable_folder_are_clear_errors(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(PortTaken):
        ValkeyServer(tmp_path, port=taken.getsockname()[1]).start()
    with pytest.raises(FolderUnusable):
        ValkeyServer(Path("/proc/1/newsforge")).start()


def test_what_it_said_when_it_did_not_start_is_in_the_error(tmp_path):
    with pytest.raises(ServerFailed, match="nonsense"):
        ValkeyServer(tmp_path, options={"maxmemory-policy": "nonsense"}).start()


def test_a_server_that_does_not_answer_is_named_by_its_variable(own_valkey):
    valkey.require_answer(own_valkey.url(), variable="THE_URL")
    for url in (f"redis://127.0.0.1:{ports.choose_port()}", "http://x", own_valkey.url().replace(":", ":x", 2)):
        with pytest.raises(ServerFailed, match="THE_URL does not answer"):
            valkey.require_answer(url, variable="THE_URL")


def test_a_secret_is_made_once_also_by_many_at_a_time(tmp_path):
    seen = set()
    threads = [threading.Thread(target=lambda: seen.add(keyfiles.keep_key(tmp_path / "key"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["key"]
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600


def test_a_key_that_was_cut_off_is_never_replaced(tmp_path):
    (tmp_path / "key").write_bytes(b"short")
    with pytest.raises(FolderUnusable, match="holds 5"):
        keyfiles.keep_key(tmp_path / "key")
    assert (tmp_path / "key").read_bytes() == b"short"


def test_a_folder_is_held_by_one(tmp_path):
    with hold_folder(tmp_path), pytest.raises(FolderBusy, match=str(os.getpid())), hold_folder(tmp_path):
        pass
    with hold_folder(tmp_path):
        pass
    with pytest.raises(FolderUnusable), hold_folder(Path("/proc/1/x")):
        pass
