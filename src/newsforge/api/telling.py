"""What is said of a conversion and its posts, in the language of who asks.

What is stored speaks English, as everything below the doors does; so do the copies that a process holds ready. Here,
on its way out, it is said in the language that ``Accept-Language`` likes best: why something failed, who wrote a post
and why, what no platform takes, what the article does not say. What people have written themselves stays. A file to
take away was made in the language: nothing in it is changed here.

The same version in another language is another answer, so its ETag names the language behind the version. What is
changed is the version: ``If-Match`` takes the ETag of any language.
"""

from __future__ import annotations

import asyncio
import json
import re
from typing import Final

from newsforge.api.asgi import Application, Headers, Message, Receive, Scope, Send, find_header
from newsforge.phrases import LANGUAGES
from newsforge.phrases.documents import language_of, say_document

_PATHS: Final = ("/api/v1/conversions", "/api/v1/posts", "/api/v1/demonstration", "/api/v1/provider-keys")
#: As every answer is written; a text that holds these characters has its quotes escaped.
_MARK: Final = re.compile(rb'"(?:error":\{|works":false|(?:why|reason)":"[^"]|(?:notices|violations)":\[\{)')
_OTHERS: Final = "|".join(language for language in LANGUAGES if language != "en").encode()
_OF_A_LANGUAGE: Final = re.compile(rb'-(?:%s)"' % _OTHERS)
_VARY: Final = (b"vary", b"Accept-Language")
_DATA: Final = b"data: "


class Telling:
    def __init__(self, app: Application) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].startswith(_PATHS):
            language = language_of(find_header(scope["headers"], b"accept-language"))
            scope["headers"] = [(name, _asked(name, value, language)) for name, value in scope["headers"]]
            send = _varying(send) if language == "en" else _Said(send, language).send
        await self._app(scope, receive, send)


def _asked(name: bytes, value: bytes, language: str) -> bytes:
    """A precondition as the service knows it: it has versions, and one language."""
    if name == b"if-match":
        return _OF_A_LANGUAGE.sub(b'"', value)
    if name == b"if-none-match" and language != "en":
        return _known(value, language.encode())
    return value


def _known(tags: bytes, language: bytes) -> bytes:
    """Those that name this language, without it; what was read in another is not what would be answered."""
    end = b'-%s"' % language
    mine = [tag.strip() for tag in tags.split(b",") if tag.strip().endswith(end) or tag.strip() == b"*"]
    return b", ".join(tag.replace(end, b'"') for tag in mine)


def _varying(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] < 400:
            message = {**message, "headers": [*message["headers"], _VARY]}
        await send(message)

    return sending


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
            if message["status"] < 400:  # a problem says all this itself
                message = {**message, "headers": _named(message["headers"], self._language)}
            if media == b"application/json" and find_header(message["headers"], b"content-disposition") is None:
                self._start = message
                return
        elif self._start is not None:
            self._body += message.get("body", b"")
            if message.get("more_body", False):
                return
            await self._answer(self._start)
            return
        elif self._is_stream and _MARK.search(message.get("body", b"")):
            message = {**message, "body": _frames_said(message["body"], self._language)}
        await self._send(message)

    async def _answer(self, start: Message) -> None:
        headers: Headers = start["headers"]
        if _MARK.search(self._body):
            self._body = await _KEPT.say(self._body, self._language)
            headers = [header for header in headers if header[0] != b"content-length"]
            headers.append((b"content-length", str(len(self._body)).encode()))
        self._start = None
        await self._send({**start, "headers": headers})
        await self._send({"type": "http.response.body", "body": self._body})


def _named(headers: Headers, language: str) -> Headers:
    ours = [(b"content-language", language.encode()), _VARY]
    kept = [header for header in headers if header[0] not in {b"content-language", b"etag"}]
    etag = find_header(headers, b"etag")
    return [*kept, *ours, *([(b"etag", etag[:-1] + b'-%s"' % language.encode())] if etag else [])]


def _frames_said(frames: bytes, language: str) -> bytes:
    return b"\n".join(
        _DATA + _say_all(line.removeprefix(_DATA), language) if line.startswith(_DATA) and _MARK.search(line) else line
        for line in frames.split(b"\n")
    )


class _Kept:
    """Documents as they were said last: a conversion that is looked at is read again and again. The first time a long
    one is said by a thread, since hundreds of objections take longer than other requests should wait."""

    def __init__(self, *, most: int, short_bytes: int) -> None:
        self._most = most
        self._short_bytes = short_bytes
        self._said: dict[tuple[str, bytes], bytes] = {}

    async def say(self, document: bytes, language: str) -> bytes:
        key = (language, document)
        said = self._said.pop(key, None)
        if said is None:
            if len(document) <= self._short_bytes:
                said = _say_all(document, language)
            else:
                said = await asyncio.to_thread(_say_all, document, language)
        self._said[key] = said  # the newest stands last
        if len(self._said) > self._most:
            del self._said[next(iter(self._said))]
        return said


_KEPT: Final = _Kept(most=32, short_bytes=8_000)


def _say_all(document: bytes, language: str) -> bytes:
    told = say_document(json.loads(document), language)
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
