"""Why a conversion failed is told in the reader's language, wherever an answer or an event says it."""

import json

import httpx2
import pytest

from newsforge.api.asgi import respond
from newsforge.api.telling import Telling

ERROR = {"code": "no_article", "message": "There is no article on this page.", "remedy": "Try again in a moment."}
KO = {"code": "no_article", "message": "이 페이지에는 기사가 없습니다.", "remedy": "잠시 뒤 다시 시도하세요."}
JA = {
    "code": "no_article",
    "message": "このページに記事がありません。",
    "remedy": "しばらくしてからもう一度試してください。",
}


def compact(value) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


async def ask(body, wish, *, path="/api/v1/conversions/1", media=b"application/json", more=(), pieces=1):
    async def answering(scope, receive, send):
        if pieces == 1:
            await respond(send, 200, [(b"content-type", media), *more], body)
            return
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", media)]})
        for n in range(0, len(body), pieces):
            await send({"type": "http.response.body", "body": body[n : n + pieces], "more_body": True})
        await send({"type": "http.response.body", "body": b""})

    transport = httpx2.ASGITransport(app=Telling(answering))
    async with httpx2.AsyncClient(transport=transport, base_url="http://test") as http:
        return await http.get(path, headers={"accept-language": wish} if wish else {})


@pytest.mark.parametrize(
    ("wish", "told"), [("ko-KR,en;q=0.5", KO), ("ja", JA), ("en", ERROR), ("fr", ERROR), ("", ERROR)]
)
async def test_an_error_is_told_in_the_language_liked_best(wish, told):
    answer = await ask(compact({"id": 1, "error": ERROR, "posts": [{"error": ERROR}, {"error": None}]}), wish)
    assert answer.json() == {"id": 1, "error": told, "posts": [{"error": told}, {"error": None}]}
    assert int(answer.headers["content-length"]) == len(answer.content)
    assert (answer.headers.get("vary") == "Accept-Language") == (told is not ERROR)


async def test_lists_and_answers_in_pieces_are_told_too():
    body = compact({"items": [{"error": ERROR}, {"error": ERROR}], "next_cursor": None})
    assert (await ask(body, "ko", path="/api/v1/conversions", pieces=7)).json()["items"] == [{"error": KO}] * 2


async def test_events_are_told_one_by_one():
    frame = b"id: 3\nevent: failed\ndata: " + compact({"run": 1, "error": ERROR}) + b"\n\n"
    answer = await ask(frame, "ko", path="/api/v1/conversions/1/events", media=b"text/event-stream; charset=utf-8")
    assert answer.content == b"id: 3\nevent: failed\ndata: " + compact({"run": 1, "error": KO}) + b"\n\n"


@pytest.mark.parametrize(
    ("body", "asked"),
    [
        (compact({"title": 'He said "error":{"message":"There is no article on this page."}', "error": None}), {}),
        (compact({"error": ERROR}), {"path": "/api/v1/me"}),
        (compact({"error": ERROR}), {"more": [(b"content-disposition", b"attachment")]}),
        (b'{"error":{ is no JSON', {"media": b"text/plain"}),
        (b"", {}),
    ],
    ids=["a text", "another path", "a file", "another kind", "nothing"],
)
async def test_nothing_else_is_touched(body, asked):
    assert (await ask(body, "ko", **asked)).content == body


async def test_words_that_have_no_translation_stay():
    error = {"code": "x", "message": "Nobody has translated this.", "remedy": ""}
    assert (await ask(compact({"error": error}), "ko")).json() == {"error": error}
