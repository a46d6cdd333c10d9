"""`convert` with AI vendors set up by environment variables alone, as a person sets them up."""

import asyncio
import json
import os
import sys

import pytest

from tests.corpus.loader import by_slug
from tests.support.vendor_server import Answer, Fault, serving

RATE_CUT = by_slug()["ko-rate-cut"]
TRUE = "한국중앙은행이 기준금리를 연 2.50%에서 연 2.25%로 0.25%포인트 내렸습니다."
FREE = "기준금리가 연 2.25%까지 내려온 배경에는 더딘 내수 회복이 있다."
FALSE = TRUE.replace("2.25%", "2.15%")


def answer(paragraph):
    return Answer(post={"paragraphs": [paragraph], "hashtags": ["기준금리"], "title": None})


async def convert(page, server, *arguments, **environment):
    kept = {name: value for name, value in os.environ.items() if not name.endswith("_API_KEY")}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "newsforge.cli", "convert", str(page), "--to", "bluesky", "--json", *arguments,
        env={
            **kept,
            "NEWSFORGE_OPENAI_URL": f"{server.url}/v1",
            "NEWSFORGE_ANTHROPIC_URL": server.url,
            "NEWSFORGE_ALLOW_NETWORKS": "127.0.0.0/8",
            # A process that starts on a busy machine is not what is tested here; an attempt has a third of it.
            "NEWSFORGE_DEADLINE_S": "180",
            **environment,
        },
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    out, err = await asyncio.wait_for(process.communicate(), 300)
    return process.returncode, json.loads(out) if out else None, err.decode()


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.html"
    path.write_bytes(RATE_CUT.data)
    return path


async def test_a_key_in_the_environment_lets_that_vendor_write(page):
    async with serving(lambda _: answer(TRUE)) as server:
        code, document, err = await convert(page, server, OPENAI_API_KEY="sk-planted")
    (post,) = document["posts"]
    assert (code, post["status"], post["writer"]) == (0, "clean", "openai:gpt-5-mini"), post["attempts"]
    assert TRUE in post["parts"][0]["text"]
    assert post["disclosure"] in post["parts"][0]["text"]
    assert "AI" in post["disclosure"]
    assert post["usage"]["calls"] == 1
    assert document["usage"]["cost_usd"] > 0
    assert "planted" not in json.dumps(document) + err


async def test_a_post_in_new_words_is_loudly_for_review(page):
    async with serving(lambda _: answer(FREE)) as server:
        code, document, err = await convert(page, server, OPENAI_API_KEY="sk-planted")
        strictly, again, _ = await convert(page, server, "--strict", OPENAI_API_KEY="sk-planted")
    (post,) = document["posts"]
    assert (code, post["status"]) == (0, "review"), post["attempts"]
    assert "검토 필요" in err or "REVIEW" in err
    assert (strictly, again["posts"][0]["status"]) == (4, "review"), again["posts"]


async def test_what_the_article_does_not_say_is_sent_back_and_never_given_out(page):
    async with serving(lambda _: answer(FALSE)) as server:
        code, document, _ = await convert(page, server, OPENAI_API_KEY="sk-1")
    (post,) = document["posts"]
    assert (code, post["status"], post["writer"]) == (0, "clean", "embedded")
    assert "2.15%" not in post["parts"][0]["text"]
    assert [(one["outcome"], one["rewrite"]) for one in post["attempts"]] == [
        ("unsupported", False),
        ("unsupported", True),
        ("accepted", False),
    ]
    assert "2.15%" in post["attempts"][0]["reason"]


async def test_a_refused_key_is_named_and_no_other_vendor_pays_for_it(page):
    async with serving(lambda request: Fault(401) if request.key == "sk-1" else answer(TRUE)) as server:
        code, document, _ = await convert(page, server, OPENAI_API_KEY="sk-1", ANTHROPIC_API_KEY="sk-2")
    assert code == 0
    assert document["posts"][0]["writer"] == "embedded"
    assert any("refused the API key" in notice for notice in document["notices"])
    assert {request.key for request in server.requests} == {"sk-1"}


async def test_a_named_writer_writes_another_language(page):
    english = "South Korea's central bank cut its key rate by 0.25 percentage points to 2.25%."
    async with serving(lambda _: Answer(post={"paragraphs": [english], "hashtags": [], "title": None})) as server:
        code, document, _ = await convert(
            page, server, "--writer", "anthropic:claude-haiku-4-5", "--language", "en", ANTHROPIC_API_KEY="sk-2"
        )
    (post,) = document["posts"]
    assert (code, post["language"], post["writer"]) == (0, "en", "anthropic:claude-haiku-4-5"), post["attempts"]
    assert all(receipt["status"] != "unsupported" for receipt in post["receipts"])
