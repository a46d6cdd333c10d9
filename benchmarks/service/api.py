"""The read that a page makes most: one conversion, authenticated, counted against the limit, from the cache.

Beside it, on the same server with the same bytes: a bare FastAPI route, and a bare ASGI application (the ceiling).
Rounds alternate; ratios are of medians. CPU is the server's own, from /proc, and the steadier figure on a busy machine.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from benchmarks.service import load
from benchmarks.service.stand import PROJECT, Stand, cpu_s, free_port, memory_mb, running, standing, wait_for

ROUNDS = 5
SECONDS = 3.0
CONNECTIONS = 32
ARTICLE = PROJECT / "tests" / "corpus" / "sources" / "ko-transit-strike.txt"


def measure() -> dict[str, Any]:
    with standing() as stand, ExitStack() as stack:
        path, worker_mb = _convert(stand)
        body = _raw(stand, path)
        file = stand.folder / "body.json"
        file.write_bytes(body)
        targets = {"newsforge": (stand.port, _request(path, stand.token), stand.api.pid)}
        for kind in ("fastapi", "asgi"):
            port = free_port()
            command = [sys.executable, "-m", "benchmarks.service.bare", kind, str(port), str(file)]
            child = stack.enter_context(running(command, {}, Path(stand.folder / f"{kind}.log")))
            wait_for(port, "/")
            targets[kind] = (port, _request("/", ""), child.pid)
        rounds = _rounds(targets)
        result = _summary(rounds, len(body))
        result["half_load"] = _half_load(targets, result)
        result["memory_mb"] = {"api": round(memory_mb(stand.api.pid), 1), "worker": round(worker_mb, 1)}
    _print(result)
    return result


def _convert(stand: Stand) -> tuple[str, float]:
    """Have one conversion made by the worker; return its path and the worker's memory after it."""
    with stand.worker() as worker:
        made = stand.call(
            "POST",
            "/conversions",
            {"source": {"text": ARTICLE.read_text()}, "platforms": ["x", "threads", "linkedin", "instagram"]},
            {"Prefer": "wait=30"},
        )
        if made["status"] != "succeeded":
            raise RuntimeError(f"the conversion is {made['status']}")
        return f"/api/v1/conversions/{made['id']}", memory_mb(worker.pid)


def _request(path: str, token: str) -> bytes:
    authorization = f"Authorization: Bearer {token}\r\n" if token else ""
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{authorization}Accept: */*\r\n\r\n".encode()


def _raw(stand: Stand, path: str) -> bytes:
    import urllib.request

    request = urllib.request.Request(
        f"http://127.0.0.1:{stand.port}{path}", headers={"Authorization": f"Bearer {stand.token}"}
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        body: bytes = answer.read()
    return body


def _rounds(targets: dict[str, tuple[int, bytes, int]]) -> dict[str, dict[str, list[float]]]:
    found: dict[str, dict[str, list[float]]] = {name: {"per_s": [], "cpu_us": []} for name in targets}
    for number in range(ROUNDS + 1):
        for name, (port, request, pid) in targets.items():
            before = cpu_s(pid)
            done = asyncio.run(load.run(port, request, connections=CONNECTIONS, seconds=SECONDS if number else 1.0))
            if done.failures:
                raise RuntimeError(f"{done.failures} requests to {name} failed")
            if number:  # the first is to warm up
                found[name]["per_s"].append(done.per_s)
                found[name]["cpu_us"].append((cpu_s(pid) - before) / len(done.latencies_s) * 1e6)
    return found


def _summary(rounds: dict[str, dict[str, list[float]]], size: int) -> dict[str, Any]:
    middles = {name: {unit: statistics.median(v) for unit, v in values.items()} for name, values in rounds.items()}
    own = middles["newsforge"]
    return {
        "bytes": size,
        "per_s": {name: round(values["per_s"]) for name, values in middles.items()},
        "cpu_us_a_request": {name: round(values["cpu_us"], 1) for name, values in middles.items()},
        "ratio_to_fastapi": round(own["per_s"] / middles["fastapi"]["per_s"], 3),
        "ratio_to_asgi": round(own["per_s"] / middles["asgi"]["per_s"], 3),
        "cpu_ratio_to_fastapi": round(middles["fastapi"]["cpu_us"] / own["cpu_us"], 3),
    }


def _half_load(targets: dict[str, tuple[int, bytes, int]], result: dict[str, Any]) -> dict[str, Any]:
    """Latency at half of what each can do at most, at even intervals."""
    found = {}
    for name, (port, request, _) in targets.items():
        rate = result["per_s"][name] / 2
        done = asyncio.run(load.run(port, request, connections=CONNECTIONS, seconds=SECONDS, rate_per_s=rate))
        found[name] = {
            "per_s": round(rate),
            "p50_ms": round(done.share_ms(0.5), 2),
            "p99_ms": round(done.share_ms(0.99), 2),
        }
    return found


def _print(result: dict[str, Any]) -> None:
    print(f"GET /api/v1/conversions/ID, {result['bytes']} bytes, {CONNECTIONS} connections")
    print(f"{'':12}{'requests/s':>12}{'CPU us':>10}{'p50 ms*':>10}{'p99 ms*':>10}")
    for name in result["per_s"]:
        half = result["half_load"][name]
        print(
            f"{name:12}{result['per_s'][name]:>12,}{result['cpu_us_a_request'][name]:>10}"
            f"{half['p50_ms']:>10}{half['p99_ms']:>10}"
        )
    print("* at half of its own most requests a second")
    print(
        f"ours / bare FastAPI: {result['ratio_to_fastapi']} (CPU {result['cpu_ratio_to_fastapi']});"
        f" ours / bare ASGI: {result['ratio_to_asgi']}"
    )
    print(f"memory (PSS): API {result['memory_mb']['api']} MB, worker {result['memory_mb']['worker']} MB")
