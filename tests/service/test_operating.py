"""What an operator does: is the worker alive, and a new key that signs."""

import os
import signal
import subprocess
import sys

import httpx2

from newsforge.kit import pulse
from newsforge.kit.servers import ports
from newsforge.settings.folder import list_worker_pulses, worker_pulse
from tests.support.whole_service import READY_S, Process, wait_until


def _run(service, *command, environment=None):
    return subprocess.run(
        [sys.executable, "-m", "newsforge", *command],
        env=environment or service.environment(), capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


def test_a_worker_shows_that_it_lives_and_one_that_hangs_does_not(lone):
    # All that a check in a container knows: its addresses are put together by the first process there.
    bare = {name: value for name, value in lone.environment().items() if "URL" not in name}
    assert _run(lone, "worker-health", environment=bare).returncode == 1
    worker = lone.start_worker()
    path = worker_pulse(lone.folder)
    wait_until(path.exists, within_s=60)
    healthy = _run(lone, "worker-health", environment=bare)
    assert (healthy.returncode, healthy.stdout) == (0, "worker: alive\n")
    worker.send(signal.SIGSTOP)
    try:
        wait_until(lambda: not pulse.is_alive(path, every_s=0.5), within_s=60)
    finally:
        worker.send(signal.SIGCONT)
    assert worker.stop() == 0
    assert not path.exists()


def test_several_processes_of_one_part_are_one(lone):
    """What a task of two cores runs: both take requests and jobs, and the worker lives only when both do."""
    port = ports.choose_port()
    api = Process(["api", "--port", str(port), "--processes", "2"], lone.environment(), lone.folder / "apis.log")
    worker = Process(["worker", "--processes", "2"], lone.environment(), lone.folder / "workers.log")
    lone.processes += [api, worker]
    url = f"http://127.0.0.1:{port}/api/v1/health"
    wait_until(lambda: httpx2.get(url, timeout=5).status_code == 200, within_s=READY_S)
    wait_until(lambda: len(list_worker_pulses(lone.folder)) == 2, within_s=READY_S)
    assert _run(lone, "worker-health").returncode == 0
    dead = worker_pulse(lone.folder, 2)
    dead.touch()
    os.utime(dead, (0, 0))
    assert _run(lone, "worker-health").returncode == 1
    dead.unlink()
    assert (api.stop(), worker.stop()) == (0, 0)
    assert list_worker_pulses(lone.folder) == []


def test_what_a_killed_worker_leaves_does_not_count_against_the_next_one(lone):
    """It had two processes and got SIGKILL; the next one has one."""
    lone.folder.mkdir(exist_ok=True)
    for number in range(2):
        left = worker_pulse(lone.folder, number)
        left.touch()
        os.utime(left, (0, 0))
    assert _run(lone, "worker-health").returncode == 1
    worker = lone.start_worker()
    wait_until(lambda: pulse.is_alive(worker_pulse(lone.folder)), within_s=READY_S)
    healthy = _run(lone, "worker-health")
    assert (healthy.returncode, healthy.stdout) == (0, "worker: alive\n")
    assert worker.stop() == 0


def test_a_new_signing_key_signs_nobody_out(lone):
    api = lone.start_api()
    person = lone.join(api)
    done = _run(lone, "rotate-signing-key")
    assert done.returncode == 0, done.stderr
    kid = done.stdout.removeprefix("signing key: ").strip()
    assert lone.value("SELECT count(*) FROM signing_keys WHERE kid = $1 AND retired_at IS NULL", kid) == 1
    with api.client(person) as http:
        assert http.get("/me").status_code == 200
    # Another process signs with the new key; this one learns it.
    other = lone.start_api()
    newer = lone.sign_in(other, person.email)
    for one in (api, other):
        with one.client(newer) as http:
            assert http.get("/me").status_code == 200
