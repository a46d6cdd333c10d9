"""Lighthouse on the web pages, in a real browser against a whole service. `tools/web` brings Node and Chromium."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]


def measure() -> dict[str, Any]:
    """Scores (0 to 100), LCP and TBT in milliseconds, weight in bytes: the median of three runs a page, desktop."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "lighthouse.json"
        subprocess.run([ROOT / "tools/web", "bench"], check=True, env={**os.environ, "BENCH_OUT": str(out)})
        scores: dict[str, Any] = json.loads(out.read_text())
    for name, row in scores["pages"].items():
        print(f"{name:<16}" + "  ".join(f"{key} {value}" for key, value in row.items()))
    return scores
