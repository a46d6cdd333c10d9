"""The socket's own patience: a request line and its headers have to arrive in time, and to come to an end.

uvicorn bounds how long a kept connection may idle, but neither how long a begun request may drip (slow loris) nor how
much its headers may hold: what a client sends within the time limit would all be kept in memory."""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from typing import Any, Final

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from newsforge.api.asgi import Scope, state_of
from newsforge.api.entry import trace_id_of
from newsforge.api.problems import render
from newsforge.kit.http.errors import ServiceError

HEADERS_TIMEOUT_S: Final = 10.0
#: Of a request line with its headers, or of what follows a body. Counted by reads: what one read holds may come on top.
MAX_HEAD_BYTES: Final = 64 * 1024
MAX_HEADERS: Final = 200


class HeadTooLarge(ServiceError):
    status = 431
    code = "head_too_large"
    message = "The request's address and headers are too large."
    remedy = f"Send at most {MAX_HEADERS} headers, and no more than {MAX_HEAD_BYTES // 1024} KiB of them."


class PatientProtocol(HttpToolsProtocol):
    """Closes a connection whose headers are not complete :attr:`headers_timeout_s` after their first byte (or after
    the connection was made)."""

    headers_timeout_s = HEADERS_TIMEOUT_S
    _headers_timer: asyncio.TimerHandle | None = None
    #: Bytes that have come since the parser last made something of them that somebody takes away.
    _untold_bytes = 0

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
        self._untold_bytes += len(data)
        super().data_received(data)
        if self._untold_bytes > MAX_HEAD_BYTES and not self.transport.is_closing():
            self._refuse_head()

    def on_message_begin(self) -> None:
        self._untold_bytes = 0
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        self._stop_timer()
        self._untold_bytes = 0
        if len(self.headers) > MAX_HEADERS:
            raise HeadTooLarge  # ends the parsing, which then asks for its 400
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        self._untold_bytes = 0
        super().on_body(body)

    def send_400_response(self, msg: str) -> None:
        headers: Any = self.headers  # None before the first request
        if headers is not None and len(headers) > MAX_HEADERS:
            self._refuse_head()
        else:
            super().send_400_response(msg)

    def _refuse_head(self) -> None:
        """Of a request that is not with the application yet; another one's answer is not written into."""
        cycle: Any = self.cycle
        if cycle is None or cycle.response_complete:
            scope: Scope = {"headers": self.headers or []}
            state_of(scope)["trace_id"] = trace_id_of(scope["headers"])
            self.transport.write(_answer(HeadTooLarge(), scope))
        self.transport.close()

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


def _answer(error: ServiceError, scope: Scope) -> bytes:
    status, headers, body = render(error, scope)
    headers = [*headers, (b"content-length", str(len(body)).encode()), (b"connection", b"close")]
    lines = [f"HTTP/1.1 {status} {HTTPStatus(status).phrase}".encode()]
    return b"\r\n".join([*lines, *(name + b": " + value for name, value in headers), b"", body])
