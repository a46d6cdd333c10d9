"""The HTTP clients that vendors are called with: one pool for the vendors' own hosts, one guarded for all others."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx2

from newsforge.kit.fetch import Policy, guarded_transport

#: Far above any post; a hostile server must not fill the memory.
_ANSWER_BYTES = 4_000_000
_CONNECT_S = 4.0
#: Only a safety net: the attempt's own deadline is shorter.
_READ_S = 60.0
_POOL = httpx2.Limits(max_connections=100, max_keepalive_connections=20)
_TIMEOUT = httpx2.Timeout(_READ_S, connect=_CONNECT_S)


class Clients:
    """Belongs to one event loop; shared by all writers in it, so that connections are reused. Close it at the end."""

    def __init__(self) -> None:
        self._own: httpx2.AsyncClient | None = None
        self._guarded: dict[tuple[str, ...], httpx2.AsyncClient] = {}

    def vendor(self) -> httpx2.AsyncClient:
        """For the vendors' own, fixed addresses. Obeys the environment's proxy."""
        if self._own is None:
            self._own = httpx2.AsyncClient(timeout=_TIMEOUT, limits=_POOL, follow_redirects=False)
        return self._own

    def guarded(self, allow_networks: tuple[str, ...]) -> httpx2.AsyncClient:
        """For an address that a user gave: public ones only, unless the operator opened a network."""
        client = self._guarded.get(allow_networks)
        if client is None:
            policy = Policy(allow_networks=allow_networks, ports=None)
            client = self._guarded[allow_networks] = httpx2.AsyncClient(
                transport=_Capped(guarded_transport(policy)),
                timeout=_TIMEOUT,
                follow_redirects=False,
                trust_env=False,
                headers={"accept-encoding": "identity"},
            )
        return client

    async def aclose(self) -> None:
        for client in (self._own, *self._guarded.values()):
            if client is not None:
                await client.aclose()


class _Capped(httpx2.AsyncBaseTransport):
    """Ends an answer that is too long, and one that is packed though packing was not asked for."""

    def __init__(self, transport: httpx2.AsyncBaseTransport) -> None:
        self._transport = transport

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        response = await self._transport.handle_async_request(request)
        if response.headers.get("content-encoding", "identity") != "identity":
            await response.aclose()
            raise httpx2.RemoteProtocolError("the answer is compressed though that was not asked for")
        assert isinstance(response.stream, httpx2.AsyncByteStream)
        response.stream = _CappedStream(response.stream)
        return response

    async def aclose(self) -> None:
        await self._transport.aclose()


class _CappedStream(httpx2.AsyncByteStream):
    def __init__(self, stream: httpx2.AsyncByteStream) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        size = 0
        async for chunk in self._stream:
            size += len(chunk)
            if size > _ANSWER_BYTES:
                raise httpx2.RemoteProtocolError(f"the answer is longer than {_ANSWER_BYTES} bytes")
            yield chunk

    async def aclose(self) -> None:
        await self._stream.aclose()
