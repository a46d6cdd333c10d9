"""The queue's door: jobs come in here, and are handed to the domains that know what to do with them."""

from __future__ import annotations

import asyncio

from newsforge.kit.pulse import keep_pulse
from newsforge.kit.queue.worker import WorkerOptions, run_worker
from newsforge.settings import ServiceSettings
from newsforge.settings.folder import worker_pulse
from newsforge.wiring.samples import warm_up
from newsforge.wiring.tasks import open_tasks
from newsforge.worker.metrics import tell_of_queue

#: What is left of the stop time-out once the running jobs had their grace: to unwind, and to close connections.
_UNWIND_S = 5.0


async def run(settings: ServiceSettings, stop: asyncio.Event, *, number: int = 0) -> None:
    """Work until ``stop``, then finish or hand back what runs, within the stop time-out. Of several processes that
    share a folder, this is the one of ``number``."""
    beside = [asyncio.create_task(keep_pulse(worker_pulse(settings.data, number)))]
    if settings.warm_up:
        beside.append(asyncio.create_task(warm_up()))
    try:
        async with open_tasks(settings) as (base, handlers, periodic):
            await run_worker(
                base.database,
                handlers,
                concurrency=settings.worker_concurrency,
                stop=stop,
                options=WorkerOptions(grace_s=max(1.0, settings.stop_timeout_s - _UNWIND_S)),
                periodic=[*periodic, *tell_of_queue(base.database, base.queue, settings.metrics)],
            )
    finally:
        for task in beside:
            task.cancel()
        await asyncio.gather(*beside, return_exceptions=True)
