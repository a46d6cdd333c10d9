"""Database addresses, as people write them and as the driver wants them."""

from __future__ import annotations

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
    """What asyncpg takes as arguments instead of in the address: ``sslmode``."""
    mode = make_url(address).query.get("sslmode")
    return {"ssl": mode if isinstance(mode, str) else mode[-1]} if mode else {}
