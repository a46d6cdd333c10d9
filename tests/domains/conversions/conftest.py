import pytest
from sqlalchemy import text

from tests.support.conversions import open_bench


@pytest.fixture
async def bench(database):
    """In a workspace of its own; jobs are nobody's, so those of the tests before are cleared away."""
    async with open_bench(database) as bench:
        async with bench.database.write() as session:
            await session.execute(text("DELETE FROM jobs"))
        yield bench


@pytest.fixture
async def client(bench):
    async with bench.client() as client:
        yield client
