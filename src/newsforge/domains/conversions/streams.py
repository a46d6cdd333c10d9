"""A conversion's events as they happen, for one client: from the database, woken by the bell."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Final
from uuid import UUID

from pydantic_core import to_json

from newsforge.domains.access.principal import Principal
from newsforge.domains.conversions import event_repository, forms, post_repository, repository
from newsforge.domains.conversions.changes import topic_of
from newsforge.domains.conversions.errors import TooManyStreams
from newsforge.domains.conversions.models import ConversionEvent
from newsforge.domains.conversions.options import ConversionOptions
from newsforge.kit.bell import Bell
from newsforge.kit.db.database import Database
from newsforge.kit.db.sessions import ReadSession
from newsforge.kit.http.errors import NotFound

HEARTBEAT: Final = b": still here\n\n"
_BATCH: Final = 200
#: How often the database is looked into although the bell of other processes is heard: rings are never the truth.
_SELDOM_S: Final = 5.0


class Streams:
    """The event streams that are open in this process."""

    def __init__(self, database: Database, bell: Bell, options: ConversionOptions) -> None:
        self._database = database
        self._bell = bell
        self._options = options
        self._open: Counter[str] = Counter()
        self._closing = asyncio.Event()

    def close(self) -> None:
        """End all streams: clients come back with the last id that they have seen. For the end of the process."""
        self._closing.set()

    @property
    def count(self) -> int:
        return self._open.total()

    @contextmanager
    def admitted(self, principal: Principal) -> Iterator[None]:
        """Raise :class:`TooManyStreams`."""
        if self._open[principal.limit_key] >= self._options.max_streams:
            raise TooManyStreams(headers={"Retry-After": "5"})
        self._open[principal.limit_key] += 1
        try:
            yield
        finally:
            self._open[principal.limit_key] -= 1
            self._open += Counter()  # forgets those that are at nought

    async def check(self, principal: Principal, conversion_id: UUID) -> None:
        """Raise :class:`NotFound`."""
        async with self._database.read(principal.sight, mark=principal.mark) as session:
            if await repository.find_conversion(session, principal.workspace_id, conversion_id) is None:
                raise NotFound

    async def follow(self, principal: Principal, conversion_id: UUID, *, after: int) -> AsyncIterator[bytes]:
        """Events with a higher id than ``after``, each once and in their order, until there can be no more. No
        connection of the pool is held while waiting."""
        loop = asyncio.get_running_loop()
        # A ring is heard by this process at once; by others only with a bell that reaches them.
        async with self._bell.subscribe(topic_of(conversion_id)) as rings:
            sent_at = loop.time()
            while not self._closing.is_set():
                events, is_over = await self._look(principal, conversion_id, after)
                for seq, data in events:
                    yield data
                    after, sent_at = seq, loop.time()
                if is_over:
                    return
                if len(events) == _BATCH:
                    continue
                if loop.time() - sent_at >= self._options.heartbeat_s:
                    yield HEARTBEAT
                    sent_at = loop.time()
                wait_s = _SELDOM_S if self._bell.hears_others else self._options.poll_s
                await rings.next(timeout_s=min(wait_s, max(0.01, sent_at + self._options.heartbeat_s - loop.time())))

    async def _look(
        self, principal: Principal, conversion_id: UUID, after: int
    ) -> tuple[list[tuple[int, bytes]], bool]:
        async with self._database.read(principal.sight, mark=principal.mark) as session:
            # Its state first: what ends it is then among the events.
            is_over = await _is_over(session, principal.workspace_id, conversion_id)
            events = await event_repository.list_events(
                session, principal.workspace_id, conversion_id, after=after, limit=_BATCH
            )
            posts = await _posts_of(session, principal.workspace_id, events)
        return [(event.seq, _frame(event, posts)) for event in events], is_over and len(events) < _BATCH


async def _is_over(session: ReadSession, workspace_id: UUID, conversion_id: UUID) -> bool:
    """Also when it was deleted."""
    conversion = await repository.find_conversion(session, workspace_id, conversion_id)
    if conversion is None:
        return True
    if conversion.status not in forms.ENDED:
        return False
    return not await post_repository.is_any_rewritten(session, workspace_id, conversion_id)


async def _posts_of(
    session: ReadSession, workspace_id: UUID, events: list[ConversionEvent]
) -> dict[tuple[str, int], forms.Json]:
    places = [(UUID(event.data["post_id"]), event.data["version"]) for event in events if event.name == "post"]
    found = await post_repository.find_versions(session, workspace_id, places) if places else {}
    return {(str(post_id), version): forms.written_form(post, row) for (post_id, version), (post, row) in found.items()}


def _frame(event: ConversionEvent, posts: dict[tuple[str, int], forms.Json]) -> bytes:
    data: forms.Json = event.data
    if event.name == "post":
        data = posts.get((event.data["post_id"], event.data["version"]), event.data)
    return b"id: %d\nevent: %s\ndata: %s\n\n" % (event.seq, event.name.encode(), to_json(data))
