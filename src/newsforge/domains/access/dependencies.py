"""What an endpoint asks for: the principal, and a transaction in which only their rows are seen.

Whoever is asking was found before the endpoint was reached (``newsforge.api.gate`` leaves it in the request's state),
so nothing here waits for anything but the database.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Coroutine
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends
from fastapi.requests import HTTPConnection

from newsforge.domains.access.errors import Unauthenticated
from newsforge.domains.access.principal import Principal, Scope
from newsforge.kit.db.database import Database
from newsforge.kit.db.sessions import ReadSession, WriteSession
from newsforge.kit.http.errors import ServiceError
from newsforge.kit.http.resources import Needs

#: Where the gate leaves a Principal, or the error that says why there is none.
STATE_KEY = "principal"


async def current_principal(connection: HTTPConnection) -> Principal:
    """Raise what the gate found wrong with the credential, or :class:`Unauthenticated` when there was none."""
    found = connection.scope.get("state", {}).get(STATE_KEY)
    if isinstance(found, Principal):
        return found
    raise found if isinstance(found, ServiceError) else Unauthenticated(headers={"WWW-Authenticate": "Bearer"})


CurrentPrincipal = Annotated[Principal, Depends(current_principal)]
DatabaseOf = Annotated[Database, Needs(Database)]


def requires(scope: Scope) -> Callable[[Principal], Coroutine[Any, Any, None]]:
    """``dependencies=[Depends(requires("conversions:write"))]``"""

    async def check(principal: CurrentPrincipal) -> None:
        principal.require(scope)

    return check


@dataclass(frozen=True, slots=True)
class ReadCall:
    principal: Principal
    session: ReadSession


@dataclass(frozen=True, slots=True)
class WriteCall:
    principal: Principal
    session: WriteSession


async def reading(principal: CurrentPrincipal, database: DatabaseOf) -> AsyncIterator[ReadCall]:
    async with database.read(principal.sight, mark=principal.mark) as session:
        yield ReadCall(principal, session)


async def writing(principal: CurrentPrincipal, database: DatabaseOf) -> AsyncIterator[WriteCall]:
    async with database.write(principal.sight, mark=principal.mark) as session:
        yield WriteCall(principal, session)


async def anonymous_reading(database: DatabaseOf) -> AsyncIterator[ReadSession]:
    """On the primary: whoever has no credential has no mark of what they wrote either."""
    async with database.read(on_primary=True) as session:
        yield session


async def anonymous_writing(database: DatabaseOf) -> AsyncIterator[WriteSession]:
    async with database.write() as session:
        yield session


# "function" scope: the transaction is committed before the answer goes out, so that an answer is never a promise
# that a failing commit breaks.
Reading = Annotated[ReadCall, Depends(reading, scope="function")]
Writing = Annotated[WriteCall, Depends(writing, scope="function")]
AnonymousReading = Annotated[ReadSession, Depends(anonymous_reading, scope="function")]
AnonymousWriting = Annotated[WriteSession, Depends(anonymous_writing, scope="function")]
