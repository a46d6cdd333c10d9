import pytest

from tests.support.access_door import open_door


@pytest.fixture
async def door(database_url):
    async with open_door(database_url) as opened:
        yield opened
