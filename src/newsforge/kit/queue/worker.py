"""The worker: one loop that claims, beats and settles over its line, and the attempts that it has begun.

When the line breaks (a restarted server, a network that swallows packets) it is opened anew, without end; attempts go
on meanwhile, for they have the database's pool.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

import structlog

from newsforge.kit.db.database import Database
from newsforge.kit.queue.attempts import Attempt, Backoff, fail_for_good, hand_back
from newsforge.kit.queue.claims import Claim, Fence, Handler
from newsforge.kit.queue.line import WORKER_LOST, Line, LineLost, Settlement, open_line
from newsforge.kit.queue.periodic import Periodic, keep_running

_LOG = structlog.get_logger(__name__)
_RECONNECT_S: Final = 0.2
_GATHER_S: Final = 0.005
_UNWIND_S: Final = 2.0
_CANCEL: Final = "cancel "


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerOptions:
    """A job whose worker has been silent for ``silent_for_s`` is taken up by another; that must be several beats, and
    longer than the event loop is ever blocked. On the stop signal, running jobs have ``grace_s`` to finish."""

    poll_s: float = 1.0
    beat_s: float = 1.0
    silent_for_s: float = 6.0
    grace_s: float = 20.0
    backoff: Backoff = field(default_factory=Backoff)


async def run_worker(
    database: Database,
    handlers: Mapping[str, Handler],
    *,
    concurrency: int,
    stop: asyncio.Event,
    options: WorkerOptions | None = None,
    periodic: Sequence[Periodic] = (),
) -> None:
    """Work until ``stop``, then finish what runs, or hand it back: at most ``grace_s`` and 4 s after."""
    worker = _Worker(database, handlers, concurrency, stop, options or WorkerOptions())
    _LOG.info("worker_started", concurrency=concurrency, kinds=sorted(handlers))
    async with _background(_await_stop(stop, worker), *(keep_running(database, one) for one in periodic)):
        await worker.work()


async def _await_stop(stop: asyncio.Event, worker: _Worker) -> None:
    await stop.wait()
    worker.begin_stop()


@asynccontextmanager
async def _background(*coroutines: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    tasks = [asyncio.create_task(one) for one in coroutines]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


class _Worker:
    def __init__(
        self,
        database: Database,
        handlers: Mapping[str, Handler],
        concurrency: int,
        stop: asyncio.Event,
        options: WorkerOptions,
    ) -> None:
        self._database = database
        self._handlers = handlers
        self._kinds = sorted(handlers)
        self._concurrency = concurrency
        self._stop = stop
        self._options = options
        self._runs: dict[Fence, tuple[Attempt, asyncio.Task[None]]] = {}
        self._unsettled: list[Settlement] = []
        self._chores: set[asyncio.Task[None]] = set()
        self._wake = asyncio.Event()
        self._is_backlogged = False
        self._give_up_at = float("inf")
        self._next_beat = 0.0
        self._next_sweep = 0.0

    async def work(self) -> None:
        try:
            while not self._is_done():
                try:
                    async with open_line(self._database, self._hear) as line:
                        await self._serve(line)
                except LineLost as error:
                    _LOG.warning("queue_line_lost", error=type(error.__cause__).__name__)
                    # Others may be as cut off as we were: give them the time to say that they live.
                    self._next_sweep = time.monotonic() + self._options.silent_for_s
                    await asyncio.sleep(_RECONNECT_S)
        finally:
            await self._abandon()

    def begin_stop(self) -> None:
        self._give_up_at = time.monotonic() + self._options.grace_s
        _LOG.info("worker_stopping", running=len(self._runs))
        self._wake.set()

    def _is_done(self) -> bool:
        if not self._stop.is_set():
            return False
        return not (self._runs or self._unsettled) or time.monotonic() > self._give_up_at + 2 * _UNWIND_S

    async def _serve(self, line: Line) -> None:
        while not self._is_done():
            self._wake.clear()
            await self._settle(line)
            await self._beat(line)
            if self._stop.is_set():
                await self._hasten(line)
            else:
                await self._sweep(line)
                await self._claim(line)
            if not self._unsettled:
                with suppress(TimeoutError):
                    async with asyncio.timeout(self._pause_s()):
                        await self._wake.wait()

    def _pause_s(self) -> float:
        pause_s = min(self._options.poll_s, max(0.0, self._next_beat - time.monotonic()) if self._runs else 60.0)
        return max(0.01, min(pause_s, self._give_up_at - time.monotonic()))

    async def _settle(self, line: Line) -> None:
        # One statement for all that ended since the last: the more there is to do, the less each costs.
        settlements, self._unsettled = self._unsettled, []
        if not settlements:
            return
        try:
            await line.settle(settlements)
            if self._stop.is_set() and any(one.status == "queued" for one in settlements):
                await line.ring()
        except LineLost:
            self._unsettled = settlements + self._unsettled
            raise

    async def _claim(self, line: Line) -> None:
        if self._is_backlogged and 0 < self._concurrency - len(self._runs) < self._concurrency // 4:
            # Where there is more than enough to do, let a few more places become free: one claim for all of them.
            await asyncio.sleep(_GATHER_S)
        free = self._concurrency - len(self._runs)
        if free <= 0:
            return
        claims = await line.claim(self._kinds, free)
        self._is_backlogged = len(claims) == free
        for claim in claims:
            if self._stop.is_set():
                self._unsettled.append(hand_back(claim))
            else:
                self._begin(claim)

    def _begin(self, claim: Claim) -> None:
        attempt = Attempt(claim, self._handlers[claim.kind], self._database, self._options.backoff)
        key = claim.fence
        self._runs[key] = (attempt, asyncio.create_task(self._run(key, attempt)))

    async def _run(self, key: Fence, attempt: Attempt) -> None:
        settlement = None
        try:
            settlement = await attempt.run()
        except asyncio.CancelledError:
            # Cancelled before it began.
            settlement = hand_back(attempt.claim) if attempt.stopped == "handed_back" else None
        finally:
            # After the hasty end of a stop the run is already gone, and its job handed back.
            if self._runs.pop(key, None) is not None and settlement is not None:
                self._unsettled.append(settlement)
            self._wake.set()

    async def _beat(self, line: Line) -> None:
        if time.monotonic() < self._next_beat:
            return
        runs = list(self._runs)
        if runs:
            ours = await line.beat(runs)
            for key in runs:
                if key not in ours:
                    self._drop(key)
        self._next_beat = time.monotonic() + self._options.beat_s

    def _drop(self, key: Fence) -> None:
        """Stop an attempt whose job is no longer its own."""
        attempt, task = self._runs.get(key, (None, None))
        if attempt is not None and task is not None and attempt.stopped is None and not attempt.claim.is_ending:
            attempt.stopped = "lost"
            task.cancel()

    async def _sweep(self, line: Line) -> None:
        if time.monotonic() < self._next_sweep:
            return
        silent_for_s = self._options.silent_for_s
        taken = await line.take_over(self._kinds, silent_for_s=silent_for_s)
        if taken:
            _LOG.warning("jobs_taken_over", jobs=taken)
        for claim in await line.list_exhausted(self._kinds, silent_for_s=silent_for_s):
            chore = asyncio.create_task(
                fail_for_good(self._database, claim, self._handlers[claim.kind], WORKER_LOST, silent_for_s=silent_for_s)
            )
            self._chores.add(chore)
            chore.add_done_callback(self._chores.discard)
        self._next_sweep = time.monotonic() + self._options.beat_s

    async def _hasten(self, line: Line) -> None:
        """After the grace, cancel what still runs; what does not even heed that is handed back over its head."""
        now = time.monotonic()
        if now < self._give_up_at:
            return
        for attempt, task in list(self._runs.values()):
            if attempt.stopped is None:
                attempt.stopped = "handed_back"
                task.cancel()
        if now > self._give_up_at + _UNWIND_S and self._runs:
            self._unsettled += [hand_back(attempt.claim) for attempt, _ in self._runs.values()]
            self._chores.update(task for _, task in self._runs.values())
            self._runs.clear()
            await self._settle(line)

    def _hear(self, message: str) -> None:
        if message.startswith(_CANCEL):
            job_id = UUID(message.removeprefix(_CANCEL))
            for key in [key for key in self._runs if key.job_id == job_id]:
                self._drop(key)
        else:
            self._wake.set()

    async def _abandon(self) -> None:
        """Nothing that was begun outlives the worker, however it ends."""
        tasks = [task for _, task in self._runs.values()] + list(self._chores)
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks, timeout=_UNWIND_S)
