"""The application: routers of all domains, behind the layers of the door."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, Final

from fastapi import APIRouter, FastAPI

from newsforge import __version__
from newsforge.api import openapi, problems, reference
from newsforge.api.access_log import AccessLog
from newsforge.api.addresses import ClientAddresses
from newsforge.api.asgi import Application, Receive, Scope, Send
from newsforge.api.bounds import BodyBounds, Door, Shedding
from newsforge.api.cors import Cors
from newsforge.api.entry import Entry
from newsforge.api.gate import Gate
from newsforge.api.hot_reads import HotReads
from newsforge.api.telling import Telling
from newsforge.domains.access.authentication import Authenticator
from newsforge.domains.accounts import endpoints as accounts
from newsforge.domains.articles import endpoints as articles
from newsforge.domains.audit import endpoints as audit
from newsforge.domains.conversions import demonstration
from newsforge.domains.conversions import endpoints as conversions
from newsforge.domains.conversions import post_endpoints as posts
from newsforge.domains.conversions import writer_endpoints as writers
from newsforge.domains.conversions.copies import ConversionCopies
from newsforge.domains.platforms import endpoints as platforms
from newsforge.domains.usage import endpoints as usage
from newsforge.domains.workspaces import endpoints as workspaces
from newsforge.domains.workspaces import key_endpoints as keys
from newsforge.domains.workspaces.directory import ApiKeyUse
from newsforge.kit.db.database import Database
from newsforge.kit.http import health
from newsforge.kit.http.resources import Resources
from newsforge.kit.http.seats import Seats
from newsforge.kit.limits import Limiter, Quota
from newsforge.settings.service import WebSettings

PREFIX: Final = "/api/v1"
#: Requests that one process has begun, those in line and those whose bodies still arrive among them.
MAX_IN_FLIGHT: Final = 2000
#: What is worked on at once for each connection of the pool: while one waits for the database, another computes.
_SEATS_A_CONNECTION: Final = 2
#: How long a request may stand in line; less than a browser, a proxy or a person gives up after.
PATIENCE_S: Final = 15.0
UPLOADS: Final = (f"{PREFIX}/conversions/files",)

Opening = Callable[[], AbstractAsyncContextManager[Resources]]


def routers() -> tuple[APIRouter, ...]:
    return (
        accounts.router,
        workspaces.router,
        keys.router,
        conversions.router,
        posts.router,
        articles.router,
        writers.router,
        demonstration.router,
        usage.router,
        audit.router,
        platforms.router,
        health.router,
    )


def make_framework(lifespan: Any = None) -> FastAPI:
    """The endpoints alone: enough for the OpenAPI document."""
    app = FastAPI(
        title="NewsForge Pro",
        version=__version__,
        lifespan=lifespan,
        openapi_url=f"{PREFIX}/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    for router in routers():
        app.include_router(router, prefix=PREFIX)
    problems.install(app)
    openapi.install(app)
    reference.install(app, prefix=PREFIX)
    return app


def make_application(
    web: WebSettings,
    opening: Opening,
    *,
    access_log: AccessLog | None = None,
    on_open: Callable[[Resources], None] | None = None,
) -> Application:
    """``opening`` gives the resources for as long as the server runs; the layers that need them are built when it
    has started. ``on_open`` gets them too."""
    layers: list[Application] = []

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with opening() as resources:
            app.state.resources = resources
            layers.append(_layers(app, web, resources))
            if on_open is not None:
                on_open(resources)
            try:
                yield
            finally:
                layers.clear()
                if access_log is not None:
                    access_log.flush()

    framework = make_framework(lifespan)

    async def inner(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await framework(scope, receive, send)
        else:
            await layers[0](scope, receive, send)

    return Entry(inner, is_secure=web.is_secure, access_log=access_log)


def _layers(framework: Application, web: WebSettings, resources: Resources) -> Application:
    seats = Seats(
        _SEATS_A_CONNECTION * resources.get(Database).options.pool_size,
        patience_s=PATIENCE_S,
        max_waiting=MAX_IN_FLIGHT,
    )
    gate = Gate(
        Door(framework, seats=seats, max_in_flight=MAX_IN_FLIGHT),
        authenticator=resources.get(Authenticator),
        limiter=resources.get(Limiter),
        addresses=ClientAddresses(web.trusted_proxies),
        hot_reads=HotReads(resources.get(ConversionCopies)),
        per_principal=Quota(web.requests_per_minute, 60),
        per_address=Quota(web.anonymous_per_minute, 60),
        on_api_key=resources.get(ApiKeyUse).note,
    )
    bounded = BodyBounds(
        Telling(gate), max_bytes=web.max_body_bytes, max_upload_bytes=web.max_upload_bytes, uploads=UPLOADS
    )
    return Cors(Shedding(bounded, max_in_flight=MAX_IN_FLIGHT), origins=web.cors_origins)
