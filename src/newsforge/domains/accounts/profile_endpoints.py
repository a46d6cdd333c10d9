"""``/me``: one's own account."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request, Response

from newsforge.domains.access.dependencies import WriteCall, Writing
from newsforge.domains.access.errors import Forbidden, TokenExpired, Unauthenticated
from newsforge.domains.accounts import profile, sessions
from newsforge.domains.accounts.desk import AccountDesk
from newsforge.domains.accounts.errors import NotAPerson, PasswordsBusy, TooManyAttempts, WrongPassword
from newsforge.domains.accounts.models import UserSession
from newsforge.domains.accounts.requests import CurrentPerson, DeskOf, ip_of
from newsforge.domains.accounts.schemas import (
    AccountDeletion,
    ExportOut,
    MembershipOut,
    MeOut,
    ProfileChange,
    SessionList,
    SessionOut,
    UserOut,
)
from newsforge.domains.audit import service as audit
from newsforge.kit.clock import utc_now
from newsforge.kit.http.errors import Conflict, NotFound, may_answer

router = APIRouter(prefix="/me", tags=["accounts"])

# All of this reads from the primary: who has just signed up must find themselves.


@router.get(
    "",
    operation_id="get_me",
    summary="Who you are, and what you may do",
    responses=may_answer(Unauthenticated, TokenExpired, NotFound),
)
async def get_me(call: Writing, desk: DeskOf) -> MeOut:
    return await _me(call, desk)


@router.patch(
    "",
    operation_id="change_me",
    summary="Change your name or language",
    responses=may_answer(Unauthenticated, TokenExpired, NotAPerson, Forbidden, NotFound),
)
async def change_me(body: ProfileChange, call: Writing, person: CurrentPerson, desk: DeskOf) -> MeOut:
    await profile.change_profile(call.session, user_id=person.user_id, changes=body.model_dump(exclude_none=True))
    return await _me(call, desk)


@router.get(
    "/sessions",
    operation_id="list_sessions",
    summary="Where you are signed in",
    responses=may_answer(Unauthenticated, TokenExpired, NotAPerson),
)
async def list_sessions(call: Writing, person: CurrentPerson) -> SessionList:
    rows = await sessions.list_sessions(call.session, user_id=person.user_id)
    return SessionList(items=[_session_out(row, person.session_id) for row in rows])


@router.delete(
    "/sessions/{session_id}",
    status_code=204,
    operation_id="end_session",
    summary="Sign out one device",
    responses=may_answer(Unauthenticated, TokenExpired, NotAPerson, Forbidden, NotFound),
)
async def end_session(session_id: UUID, call: Writing, person: CurrentPerson) -> None:
    await sessions.end_session(call.session, user_id=person.user_id, session_id=session_id)


@router.get(
    "/export",
    operation_id="export_me",
    summary="All that the account holds of you, as one JSON document",
    responses=may_answer(Unauthenticated, TokenExpired, NotAPerson, NotFound),
)
async def export_me(call: Writing, person: CurrentPerson, desk: DeskOf, response: Response) -> ExportOut:
    user = await profile.get_user(call.session, user_id=person.user_id)
    rows = await sessions.list_sessions(call.session, user_id=person.user_id)
    entries = await audit.list_of_person(call.session, user_id=person.user_id)
    response.headers["Content-Disposition"] = 'attachment; filename="newsforge-account.json"'
    response.headers["Cache-Control"] = "no-store"
    return ExportOut(
        exported_at=utc_now(),
        account=UserOut.model_validate(user),
        sessions=[_session_out(row, person.session_id) for row in rows],
        memberships=await _memberships(call, desk),
        activity=[{"at": entry.created_at.isoformat(), "action": entry.action, "ip": entry.ip} for entry in entries],
    )


@router.post(
    "/deletion",
    status_code=204,
    operation_id="delete_me",
    summary="Delete your account",
    responses=may_answer(
        Unauthenticated, TokenExpired, WrongPassword, NotAPerson, Forbidden, Conflict, TooManyAttempts, PasswordsBusy
    ),
)
async def delete_me(body: AccountDeletion, request: Request, person: CurrentPerson, desk: DeskOf) -> None:
    """At once and for good, with your personal workspace and all that is in it."""
    await profile.delete_account(
        desk, user_id=person.user_id, password=body.password.get_secret_value(), ip=ip_of(request)
    )


async def _me(call: WriteCall, desk: AccountDesk) -> MeOut:
    principal = call.principal
    user = await profile.get_user(call.session, user_id=principal.user_id)
    return MeOut(
        **UserOut.model_validate(user).model_dump(),
        workspace_id=principal.workspace_id,
        role=principal.role,
        scopes=sorted(principal.scopes),
        memberships=await _memberships(call, desk),
    )


async def _memberships(call: WriteCall, desk: AccountDesk) -> list[MembershipOut]:
    found = await desk.workspaces.list_memberships(call.session, call.principal.user_id)
    return [MembershipOut.model_validate(membership) for membership in found]


def _session_out(row: UserSession, current: UUID | None) -> SessionOut:
    return SessionOut(
        id=row.id,
        kind="browser" if row.kind == "browser" else "machine",
        user_agent=row.user_agent,
        ip=row.ip,
        created_at=row.created_at,
        last_used_at=row.last_used_at,
        expires_at=row.expires_at,
        is_current=row.id == current,
    )
