"""The generic cell rate algorithm in whole nanoseconds, so that nothing is lost to rounding.

A key has one number, the theoretical arrival time (TAT): the moment at which its burst will be whole again.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import NamedTuple

_NS = 1_000_000_000


@dataclass(frozen=True)
class Quota:
    """``limit`` in ``period_s``, evenly refilled; ``burst`` of them at once (``limit`` when 0). So of
    ``Quota(100, 60)`` the 101st request at one moment is refused, and one more is allowed every 0.6 s."""

    limit: int
    period_s: float
    burst: int = 0
    #: Between two requests at the steady rate; rounded up, so never more than the limit.
    interval_ns: int = field(init=False, repr=False)
    tolerance_ns: int = field(init=False, repr=False)

    def __post_init__(self) -> None:
        if self.limit < 1 or self.period_s <= 0 or self.burst < 0:
            raise ValueError("a quota allows at least 1 in a period longer than 0 s")
        object.__setattr__(self, "burst", self.burst or self.limit)
        object.__setattr__(self, "interval_ns", math.ceil(self.period_s * _NS / self.limit))
        object.__setattr__(self, "tolerance_ns", self.burst * self.interval_ns)


class Decision(NamedTuple):
    allowed: bool
    limit: int
    remaining: int
    #: Until the whole burst is there again.
    reset_s: float
    #: Until the same request would be allowed; 0 when it was, infinite when it costs more than the burst.
    retry_after_s: float


def spend(tat_ns: int, now_ns: int, quota: Quota, cost: int) -> tuple[bool, int]:
    """Whether ``cost`` is allowed now, and the TAT after it."""
    new_ns = max(tat_ns, now_ns) + cost * quota.interval_ns
    return (True, new_ns) if new_ns - now_ns <= quota.tolerance_ns else (False, tat_ns)


def describe(tat_ns: int, now_ns: int, quota: Quota, *, allowed: bool, cost: int) -> Decision:
    """``tat_ns`` after the decision."""
    owed_ns = max(0, tat_ns - now_ns)
    retry_after_s = 0.0
    if not allowed:
        wait_ns = owed_ns + cost * quota.interval_ns - quota.tolerance_ns
        retry_after_s = math.inf if cost > quota.burst else max(wait_ns, 0) / _NS
    remaining = max(0, (quota.tolerance_ns - owed_ns) // quota.interval_ns)
    return Decision(allowed, quota.limit, remaining, owed_ns / _NS, retry_after_s)
