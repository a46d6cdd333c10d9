"""One running service for most tests of the whole: an API, a worker, a database and a cache of its own."""

import itertools

import pytest

from newsforge.kit.servers.valkey import ValkeyServer
from tests.support.postgres import clone_database
from tests.support.whole_service import WholeService

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def whole(postgres, valkey_url, tmp_path_factory):
    """The service's surroundings; every test of the run may start processes in them."""
    folder = tmp_path_factory.mktemp("whole")
    with clone_database(
        postgres, f"newsforge_whole_{folder.name}_{tmp_path_factory.getbasetemp().name}".replace("-", "_")
    ) as address:
        service = WholeService(folder, address, valkey_url)
        try:
            yield service
        finally:
            service.stop()


@pytest.fixture(scope="session")
def api(whole):
    return whole.start_api()


@pytest.fixture(scope="session")
def worker(whole):
    return whole.start_worker()


@pytest.fixture(scope="session")
def owner(whole, api, worker):
    """Somebody with a verified account, alone in their workspace."""
    return whole.join(api)


@pytest.fixture(scope="session")
def stranger(whole, api):
    return whole.join(api)


@pytest.fixture
def lone_valkey(tmp_path):
    server = ValkeyServer(tmp_path / "valkey")
    server.start()
    try:
        yield server
    finally:
        server.stop()


@pytest.fixture
def lone(fresh_database, tmp_path):
    """Surroundings of this test's own, without a cache until it is given one."""
    service = WholeService(tmp_path / "service", fresh_database)
    try:
        yield service
    finally:
        service.stop()
