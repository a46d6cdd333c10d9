"""The connection: quick while Valkey is there, free of charge while it is not."""

import asyncio
import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsforge.kit.valkey import ReplyError, Script, ValkeyConnection, ValkeyDown
from newsforge.kit.valkey.address import BadValkeyUrl, read_address
from tests.kit.shared_state.conftest import until

CALLS = 2000


async def time_calls(connection) -> float:
    """Seconds of many failing calls in a row."""
    began = time.perf_counter()
    for _ in range(CALLS):
        with pytest.raises(ValkeyDown):
            await connection.execute("GET", "a")
    return time.perf_counter() - began


async def test_commands_of_many_tasks_get_their_own_answers(valkey_url):
    async with ValkeyConnection(valkey_url, timeout_s=5) as connection:
        await asyncio.gather(*(connection.execute("SET", f"echo:{n}", n) for n in range(500)))
        answers = await asyncio.gather(*(connection.execute("GET", f"echo:{n}") for n in range(500)))
    assert answers == [str(n).encode() for n in range(500)]


async def test_a_caller_that_gives_up_does_not_shift_the_answers_of_others(valkey_url):
    async with ValkeyConnection(valkey_url, timeout_s=5) as connection:
        tasks = [asyncio.ensure_future(connection.execute("ECHO", n)) for n in range(100)]
        await asyncio.sleep(0)
        for task in tasks[::3]:
            task.cancel()
        answers = await asyncio.gather(*tasks, return_exceptions=True)
        assert await connection.execute("ECHO", "last") == b"last"
    for n, answer in enumerate(answers):
        assert isinstance(answer, asyncio.CancelledError) if n % 3 == 0 else answer == str(n).encode()


async def test_a_mistake_of_ours_is_an_error_and_no_outage(valkey_url):
    async with ValkeyConnection(valkey_url, timeout_s=5) as connection:
        with pytest.raises(ReplyError, match="unknown command"):
            await connection.execute("NONSENSE")
        assert connection.usable


async def test_a_script_is_sent_once_and_then_known(own_valkey):
    async with ValkeyConnection(own_valkey.url(), timeout_s=5) as connection:
        script = Script("return {KEYS[1], ARGV[1]}")
        for _ in range(3):
            assert await connection.run(script, ("k",), "v") == [b"k", b"v"]
        stats = (await connection.execute("INFO", "commandstats")).decode()
        assert "cmdstat_eval:calls=1" in stats
        assert (await connection.state()).state == "up"


async def test_without_an_address_it_is_off():
    async with ValkeyConnection(None) as connection:
        assert not connection.configured
        with pytest.raises(ValkeyDown):
            await connection.execute("PING")
        health = await connection.state()
    assert (health.state, health.latency_ms) == ("off", None)


async def test_dead_at_the_start_then_found(own_valkey):
    own_valkey.kill()
    async with ValkeyConnection(own_valkey.url()) as connection:
        assert (await connection.state()).state == "degraded"
        own_valkey.start()
        await until(lambda: connection.usable)
        assert await connection.execute("PING") == b"PONG"
        health = await connection.state()
    assert health.state == "up"
    assert health.latency_ms > 0


async def test_killed_and_back_in_flight(own_valkey):
    async with ValkeyConnection(own_valkey.url()) as connection:
        own_valkey.kill()
        with pytest.raises(ValkeyDown):
            await connection.execute("GET", "a")
        since = (await connection.state()).since
        await asyncio.sleep(0.1)
        assert (await connection.state()).since == since
        own_valkey.start()
        await until(lambda: connection.usable)
        assert await connection.execute("GET", "a") is None


async def test_a_death_is_seen_without_a_call(own_valkey):
    async with ValkeyConnection(own_valkey.url()) as connection:
        own_valkey.kill()
        await until(lambda: not connection.usable)


async def test_dead_or_frozen_costs_about_as_little_as_none(own_valkey):
    async with ValkeyConnection(None) as off:
        least = await time_calls(off)
    async with ValkeyConnection(own_valkey.url()) as connection:
        own_valkey.freeze()
        frozen = await time_calls(connection)
        own_valkey.kill()
        dead = await time_calls(connection)
    assert frozen < least * 5 + 0.5  # one time-out of 50 ms in all, and generous room for a busy machine
    assert dead < least * 5 + 0.3


async def test_the_first_time_out_ends_the_waiting_of_all(own_valkey):
    async with ValkeyConnection(own_valkey.url(), timeout_s=0.3) as connection:
        own_valkey.freeze()
        first = asyncio.ensure_future(connection.execute("GET", "a"))
        await asyncio.sleep(0.2)
        began = time.perf_counter()
        with pytest.raises(ValkeyDown):
            await connection.execute("GET", "b")
        assert time.perf_counter() - began < 0.28
        with pytest.raises(ValkeyDown):
            await first
        own_valkey.thaw()
        await until(lambda: connection.usable)
        assert await connection.execute("ECHO", "c") == b"c"


async def test_a_loop_that_was_held_up_does_not_blame_valkey(valkey_url):
    async with ValkeyConnection(valkey_url, timeout_s=0.02) as connection:
        call = asyncio.ensure_future(connection.execute("ECHO", "a"))
        await asyncio.sleep(0)
        time.sleep(0.1)  # noqa: ASYNC251 - that is the point
        assert await call == b"a"
        assert connection.usable


async def test_a_replica_that_refuses_writes_is_left(own_valkey):
    async with ValkeyConnection(own_valkey.url()) as connection:
        await connection.execute("REPLICAOF", "127.0.0.1", "1")
        with pytest.raises(ValkeyDown, match="READONLY"):
            await connection.execute("SET", "a", 1)
        await until(lambda: connection.usable)
        await connection.execute("REPLICAOF", "NO", "ONE")
        assert await connection.execute("SET", "a", 1) == b"OK"


async def test_a_full_memory_is_no_outage(own_valkey):
    async with ValkeyConnection(own_valkey.url()) as connection:
        await connection.execute("CONFIG", "SET", "maxmemory", "1")
        with pytest.raises(ValkeyDown, match="OOM"):
            await connection.execute("SET", "a", 1)
        assert connection.usable


async def test_a_password_and_a_database(own_valkey):
    async with ValkeyConnection(own_valkey.url()) as connection:
        await connection.execute("CONFIG", "SET", "requirepass", "p@ss")
    async with ValkeyConnection(f"redis://:p%40ss@127.0.0.1:{own_valkey.port}/3") as connection:
        await connection.execute("SET", "a", 1)
        assert b"db=3" in await connection.execute("CLIENT", "INFO")
    async with ValkeyConnection(own_valkey.url()) as connection:
        assert not connection.usable


@pytest.mark.parametrize("url", ["http://h", "redis://", "redis://h/x", "redis://h:99999", "nonsense"])
def test_a_bad_address_is_refused_without_repeating_it(url):
    with pytest.raises(BadValkeyUrl) as caught:
        read_address(url.replace("//h", "//u:secret@h"))
    assert "secret" not in str(caught.value)


def test_addresses_are_read():
    tls = read_address("rediss://user:p%2Fw@cache.example:6380/2")
    assert (tls.host, tls.port, tls.database, tls.tls) == ("cache.example", 6380, 2, True)
    assert tls.greeting() == [("AUTH", "user", "p/w"), ("SELECT", 2)]
    assert "p/w" not in repr(tls)
    assert read_address("unix:///tmp/v.sock?db=1").path == "/tmp/v.sock"


@given(st.text(st.characters(max_codepoint=0x2FF)))
def test_any_text_is_an_address_or_a_bad_one(text):
    with contextlib.suppress(BadValkeyUrl):
        read_address(text)
