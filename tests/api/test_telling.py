"""Why a conversion failed is told in the reader's language, wherever an answer or an event says it."""

import asyncio
import json
import re

import httpx2
import pytest

from newsforge.api.asgi import respond
from newsforge.api.telling import Telling, _Kept
from newsforge.kit.http.preconditions import names

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
    assert answer.headers["vary"] == "Accept-Language"


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


POST = {
    "why": "openai:m wrote it, because the writers before could not: gemini:n did not answer within 3.0 s.",
    "attempts": [{"writer": "gemini:n", "outcome": "failed", "reason": "gemini:n did not answer within 3.0 s."}],
    "violations": [{"code": "empty", "message": "The body is empty.", "part": None, "field": None}],
    "receipts": [
        {
            "sentence": "9월에 문을 연다.",
            "problems": [
                {"kind": "date", "text": "9월", "why": "The post says “9월” where the article says “10월”."},
                {"kind": "name", "text": "x", "why": "Words that no file knows."},
            ],
        }
    ],
    "kept": [{"sentence": "s", "kind": "date", "text": "9월", "reason": "The body is empty."}],
    "approval_reason": "The body is empty.",
    "parts": [{"text": "The body is empty."}],
    "error": None,
}


@pytest.mark.parametrize(
    ("wish", "why", "reason", "violation", "problems", "notice"),
    [
        (
            "ko",
            "앞선 작성기가 쓰지 못해 openai:m이 썼습니다: gemini:n이 3.0초 안에 답하지 않았습니다.",
            "gemini:n이 3.0초 안에 답하지 않았습니다.",
            "본문 내용이 비어 있습니다.",
            ["글은 “9월”, 기사는 “10월”입니다.", "기사의 이름과 다릅니다."],
            "글에 내용이 없습니다.",
        ),
        (
            "ja",
            None,
            None,
            "本文が空です。",
            ["投稿は「9월」、記事は「10월」です。", "記事の名前と異なります。"],
            "投稿に本文がありません。",
        ),
    ],
)
async def test_what_is_said_of_a_post_is_told_and_what_people_wrote_stays(
    wish, why, reason, violation, problems, notice
):
    told = (await ask(compact({"posts": [POST], "notices": [{"message": "The post has no text."}]}), wish)).json()
    (post,) = told["posts"]
    assert re.search("[가-힣]" if wish == "ko" else "[ぁ-ん]", post["why"])
    assert re.search("[가-힣]" if wish == "ko" else "[ぁ-ん]", post["attempts"][0]["reason"])
    if why:
        assert (post["why"], post["attempts"][0]["reason"]) == (why, reason)
    assert post["violations"][0]["message"] == violation
    assert [problem["why"] for problem in post["receipts"][0]["problems"]] == problems
    assert told["notices"] == [{"message": notice}]
    assert {name: post[name] for name in ("kept", "approval_reason", "parts", "error")} == {
        name: POST[name] for name in ("kept", "approval_reason", "parts", "error")
    }


async def test_other_requests_go_on_while_hundreds_of_objections_are_said():
    whys = [f"The post says “{n}월” where the article says “{n + 1}월”." for n in range(300)]
    body = compact({"posts": [{"receipts": [{"problems": [{"kind": "date", "why": why}]} for why in whys]}]})
    turns = 0

    async def count():
        nonlocal turns
        while True:
            await asyncio.sleep(0)
            turns += 1

    counting = asyncio.create_task(count())
    answer = await ask(body, "ko")
    counting.cancel()
    told = [receipt["problems"][0]["why"] for receipt in answer.json()["posts"][0]["receipts"]]
    assert told[6] == "글은 “6월”, 기사는 “7월”입니다."
    # Said in the loop itself, it would not come round once.
    assert turns > 5


async def test_a_document_is_said_once_and_the_oldest_is_let_go():
    kept = _Kept(most=2, short_bytes=10_000)
    documents = [compact({"error": ERROR, "number": n}) for n in range(3)]
    first = await kept.say(documents[0], "ko")
    assert json.loads(first) == {"error": KO, "number": 0}
    assert json.loads(await kept.say(documents[0], "ja")) == {"error": JA, "number": 0}
    assert await kept.say(documents[0], "ko") is first
    await kept.say(documents[1], "ko")
    assert await kept.say(documents[0], "ko") is first
    await kept.say(documents[1], "ja")
    await kept.say(documents[2], "ja")
    again = await kept.say(documents[0], "ko")
    assert again == first
    assert again is not first


async def test_an_event_says_why_the_next_writer_is_asked():
    data = {"platform": "x", "language": "ko", "writer": "gemini:n", "reason": "The post has no text."}
    frame = b"id: 3\nevent: fell_back\ndata: " + compact(data) + b"\n\n"
    answer = await ask(frame, "ko", path="/api/v1/conversions/1/events", media=b"text/event-stream")
    assert json.loads(answer.text.partition("data: ")[2])["reason"] == "글에 내용이 없습니다."


class TestVersionsInLanguages:
    """Another language of the same version is another answer; what is changed is the version."""

    @pytest.fixture
    def seen(self):
        return {}

    async def ask(self, seen, wish, **asked):
        async def answering(scope, receive, send):
            seen.update({name.decode(): value.decode() for name, value in scope["headers"]})
            is_known = names(seen.get("if-none-match"), '"7"')
            headers = [(b"etag", b'"7"'), *([] if is_known else [(b"content-type", b"application/json")])]
            await respond(send, 304 if is_known else 200, headers, b"" if is_known else compact({"error": ERROR}))

        async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app=Telling(answering))) as http:
            headers = {"accept-language": wish, **{name.replace("_", "-"): value for name, value in asked.items()}}
            return await http.get("http://test/api/v1/conversions/1", headers=headers)

    @pytest.mark.parametrize(("wish", "etag"), [("ko", '"7-ko"'), ("ja", '"7-ja"'), ("en", '"7"'), ("fr", '"7"')])
    async def test_each_has_its_own_etag_which_is_known_again(self, seen, wish, etag):
        answer = await self.ask(seen, wish)
        assert (answer.status_code, answer.headers["etag"]) == (200, etag)
        again = await self.ask(seen, wish, if_none_match=f'"5-ko", {etag}')
        assert (again.status_code, again.headers["etag"]) == (304, etag)
        assert again.headers["vary"] == "Accept-Language"

    @pytest.mark.parametrize(("wish", "etag"), [("ko", '"7"'), ("ko", '"7-ja"'), ("en", '"7-ko"'), ("ja", '"6-ja"')])
    async def test_what_was_read_in_another_is_not_known(self, seen, wish, etag):
        assert (await self.ask(seen, wish, if_none_match=etag)).status_code == 200

    @pytest.mark.parametrize("wish", ["ko", "ja", "en"])
    @pytest.mark.parametrize("etag", ['"7"', '"7-ko"', '"7-ja"'])
    async def test_a_change_names_the_version_in_whatever_language_it_was_read(self, seen, wish, etag):
        await self.ask(seen, wish, if_match=etag)
        assert seen["if-match"] == '"7"'


async def test_the_demonstration_and_a_trial_of_a_key_are_told_too():
    told = await ask(compact({"posts": [{"why": "embedded wrote it."}]}), "ja", path="/api/v1/demonstration")
    assert told.json()["posts"][0]["why"] == "内蔵ライターが書きました。"
    assert told.headers["vary"] == "Accept-Language"
    trial = {"works": False, "writer": "openai:m", "message": "openai:m refused the API key (401).", "remedy": ""}
    told = await ask(compact(trial), "ko", path="/api/v1/provider-keys/openai/test")
    assert told.json() == trial | {"message": "openai:m이 API 키를 거부했습니다 (401)."}


async def test_words_that_have_no_translation_stay():
    error = {"code": "x", "message": "Nobody has translated this.", "remedy": ""}
    assert (await ask(compact({"error": error}), "ko")).json() == {"error": error}
