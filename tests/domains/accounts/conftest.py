import pytest

from tests.support.service_app import open_service


@pytest.fixture
async def service(database_url):
    async with open_service(database_url) as opened:
        yield opened


@pytest.fixture
async def client(service):
    async with service.client() as opened:
        yield opened
