"""Where a Valkey URL leads: ``redis://``, ``rediss://`` (TLS) and ``unix://``, as every client reads them."""

from __future__ import annotations

import ssl
from dataclasses import dataclass, field
from urllib.parse import parse_qs, unquote, urlsplit

from newsforge.kit.errors import NewsforgeError

_SCHEMES = {"redis": False, "valkey": False, "rediss": True, "valkeys": True}
_DEFAULT_PORT = 6379


class BadValkeyUrl(NewsforgeError):
    code = "bad_valkey_url"

    def __init__(self, fault: str) -> None:
        # The URL may hold a password, so the sentence does not repeat it.
        super().__init__(
            f"The address of Valkey cannot be used: {fault}.",
            remedy="Write it as redis://user:password@host:6379/0 (rediss:// for TLS, unix:///path for a socket).",
        )


@dataclass(frozen=True, slots=True)
class Address:
    host: str = ""
    port: int = _DEFAULT_PORT
    path: str = ""
    database: int = 0
    username: str = ""
    password: str = field(default="", repr=False)
    tls: bool = False
    ca_file: str = ""

    def tls_context(self) -> ssl.SSLContext | None:
        return ssl.create_default_context(cafile=self.ca_file or None) if self.tls else None

    def greeting(self) -> list[tuple[str | int, ...]]:
        """The commands that a new connection begins with."""
        commands: list[tuple[str | int, ...]] = []
        if self.password:
            commands.append(("AUTH", self.username, self.password) if self.username else ("AUTH", self.password))
        if self.database:
            commands.append(("SELECT", self.database))
        return commands


def read_address(url: str) -> Address:
    try:
        parts = urlsplit(url)
        port = parts.port or _DEFAULT_PORT
    except ValueError as error:
        raise BadValkeyUrl("its port is not a number below 65536") from error
    options = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    username, password = unquote(parts.username or ""), unquote(parts.password or "")
    if parts.scheme == "unix":
        database = _read_database(options.get("db", "0"))
        return Address(path=unquote(parts.path), database=database, username=username, password=password)
    if parts.scheme not in _SCHEMES:
        raise BadValkeyUrl("its scheme is none of redis, rediss and unix")
    if not parts.hostname:
        raise BadValkeyUrl("it names no host")
    return Address(
        host=parts.hostname,
        port=port,
        database=_read_database(options.get("db") or parts.path.strip("/") or "0"),
        username=username,
        password=password,
        tls=_SCHEMES[parts.scheme],
        ca_file=options.get("ssl_ca_certs", ""),
    )


def _read_database(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise BadValkeyUrl("its database is not a number")
    return int(text)
