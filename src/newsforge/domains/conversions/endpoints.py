"""``/conversions``."""

from __future__ import annotations

import asyncio
from typing import Annotated, Any, Final, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, File, Form, Header, Query, Request, Response, UploadFile
from pydantic import ValidationError
from pydantic_core import to_json

from newsforge.domains.access.dependencies import CurrentPrincipal, DatabaseOf, Reading, Writing, requires
from newsforge.domains.access.errors import Forbidden, Unauthenticated
from newsforge.domains.conversions import service
from newsforge.domains.conversions.answers import ConversionOut, ConversionSummary
from newsforge.domains.conversions.copies import ConversionCopies
from newsforge.domains.conversions.creation import IntakeOf
from newsforge.domains.conversions.errors import (
    FileTooBig,
    IdempotencyKeySpent,
    IdempotencyMismatch,
    InvalidWish,
    NothingToExport,
    NothingToRetry,
    StillRunning,
    TooManyStreams,
)
from newsforge.domains.conversions.event_schemas import EVENT_SCHEMA, EVENTS
from newsforge.domains.conversions.exporting import export
from newsforge.domains.conversions.intake import read_request, read_upload
from newsforge.domains.conversions.ports import SourceFiles
from newsforge.domains.conversions.repository import Filters
from newsforge.domains.conversions.schemas import ConversionCreate, ConversionStatus, ExportFormat, Wishes
from newsforge.domains.conversions.streams import Streams
from newsforge.domains.usage.errors import QuotaExceeded, TrialUsed
from newsforge.domains.usage.service import Allowances
from newsforge.kit.http.errors import NotFound, may_answer
from newsforge.kit.http.event_stream import EventStream
from newsforge.kit.http.faults import message_of
from newsforge.kit.http.moments import Moment
from newsforge.kit.http.pages import BadCursor, Page, PageQuery, page_query
from newsforge.kit.http.preconditions import etag_of, names
from newsforge.kit.http.resources import Needs
from newsforge.kit.queue.queue import Queue
from newsforge.phrases.documents import language_of

router = APIRouter(prefix="/conversions", tags=["conversions"], responses=may_answer(Unauthenticated, Forbidden))

_READ: Final = [Depends(requires("conversions:read"))]
_WRITE: Final = [Depends(requires("conversions:write"))]
_JSON: Final = "application/json"
_HEADERS: Final[dict[str, Any]] = {
    "Location": {"schema": {"type": "string"}, "description": "Where the conversion is."},
    "ETag": {"schema": {"type": "string"}},
}
_ACCEPTED: Final[dict[int | str, dict[str, Any]]] = {
    200: {"model": ConversionOut, "description": "Its end was waited for (`Prefer`), and seen.", "headers": _HEADERS},
    202: {"model": ConversionOut, "description": "Accepted; `Location` says where it is.", "headers": _HEADERS},
    **may_answer(QuotaExceeded, TrialUsed, FileTooBig, IdempotencyKeySpent, IdempotencyMismatch, InvalidWish),
}
QueueOf = Annotated[Queue, Needs(Queue)]


@router.post(
    "",
    status_code=202,
    operation_id="create_conversion",
    summary="Turn an article into posts",
    dependencies=_WRITE,
    responses=_ACCEPTED,
    response_model=ConversionOut,
)
async def create_conversion(body: ConversionCreate, taking: IntakeOf, request: Request) -> Response:
    """Everything that can be known to be wrong is said at once, before anything is written. What the article's site
    or the writers say comes with the conversion."""
    wanted = await asyncio.to_thread(read_request, body, taking.options)
    return await taking.accept(wanted, request)


@router.post(
    "/files",
    status_code=202,
    operation_id="create_conversion_from_file",
    summary="Turn a file with an article into posts",
    dependencies=_WRITE,
    responses=_ACCEPTED,
    response_model=ConversionOut,
)
async def create_conversion_from_file(
    taking: IntakeOf,
    request: Request,
    file: Annotated[UploadFile, File(description="PDF, DOCX, HWP, HWPX, HTML, Markdown or text.")],
    wishes: Annotated[
        str,
        Form(
            min_length=1,
            max_length=100_000,
            description="The members of `POST /conversions` without `source`, as JSON.",
            examples=['{"platforms": ["x", "threads"]}'],
        ),
    ],
) -> Response:
    try:
        asked = Wishes.model_validate_json(wishes)
    except ValidationError as error:
        faults = [
            {"pointer": "/".join(["/wishes", *map(str, fault["loc"])]), "message": message_of(fault)}
            for fault in error.errors(include_url=False, include_input=False)
        ]
        message = "The wishes are not what a conversion can be asked for."
        raise InvalidWish(message, remedy="`errors` says which member is wrong.", members={"errors": faults}) from None
    limit = taking.options.max_file_bytes
    data = await file.read(limit + 1)
    wanted = await asyncio.to_thread(read_upload, asked, file.filename or "", data, taking.options)
    return await taking.accept(wanted, request)


@router.get(
    "",
    operation_id="list_conversions",
    summary="Conversions, newest first",
    dependencies=_READ,
    responses=may_answer(BadCursor),
    response_model=Page[ConversionSummary],
)
async def list_conversions(  # noqa: PLR0917 - one parameter a filter
    call: Reading,
    page: Annotated[PageQuery, Depends(page_query)],
    status: Annotated[ConversionStatus | None, Query()] = None,
    platform: Annotated[str | None, Query(max_length=40, pattern=r"^[a-z0-9_]+$")] = None,
    language: Annotated[str | None, Query(pattern=r"^[a-z]{2,3}$", description="With a post in this language.")] = None,
    q: Annotated[
        str | None, Query(min_length=1, max_length=200, pattern=r"^[^\x00]+$", description="A part of the title.")
    ] = None,
    created_after: Annotated[Moment | None, Query()] = None,
    created_before: Annotated[Moment | None, Query()] = None,
) -> Response:
    filters = Filters(
        status=status,
        platform=platform,
        language=language,
        text=q,
        created_after=created_after,
        created_before=created_before,
    )
    found = await service.list_conversions(call.session, principal=call.principal, filters=filters, page=page)
    return Response(to_json(found), media_type=_JSON)


@router.get(
    "/{conversion_id}",
    operation_id="get_conversion",
    summary="A conversion with its article and posts",
    dependencies=_READ,
    responses={
        200: {"headers": {"ETag": {"schema": {"type": "string"}}}},
        304: {"description": "It is still as `If-None-Match` says."},
        **may_answer(NotFound),
    },
    response_model=ConversionOut,
)
async def get_conversion(
    principal: CurrentPrincipal,
    database: DatabaseOf,
    copies: Annotated[ConversionCopies, Needs(ConversionCopies)],
    conversion_id: UUID,
    if_none_match: Annotated[str | None, Header(max_length=1000)] = None,
) -> Response:
    """The API's door answers most of these before this is reached, from the same copies."""
    copy = await copies.get(principal, conversion_id, database)
    headers = {"ETag": copy.etag.decode(), "Cache-Control": "private, no-cache"}
    if names(if_none_match, headers["ETag"]):
        return Response(status_code=304, headers=headers)
    return Response(copy.body, headers=headers, media_type=_JSON)


@router.delete(
    "/{conversion_id}",
    status_code=204,
    operation_id="delete_conversion",
    summary="Delete a conversion with all that belongs to it",
    dependencies=_WRITE,
    responses=may_answer(NotFound, StillRunning),
)
async def delete_conversion(
    principal: CurrentPrincipal,
    database: DatabaseOf,
    conversion_id: UUID,
    queue: QueueOf,
    files: Annotated[SourceFiles, Needs(SourceFiles)],
) -> None:
    """What it has used stays used."""
    async with database.write(principal.sight, mark=principal.mark) as session:
        storage_key = await service.delete_conversion(
            session, principal=principal, conversion_id=conversion_id, queue=queue
        )
    if storage_key:
        await files.delete(storage_key)


@router.post(
    "/{conversion_id}/cancel",
    operation_id="cancel_conversion",
    summary="End a conversion now",
    dependencies=_WRITE,
    responses=may_answer(NotFound, StillRunning),
    response_model=ConversionOut,
)
async def cancel_conversion(call: Writing, conversion_id: UUID, queue: QueueOf) -> Response:
    """Posts that are there stay, and are all that is counted. Nothing happens to a conversion that has ended."""
    await service.cancel_conversion(call.session, principal=call.principal, conversion_id=conversion_id, queue=queue)
    ready = await service.read_conversion_bytes(call.session, call.principal, conversion_id)
    return Response(ready.body, headers={"ETag": etag_of(ready.version)}, media_type=_JSON)


@router.post(
    "/{conversion_id}/retry",
    status_code=202,
    operation_id="retry_conversion",
    summary="Write the posts that are missing",
    dependencies=_WRITE,
    responses=may_answer(NotFound, StillRunning, NothingToRetry, QuotaExceeded, TrialUsed),
    response_model=ConversionOut,
)
async def retry_conversion(
    call: Writing, conversion_id: UUID, queue: QueueOf, allowances: Annotated[Allowances, Needs(Allowances)]
) -> Response:
    """A new run, for the posts that failed or were never written."""
    await service.retry_conversion(
        call.session,
        principal=call.principal,
        conversion_id=conversion_id,
        queue=queue,
        allowance=allowances.of(call.principal),
    )
    await call.session.flush()
    ready = await service.read_conversion_bytes(call.session, call.principal, conversion_id)
    return Response(ready.body, 202, {"ETag": etag_of(ready.version)}, media_type=_JSON)


@router.get(
    "/{conversion_id}/events",
    operation_id="follow_conversion",
    summary="What happens to a conversion, as it happens (server-sent events)",
    dependencies=_READ,
    status_code=200,
    response_class=EventStream,
    responses={
        200: {"description": EVENTS, "content": {"text/event-stream": {"schema": EVENT_SCHEMA}}},
        **may_answer(NotFound, TooManyStreams),
    },
)
async def follow_conversion(
    principal: CurrentPrincipal,
    conversion_id: UUID,
    streams: Annotated[Streams, Needs(Streams)],
    last_event_id: Annotated[int | None, Query(ge=0, le=2**31 - 1)] = None,
    last_seen: Annotated[str | None, Header(alias="Last-Event-ID", max_length=20)] = None,
) -> EventStream:
    await streams.check(principal, conversion_id)
    # What a browser sends on its own when it comes back is newer than what stands in the address.
    seen = int(last_seen) if last_seen and last_seen.isdecimal() and last_seen.isascii() else last_event_id
    after = min(seen or 0, 2**31 - 1)
    return EventStream(
        lambda: streams.follow(principal, conversion_id, after=after), admitted=streams.admitted(principal)
    )


@router.get(
    "/{conversion_id}/export",
    operation_id="export_conversion",
    summary="The posts as a file",
    dependencies=_READ,
    response_class=Response,
    responses={
        200: {
            "description": "The file; `Content-Disposition` names it.",
            "content": {
                "application/json": {"schema": {"$ref": "#/components/schemas/ConversionOut"}},
                **{
                    media: {"schema": {"type": "string", "format": "binary"}}
                    for media in ("text/plain", "text/markdown", "text/html", "text/csv", "application/zip")
                },
            },
        },
        **may_answer(NotFound, NothingToExport),
    },
)
async def export_conversion(
    principal: CurrentPrincipal,
    database: DatabaseOf,
    conversion_id: UUID,
    request: Request,
    *,
    format_: Annotated[ExportFormat, Query(alias="format")],
    only: Annotated[
        Literal["approved", "all"], Query(description="`approved`: nothing that nobody has answered for.")
    ] = "all",
) -> Response:
    async with database.read(principal.sight, mark=principal.mark) as session:
        form = await service.read_conversion(session, principal=principal, conversion_id=conversion_id)
    language = language_of(request.headers.get("accept-language", "").encode("latin-1"))
    exported = await asyncio.to_thread(export, form, format_, only_approved=only == "approved", language=language)
    async with database.write(principal.sight) as session:
        await service.record_export(
            session, principal=principal, conversion_id=conversion_id, format_=format_, only=only
        )
    headers = {"Content-Disposition": exported.disposition, "X-Content-Type-Options": "nosniff"}
    return Response(exported.data, headers=headers, media_type=exported.media_type)
