"""What an operator may set about conversions."""

from __future__ import annotations

from dataclasses import dataclass

from newsforge.kit.fetch import PUBLIC, Policy


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversionOptions:
    deadline_s: float = 30.0
    #: ``auto``, ``none`` or the house's own line, where a request does not say.
    disclosure: str = "auto"
    #: What may be fetched: a private address is refused before anything is written.
    policy: Policy = PUBLIC
    max_file_bytes: int = 20_000_000
    max_text_characters: int = 200_000
    #: Event streams open at once for one principal, in one process.
    max_streams: int = 8
    heartbeat_s: float = 15.0
    #: How often an event stream looks into the database when no bell rings.
    poll_s: float = 0.5
    #: How long an idempotency key is remembered.
    key_ttl_s: float = 86_400.0
