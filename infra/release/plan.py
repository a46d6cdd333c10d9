"""What a release works with: the parts that have two colours, the workers, and what is watched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from infra.constructs.service import COLOURS

#: (percent of the traffic, minutes that it is watched). The alarms need three bad minutes of five.
STEPS: Final = ((10, 10), (50, 10), (100, 10))
#: How often it is asked, every 20 s, whether tasks are up: a quarter of an hour.
TRIES: Final = 45
#: The plan's four limits, of each part in each colour.
_WATCHED: Final = ("errors", "latency", "cpu", "memory")
_WORKER_WATCHED: Final = ("memory", "queue-age", "error-lines")


def machine_name(environment: str) -> str:
    return f"newsforge-{environment}-release"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """``rule`` and ``groups`` (by colour) are ARNs, ``services`` names. ``least`` tasks it has at the least when it
    is live, ``few`` are enough for a tenth of what it bears at the most."""

    name: str
    rule: str
    groups: Mapping[str, str]
    services: Mapping[str, str]
    least: int
    few: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasePlan:
    """``brake`` is an alarm that people set by hand: while it rings, no release goes on. ``images`` are repositories
    that must have the release; ``steps`` are of percent and minutes, as above."""

    prefix: str
    parts: tuple[Part, ...]
    worker: str
    brake: str
    images: tuple[str, ...]
    steps: tuple[tuple[int, int], ...] = STEPS
    tries: int = TRIES

    def alarms(self, colour: str) -> list[str]:
        """What must be silent while ``colour`` takes the traffic over."""
        return [self.brake, *(f"{self.prefix}-{part.name}-{colour}-{kind}" for part in self.parts for kind in _WATCHED)]

    @property
    def worker_alarms(self) -> list[str]:
        return [f"{self.prefix}-worker-{kind}" for kind in _WORKER_WATCHED]

    @property
    def all_alarms(self) -> list[str]:
        """Each once."""
        found = [name for colour in COLOURS for name in self.alarms(colour)]
        return list(dict.fromkeys([*found, *self.worker_alarms]))
