"""Is this process alive, and is what it needs in reach?"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from newsforge import __version__
from newsforge.kit.http.resources import Needs

State = Literal["ok", "degraded", "down", "off"]
#: One that answers no faster than this counts as not answering.
_CHECK_TIMEOUT_S = 2.0

router = APIRouter(prefix="/health", tags=["health"])
_ANONYMOUS = {"x-anonymous": True}


class Health(BaseModel):
    status: Literal["ok"]
    version: str


class Dependency(BaseModel):
    """``latency_ms`` is null for what was not asked."""

    state: State
    latency_ms: float | None = None
    detail: str = ""


class Readiness(BaseModel):
    """`degraded`: everything works, but slower or with less than usual. `down`: requests would fail."""

    status: Literal["ok", "degraded", "down"] = Field(examples=["ok"])
    version: str
    dependencies: dict[str, Dependency]


@dataclass(frozen=True, slots=True)
class HealthCheck:
    """``is_vital``: without it the service is down, not only degraded. ``look`` may raise."""

    look: Callable[[], Awaitable[Dependency]]
    is_vital: bool = False


class HealthChecks:
    """By name, in the order in which they are shown. An answer is kept for a second: a load balancer with many
    probes must not become a load."""

    def __init__(self, checks: Mapping[str, HealthCheck], *, keep_s: float = 1.0) -> None:
        self._checks = dict(checks)
        self._keep_s = keep_s
        self._last: tuple[float, Readiness] | None = None
        self._lock = asyncio.Lock()

    async def run(self) -> Readiness:
        async with self._lock:
            if self._last is not None and time.monotonic() - self._last[0] < self._keep_s:
                return self._last[1]
            found = await asyncio.gather(*(_look(check) for check in self._checks.values()))
            dependencies = dict(zip(self._checks, found, strict=True))
            vital = [found for name, found in dependencies.items() if self._checks[name].is_vital]
            status: Literal["ok", "degraded", "down"] = "ok"
            if any(d.state == "down" for d in vital):
                status = "down"
            elif any(d.state in {"down", "degraded"} for d in dependencies.values()):
                status = "degraded"
            readiness = Readiness(status=status, version=__version__, dependencies=dependencies)
            self._last = (time.monotonic(), readiness)
            return readiness


async def _look(check: HealthCheck) -> Dependency:
    began = time.perf_counter()
    try:
        async with asyncio.timeout(_CHECK_TIMEOUT_S):
            found = await check.look()
    except Exception as error:  # noqa: BLE001 - whatever it is, it means that this does not answer
        return Dependency(state="down", detail=type(error).__name__)
    if found.latency_ms is None and found.state != "off":
        found.latency_ms = round((time.perf_counter() - began) * 1000, 2)
    return found


@router.get("", operation_id="get_health", summary="Is the process alive?", openapi_extra=_ANONYMOUS)
async def get_health() -> Health:
    """Asks nothing of anyone: a load balancer restarts what does not answer here."""
    return Health(status="ok", version=__version__)


@router.get(
    "/ready",
    operation_id="get_readiness",
    summary="Can it serve, and what is it short of?",
    openapi_extra=_ANONYMOUS,
    responses={503: {"description": "Something vital is down.", "model": Readiness}},
)
async def get_readiness(checks: Annotated[HealthChecks, Needs(HealthChecks)], response: Response) -> Readiness:
    """A dead cache or AI vendor is `degraded`: the service goes on without. A dead database is `down` (503)."""
    readiness = await checks.run()
    if readiness.status == "down":
        response.status_code = 503
    return readiness
