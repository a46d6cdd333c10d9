"""From a writer's name and key to the model object that pydantic-ai calls."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Literal

from pydantic_ai.models import Model

from newsforge.adapters.writers.spec import OutputMode, WriterSpec

if TYPE_CHECKING:
    import httpx2

    from newsforge.adapters.writers.clients import Clients

_OUTPUT_MODES: dict[str, Literal["native", "tool", "prompted"]] = {
    "openai": "native",
    "openai-chat": "native",
    "google": "native",
    "anthropic": "tool",
    "bedrock": "tool",
    # Model servers differ in what they support beyond plain text.
    "compatible": "prompted",
}

#: At DEBUG these log whole requests, the article included.
for _talkative in ("openai", "anthropic", "google_genai", "botocore", "httpcore2"):
    logging.getLogger(_talkative).setLevel(logging.INFO)


def output_mode_of(spec: WriterSpec) -> Literal["native", "tool", "prompted"]:
    mode: OutputMode = spec.output_mode
    return _OUTPUT_MODES[spec.vendor] if mode == "auto" else mode


def build_model(spec: WriterSpec, clients: Clients) -> Model:
    """Costs about a millisecond a time; the SDKs' imports of the first time take about a second."""
    http = clients.guarded(spec.allow_networks) if spec.address else clients.vendor()
    address = spec.address or None
    match spec.vendor:
        case "openai":
            from pydantic_ai.models.openai import OpenAIResponsesModel
            from pydantic_ai.providers.openai import OpenAIProvider

            return OpenAIResponsesModel(
                spec.model, provider=OpenAIProvider(api_key=spec.api_key, base_url=address, http_client=http)
            )
        case "openai-chat":
            from pydantic_ai.models.openai import OpenAIChatModel
            from pydantic_ai.providers.openai import OpenAIProvider

            return OpenAIChatModel(
                spec.model, provider=OpenAIProvider(api_key=spec.api_key, base_url=address, http_client=http)
            )
        case "compatible":
            return _compatible(spec, http)
        case "anthropic":
            from pydantic_ai.models.anthropic import AnthropicModel
            from pydantic_ai.providers.anthropic import AnthropicProvider

            return AnthropicModel(
                spec.model, provider=AnthropicProvider(api_key=spec.api_key, base_url=address, http_client=http)
            )
        case "google":
            from pydantic_ai.models.google import GoogleModel
            from pydantic_ai.providers.google import GoogleProvider

            return GoogleModel(
                spec.model, provider=GoogleProvider(api_key=spec.api_key, base_url=address, http_client=http)
            )
        case "bedrock":
            from newsforge.adapters.writers.bedrock import build_bedrock_model

            return build_bedrock_model(spec)


def _compatible(spec: WriterSpec, http: httpx2.AsyncClient) -> Model:
    from pydantic_ai.models.openai import OpenAIChatModel
    from pydantic_ai.providers.openai_compatible import OpenAICompatibleProvider

    # A server without keys still gets the header the SDK insists on; it must not take one from the environment.
    provider = OpenAICompatibleProvider(
        "compatible", base_url=spec.address, api_key=spec.api_key or "none", http_client=http
    )
    return OpenAIChatModel(spec.model, provider=provider)
