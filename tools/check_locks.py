"""Fail when a lock file lacks a hash, names an index, or does not pin what its .in file asks for."""

from __future__ import annotations

import re
import sys
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "requirements"


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def faults(source: Path) -> list[str]:
    lock = source.with_suffix(".txt").read_text()
    blocks = re.split(r"\n(?=\S)", lock)
    pins = {canonical(m[1]): block for block in blocks if (m := re.match(r"([\w.-]+)(?:\[[\w,]+\])?==\S+", block))}
    found = [f"{source.stem}.txt: {name} has no hash" for name, block in pins.items() if "--hash=sha256:" not in block]
    found += [
        f"{source.stem}.txt names an index: {line}" for line in lock.splitlines() if re.match(r"\s*-?-i\w*", line)
    ]
    for line in source.read_text().splitlines():
        wanted = re.match(r"[A-Za-z][\w.-]*", line)
        if wanted and canonical(wanted[0]) not in pins:
            found.append(f"{source.stem}.txt does not pin {wanted[0]}: run `make lock`")
    return found


def main() -> int:
    found = [fault for source in sorted(FOLDER.glob("*.in")) for fault in faults(source)]
    for fault in found:
        sys.stderr.write(fault + "\n")
    return bool(found)


if __name__ == "__main__":
    raise SystemExit(main())
