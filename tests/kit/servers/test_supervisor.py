"""The supervisor with real children: order, health, restarts, crash loops, and stopping."""

import asyncio
import os
import signal
import sys
import time
from signal import SIGINT, SIGKILL, SIGTERM

import pytest

from newsforge.kit.servers import living
from newsforge.kit.servers.part import Happening, Part, PartFailed, RestartRule
from newsforge.kit.servers.supervisor import Supervisor
from newsforge.kit.servers.tether import tethered

QUICK = RestartRule(first_wait_s=0.02, longest_wait_s=0.1, most=3)
WAITS = "import signal, sys, time; signal.signal(signal.SIGTERM, lambda *_: (print('bye', flush=True), sys.exit(0)))\n"


def part(name, code, **more):
    options = {"is_ready": lambda: True, "stop_signals": ((SIGTERM, 5.0),)} | more
    return Part(name=name, launch=lambda: tethered([sys.executable, "-S", "-c", code], signal=SIGKILL), **options)


def sleeper(name, **more):
    return part(name, WAITS + "print('hello', flush=True)\ntime.sleep(60)", **more)


class Run:
    """A supervisor at work, and what it told."""

    def __init__(self, *parts, restarts=QUICK):
        self.notices = []
        self.supervisor = Supervisor(parts, tell=self.notices.append, restarts=restarts)

    async def __aenter__(self):
        self.task = asyncio.create_task(self.supervisor.run())
        return self

    async def __aexit__(self, *failure):
        if not self.task.done():
            self.supervisor.stop()
            await self.task

    async def until(self, what, *, part="", times=1, line=""):
        end = time.monotonic() + 20
        while self.count(what, part, line) < times:
            assert time.monotonic() < end, self.notices
            if self.task.done():
                self.task.result()
                assert self.count(what, part, line) >= times, self.notices
            await asyncio.sleep(0.01)

    def count(self, what, part="", line=""):
        return sum(n.what is what and (not part or n.part == part) and line in n.line for n in self.notices)

    def order(self, what):
        return [n.part for n in self.notices if n.what is what]


async def test_each_starts_when_the_one_before_is_ready_and_they_stop_in_reverse(tmp_path):
    gate = tmp_path / "gate"
    async with Run(sleeper("first", is_ready=gate.exists), sleeper("second"), sleeper("third")) as run:
        await run.until(Happening.LINE, part="first", line="hello")
        await asyncio.sleep(0.2)
        assert run.order(Happening.STARTING) == ["first"]
        gate.touch()
        await run.until(Happening.ALL_READY)
        await run.until(Happening.LINE, line="hello", times=3)
    assert run.order(Happening.READY) == ["first", "second", "third"]
    assert run.order(Happening.STOPPED) == ["third", "second", "first"]
    assert run.count(Happening.LINE, line="bye") == 3


async def test_a_part_that_ends_must_end_well_before_the_next(tmp_path):
    done = tmp_path / "done"
    ends = part("migrate", f"import time; time.sleep(0.2); open({str(done)!r}, 'w')", ends=True)
    async with Run(ends, sleeper("api", is_ready=done.exists)) as run:
        await run.until(Happening.ALL_READY)
        assert run.order(Happening.FINISHED) == ["migrate"]
    with pytest.raises(PartFailed, match=r"(?s)'migrate' ended with exit code 3.*no such table"):
        async with Run(
            part("migrate", "print('no such table'); raise SystemExit(3)", ends=True), sleeper("api")
        ) as run:
            await run.task
    assert run.order(Happening.STARTING) == ["migrate"]


async def test_a_child_that_dies_comes_back_and_those_after_it_wait():
    async with Run(sleeper("database"), sleeper("worker")) as run:
        await run.until(Happening.ALL_READY)
        pid = run.supervisor._posts[0]._running.pid
        os.kill(pid, SIGKILL)
        await run.until(Happening.READY, part="database", times=2)
        assert run.supervisor._posts[0]._running.pid != pid
    assert [n.exit_code for n in run.notices if n.what is Happening.ENDED] == [-9]


async def test_an_endless_crash_loop_ends_with_one_message_and_the_last_lines():
    stable = sleeper("stable")
    crashes = part("crashes", "import time; time.sleep(0.1); print('out of cheese', flush=True); raise SystemExit(7)")
    with pytest.raises(PartFailed, match=r"(?s)'crashes' ended 4 times in a row.*exit code 7.*out of cheese"):
        async with Run(stable, crashes) as run:
            await run.task
    assert run.count(Happening.RESTARTING) == 3
    assert run.order(Happening.STOPPED) == ["stable"]


async def test_waits_grow_and_calm_forgives():
    assert [RestartRule().wait_s(n) for n in (1, 2, 3, 9)] == [0.5, 1.0, 2.0, 10.0]
    rule = RestartRule(first_wait_s=0.01, most=2, calm_s=0.0)
    async with Run(part("restless", "import time; time.sleep(0.05)"), restarts=rule) as run:
        await run.until(Happening.ENDED, times=5)


async def test_a_part_that_never_answers_fails_in_its_time_and_all_is_stopped():
    deaf = sleeper("deaf", is_ready=lambda: False, ready_timeout_s=0.4)
    with pytest.raises(PartFailed, match=r"(?s)'deaf' did not answer within 0 s.*hello"):
        async with Run(sleeper("first"), deaf, sleeper("never")) as run:
            await run.task
    assert run.order(Happening.STOPPED) == ["deaf", "first"]
    assert "never" not in run.order(Happening.STARTING)


@pytest.mark.parametrize("code", ["raise SystemExit('bad setting')", "import os; os.kill(os.getpid(), 9)"])
async def test_a_part_that_ends_at_its_first_start_is_not_tried_again(code):
    with pytest.raises(PartFailed, match="ended while it started"):
        async with Run(part("broken", code, is_ready=lambda: False)) as run:
            await run.task
    assert run.order(Happening.STARTING) == ["broken"]


async def test_a_program_that_is_not_there_is_named():
    missing = Part(name="gone", launch=lambda: tethered(["/nowhere/program"], signal=SIGKILL))
    with pytest.raises(PartFailed, match="/nowhere/program: No such file"):
        async with Run(missing) as run:
            await run.task


async def test_one_that_does_not_stop_is_killed_with_all_that_it_started(tmp_path):
    note = tmp_path / "pid"
    code = (
        "import signal, subprocess, time; signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        f"open({str(note)!r}, 'w').write(str(subprocess.Popen(['sleep', '60']).pid))\n"
        "print('deaf', flush=True); time.sleep(60)"
    )
    async with Run(part("deaf", code, stop_signals=((SIGTERM, 0.2),))) as run:
        await run.until(Happening.LINE, line="deaf")
    assert run.supervisor._outcome.killed == ["deaf"]
    assert living.wait_until(lambda: not living.is_alive(int(note.read_text())), timeout_s=5)


async def test_a_signal_stops_and_a_second_ctrl_c_kills_at_once():
    deaf = (
        WAITS.replace("lambda *_: (print('bye', flush=True), sys.exit(0))", "signal.SIG_IGN")
        + "print('deaf', flush=True)\n"
    )
    async with Run(part("deaf", deaf + "time.sleep(60)", stop_signals=((SIGTERM, 50.0),))) as run:
        await run.until(Happening.LINE, line="deaf")
        await run.until(Happening.ALL_READY)
        os.kill(os.getpid(), SIGINT)
        await run.until(Happening.STOPPING)
        await asyncio.sleep(0.1)
        assert not run.task.done()
        os.kill(os.getpid(), SIGINT)
        outcome = await asyncio.wait_for(run.task, 10)
    assert outcome.signal == SIGINT
    assert outcome.insisted


async def test_a_stop_during_the_start_stops_what_runs():
    async with Run(sleeper("first"), sleeper("slow", is_ready=lambda: False)) as run:
        await run.until(Happening.STARTING, part="slow")
        await run.until(Happening.LINE, part="slow")
        os.kill(os.getpid(), signal.SIGTERM)
        outcome = await run.task
    assert outcome.signal == SIGTERM
    assert run.order(Happening.STOPPED) == ["slow", "first"]


async def test_lines_of_any_length_and_bytes_come_through():
    code = "import sys, time; sys.stdout.buffer.write(b'x' * 300000 + b'\\n\\xff\\xfe\\nlast'); sys.stdout.flush(); time.sleep(60)"
    async with Run(part("noisy", code)) as run:
        await run.until(Happening.LINE, line="\ufffd")
    lines = [n.line for n in run.notices if n.what is Happening.LINE]
    assert sum(line.count("x") for line in lines) == 300000
    assert lines[-1] == "last"
