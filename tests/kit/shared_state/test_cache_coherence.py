"""Readers and writers in three processes' places at random: when all is quiet, nobody holds an old value."""

import asyncio
import random
from uuid import uuid4

import pytest

from tests.kit.shared_state.test_cache import open_cache


@pytest.mark.parametrize("seed", range(4))
async def test_when_all_is_quiet_nobody_holds_an_old_value(valkey_url, seed):
    rng = random.Random(seed)
    rows = dict.fromkeys("abc", b"0")
    space = uuid4().hex

    async def read(key):
        row = rows[key]
        await asyncio.sleep(rng.random() * 0.01)  # the value may be old by the time it is cached
        return row

    async def write(cache, key, value):
        rows[key] = value
        match rng.randrange(3):
            case 0:
                await cache.delete(key)
            case 1:
                await cache.delete_tag(f"tag-{key}")
            case _:
                await cache.delete_tag("all")

    async def act(cache, n):
        await asyncio.sleep(rng.random() * 0.3)
        key = rng.choice("abc")
        if rng.random() < 0.25:
            await write(cache, key, b"%d" % n)
        else:
            await cache.get_or_compute(key, lambda: read(key), ttl_s=60, tags=(f"tag-{key}", "all"))

    async with (
        open_cache(valkey_url, space=space) as one,
        open_cache(valkey_url, space=space) as two,
        open_cache(valkey_url, space=space) as three,
    ):
        caches = (one, two, three)
        for start in range(0, 900, 300):
            await asyncio.gather(*(act(rng.choice(caches), start + n + 1) for n in range(300)))
            await asyncio.sleep(0.1)
            for cache in caches:
                for key, row in rows.items():
                    assert cache.peek(key) in (None, row)
                    assert await cache.get(key) in (None, row)
        assert any(cache.peek(key) for cache in caches for key in rows)
