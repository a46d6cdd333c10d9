"""``POST /conversions``: from a request to an accepted conversion, and, for who prefers to wait, to its end."""

from __future__ import annotations

import asyncio
import re
from contextlib import suppress
from dataclasses import dataclass
from typing import Annotated, Final
from uuid import UUID

from fastapi import Depends, Header, Request, Response
from fastapi.requests import HTTPConnection

from newsforge.domains.access.dependencies import CurrentPrincipal, DatabaseOf
from newsforge.domains.access.principal import Principal
from newsforge.domains.conversions import forms, service
from newsforge.domains.conversions.changes import topic_of
from newsforge.domains.conversions.errors import InvalidWish
from newsforge.domains.conversions.intake import Wanted
from newsforge.domains.conversions.options import ConversionOptions
from newsforge.domains.conversions.ports import SourceFiles, Writers
from newsforge.domains.conversions.service import IdempotentBy, ReadyConversion, Requested
from newsforge.domains.usage.service import Allowances
from newsforge.kit.bell import Bell
from newsforge.kit.db.database import Database
from newsforge.kit.errors import NewsforgeError
from newsforge.kit.http.preconditions import etag_of
from newsforge.kit.http.resources import resources_of
from newsforge.kit.http.seats import waiting_outside
from newsforge.kit.ids import new_id
from newsforge.kit.queue.queue import Queue

LONGEST_WAIT_S: Final = 30
#: How often the database is looked into although the bell is heard: rings are never the truth.
_SELDOM_S: Final = 3.0
_WAIT: Final = re.compile(r"(?:^|[,;\s])wait\s*=\s*\"?(\d{1,6})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """One request to convert, and what it needs."""

    principal: Principal
    database: Database
    queue: Queue
    bell: Bell
    files: SourceFiles
    writers: Writers
    allowances: Allowances
    options: ConversionOptions
    key: str | None
    wait_s: float | None

    async def accept(self, wanted: Wanted, request: Request) -> Response:
        """202 with the accepted conversion; 200 when its end was waited for and seen."""
        await self._check_writer(wanted)
        requested = await self._write(wanted)
        ready = await self._read(requested.conversion_id)
        if self.wait_s and ready.status not in forms.ENDED:
            ready = await self._wait(requested.conversion_id, self.wait_s, request)
        location = request.url_for("get_conversion", conversion_id=str(requested.conversion_id)).path
        headers = {"Location": location, "ETag": etag_of(ready.version)}
        if self.wait_s is not None:
            headers["Preference-Applied"] = f"wait={self.wait_s:g}"
        if requested.is_replay:
            headers["Idempotency-Replayed"] = "true"
        has_ended = bool(self.wait_s) and ready.status in forms.ENDED
        return Response(ready.body, 200 if has_ended else 202, headers, media_type="application/json")

    async def _check_writer(self, wanted: Wanted) -> None:
        try:
            await self.writers.check(self.principal.workspace_id, wanted.wishes["writer"])
        except NewsforgeError as error:
            raise InvalidWish.of(error, "/writer") from None

    async def _write(self, wanted: Wanted) -> Requested:
        conversion_id = new_id()
        storage_key = f"sources/{self.principal.workspace_id}/{conversion_id}" if wanted.kind == "file" else None
        is_kept = False
        if storage_key:
            await self.files.put(storage_key, wanted.data)
        try:
            async with self.database.write(self.principal.sight, mark=self.principal.mark) as session:
                requested = await service.request_conversion(
                    session,
                    principal=self.principal,
                    wanted=wanted,
                    queue=self.queue,
                    allowance=self.allowances.of(self.principal),
                    conversion_id=conversion_id,
                    storage_key=storage_key,
                    once=IdempotentBy(key=self.key, ttl_s=self.options.key_ttl_s) if self.key else None,
                )
            is_kept = not requested.is_replay
            return requested
        finally:
            if storage_key and not is_kept:
                with suppress(Exception):
                    await self.files.delete(storage_key)

    async def _read(self, conversion_id: UUID) -> ReadyConversion:
        async with self.database.read(self.principal.sight, mark=self.principal.mark) as session:
            return await service.read_conversion_bytes(session, self.principal, conversion_id)

    async def _wait(self, conversion_id: UUID, wait_s: float, request: Request) -> ReadyConversion:
        """Neither a connection nor a seat at the door is held meanwhile."""
        pause_s = self.options.poll_s
        async with waiting_outside(request.scope["state"]), self.bell.subscribe(topic_of(conversion_id)) as rings:
            with suppress(TimeoutError):
                async with asyncio.timeout(wait_s):
                    while not await self._has_ended(conversion_id):
                        await rings.next(timeout_s=_SELDOM_S if self.bell.hears_others else pause_s)
                        pause_s = min(pause_s * 1.5, _SELDOM_S)  # many who wait long must not wear the database out
        return await self._read(conversion_id)

    async def _has_ended(self, conversion_id: UUID) -> bool:
        async with self.database.read(self.principal.sight, mark=self.principal.mark) as session:
            status = await service.find_status(session, principal=self.principal, conversion_id=conversion_id)
        return status is None or status in forms.ENDED


async def intake(
    connection: HTTPConnection,
    principal: CurrentPrincipal,
    database: DatabaseOf,
    key: Annotated[
        str | None,
        Header(
            alias="Idempotency-Key",
            min_length=1,
            max_length=200,
            pattern=r"^[\x21-\x7e]+$",
            description="The same key with the same body gives the same conversion, for a day.",
        ),
    ] = None,
    prefer: Annotated[
        str | None,
        Header(
            max_length=200, description=f"`wait=N`: answer when it has ended, after N (at most {LONGEST_WAIT_S}) s."
        ),
    ] = None,
) -> Intake:
    resources = resources_of(connection)
    wait = _WAIT.search(prefer or "")
    return Intake(
        principal=principal,
        database=database,
        queue=resources.get(Queue),
        bell=resources.get(Bell),
        files=resources.get(SourceFiles),
        writers=resources.get(Writers),
        allowances=resources.get(Allowances),
        options=resources.get(ConversionOptions),
        key=key,
        wait_s=min(int(wait[1]), LONGEST_WAIT_S) if wait else None,
    )


IntakeOf = Annotated[Intake, Depends(intake)]
