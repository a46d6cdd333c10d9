"""``/auth/session``: the same session for a browser, its tokens in cookies that no script can read."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request, Response

from newsforge.domains.access.cookies import InsecureOrigin
from newsforge.domains.access.errors import Unauthenticated, WrongOrigin
from newsforge.domains.accounts import service, sessions
from newsforge.domains.accounts.desk import AccountDesk
from newsforge.domains.accounts.errors import (
    BadAddress,
    PasswordsBusy,
    RefreshTokenInvalid,
    RefreshTokenReused,
    TooManyAttempts,
    WrongCredentials,
)
from newsforge.domains.accounts.requests import DeskOf, browser_of, check_origin, check_sign_in_origin, with_cookies
from newsforge.domains.accounts.schemas import SignIn
from newsforge.kit.http.errors import may_answer

router = APIRouter(prefix="/auth/session", tags=["accounts"])
#: What they need stands in their body or in the refresh cookie.
_OPEN = {"x-anonymous": True}


@router.post(
    "",
    status_code=204,
    operation_id="open_session",
    openapi_extra=_OPEN,
    summary="Sign in by browser",
    response_class=Response,
    responses=may_answer(BadAddress, WrongCredentials, InsecureOrigin, WrongOrigin, TooManyAttempts, PasswordsBusy),
)
async def open_session(body: SignIn, request: Request, desk: DeskOf) -> Response:
    """The tokens come as HttpOnly cookies, over https or on this very machine only."""
    check_sign_in_origin(request, desk)
    tokens = await service.sign_in(
        desk, email=body.email, password=body.password.get_secret_value(), device=browser_of(request)
    )
    return with_cookies(desk, tokens)


@router.post(
    "/refresh",
    status_code=204,
    operation_id="refresh_session",
    openapi_extra=_OPEN,
    summary="Renew a browser's session",
    response_class=Response,
    responses=may_answer(RefreshTokenInvalid, RefreshTokenReused, WrongOrigin),
)
async def renew_session(request: Request, desk: DeskOf) -> Response:
    check_origin(request, desk)
    return with_cookies(desk, await service.refresh_session(desk, token=_refresh_cookie(request, desk)))


@router.delete(
    "",
    status_code=204,
    operation_id="close_session",
    openapi_extra=_OPEN,
    summary="Sign out by browser",
    response_class=Response,
    responses=may_answer(WrongOrigin),
)
async def close_session(request: Request, desk: DeskOf) -> Response:
    """Takes the cookies away in any case, and ends the session if they still name one."""
    check_origin(request, desk)
    found = await _named_session(request, desk)
    if found is not None:
        user_id, session_id = found
        async with desk.database.write() as session:
            await sessions.end_sessions(session, user_id=user_id, because="signed_out", only=session_id)
    return with_cookies(desk, None)


async def _named_session(request: Request, desk: AccountDesk) -> tuple[UUID, UUID] | None:
    """(user, session) by the refresh cookie, which lives longer, or else by the access cookie."""
    for name, kind in ((desk.rules.names.refresh, "refresh"), (desk.rules.names.access, "access")):
        try:
            claims = await desk.mint.read_or_learn(
                request.cookies.get(name, ""), "refresh" if kind == "refresh" else "access"
            )
        except Unauthenticated:
            continue
        return claims.user_id, claims.session_id
    return None


def _refresh_cookie(request: Request, desk: AccountDesk) -> str:
    return request.cookies.get(desk.rules.names.refresh, "")
