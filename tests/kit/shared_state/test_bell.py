"""Rings are heard within a process and by others; whoever may have missed one is told."""

import asyncio
from contextlib import asynccontextmanager
from uuid import uuid4

from newsforge.kit.bell import Bell, Ring
from newsforge.kit.valkey import ValkeyConnection
from tests.kit.shared_state.conftest import until

MISSED = Ring(b"", missed=True)


@asynccontextmanager
async def bells(url, count=2, **options):
    connections = [ValkeyConnection(url) for _ in range(count)]
    space = uuid4().hex  # another run may ring on the same Valkey
    rung = [Bell(connection, space=space, heartbeat_s=0.1, **options) for connection in connections]
    for connection, bell in zip(connections, rung, strict=True):
        await connection.start()
        await bell.__aenter__()
    try:
        yield rung
    finally:
        for connection, bell in zip(connections, rung, strict=True):
            await bell.aclose()
            await connection.aclose()


async def drain(subscription, *, timeout_s=0.3):
    rings = []
    while (ring := await subscription.next(timeout_s=timeout_s)) is not None:
        rings.append(ring)
    return rings


async def test_without_valkey_it_rings_within_the_process():
    async with bells(None, count=1) as [bell], bell.subscribe("a") as one, bell.subscribe("a") as two:
        await bell.publish("a", b"1")
        await bell.publish("b", b"2")
        assert await drain(one, timeout_s=0.01) == await drain(two, timeout_s=0.01) == [Ring(b"1")]


async def test_others_hear_it_once_and_so_does_the_ringer(valkey_url):
    async with bells(valkey_url) as [here, there], here.subscribe("a") as near, there.subscribe("a") as far:
        for n in range(50):
            await here.publish("a", b"%d" % n)
        assert await drain(far) == await drain(near) == [Ring(b"%d" % n) for n in range(50)]


async def test_a_topic_is_heard_from_the_moment_it_is_entered(valkey_url):
    async with bells(valkey_url) as [here, there]:
        for n in range(30):
            async with there.subscribe(f"t{n}") as far:
                await here.publish(f"t{n}", b"x")
                assert await far.next(timeout_s=5) == Ring(b"x")


async def test_what_is_left_is_no_longer_heard(valkey_url):
    async with bells(valkey_url) as [here, there]:
        async with there.subscribe("a") as far, there.subscribe("a") as other:
            pass
        async with there.subscribe("a") as again:
            await here.publish("a", b"x")
            assert await again.next(timeout_s=5) == Ring(b"x")
        assert await drain(far, timeout_s=0.01) == await drain(other, timeout_s=0.01) == []


async def test_a_slow_reader_gets_one_mark_instead_of_a_flood():
    async with bells(None, count=1, most_rings=10) as [bell], bell.subscribe("a") as slow:
        for n in range(25):
            await bell.publish("a", b"%d" % n)
        rings = await drain(slow, timeout_s=0.01)
    assert rings[0] == MISSED
    assert len(rings) <= 11
    assert rings[-1] == Ring(b"24")


async def test_killed_and_back_in_flight(own_valkey):
    async with bells(own_valkey.url()) as [here, there], there.subscribe("a") as far:
        assert here.hears_others
        own_valkey.kill()
        await until(lambda: not there.hears_others)
        await here.publish("a", b"lost")
        own_valkey.start()
        assert await far.next(timeout_s=10) == MISSED
        await until(lambda: here.hears_others)
        await here.publish("a", b"heard")
        assert await far.next(timeout_s=5) == Ring(b"heard")


async def test_after_the_mark_nothing_is_lost(own_valkey):
    """The other end rings all the time: from the mark on there is no gap."""
    async with bells(own_valkey.url()) as [here, there], there.subscribe("a") as far:
        for _ in range(5):
            await here._connection.execute("CLIENT", "KILL", "TYPE", "pubsub")
            await until(lambda: not there.hears_others)
            n = 0
            while MISSED not in far._rings:
                n += 1
                await here.publish("a", b"%d" % n)
            await here.publish("a", b"%d" % (n + 1))
            rings = await drain(far)
            assert rings.count(MISSED) == 1
            heard = [int(ring.data) for ring in rings if ring != MISSED]
            assert heard == list(range(heard[0], n + 2))  # some may come before the mark, none is missing after it


async def test_frozen_is_noticed_by_silence(own_valkey):
    async with bells(own_valkey.url(), count=1) as [bell], bell.subscribe("a") as one:
        own_valkey.freeze()
        await until(lambda: not bell.hears_others, timeout_s=5)
        await bell.publish("a", b"near")
        assert await one.next(timeout_s=1) == Ring(b"near")
        own_valkey.thaw()
        assert await one.next(timeout_s=10) == MISSED
        assert bell.hears_others


async def test_dead_at_the_start_then_found(own_valkey):
    own_valkey.kill()
    async with bells(own_valkey.url()) as [here, there], there.subscribe("a") as far:
        own_valkey.start()
        assert await far.next(timeout_s=10) == MISSED
        await until(lambda: here._connection.usable)
        await here.publish("a", b"x")
        assert await far.next(timeout_s=5) == Ring(b"x")


async def test_all_subscribers_share_one_socket(own_valkey):
    async with bells(own_valkey.url(), count=1) as [bell]:
        async with asyncio.timeout(20):
            entered = [bell.subscribe(f"t{n % 10}") for n in range(100)]
            for one in entered:
                await one.__aenter__()
            clients = (await bell._connection.execute("CLIENT", "LIST")).decode().splitlines()
            for one in entered:
                await one.__aexit__(None, None, None)
    assert len(clients) == 2
