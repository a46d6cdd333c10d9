"""Runs several children as one program: started in order, watched, restarted, and stopped in reverse order."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Coroutine, Sequence
from signal import SIGHUP, SIGINT, SIGTERM, Signals
from typing import Any

from newsforge.kit.servers.part import Happening, Notice, Outcome, Part, PartFailed, RestartRule
from newsforge.kit.servers.running import Running

_POLL_S = 0.05
#: A part without a check of its own is ready when it has run this long.
_SETTLED_S = 0.7


class Supervisor:
    """``run`` returns when it was told to stop and has stopped everything; it raises when a part fails for good."""

    def __init__(
        self, parts: Sequence[Part], *, tell: Callable[[Notice], None], restarts: RestartRule | None = None
    ) -> None:
        self._parts = parts
        self._tell = tell
        self._restarts = restarts or RestartRule()
        self._posts: list[_Post] = []
        self._told_to_stop = asyncio.Event()
        self._outcome = Outcome()

    async def run(self) -> Outcome:
        """Run until SIGINT, SIGTERM or SIGHUP. A second SIGINT kills what still runs."""
        loop = asyncio.get_running_loop()
        for signal in (SIGINT, SIGTERM, SIGHUP):
            loop.add_signal_handler(signal, self.stop, signal)
        try:
            await self._work_until_told()
        finally:
            await self._stop_all()
            for signal in (SIGINT, SIGTERM, SIGHUP):
                loop.remove_signal_handler(signal)
        return self._outcome

    def stop(self, signal: Signals = SIGTERM) -> None:
        """Begin to stop; called again with SIGINT, kill."""
        if not self._told_to_stop.is_set():
            self._outcome.signal = signal
            self._told_to_stop.set()
        elif signal == SIGINT:
            self._outcome.insisted = True
            self._tell(Notice(what=Happening.KILLING))
            for post in self._posts:
                post.kill()

    async def _work_until_told(self) -> None:
        work = asyncio.create_task(self._work())
        told = asyncio.create_task(self._told_to_stop.wait())
        try:
            await asyncio.wait({work, told}, return_when=asyncio.FIRST_COMPLETED)
            if work.done():
                work.result()
        finally:
            for task in (work, told):
                task.cancel()
            await asyncio.gather(work, told, return_exceptions=True)

    async def _work(self) -> None:
        for part in self._parts:
            post = _Post(part, self._tell, self._restarts, before=tuple(self._posts))
            if part.ends:
                self._posts.append(post)
                await post.run_to_end()
                self._posts.remove(post)
                continue
            self._posts.append(post)
            post.watch()
            await self._first_failure_or(post.ready.wait())
        self._tell(Notice(what=Happening.ALL_READY))
        await self._first_failure_or(asyncio.Event().wait())

    async def _first_failure_or(self, wanted: Coroutine[Any, Any, Any]) -> None:
        """Wait for ``wanted``; raise what a watcher raises before that."""
        want = asyncio.create_task(wanted)
        watchers = [post.watcher for post in self._posts if post.watcher is not None]
        try:
            done, _ = await asyncio.wait({want, *watchers}, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            want.cancel()
            await asyncio.gather(want, return_exceptions=True)

    async def _stop_all(self) -> None:
        self._told_to_stop.set()
        if self._posts:
            self._tell(Notice(what=Happening.STOPPING))
        for post in self._posts:
            await post.unwatch()
        for post in reversed(self._posts):
            if not await post.stop(self._outcome):
                self._outcome.killed.append(post.part.name)


class _Post:
    """One part's place in the order, and the child that stands there now."""

    def __init__(
        self, part: Part, tell: Callable[[Notice], None], restarts: RestartRule, *, before: Sequence[_Post]
    ) -> None:
        self.part = part
        self.ready = asyncio.Event()
        self.watcher: asyncio.Task[None] | None = None
        self._tell = tell
        self._restarts = restarts
        self._before = before
        self._running: Running | None = None

    def watch(self) -> None:
        self.watcher = asyncio.create_task(self._watch())

    async def unwatch(self) -> None:
        if self.watcher is not None:
            self.watcher.cancel()
            await asyncio.gather(self.watcher, return_exceptions=True)

    async def run_to_end(self) -> None:
        began = _now()
        running = await self._start()
        try:
            code = await asyncio.wait_for(running.wait(), self.part.ready_timeout_s)
        except TimeoutError:
            raise self._failed(f"did not finish within {self.part.ready_timeout_s:.0f} s") from None
        if code:
            raise self._failed(f"ended with {_said(code)}")
        self._running = None
        await asyncio.to_thread(self.part.once_ready)
        self._tell(Notice(what=Happening.FINISHED, part=self.part.name, seconds=_now() - began))

    async def stop(self, outcome: Outcome) -> bool:
        """Stop the child, if there is one. Tell whether it went without SIGKILL."""
        running, self._running = self._running, None
        if running is None or running.has_ended():
            return True
        began = _now()
        self._running = running  # so that a second Ctrl-C finds it
        went = await running.stop(((self.part.kill_signal, 3.0),) if outcome.insisted else self.part.stop_signals)
        self._running = None
        self._tell(Notice(what=Happening.STOPPED, part=self.part.name, seconds=_now() - began))
        return went

    def kill(self) -> None:
        if self._running is not None:
            self._running.send(self.part.kill_signal)

    async def _watch(self) -> None:
        """Keep the child alive; raise :class:`PartFailed` when it never became ready, or ends too often."""
        in_a_row = 0
        while True:
            for earlier in self._before:
                await earlier.ready.wait()
            began = _now()
            running = await self._start()
            became_ready = await self._wait_ready(running, began)
            if became_ready:
                await asyncio.to_thread(self.part.once_ready)
                self._tell(Notice(what=Happening.READY, part=self.part.name, seconds=_now() - began))
                self.ready.set()
            code = await running.wait()
            was_ready_once = self.ready.is_set() or in_a_row > 0
            self.ready.clear()
            if not was_ready_once:
                raise self._failed(f"ended while it started, with {_said(code)}")
            self._tell(Notice(what=Happening.ENDED, part=self.part.name, exit_code=code))
            in_a_row = 1 if _now() - began > self._restarts.calm_s else in_a_row + 1
            if in_a_row > self._restarts.most:
                raise self._failed(f"ended {in_a_row} times in a row, the last time with {_said(code)}")
            wait_s = self._restarts.wait_s(in_a_row)
            self._tell(Notice(what=Happening.RESTARTING, part=self.part.name, seconds=wait_s))
            await asyncio.sleep(wait_s)

    async def _start(self) -> Running:
        self._tell(Notice(what=Happening.STARTING, part=self.part.name))
        command = await asyncio.to_thread(self.part.launch)
        environment = await asyncio.to_thread(self.part.environment)
        self._running = await Running.start(command, environment, self._on_line)
        return self._running

    async def _wait_ready(self, running: Running, began: float) -> bool:
        """Wait until it answers; False when it ended first. Raise when it takes too long."""
        while not running.has_ended():
            if self.part.is_ready is None:
                if _now() - began > _SETTLED_S:
                    return True
            elif await asyncio.to_thread(self.part.is_ready):
                return True
            if _now() - began > self.part.ready_timeout_s:
                raise self._failed(f"did not answer within {self.part.ready_timeout_s:.0f} s")
            await asyncio.sleep(_POLL_S)
        return False

    def _on_line(self, line: str) -> None:
        if self.part.is_worth_showing(line):
            self._tell(Notice(what=Happening.LINE, part=self.part.name, line=line))

    def _failed(self, reason: str) -> PartFailed:
        lines = self._running.last_lines if self._running is not None else ()
        return PartFailed(self.part.name, reason, tuple(lines))


def _now() -> float:
    return asyncio.get_running_loop().time()


def _said(code: int) -> str:
    if code >= 0:
        return f"exit code {code}"
    with contextlib.suppress(ValueError):
        return f"signal {Signals(-code).name}"
    return f"signal {-code}"
