"""How large for how many: tasks, replicas and traffic from measured service times and stated assumptions.

Measured (benchmarks/results, two cores): one conversion of one article for every platform takes 0.182 s of CPU at the
median, without an AI vendor; one read of the API 0.000286 s, an opened page at most 0.0435 s. Assumed, and named so
below: what people do, how much dearer the mean request is than that read, and what one database bears.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Final

from infra.refusal import Misconfigured

#: Measured: seconds of one core for one conversion.
CONVERSION_CPU_S: Final = 0.182
#: Assumed: a graviton core of Fargate against the measured one, and how full scaling lets a task become.
_CORE_FACTOR: Final = 0.8
_FULL_SHARE: Final = 0.6
#: Assumed: of a person's day.
CONVERSIONS_PER_USER_DAY: Final = 2
_REQUESTS_PER_CONVERSION: Final = 25
_PEAK_SHARE_OF_DAY: Final = 0.12  # of a day's work in its busiest hour
#: Tasks of API and workers have two cores, with a process on each.
_CORES: Final = 2
#: Measured: seconds of one core for the API's most frequent read.
READ_CPU_S: Final = 0.000286
#: Assumed: the mean request (writes, lists, sign-ins are in it) costs as many reads.
_READS_PER_REQUEST: Final = 5
#: Measured: seconds of one core for the page of an open conversion, the dearest one, and for what a link fetches ahead.
PAGE_CPU_S: Final = 0.0435
AHEAD_CPU_S: Final = 0.0042
#: Assumed: for each conversion one page is opened whole and the rest is fetched ahead; scripts come from the edge.
_AHEAD_PER_CONVERSION: Final = 4
#: Assumed: transactions a conversion writes and reads; what one r6g.large bears of each.
_WRITES_PER_CONVERSION: Final = 20
_READS_PER_CONVERSION: Final = 60
_WRITES_PER_SECOND: Final = 2_000
_READS_PER_REPLICA_SECOND: Final = 8_000
#: A primary can grow to db.r8g.48xlarge, about a hundred times r6g.large; beyond, workspaces must be spread.
_LARGEST_PRIMARY: Final = 100
_KIB_PER_REQUEST: Final = 12
_LOG_BYTES_PER_REQUEST: Final = 900


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """A month's means; ``tasks`` are means over the day, ``peak_tasks`` of the busiest hour."""

    conversions_per_day: int
    requests_per_second: float
    nat_gb: float
    edge_gb: float
    log_gb: float
    replicas: int
    primary_factor: float
    tasks: dict[str, float] = field(default_factory=dict)
    peak_tasks: dict[str, int] = field(default_factory=dict)


def load_of_users(users: int) -> Load:
    if users < 0:
        raise Misconfigured(f"There cannot be {users} users.", remedy="Say --users with 0 or more.")
    per_day = users * CONVERSIONS_PER_USER_DAY
    mean, peak = per_day / 86_400, per_day * _PEAK_SHARE_OF_DAY / 3600
    factor = peak * _WRITES_PER_CONVERSION / _WRITES_PER_SECOND
    if factor > _LARGEST_PRIMARY:
        raise Misconfigured(
            f"{users:,} users write more than the largest single PostgreSQL bears.",
            remedy="Spread workspaces over several databases first; this model counts one.",
        )
    rps = mean * _REQUESTS_PER_CONVERSION
    gib = 1024**3
    return Load(
        conversions_per_day=per_day,
        requests_per_second=rps,
        nat_gb=5 + per_day * 30 * 0.5 / 1024,  # half a MiB an article fetched
        edge_gb=20 + rps * 86_400 * 30 * _KIB_PER_REQUEST * 1024 / gib,
        log_gb=5 + rps * 86_400 * 30 * _LOG_BYTES_PER_REQUEST / gib,
        replicas=max(1, math.ceil(peak * _READS_PER_CONVERSION / _READS_PER_REPLICA_SECOND)),
        primary_factor=max(1.0, factor),
        tasks={name: _tasks(mean)[name] for name in ("web", "API", "workers")},
        peak_tasks={name: math.ceil(count) for name, count in _tasks(peak).items()},
    )


def _tasks(conversions_per_second: float) -> dict[str, float]:
    """Each figure before rounding and before the least number of tasks."""
    rps = conversions_per_second * _REQUESTS_PER_CONVERSION
    page_cpu_s = PAGE_CPU_S + _AHEAD_PER_CONVERSION * AHEAD_CPU_S
    return {
        "web": conversions_per_second
        * page_cpu_s
        / (_CORE_FACTOR * _FULL_SHARE),  # of one core, as Node has one thread
        "API": rps * READ_CPU_S * _READS_PER_REQUEST / (_CORES * _CORE_FACTOR * _FULL_SHARE),
        "workers": conversions_per_second * CONVERSION_CPU_S / (_CORES * _CORE_FACTOR * _FULL_SHARE),
    }
