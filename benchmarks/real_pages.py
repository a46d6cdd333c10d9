"""The times of ``benchmarks.speed`` on real pages of the folder that NEWSFORGE_BENCH_DATA names.

A suite of its own, so that measuring without that folder does not wipe out what was measured with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from benchmarks import speed

if TYPE_CHECKING:
    from pathlib import Path


def measure(_data: Path) -> dict[str, Any]:
    # The processes that measure read the same variable.
    scores = speed.compare("real")
    speed.print_pages("real", scores)
    return scores
