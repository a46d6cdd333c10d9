"""Alembic's entry: one connection, one transaction a revision, a lock that makes two runs take turns."""

from __future__ import annotations

import asyncio

from alembic import context
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from newsforge import domains
from newsforge.kit.db.models import Model
from newsforge.kit.db.urls import connect_options, driver_url

domains.load_models()


def migrate(connection: Connection) -> None:
    attributes = context.config.attributes
    connection.execute(text("SELECT pg_advisory_lock(:lock)"), {"lock": attributes["advisory_lock"]})
    connection.execute(text(f"SET lock_timeout = '{int(attributes['lock_timeout_s'])}s'"))
    connection.commit()
    context.configure(
        connection=connection,
        target_metadata=Model.metadata,
        transaction_per_migration=True,
        compare_server_default=True,
    )
    with context.begin_transaction():
        context.run_migrations()


async def run() -> None:
    address = context.config.attributes["address"]
    engine = create_async_engine(driver_url(address), poolclass=NullPool, connect_args=connect_options(address))
    try:
        async with engine.connect() as connection:
            await connection.run_sync(migrate)
    finally:
        await engine.dispose()


asyncio.run(run())
