"""Two levels, one flight; no process serves what another has deleted."""

import asyncio
import time
from contextlib import asynccontextmanager
from uuid import uuid4

import pytest

from newsforge.kit.bell import Bell
from newsforge.kit.cache import Cache
from newsforge.kit.valkey import ValkeyConnection, WireClosed
from tests.kit.shared_state.conftest import until


@asynccontextmanager
async def open_cache(url, *, timeout_s=2.0, **options):
    async with (
        ValkeyConnection(url, timeout_s=timeout_s) as connection,
        Bell(connection, heartbeat_s=0.1) as bell,
        Cache(connection, bell, **options) as cache,
    ):
        yield cache


@pytest.fixture(params=["memory", "valkey"])
async def cache(request, valkey_url):
    async with open_cache(valkey_url if request.param == "valkey" else None, space=uuid4().hex) as opened:
        yield opened


class Counted:
    def __init__(self, value=b"value", *, wait_s=0.02, fails=0):
        self.value, self.wait_s, self.fails, self.calls = value, wait_s, fails, 0

    async def __call__(self):
        self.calls += 1
        await asyncio.sleep(self.wait_s)
        if self.calls <= self.fails:
            raise RuntimeError("vendor")
        return self.value


async def test_values_come_back_and_go(cache):
    await cache.set("a", b"1", ttl_s=60)
    assert cache.peek("a") == await cache.get("a") == b"1"
    await cache.delete("a")
    assert cache.peek("a") is None
    assert await cache.get("a") is None


async def test_a_value_ends_with_its_time(cache):
    await cache.set("a", b"1", ttl_s=0.05)
    await asyncio.sleep(0.08)
    assert await cache.get("a") is None


async def test_a_tag_takes_its_keys_and_no_other(cache):
    for n in range(1200):
        await cache.set(f"k{n}", b"1", ttl_s=60, tags=("even",) if n % 2 == 0 else ("odd", "all"))
    await cache.delete_tag("even")
    left = [n for n in range(1200) if await cache.get(f"k{n}") is not None]
    assert left == list(range(1, 1200, 2))


async def test_many_callers_compute_once(cache):
    compute = Counted()
    values = await asyncio.gather(*(cache.get_or_compute("a", compute, ttl_s=60) for _ in range(50)))
    assert (compute.calls, set(values)) == (1, {b"value"})
    assert await cache.get_or_compute("a", compute, ttl_s=60) == b"value"
    assert compute.calls == 1


async def test_an_error_reaches_all_who_wait_and_is_not_kept(cache):
    compute = Counted(fails=1)
    outcomes = await asyncio.gather(
        *(cache.get_or_compute("a", compute, ttl_s=60) for _ in range(20)), return_exceptions=True
    )
    assert {str(outcome) for outcome in outcomes} == {"vendor"}
    assert compute.calls == 1
    assert await cache.get_or_compute("a", compute, ttl_s=60) == b"value"


async def test_one_who_gives_up_leaves_the_others_their_value(cache):
    compute = Counted(wait_s=0.1)
    calls = [asyncio.ensure_future(cache.get_or_compute("a", compute, ttl_s=60)) for _ in range(3)]
    await asyncio.sleep(0.03)
    calls[0].cancel()
    assert await asyncio.gather(*calls[1:]) == [b"value"] * 2
    assert compute.calls == 1


async def test_when_all_give_up_the_computation_ends_and_the_lock_is_free(cache):
    compute = Counted(wait_s=30)
    call = asyncio.ensure_future(cache.get_or_compute("a", compute, ttl_s=60, lock_s=20))
    await until(lambda: compute.calls == 1)
    call.cancel()
    await asyncio.gather(call, return_exceptions=True)
    async with asyncio.timeout(5):
        assert await cache.get_or_compute("a", Counted(b"next"), ttl_s=60) == b"next"


async def test_what_was_read_before_a_change_is_not_kept_after_it(cache):
    """The classic: compute reads the old row, the row changes, the key is deleted, compute ends."""
    for change in (cache.delete("a"), cache.delete_tag("t")):
        old = asyncio.ensure_future(cache.get_or_compute("a", Counted(b"old", wait_s=0.2), ttl_s=60, tags=("t",)))
        await asyncio.sleep(0.1)
        await change
        new = await cache.get_or_compute("a", Counted(b"new", wait_s=0.3), ttl_s=60, tags=("t",))
        assert (await old, new) == (b"old", b"new")
        assert await cache.get("a") == b"new"
        await cache.delete("a")


async def test_a_change_in_another_process_spoils_what_is_computed_here(valkey_url):
    space = uuid4().hex
    async with open_cache(valkey_url, space=space) as here, open_cache(valkey_url, space=space) as there:
        for change in (
            lambda: there.delete("a"),
            lambda: there.delete_tag("t"),
            lambda: there.set("a", b"set", ttl_s=60),
        ):
            old = asyncio.ensure_future(here.get_or_compute("a", Counted(b"old", wait_s=0.2), ttl_s=60, tags=("t",)))
            await asyncio.sleep(0.1)
            await change()
            assert await old == b"old"
            assert await here.get("a") != b"old"
            await here.delete("a")


async def _until_told(other, value, within_s=3.0):
    """The bell takes a moment, more on a busy machine."""
    end = time.monotonic() + within_s
    told = None
    while told != repr(value):
        assert time.monotonic() < end, told
        other.say("get k")
        told = await other.line()


async def test_changes_are_seen_by_other_processes(valkey_url, other_process):
    async with open_cache(valkey_url, space="newsforge") as cache:
        other = other_process("change", valkey_url)
        assert await other.line() == "ready"
        for n, change in enumerate(["set k 2", "delete k", "delete_tag tag"] * 5):
            await cache.set("k", b"%d" % n, ttl_s=60, tags=("tag",))
            await _until_told(other, b"%d" % n)
            other.say(change)
            assert await other.line() == "done"
            await until(lambda n=n: cache.peek("k") != b"%d" % n, timeout_s=1)
            assert await cache.get("k") == (b"2" if change.startswith("set") else None)
            await cache.set("k", b"last", ttl_s=60)
            await _until_told(other, b"last")


async def test_three_processes_compute_once(valkey_url, other_process):
    key = uuid4().hex
    others = [other_process("compute_together", valkey_url, key, "50", "0.4") for _ in range(3)]
    assert [await other.line() for other in others] == ["ready"] * 3
    for other in others:
        other.say()
    told = [(await other.line()).split() for other in others]
    assert sum(int(computed) for computed, _ in told) == 1
    assert {right for _, right in told} == {"True"}


async def test_when_the_holder_is_killed_another_takes_over(valkey_url, other_process):
    key = uuid4().hex
    holder = other_process("hold", valkey_url, key)
    assert await holder.line() == "computing"
    async with open_cache(valkey_url, space="newsforge") as cache:
        compute = Counted()
        waiting = asyncio.ensure_future(cache.get_or_compute(key, compute, ttl_s=60, lock_s=0.5))
        await asyncio.sleep(1.0)  # the lock would have ended twice: it is renewed
        assert compute.calls == 0
        holder.kill()
        async with asyncio.timeout(5):
            assert await waiting == b"value"
        assert compute.calls == 1


async def test_when_the_holder_fails_the_others_are_woken_and_try(valkey_url):
    space = uuid4().hex
    async with open_cache(valkey_url, space=space) as here, open_cache(valkey_url, space=space) as there:
        failing = asyncio.ensure_future(here.get_or_compute("a", Counted(fails=1, wait_s=0.1), ttl_s=60, lock_s=30))
        await asyncio.sleep(0.05)
        compute = Counted()
        async with asyncio.timeout(5):
            assert await there.get_or_compute("a", compute, ttl_s=60) == b"value"
        with pytest.raises(RuntimeError):
            await failing
        assert compute.calls == 1


async def test_a_holder_that_lost_its_lock_cannot_fill(own_valkey):
    async with open_cache(own_valkey.url()) as here:
        slow = asyncio.ensure_future(here.get_or_compute("a", Counted(b"old", wait_s=0.2), ttl_s=60))
        await asyncio.sleep(0.1)
        await here._connection.execute("SET", "newsforge:cache:lock:a", "another", "PX", 5000)
        assert await slow == b"old"
        assert await here.get("a") is None


async def test_dead_at_the_start_then_found(own_valkey):
    own_valkey.kill()
    async with open_cache(own_valkey.url(), timeout_s=0.05) as cache:
        compute = Counted()
        await asyncio.gather(*(cache.get_or_compute("a", compute, ttl_s=60) for _ in range(50)))
        assert compute.calls == 1
        await cache.set("b", b"1", ttl_s=60)
        assert await cache.get("b") == b"1"
        own_valkey.start()
        await until(lambda: cache._sharing and cache._bell.hears_others)
        await cache.set("c", b"2", ttl_s=60)
        assert await cache._connection.execute("GET", "newsforge:cache:value:c") == b"2"


async def test_killed_and_back_in_flight(own_valkey):
    async with open_cache(own_valkey.url(), timeout_s=0.05) as cache:
        await cache.set("mutable", b"1", ttl_s=60)
        await cache.set("immutable", b"1", ttl_s=60, immutable=True)
        compute = Counted(wait_s=0.2)
        flying = [asyncio.ensure_future(cache.get_or_compute("a", compute, ttl_s=60)) for _ in range(20)]
        await until(lambda: compute.calls == 1)
        own_valkey.kill()
        assert set(await asyncio.gather(*flying)) == {b"value"}
        assert compute.calls == 1
        assert cache.peek("mutable") is None
        assert cache.peek("immutable") == b"1"
        own_valkey.start()
        await until(lambda: cache._sharing)
        assert await cache.get_or_compute("b", Counted(), ttl_s=60) == b"value"


async def test_in_an_outage_copies_that_can_become_stale_are_kept_for_a_moment_only(own_valkey):
    async with open_cache(own_valkey.url(), timeout_s=0.05, outage_ttl_s=0.2) as cache:
        own_valkey.kill()
        await until(lambda: not cache._sharing and not cache._bell.hears_others)
        await cache.set("mutable", b"1", ttl_s=60)
        await cache.set("immutable", b"1", ttl_s=60, immutable=True)
        assert cache.peek("mutable") == b"1"
        await asyncio.sleep(0.25)
        assert cache.peek("mutable") is None
        assert cache.peek("immutable") == b"1"


async def test_without_the_pushing_socket_nothing_stale_is_served_for_long(own_valkey):
    async with open_cache(own_valkey.url(), outage_ttl_s=0.2) as here, open_cache(own_valkey.url()) as there:
        await here.set("a", b"old", ttl_s=60)

        async def refuse(**_):
            raise WireClosed

        here._connection.open_wire = refuse  # it can never be opened again
        await there._connection.execute("CLIENT", "KILL", "TYPE", "pubsub")
        await until(lambda: not here._bell.hears_others)
        await there.set("a", b"new", ttl_s=60)
        assert await here.get("a") == b"new"
        await there.set("a", b"newest", ttl_s=60)
        await asyncio.sleep(0.25)
        assert await here.get("a") == b"newest"


@pytest.mark.parametrize("fault", ["freeze", "overflow", "tag"])
async def test_what_was_deleted_in_an_outage_does_not_come_back_with_valkey(own_valkey, fault):
    async with open_cache(own_valkey.url(), timeout_s=0.05) as cache:
        await cache.set("a", b"deleted", ttl_s=60, tags=("t",))
        if fault == "overflow":
            cache._debts._most = 3
        own_valkey.freeze()
        for n in range(10):
            await cache.delete(f"other{n}")
        await (cache.delete_tag("t") if fault == "tag" else cache.delete("a"))
        assert await cache.get("a") is None
        own_valkey.thaw()
        await until(lambda: cache._connection.usable)
        assert await cache.get("a") is None
        await until(lambda: cache._sharing)
        assert await cache.get("a") is None


async def test_a_full_valkey_is_gone_around(own_valkey):
    async with open_cache(own_valkey.url()) as cache:
        await cache._connection.execute("CONFIG", "SET", "maxmemory", "1")
        assert await cache.get_or_compute("a", Counted(), ttl_s=60) == b"value"
        await cache.set("b", b"1", ttl_s=60)
        assert cache.peek("b") == b"1"


async def test_frozen_costs_many_reads_about_one_time_out(own_valkey):
    async def read_all(cache):
        began = time.perf_counter()
        for n in range(1000):
            await cache.get(f"k{n}")
        return time.perf_counter() - began

    async with open_cache(None) as off:
        least = await read_all(off)
    async with open_cache(own_valkey.url(), timeout_s=0.05) as cache:
        own_valkey.freeze()
        assert await read_all(cache) < least * 10 + 0.4


async def test_a_key_with_a_separator_is_refused(cache):
    with pytest.raises(ValueError, match="NUL"):
        await cache.set("a\0b", b"", ttl_s=1)


async def test_what_was_computed_from_before_a_change_is_given_but_not_kept(cache):
    old = asyncio.ensure_future(cache.get_or_compute("a", Counted(b"old", wait_s=0.1), ttl_s=60))
    await asyncio.sleep(0.05)
    await cache.delete("a")
    assert await old == b"old"
    assert cache.peek("a") is None
    assert await cache.get("a") is None


@pytest.mark.parametrize("read", ["get", "set", "get_or_compute"])
async def test_a_value_that_changes_on_its_way_into_memory_is_not_kept(valkey_url, read):
    """The answer of Valkey comes by one socket, the word of a change by another: either may be first."""
    space = uuid4().hex
    async with open_cache(valkey_url, space=space) as here, open_cache(valkey_url, space=space) as there:
        await there.set("a", b"old", ttl_s=60)
        await asyncio.sleep(0.05)
        run = here._connection.run

        async def answer_late(*arguments):
            answer = await run(*arguments)
            here._connection.run = run
            await there.set("a", b"new", ttl_s=60)
            await asyncio.sleep(0.05)
            return answer

        here._connection.run = answer_late
        match read:
            case "get":
                assert await here.get("a") == b"old"
            case "set":
                await here.set("a", b"mine", ttl_s=60)
            case _:
                assert await here.get_or_compute("a", Counted(), ttl_s=60) == b"old"
        assert here.peek("a") is None
        assert await here.get("a") == b"new"
