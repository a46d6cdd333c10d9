"""Real HTTP servers on loopback addresses, one playing the public web and one an internal service."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from ipaddress import ip_address

from newsforge.kit.fetch import Fetched, Limits, Policy, fetch

#: What the tests let pass as "public".
PUBLIC_HOST = "127.0.0.2"
INTERNAL_HOST = "127.0.0.1"

PAGE = "<!doctype html><html><body><p>속보: 판교역 앞 도로가 통제됐다.</p></body></html>".encode()

Answer = bytes | Callable[[asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Site:
    port: int = 0
    answers: dict[str, Answer] = field(default_factory=dict)
    connections: int = 0
    requests: list[str] = field(default_factory=list)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            while True:
                request = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                self.requests.append(request)
                answer = self.answers.get(request.split(" ")[1], response(b"nothing here", status="404 Not Found"))
                if isinstance(answer, bytes):
                    writer.write(answer)
                    await writer.drain()
                    if b"Content-Length" not in answer:
                        break
                else:
                    await answer(writer)
                    break
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()


@asynccontextmanager
async def running(host: str = PUBLIC_HOST, *, tls: ssl.SSLContext | None = None):
    site = Site()
    server = await asyncio.start_server(site.serve, host, 0, ssl=tls)
    site.port = server.sockets[0].getsockname()[1]
    try:
        yield site
    finally:
        server.close()


def response(body: bytes, *headers: str, status: str = "200 OK", kind: str = "text/html; charset=utf-8") -> bytes:
    lines = [
        f"HTTP/1.1 {status}",
        f"Content-Length: {len(body)}",
        *([f"Content-Type: {kind}"] if kind else []),
        *headers,
    ]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def redirect(target: str, status: str = "302 Found") -> bytes:
    return response(b"", f"Location: {target}", status=status)


@dataclass
class Names:
    """A resolver: a table of names, each with answers that may change from call to call."""

    table: dict[str, list[list[str]]]
    asked: list[str] = field(default_factory=list)

    async def __call__(self, host: str, port: int) -> list[str]:
        self.asked.append(host)
        try:
            return [str(ip_address(host))]
        except ValueError:
            pass
        answers = self.table.get(host)
        if not answers:
            raise OSError("no such name")
        return answers.pop(0) if len(answers) > 1 else answers[0]


def names(**table: str | Iterable[str]) -> Names:
    """``names(news_example="1.2.3.4")`` answers for news.example."""
    return Names({k.replace("_", "."): [[v] if isinstance(v, str) else list(v)] for k, v in table.items()})


def policy_for(
    *sites: Site, resolve: Names | None = None, tls: ssl.SSLContext | None = None, ports: tuple[int, ...] = ()
) -> Policy:
    return Policy(
        allow_networks=(f"{PUBLIC_HOST}/32",),
        ports=frozenset(site.port for site in sites) | {80, 443, *ports},
        resolve=resolve or names(news_example=PUBLIC_HOST),
        tls=tls,
    )


async def get(site: Site, path: str = "/", *, limits: Limits | None = None, **options: str) -> Fetched:
    url = f"http://news.example:{site.port}{path}"
    return await fetch(url, policy=policy_for(site), limits=limits or Limits(total_s=5), **options)
