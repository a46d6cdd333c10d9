"""How values are read from the environment: what is wrong is named with the variable, what is secret is not shown."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from newsforge.kit.errors import NewsforgeError

Environment = Mapping[str, str]


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


NO_SECRET: Final = Secret("")


def first(env: Environment, *names: str) -> str:
    return next((env[name].strip() for name in names if env.get(name, "").strip()), "")


def secret(env: Environment, *names: str) -> Secret:
    return Secret(first(env, *names))


def web_address(env: Environment, name: str) -> str:
    value = first(env, name).rstrip("/")
    if value and not value.startswith(("http://", "https://")):
        raise BadSetting(f"{name} is not an http(s) address.", remedy=f"Set it like {name}=https://host/v1.")
    return value


def list_of(env: Environment, name: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in first(env, name).split(",") if part.strip())


def networks(env: Environment, name: str) -> tuple[str, ...]:
    networks = list_of(env, name)
    for network in networks:
        try:
            ipaddress.ip_network(network)
        except ValueError:
            raise BadSetting(
                f"{name} holds {network}, which is no network.", remedy=f"Set {name}=10.0.0.0/8."
            ) from None
    return networks


def seconds(env: Environment, name: str, default: float) -> float:
    value = first(env, name)
    if not value:
        return default
    try:
        seconds = float(value)
    except ValueError:
        seconds = -1.0
    if not 1 <= seconds <= 600:
        raise BadSetting(f"{name}={value} is not a number of seconds from 1 to 600.", remedy=f"Set {name}=30.")
    return seconds


def number(env: Environment, name: str, default: int, *, least: int, most: int) -> int:
    value = first(env, name)
    if not value:
        return default
    if not value.isdecimal() or not least <= int(value) <= most:
        raise BadSetting(
            f"{name}={value} is not a whole number from {least} to {most}.", remedy=f"Set {name}={default}."
        )
    return int(value)


def choice(env: Environment, name: str, *allowed: str) -> str:
    """One of ``allowed``; the first when the variable is not set."""
    value = first(env, name) or allowed[0]
    if value not in allowed:
        raise BadSetting(f"{name}={value} is not known.", remedy=f"Set it to one of {', '.join(allowed)}.")
    return value


def origins(env: Environment, name: str) -> tuple[str, ...]:
    """Web origins (``https://host[:port]``), as a browser writes them in the Origin header."""
    found = list_of(env, name)
    for origin in found:
        scheme, _, host = origin.partition("://")
        if scheme not in {"http", "https"} or not host or "/" in host or "*" in host:
            raise BadSetting(
                f"{name} holds {origin}, which is no origin.", remedy=f"Set {name}=https://app.example.com."
            )
    return found
