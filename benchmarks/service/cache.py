"""Connection, cache, limits and bell on a real Valkey, beside the libraries that do the same.

Microseconds a call, the least median of several interleaved rounds: the machine is shared, so compare within a run.
``ratio`` is the other's time over ours: above 1 we are quicker. ``x_memory`` is the time over that without any Valkey.
"""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
import tracemalloc
from collections import defaultdict
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from itertools import count
from pathlib import Path
from typing import Any

import cashews
import redis.asyncio
import structlog
import throttled.asyncio as throttled

from newsforge.kit.bell import Bell
from newsforge.kit.cache import Cache
from newsforge.kit.limits import Limiter, Quota
from newsforge.kit.servers.valkey import ValkeyServer
from newsforge.kit.valkey import ValkeyConnection

ROUNDS = 5
CALLS = 400
TOGETHER = 32
VALUE = b"x" * 2300  # a conversion's JSON
#: So large that nothing is refused while it is measured.
QUOTA = Quota(10_000_000, 60)
Call = Callable[[], Awaitable[object]]


def measure() -> dict[str, Any]:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
    with tempfile.TemporaryDirectory() as folder:
        server = ValkeyServer(Path(folder), options={"appendonly": "no"})
        server.start()
        try:
            result = asyncio.run(_measure(server))
        finally:
            server.stop()
    for name, row in result.items():
        print(f"{name:<12}" + "  ".join(f"{key} {value}" for key, value in row.items()))
    return result


async def _measure(server: ValkeyServer) -> dict[str, Any]:
    url = server.url()
    async with AsyncExitStack() as stack:
        connection = await stack.enter_async_context(ValkeyConnection(url, timeout_s=1))
        bell = await stack.enter_async_context(Bell(connection))
        cache = await stack.enter_async_context(Cache(connection, bell))
        limiter = await stack.enter_async_context(Limiter(connection))
        client = redis.asyncio.Redis.from_url(url, protocol=2)
        stack.push_async_callback(client.aclose)
        result = {
            "connection": await _connection(connection, client),
            "cache": await _cache(cache, url),
            "limits": await _limits(limiter, url),
            "bell": await _bell(bell, url),
        }
    result["outage"] = await _outage(server)
    return result


async def _compare(calls: dict[str, Call]) -> dict[str, float]:
    medians: dict[str, list[float]] = defaultdict(list)
    for call in calls.values():
        await call()
    for _ in range(ROUNDS):
        for name, call in calls.items():
            taken = []
            for _ in range(CALLS):
                began = time.perf_counter_ns()
                await call()
                taken.append((time.perf_counter_ns() - began) / 1000)
            medians[name].append(statistics.median(taken))
    return {name: round(min(values), 2) for name, values in medians.items()}


def _time_now(call: Callable[[], object]) -> float:
    """Of a call that does not await, in hundreds: the clock's own time is taken out."""
    taken = []
    for _ in range(ROUNDS * 50):
        began = time.perf_counter_ns()
        for _ in range(100):
            call()
        taken.append((time.perf_counter_ns() - began) / 100_000)
    return round(statistics.median(taken), 3)


async def _cpu(call: Call, calls: int = 4000) -> float:
    """This process's own time a call, waiting left out: rare slow calls count with their weight."""
    began = time.process_time()
    for _ in range(calls):
        await call()
    return round((time.process_time() - began) / calls * 1e6, 2)


def _together(call: Call) -> Call:
    async def all_at_once() -> None:
        await asyncio.gather(*(call() for _ in range(TOGETHER)))

    return all_at_once


async def _connection(connection: ValkeyConnection, client: redis.asyncio.Redis) -> dict[str, float]:
    await connection.execute("SET", "bench", VALUE)

    async def ours() -> object:
        return await connection.execute("GET", "bench")

    async def theirs() -> object:
        return await client.get("bench")

    times = await _compare(
        {
            "get_us": ours,
            "redis_py_get_us": theirs,
            f"get_{TOGETHER}_at_once_us": _together(ours),
            f"redis_py_get_{TOGETHER}_at_once_us": _together(theirs),
        }
    )
    one, other, many, others = times.values()
    return {**times, "ratio": round(other / one, 2), f"ratio_{TOGETHER}_at_once": round(others / many, 2)}


async def _cache(cache: Cache, url: str) -> dict[str, float]:
    await cache.set("hit", VALUE, ttl_s=600)
    await cache.set("shared", VALUE, ttl_s=600)
    serials = count()

    async def compute() -> bytes:
        return VALUE

    async def second_level() -> object:
        cache._memory.drop("shared")  # noqa: SLF001 - another process has put it
        return await cache.get_or_compute("shared", compute, ttl_s=600)

    near, locked, tracked = cashews.Cache(), cashews.Cache(), cashews.Cache()
    near.setup("mem://")
    locked.setup(url, protocol=2, pickle_type="json")
    tracked.setup(url, client_side=True, protocol=2, pickle_type="json")
    text = VALUE.decode()
    for other in (near, locked, tracked):
        await other.set("hit", text, expire=600)

    async def compute_text() -> str:
        return text

    compute_locked: Call = locked(ttl=600, key="one", lock=True)(compute_text)
    times = await _compare(
        {
            "get_hit_us": lambda: cache.get("hit"),
            "get_or_compute_hit_us": lambda: cache.get_or_compute("hit", compute, ttl_s=600),
            "second_level_hit_us": second_level,
            "miss_computed_us": lambda: cache.get_or_compute(f"miss{next(serials)}", compute, ttl_s=600),
            "set_us": lambda: cache.set("written", VALUE, ttl_s=600),
            "cashews_memory_get_us": lambda: near.get("hit"),
            "cashews_client_side_get_us": lambda: tracked.get("hit"),
            "cashews_locked_hit_us": compute_locked,
        }
    )
    for other in (near, locked, tracked):
        await other.close()
    return {
        "peek_us": _time_now(lambda: cache.peek("hit")),
        **times,
        "ratio_first_level": round(times["cashews_client_side_get_us"] / times["get_hit_us"], 2),
        "ratio_locked_hit": round(times["cashews_locked_hit_us"] / times["get_or_compute_hit_us"], 2),
        "ratio_locked_hit_second_level": round(times["cashews_locked_hit_us"] / times["second_level_hit_us"], 2),
    }


async def _limits(limiter: Limiter, url: str) -> dict[str, float]:
    async with ValkeyConnection(None) as none, Limiter(none) as alone:
        serials = count()
        quota = throttled.per_min(10_000_000)
        gcra = throttled.RateLimiterType.GCRA.value
        memory = throttled.Throttled(using=gcra, quota=quota, store=throttled.store.MemoryStore())
        shared = throttled.Throttled(using=gcra, quota=quota, store=throttled.store.RedisStore(server=url))
        times = await _compare(
            {
                "leased_us": lambda: limiter.decide("a", QUOTA),
                "new_key_us": lambda: limiter.decide(f"k{next(serials)}", QUOTA),
                "throttled_memory_us": lambda: memory.limit("a"),
                "throttled_redis_us": lambda: shared.limit("a"),
            }
        )
        now_us = _time_now(lambda: alone.decide_now("a", QUOTA))
        leased_cpu_us = await _cpu(lambda: limiter.decide("b", QUOTA))
        redis_cpu_us = await _cpu(lambda: shared.limit("b"))
        local = 0
        for _ in range(5000):
            if limiter.decide_now("c", QUOTA) is None:
                await limiter.decide("c", QUOTA)
            else:
                local += 1
        tracemalloc.start()
        for n in range(50_000):
            alone.decide_now(f"user:{n:032d}", QUOTA)
        bytes_a_key = tracemalloc.get_traced_memory()[0] / 50_000
        tracemalloc.stop()
    return {
        "decide_now_us": now_us,
        "leased_cpu_us": leased_cpu_us,
        "throttled_redis_cpu_us": redis_cpu_us,
        "local_share": round(local / 5000, 3),
        "bytes_a_key": round(bytes_a_key),
        **times,
        "ratio_memory": round(times["throttled_memory_us"] / now_us, 2),
        "ratio_redis": round(redis_cpu_us / leased_cpu_us, 2),
    }


async def _bell(bell: Bell, url: str) -> dict[str, float]:
    async with (
        ValkeyConnection(url, timeout_s=1) as connection,
        Bell(connection) as other,
        other.subscribe("bench") as heard,
    ):

        async def ring() -> None:
            await bell.publish("bench", b"1")
            await anext(heard)

        return await _compare({"publish_and_hear_us": ring})


async def _outage(server: ValkeyServer) -> dict[str, float]:
    """2,000 requests, each a limit and a cached read that misses the first level."""

    async def serve(url: str | None, strike: Callable[[], None]) -> float:
        async with (
            ValkeyConnection(url) as connection,
            Bell(connection) as bell,
            Cache(connection, bell) as cache,
            Limiter(connection) as limiter,
        ):
            strike()
            began = time.perf_counter()
            for n in range(2000):
                await limiter.decide("a", QUOTA)
                await cache.get(f"k{n}")
            return (time.perf_counter() - began) / 2000 * 1e6

    least = min([await serve(None, lambda: None) for _ in range(ROUNDS)])
    up = await serve(server.url(), lambda: None)
    frozen = await serve(server.url(), server.freeze)
    server.thaw()
    dead = await serve(server.url(), server.kill)
    return {
        "memory_us": round(least, 2),
        "up_us": round(up, 2),
        "frozen_us": round(frozen, 2),
        "dead_us": round(dead, 2),
        "frozen_adds_ms_in_all": round((frozen - least) * 2, 1),
        "dead_x_memory": round(dead / least, 2),
    }
