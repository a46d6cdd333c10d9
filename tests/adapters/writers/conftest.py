from __future__ import annotations

import pytest

from newsforge.adapters.writers import WriterSpec, make_writer
from newsforge.adapters.writers.clients import Clients
from newsforge.pipeline.breaker import Breaker

LOOPBACK = ("127.0.0.0/8",)


@pytest.fixture
async def clients():
    clients = Clients()
    yield clients
    await clients.aclose()


@pytest.fixture
def writer_at(clients):
    """A writer of the named model, against a fake vendor; breakers are shared unless one is given."""
    breaker = Breaker()

    def make(name: str, server, **more):
        root = server.url if name.startswith(("anthropic", "google")) else f"{server.url}/v1"
        spec = WriterSpec(
            name=name, base_url=root, api_key=more.pop("api_key", "key-1"), allow_networks=LOOPBACK, **more
        )
        return make_writer(spec, clients=clients, breaker=breaker)

    return make
