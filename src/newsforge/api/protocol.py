"""The socket's own patience: a request line and its headers have to arrive in time.

uvicorn bounds how long a kept connection may idle, but not how long a begun request may drip (slow loris)."""

from __future__ import annotations

import asyncio
from typing import Any, Final

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEADERS_TIMEOUT_S: Final = 10.0


class PatientProtocol(HttpToolsProtocol):
    """Closes a connection whose headers are not complete :attr:`headers_timeout_s` after their first byte (or after
    the connection was made)."""

    headers_timeout_s = HEADERS_TIMEOUT_S
    _headers_timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self._start_timer()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_timer()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        cycle: Any = self.cycle  # None before the first request
        if self._headers_timer is None and (cycle is None or cycle.response_complete):
            self._start_timer()
        super().data_received(data)

    def on_headers_complete(self) -> None:
        self._stop_timer()
        super().on_headers_complete()

    def _start_timer(self) -> None:
        self._headers_timer = self.loop.call_later(self.headers_timeout_s, self._give_up)

    def _stop_timer(self) -> None:
        if self._headers_timer is not None:
            self._headers_timer.cancel()
            self._headers_timer = None

    def _give_up(self) -> None:
        self._headers_timer = None
        if not self.transport.is_closing():
            self.transport.close()
