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
from html import escape
from pathlib import Path
from typing import Any

ROUNDS = 3
STARTS = 7
_PROJECT = Path(__file__).parent.parent
Times = dict[str, list[float]]


def measure() -> dict[str, Any]:
    rounds = [_in_new_process("round") for _ in range(ROUNDS)]
    result: dict[str, Any] = {
        "platforms": rounds[0]["platforms"],
        "pages": len(rounds[0]["pages"]),
        "not_clean": rounds[0]["not_clean"],
        "conversion": _conversion_times(rounds),
        "peers": _peer_times(rounds),
        "start": _start_times(),
        "memory": _memory(),
    }
    _print(result)
    return result


def _conversion_times(rounds: list[dict[str, Any]]) -> dict[str, Any]:
    """Milliseconds; for each page the median of its rounds, then percentiles over the pages."""
    stages: dict[str, dict[str, list[float]]] = defaultdict(dict)
    for slug in rounds[0]["pages"]:
        for stage in ("read", "convert"):
            stages[stage][slug] = [one["pages"][slug][stage] for one in rounds]
        stages["all"][slug] = [sum(one["pages"][slug].values()) for one in rounds]
    result: dict[str, Any] = {stage: _percentiles(times) for stage, times in stages.items()}
    for language in ("ko", "en", "ja"):
        result[language] = _percentiles({slug: times for slug, times in stages["all"].items() if slug[:2] == language})
    result["first_ms"] = {
        name: round(_median([one["first"][name] for one in rounds]), 1) for name in rounds[0]["first"]
    }
    return result


def _peer_times(rounds: list[dict[str, Any]]) -> dict[str, Any]:
    peers = {slug: [one["peers"][slug]["all"] for one in rounds] for slug in rounds[0]["peers"]}
    ours = {slug: [sum(one["pages"][slug].values()) for one in rounds] for slug in peers}
    failures = {slug: run["failure"] for slug, run in rounds[0]["peers"].items() if run["failure"]}
    ratios = [_median(peers[slug]) / _median(ours[slug]) for slug in peers]
    read = {slug for slug in peers if slug not in failures}
    return {
        "time": _percentiles(peers),
        "ours_on_the_same_pages": _percentiles(ours),
        "times_as_long_as_ours": round(_median(ratios), 2),
        "times_as_long_as_ours_where_they_read": round(
            _median([_median(peers[slug]) / _median(ours[slug]) for slug in read]), 2
        ),
        "pages": len(peers),
        "pages_not_read": len(failures),
        "why": dict(Counter(failures.values())),
        "gives": "3 sentences; ours: a checked post for every platform",
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
    return json.loads(run.stdout.splitlines()[-1])


class _Converter:
    """Keeps one event loop open, as a worker process does."""

    def __init__(self) -> None:
        import asyncio

        from newsforge.adapters.readers.source import SourceReader
        from newsforge.adapters.writers.embedded import EmbeddedWriter
        from newsforge.engine.platforms.registry import platforms

        self._runner = asyncio.Runner()
        self._reader = SourceReader()
        self._writers = (EmbeddedWriter(),)
        self.platforms = tuple(platforms().values())

    def read(self, name: str, data: bytes) -> Any:
        from newsforge.pipeline.ports import Source

        return self._runner.run(self._reader.read(Source(kind="file", name=name, data=data)))

    def convert(self, article: Any) -> Any:
        from newsforge.pipeline.conversion import convert

        return self._runner.run(convert(article, self.platforms, self._writers, link=article.url, deadline_s=600))


def _timed(function: Callable[..., Any], *arguments: Any) -> tuple[Any, float]:
    began = time.perf_counter()
    result = function(*arguments)
    return result, (time.perf_counter() - began) * 1000


def _round() -> dict[str, Any]:
    from tests.corpus.loader import articles

    converter = _Converter()
    first = {}
    for truth in _warming():
        article, read_ms = _timed(converter.read, "warm.html", _plain_page(truth))
        first[truth.language] = read_ms + _timed(converter.convert, article)[1]
    pages = [article for article in articles() if article.is_html]
    times: dict[str, dict[str, float]] = {}
    not_clean: Counter[str] = Counter()
    for page in pages:
        article, read_ms = _timed(converter.read, page.source.split("/")[1], page.data)
        conversion, convert_ms = _timed(converter.convert, article)
        times[page.slug] = {"read": read_ms, "convert": convert_ms}
        not_clean.update(result.status for result in conversion.results if result.status != "clean")
    return {
        "platforms": len(converter.platforms),
        "first": first,
        "pages": times,
        "not_clean": dict(not_clean),
        "peers": _peers_round(pages),
    }


def _peers_round(pages: list[Any]) -> dict[str, Any]:
    from benchmarks import peers

    for article in _warming():
        peers.convert(article, _plain_page(article).decode())
    result = {}
    for page in pages:
        run, taken_ms = _timed(peers.convert, page, page.data.decode(page.encoding))
        result[page.slug] = {"all": taken_ms, "failure": run.failure}
    return result


def _warming() -> list[Any]:
    """An article in each language that is not measured."""
    from tests.corpus.loader import by_slug

    return [by_slug()[slug] for slug in ("en-derailment", "ja-typhoon", "ko-transit-strike")]


def _plain_page(article: Any) -> bytes:
    title = escape(article.title)
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in article.text.split("\n"))
    return f"<!doctype html><title>{title}</title><article><h1>{title}</h1>{paragraphs}</article>".encode()


def _resident() -> dict[str, int]:
    """MB of this process, after one conversion in that language: now, and at most."""
    status = Path("/proc/self/status").read_text()
    return {
        name: int(re.search(rf"{field}:\s+(\d+) kB", status)[1]) // 1024
        for name, field in (("resident_mb", "VmRSS"), ("most_mb", "VmHWM"))
    }


def _memory_of(what: str) -> dict[str, int]:
    if what != "idle":
        from newsforge.samples import sample

        converter = _Converter()
        converter.convert(converter.read("sample.html", sample(what)))
    else:
        import newsforge.cli  # noqa: F401 - what every command loads
    return _resident()


def _print(result: dict[str, Any]) -> None:
    times, peers, start = result["conversion"], result["peers"], result["start"]
    print(f"{result['pages']} pages, {result['platforms']} platforms each    p50 ms   p95 ms  most ms")
    rows = {
        "read": "read the page",
        "convert": "write and check all posts",
        "all": "both",
        "ko": "  Korean",
        "en": "  English",
        "ja": "  Japanese",
    }
    for name, label in rows.items():
        _row(label, times[name])
    _row("newspaper4k + sumy LexRank", peers["time"])
    print(f"  take {peers['times_as_long_as_ours']} times as long as ours on the same pages"
          f" ({peers['times_as_long_as_ours_where_they_read']} where they read the page),"
          f" and read {peers['pages'] - peers['pages_not_read']} of {peers['pages']}: {peers['why']}")  # fmt: skip
    print(f"first article of a process, ms: {times['first_ms']}")
    print(f"posts that are not clean: {result['not_clean'] or 'none'}")
    print(f"newsforge --help: {start['help_s']:.3f} s, of which Python itself {start['python_share']:.0%}")
    print(
        "memory, MB: "
        + ", ".join(f"{name} {held['resident_mb']} (most {held['most_mb']})" for name, held in result["memory"].items())
    )


def _row(label: str, times: dict[str, float]) -> None:
    print(f"{label:32s} {times['p50_ms']:10.1f} {times['p95_ms']:8.1f} {times['most_ms']:8.1f}")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["round"]:
            print(json.dumps(_round()))
        case ["memory", name]:
            print(json.dumps(_memory_of(name)))
        case _:
            measure()
