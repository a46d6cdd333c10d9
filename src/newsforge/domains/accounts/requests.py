"""What the accounts' endpoints read of a request, and how cookies go onto an answer."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import Depends, Request, Response

from newsforge.domains.access.dependencies import CurrentPrincipal
from newsforge.domains.access.principal import Principal
from newsforge.domains.accounts.desk import AccountDesk
from newsforge.domains.accounts.errors import NotAPerson
from newsforge.domains.accounts.letters import LANGUAGES
from newsforge.domains.accounts.sessions import Device, SessionTokens
from newsforge.kit.http.resources import Needs

DeskOf = Annotated[AccountDesk, Needs(AccountDesk)]
_MAX_USER_AGENT: Final = 300


async def _person(principal: CurrentPrincipal) -> Principal:
    """Raise :class:`NotAPerson` for an API key."""
    if principal.session_id is None:
        raise NotAPerson
    return principal


CurrentPerson = Annotated[Principal, Depends(_person)]


def ip_of(request: Request) -> str:
    """The client's, past the proxies that are trusted (the gate has found it)."""
    found = getattr(request.state, "client_address", None)
    return str(found or (request.client.host if request.client else ""))


def machine_of(request: Request) -> Device:
    return Device(kind="machine", ip=ip_of(request), user_agent=_user_agent(request))


def browser_of(request: Request) -> Device:
    return Device(kind="browser", ip=ip_of(request), user_agent=_user_agent(request))


def language_of(request: Request) -> str:
    """The first language of ``Accept-Language`` that there are letters in."""
    for part in request.headers.get("accept-language", "")[:200].split(","):
        language = part.partition(";")[0].strip()[:2].lower()
        if language in LANGUAGES:
            return language
    return LANGUAGES[0]


def check_sign_in_origin(request: Request, desk: AccountDesk) -> None:
    """Raise ``InsecureOrigin`` or ``WrongOrigin``."""
    headers = request.headers
    desk.rules.check_sign_in(headers.get("origin"), scheme=_scheme(request), host=headers.get("host", ""))


def check_origin(request: Request, desk: AccountDesk) -> None:
    """Raise ``WrongOrigin``."""
    headers = request.headers
    desk.rules.check_origin(headers.get("origin"), scheme=_scheme(request), host=headers.get("host", ""))


def with_cookies(desk: AccountDesk, tokens: SessionTokens | None) -> Response:
    """204 with the tokens in cookies, or with the cookies taken away."""
    response = Response(status_code=204, headers={"Cache-Control": "no-store"})
    cookies = (
        desk.rules.clear_cookies()
        if tokens is None
        else desk.rules.set_cookies(access=tokens.access_token, refresh=tokens.refresh_token)
    )
    for cookie in cookies:
        response.headers.append("Set-Cookie", cookie)
    return response


def _scheme(request: Request) -> str:
    is_secure = getattr(request.state, "is_secure", None)
    return request.url.scheme if is_secure is None else "https" if is_secure else "http"


def _user_agent(request: Request) -> str:
    given = request.headers.get("user-agent", "")[:_MAX_USER_AGENT]
    return "".join(character for character in given if character.isprintable())
