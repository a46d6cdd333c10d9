"""Fixtures for all tests. Servers start only when a test asks for one, once a run, and end with the run.

With xdist the controlling process owns them (its workers ask it), so that they also end on Ctrl-C or when a worker
crashes; and when the run itself is killed, they go with it.
"""

import os

import pytest
from hypothesis import HealthCheck, settings

from tests.support.servers import SOCKET, SharedServers

pytest_plugins = ["tests.support.postgres", "tests.support.valkey"]

# How long an example takes is the machine's matter: 200 ms, the usual limit, pass easily on a busy one.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")

#: Fixtures that take seconds; whoever uses one is slow.
_SLOW = {"replica_pair"}
_shared = pytest.StashKey[SharedServers]()


def pytest_configure(config):
    if not hasattr(config, "workerinput"):
        config.stash[_shared] = servers = SharedServers()
        os.environ[SOCKET] = servers.address


def pytest_unconfigure(config):
    if _shared in config.stash:
        config.stash[_shared].close()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    for item in items:
        if _SLOW.intersection(item.fixturenames):
            item.add_marker("slow")
