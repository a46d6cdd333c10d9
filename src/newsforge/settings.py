"""What an operator sets, read once from the environment into frozen, typed groups."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from newsforge.kit.errors import NewsforgeError


class BadSetting(NewsforgeError):
    """An environment variable holds something that cannot be used."""

    code = "bad_setting"


@dataclass(frozen=True, slots=True)
class Secret:
    """A value that never shows itself in a log, a traceback or a repr."""

    value: str

    def __repr__(self) -> str:
        return "Secret(set)" if self.value else "Secret(empty)"

    __str__ = __repr__

    def __bool__(self) -> bool:
        return bool(self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class WriterSettings:
    """Keys and addresses of AI vendors, and the order in which ``--writer auto`` tries them."""

    openai_key: Secret = Secret("")
    openai_url: str = ""
    anthropic_key: Secret = Secret("")
    anthropic_url: str = ""
    google_key: Secret = Secret("")
    bedrock_region: str = ""
    compatible_key: Secret = Secret("")
    compatible_url: str = ""
    chain: tuple[str, ...] = ()
    #: Private networks (CIDR) that an operator opens, for a model server of the house.
    allow_networks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversionSettings:
    deadline_s: float = 30.0
    #: ``auto``, ``none`` or the house's own line.
    disclosure: str = "auto"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    writers: WriterSettings = field(default_factory=WriterSettings)
    conversion: ConversionSettings = field(default_factory=ConversionSettings)

    @classmethod
    def of(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Read ``environment`` (the process's own when None). Raise :class:`BadSetting` naming the variable."""
        env = os.environ if environment is None else environment
        return cls(
            writers=WriterSettings(
                openai_key=_secret(env, "NEWSFORGE_OPENAI_API_KEY", "OPENAI_API_KEY"),
                openai_url=_url(env, "NEWSFORGE_OPENAI_URL"),
                anthropic_key=_secret(env, "NEWSFORGE_ANTHROPIC_API_KEY", "ANTHROPIC_API_KEY"),
                anthropic_url=_url(env, "NEWSFORGE_ANTHROPIC_URL"),
                google_key=_secret(env, "NEWSFORGE_GOOGLE_API_KEY", "GOOGLE_API_KEY", "GEMINI_API_KEY"),
                bedrock_region=_first(env, "NEWSFORGE_BEDROCK_REGION"),
                compatible_key=_secret(env, "NEWSFORGE_COMPATIBLE_API_KEY"),
                compatible_url=_url(env, "NEWSFORGE_COMPATIBLE_URL"),
                chain=_list(env, "NEWSFORGE_WRITERS"),
                allow_networks=_networks(env, "NEWSFORGE_ALLOW_NETWORKS"),
            ),
            conversion=ConversionSettings(
                deadline_s=_seconds(env, "NEWSFORGE_DEADLINE_S", 30.0),
                disclosure=_first(env, "NEWSFORGE_DISCLOSURE") or "auto",
            ),
        )


def _first(env: Mapping[str, str], *names: str) -> str:
    return next((env[name].strip() for name in names if env.get(name, "").strip()), "")


def _secret(env: Mapping[str, str], *names: str) -> Secret:
    return Secret(_first(env, *names))


def _url(env: Mapping[str, str], name: str) -> str:
    value = _first(env, name).rstrip("/")
    if value and not value.startswith(("http://", "https://")):
        raise BadSetting(f"{name} is not an http(s) address.", remedy=f"Set it like {name}=https://host/v1.")
    return value


def _list(env: Mapping[str, str], name: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in _first(env, name).split(",") if part.strip())


def _networks(env: Mapping[str, str], name: str) -> tuple[str, ...]:
    networks = _list(env, name)
    for network in networks:
        try:
            ipaddress.ip_network(network)
        except ValueError:
            raise BadSetting(
                f"{name} holds {network}, which is no network.", remedy=f"Set {name}=10.0.0.0/8."
            ) from None
    return networks


def _seconds(env: Mapping[str, str], name: str, default: float) -> float:
    value = _first(env, name)
    if not value:
        return default
    try:
        seconds = float(value)
    except ValueError:
        seconds = -1.0
    if not 1 <= seconds <= 600:
        raise BadSetting(f"{name}={value} is not a number of seconds from 1 to 600.", remedy=f"Set {name}=30.")
    return seconds
