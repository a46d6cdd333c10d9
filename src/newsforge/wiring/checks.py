"""What readiness looks at: each dependency with its state and how long it took to say so."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Final

from sqlalchemy import text

from newsforge.domains.access.revocations import Revocations
from newsforge.kit.http.health import Dependency, HealthCheck, HealthChecks
from newsforge.wiring.foundation import Foundation
from newsforge.wiring.workbench import configured_writers
from newsforge.wiring.writers import RESTING_KEY

#: Work that has waited this long says that there are too few workers, or none.
_SLOW_QUEUE_S: Final = 60.0


def health_checks(base: Foundation, revocations: Revocations) -> HealthChecks:
    return HealthChecks(
        {
            "database": HealthCheck(_database(base), is_vital=True),
            "replicas": HealthCheck(_replicas(base)),
            "cache": HealthCheck(_cache(base)),
            "queue": HealthCheck(_queue(base)),
            "files": HealthCheck(_files(base)),
            "revocations": HealthCheck(_revocations(revocations)),
            "ai_writers": HealthCheck(_writers(base)),
        }
    )


def _database(base: Foundation) -> Callable[[], Awaitable[Dependency]]:
    async def look() -> Dependency:
        async with base.database.read(on_primary=True) as session:
            await session.execute(text("SELECT 1"))
        return Dependency(state="ok")

    return look


def _replicas(base: Foundation) -> Callable[[], Awaitable[Dependency]]:
    async def look() -> Dependency:
        replicas = base.database.replicas
        if not replicas:
            return Dependency(state="off", detail="none is set up")
        longest_s = base.database.options.max_replica_lag_s
        fresh = [replica for replica in replicas if replica.is_fresh(longest_s)]
        lag_s = max((replica.lag_s() for replica in fresh), default=0.0)
        detail = f"{len(fresh)} of {len(replicas)} take reads, {lag_s:.1f} s behind at most"
        return Dependency(state="ok" if len(fresh) == len(replicas) else "degraded", detail=detail)

    return look


def _cache(base: Foundation) -> Callable[[], Awaitable[Dependency]]:
    async def look() -> Dependency:
        health = await base.valkey.state()
        if health.state == "up":
            return Dependency(state="ok", latency_ms=health.latency_ms)
        if health.state == "off":
            return Dependency(state="off", detail="none is set up; this process remembers for itself")
        return Dependency(
            state="degraded", detail=f"away since {health.since:%H:%M:%S} UTC; this process remembers for itself"
        )

    return look


def _queue(base: Foundation) -> Callable[[], Awaitable[Dependency]]:
    async def look() -> Dependency:
        async with base.database.read(on_primary=True) as session:
            counts = await base.queue.count(session)
        is_slow = counts.oldest_due_age_s > _SLOW_QUEUE_S
        detail = f"{counts.due} due, {counts.running} running, oldest waits {counts.oldest_due_age_s:.0f} s"
        return Dependency(state="degraded" if is_slow else "ok", detail=detail)

    return look


def _files(base: Foundation) -> Callable[[], Awaitable[Dependency]]:
    async def look() -> Dependency:
        await base.files.probe()
        return Dependency(state="ok")

    return look


def _revocations(revocations: Revocations) -> Callable[[], Awaitable[Dependency]]:
    async def look() -> Dependency:
        if revocations.is_fresh():
            return Dependency(state="ok")
        return Dependency(state="degraded", detail="behind; each request asks the database")

    return look


def _writers(base: Foundation) -> Callable[[], Awaitable[Dependency]]:
    async def look() -> Dependency:
        names = configured_writers(base.product.writers)
        if not names:
            return Dependency(state="off", detail="none is set up; the embedded writer writes")
        told = await base.cache.get(RESTING_KEY)
        resting = json.loads(told) if told else []
        if resting:
            return Dependency(state="degraded", detail=f"left alone after failures: {', '.join(resting)}")
        return Dependency(state="ok", detail=", ".join(names))

    return look
