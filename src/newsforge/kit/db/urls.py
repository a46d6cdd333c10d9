"""Database addresses, as people write them and as the driver wants them."""

from __future__ import annotations

import ssl
from functools import lru_cache
from typing import Any

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from newsforge.kit.errors import NewsforgeError


class BadDatabaseAddress(NewsforgeError):
    """The address is none, or is of another kind of database."""

    code = "bad_database_address"


def driver_url(address: str) -> URL:
    """Take ``postgres://`` or ``postgresql://``, with or without a driver, and return it for asyncpg."""
    try:
        url = make_url(address)
    except ArgumentError:
        # The address may hold a password, so it is not shown.
        raise BadDatabaseAddress(
            "The database address cannot be read.", remedy="Write postgresql://user:password@host:5432/name."
        ) from None
    if url.drivername.partition("+")[0] not in {"postgres", "postgresql"}:
        raise BadDatabaseAddress(
            f"{url.drivername!r} is not PostgreSQL.", remedy="Write postgresql://user:password@host:5432/name."
        )
    return url.set(drivername="postgresql+asyncpg", query={})


def connect_options(address: str) -> dict[str, Any]:
    """What asyncpg takes as arguments instead of in the address: ``sslmode``, and ``sslrootcert`` for the two modes
    that ask who the server is (by default they trust whom the machine trusts)."""
    query = make_url(address).query
    mode, roots = (_last(query.get(name)) for name in ("sslmode", "sslrootcert"))
    if mode in {"verify-ca", "verify-full"}:
        return {"ssl": _trusting(roots, checks_name=mode == "verify-full")}
    return {"ssl": mode} if mode else {}


def _last(value: str | tuple[str, ...] | None) -> str:
    return value or "" if isinstance(value, str | None) else value[-1]


@lru_cache(maxsize=8)
def _trusting(roots: str, *, checks_name: bool) -> ssl.SSLContext:
    try:
        context = ssl.create_default_context(cafile=roots or None)
    except OSError:  # no such file, or nothing in it that is a certificate
        raise BadDatabaseAddress(
            f"The address names certificates in {roots}, and there are none.",
            remedy="Name a PEM file in sslrootcert, or leave it out to trust whom the machine trusts.",
        ) from None
    context.check_hostname = checks_name
    # PostgreSQL's own clients do not ask for this either, and not every server's authority keeps to it.
    context.verify_flags &= ~ssl.VERIFY_X509_STRICT
    return context
