"""``make bench``: run the suites, print their tables, keep the results, and hold quality to its floors."""

from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import floors

HERE = Path(__file__).parent
#: name -> module with ``measure``; those of ``LABELLED`` need the folder of labelled pages and claims.
OWN = {
    "speed": "benchmarks.speed",
    "cache": "benchmarks.service.cache",
    "queue": "benchmarks.service.queue",
    "api": "benchmarks.service.api",
    "lists": "benchmarks.service.lists",
    "pages": "benchmarks.service.pages",
    "web": "benchmarks.web",
}
LABELLED = {
    "real_pages": "benchmarks.real_pages",
    "extraction": "benchmarks.quality.extraction",
    "faithfulness": "benchmarks.quality.faithfulness",
}


def machine() -> dict[str, str | int | None]:
    model = ""
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        lines = cpuinfo.read_text().splitlines()
        model = next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), "")
    return {
        "cpu": model or platform.processor(),
        "cores": os.cpu_count(),
        "system": platform.system(),
        "python": platform.python_version(),
    }


def keep(name: str, scores: dict[str, object], folder: Path) -> Path:
    now = datetime.now(UTC)
    path = folder / f"{name}.json"
    record = {"measured_at": now.isoformat(timespec="seconds"), "machine": machine(), "scores": scores}
    path.write_text(json.dumps(record, indent=1, sort_keys=True, ensure_ascii=False) + "\n")
    return path


def main() -> int:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("suites", nargs="*", help=f"of {', '.join(OWN | LABELLED)}; all of them when none is named")
    parser.add_argument("--raise-floors", action="store_true", help="lift the floors to what was measured")
    options = parser.parse_args()
    unknown = set(options.suites) - set(OWN | LABELLED)
    if unknown:
        parser.error(f"no suite is called {', '.join(sorted(unknown))}")
    wanted = options.suites or list(OWN | LABELLED)
    data = os.environ.get("NEWSFORGE_BENCH_DATA")
    results = HERE / "results"
    results.mkdir(exist_ok=True)
    fallen: list[str] = []
    for name in wanted:
        print(f"\n== {name} ==", flush=True)
        if name in OWN:
            scores = importlib.import_module(OWN[name]).measure()
        elif not data:
            print("not run: NEWSFORGE_BENCH_DATA names no folder of labelled pages and claims")
            continue
        else:
            scores = importlib.import_module(LABELLED[name]).measure(Path(data))
            fallen += floors.hold(name, scores, lift=options.raise_floors)
        print(f"kept in {keep(name, scores, results).relative_to(HERE.parent)}")
    for line in fallen:
        print(f"BELOW ITS FLOOR  {line}", file=sys.stderr)
    return bool(fallen)


if __name__ == "__main__":
    raise SystemExit(main())
