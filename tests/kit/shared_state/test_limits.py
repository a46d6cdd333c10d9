"""Limits: exact in one process, never exceeded by several together, and there whatever Valkey does."""

import asyncio
import math
import time
from contextlib import asynccontextmanager
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
        assert 55 < decisions[-1].retry_after_s <= 62
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
    assert sum(allowed) == 40


async def test_at_the_end_of_a_process_its_tokens_are_given_back(valkey_url):
    space = uuid4().hex
    async with open_limiter(valkey_url, space=space, lease_s=60) as one:
        for _ in range(60):
            await one.decide("a", MINUTE)
    async with open_limiter(valkey_url, space=space) as two:
        assert sum([(await two.decide("a", MINUTE)).allowed for _ in range(60)]) == 40


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
    assert allowed <= limit * math.ceil(lasted_s / period_s)
    assert allowed >= 0.9 * limit
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
        assert await limiter._connection.execute("EXISTS", "newsforge:window:b") == 1


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
    assert sum(allowed) == 100


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
        assert sum([(await limiter.decide("a", MINUTE)).allowed for _ in range(110)]) == 100


async def test_memory_is_bounded_and_gives_up_the_idle_first():
    clock = Clock()
    async with open_limiter(None, max_keys=100, clock_ns=clock) as limiter:
        limiter.decide_now("busy", MINUTE)
        for n in range(99):
            limiter.decide_now(f"idle{n}", MINUTE)
        clock.ns += 62 * 10**9
        for _ in range(100):
            limiter.decide_now("busy", MINUTE)
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


@pytest.mark.parametrize("arguments", [(0, 60), (1, 0)])
def test_a_quota_without_sense_is_refused(arguments):
    with pytest.raises(ValueError, match="quota"):
        Quota(*arguments)


QUOTAS = st.builds(Quota, st.integers(1, 50), st.sampled_from([0.1, 1.0, 7.0, 60.0]))
STEPS = st.lists(st.tuples(st.floats(0, 1.2), st.integers(1, 8)), max_size=80)


def _most_in_any_period(allowed, period_ns):
    """Windows that begin with a request hold the most."""
    return max(
        (sum(cost for at, cost in allowed if began <= at < began + period_ns) for began, _ in allowed), default=0
    )


@given(QUOTAS, STEPS)
def test_no_period_holds_more_than_the_limit_and_no_refusal_is_without_need(quota, steps):
    clock = Clock()
    limiter = Limiter(ValkeyConnection(None), clock_ns=clock)
    period_ns = round(quota.period_s * 10**9)
    allowed = []
    for wait, cost in steps:
        clock.ns += round(wait * quota.period_s / quota.limit * 10**9)
        decision = limiter.decide_now("a", quota, cost)
        recent = sum(one for at, one in allowed if at > clock.ns - period_ns - quota.slot_ns)
        if decision.allowed:
            allowed.append((clock.ns, cost))
            assert decision.remaining >= quota.limit - recent - cost
            assert decision.retry_after_s == 0
        else:
            assert recent + cost > quota.limit
            assert (decision.retry_after_s == math.inf) == (cost > quota.limit)
        assert 0 <= decision.remaining <= quota.limit
        assert decision.reset_s <= quota.period_s + quota.slot_ns / 10**9
    assert _most_in_any_period(allowed, period_ns) <= quota.limit


@given(QUOTAS, st.lists(st.floats(0, 2), min_size=1, max_size=40))
def test_what_a_refusal_says_is_true(quota, waits):
    clock = Clock()
    limiter = Limiter(ValkeyConnection(None), clock_ns=clock)
    for wait in waits:
        clock.ns += round(wait * quota.period_s / quota.limit * 10**9)
        decision = limiter.decide_now("a", quota)
        if decision.allowed:
            for _ in range(decision.remaining):
                assert limiter.decide_now("a", quota).allowed
        refused = limiter.decide_now("a", quota)
        assert not refused.allowed
        clock.ns += math.ceil(refused.retry_after_s * 10**9) - 2000
        assert not limiter.decide_now("a", quota).allowed
        clock.ns += 4000
        assert limiter.decide_now("a", quota).allowed


async def test_no_period_holds_more_than_the_limit_over_all_processes(valkey_url):
    quota, space, allowed = Quota(30, 1.0), uuid4().hex, []
    async with (
        open_limiter(valkey_url, space=space, lease_s=0.05) as one,
        open_limiter(valkey_url, space=space, lease_s=0.05) as two,
        open_limiter(valkey_url, space=space, lease_s=0.05) as three,
    ):
        began = time.monotonic()
        while time.monotonic() < began + 3.5:
            for limiter in (one, two, three):
                before_ns = time.monotonic_ns()
                if (await limiter.decide("a", quota)).allowed:
                    # Somewhere between these two moments: what is earlier at the end of a window is what matters.
                    allowed.append((before_ns, time.monotonic_ns()))
            await asyncio.sleep(0.002)
    most = max(sum(first <= before and after < first + 10**9 for before, after in allowed) for first, _ in allowed)
    assert most <= quota.limit
    assert len(allowed) > 2.5 * quota.limit
