"""A server that speaks the wire formats of OpenAI (Responses and Chat Completions), Anthropic, Google and
Amazon Bedrock (Converse).

It answers what a test's script says, misbehaves in the ways vendors do, and keeps every request it got.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.support.vendor_wires import AWS_ERRORS, WIRES, Converse, Wire


@dataclass(frozen=True, slots=True)
class Answer:
    """A post in the asked structure. ``stop`` ``length`` cuts it off; the text is then only the first half."""

    post: dict[str, Any]
    stop: str = "stop"
    input_tokens: int = 420
    output_tokens: int = 90


@dataclass(frozen=True, slots=True)
class Raw:
    """Any text in place of the structure: broken JSON, prose, the wrong shape."""

    text: str
    stop: str = "stop"
    input_tokens: int = 420
    output_tokens: int = 90


@dataclass(frozen=True, slots=True)
class Refusal:
    """The model declines."""


@dataclass(frozen=True, slots=True)
class Fault:
    """An HTTP error in the vendor's own error format."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Hang:
    """Takes the request and never answers."""


@dataclass(frozen=True, slots=True)
class Slow:
    delay_s: float
    then: Answer


@dataclass(frozen=True, slots=True)
class Cut:
    """Starts a good answer and drops the connection in the middle of it."""


Behaviour = Answer | Raw | Refusal | Fault | Hang | Slow | Cut


@dataclass(frozen=True, slots=True)
class Recorded:
    """A request as it came: ``system`` and ``user`` are all its text of that role, in order."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]
    system: str
    user: str

    @property
    def key(self) -> str:
        bearer = self.headers.get("authorization", "").removeprefix("Bearer ")
        if bearer.startswith("AWS4-HMAC-SHA256 Credential="):
            return bearer.removeprefix("AWS4-HMAC-SHA256 Credential=").partition("/")[0]
        return self.headers.get("x-api-key") or self.headers.get("x-goog-api-key") or bearer


Script = Callable[[Recorded], Behaviour]


class VendorServer:
    """``url`` + ``/v1`` is the base URL for the OpenAI formats; Anthropic and Google take ``url`` itself."""

    def __init__(self, script: Script | list[Behaviour] | Behaviour) -> None:
        self.script = script
        self.requests: list[Recorded] = []
        self.url = ""
        self._hanging: set[asyncio.Event] = set()

    def _next(self, recorded: Recorded) -> Behaviour:
        if isinstance(self.script, list):
            return self.script.pop(0) if len(self.script) > 1 else self.script[0]
        return self.script(recorded) if callable(self.script) else self.script

    async def _serve(self, request: web.Request, *, wire: Wire) -> web.StreamResponse:
        body = await request.json()
        system, user = wire.read(body)
        headers = {name.lower(): value for name, value in request.headers.items()}
        recorded = Recorded(path=request.path, headers=headers, body=body, system=system, user=user)
        self.requests.append(recorded)
        behaviour = self._next(recorded)
        if isinstance(behaviour, Slow):
            await asyncio.sleep(behaviour.delay_s)
            behaviour = behaviour.then
        match behaviour:
            case Hang():
                released = asyncio.Event()
                self._hanging.add(released)
                await released.wait()
                return web.Response(status=503)
            case Cut():
                return await _cut(request)
            case Fault(status=status, headers=extra, code=code):
                if isinstance(wire, Converse):
                    extra = extra | {"x-amzn-ErrorType": code or AWS_ERRORS.get(status, "InternalServerException")}
                return web.json_response(wire.fault(status, code), status=status, headers=extra)
            case Refusal():
                return web.json_response(wire.refusal(body))
            case Answer():
                text = json.dumps(behaviour.post, ensure_ascii=False)
                text = text[: len(text) // 2] if behaviour.stop == "length" else text
                return web.json_response(
                    wire.answer(body, text, behaviour.stop, behaviour.input_tokens, behaviour.output_tokens)
                )
            case Raw(text=text):
                return web.json_response(
                    wire.answer(body, text, behaviour.stop, behaviour.input_tokens, behaviour.output_tokens)
                )

    def application(self) -> web.Application:
        app = web.Application(client_max_size=4_000_000)
        for path, wire in WIRES.items():
            app.router.add_post(path, self._route(wire))
        return app

    def _route(self, wire: Wire) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def serve(request: web.Request) -> web.StreamResponse:
            return await self._serve(request, wire=wire)

        return serve

    def release(self) -> None:
        for event in self._hanging:
            event.set()


async def _cut(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"content-type": "application/json", "content-length": "5000"})
    await response.prepare(request)
    await response.write(b'{"id": "cut", "object": "response", "output": [{"type": "mess')
    assert request.transport is not None
    request.transport.close()
    return response


@asynccontextmanager
async def serving(script: Script | list[Behaviour] | Behaviour):
    server = VendorServer(script)
    runner = web.AppRunner(server.application(), shutdown_timeout=0.1, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    server.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield server
    finally:
        server.release()
        await runner.cleanup()
