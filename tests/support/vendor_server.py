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


def _text(content: Any) -> str:
    if isinstance(content, str):
        return content
    return "\n".join(part.get("text", "") for part in content or ())


class Wire:
    """One vendor's format: ``read`` takes the prompt out of a request, the others write responses."""

    def read(self, body: dict[str, Any]) -> tuple[str, str]:
        raise NotImplementedError

    def answer(self, body: dict[str, Any], text: str, stop: str, tokens_in: int, tokens_out: int) -> dict[str, Any]:
        raise NotImplementedError

    def refusal(self, body: dict[str, Any]) -> dict[str, Any]:
        raise NotImplementedError

    def fault(self, status: int, code: str | None) -> dict[str, Any]:
        return {"error": {"message": f"fault {status}", "type": "fault", "param": None, "code": code}}


class Chat(Wire):
    def read(self, body):
        by_role: dict[str, list[str]] = {"system": [], "user": []}
        for message in body["messages"]:
            role = "system" if message["role"] in {"system", "developer"} else "user"
            by_role[role].append(_text(message["content"]))
        return "\n".join(by_role["system"]), "\n".join(by_role["user"])

    def answer(self, body, text, stop, tokens_in, tokens_out):
        return self._completion(body, {"role": "assistant", "content": text}, stop, tokens_in, tokens_out)

    def refusal(self, body):
        message = {"role": "assistant", "content": None, "refusal": "I can't help with that."}
        return self._completion(body, message, "stop", 420, 8)

    def _completion(self, body, message, stop, tokens_in, tokens_out):
        return {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 1_790_000_000,
            "model": body["model"],
            "choices": [{"index": 0, "message": message, "finish_reason": stop, "logprobs": None}],
            "usage": {
                "prompt_tokens": tokens_in,
                "completion_tokens": tokens_out,
                "total_tokens": tokens_in + tokens_out,
            },
        }


class Responses(Wire):
    def read(self, body):
        system, user = [body.get("instructions") or ""], []
        for item in [{"role": "user", "content": body["input"]}] if isinstance(body["input"], str) else body["input"]:
            texts = system if item.get("role") in {"system", "developer"} else user
            texts.append(_text(item.get("content")))
        return "\n".join(system), "\n".join(user)

    def answer(self, body, text, stop, tokens_in, tokens_out):
        content = {"type": "output_text", "text": text, "annotations": []}
        return self._response(body, content, stop, tokens_in, tokens_out)

    def refusal(self, body):
        return self._response(body, {"type": "refusal", "refusal": "I can't help with that."}, "stop", 420, 8)

    def _response(self, body, content, stop, tokens_in, tokens_out):
        is_cut = stop == "length"
        return {
            "id": "resp_1",
            "object": "response",
            "created_at": 1_790_000_000,
            "model": body["model"],
            "status": "incomplete" if is_cut else "completed",
            "incomplete_details": {"reason": "max_output_tokens"} if is_cut else None,
            "error": None,
            "instructions": None,
            "metadata": {},
            "parallel_tool_calls": False,
            "temperature": 1.0,
            "tool_choice": "auto",
            "tools": [],
            "top_p": 1.0,
            "output": [
                {
                    "id": "msg_1",
                    "type": "message",
                    "role": "assistant",
                    "status": "incomplete" if is_cut else "completed",
                    "content": [content],
                }
            ],
            "usage": {
                "input_tokens": tokens_in,
                "input_tokens_details": {"cached_tokens": 0},
                "output_tokens": tokens_out,
                "output_tokens_details": {"reasoning_tokens": 0},
                "total_tokens": tokens_in + tokens_out,
            },
        }


class Messages(Wire):
    def read(self, body):
        return _text(body.get("system")), "\n".join(
            _text(message["content"]) for message in body["messages"] if message["role"] == "user"
        )

    def answer(self, body, text, stop, tokens_in, tokens_out):
        try:
            given = json.loads(text)
        except ValueError:
            given = None
        if body.get("tools") and isinstance(given, dict):
            content = {"type": "tool_use", "id": "toolu_1", "name": body["tools"][0]["name"], "input": given}
            reason = "tool_use"
        else:
            content, reason = {"type": "text", "text": text}, "end_turn"
        return self._message(body, content, "max_tokens" if stop == "length" else reason, tokens_in, tokens_out)

    def refusal(self, body):
        return self._message(body, {"type": "text", "text": "I can't help."}, "refusal", 420, 8)

    def fault(self, status, code):
        kinds = {401: "authentication_error", 404: "not_found_error", 429: "rate_limit_error", 529: "overloaded_error"}
        return {"type": "error", "error": {"type": code or kinds.get(status, "api_error"), "message": "fault"}}

    def _message(self, body, content, reason, tokens_in, tokens_out):
        return {
            "id": "msg_1",
            "type": "message",
            "role": "assistant",
            "model": body["model"],
            "content": [content],
            "stop_reason": reason,
            "stop_sequence": None,
            "usage": {"input_tokens": tokens_in, "output_tokens": tokens_out},
        }


class Google(Wire):
    def read(self, body):
        system = _text((body.get("systemInstruction") or {}).get("parts"))
        return system, "\n".join(_text(one["parts"]) for one in body["contents"] if one.get("role") == "user")

    def answer(self, body, text, stop, tokens_in, tokens_out):
        return self._candidate({"parts": [{"text": text}], "role": "model"}, stop, tokens_in, tokens_out)

    def refusal(self, body):
        return self._candidate(None, "SAFETY", 420, 0)

    def fault(self, status, code):
        kinds = {
            401: "UNAUTHENTICATED",
            403: "PERMISSION_DENIED",
            404: "NOT_FOUND",
            429: "RESOURCE_EXHAUSTED",
            503: "UNAVAILABLE",
        }
        return {"error": {"code": status, "message": "fault", "status": code or kinds.get(status, "INTERNAL")}}

    def _candidate(self, content, stop, tokens_in, tokens_out):
        reason = {"stop": "STOP", "length": "MAX_TOKENS"}.get(stop, stop)
        candidate = {"finishReason": reason, "index": 0} | ({"content": content} if content else {})
        return {
            "candidates": [candidate],
            "usageMetadata": {
                "promptTokenCount": tokens_in,
                "candidatesTokenCount": tokens_out,
                "totalTokenCount": tokens_in + tokens_out,
            },
            "modelVersion": "gemini",
            "responseId": "r1",
        }


class Converse(Wire):
    def read(self, body):
        return _text(body.get("system")), "\n".join(
            _text(message["content"]) for message in body["messages"] if message["role"] == "user"
        )

    def answer(self, body, text, stop, tokens_in, tokens_out):
        tools = body.get("toolConfig", {}).get("tools")
        try:
            given = json.loads(text)
        except ValueError:
            given = None
        if tools and isinstance(given, dict):
            name = tools[0]["toolSpec"]["name"]
            content, reason = {"toolUse": {"toolUseId": "t1", "name": name, "input": given}}, "tool_use"
        else:
            content, reason = {"text": text}, "end_turn"
        return self._message(content, "max_tokens" if stop == "length" else reason, tokens_in, tokens_out)

    def refusal(self, body):
        return self._message({"text": "blocked"}, "content_filtered", 420, 8)

    def fault(self, status, code):
        return {"message": "fault"}

    def _message(self, content, reason, tokens_in, tokens_out):
        return {
            "output": {"message": {"role": "assistant", "content": [content]}},
            "stopReason": reason,
            "usage": {
                "inputTokens": tokens_in,
                "outputTokens": tokens_out,
                "totalTokens": tokens_in + tokens_out,
            },
            "metrics": {"latencyMs": 5},
        }


#: What AWS calls its errors, in the header that botocore goes by.
AWS_ERRORS = {
    401: "UnrecognizedClientException",
    403: "AccessDeniedException",
    404: "ResourceNotFoundException",
    429: "ThrottlingException",
    500: "InternalServerException",
    503: "ServiceUnavailableException",
}

WIRES: dict[str, Wire] = {
    "/v1/chat/completions": Chat(),
    "/v1/responses": Responses(),
    "/v1/messages": Messages(),
    "/v1beta/models/{model}": Google(),
    "/model/{model}/converse": Converse(),
}
