"""A load of HTTP requests from one process, light enough not to be what is measured."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Load:
    """``latencies_s`` in the order in which answers came."""

    latencies_s: list[float] = field(default_factory=list)
    failures: int = 0
    took_s: float = 0.0

    @property
    def per_s(self) -> float:
        return len(self.latencies_s) / self.took_s

    def share_ms(self, share: float) -> float:
        ordered = sorted(self.latencies_s)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))] * 1000


class _Connection(asyncio.Protocol):
    """One kept connection: the next request goes when the answer to the last is whole."""

    def __init__(self, request: bytes, load: Load, due: Callable[[], float | None]) -> None:
        self._request = request
        self._load = load
        self._due = due
        self._buffer = b""
        self._sent_at = 0.0
        self.done = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._next()

    def connection_lost(self, exc: Exception | None) -> None:
        if not self.done.done():
            self._load.failures += 1
            self.done.set_result(None)

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        head, separator, body = self._buffer.partition(b"\r\n\r\n")
        if not separator:
            return
        at = head.lower().find(b"content-length: ")
        length = int(head[at + 16 :].split(b"\r\n", 1)[0])
        if len(body) < length:
            return
        self._load.latencies_s.append(time.perf_counter() - self._sent_at)
        if not head.startswith(b"HTTP/1.1 200"):
            self._load.failures += 1
        self._buffer = b""
        self._next()

    def _next(self) -> None:
        due = self._due()
        if due is None:
            self._transport.close()
            if not self.done.done():
                self.done.set_result(None)
            return
        wait_s = due - time.perf_counter()
        # At a paced load latency counts from when the request was due, so that a stalled server hides nothing.
        self._sent_at = due if wait_s <= 0 and due > 0 else time.perf_counter()
        if wait_s > 0:
            self._sent_at = due
            asyncio.get_running_loop().call_later(wait_s, self._transport.write, self._request)
        else:
            if due == 0:
                self._sent_at = time.perf_counter()
            self._transport.write(self._request)


async def run(port: int, request: bytes, *, connections: int, seconds: float, rate_per_s: float | None = None) -> Load:
    """As fast as the answers come, or ``rate_per_s`` at even intervals."""
    load = Load()
    began = time.perf_counter()
    until = began + seconds
    place = 0

    def due() -> float | None:
        nonlocal place
        now = time.perf_counter()
        if now >= until:
            return None
        if rate_per_s is None:
            return 0.0
        place += 1
        return began + place / rate_per_s

    loop = asyncio.get_running_loop()
    made = [
        (await loop.create_connection(lambda: _Connection(request, load, due), "127.0.0.1", port))[1]
        for _ in range(connections)
    ]
    await asyncio.gather(*(connection.done for connection in made))
    load.took_s = time.perf_counter() - began
    return load
