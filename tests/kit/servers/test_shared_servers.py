"""The servers of a test run end with it, however it ends, and do not start for tests that need none."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from newsforge.kit.servers import living

ROOT = Path(__file__).parents[3]
TESTS = """
    import os, time
    from pathlib import Path
    import pytest

    def note(folder):
        (folder / f"{os.getpid()}").touch()

    def test_needs_nothing():
        pass

    @pytest.mark.parametrize("turn", [1, 2])
    def test_asks(postgres, valkey_url, turn):
        folder = Path(os.environ["NOTES"])
        (folder / f"asked-{turn}").write_text(postgres)

    def test_waits(valkey_url):
        Path(os.environ["NOTES"], "waits").touch()
        time.sleep(60)

    def test_dies(postgres):
        os._exit(9)
"""


@pytest.fixture
def run(tmp_path):
    """Start pytest on the tests above, with a temporary folder of its own."""
    inside = tmp_path / "test_inside.py"
    inside.write_text(textwrap.dedent(TESTS))
    (tmp_path / "tmp").mkdir()
    programs = []

    def start(chosen, *arguments):
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "NEWSFORGE_T"))
        }
        program = subprocess.Popen(
            [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "tests.conftest", "-c",
             ROOT / "pyproject.toml", f"--rootdir={tmp_path}", "-k", chosen, *arguments, inside],
            cwd=tmp_path,
            env=environment | {"TMPDIR": str(tmp_path / "tmp"), "NOTES": str(tmp_path), "PYTHONPATH": f"{ROOT}:{ROOT}/src"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )  # fmt: skip
        programs.append(program)
        return program

    yield start
    for program in programs:
        program.kill()
        program.communicate()


def servers_in(folder):
    """List the servers whose data stands somewhere in ``folder``."""
    found = []
    for data in (folder / "tmp").glob("newsforge-tests-*/*/data"):
        found += living.list_working_in(data)
    return found


def folders_in(folder):
    return list((folder / "tmp").glob("newsforge-tests-*"))


def test_tests_that_need_none_start_none(run, tmp_path):
    program = run("nothing")
    told, _ = program.communicate(timeout=150)
    assert program.returncode == 0, told
    assert folders_in(tmp_path) == []


@pytest.mark.slow
def test_workers_share_one_server_and_it_ends_with_the_run(run, tmp_path):
    program = run("asks", "-n", "2")
    told, _ = program.communicate(timeout=120)
    assert program.returncode == 0, told
    assert (tmp_path / "asked-1").read_text() == (tmp_path / "asked-2").read_text()
    assert folders_in(tmp_path) == []


@pytest.mark.slow
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_ctrl_c_and_a_kill_end_them_too(run, tmp_path, how):
    program = run("waits")
    assert living.wait_until((tmp_path / "waits").exists, timeout_s=150)
    assert servers_in(tmp_path)
    program.send_signal(how)
    program.communicate(timeout=150)
    assert living.wait_until(lambda: servers_in(tmp_path) == [], timeout_s=30)


@pytest.mark.slow
def test_a_worker_that_crashes_leaves_them_to_the_run(run, tmp_path):
    program = run("dies", "-n", "1", "--max-worker-restart=0")
    told, _ = program.communicate(timeout=120)
    assert program.returncode == 1, told
    assert "crashed" in told
    assert folders_in(tmp_path) == []
