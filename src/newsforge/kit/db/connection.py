"""A connection of one's own, beside the pools: to listen on, or not to wait behind the pool's users."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from newsforge.kit.db.urls import connect_options, driver_url

if TYPE_CHECKING:
    import asyncpg


async def connect(
    address: str,
    *,
    application_name: str,
    role: str | None = None,
    timeout_s: float = 3.0,
    settings: Mapping[str, str] | None = None,
) -> asyncpg.Connection[Any]:
    """Raise what the driver raises. ``role`` is stepped down to, as in the pools (``Database.role``). Close it with
    ``terminate()`` where its server may be frozen."""
    import asyncpg

    url = driver_url(address)
    own = {"application_name": application_name, "timezone": "UTC"} | dict(settings or {})
    if role is not None:
        own["role"] = role
    connection: asyncpg.Connection[Any] = await asyncpg.connect(
        host=url.host,
        port=url.port or 5432,
        user=url.username,
        password=url.password,
        database=url.database,
        timeout=timeout_s,
        server_settings=own,
        **connect_options(address),
    )
    return connection
