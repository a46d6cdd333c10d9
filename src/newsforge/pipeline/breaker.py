"""A circuit breaker: a vendor that keeps failing is left alone for a while instead of costing every post its time."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple


class Circuit(NamedTuple):
    """Failures are counted per credential owner too, so that one user's throttled key never shuts out the others."""

    vendor: str
    owner: str


@dataclass(slots=True)
class _State:
    failures: deque[float] = field(default_factory=deque)
    open_until: float = 0.0
    held_until: float = 0.0
    #: True once it has opened: then a single call at a time may probe whether the vendor is back.
    tripped: bool = False
    probing: bool = False


class Breaker:
    """Opens after ``threshold`` failures within ``window_s``, stays open ``cooldown_s``, then lets one probe through.

    Not thread-safe: it belongs to one event loop. Every :meth:`admit` that returned 0 must be followed by exactly one
    of :meth:`succeeded`, :meth:`failed` or :meth:`abandoned`.
    """

    def __init__(
        self,
        *,
        threshold: int = 5,
        window_s: float = 60.0,
        cooldown_s: float = 30.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._threshold = threshold
        self._window_s = window_s
        self._cooldown_s = cooldown_s
        self._clock = clock
        self._states: dict[Circuit, _State] = {}

    def admit(self, circuit: Circuit) -> float:
        """0 when a call may go out now, else the seconds to wait until one may."""
        state = self._states.get(circuit)
        if state is None:
            return 0.0
        wait_s = max(state.open_until, state.held_until) - self._clock()
        if wait_s > 0:
            return wait_s
        if state.probing:
            return self._cooldown_s
        state.probing = state.tripped
        return 0.0

    def resting(self) -> list[Circuit]:
        """Those that are left alone now, because they failed."""
        now = self._clock()
        return [circuit for circuit, state in self._states.items() if state.open_until > now]

    def succeeded(self, circuit: Circuit) -> None:
        state = self._states.get(circuit)
        if state is not None and state.held_until <= self._clock():
            del self._states[circuit]
        elif state is not None:
            self._states[circuit] = _State(held_until=state.held_until)

    def failed(self, circuit: Circuit) -> None:
        """Count a failure that is the vendor's own: an outage, a timeout, a broken connection."""
        state = self._states.setdefault(circuit, _State())
        now = self._clock()
        state.failures.append(now)
        while state.failures[0] <= now - self._window_s:
            state.failures.popleft()
        if state.probing or len(state.failures) >= self._threshold:
            state.open_until = now + self._cooldown_s
            state.tripped = True
        state.probing = False

    def abandoned(self, circuit: Circuit) -> None:
        """The call ended without telling anything about the vendor: cancelled, or the request itself was wrong."""
        state = self._states.get(circuit)
        if state is not None:
            state.probing = False

    def hold(self, circuit: Circuit, *, wait_s: float) -> None:
        """Obey the vendor's Retry-After: no call for so long. It is no outage, so afterwards all may call again."""
        state = self._states.setdefault(circuit, _State())
        state.held_until = max(state.held_until, self._clock() + wait_s)
        state.probing = False
