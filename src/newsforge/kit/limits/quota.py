"""A sliding window in slots: how much was allowed in the last period, counted so that it is never more.

Time is cut into slots of :attr:`Quota.slot_ns`. What the running slot and the :attr:`Quota.slots` before it hold
together is bounded, and they cover every window of one period that ends now: so no period at all, wherever it begins,
holds more than the limit. The price is that a request may be refused up to one slot longer than it had to be.
"""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass, field
from typing import Final, NamedTuple

_NS: Final = 1_000_000_000
#: Of a period: a minute is cut into halves of a second.
_SLOTS: Final = 120


@dataclass(frozen=True)
class Quota:
    """At most ``limit`` in any ``period_s``; all of them may come at once. Of ``Quota(100, 60)`` the 101st request is
    refused until the first is a minute (and half a second) old."""

    limit: int
    period_s: float
    slots: int = field(init=False, repr=False, default=_SLOTS)
    slot_ns: int = field(init=False, repr=False)

    def __post_init__(self) -> None:
        if self.limit < 1 or self.period_s <= 0:
            raise ValueError("a quota allows at least 1 in a period longer than 0 s")
        object.__setattr__(self, "slot_ns", math.ceil(self.period_s * _NS / _SLOTS))


class Decision(NamedTuple):
    allowed: bool
    limit: int
    remaining: int
    #: Until all of the limit is there again.
    reset_s: float
    #: Until the same request would be allowed; 0 when it was, infinite when it costs more than the limit.
    retry_after_s: float


class Window:
    """What was allowed in the last period, by the slots in which it was."""

    __slots__ = ("_quota", "_slots", "total")

    def __init__(self, quota: Quota) -> None:
        self._quota = quota
        #: [slot, how much], oldest first.
        self._slots: deque[list[int]] = deque()
        self.total = 0

    def forget_old(self, now_ns: int) -> None:
        slots = self._slots
        oldest = now_ns // self._quota.slot_ns - self._quota.slots
        while slots and slots[0][0] < oldest:
            self.total -= slots.popleft()[1]

    def spend(self, now_ns: int, cost: int) -> bool:
        """Whether ``cost`` is allowed now; it is counted if so."""
        self.forget_old(now_ns)
        if not self.fits(cost):
            return False
        self.total += cost
        slot = now_ns // self._quota.slot_ns
        if self._slots and self._slots[-1][0] == slot:
            self._slots[-1][1] += cost
        else:
            self._slots.append([slot, cost])
        return True

    def fits(self, cost: int) -> bool:
        """After :meth:`forget_old`."""
        return self.total + cost <= self._quota.limit

    def describe(self, now_ns: int, *, allowed: bool, cost: int) -> Decision:
        quota = self._quota
        reset_s = self._until(self._slots[-1][0], now_ns) if self._slots else 0.0
        retry_after_s = 0.0 if allowed else self._find_retry_s(now_ns, cost)
        return Decision(allowed, quota.limit, quota.limit - self.total, reset_s, retry_after_s)

    def _find_retry_s(self, now_ns: int, cost: int) -> float:
        missing = self.total + cost - self._quota.limit
        for slot, count in self._slots:
            missing -= count
            if missing <= 0:
                return self._until(slot, now_ns)
        return math.inf

    def _until(self, slot: int, now_ns: int) -> float:
        """Until that slot counts no more."""
        return ((slot + self._quota.slots + 1) * self._quota.slot_ns - now_ns) / _NS
