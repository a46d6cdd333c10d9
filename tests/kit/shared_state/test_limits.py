"""Limits: exact in one process, never exceeded by several together, and there whatever Valkey does."""

import asyncio
import math
import time
from contextlib import asynccontextmanager
from fractions import Fraction
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsforge.kit.limits import Limiter, Quota
from newsforge.kit.valkey import ValkeyConnection
from tests.kit.shared_state.conftest import until

MINUTE = Quota(100, 60)


class Clock:
    def __init__(self) -> None:
        self.ns = 10**15

    def __call__(self) -> int:
        return self.ns


@asynccontextmanager
async def open_limiter(url, *, timeout_s=2.0, **options):
    async with ValkeyConnection(url, timeout_s=timeout_s) as connection, Limiter(connection, **options) as limiter:
        yield limiter


@pytest.mark.parametrize("place", ["memory", "valkey"])
async def test_request_101_of_100_a_minute_is_refused(place, valkey_url):
    async with open_limiter(valkey_url if place == "valkey" else None, space=uuid4().hex) as limiter:
        decisions = [await limiter.decide("a", MINUTE) for _ in range(101)]
        assert [decision.allowed for decision in decisions] == [True] * 100 + [False]
        assert decisions[-1].remaining == 0
        assert 0 < decisions[-1].retry_after_s <= 0.6
        assert decisions[0].remaining == 99
        assert (await limiter.decide("b", MINUTE)).allowed


@pytest.mark.parametrize("place", ["memory", "valkey"])
async def test_a_hundred_at_once_are_counted_like_a_hundred_in_a_row(place, valkey_url):
    async with open_limiter(valkey_url if place == "valkey" else None, space=uuid4().hex) as limiter:
        decisions = await asyncio.gather(*(limiter.decide("a", MINUTE) for _ in range(150)))
        assert sum(decision.allowed for decision in decisions) == 100


@pytest.mark.parametrize("place", ["memory", "valkey"])
async def test_costs_are_counted(place, valkey_url):
    async with open_limiter(valkey_url if place == "valkey" else None, space=uuid4().hex) as limiter:
        assert [(await limiter.decide("a", MINUTE, cost=30)).allowed for _ in range(4)] == [True] * 3 + [False]
        assert (await limiter.decide("a", MINUTE, cost=10)).allowed
        never = await limiter.decide("a", MINUTE, cost=101)
        assert (never.allowed, never.retry_after_s) == (False, math.inf)


async def test_most_decisions_are_local(valkey_url):
    quota = Quota(1000, 60)
    async with open_limiter(valkey_url, space=uuid4().hex) as limiter:
        local = 0
        for _ in range(1100):
            decision = limiter.decide_now("a", quota)
            local += decision is not None
            await limiter.decide("a", quota) if decision is None else None
    assert local > 1000


async def test_unused_tokens_are_given_back(valkey_url):
    space = uuid4().hex
    async with open_limiter(valkey_url, space=space, lease_s=0.1) as one:
        for _ in range(60):
            await one.decide("a", MINUTE)
        assert one._counts["a"].tokens > 0
        await until(lambda: not one._leased)
        await asyncio.sleep(0.05)
        async with open_limiter(valkey_url, space=space) as two:
            allowed = [(await two.decide("a", MINUTE)).allowed for _ in range(60)]
    assert 39 <= sum(allowed) <= 42  # one or two have come with time


async def test_at_the_end_of_a_process_its_tokens_are_given_back(valkey_url):
    space = uuid4().hex
    async with open_limiter(valkey_url, space=space, lease_s=60) as one:
        for _ in range(60):
            await one.decide("a", MINUTE)
    async with open_limiter(valkey_url, space=space) as two:
        assert sum([(await two.decide("a", MINUTE)).allowed for _ in range(60)]) in (40, 41)


@pytest.mark.parametrize(("limit", "period_s"), [(100, 60.0), (600, 2.0)])
async def test_three_processes_together_do_not_exceed_the_limit(valkey_url, other_process, limit, period_s):
    seconds, key = 1.5, uuid4().hex
    arguments = (valkey_url, key, str(limit), str(period_s), str(seconds))
    others = [other_process("hammer", *arguments) for _ in range(3)]
    assert [await other.line() for other in others] == ["ready"] * 3
    began = time.monotonic()
    for other in others:
        other.say()
    told = [[int(word) for word in (await other.line()).split()] for other in others]
    lasted_s = time.monotonic() - began
    allowed, asked, local = (sum(column) for column in zip(*told, strict=True))
    assert allowed <= limit + lasted_s * limit / period_s
    assert allowed >= 0.8 * (limit + seconds * limit / period_s)
    assert asked > 2 * allowed
    assert local > 0.9 * asked


async def test_dead_at_the_start_then_found(own_valkey):
    own_valkey.kill()
    async with open_limiter(own_valkey.url(), timeout_s=0.05) as limiter:
        assert [limiter.decide_now("a", MINUTE).allowed for _ in range(101)] == [True] * 100 + [False]
        own_valkey.start()
        await until(lambda: limiter._connection.usable)
        assert limiter.decide_now("b", MINUTE) is None
        assert (await limiter.decide("b", MINUTE)).allowed
        assert await limiter._connection.execute("EXISTS", "newsforge:limit:b") == 1


@pytest.mark.parametrize("fault", ["kill", "freeze"])
async def test_a_failing_valkey_hands_nobody_a_second_burst(own_valkey, fault):
    async with open_limiter(own_valkey.url(), timeout_s=0.05) as limiter:
        allowed = [(await limiter.decide("a", MINUTE)).allowed for _ in range(60)]
        getattr(own_valkey, fault)()
        allowed += [(await limiter.decide("a", MINUTE)).allowed for _ in range(60)]
        own_valkey.kill()
        own_valkey.start()
        await until(lambda: limiter._connection.usable)
        allowed += [(await limiter.decide("a", MINUTE)).allowed for _ in range(60)]
        lasted_s = 2
    assert 100 <= sum(allowed) <= 100 + lasted_s / 0.6


async def test_frozen_costs_many_decisions_about_one_time_out(own_valkey):
    async def ask_all(limiter):
        began = time.perf_counter()
        for n in range(1000):
            await limiter.decide(f"k{n}", MINUTE)
        return time.perf_counter() - began

    async with open_limiter(None) as off:
        least = await ask_all(off)
    async with open_limiter(own_valkey.url(), timeout_s=0.05) as limiter:
        own_valkey.freeze()
        assert await ask_all(limiter) < least * 10 + 0.4


async def test_a_full_valkey_is_gone_around(own_valkey):
    async with open_limiter(own_valkey.url()) as limiter:
        await limiter._connection.execute("CONFIG", "SET", "maxmemory", "1")
        assert sum([(await limiter.decide("a", MINUTE)).allowed for _ in range(110)]) in (100, 101)


async def test_memory_is_bounded_and_gives_up_the_idle_first():
    clock = Clock()
    async with open_limiter(None, max_keys=100, clock_ns=clock) as limiter:
        for _ in range(100):
            limiter.decide_now("busy", MINUTE)
        clock.ns += 10**9
        for n in range(99):
            limiter.decide_now(f"idle{n}", MINUTE)
        clock.ns += 10**9
        for n in range(99):
            limiter.decide_now(f"new{n}", MINUTE)
        assert len(limiter) == 100
        assert limiter.decide_now("busy", MINUTE, cost=10).allowed is False
        for n in range(1000):
            limiter.decide_now(f"flood{n}", MINUTE)
        assert len(limiter) == 100


async def test_a_caller_that_gives_up_leaves_no_lease_behind(valkey_url):
    async with open_limiter(valkey_url, space=uuid4().hex) as limiter:
        calls = [asyncio.ensure_future(limiter.decide("a", MINUTE)) for _ in range(10)]
        await asyncio.sleep(0)
        calls[0].cancel()
        decisions = await asyncio.gather(*calls, return_exceptions=True)
        assert all(decision.allowed for decision in decisions[1:])
        assert not limiter._taking


@pytest.mark.parametrize("arguments", [(0, 60), (1, 0), (1, 1, -1)])
def test_a_quota_without_sense_is_refused(arguments):
    with pytest.raises(ValueError, match="quota"):
        Quota(*arguments)


QUOTAS = st.builds(Quota, st.integers(1, 50), st.sampled_from([0.1, 1.0, 7.0, 60.0]), st.integers(0, 20))
STEPS = st.lists(st.tuples(st.integers(0, 3 * 10**9), st.integers(1, 8)), max_size=60)


@given(QUOTAS, STEPS)
def test_it_decides_like_a_bucket_that_fills_evenly(quota, steps):
    clock = Clock()
    limiter = Limiter(ValkeyConnection(None), clock_ns=clock)
    level = Fraction(quota.burst)
    for wait_ns, cost in steps:
        clock.ns += wait_ns
        level = min(Fraction(quota.burst), level + Fraction(wait_ns, quota.interval_ns))
        decision = limiter.decide_now("a", quota, cost)
        assert decision.allowed == (level >= cost)
        if decision.allowed:
            level -= cost
        assert decision.remaining == math.floor(level)
        assert math.isclose(decision.reset_s, float((quota.burst - level) * quota.interval_ns / 10**9), abs_tol=1e-9)
        if not decision.allowed and cost <= quota.burst:
            wait = (cost - level) * quota.interval_ns / 10**9
            assert math.isclose(decision.retry_after_s, float(wait), abs_tol=1e-9)
