"""Server-sent events that end when the client goes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractContextManager
from typing import Final

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

HEADERS: Final[Mapping[str, str]] = {"Cache-Control": "no-cache, no-transform", "X-Accel-Buffering": "no"}


class EventStream(Response):
    """``follow`` is asked for its frames while ``admitted`` is held; both are let go at once when the client has gone,
    also while nothing is there to be sent. (Starlette's own stream notices only at the next sending.)"""

    media_type = "text/event-stream"

    def __init__(self, follow: Callable[[], AsyncIterator[bytes]], *, admitted: AbstractContextManager[None]) -> None:
        super().__init__(headers=dict(HEADERS))
        del self.headers["content-length"]
        self._follow = follow
        self._admitted = admitted

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 - ASGI
        with self._admitted:
            sending = asyncio.create_task(self._send(send))
            leaving = asyncio.create_task(_await_disconnect(receive))
            try:
                await asyncio.wait({sending, leaving}, return_when=asyncio.FIRST_COMPLETED)
                if sending.done():
                    await sending
            finally:
                for task in (sending, leaving):
                    task.cancel()
                await asyncio.gather(sending, leaving, return_exceptions=True)

    async def _send(self, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        # Something at once: proxies and browsers take the stream for open only then.
        await send({"type": "http.response.body", "body": b"retry: 1000\n\n", "more_body": True})
        frames = self._follow()
        try:
            async for frame in frames:
                await send({"type": "http.response.body", "body": frame, "more_body": True})
        except OSError:
            return  # the client has gone
        finally:
            if (close := getattr(frames, "aclose", None)) is not None:
                await close()
        await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _await_disconnect(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
