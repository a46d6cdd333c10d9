"""The conversions of the service with everything real but the gate: whoever is asked for in a header is let in."""

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from uuid import UUID

import httpx2
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse

from newsforge.adapters.readers.source import SourceReader
from newsforge.adapters.writers.embedded import EmbeddedWriter
from newsforge.domains.access.dependencies import STATE_KEY
from newsforge.domains.articles.endpoints import router as articles
from newsforge.domains.conversions.changes import watching_conversions
from newsforge.domains.conversions.copies import ConversionCopies
from newsforge.domains.conversions.endpoints import router as conversions
from newsforge.domains.conversions.options import ConversionOptions
from newsforge.domains.conversions.ports import SourceFiles, Writers, WriterSet
from newsforge.domains.conversions.post_endpoints import router as posts
from newsforge.domains.conversions.rewriting import REWRITE, give_up_rewriting, run_rewriting
from newsforge.domains.conversions.service import CONVERT
from newsforge.domains.conversions.streams import Streams
from newsforge.domains.conversions.tasks import give_up_conversion, run_conversion
from newsforge.domains.conversions.tools import Tools
from newsforge.domains.usage.endpoints import router as usage
from newsforge.domains.usage.service import Allowances
from newsforge.kit.bell import Bell
from newsforge.kit.cache import Cache
from newsforge.kit.db.database import Database
from newsforge.kit.errors import NewsforgeError
from newsforge.kit.http.errors import ServiceError, problem_document
from newsforge.kit.http.resources import Resources
from newsforge.kit.queue.claims import Handler
from newsforge.kit.queue.line import open_line
from newsforge.kit.queue.queue import Queue
from newsforge.kit.queue.worker import WorkerOptions, run_worker
from newsforge.kit.valkey import ValkeyConnection
from tests.support.tenants import Store, open_store, principal_of


class Files(dict):
    """A storage in memory."""

    async def put(self, key, data):
        self[key] = data

    async def get(self, key):
        return self[key]

    async def delete(self, key):
        self.pop(key, None)


class NoWriter(NewsforgeError):
    code = "bad_writer_name"


@dataclass
class Chosen:
    """The embedded writer for ``auto`` and ``embedded``; what a test puts in ``ai`` under its name, before it."""

    ai: dict = field(default_factory=dict)

    async def check(self, workspace_id, choice):
        if choice not in {"auto", "embedded", *self.ai}:
            raise NoWriter(f"There is no writer {choice}.", remedy="Choose another.")

    @asynccontextmanager
    async def open(self, workspace_id, choice):
        writers = [self.ai[choice]] if choice in self.ai else []
        yield WriterSet(writers=[*writers, EmbeddedWriter()], identity="operator/v1")


class Heard(list):
    async def changed(self, workspace_id, conversion_id):
        self.append((workspace_id, conversion_id))


class Gate:
    def __init__(self, app, principals) -> None:
        self.app, self.principals = app, principals

    async def __call__(self, scope, receive, send):
        if scope["type"] == "http":
            name = dict(scope["headers"]).get(b"x-test-principal", b"").decode()
            scope.setdefault("state", {})[STATE_KEY] = self.principals.get(name)
        await self.app(scope, receive, send)


@dataclass
class Bench:
    store: Store
    tools: Tools
    queue: Queue
    bell: Bell
    streams: Streams
    app: Gate
    files: Files
    writers: Chosen
    heard: Heard
    principals: dict
    workspace_id: UUID
    handlers: dict

    @property
    def database(self) -> Database:
        return self.store.database

    def client(self, name="me"):
        return httpx2.AsyncClient(
            transport=httpx2.ASGITransport(app=self.app),
            base_url="http://service.test/api/v1",
            headers={"X-Test-Principal": name},
            timeout=60,
        )

    @asynccontextmanager
    async def working(self, concurrency=4):
        stop = asyncio.Event()
        options = WorkerOptions(grace_s=0.1)
        task = asyncio.create_task(
            run_worker(self.database, self.handlers, concurrency=concurrency, stop=stop, options=options)
        )
        try:
            yield
        finally:
            stop.set()
            await task

    async def claim(self):
        """The next job, as a worker takes it."""
        async with open_line(self.database, lambda _: None) as line:
            claims = await line.claim([CONVERT, REWRITE], 1)
        return claims[0] if claims else None

    async def work_off(self):
        """Run every job that is queued, one after the other."""
        while (claim := await self.claim()) is not None:
            await self.handlers[claim.kind].run(claim)


@asynccontextmanager
async def open_bench(address, *, options=None, reader=None, results=None):
    options = options or ConversionOptions()
    async with AsyncExitStack() as stack:
        store = await stack.enter_async_context(open_store(address))
        connection = await stack.enter_async_context(ValkeyConnection(None))
        bell = await stack.enter_async_context(Bell(connection))
        copies = ConversionCopies(await stack.enter_async_context(Cache(connection, bell)))
        heard, files, writers, queue = Heard(), Files(), Chosen(), Queue()
        stack.enter_context(watching_conversions(bell, [copies, heard]))
        streams = Streams(store.database, bell, options)
        tools = Tools(
            database=store.database,
            reader=reader or SourceReader(policy=options.policy),
            writers=writers,
            files=files,
            results=results,
            options=options,
        )
        workspace_id = await store.add_workspace()
        principals = {
            "me": principal_of(workspace_id),
            "viewer": principal_of(workspace_id, role="viewer"),
            "trial": principal_of(workspace_id, is_verified=False),
            "stranger": principal_of(await store.add_workspace()),
        }
        resources = Resources()
        resources.provide(Database, store.database)
        resources.provide(Queue, queue)
        resources.provide(Bell, bell)
        resources.provide(Streams, streams)
        resources.provide(ConversionCopies, copies)
        resources.provide(SourceFiles, files)
        resources.provide(Writers, writers)
        resources.provide(Allowances, Allowances())
        resources.provide(ConversionOptions, options)
        yield Bench(
            store=store,
            tools=tools,
            queue=queue,
            bell=bell,
            streams=streams,
            app=Gate(_app(resources), principals),
            files=files,
            writers=writers,
            heard=heard,
            principals=principals,
            workspace_id=workspace_id,
            handlers={
                CONVERT: Handler(run=lambda claim: run_conversion(claim, tools), give_up=give_up_conversion),
                REWRITE: Handler(run=lambda claim: run_rewriting(claim, tools), give_up=give_up_rewriting),
            },
        )


def _app(resources) -> FastAPI:
    app = FastAPI()
    app.state.resources = resources
    for router in (conversions, posts, articles, usage):
        app.include_router(router, prefix="/api/v1")

    @app.exception_handler(ServiceError)
    async def tell(_request, error):
        return JSONResponse(problem_document(error, "trace"), error.status, error.headers)

    @app.exception_handler(RequestValidationError)
    async def tell_invalid(_request, error):
        return JSONResponse({"code": "invalid_request", "errors": [str(one["loc"]) for one in error.errors()]}, 422)

    return app
