"""Who is at the other end: the peer, or whoever a trusted proxy says it speaks for."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from functools import lru_cache

from newsforge.api.asgi import Scope, find_header

UNKNOWN = "unknown"


class ClientAddresses:
    """``trusted`` are networks of proxies. The address taken is the last one that no trusted proxy vouches for: what
    stands further left in X-Forwarded-For, anybody can have written."""

    def __init__(self, trusted: Sequence[str]) -> None:
        self._trusted = tuple(ipaddress.ip_network(network) for network in trusted)
        self._is_trusted = lru_cache(maxsize=4096)(self._look)

    def of(self, scope: Scope) -> str:
        client = scope.get("client")
        peer = client[0] if client else UNKNOWN
        if not self._trusted or not self._is_trusted(peer):
            return self.limited(peer)
        forwarded = find_header(scope["headers"], b"x-forwarded-for") or b""
        for hop in reversed([part.strip() for part in forwarded.decode("latin-1").split(",")]):
            if not hop:
                continue
            if not self._is_trusted(hop):
                return self.limited(hop)
            peer = hop
        return self.limited(peer)

    def is_secure(self, scope: Scope) -> bool:
        """Whether the browser's own connection is encrypted."""
        proto = self._vouched(scope, b"x-forwarded-proto")
        if proto is not None:
            return proto.strip().lower() == b"https"
        return bool(scope.get("scheme") == "https")

    def take_host(self, scope: Scope) -> None:
        """Put the host that the browser asked for in the place of the one by which a trusted proxy reached us."""
        host = self._vouched(scope, b"x-forwarded-host")
        if host is not None:
            rest = [header for header in scope["headers"] if header[0] != b"host"]
            scope["headers"] = [(b"host", host.strip()), *rest]

    def _vouched(self, scope: Scope, name: bytes) -> bytes | None:
        client = scope.get("client")
        if self._trusted and client and self._is_trusted(client[0]):
            return find_header(scope["headers"], name)
        return None

    @staticmethod
    def limited(address: str) -> str:
        """IPv6 by its /64: one household has so many addresses that it could never be limited."""
        try:
            parsed = ipaddress.ip_address(address.partition("%")[0])
        except ValueError:
            return UNKNOWN
        if isinstance(parsed, ipaddress.IPv6Address):
            if parsed.ipv4_mapped is not None:
                return str(parsed.ipv4_mapped)
            return str(ipaddress.ip_network((int(parsed) >> 64 << 64, 64)))
        return str(parsed)

    def _look(self, address: str) -> bool:
        try:
            parsed = ipaddress.ip_address(address)
        except ValueError:
            return False
        return any(parsed in network for network in self._trusted)
