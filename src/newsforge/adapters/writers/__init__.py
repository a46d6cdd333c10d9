"""The writers: the embedded one, and one for each AI vendor's model."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from newsforge.adapters.writers.spec import EMBEDDED, BadWriterName, WriterSpec, check_spec, parse_name

if TYPE_CHECKING:
    from newsforge.adapters.writers.clients import Clients
    from newsforge.pipeline.breaker import Breaker
    from newsforge.pipeline.ports import Writer

__all__ = ["EMBEDDED", "BadWriterName", "WriterSpec", "check_spec", "make_writer", "open_writers", "parse_name"]


def make_writer(spec: WriterSpec, *, clients: Clients | None = None, breaker: Breaker | None = None) -> Writer:
    """``clients`` (one a running event loop) is needed for every writer but ``embedded``; the caller closes it.
    ``breaker`` should be one for the whole process. Raise :class:`BadWriterName` for what cannot work."""
    if spec.name == EMBEDDED:
        from newsforge.adapters.writers.embedded import EmbeddedWriter

        return EmbeddedWriter()
    check_spec(spec)
    from newsforge.adapters.writers.ai import AiWriter
    from newsforge.adapters.writers.clients import Clients
    from newsforge.pipeline.breaker import Breaker

    return AiWriter(spec, clients=clients or Clients(), breaker=breaker or Breaker())


@asynccontextmanager
async def open_writers(specs: Sequence[WriterSpec], *, breaker: Breaker | None = None) -> AsyncIterator[list[Writer]]:
    """The writers with shared connections, closed at the end. Loads the AI libraries only if one is asked for."""
    if all(spec.name == EMBEDDED for spec in specs):
        yield [make_writer(spec) for spec in specs]
        return
    from newsforge.adapters.writers.clients import Clients
    from newsforge.pipeline.breaker import Breaker

    clients = Clients()
    shared = breaker or Breaker()
    try:
        yield [make_writer(spec, clients=clients, breaker=shared) for spec in specs]
    finally:
        await clients.aclose()
