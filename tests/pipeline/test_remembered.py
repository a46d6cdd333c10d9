"""Equal orders are written once; what went wrong is never given to anybody else."""

import asyncio
from dataclasses import replace

import pytest

from newsforge.engine.platforms.registry import get_platform
from newsforge.pipeline.conversion import convert
from newsforge.pipeline.errors import WriterFailed
from newsforge.pipeline.remembered import Memory
from tests.support.scripted import COST, GOOD, WRONG, Scripted, embedded
from tests.support.stories import bus_ko


class DictStore:
    """One flight a key, in memory; what may not be kept is computed by everybody for themselves."""

    def __init__(self) -> None:
        self.kept = {}
        self.flights = {}

    async def get_or_compute(self, key, compute):
        if key in self.kept:
            return self.kept[key]
        if (flight := self.flights.get(key)) is not None:
            computed = await asyncio.shield(flight)
            return computed.data if computed.is_kept else (await compute()).data
        self.flights[key] = flight = asyncio.ensure_future(compute())
        try:
            computed = await flight
        finally:
            del self.flights[key]
        if computed.is_kept:
            self.kept[key] = computed.data
        return computed.data


async def run(memory, writers, **wishes):
    platforms = [get_platform("telegram")]
    return (await convert(wishes.pop("article", bus_ko()), platforms, writers, memory=memory, **wishes)).results[0]


@pytest.fixture
def memory():
    return Memory(store=DictStore(), identity="operator/v1", payer="first")


async def test_fifty_equal_orders_cost_one_call(memory):
    writer = Scripted(0.05)
    orders = (run(replace(memory, payer=f"payer {number}"), [writer, embedded()]) for number in range(50))
    results = await asyncio.gather(*orders)
    assert len(writer.briefs) == 1
    assert {result.post for result in results} == {results[0].post}
    assert sum(result.usage.calls for result in results) == COST.calls


async def test_who_paid_and_lost_the_answer_finds_it_with_its_price(memory):
    writer = Scripted(GOOD)
    paid = await run(memory, [writer])
    other = await run(replace(memory, payer="second"), [writer])
    again = await run(memory, [writer])
    assert len(writer.briefs) == 1
    assert (again.usage, other.usage.calls) == (paid.usage, 0)
    assert again.usage == COST


@pytest.mark.parametrize(
    "wishes",
    [
        {"tone": "formal"},
        {"length": "short"},
        {"instruction": "Shorter."},
        {"disclosure": "none"},
        {"link": "https://news.example/1"},
        {"article": replace(bus_ko(), title="다른 제목")},
    ],
    ids=str,
)
async def test_another_wish_is_another_order(memory, wishes):
    writer = Scripted(GOOD)
    await run(memory, [writer])
    await run(memory, [writer], **wishes)
    await run(replace(memory, identity="workspace-2/v1"), [writer])
    assert len(writer.briefs) == 3


@pytest.mark.parametrize("answer", [WRONG, WriterFailed("No.")], ids=["unsupported", "failed"])
@pytest.mark.parametrize("behind", [(), (GOOD,)], ids=["alone", "embedded behind"])
async def test_failures_and_fallbacks_after_them_are_not_remembered(memory, answer, behind):
    writers = [Scripted(answer), *([embedded(*behind)] if behind else [])]
    await run(memory, writers)
    kept = bool(memory.store.kept)
    # A draft that the checks turned down is no failure of the vendor: what was accepted instead may be kept.
    assert kept == (answer == WRONG and bool(behind))


class Broken:
    async def get_or_compute(self, key, compute):
        raise ConnectionError


class BreaksLate:
    async def get_or_compute(self, key, compute):
        await compute()
        raise TimeoutError


@pytest.mark.parametrize("store", [Broken(), BreaksLate()])
async def test_a_broken_store_costs_nobody_a_post(store):
    writer = Scripted(GOOD)
    assert (await run(Memory(store=store, identity="", payer=""), [writer])).status == "clean"
    assert len(writer.briefs) == 1


async def test_who_waits_for_another_has_the_embedded_writers_share_of_the_time_left():
    class Stuck:
        async def get_or_compute(self, key, compute):
            await asyncio.sleep(60)

    result = await run(Memory(store=Stuck(), identity="", payer=""), [embedded()], deadline_s=2.0)
    assert (result.status, result.writer) == ("clean", "embedded")


async def test_results_are_delivered_as_they_come():
    seen = []
    writers = [Scripted(0.0, 0.2)]
    platforms = [get_platform(name) for name in ("telegram", "slack")]
    conversion = await convert(bus_ko(), platforms, writers, on_result=seen.append)
    assert set(map(id, seen)) == set(map(id, conversion.results))
