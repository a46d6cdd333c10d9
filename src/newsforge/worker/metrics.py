"""What the queue tells CloudWatch, so that workers are added and people woken: one line every half minute.

One worker of all says it. That it is missing means that no worker is alive, which is an alarm too.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Final

from newsforge.kit.clock import utc_now
from newsforge.kit.db.database import Database
from newsforge.kit.metrics import Measured, embedded_line
from newsforge.kit.queue.periodic import Periodic
from newsforge.kit.queue.queue import Queue
from newsforge.settings.metrics import MetricsSettings

#: Alarms and scaling (infra/stacks/compute.py) know these names; tests/infra compares.
QUEUE_DEPTH: Final = "QueueDepth"
QUEUE_AGE: Final = "QueueOldestAgeSeconds"
#: At least one in each of CloudWatch's minutes, although a turn may come a quarter late.
_EVERY_S: Final = 30.0


def write_line(line: str) -> None:
    """In one piece, so that no line of the log gets into it."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def tell_of_queue(
    database: Database,
    queue: Queue,
    settings: MetricsSettings,
    *,
    write: Callable[[str], None] = write_line,
    every_s: float = _EVERY_S,
) -> list[Periodic]:
    """What the worker does every so often for it; nothing when metrics are off."""
    if settings.kind != "emf":
        return []

    async def tell() -> None:
        async with database.read(on_primary=True) as session:
            counts = await queue.count(session)
        write(
            embedded_line(
                namespace=settings.namespace,
                dimensions={"Environment": settings.environment},
                measured={
                    QUEUE_DEPTH: Measured(value=counts.due, unit="Count"),
                    QUEUE_AGE: Measured(value=round(counts.oldest_due_age_s, 3), unit="Seconds"),
                },
                at=utc_now(),
                event="queue_measured",
            )
        )

    return [Periodic(name="tell_of_queue", every_s=every_s, run=tell)]
