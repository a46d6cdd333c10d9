"""Quality floors: scores may only rise. ``quality/floors.json`` maps ``suite.path.to.score`` to the least allowed.

A name that ends in ``false_alarms`` or ``empty`` is a ceiling: there, less is better.
"""

from __future__ import annotations

import json
from pathlib import Path

FILE = Path(__file__).parent / "quality" / "floors.json"


def flatten(scores: dict[str, object], prefix: str) -> dict[str, float]:
    flat: dict[str, float] = {}
    for key, value in scores.items():
        name = f"{prefix}.{key}"
        if isinstance(value, dict):
            flat |= flatten(value, name)
        elif isinstance(value, (int, float)) and not isinstance(value, bool):
            flat[name] = float(value)
    return flat


def less_is_better(name: str) -> bool:
    return name.endswith(("false_alarms", "empty"))


def hold(suite: str, scores: dict[str, object], *, lift: bool = False, file: Path = FILE) -> list[str]:
    """Compare with the floors of ``suite``; return a line for each score that fell. With ``lift``, raise what rose."""
    floors: dict[str, float] = json.loads(file.read_text()) if file.exists() else {}
    measured = flatten(scores, suite)
    fallen = []
    for name, floor in floors.items():
        if name.split(".")[0] != suite:
            continue
        value = measured.get(name)
        if value is None:
            fallen.append(f"{name}: not measured, floor {floor}")
        elif (value > floor + 1e-9) if less_is_better(name) else (value < floor - 1e-9):
            fallen.append(f"{name}: {value:.4f}, {'ceiling' if less_is_better(name) else 'floor'} {floor}")
    if lift:
        for name, floor in list(floors.items()):
            if name in measured:
                best = min if less_is_better(name) else max
                floors[name] = round(best(floor, measured[name]), 4)
        file.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n")
    return fallen
