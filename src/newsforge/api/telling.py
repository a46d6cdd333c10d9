"""Why a conversion or a post failed, in the language of who asks.

What is stored speaks English, as everything below the doors does; so do the copies that a process holds ready. Here,
on its way out, an ``error`` in an answer or an event is said in the language that ``Accept-Language`` likes best.
"""

from __future__ import annotations

import json
from typing import Any, Final

from newsforge.api.asgi import Application, Headers, Message, Receive, Scope, Send, find_header
from newsforge.api.problems import language_of
from newsforge.phrases import say

_PATHS: Final = ("/api/v1/conversions", "/api/v1/posts")
#: As every answer is written; a text that holds these characters has its quotes escaped.
_MARK: Final = b'"error":{'
_DATA: Final = b"data: "


class Telling:
    def __init__(self, app: Application) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].startswith(_PATHS):
            language = language_of(find_header(scope["headers"], b"accept-language"))
            if language != "en":
                send = _Said(send, language).send
        await self._app(scope, receive, send)


class _Said:
    """Holds the beginning of a JSON answer back until its length is known; an event leaves as soon as it comes."""

    def __init__(self, send: Send, language: str) -> None:
        self._send = send
        self._language = language
        self._start: Message | None = None
        self._is_stream = False
        self._body = b""

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            media = (find_header(message["headers"], b"content-type") or b"").partition(b";")[0]
            self._is_stream = media == b"text/event-stream"
            if media == b"application/json" and find_header(message["headers"], b"content-disposition") is None:
                self._start = message
                return
        elif self._start is not None:
            self._body += message.get("body", b"")
            if message.get("more_body", False):
                return
            await self._answer(self._start)
            return
        elif self._is_stream and _MARK in message.get("body", b""):
            message = {**message, "body": _frames_said(message["body"], self._language)}
        await self._send(message)

    async def _answer(self, start: Message) -> None:
        headers: Headers = start["headers"]
        if _MARK in self._body:
            self._body = _said(self._body, self._language)
            headers = [header for header in headers if header[0] not in {b"content-length", b"content-language"}]
            headers += [
                (b"content-length", str(len(self._body)).encode()),
                (b"content-language", self._language.encode()),
                (b"vary", b"Accept-Language"),
            ]
        self._start = None
        await self._send({**start, "headers": headers})
        await self._send({"type": "http.response.body", "body": self._body})


def _frames_said(frames: bytes, language: str) -> bytes:
    return b"\n".join(
        _DATA + _said(line.removeprefix(_DATA), language) if line.startswith(_DATA) and _MARK in line else line
        for line in frames.split(b"\n")
    )


def _said(document: bytes, language: str) -> bytes:
    told = _tell(json.loads(document), language)
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def _tell(value: Any, language: str) -> Any:
    if isinstance(value, list):
        return [_tell(each, language) for each in value]
    if not isinstance(value, dict):
        return value
    told = {name: _tell(each, language) for name, each in value.items()}
    error = told.get("error")
    if isinstance(error, dict):
        words = {name: say(error[name], language) for name in ("message", "remedy") if isinstance(error.get(name), str)}
        told["error"] = error | words
    return told
