"""The connection that all of a process shares, with its circuit breaker.

The circuit is closed while there is a wire, and open while there is none. The first call that is not answered in
``timeout_s`` cuts the wire, which ends all other calls under way; from then on every call fails without waiting. Only
a task in the background tries to connect again, so no request ever pays for a probe.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Literal, Self

import structlog

from newsforge.kit.errors import NewsforgeError
from newsforge.kit.valkey.address import read_address
from newsforge.kit.valkey.script import Script
from newsforge.kit.valkey.wire import Part, Reply, ReplyError, Wire, WireClosed

VALKEY_LOST = "valkey_lost"
VALKEY_BACK = "valkey_back"
VALKEY_REFUSED = "valkey_refused"
#: Answers of a server that is up but cannot serve: a replica after a failover, one that loads its data, a wrong
#: password. Another connection may be better; the same one is not.
_UNFIT = ("READONLY", "LOADING", "MASTERDOWN", "CLUSTERDOWN", "NOAUTH", "WRONGPASS", "NOPERM")
#: It refuses this command for now (memory or disk full, a long script): the caller goes on without.
_REFUSING = ("OOM", "MISCONF", "BUSY", "NOREPLICAS", "TRYAGAIN")
_COMPLAINT_EVERY_S = 60.0
_log = structlog.get_logger()


class ValkeyDown(NewsforgeError):
    """Never shown to a user: whoever calls Valkey has an answer for its absence."""

    code = "valkey_down"

    def __init__(self, message: str = "Valkey does not answer.") -> None:
        super().__init__(message, remedy="See that it runs and that NEWSFORGE_REDIS_URL leads to it.")


@dataclass(frozen=True, slots=True)
class Health:
    """``off``: none is configured. ``degraded``: one is, and does not answer; process memory stands in."""

    state: Literal["up", "degraded", "off"]
    latency_ms: float | None
    since: datetime


class ValkeyConnection:
    """Belongs to one event loop. ``url`` None is a Valkey that is never there."""

    def __init__(
        self,
        url: str | None,
        *,
        timeout_s: float = 0.05,
        connect_timeout_s: float = 0.5,
        probe_least_s: float = 0.05,
        probe_most_s: float = 1.0,
    ) -> None:
        self._address = read_address(url) if url else None
        self._timeout_s = timeout_s
        self._connect_timeout_s = connect_timeout_s
        self._probe_least_s = probe_least_s
        self._probe_most_s = probe_most_s
        self._wire: Wire | None = None
        self._since = datetime.now(UTC)
        self._probing: asyncio.Task[None] | None = None
        self._back = asyncio.Event()
        self._may_complain_at_s = 0.0
        self._closed = False

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def start(self) -> None:
        """Try once, for ``connect_timeout_s`` at most; when that fails the background goes on trying."""
        if self._address is not None and self._wire is None and not await self._connect():
            _log.warning(VALKEY_LOST, reason="no connection at the start")
            self._probe()

    async def aclose(self) -> None:
        self._closed = True
        if self._probing is not None:
            self._probing.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._probing
        wire, self._wire = self._wire, None
        if wire is not None:
            wire.close()

    @property
    def configured(self) -> bool:
        return self._address is not None

    @property
    def usable(self) -> bool:
        """Whether the circuit is closed. Costs nothing: ask it before doing work for a call that would fail."""
        return self._wire is not None

    async def wait_until_usable(self) -> None:
        await self._back.wait()

    async def execute(self, *command: Part) -> Reply:
        """Answer of one command: bytes, int, list or None. :class:`ValkeyDown` when there is none in time."""
        wire = self._wire
        if wire is None:
            raise ValkeyDown
        try:
            return await wire.call(command, timeout_s=self._timeout_s)
        except TimeoutError as error:
            self._lose(wire, "no answer in time")
            raise ValkeyDown from error
        except WireClosed as error:
            self._lose(wire, "connection lost")
            raise ValkeyDown from error
        except ReplyError as error:
            raise self._judge(wire, error) from error

    async def run(self, script: Script, keys: tuple[str, ...], *arguments: Part) -> Reply:
        try:
            return await self.execute("EVALSHA", script.digest, len(keys), *keys, *arguments)
        except ReplyError as error:
            if not str(error).startswith("NOSCRIPT"):
                raise
        return await self.execute("EVAL", script.source, len(keys), *keys, *arguments)

    async def open_wire(self, *, on_push: Callable[[list[Any]], None], on_closed: Callable[[], None]) -> Wire:
        """A second socket, for what Valkey sends unasked. The caller closes it. :class:`WireClosed` on failure."""
        if self._address is None:
            raise ValkeyDown("No Valkey is configured.")
        return await Wire.open(
            self._address, timeout_s=self._connect_timeout_s, on_push=on_push, on_closed=on_closed
        )  # fmt: skip

    async def state(self) -> Health:
        """For the health page. ``latency_ms`` is that of a PING now."""
        if self._address is None:
            return Health("off", None, self._since)
        began = time.perf_counter()
        try:
            await self.execute("PING")
        except ValkeyDown:
            return Health("degraded", None, self._since)
        return Health("up", round((time.perf_counter() - began) * 1000, 3), self._since)

    def _judge(self, wire: Wire, error: ReplyError) -> Exception:
        kind = str(error).split(" ", 1)[0]
        if kind in _UNFIT:
            self._lose(wire, kind)
            return ValkeyDown(f"Valkey cannot serve: {kind}.")
        if kind in _REFUSING:
            if time.monotonic() >= self._may_complain_at_s:  # every request may meet it
                self._may_complain_at_s = time.monotonic() + _COMPLAINT_EVERY_S
                _log.warning(VALKEY_REFUSED, reason=kind)
            return ValkeyDown(f"Valkey refuses for now: {kind}.")
        return error

    def _lose(self, wire: Wire, reason: str) -> None:
        if wire is not self._wire:  # somebody else has seen it, or we are closing
            wire.close()
            return
        self._wire = None
        self._back.clear()
        self._since = datetime.now(UTC)
        wire.close()
        _log.warning(VALKEY_LOST, reason=reason)
        self._probe()

    def _probe(self) -> None:
        if not self._closed and (self._probing is None or self._probing.done()):
            self._probing = asyncio.get_running_loop().create_task(self._connect_again())

    async def _connect_again(self) -> None:
        pause_s = self._probe_least_s
        while not await self._connect():
            await asyncio.sleep(pause_s)
            pause_s = min(pause_s * 2, self._probe_most_s)
        _log.info(VALKEY_BACK)

    async def _connect(self) -> bool:
        assert self._address is not None
        try:
            wire = await Wire.open(self._address, timeout_s=self._connect_timeout_s, on_closed=self._see_closed)
        except WireClosed:
            return False
        self._wire = wire
        self._since = datetime.now(UTC)
        self._back.set()
        return True

    def _see_closed(self) -> None:
        """The socket closed while nobody was calling."""
        wire = self._wire
        if wire is not None and not wire.is_open:
            self._lose(wire, "connection lost")
