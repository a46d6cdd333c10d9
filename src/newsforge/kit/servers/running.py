"""One child process inside an event loop: its lines, its end, and ending it."""

from __future__ import annotations

import asyncio
import contextlib
import os
import subprocess
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from signal import SIGKILL, Signals

_POLL_S = 0.03
_KEPT_LINES = 12
_MAX_LINE_BYTES = 65_536
#: After its end, another process that has the same output open is not waited for longer than this.
_DRAIN_S = 0.5


class Running:
    """Started with :meth:`start` in the thread of the loop, which the child does not outlive (when tethered)."""

    def __init__(self, popen: subprocess.Popen[bytes], on_line: Callable[[str], None]) -> None:
        self._popen = popen
        self._on_line = on_line
        self._is_reaped = False
        self._pump: asyncio.Task[None] | None = None
        self.last_lines: deque[str] = deque(maxlen=_KEPT_LINES)

    @classmethod
    async def start(
        cls, command: Sequence[str], environment: Mapping[str, str], on_line: Callable[[str], None]
    ) -> Running:
        popen = subprocess.Popen(  # noqa: ASYNC220 - it takes a moment, and must be a child of this very thread
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={**os.environ, **environment},
            # Ctrl-C in the terminal is for the supervisor to pass on, in order.
            start_new_session=True,
        )
        running = cls(popen, on_line)
        running._pump = asyncio.create_task(running._read())
        return running

    @property
    def pid(self) -> int:
        return self._popen.pid

    def has_ended(self) -> bool:
        return self._popen.poll() is not None

    async def wait(self) -> int:
        """Wait for its end and its last lines. Return the exit code, negative for a signal."""
        while (code := self._popen.poll()) is None:  # noqa: ASYNC110 - a child's end sets no event
            await asyncio.sleep(_POLL_S)
        if not self._is_reaped:
            self._is_reaped = True
            self._kill_group()
        if self._pump is not None:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(asyncio.shield(self._pump), _DRAIN_S)
            self._pump.cancel()
        return code

    async def stop(self, signals: Sequence[tuple[Signals, float]]) -> bool:
        """Send each signal and wait its seconds; SIGKILL last. Tell whether it went without that."""
        for signal, patience_s in signals:
            self.send(signal)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.wait(), patience_s)
                return True
        self.send(SIGKILL)
        await self.wait()
        return False

    def send(self, signal: Signals) -> None:
        if not self.has_ended():
            self._popen.send_signal(signal)

    def _kill_group(self) -> None:
        """End what it has left behind in its process group."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.pid, SIGKILL)

    async def _read(self) -> None:
        assert self._popen.stdout is not None
        reader = asyncio.StreamReader()
        transport, _ = await asyncio.get_running_loop().connect_read_pipe(
            lambda: asyncio.StreamReaderProtocol(reader), self._popen.stdout
        )
        try:
            rest = b""
            while piece := await reader.read(_MAX_LINE_BYTES):
                *lines, rest = (rest + piece).split(b"\n")
                if len(rest) > _MAX_LINE_BYTES:  # no line feed for so long: shown in pieces
                    lines, rest = [*lines, rest], b""
                for line in lines:
                    self._tell(line)
            if rest:
                self._tell(rest)
        finally:
            transport.close()

    def _tell(self, line: bytes) -> None:
        text = line.decode(errors="replace").rstrip()
        if text:
            self.last_lines.append(text)
            self._on_line(text)
