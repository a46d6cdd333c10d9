"""A sign of life: a file that an event loop touches. A loop that hangs, or has ended, touches nothing.

That the database or the cache is away is no reason to restart a process: it waits, and goes on. What reads the sign
is cheap, for it is asked every few seconds: it loads nothing of the service and needs none of its settings.
"""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from typing import Final

EVERY_S: Final = 5.0
#: Missed beats that a busy machine may cost.
_MISSED: Final = 6


async def keep_pulse(path: Path, *, every_s: float = EVERY_S) -> None:
    """Until cancelled; then the file is gone."""
    try:
        while True:
            _touch(path)  # here and not in a thread: it is the loop that is to be seen alive
            await asyncio.sleep(every_s)
    finally:
        _remove(path)


def _touch(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)


def age_s(path: Path) -> float | None:
    """None when there is none."""
    try:
        return max(0.0, time.time() - path.stat().st_mtime)
    except FileNotFoundError:
        return None


def is_alive(path: Path, *, every_s: float = EVERY_S) -> bool:
    age = age_s(path)
    return age is not None and age <= every_s * _MISSED
