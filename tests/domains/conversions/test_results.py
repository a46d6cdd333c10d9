"""Equal conversions of several workspaces cost one call of the AI vendor, and the ledger says whose it was."""

import asyncio
from dataclasses import replace
from uuid import uuid4

import pytest
from sqlalchemy import text

from newsforge.domains.conversions.results import CachedResults
from newsforge.domains.conversions.tasks import run_conversion
from newsforge.kit.bell import Bell
from newsforge.kit.cache import Cache
from newsforge.kit.queue.claims import Superseded
from newsforge.kit.valkey import ValkeyConnection
from tests.domains.conversions.test_posts import FACT, Ai
from tests.support.news import KO
from tests.support.tenants import principal_of


@pytest.fixture
async def results(bench, valkey_url):
    async with ValkeyConnection(valkey_url) as connection, Bell(connection) as bell, Cache(connection, bell) as cache:
        yield CachedResults(cache, ttl_s=120)


async def test_fifty_equal_conversions_cost_one_call(bench, results):
    bench.writers.ai["openai:test"] = ai = Ai(FACT)
    tools = replace(bench.tools, results=results)
    salt = f"한빛시는 {uuid4().int % 10_000}번 안내전화를 연다."
    body = {"source": {"text": KO + salt}, "platforms": ["telegram"], "writer": "openai:test"}
    names = []
    for number in range(50):
        name = f"person {number % 5}"
        if name not in bench.principals:
            bench.principals[name] = principal_of(await bench.store.add_workspace())
        async with bench.client(name) as client:
            names.append((name, (await client.post("/conversions", json=body)).json()["id"]))
    claims = [await bench.claim() for _ in range(50)]
    slots = asyncio.Semaphore(10)

    async def run(claim):
        async with slots:
            await run_conversion(claim, tools)

    await asyncio.gather(*map(run, claims))
    assert len(ai.briefs) == 1
    tokens = 0
    for name, conversion_id in names:
        async with bench.client(name) as client:
            done = (await client.get(f"/conversions/{conversion_id}")).json()
        assert done["posts"][0]["status"] == "clean"
        assert done["posts"][0]["writer"] == "openai:test"
        assert done["usage"]["posts"] == 1
        tokens += done["usage"]["input_tokens"]
    assert tokens == 50


async def test_what_a_failing_vendor_left_to_the_embedded_writer_is_not_given_to_others(bench, results):
    from newsforge.pipeline.errors import WriterFailed

    bench.writers.ai["openai:test"] = ai = Ai(WriterFailed("Away."))
    tools = replace(bench.tools, results=results)
    salt = f"한빛시는 {uuid4().int % 10_000}번 안내전화를 연다."
    body = {"source": {"text": KO + salt}, "platforms": ["telegram"], "writer": "openai:test"}
    async with bench.client() as client:
        for _ in range(2):
            await client.post("/conversions", json=body)
            await run_conversion(await bench.claim(), tools)
    assert len(ai.briefs) == 2


async def test_an_attempt_that_is_taken_over_before_it_can_save_leaves_text_and_price_to_the_next(bench, results):
    bench.writers.ai["openai:test"] = ai = Ai(FACT)
    tools = replace(bench.tools, results=results)
    salt = f"한빛시는 {uuid4().int % 10_000}번 안내전화를 연다."
    body = {"source": {"text": KO + salt}, "platforms": ["telegram"], "writer": "openai:test"}
    async with bench.client() as client:
        made = (await client.post("/conversions", json=body)).json()
        lost = await bench.claim()

        class TakenOver:
            """When the text is kept and not yet saved, not while it is checked: an attempt that hears of its end from
            the save of a step before stops where it is."""

            async def get_or_compute(self, key, compute):
                data = await results.get_or_compute(key, compute)
                async with bench.database.write() as session:
                    await session.execute(text("UPDATE jobs SET status = 'queued', run_after = now() WHERE id = :id"),
                                          {"id": lost.job_id})  # fmt: skip
                return data

        with pytest.raises(Superseded):
            await run_conversion(lost, replace(tools, results=TakenOver()))
        await run_conversion(await bench.claim(), tools)
        done = (await client.get(f"/conversions/{made['id']}")).json()
        assert (await client.get("/usage")).json()["used"] == 1
    assert len(ai.briefs) == 1
    assert (done["status"], done["posts"][0]["writer"]) == ("succeeded", "openai:test")
    assert (done["usage"]["calls"], done["usage"]["input_tokens"]) == (1, 50)
