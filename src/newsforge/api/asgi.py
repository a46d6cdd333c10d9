"""The few ASGI types, and what every layer needs to read of a request."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]
Headers = list[tuple[bytes, bytes]]


def find_header(headers: Iterable[tuple[bytes, bytes]], name: bytes) -> bytes | None:
    """``name`` in lower case, as ASGI servers give them; the first where there are several."""
    for key, value in headers:
        if key == name:
            return value
    return None


def state_of(scope: Scope) -> dict[str, Any]:
    """What the layers of one request tell each other (``request.state`` of an endpoint)."""
    state: dict[str, Any] = scope.setdefault("state", {})
    return state


async def respond(send: Send, status: int, headers: Headers, body: bytes = b"") -> None:
    if status not in {204, 304}:
        headers = [*headers, (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
