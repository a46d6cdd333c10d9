"""The migrations make what the models say, twice over and from several places at once."""

import asyncio
import os
import sys
from uuid import uuid4

import asyncpg
import pytest
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from newsforge import domains
from newsforge.kit.db.migrations import current_revision, head_revision, upgrade
from newsforge.kit.db.models import Model, tenant_tables
from newsforge.kit.db.urls import driver_url
from newsforge.kit.servers.sql import create_database, drop_database
from tests.support.servers import OWNER_ROLE

domains.load_models()


@pytest.fixture
async def look(fresh_database):
    async def fetch(query, *values):
        connection = await asyncpg.connect(fresh_database.owner_url)
        try:
            return await connection.fetch(query, *values)
        finally:
            await connection.close()

    return fetch


def differences(connection):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
    return compare_metadata(context, Model.metadata)


async def test_alembic_autogenerate_finds_no_difference(fresh_database):
    engine = create_async_engine(driver_url(fresh_database.owner_url), poolclass=NullPool)
    async with engine.connect() as connection:
        assert await connection.run_sync(differences) == []
    await engine.dispose()


async def test_a_difference_would_be_found(fresh_database, look):
    await look("ALTER TABLE jobs DROP COLUMN error_code")
    await look("DROP INDEX ix_jobs_claim")
    engine = create_async_engine(driver_url(fresh_database.owner_url), poolclass=NullPool)
    async with engine.connect() as connection:
        found = await connection.run_sync(differences)
    await engine.dispose()
    assert sorted(one[0] for one in found) == ["add_column", "add_index"]


async def test_upgrading_again_is_harmless(fresh_database):
    await upgrade(fresh_database.owner_url)
    assert await current_revision(fresh_database.owner_url) == head_revision()


async def test_two_that_upgrade_at_once_take_turns(postgres):
    """As several tasks of one release do."""
    name = f"newsforge_empty_{uuid4().hex}"
    await asyncio.to_thread(create_database, postgres, name, owner=OWNER_ROLE)
    url = postgres.rpartition("/")[0] + f"/{name}"
    program = "import asyncio, sys; from newsforge.kit.db.migrations import upgrade; asyncio.run(upgrade(sys.argv[1]))"
    try:
        runs = [
            await asyncio.create_subprocess_exec(
                sys.executable, "-c", program, url, env=os.environ | {"PYTHONPATH": "src"}
            )
            for _ in range(2)
        ]
        assert [await run.wait() for run in runs] == [0, 0]
        assert await current_revision(url) == head_revision()
    finally:
        await asyncio.to_thread(drop_database, postgres, name)


async def test_partial_indexes_have_the_conditions_of_the_models(look):
    """Alembic does not compare the WHERE of an index."""
    made = {
        row["indexname"]: row["indexdef"]
        for row in await look("SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'")
    }
    for table in Model.metadata.tables.values():
        for index in table.indexes:
            condition = index.dialect_options["postgresql"]["where"]
            assert ("WHERE" in made[index.name]) == (condition is not None), index.name
    assert "status" in made["ix_jobs_claim"]


async def test_no_tenant_table_is_left_open(look):
    rows = await look(
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
        " AND relrowsecurity AND relforcerowsecurity"
    )
    assert set(tenant_tables()) <= {row["relname"] for row in rows}
