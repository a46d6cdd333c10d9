"""What the service takes on: bodies up to a size and within a time, and so many requests at once."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from typing import ClassVar, Final

from newsforge.api.asgi import Application, Message, Receive, Scope, Send, find_header, respond
from newsforge.api.problems import render
from newsforge.kit.http.errors import ServiceError, Unavailable

#: A body has to arrive within this time, however slowly it drips.
BODY_TIMEOUT_S: Final = 30.0


class BodyTooLarge(ServiceError):
    status = 413
    code = "body_too_large"


class BodyTooSlow(ServiceError):
    status = 408
    code = "body_too_slow"


class Overloaded(Unavailable):
    code = "overloaded"


class BodyBounds:
    """``uploads`` are path prefixes that may be as large as ``max_upload_bytes``."""

    def __init__(
        self,
        app: Application,
        *,
        max_bytes: int,
        max_upload_bytes: int,
        uploads: Sequence[str] = (),
        timeout_s: float = BODY_TIMEOUT_S,
    ) -> None:
        self._app = app
        self._max_bytes = max_bytes
        self._max_upload_bytes = max_upload_bytes
        self._uploads = tuple(uploads)
        self._timeout_s = timeout_s

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] in {"GET", "HEAD", "OPTIONS"}:
            await self._app(scope, receive, send)
            return
        limit = self._max_upload_bytes if scope["path"].startswith(self._uploads) else self._max_bytes
        declared = find_header(scope["headers"], b"content-length")
        if declared is not None and (not declared.isdigit() or int(declared) > limit):
            await respond(send, *render(_too_large(limit), scope))
            return
        seen = 0
        has_begun = False
        until = asyncio.get_running_loop().time() + self._timeout_s
        is_over = False
        refusal: ServiceError | None = None

        def refuse(error: ServiceError) -> ServiceError:
            nonlocal refusal
            refusal = error
            return error

        async def bounded() -> Message:
            nonlocal seen, is_over
            if is_over:
                return await receive()  # what comes after the body is the disconnect, which may take its time
            try:
                async with asyncio.timeout_at(until):
                    message = await receive()
            except TimeoutError:
                slow = BodyTooSlow(
                    f"The body did not arrive within {self._timeout_s:g} seconds.", remedy="Send it faster."
                )
                raise refuse(slow) from None
            seen += len(message.get("body", b""))
            is_over = message["type"] != "http.request" or not message.get("more_body", False)
            if seen > limit:
                raise refuse(_too_large(limit))
            return message

        async def watched(message: Message) -> None:
            nonlocal has_begun
            if refusal is not None and not has_begun:
                return  # the framework's own word for a body that it could not read
            has_begun = True
            await send(message)

        with suppress(BodyTooLarge, BodyTooSlow):
            await self._app(scope, bounded, watched)
        if refusal is not None and not has_begun:
            refusal.headers["connection"] = "close"
            await respond(send, *render(refusal, scope))


def _too_large(limit: int) -> BodyTooLarge:
    return BodyTooLarge(
        f"The body is larger than {limit // (1024 * 1024)} MiB.",
        remedy="Send less, or upload the article as a file.",
        headers={"connection": "close"},
    )


class Shedding:
    """Refuse at the door what would only wait inside. Streams do not count: they wait without working."""

    spared: ClassVar = ("/api/v1/health",)

    def __init__(self, app: Application, *, max_in_flight: int) -> None:
        self._app = app
        self._max = max_in_flight
        self._in_flight = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith(self.spared) or scope["path"].endswith("/events"):
            await self._app(scope, receive, send)
            return
        if self._in_flight >= self._max:
            busy = Overloaded(
                "The service is busy.", remedy="Try again in a few seconds.", headers={"Retry-After": "2"}
            )
            await respond(send, *render(busy, scope))
            return
        self._in_flight += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._in_flight -= 1
