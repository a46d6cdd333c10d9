"""One socket of a process on which Valkey pushes what was published, shared by all who listen.

Heard at once within the process, with or without Valkey. When the socket is lost, or silent for longer than two
heartbeats, it is opened anew, every topic is subscribed again, and every listener is told that it may have missed
something.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

import structlog

from newsforge.kit.bell.subscription import Subscription
from newsforge.kit.valkey import ValkeyConnection, ValkeyDown, Wire, WireClosed

BELL_LOST = "bell_lost"
BELL_BACK = "bell_back"
_MARK_BYTES = 8
_PAUSE_S = 0.05
_FIRST_S = 0.5
_log = structlog.get_logger()


def _ignore() -> None:
    pass


@dataclass(frozen=True, eq=False, slots=True)
class Listener:
    """Called on the event loop; must neither block nor raise. ``on_lost``: from now on rings of other processes may
    be lost. ``on_missed``: they are heard again."""

    on_ring: Callable[[bytes], None]
    on_missed: Callable[[], None] = _ignore
    on_lost: Callable[[], None] = _ignore


class Bell:
    """``space`` keeps the bells of several products on one Valkey apart."""

    def __init__(
        self, connection: ValkeyConnection, *, space: str = "newsforge", heartbeat_s: float = 0.4, most_rings: int = 256
    ) -> None:
        self._connection = connection
        self._prefix = f"{space}:bell:"
        self._heartbeat_s = heartbeat_s
        self._most_rings = most_rings
        #: Begins every message, so that a process knows its own when Valkey brings them back.
        self._mark = os.urandom(_MARK_BYTES)
        self._listeners: dict[str, list[Listener]] = {}
        self._confirmed: dict[str, asyncio.Event] = {}
        self._wire: Wire | None = None
        self._listening: asyncio.Task[None] | None = None
        self._heard_at_s = 0.0
        self._cut = asyncio.Event()
        self._open = asyncio.Event()

    async def __aenter__(self) -> Self:
        self.start()
        if self._connection.usable:  # else there is nothing to wait for
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_FIRST_S):
                    await self._open.wait()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    def start(self) -> None:
        if self._connection.configured and self._listening is None:
            self._listening = asyncio.get_running_loop().create_task(self._listen())

    async def aclose(self) -> None:
        if self._listening is not None:
            self._listening.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._listening
            self._listening = None

    @property
    def hears_others(self) -> bool:
        return self._open.is_set()

    def channel(self, topic: str) -> str:
        return self._prefix + topic

    def sign(self, data: bytes) -> bytes:
        """What a script publishes on :meth:`channel`, so that this process does not take it for another's."""
        return self._mark + data

    async def publish(self, topic: str, data: bytes = b"") -> None:
        """Never fails: a ring that Valkey does not take is heard within this process only."""
        self._ring(topic, data)
        if self._connection.usable:
            with contextlib.suppress(ValkeyDown):
                await self._connection.execute("PUBLISH", self.channel(topic), self.sign(data))

    def listen(self, topic: str, listener: Listener) -> Callable[[], None]:
        """Call what is returned to stop. Other processes are heard as soon as :meth:`confirm` returns."""
        here = self._listeners.setdefault(topic, [])
        here.append(listener)
        if len(here) == 1:
            self._confirmed[topic] = asyncio.Event()
            self._tell("SUBSCRIBE", topic)

        def stop() -> None:
            here.remove(listener)
            if not here and self._listeners.get(topic) is here:
                del self._listeners[topic]
                del self._confirmed[topic]
                self._tell("UNSUBSCRIBE", topic)

        return stop

    async def confirm(self, topic: str, *, timeout_s: float = 0.05) -> None:
        """Wait until Valkey knows that we listen; not longer: a reconnect tells of what was missed."""
        confirmed = self._confirmed.get(topic)
        if confirmed is not None and self._wire is not None:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(timeout_s):
                    await confirmed.wait()

    @asynccontextmanager
    async def subscribe(self, topic: str) -> AsyncIterator[Subscription]:
        """Rings from the moment it is entered: enter, then look into the database, then wait."""
        subscription = Subscription(self._most_rings)
        stop = self.listen(topic, Listener(subscription.hear, on_missed=subscription.miss))
        try:
            await self.confirm(topic)
            yield subscription
        finally:
            stop()

    def _ring(self, topic: str, data: bytes) -> None:
        for listener in tuple(self._listeners.get(topic, ())):
            listener.on_ring(data)

    def _tell(self, command: str, topic: str) -> None:
        if self._wire is not None:
            self._wire.tell((command, self.channel(topic)))

    async def _listen(self) -> None:
        try:
            while True:
                await self._connection.wait_until_usable()
                try:
                    wire = await self._connection.open_wire(on_push=self._take, on_closed=self._cut.set)
                except (WireClosed, ValkeyDown):
                    await asyncio.sleep(_PAUSE_S)
                    continue
                if wire.is_open:
                    self._cut.clear()  # whatever cut the last one
                try:
                    await self._begin(wire)
                    await self._watch(wire)
                except (TimeoutError, WireClosed):
                    _log.warning(BELL_LOST)
                finally:
                    self._wire = None
                    self._open.clear()
                    wire.close()
                    self._end()
                await asyncio.sleep(_PAUSE_S)
        finally:
            self._wire = None

    async def _begin(self, wire: Wire) -> None:
        self._wire = wire
        for topic in self._listeners:
            wire.tell(("SUBSCRIBE", self.channel(topic)))
        # Answered after the subscriptions are made: who looks into the database from now on misses nothing.
        await wire.call(("PING",), timeout_s=self._heartbeat_s)
        self._open.set()
        _log.info(BELL_BACK)
        for listener in self._everyone():
            listener.on_missed()

    def _end(self) -> None:
        for confirmed in self._confirmed.values():
            confirmed.clear()
        for listener in self._everyone():
            listener.on_lost()

    async def _watch(self, wire: Wire) -> None:
        """Raises when the wire is lost. A PING on a subscribed socket shows that pushes still come through."""
        loop = asyncio.get_running_loop()
        self._heard_at_s = loop.time()
        while not self._cut.is_set():
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._heartbeat_s):
                    await self._cut.wait()
            if not self._cut.is_set() and loop.time() - self._heard_at_s >= self._heartbeat_s:
                await wire.call(("PING",), timeout_s=self._heartbeat_s)
                self._heard_at_s = loop.time()
        raise WireClosed

    def _take(self, push: list[Any]) -> None:
        self._heard_at_s = asyncio.get_running_loop().time()
        kind, channel = push[0], push[1].decode()
        topic = channel.removeprefix(self._prefix)
        if kind == b"subscribe" and (confirmed := self._confirmed.get(topic)) is not None:
            confirmed.set()
        elif kind == b"message" and not push[2].startswith(self._mark):
            self._ring(topic, push[2][_MARK_BYTES:])

    def _everyone(self) -> list[Listener]:
        return [listener for listeners in self._listeners.values() for listener in listeners]
