"""What may be reached, and how much of it is read."""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

#: Host and port in, IP addresses out, in the order to be tried. ``OSError`` or nothing when the name is not known.
Resolver = Callable[[str, int], Awaitable[Sequence[str]]]

_MB = 1_000_000


async def resolve_by_system(host: str, port: int) -> Sequence[str]:
    """A thread of its own, not the loop's pool: a name server that hangs must neither block other look-ups nor
    hold up the end of ``asyncio.run`` past the caller's deadline."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[Sequence[str]] = loop.create_future()

    def settle(found: Sequence[str] | None, error: Exception | None) -> None:
        if answer.done():
            return
        if error is not None:
            answer.set_exception(error)
        else:
            answer.set_result(found or ())

    def look_up() -> None:
        found: Sequence[str] | None = None
        failure: Exception | None = None
        try:
            rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found = [str(row[4][0]) for row in rows]
        except (OSError, UnicodeError) as error:
            failure = error
        with suppress(RuntimeError):  # the loop has ended meanwhile
            loop.call_soon_threadsafe(settle, found, failure)

    threading.Thread(target=look_up, name="resolve", daemon=True).start()
    return await answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """``allow_networks`` (CIDR) is the operator's opt-in to addresses that are not public, for an AI server of his
    own; cloud credentials stay closed all the same. ``ports`` None means any. ``tls`` None means the public
    authorities."""

    allow_networks: tuple[str, ...] = ()
    ports: frozenset[int] | None = frozenset({80, 443})
    resolve: Resolver = resolve_by_system
    tls: ssl.SSLContext | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """``wire_bytes`` is counted before decompression, ``decoded_bytes`` after. Documents (PDF, DOCX, HWP) are already
    compressed and may be ``document_bytes`` long. ``total_s`` covers name look-up, redirects and every byte."""

    wire_bytes: int = 5 * _MB
    decoded_bytes: int = 10 * _MB
    document_bytes: int = 20 * _MB
    total_s: float = 10.0
    redirects: int = 3


#: What "private networks" means where an operator opens them all for an AI server of his own.
PRIVATE_NETWORKS = (
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "172.16.0.0/12",
    "192.168.0.0/16",
    "::1/128",
    "fc00::/7",
)
PUBLIC = Policy()
DEFAULT_LIMITS = Limits()
