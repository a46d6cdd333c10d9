"""The AI writer over real HTTP, against a server that speaks the vendors' formats and fails in their ways."""

from __future__ import annotations

import asyncio
import json
import logging
from decimal import Decimal

import pytest

from newsforge.adapters.writers import BadWriterName, WriterSpec, make_writer
from newsforge.adapters.writers.frame import marks
from newsforge.engine.platforms.registry import get_platform
from newsforge.engine.post import Content
from newsforge.pipeline.errors import WriterFailed
from newsforge.pipeline.ports import Brief
from tests.support.stories import bus_ko
from tests.support.vendor_server import Answer, Cut, Fault, Hang, Raw, Refusal, serving

POST = {
    "paragraphs": ["한빛시가 내년 3월부터 시내버스 요금을 1천500원에서 1천700원으로 200원 올립니다."],
    "hashtags": ["한빛시"],
}
VENDORS = (
    "openai:gpt-5-mini",
    "openai-chat:gpt-5-mini",
    "anthropic:claude-haiku-4-5",
    "google:gemini-2.5-flash",
    "bedrock:eu.anthropic.claude-haiku-4-5-20251001-v1:0",
    "compatible:qwen3",
)


def brief(platform: str = "x", **more) -> Brief:
    given = {"article": bus_ko(), "platform": get_platform(platform), "language": "ko", "budget": 250} | more
    return Brief(**given)


async def failing(writer, *, timeout_s: float = 3.0) -> WriterFailed:
    with pytest.raises(WriterFailed) as caught:
        await writer.write(brief(), timeout_s=timeout_s)
    return caught.value


@pytest.mark.parametrize("name", VENDORS)
async def test_every_vendor_writes(writer_at, name):
    async with serving(Answer(POST)) as server:
        draft = await writer_at(name, server).write(brief(), timeout_s=5)
    assert draft.content.paragraphs == tuple(POST["paragraphs"])
    assert draft.content.hashtags == ("한빛시",)
    assert draft.writer == name
    assert draft.prompt_version == "v1"
    assert (draft.usage.input_tokens, draft.usage.output_tokens, draft.usage.calls) == (420, 90, 1)
    sent = server.requests[0]
    assert sent.key == "key-1"
    assert "only what the article says" in sent.system.lower()
    assert "1천240억원" in sent.user
    limit = ("max_output_tokens", "max_completion_tokens", "max_tokens")
    asked = [sent.body.get(field) for field in limit] + [
        sent.body.get("generationConfig", {}).get("maxOutputTokens"),
        sent.body.get("inferenceConfig", {}).get("maxTokens"),
    ]
    assert any(asked), "a call without a limit asks Anthropic for 64,000 tokens and is streamed"
    assert not sent.body.get("stream")


@pytest.mark.parametrize("platform", ["newsletter", "naver_blog", "push", "lms", "sms"])
async def test_the_answer_has_the_fields_that_the_platform_needs(writer_at, platform):
    post = {
        "paragraphs": ["한빛시가 시내버스 요금을 올린다."],
        "title": "버스 요금 인상",
        "subject": "버스 요금",
        "preheader": "6년 만",
        "hashtags": ["한빛시"],
    }
    async with serving(Answer(post)) as server:
        draft = await writer_at("openai:gpt-5-mini", server).write(brief(platform), timeout_s=5)
    schema = server.requests[0].body["text"]["format"]["schema"]["properties"]
    record = get_platform(platform)
    wanted = {field for field in record.fields if field != "html"} | {"paragraphs"}
    assert set(schema) - {"hashtags"} == wanted
    assert ("hashtags" in schema) == (record.hashtags.habit > 0)
    given = {name for name in ("title", "subject", "preheader") if getattr(draft.content, name)}
    assert given == wanted - {"paragraphs"}


@pytest.mark.parametrize("name", VENDORS)
@pytest.mark.parametrize("status", [401, 403, 404])
async def test_a_wrong_key_or_model_names_its_remedy_and_ends_the_ai_chain(writer_at, name, status):
    async with serving(Fault(status)) as server:
        error = await failing(writer_at(name, server))
    assert not error.may_fall_back
    assert error.remedy
    assert str(status) in error.message
    assert len(server.requests) == 1, "asking again would not mend it"
    assert error.usage.cost_usd == 0


@pytest.mark.parametrize("name", VENDORS)
@pytest.mark.parametrize("status", [500, 502, 503, 529])
async def test_an_outage_is_tried_once_and_may_fall_back(writer_at, name, status):
    async with serving(Fault(status)) as server:
        error = await failing(writer_at(name, server))
    assert error.may_fall_back
    assert len(server.requests) == 1, "the chain retries elsewhere, not the SDK"


@pytest.mark.parametrize("name", VENDORS)
async def test_a_hanging_vendor_is_left_in_time(writer_at, name):
    async with serving(Hang()) as server:
        writer = writer_at(name, server)
        began = asyncio.get_running_loop().time()
        error = await failing(writer, timeout_s=0.4)
        took_s = asyncio.get_running_loop().time() - began
    assert took_s < 1.5
    assert error.may_fall_back
    assert error.usage.cost_usd is None, "the vendor may bill what it never delivered"


@pytest.mark.parametrize("name", VENDORS)
async def test_a_connection_cut_in_the_answer(writer_at, name):
    async with serving(Cut()) as server:
        error = await failing(writer_at(name, server))
    assert error.may_fall_back
    assert error.usage.cost_usd is None


async def test_a_refused_connection_costs_nothing(writer_at):
    async with serving(Hang()) as server:
        pass
    error = await failing(writer_at("openai:gpt-5-mini", server))
    assert error.may_fall_back
    assert "reach" in error.message
    assert error.usage.cost_usd == 0


@pytest.mark.parametrize("name", VENDORS)
async def test_an_answer_cut_off_at_the_token_limit(writer_at, name):
    async with serving(Answer(POST, stop="length")) as server:
        error = await failing(writer_at(name, server))
    assert error.may_fall_back
    assert error.usage.input_tokens >= 420, "a useless answer is billed too"


@pytest.mark.parametrize("name", VENDORS)
async def test_a_refusal(writer_at, name):
    async with serving(Refusal()) as server:
        error = await failing(writer_at(name, server))
    assert error.may_fall_back


@pytest.mark.parametrize("name", VENDORS)
async def test_broken_json_is_asked_for_once_more_and_both_are_billed(writer_at, name):
    async with serving([Raw('{"paragraphs": ["한빛시'), Answer(POST, input_tokens=658)]) as server:
        draft = await writer_at(name, server).write(brief(), timeout_s=5)
    assert draft.content.paragraphs
    assert draft.usage.calls == 2
    assert draft.usage.input_tokens == 420 + 658


@pytest.mark.parametrize("text", ["Sure! Here is your post.", "{}", '{"paragraphs": "no list"}', "[]", ""])
async def test_broken_json_twice_fails_and_is_billed(writer_at, text):
    async with serving(Raw(text)) as server:
        error = await failing(writer_at("openai:gpt-5-mini", server))
    assert error.may_fall_back
    assert error.usage.calls == 2
    assert error.usage.input_tokens == 840
    assert error.usage.cost_usd is not None
    assert error.usage.cost_usd > 0


async def test_the_cost_is_the_public_price_of_every_call(writer_at):
    async with serving([Raw("no"), Answer(POST)]) as server:
        both = await writer_at("openai:gpt-5-mini", server).write(brief(), timeout_s=5)
        one = await writer_at("openai:gpt-5-mini", server).write(brief(), timeout_s=5)
    assert one.usage.cost_usd == Decimal("0.000285")  # 420 in at $0.25, 90 out at $2 a million
    assert both.usage.cost_usd == 2 * one.usage.cost_usd


@pytest.mark.parametrize("name", ["openai:gpt-of-next-year", "compatible:gpt-5-mini"])
async def test_an_unknown_price_is_none_never_zero(writer_at, name):
    async with serving(Answer(POST)) as server:
        draft = await writer_at(name, server).write(brief(), timeout_s=5)
    assert draft.usage.cost_usd is None
    assert draft.usage.input_tokens == 420


async def test_a_throttled_vendor_is_not_called_again_before_its_time(writer_at):
    async with serving([Fault(429, {"retry-after": "20"}), Answer(POST)]) as server:
        writer = writer_at("anthropic:claude-haiku-4-5", server)
        error = await failing(writer)
        again = await failing(writer)
    assert error.may_fall_back
    assert "20 s" in error.message
    assert "again in" in again.message
    assert len(server.requests) == 1


async def test_a_short_retry_after_is_waited_for(writer_at):
    async with serving([Fault(429, {"retry-after": "1"}), Answer(POST)]) as server:
        writer = writer_at("openai:gpt-5-mini", server)
        await failing(writer)
        began = asyncio.get_running_loop().time()
        await writer.write(brief(), timeout_s=5)
        assert asyncio.get_running_loop().time() - began > 0.8


async def test_one_owner_s_throttled_key_does_not_stop_another_s(writer_at):
    async with serving([Fault(429, {"retry-after": "20"}), Answer(POST)]) as server:
        await failing(writer_at("openai:gpt-5-mini", server, owner="workspace-1"))
        draft = await writer_at("openai:gpt-5-mini", server, owner="workspace-2").write(brief(), timeout_s=5)
    assert draft.content.paragraphs


async def test_a_vendor_that_keeps_failing_is_no_longer_called(writer_at):
    async with serving(Fault(500)) as server:
        writer = writer_at("openai:gpt-5-mini", server)
        for _ in range(9):
            await failing(writer)
    assert len(server.requests) == 5


async def test_a_redirect_is_not_followed(writer_at):
    async with serving(Answer(POST)) as other:
        fault = Fault(307, {"location": f"{other.url}/v1/responses"})
        async with serving(fault) as server:
            error = await failing(writer_at("openai:gpt-5-mini", server))
    assert not other.requests, "the key must not travel on"
    assert not error.may_fall_back


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:{port}/v1", "http://localhost:{port}/v1", "http://[::1]:{port}/v1"]
)
async def test_a_private_address_is_called_only_by_the_operator_s_leave(clients, address):
    async with serving(Answer(POST)) as server:
        port = server.url.rpartition(":")[2]
        spec = WriterSpec(name="compatible:m", base_url=address.format(port=port), api_key="k")
        error = await failing(make_writer(spec, clients=clients))
    assert not server.requests
    assert not error.may_fall_back
    assert "operator" in error.remedy


async def test_no_error_shows_the_key_or_the_article(writer_at):
    for behaviour in (Fault(401), Fault(500), Raw("no"), Refusal()):
        async with serving(behaviour) as server:
            writer = writer_at("openai:gpt-5-mini", server, api_key="sk-very-secret")
            error = await failing(writer)
        assert "sk-very-secret" not in f"{error} {error!r} {writer.name} {writer!r}"
        assert "운송 적자" not in str(error)


@pytest.mark.parametrize("name", VENDORS)
async def test_no_log_shows_the_key_or_the_article_even_at_its_most_talkative(writer_at, name, caplog):
    caplog.set_level(logging.DEBUG)
    more = {} if name.startswith("bedrock") else {"api_key": "sk-very-secret"}
    async with serving([Fault(500), Answer(POST)]) as server:
        await failing(writer_at(name, server, **more))
        await writer_at(name, server, **more).write(brief(), timeout_s=5)
    told = "\n".join(f"{record.getMessage()} {record.args} {record.exc_text}" for record in caplog.records)
    for private in ("운송 적자", "sk-very-secret", "secret-1", POST["paragraphs"][0]):
        assert private not in told
        assert json.dumps(private)[1:-1] not in told


async def test_a_rewrite_shows_the_last_draft_and_what_was_wrong(writer_at):
    last = Content(paragraphs=("요금이 300원 오른다.",), hashtags=("한빛시",))
    order = brief(last=last, objections=('"요금이 300원 오른다.": the article says 200원, not 300원.',))
    async with serving(Answer(POST)) as server:
        await writer_at("openai:gpt-5-mini", server).write(order, timeout_s=5)
    user = server.requests[0].user
    assert "<last_draft>요금이 300원 오른다.\n#한빛시</last_draft>" in user
    assert "the article says 200원, not 300원" in user


async def test_an_answer_with_the_canary_is_turned_down(writer_at):
    _, canary = marks(bus_ko())
    async with serving(Answer({"paragraphs": [f"한빛시 {canary}"], "hashtags": []})) as server:
        error = await failing(writer_at("openai:gpt-5-mini", server))
    assert error.may_fall_back
    assert canary not in str(error)


async def test_an_answer_without_text_is_turned_down(writer_at):
    async with serving(Answer({"paragraphs": [" ", "\u200b", "https://evil.example/x"], "hashtags": []})) as server:
        error = await failing(writer_at("openai:gpt-5-mini", server))
    assert "empty" in error.message


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("gpt-5", {"api_key": "k"}),
        ("openai:", {"api_key": "k"}),
        ("acme:model", {"api_key": "k"}),
        ("openai:gpt-5-mini", {}),
        ("compatible:m", {"api_key": "k"}),
        ("bedrock:eu.anthropic.claude-haiku-4-5-20251001-v1:0", {}),
        ("bedrock:m", {"region": "eu-central-1", "base_url": "http://169.254.169.254"}),
    ],
)
def test_what_cannot_work_is_said_before_any_call(name, more):
    with pytest.raises(BadWriterName) as caught:
        make_writer(WriterSpec(name=name, **more))
    assert caught.value.remedy


def test_names_with_colons_and_addresses():
    spec = WriterSpec(name="compatible:qwen3:8b@http://10.0.0.5:11434/v1")
    assert (spec.vendor, spec.model, spec.address) == ("compatible", "qwen3:8b", "http://10.0.0.5:11434/v1")
    spec = WriterSpec(name="bedrock:eu.anthropic.claude-haiku-4-5-20251001-v1:0")
    assert (spec.vendor, spec.model) == ("bedrock", "eu.anthropic.claude-haiku-4-5-20251001-v1:0")


def test_a_key_is_not_in_the_spec_s_repr():
    assert "sk-1" not in repr(WriterSpec(name="openai:m", api_key="sk-1"))
