"""Fetching what a stranger's URL leads to, without becoming a door into the private network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsforge.kit.fetch.client import Fetched, fetch
from newsforge.kit.fetch.errors import (
    BadUrl,
    FetchFailed,
    HttpStatus,
    Incomplete,
    NotFound,
    PrivateAddress,
    TimedOut,
    TlsFailure,
    TooLarge,
    TooManyRedirects,
    Unreachable,
    UnsupportedContentType,
    UnsupportedEncoding,
)
from newsforge.kit.fetch.policy import (
    DEFAULT_LIMITS,
    PRIVATE_NETWORKS,
    PUBLIC,
    Limits,
    Policy,
    Resolver,
    resolve_by_system,
)

if TYPE_CHECKING:
    import httpx2

__all__ = [
    "DEFAULT_LIMITS",
    "PRIVATE_NETWORKS",
    "PUBLIC",
    "BadUrl",
    "FetchFailed",
    "Fetched",
    "HttpStatus",
    "Incomplete",
    "Limits",
    "NotFound",
    "Policy",
    "PrivateAddress",
    "Resolver",
    "TimedOut",
    "TlsFailure",
    "TooLarge",
    "TooManyRedirects",
    "Unreachable",
    "UnsupportedContentType",
    "UnsupportedEncoding",
    "fetch",
    "guarded_transport",
    "resolve_by_system",
]


def guarded_transport(policy: Policy = PUBLIC) -> httpx2.AsyncBaseTransport:
    """For another client of user-given addresses: ``httpx2.AsyncClient(transport=guarded_transport(policy),
    trust_env=False)``. It raises :class:`PrivateAddress` and :class:`BadUrl` before any connection."""
    from newsforge.kit.fetch.guard import GuardedTransport

    return GuardedTransport(policy)
