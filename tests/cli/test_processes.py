"""One part in several processes: all are there, all end together, and one that dies is not hidden by the others."""

import os
import signal
import subprocess
import sys
import time

import pytest

CHILD = """
import os, signal, sys, time
from newsforge.cli.processes import spread
number = spread({count})
signal.signal(signal.SIGTERM, lambda *_: sys.exit({code}))
os.write(1, f"{{number}} {{os.getpid()}}\\n".encode())  # at once, or the lines of two would mix
time.sleep(60)
"""


@pytest.fixture
def start():
    running = []

    def run(count, code=0):
        program = CHILD.format(count=count, code=code)
        process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
        running.append(process)
        said = [process.stdout.readline().split() for _ in range(count)]
        return process, {number for number, _ in said}, [int(pid) for _, pid in said]

    yield run
    for process in running:
        process.terminate()
        process.wait(30)
        process.stdout.close()


def is_there(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def wait_until_gone(children):
    until = time.monotonic() + 30
    while any(map(is_there, children)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(map(is_there, children))


def test_each_has_its_number_and_the_signal_reaches_all(start):
    process, numbers, children = start(3)
    assert numbers == {"0", "1", "2"}
    process.send_signal(signal.SIGTERM)
    assert process.wait(30) == 0
    assert not any(map(is_there, children))


def test_one_that_dies_takes_the_others_with_it(start):
    process, _, children = start(2)
    os.kill(children[0], signal.SIGKILL)
    assert process.wait(30) == 1
    wait_until_gone(children)


def test_when_the_first_is_killed_the_others_stop_as_if_they_were_told(start):
    """Else whoever starts the part again has twice as many, and nobody could stop the old ones."""
    process, _, children = start(2)
    process.kill()
    process.wait(30)
    wait_until_gone(children)


def test_one_that_does_not_end_well_is_told(start):
    process, _, _ = start(2, code=3)
    process.send_signal(signal.SIGTERM)
    assert process.wait(30) == 1


def test_one_process_is_itself(start):
    process, numbers, children = start(1)
    assert numbers == {"0"}
    assert children == [process.pid]
