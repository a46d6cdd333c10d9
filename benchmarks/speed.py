"""How long a conversion takes, from the page's bytes to checked posts for every platform, without AI or network.

Every page is converted once in a process that has converted other articles before, so that no cache of words knows
it; several processes one after another give the middle. The peers of ``benchmarks.peers`` read the same pages in the
same processes. Also: how long the command takes to start, and how much memory a process holds.
"""

from __future__ import annotations

import json
import os
import re
import statistics
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from benchmarks.pages import Page

ROUNDS = 3
STARTS = 7
DATA_FOLDER = "NEWSFORGE_BENCH_DATA"
_PROJECT = Path(__file__).parent.parent
Times = dict[str, list[float]]


def measure() -> dict[str, Any]:
    result: dict[str, Any] = {"written": compare("written"), "start": _start_times(), "memory": _memory()}
    print_pages("written", result["written"])
    start = result["start"]
    print(f"\nnewsforge --help: {start['help_s']:.3f} s, of which Python itself {start['python_share']:.0%}")
    held = (f"{name} {held['resident_mb']} (most {held['most_mb']})" for name, held in result["memory"].items())
    print(f"memory, MB: {', '.join(held)}")
    return result


def compare(kind: str) -> dict[str, Any]:
    """``written`` pages of the project, or ``real`` ones of the folder that ``DATA_FOLDER`` names."""
    rounds = [_in_new_process("round", kind) for _ in range(ROUNDS)]
    return {
        "pages": len(rounds[0]["pages"]),
        "platforms": rounds[0]["platforms"],
        "posts": rounds[0]["statuses"],
        "conversion": _conversion_times(rounds),
        "peers": _peer_times(rounds),
    }


def _conversion_times(rounds: list[dict[str, Any]]) -> dict[str, Any]:
    """Milliseconds; for each page the median of its rounds, then percentiles over the pages."""
    stages: dict[str, Times] = defaultdict(dict)
    languages: dict[str, Times] = defaultdict(dict)
    for name in rounds[0]["pages"]:
        for stage in ("read", "convert", "all", "cpu"):
            stages[stage][name] = [one["pages"][name][stage] for one in rounds]
        languages[rounds[0]["languages"][name]][name] = stages["all"][name]
    return {name: _percentiles(times) for name, times in (stages | languages).items()} | {
        "first_ms": {name: round(_median([one["first"][name] for one in rounds]), 1) for name in rounds[0]["first"]}
    }


def _peer_times(rounds: list[dict[str, Any]]) -> dict[str, Any]:
    """``ratio`` is their time over ours, the median of the pages."""
    peers = {name: [one["peers"][name]["all"] for one in rounds] for name in rounds[0]["peers"]}
    ours = {name: [one["pages"][name]["all"] for one in rounds] for name in peers}
    cpu = {name: [one["peers"][name]["cpu"] for one in rounds] for name in peers}
    failures = {name: run["failure"] for name, run in rounds[0]["peers"].items() if run["failure"]}
    ratios = {name: _median(peers[name]) / _median(ours[name]) for name in peers}
    readable = [ratio for name, ratio in ratios.items() if name not in failures]
    return {
        "time": _percentiles(peers),
        "cpu": _percentiles(cpu),
        "ratio": round(_median(list(ratios.values())), 2),
        "ratio_where_they_read": round(_median(readable), 2) if readable else None,
        "pages_not_read": len(failures),
        "why": dict(Counter(failures.values())),
    }


def _percentiles(times: Times) -> dict[str, float]:
    middles = sorted(_median(values) for values in times.values())
    p95 = middles[min(len(middles) - 1, round(0.95 * (len(middles) - 1)))]
    return {"p50_ms": round(_median(middles), 1), "p95_ms": round(p95, 1), "most_ms": round(middles[-1], 1)}


def _median(values: list[float]) -> float:
    return statistics.median(values)


def _start_times() -> dict[str, float]:
    """Seconds until the prompt is back; ``python`` is the bare interpreter's share of it."""
    command = Path(sys.executable).with_name("newsforge")
    whole = _seconds([str(command), "--help"])
    bare = _seconds([sys.executable, "-c", "pass"])
    return {"help_s": round(whole, 3), "python_s": round(bare, 3), "python_share": round(bare / whole, 2)}


def _seconds(command: list[str]) -> float:
    taken = []
    for _ in range(STARTS):
        began = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, timeout=60)
        taken.append(time.perf_counter() - began)
    return _median(taken)


def _memory() -> dict[str, Any]:
    return {name: _in_new_process("memory", name) for name in ("idle", "en", "ja", "ko")}


def _in_new_process(*arguments: str) -> dict[str, Any]:
    environment = {**os.environ, "PYTHONPATH": str(_PROJECT)}
    run = subprocess.run(
        [sys.executable, "-m", "benchmarks.speed", *arguments],
        check=True, stdout=subprocess.PIPE, timeout=900, cwd=_PROJECT, env=environment,
    )  # fmt: skip
    measured: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    return measured


class _Converter:
    """Keeps one event loop open, as a worker process does."""

    def __init__(self) -> None:
        import asyncio

        from newsforge.adapters.readers.source import SourceReader
        from newsforge.adapters.writers.embedded import EmbeddedWriter
        from newsforge.engine.platforms.registry import platforms

        # Not asyncio.Runner: when it gives a signal's treatment back it spells out the whole conversion, for 10 ms.
        self._loop = asyncio.new_event_loop()
        self._reader = SourceReader()
        self._writers = (EmbeddedWriter(),)
        self.platforms = tuple(platforms().values())

    def read(self, page: Page) -> Any:
        from newsforge.pipeline.ports import Source

        source = Source(kind="file", name=f"{page.name}.html", data=page.data)
        return self._loop.run_until_complete(self._reader.read(source))

    def convert(self, article: Any) -> Any:
        from newsforge.pipeline.conversion import convert

        return self._loop.run_until_complete(
            convert(article, self.platforms, self._writers, link=article.url, deadline_s=600)
        )


def _timed(function: Callable[..., Any], *arguments: Any) -> tuple[Any, float, float]:
    """The result, milliseconds that passed, and milliseconds of processor time (all threads)."""
    began, cpu_began = time.perf_counter(), time.process_time()
    result = function(*arguments)
    return result, (time.perf_counter() - began) * 1000, (time.process_time() - cpu_began) * 1000


def _round(kind: str) -> dict[str, Any]:
    from benchmarks import peers
    from benchmarks.pages import real_pages, warming_pages, written_pages
    from newsforge.kit.errors import NewsforgeError

    pages = written_pages() if kind == "written" else real_pages(Path(os.environ[DATA_FOLDER]))
    converter = _Converter()
    first = {}
    for page in warming_pages():
        article, read_ms, _ = _timed(converter.read, page)
        first[page.language] = read_ms + _timed(converter.convert, article)[1]
    times: dict[str, dict[str, float]] = {}
    statuses: Counter[str] = Counter()
    for page in pages:
        try:
            article, read_ms, read_cpu_ms = _timed(converter.read, page)
        except NewsforgeError:
            statuses["not read"] += 1
            continue
        conversion, convert_ms, convert_cpu_ms = _timed(converter.convert, article)
        times[page.name] = {
            "read": read_ms,
            "convert": convert_ms,
            "all": read_ms + convert_ms,
            "cpu": read_cpu_ms + convert_cpu_ms,
        }
        statuses.update(result.status for result in conversion.results)
    for page in warming_pages():
        peers.convert(page)
    return {
        "platforms": len(converter.platforms),
        "languages": {page.name: page.language for page in pages},
        "first": first,
        "pages": times,
        "statuses": dict(statuses),
        "peers": {page.name: _peer_run(page) for page in pages if page.name in times},
    }


def _peer_run(page: Page) -> dict[str, Any]:
    from benchmarks import peers

    run, taken_ms, cpu_ms = _timed(peers.convert, page)
    return {"all": taken_ms, "cpu": cpu_ms, "failure": run.failure}


def _resident() -> dict[str, int]:
    """MB of this process, after one conversion in that language: now, and at most."""
    status = Path("/proc/self/status").read_text()
    return {
        name: int(re.findall(rf"{field}:\s+(\d+) kB", status)[0]) // 1024
        for name, field in (("resident_mb", "VmRSS"), ("most_mb", "VmHWM"))
    }


def _memory_of(what: str) -> dict[str, int]:
    if what != "idle":
        from benchmarks.pages import warming_pages

        page = next(page for page in warming_pages() if page.language == what)
        converter = _Converter()
        converter.convert(converter.read(page))
    else:
        import newsforge.cli  # noqa: F401 - what every command loads
    return _resident()


def print_pages(kind: str, result: dict[str, Any]) -> None:
    """The table of ``compare``."""
    times, peers = result["conversion"], result["peers"]
    heading = f"{result['pages']} {kind} pages, {result['platforms']} platforms each"
    print(f"\n{heading:42s} {'p50 ms':>8s} {'p95 ms':>8s} {'most ms':>8s}")
    labels = {"read": "read the page", "convert": "write and check all posts", "all": "both", "cpu": "  processor time"}
    labels |= {"ko": "  Korean", "en": "  English", "ja": "  Japanese"}
    for name, label in labels.items():
        if name in times:
            _row(label, times[name])
    _row("newspaper4k + LexRank, 3 sentences", peers["time"])
    _row("  processor time", peers["cpu"])
    print(f"their time over ours: {peers['ratio']}; where they read the page: {peers['ratio_where_they_read']}")
    print(f"pages they did not read: {peers['pages_not_read']} {peers['why'] or ''}")
    print(f"posts: {result['posts']}; first article of a process, ms: {times['first_ms']}")


def _row(label: str, times: dict[str, float]) -> None:
    print(f"{label:42s} {times['p50_ms']:8.1f} {times['p95_ms']:8.1f} {times['most_ms']:8.1f}")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["round", name]:
            print(json.dumps(_round(name)))
        case ["memory", name]:
            print(json.dumps(_memory_of(name)))
        case _:
            measure()
