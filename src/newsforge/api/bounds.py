"""What the service takes on: bodies up to a size and within a time, and so many requests at once."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Hashable, Sequence
from contextlib import suppress
from typing import ClassVar, Final

from newsforge.api.asgi import Application, Message, Receive, Scope, Send, find_header, respond, state_of
from newsforge.api.problems import render
from newsforge.kit.http.errors import ServiceError, Unavailable
from newsforge.kit.http.seats import Full, Seat, Seats, put_seat

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


class _Verdict:
    """An answer that takes the place of the framework's own, which thinks that it could not read the body."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._has_begun = False
        self.error: ServiceError | None = None

    async def send(self, message: Message) -> None:
        if self.error is not None and not self._has_begun:
            return
        self._has_begun = True
        await self._send(message)

    def refuse(self, error: ServiceError) -> ServiceError:
        self.error = error
        return error

    async def give(self, scope: Scope) -> None:
        """For when the framework has ended."""
        if self.error is not None and not self._has_begun:
            await respond(self._send, *render(self.error, scope))


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
        until = asyncio.get_running_loop().time() + self._timeout_s
        is_over = False
        verdict = _Verdict(send)

        async def bounded() -> Message:
            nonlocal seen, is_over
            if is_over:
                return await receive()  # what comes after the body is the disconnect, which may take its time
            try:
                async with asyncio.timeout_at(until):
                    message = await receive()
            except TimeoutError:
                raise verdict.refuse(_too_slow(self._timeout_s)) from None
            seen += len(message.get("body", b""))
            is_over = _is_last(message)
            if seen > limit:
                raise verdict.refuse(_too_large(limit))
            return message

        with suppress(BodyTooLarge, BodyTooSlow):
            await self._app(scope, bounded, verdict.send)
        await verdict.give(scope)


class Door:
    """So many requests are worked on at once; the others stand in line, and who would stand too long is asked to come
    again. A request stands in line when its body has arrived, so that a dripping one takes nobody's seat. Streams and
    health have no need of one.

    Workspaces are served in turn, and none may have more requests here than would still find room: one alone can have
    half of ``max_in_flight``, two a third each, and there is always room for one that has none yet."""

    spared: ClassVar = ("/api/v1/health",)

    def __init__(self, app: Application, *, seats: Seats, max_in_flight: int) -> None:
        self._app = app
        self._seats = seats
        self._max = max_in_flight
        self._in_flight: Counter[Hashable] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith(self.spared) or scope["path"].endswith("/events"):
            await self._app(scope, receive, send)
            return
        party = _party_of(scope)
        if self._in_flight[party] >= max(1, self._max - self._in_flight.total()):
            await respond(send, *render(_overloaded(2), scope))
            return
        self._in_flight[party] += 1
        try:
            await self._admit(party, scope, receive, send)
        finally:
            self._in_flight[party] -= 1
            if not self._in_flight[party]:
                del self._in_flight[party]

    async def _admit(self, party: Hashable, scope: Scope, receive: Receive, send: Send) -> None:
        verdict = _Verdict(send)
        seat: Seat | None = None

        async def sit() -> None:
            nonlocal seat
            try:
                seat = await self._seats.take(party)
            except Full as full:
                raise verdict.refuse(_overloaded(full.retry_after_s)) from None
            put_seat(state_of(scope), seat)

        async def seated() -> Message:
            message = await receive()
            if seat is None and message["type"] == "http.request" and _is_last(message):
                await sit()
            return message

        try:
            with suppress(Overloaded):
                if not _has_body(scope):
                    await sit()
                await self._app(scope, seated, verdict.send)
            await verdict.give(scope)
        finally:
            if seat is not None:
                seat.leave()


class Shedding:
    """The last bound: of requests that are begun at all, those whose bodies still drip and those in line included."""

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
            await respond(send, *render(_overloaded(2), scope))
            return
        self._in_flight += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._in_flight -= 1


def _party_of(scope: Scope) -> Hashable:
    """The workspace, or for the anonymous the address (:mod:`newsforge.api.gate` leaves both in the state)."""
    state = state_of(scope)
    return getattr(state.get("principal"), "workspace_id", None) or state.get("client_address")


def _is_last(message: Message) -> bool:
    return message["type"] != "http.request" or not message.get("more_body", False)


def _has_body(scope: Scope) -> bool:
    length = find_header(scope["headers"], b"content-length")
    return length not in {None, b"0"} or find_header(scope["headers"], b"transfer-encoding") is not None


def _too_large(limit: int) -> BodyTooLarge:
    return BodyTooLarge(
        f"The body is larger than {limit // (1024 * 1024)} MiB.",
        remedy="Send less, or upload the article as a file.",
        headers={"connection": "close"},
    )


def _too_slow(timeout_s: float) -> BodyTooSlow:
    return BodyTooSlow(
        f"The body did not arrive within {timeout_s:g} seconds.",
        remedy="Send it faster.",
        headers={"connection": "close"},
    )


def _overloaded(retry_after_s: int) -> Overloaded:
    return Overloaded(
        "The service is busy.",
        remedy=f"Nothing was saved. Try again in {retry_after_s} s (Retry-After).",
        headers={"Retry-After": str(retry_after_s)},
    )
