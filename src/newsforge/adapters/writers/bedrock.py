"""Amazon Bedrock is called through botocore, which would retry five times and wait a minute on its own account."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from botocore.config import Config  # publishes no types
from botocore.loaders import create_loader  # publishes no types
from botocore.session import Session  # publishes no types
from botocore.tokens import FrozenAuthToken  # publishes no types
from pydantic_ai.models.bedrock import BedrockConverseModel
from pydantic_ai.providers.bedrock import BedrockProvider

if TYPE_CHECKING:
    from newsforge.adapters.writers.spec import WriterSpec

#: A thread waits this long for a vendor that hangs, though the attempt itself has long been given up.
_READ_S = 20.0
_CONNECT_S = 4.0
#: Calls in flight of one writer.
_CONNECTIONS = 32
#: Reads the description of the AWS API, a second's work, once for all keys.
_LOADER = create_loader()


def build_bedrock_model(spec: WriterSpec) -> BedrockConverseModel:
    """With ``spec.api_key`` (a Bedrock API key), else with the machine's own AWS identity."""
    config: dict[str, Any] = {
        "read_timeout": _READ_S,
        "connect_timeout": _CONNECT_S,
        "retries": {"total_max_attempts": 1},
        "max_pool_connections": _CONNECTIONS,
    }
    if spec.api_key:
        config["signature_version"] = "bearer"
    session = _KeySession(spec.api_key) if spec.api_key else Session()
    session.register_component("data_loader", _LOADER)
    client = session.create_client(
        "bedrock-runtime", region_name=spec.region, config=Config(**config), endpoint_url=spec.address or None
    )
    return BedrockConverseModel(spec.model, provider=BedrockProvider(bedrock_client=client))


class _KeySession(Session):  # its base has no types
    """botocore takes a Bedrock key only from the environment, which would be one for all customers."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key

    def get_auth_token(self, **_: Any) -> Any:
        return FrozenAuthToken(self._key)

    def get_credentials(self) -> None:
        return None
