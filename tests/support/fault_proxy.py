"""A TCP proxy on loopback that does what networks do: delay, swallow, reset, refuse; and recover."""

import asyncio
import socket
import struct
from contextlib import suppress
from urllib.parse import urlsplit, urlunsplit


class FaultProxy:
    """``async with FaultProxy(port) as proxy:`` then connect to ``proxy.port`` or ``proxy.url(of_the_server)``.

    It keeps its port for its whole life. ``passed_bytes`` counts what reached either side.
    """

    def __init__(self, target_port: int, *, target_host: str = "127.0.0.1") -> None:
        self._target = (target_host, target_port)
        self._server = None
        self._connections = set()
        self._writers = set()
        self._flowing = asyncio.Event()
        self._flowing.set()
        self._delay_s = 0.0
        self.port = 0
        self.passed_bytes = 0
        self.accepted = 0

    async def __aenter__(self):
        await self._listen()
        return self

    async def __aexit__(self, *failure):
        await self._close_door()
        self._flowing.set()
        self.reset()
        for task in list(self._connections):
            task.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)

    def url(self, url: str) -> str:
        """Return a server's address with this proxy's host and port in it."""
        parts = urlsplit(url)
        login = parts.netloc.rpartition("@")
        return urlunsplit(parts._replace(netloc=f"{login[0]}{login[1]}127.0.0.1:{self.port}"))

    def delay(self, delay_s: float) -> None:
        """Hold back each piece for ``delay_s``, in both directions."""
        self._delay_s = delay_s

    def blackhole(self) -> None:
        """Accept connections and data, and pass nothing on. What was swallowed arrives after :meth:`recover`."""
        self._flowing.clear()

    def reset(self) -> None:
        """Break off all connections with RST. New ones are accepted."""
        for writer in list(self._writers):
            with suppress(OSError, AttributeError):
                sock = writer.get_extra_info("socket")
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            writer.transport.abort()

    async def refuse(self) -> None:
        """Break off all connections and refuse new ones, as when no server runs."""
        await self._close_door()
        self.reset()

    async def recover(self) -> None:
        """Behave well again."""
        self._delay_s = 0.0
        self._flowing.set()
        if self._server is None:
            await self._listen()

    async def _listen(self) -> None:
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", self.port, reuse_address=True)
        self.port = self._server.sockets[0].getsockname()[1]

    async def _close_door(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
            await asyncio.sleep(0)

    async def _accept(self, reader, writer) -> None:
        self.accepted += 1
        task = asyncio.current_task()
        self._connections.add(task)
        self._writers.add(writer)
        try:
            await self._flowing.wait()
            try:
                far_reader, far_writer = await asyncio.open_connection(*self._target)
            except OSError:
                return
            self._writers.add(far_writer)
            try:
                async with asyncio.TaskGroup() as group:
                    group.create_task(self._pass(reader, far_writer))
                    group.create_task(self._pass(far_reader, writer))
            finally:
                self._writers.discard(far_writer)
                await _close(far_writer)
        except* (OSError, asyncio.CancelledError):
            pass
        finally:
            self._connections.discard(task)
            self._writers.discard(writer)
            await _close(writer)

    async def _pass(self, reader, writer) -> None:
        while data := await reader.read(65536):
            if self._delay_s:
                await asyncio.sleep(self._delay_s)
            await self._flowing.wait()
            writer.write(data)
            await writer.drain()
            self.passed_bytes += len(data)
        with suppress(OSError, RuntimeError):
            writer.write_eof()


async def _close(writer) -> None:
    writer.close()
    with suppress(OSError, asyncio.CancelledError):
        await writer.wait_closed()
