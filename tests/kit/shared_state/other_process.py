"""Scenes that the tests play in another process; each writes lines that the test reads."""

import asyncio
import sys
import time

import structlog

from newsforge.kit.bell import Bell
from newsforge.kit.cache import Cache
from newsforge.kit.valkey import ValkeyConnection


def say(word) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


async def hear() -> str:
    return (await asyncio.to_thread(sys.stdin.readline)).strip()


async def compute_together(url, key, callers, seconds) -> None:
    """Many callers of one key; says how often this process computed and what they got."""
    computed = 0

    async def compute() -> bytes:
        nonlocal computed
        computed += 1
        await asyncio.sleep(float(seconds))
        return b"value"

    async with ValkeyConnection(url, timeout_s=2) as connection, Bell(connection) as bell, Cache(connection, bell) as c:
        say("ready")
        await hear()
        asked = (c.get_or_compute(key, compute, ttl_s=60) for _ in range(int(callers)))
        values = set(await asyncio.gather(*asked))
        say(f"{computed} {values == {b'value'}}")


async def hold(url, key) -> None:
    """Takes the lock of a key and never finishes."""

    async def compute() -> bytes:
        say("computing")
        await asyncio.sleep(3600)
        return b""

    async with ValkeyConnection(url, timeout_s=2) as connection, Bell(connection) as bell, Cache(connection, bell) as c:
        await c.get_or_compute(key, compute, ttl_s=60, lock_s=0.5)


async def change(url) -> None:
    """Does what it is told: ``set key value``, ``delete key``, ``delete_tag tag``, ``peek key``, ``get key``."""
    async with ValkeyConnection(url, timeout_s=2) as connection, Bell(connection) as bell, Cache(connection, bell) as c:
        say("ready")
        while line := await hear():
            match line.split():
                case ["set", key, value]:
                    await c.set(key, value.encode(), ttl_s=60, tags=("tag",))
                    say("done")
                case ["delete", key]:
                    await c.delete(key)
                    say("done")
                case ["delete_tag", tag]:
                    await c.delete_tag(tag)
                    say("done")
                case ["peek", key]:
                    say(c.peek(key))
                case ["get", key]:
                    say(await c.get(key))


async def hammer(url, key, limit, period_s, seconds) -> None:
    """Asks the limiter as fast as it can; says how many it allowed and how many decisions needed no await."""
    from newsforge.kit.limits import Limiter, Quota

    quota = Quota(limit=int(limit), period_s=float(period_s))
    allowed = asked = local = 0
    async with ValkeyConnection(url, timeout_s=2) as connection, Limiter(connection) as limiter:
        say("ready")
        await hear()
        end = time.monotonic() + float(seconds)
        while time.monotonic() < end:
            decision = limiter.decide_now(key, quota)
            local += decision is not None
            decision = decision or await limiter.decide(key, quota)
            asked += 1
            allowed += decision.allowed
            if asked % 20 == 0:
                await asyncio.sleep(0)
        say(f"{allowed} {asked} {local}")


SCENES = {scene.__name__: scene for scene in (compute_together, hold, change, hammer)}

if __name__ == "__main__":
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    asyncio.run(SCENES[sys.argv[1]](*sys.argv[2:]))
