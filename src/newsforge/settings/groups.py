"""The groups of settings: frozen, typed, with the defaults of a person at the command line."""

from __future__ import annotations

from dataclasses import dataclass

from newsforge.settings.environment import (
    NO_SECRET,
    Environment,
    Secret,
    first,
    list_of,
    networks,
    seconds,
    secret,
    web_address,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WriterSettings:
    """Keys and addresses of AI vendors, and the order in which ``--writer auto`` tries them."""

    openai_key: Secret = NO_SECRET
    openai_url: str = ""
    anthropic_key: Secret = NO_SECRET
    anthropic_url: str = ""
    google_key: Secret = NO_SECRET
    bedrock_region: str = ""
    compatible_key: Secret = NO_SECRET
    compatible_url: str = ""
    chain: tuple[str, ...] = ()
    #: Private networks (CIDR) that an operator opens, for a model server of the house.
    allow_networks: tuple[str, ...] = ()

    @classmethod
    def of(cls, env: Environment) -> WriterSettings:
        return cls(
            openai_key=secret(env, "NEWSFORGE_OPENAI_API_KEY", "OPENAI_API_KEY"),
            openai_url=web_address(env, "NEWSFORGE_OPENAI_URL"),
            anthropic_key=secret(env, "NEWSFORGE_ANTHROPIC_API_KEY", "ANTHROPIC_API_KEY"),
            anthropic_url=web_address(env, "NEWSFORGE_ANTHROPIC_URL"),
            google_key=secret(env, "NEWSFORGE_GOOGLE_API_KEY", "GOOGLE_API_KEY", "GEMINI_API_KEY"),
            bedrock_region=first(env, "NEWSFORGE_BEDROCK_REGION"),
            compatible_key=secret(env, "NEWSFORGE_COMPATIBLE_API_KEY"),
            compatible_url=web_address(env, "NEWSFORGE_COMPATIBLE_URL"),
            chain=list_of(env, "NEWSFORGE_WRITERS"),
            allow_networks=networks(env, "NEWSFORGE_ALLOW_NETWORKS"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversionSettings:
    deadline_s: float = 30.0
    #: ``auto``, ``none`` or the house's own line.
    disclosure: str = "auto"

    @classmethod
    def of(cls, env: Environment) -> ConversionSettings:
        return cls(
            deadline_s=seconds(env, "NEWSFORGE_DEADLINE_S", 30.0),
            disclosure=first(env, "NEWSFORGE_DISCLOSURE") or "auto",
        )
