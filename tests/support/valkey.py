"""Fixtures of Valkey."""

import os

import pytest

from newsforge.kit.servers.valkey import ValkeyServer
from tests.support.servers import ask


@pytest.fixture(scope="session")
def valkey_url() -> str:
    """A database of this xdist worker in the Valkey that the run shares. Channels of PUBLISH are not divided by it."""
    server = ask("valkey")
    name = os.environ.get("PYTEST_XDIST_WORKER", "")
    number = int(name.removeprefix("gw")) + 1 if name.startswith("gw") else 0
    return f"redis://:{server['password']}@127.0.0.1:{server['port']}/{number}"


@pytest.fixture
def own_valkey(tmp_path):
    """A running Valkey of this test's own (``ValkeyServer``): ``kill``, ``freeze``, ``thaw``, ``stop``, ``start``.

    It comes back on the same port.
    """
    server = ValkeyServer(tmp_path / "valkey")
    server.start()
    try:
        yield server
    finally:
        server.stop()
