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
def aws_identity(monkeypatch, tmp_path):
    """Bedrock's own keys are only sent over TLS, so the fake is called with an AWS identity."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "key-1")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret-1")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")


@pytest.fixture
def writer_at(clients, aws_identity):
    """A writer of the named model, against a fake vendor; breakers are shared unless one is given."""
    breaker = Breaker()

    def make(name: str, server, **more):
        root = server.url if name.startswith(("anthropic", "google", "bedrock")) else f"{server.url}/v1"
        spec = WriterSpec(
            name=name,
            base_url=root,
            api_key=more.pop("api_key", "" if name.startswith("bedrock") else "key-1"),
            allow_networks=LOOPBACK,
            region="eu-central-1",
            **more,
        )
        return make_writer(spec, clients=clients, breaker=breaker)

    return make
