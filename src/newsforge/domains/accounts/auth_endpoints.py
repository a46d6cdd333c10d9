"""``/auth``: sign-up, verification, sign-in for machines, passwords."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from newsforge.domains.access.dependencies import AnonymousWriting, Writing
from newsforge.domains.access.errors import Forbidden, TokenExpired, Unauthenticated
from newsforge.domains.access.tokens import ACCESS_TTL_S
from newsforge.domains.accounts import service, sessions
from newsforge.domains.accounts.errors import (
    BadAddress,
    LinkInvalid,
    NotAPerson,
    PasswordsBusy,
    RefreshTokenInvalid,
    RefreshTokenReused,
    TooManyAttempts,
    WeakPassword,
    WrongCredentials,
    WrongPassword,
)
from newsforge.domains.accounts.requests import CurrentPerson, DeskOf, ip_of, language_of, machine_of
from newsforge.domains.accounts.schemas import (
    AddressOnly,
    LinkToken,
    PasswordChange,
    PasswordReset,
    Refresh,
    SignIn,
    SignUp,
    TokensOut,
    UserOut,
)
from newsforge.kit.http.errors import may_answer

router = APIRouter(prefix="/auth", tags=["accounts"])
_OPEN = {"x-anonymous": True}
_NO_STORE = {"Cache-Control": "no-store"}


@router.post(
    "/sign-up",
    status_code=201,
    operation_id="sign_up",
    openapi_extra=_OPEN,
    summary="Make an account",
    responses=may_answer(BadAddress, WeakPassword, TooManyAttempts, PasswordsBusy),
)
async def sign_up(body: SignUp, request: Request, desk: DeskOf) -> UserOut:
    """Answers the same whether the address is new or not; the mail to it tells. Nobody is signed in by this."""
    person = await service.sign_up(
        desk,
        email=body.email,
        password=body.password.get_secret_value(),
        name=body.name,
        language=body.language or language_of(request),
        ip=ip_of(request),
    )
    return UserOut.model_validate(person)


@router.post(
    "/verify-email",
    status_code=204,
    operation_id="verify_email",
    openapi_extra=_OPEN,
    summary="Confirm an e-mail address with the token of the mail",
    responses=may_answer(LinkInvalid),
)
async def verify_email(body: LinkToken, request: Request, session: AnonymousWriting) -> None:
    await service.verify_address(session, token=body.token.get_secret_value(), ip=ip_of(request))


@router.post(
    "/verify-email/resend",
    status_code=202,
    operation_id="resend_verification",
    openapi_extra=_OPEN,
    summary="Send the confirmation mail again",
    response_class=Response,
    responses=may_answer(BadAddress, TooManyAttempts),
)
async def resend_verification(body: AddressOnly, request: Request, desk: DeskOf) -> Response:
    await service.resend_verification(desk, email=body.email, ip=ip_of(request))
    return Response(status_code=202)


@router.post(
    "/sign-in",
    operation_id="sign_in",
    openapi_extra=_OPEN,
    summary="Get tokens for a machine",
    responses=may_answer(BadAddress, WrongCredentials, TooManyAttempts, PasswordsBusy),
)
async def sign_in(body: SignIn, request: Request, response: Response, desk: DeskOf) -> TokensOut:
    """Browsers use `POST /auth/session` instead, so that no script ever sees a token."""
    tokens = await service.sign_in(
        desk, email=body.email, password=body.password.get_secret_value(), device=machine_of(request)
    )
    response.headers.update(_NO_STORE)
    return _tokens_out(tokens)


@router.post(
    "/refresh",
    operation_id="refresh_tokens",
    openapi_extra=_OPEN,
    summary="Get new tokens for a refresh token",
    responses=may_answer(RefreshTokenInvalid, RefreshTokenReused),
)
async def refresh(body: Refresh, response: Response, desk: DeskOf) -> TokensOut:
    """A refresh token works once. One that is used again ends its session: somebody else may have it."""
    tokens = await service.refresh_session(desk, token=body.refresh_token.get_secret_value())
    response.headers.update(_NO_STORE)
    return _tokens_out(tokens)


@router.post(
    "/sign-out",
    status_code=204,
    operation_id="sign_out",
    summary="End this session",
    responses=may_answer(Unauthenticated, TokenExpired, NotAPerson),
)
async def sign_out(call: Writing, person: CurrentPerson) -> None:
    await sessions.end_sessions(call.session, user_id=person.user_id, because="signed_out", only=person.session_id)


@router.post(
    "/sign-out/all",
    status_code=204,
    operation_id="sign_out_everywhere",
    summary="End all of your sessions, on all devices",
    responses=may_answer(Unauthenticated, TokenExpired, NotAPerson),
)
async def sign_out_everywhere(call: Writing, person: CurrentPerson) -> None:
    await sessions.end_sessions(call.session, user_id=person.user_id, because="signed_out_everywhere")


@router.post(
    "/password/forgot",
    status_code=202,
    operation_id="forgot_password",
    openapi_extra=_OPEN,
    summary="Ask for a mail with which to choose a new password",
    response_class=Response,
    responses=may_answer(BadAddress, TooManyAttempts),
)
async def forgot_password(body: AddressOnly, request: Request, desk: DeskOf) -> Response:
    """Answers the same whether the address is known or not."""
    await service.ask_for_reset(desk, email=body.email, ip=ip_of(request))
    return Response(status_code=202)


@router.post(
    "/password/reset",
    status_code=204,
    operation_id="reset_password",
    openapi_extra=_OPEN,
    summary="Choose a new password with the token of the mail",
    responses=may_answer(LinkInvalid, WeakPassword, PasswordsBusy),
)
async def reset_password(body: PasswordReset, request: Request, desk: DeskOf) -> None:
    """Ends all sessions."""
    await service.reset_password(
        desk, token=body.token.get_secret_value(), password=body.password.get_secret_value(), ip=ip_of(request)
    )


@router.post(
    "/password/change",
    status_code=204,
    operation_id="change_password",
    summary="Change your password",
    responses=may_answer(
        Unauthenticated, WrongPassword, NotAPerson, Forbidden, WeakPassword, TooManyAttempts, PasswordsBusy
    ),
)
async def change_password(body: PasswordChange, request: Request, person: CurrentPerson, desk: DeskOf) -> None:
    """Ends all other sessions."""
    assert person.session_id is not None
    await service.change_password(
        desk,
        user_id=person.user_id,
        session_id=person.session_id,
        current=body.current_password.get_secret_value(),
        new=body.new_password.get_secret_value(),
        ip=ip_of(request),
    )


def _tokens_out(tokens: sessions.SessionTokens) -> TokensOut:
    return TokensOut(access_token=tokens.access_token, refresh_token=tokens.refresh_token, expires_in=ACCESS_TTL_S)
