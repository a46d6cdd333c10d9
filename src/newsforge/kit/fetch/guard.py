"""The one place where connections are made: a name is resolved once, judged, and the judged address is dialled.

Checking before the request and letting the HTTP library resolve again is what DNS rebinding lives on. Here the
check sits in the network layer, so it holds for every redirect, and Host header, SNI and certificate stay those
of the name.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Iterable, Sequence
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any, Self

import httpcore2
import httpx2

from newsforge.kit.fetch.addresses import may_connect, parse_networks
from newsforge.kit.fetch.errors import PrivateAddress, Unreachable
from newsforge.kit.fetch.policy import Policy
from newsforge.kit.fetch.urls import parse_url

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from types import TracebackType

#: One dead address of several must not eat the whole deadline.
_ATTEMPT_TIMEOUT_S = 4.0


class GuardedBackend(httpcore2.AsyncNetworkBackend):
    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._wire = httpcore2.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 the interface of httpcore2
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        try:
            async with asyncio.timeout(timeout):
                return await self._dial(host, port, local_address, socket_options)
        except TimeoutError:
            raise httpcore2.ConnectTimeout(f"connecting to {host} took too long") from None

    async def _dial(
        self,
        host: str,
        port: int,
        local_address: str | None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None,
    ) -> httpcore2.AsyncNetworkStream:
        failure: Exception | None = None
        addresses = await checked_addresses(host, port, self._policy)
        for index, address in enumerate(addresses):
            is_last = index == len(addresses) - 1
            try:
                stream = await self._wire.connect_tcp(
                    address,
                    port,
                    timeout=None if is_last else _ATTEMPT_TIMEOUT_S,
                    local_address=local_address,
                    socket_options=socket_options,
                )
                return _Connection(stream)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
        assert failure is not None
        raise failure

    async def connect_unix_socket(
        self,
        path: str,  # noqa: ARG002 the interface of httpcore2
        timeout: float | None = None,  # noqa: ARG002, ASYNC109 the interface of httpcore2
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,  # noqa: ARG002 the interface of httpcore2
    ) -> httpcore2.AsyncNetworkStream:
        raise PrivateAddress("A local socket")

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class _Connection(httpcore2.AsyncNetworkStream):
    """Closes the socket when a deadline falls into the TLS handshake; the library leaves it open then."""

    def __init__(self, stream: httpcore2.AsyncNetworkStream) -> None:
        self._stream = stream

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 the interface of httpcore2
    ) -> httpcore2.AsyncNetworkStream:
        try:
            return await self._stream.start_tls(ssl_context, server_hostname, timeout)
        except BaseException:
            await self._stream.aclose()
            raise

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109 as above
        return await self._stream.read(max_bytes, timeout)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109 as above
        await self._stream.write(buffer, timeout)

    async def aclose(self) -> None:
        await self._stream.aclose()

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


async def checked_addresses(host: str, port: int, policy: Policy) -> Sequence[str]:
    """Every answer must be allowed: with a mixture, which one is dialled would be the attacker's choice."""
    try:
        addresses = tuple(dict.fromkeys(await policy.resolve(host, port)))
    except (OSError, UnicodeError):
        addresses = ()
    if not addresses:
        raise Unreachable(f"The host {host} is not known.", remedy="Check the address for a typing mistake.")
    networks = parse_networks(policy.allow_networks)
    if not all(may_connect(address, allow_networks=networks) for address in addresses):
        raise PrivateAddress(host)
    return addresses


class GuardedTransport(httpx2.AsyncBaseTransport):
    """For every HTTP client whose address comes from a user: the fetcher's own, and an AI vendor's own base URL."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._pool = httpcore2.AsyncConnectionPool(
            ssl_context=policy.tls or _public_tls(), network_backend=GuardedBackend(policy), retries=0
        )

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        assert isinstance(request.stream, httpx2.AsyncByteStream)
        parse_url(str(request.url), ports=self._policy.ports, public_names_only=not self._policy.allow_networks)
        url = request.url
        with _as_httpx_errors():
            response = await self._pool.handle_async_request(
                httpcore2.Request(
                    method=request.method,
                    url=httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                    headers=request.headers.raw,
                    content=request.stream,
                    extensions=dict(request.extensions),
                )
            )
        return httpx2.Response(
            status_code=response.status,
            headers=response.headers,
            stream=_Body(response),
            extensions=response.extensions,
        )

    async def __aenter__(self) -> Self:
        await self._pool.__aenter__()
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None = None,
        exc_value: BaseException | None = None,
        traceback: TracebackType | None = None,
    ) -> None:
        await self._pool.__aexit__(exc_type, exc_value, traceback)

    async def aclose(self) -> None:
        await self._pool.aclose()


class _Body(httpx2.AsyncByteStream):
    def __init__(self, response: httpcore2.Response) -> None:
        self._response = response

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with _as_httpx_errors():
            async for chunk in self._response.aiter_stream():
                yield chunk

    async def aclose(self) -> None:
        await self._response.aclose()


@contextmanager
def _as_httpx_errors() -> Iterator[None]:
    """Clients of httpx2 look for its exceptions, which bear the same names as the transport library's."""
    try:
        yield
    except (httpcore2.TimeoutException, httpcore2.NetworkError, httpcore2.ProtocolError) as error:
        family: type[httpx2.TransportError] = getattr(httpx2, type(error).__name__, httpx2.TransportError)
        raise family(str(error)) from error


@cache
def _public_tls() -> ssl.SSLContext:
    return httpx2.create_ssl_context(trust_env=False)
