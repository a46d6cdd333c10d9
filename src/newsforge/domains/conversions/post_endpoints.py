"""``/posts``: read, edit, check, approve, write anew."""

from __future__ import annotations

from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Body, Depends, Path, Response
from pydantic_core import to_json

from newsforge.domains.access.dependencies import CurrentPrincipal, DatabaseOf, Reading, Writing, requires
from newsforge.domains.access.errors import Forbidden, Unauthenticated
from newsforge.domains.conversions import approval, editing, forms, keeping, rewriting
from newsforge.domains.conversions.answers import PostOut, PostVersionOut
from newsforge.domains.conversions.errors import (
    NoSuchProblem,
    NotApprovable,
    PostBusy,
    PostNotReady,
    ProblemsOpen,
    ReasonRequired,
)
from newsforge.domains.conversions.models import PostRecord
from newsforge.domains.conversions.schemas import Approval, PostEdit, Rewriting
from newsforge.domains.usage.errors import QuotaExceeded, TrialUsed
from newsforge.domains.usage.service import Allowances
from newsforge.kit.clock import utc_now
from newsforge.kit.http.errors import NotFound, may_answer
from newsforge.kit.http.pages import BadCursor, Page, PageQuery, page_query
from newsforge.kit.http.preconditions import PreconditionFailed, PreconditionRequired, etag_of, if_match
from newsforge.kit.http.resources import Needs
from newsforge.kit.queue.queue import Queue
from newsforge.pipeline.edit import Edit

router = APIRouter(prefix="/posts", tags=["posts"], responses=may_answer(Unauthenticated, Forbidden))

_READ: Final = [Depends(requires("conversions:read"))]
_WRITE: Final = [Depends(requires("posts:write"))]
_APPROVE: Final = [Depends(requires("posts:approve"))]
_CHANGES: Final = may_answer(NotFound, PreconditionRequired, PreconditionFailed, PostBusy, PostNotReady)
Match = Annotated[str, Depends(if_match)]


def _change_of(edit: Edit) -> str:
    return "kept" if edit.is_empty else "edited"


def _answer(post: PostRecord, status: int = 200) -> Response:
    return Response(
        to_json(forms.post_form(post)), status, {"ETag": etag_of(post.version)}, media_type="application/json"
    )


@router.get(
    "/{post_id}",
    operation_id="get_post",
    summary="A post with its receipts",
    dependencies=_READ,
    responses=may_answer(NotFound),
    response_model=PostOut,
)
async def get_post(call: Reading, post_id: UUID) -> Response:
    post = await editing.get_post(call.session, workspace_id=call.principal.workspace_id, post_id=post_id)
    return _answer(post)


@router.patch(
    "/{post_id}",
    operation_id="edit_post",
    summary="Change a post's text",
    dependencies=_WRITE,
    responses={**_CHANGES, **may_answer(NoSuchProblem, ReasonRequired)},
    response_model=PostOut,
)
async def edit_post(
    principal: CurrentPrincipal, database: DatabaseOf, post_id: UUID, body: PostEdit, match: Match
) -> Response:
    """The new text is measured and checked against the article anew; an approval falls. `keep` says of problems that
    they stay, and why. A change of nothing is none."""
    edit = editing.edit_of(body)
    async with database.read(principal.sight, mark=principal.mark) as session:
        if edit.is_empty and body.keep is None:
            await editing.read_editable(session, workspace_id=principal.workspace_id, post_id=post_id, match=match)
            return _answer(await editing.get_post(session, workspace_id=principal.workspace_id, post_id=post_id))
        editable = await editing.read_editable(
            session, workspace_id=principal.workspace_id, post_id=post_id, match=match
        )
    form = await editing.check_edit(editable, edit)
    async with database.write(principal.sight, mark=principal.mark) as session:
        post = await editing.save_edit(
            session, principal=principal, editable=editable, form=form, keep=body.keep, change=_change_of(edit)
        )
    return _answer(post)


@router.post(
    "/{post_id}/check",
    operation_id="check_post_edit",
    summary="What an edit would come to; nothing is saved",
    dependencies=_READ,
    responses=may_answer(NotFound, PostNotReady, NoSuchProblem, ReasonRequired),
    response_model=PostOut,
)
async def check_post_edit(principal: CurrentPrincipal, database: DatabaseOf, post_id: UUID, body: PostEdit) -> Response:
    async with database.read(principal.sight, mark=principal.mark) as session:
        post = await editing.get_post(session, workspace_id=principal.workspace_id, post_id=post_id)
        editable = await editing.read_editable(session, workspace_id=principal.workspace_id, post_id=post_id)
    form = await editing.check_edit(editable, editing.edit_of(body))
    if body.keep is not None:
        form |= {"kept": keeping.keep(form, body.keep, by=principal.user_id, at=utc_now())}
    shown = {**forms.post_form(post), **form, "verdict": form["status"]}
    return Response(to_json(shown), media_type="application/json")


@router.get(
    "/{post_id}/versions",
    operation_id="list_post_versions",
    summary="Every state that the post was in, newest first",
    dependencies=_READ,
    responses=may_answer(NotFound, BadCursor),
    response_model=Page[PostVersionOut],
)
async def list_post_versions(call: Reading, post_id: UUID, page: Annotated[PageQuery, Depends(page_query)]) -> Response:
    found = await editing.list_versions(
        call.session, workspace_id=call.principal.workspace_id, post_id=post_id, page=page
    )
    return Response(to_json(found), media_type="application/json")


@router.post(
    "/{post_id}/versions/{version}/restore",
    operation_id="restore_post",
    summary="Make an earlier version the newest",
    dependencies=_WRITE,
    responses=_CHANGES,
    response_model=PostOut,
)
async def restore_post(
    principal: CurrentPrincipal,
    database: DatabaseOf,
    post_id: UUID,
    version: Annotated[int, Path(ge=1, le=2**31 - 1)],
    match: Match,
) -> Response:
    """It is checked anew, by the rules of today."""
    async with database.read(principal.sight, mark=principal.mark) as session:
        editable = await editing.read_editable(
            session, workspace_id=principal.workspace_id, post_id=post_id, match=match, restore=version
        )
    form = await editing.check_edit(editable, Edit())
    async with database.write(principal.sight, mark=principal.mark) as session:
        post = await editing.save_edit(session, principal=principal, editable=editable, form=form, change="restored")
    return _answer(post)


@router.post(
    "/{post_id}/approve",
    operation_id="approve_post",
    summary="Answer for a post",
    dependencies=_APPROVE,
    responses={**_CHANGES, **may_answer(PostBusy, PostNotReady, NotApprovable, ProblemsOpen)},
    response_model=PostOut,
)
async def approve_post(
    call: Writing, post_id: UUID, match: Match, body: Annotated[Approval | None, Body()] = None
) -> Response:
    """Of the version that `If-Match` names, and of no other: it falls with the next change."""
    post = await approval.approve_post(
        call.session,
        principal=call.principal,
        post_id=post_id,
        match=match,
        reason=body.reason if body else None,
    )
    return _answer(post)


@router.post(
    "/{post_id}/unapprove",
    operation_id="unapprove_post",
    summary="Take an approval back",
    dependencies=_APPROVE,
    responses=_CHANGES,
    response_model=PostOut,
)
async def unapprove_post(call: Writing, post_id: UUID, match: Match) -> Response:
    post = await approval.unapprove_post(call.session, principal=call.principal, post_id=post_id, match=match)
    return _answer(post)


@router.post(
    "/{post_id}/regenerate",
    status_code=202,
    operation_id="regenerate_post",
    summary="Have a post written anew",
    dependencies=_WRITE,
    responses={**_CHANGES, **may_answer(QuotaExceeded, TrialUsed)},
    response_model=PostOut,
)
async def regenerate_post(  # noqa: PLR0917 - one parameter for each thing that it needs
    call: Writing,
    post_id: UUID,
    match: Match,
    queue: Annotated[Queue, Needs(Queue)],
    allowances: Annotated[Allowances, Needs(Allowances)],
    body: Annotated[Rewriting | None, Body()] = None,
) -> Response:
    """It stays as it is until the new one is there, which the conversion's events tell. Counts as one post."""
    post = await rewriting.request_rewriting(
        call.session,
        principal=call.principal,
        post_id=post_id,
        wishes=body or Rewriting(),
        queue=queue,
        allowance=allowances.of(call.principal),
        match=match,
    )
    await call.session.flush()
    return _answer(post, 202)
