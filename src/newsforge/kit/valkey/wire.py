"""One socket to Valkey. Commands of all tasks go out at once and are answered in their order (RESP2), so that a
caller that gives up never shifts the answers of the others."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from typing import Any, cast

import hiredis

from newsforge.kit.valkey.address import Address

Part = str | bytes | int | float
Reply = Any
#: A loop that was itself held up must read what has arrived before it may call an answer late.
_GRACE_S = 0.002
_PUSHED = (b"message", b"subscribe", b"unsubscribe")


class WireClosed(Exception):
    """The socket is gone; whether the command was carried out is not known."""


class ReplyError(Exception):
    """Valkey refused the command."""


class Wire(asyncio.Protocol):
    """Open it with :meth:`open`. ``on_push`` receives published messages; ``on_closed`` is called once."""

    def __init__(self, on_push: Callable[[list[Any]], None] | None, on_closed: Callable[[], None] | None) -> None:
        self._on_push = on_push
        self._on_closed = on_closed
        self._reader = hiredis.Reader(replyError=ReplyError)
        self._waiting: deque[asyncio.Future[Reply]] = deque()
        self._transport: asyncio.WriteTransport | None = None
        self._loop = asyncio.get_running_loop()

    @classmethod
    async def open(
        cls,
        address: Address,
        *,
        timeout_s: float,
        on_push: Callable[[list[Any]], None] | None = None,
        on_closed: Callable[[], None] | None = None,
    ) -> Wire:
        """Connect, authenticate and hear one PING answered within ``timeout_s``, else :class:`WireClosed`."""
        loop = asyncio.get_running_loop()
        wire = cls(on_push, on_closed)
        try:
            async with asyncio.timeout(timeout_s):
                if address.path:
                    await loop.create_unix_connection(lambda: wire, address.path)
                else:
                    await loop.create_connection(lambda: wire, address.host, address.port, ssl=address.tls_context())
                for command in [*address.greeting(), ("PING",)]:
                    await wire.call(command, timeout_s=timeout_s)
        except (OSError, ReplyError, WireClosed) as error:  # TimeoutError is an OSError
            wire.close()
            raise WireClosed(str(error) or type(error).__name__) from error
        except BaseException:
            wire.close()
            raise
        return wire

    @property
    def is_open(self) -> bool:
        return self._transport is not None

    async def call(self, command: tuple[Part, ...], *, timeout_s: float) -> Reply:
        """Raises :class:`TimeoutError`, :class:`WireClosed` or :class:`ReplyError`."""
        transport = self._transport
        if transport is None:
            raise WireClosed("the socket is closed")
        answer: asyncio.Future[Reply] = self._loop.create_future()
        self._waiting.append(answer)
        transport.write(_pack(command))
        timer = self._loop.call_later(timeout_s, self._grant_grace, answer)
        try:
            return await answer
        finally:
            timer.cancel()

    def tell(self, command: tuple[Part, ...]) -> None:
        """Send what is answered by a push, or by nothing that anybody waits for."""
        if self._transport is not None:
            self._transport.write(_pack(command))

    def close(self) -> None:
        """At once: what is under way fails with :class:`WireClosed`."""
        transport, self._transport = self._transport, None
        if transport is not None:
            transport.abort()
        self._fail_waiting()

    def _grant_grace(self, answer: asyncio.Future[Reply]) -> None:
        if not answer.done():
            self._loop.call_later(_GRACE_S, _expire, answer)

    def _fail_waiting(self) -> None:
        while self._waiting:
            answer = self._waiting.popleft()
            if not answer.done():
                answer.set_exception(WireClosed("the socket closed before the answer"))

    # -- asyncio.Protocol

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.WriteTransport", transport)

    def data_received(self, data: bytes) -> None:
        self._reader.feed(data)
        while True:
            try:
                reply = self._reader.gets()
            except hiredis.ProtocolError:
                self.close()
                return
            if reply is False:
                return
            self._take(reply)

    def _take(self, reply: Reply) -> None:
        if self._on_push is not None and isinstance(reply, list) and reply and reply[0] in _PUSHED:
            self._on_push(reply)
            return
        if not self._waiting:
            return
        answer = self._waiting.popleft()
        if answer.done():
            return
        if isinstance(reply, ReplyError):
            answer.set_exception(reply)
        else:
            answer.set_result(reply)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        self._transport = None
        self._fail_waiting()
        if self._on_closed is not None:
            self._on_closed()


def _pack(command: tuple[Part, ...]) -> bytes:
    packed: bytes = hiredis.pack_command(command)  # type: ignore[arg-type]  # its stub says a tuple of one
    return packed


def _expire(answer: asyncio.Future[Reply]) -> None:
    if not answer.done():
        answer.set_exception(TimeoutError())
