"""The folder that the processes of one machine share."""

from __future__ import annotations

import os
from pathlib import Path

from newsforge.settings.environment import Environment, first


def data_folder(environment: Environment | None = None) -> Path:
    return Path(first(os.environ if environment is None else environment, "NEWSFORGE_DATA") or ".newsforge").absolute()


def worker_pulse(data: Path, number: int = 0) -> Path:
    """The file that tells that a worker on this machine lives; of several processes, the one of this number."""
    return data / (f"worker-{number}.pulse" if number else "worker.pulse")


def list_worker_pulses(data: Path) -> list[Path]:
    return sorted(data.glob("worker*.pulse"))
