"""What the other tests stand on: databases of their own, servers that can be hurt, a network that fails."""

import asyncio
import time

import asyncpg
import pytest
import redis.asyncio as redis

from newsforge.kit.servers.standby import pause_replay
from tests.support.fault_proxy import FaultProxy


async def value(url, query):
    connection = await asyncpg.connect(url)
    try:
        return await connection.fetchval(query)
    finally:
        await connection.close()


async def test_the_service_role_is_bound_by_row_level_security(database):
    query = "SELECT rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole FROM pg_roles WHERE rolname = current_user"
    assert await value(database.app_url, query) is False
    assert await value(database.owner_url, query) is False
    assert await value(database.app_url, "SELECT current_user::text") == "newsforge_app"


async def test_the_service_role_cannot_make_tables(fresh_database):
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await value(fresh_database.app_url, "CREATE TABLE mine (a int)")
    await value(fresh_database.owner_url, "CREATE TABLE mine (a int)")


async def test_the_database_is_that_of_the_worker(database, database_url, owner_database_url):
    assert database_url == database.app_url
    assert await value(owner_database_url, "SELECT current_database()::text") == database.name


@pytest.mark.parametrize("turn", [1, 2])
async def test_a_fresh_database_holds_nothing_of_another_test(fresh_database, turn):
    await value(fresh_database.owner_url, "CREATE TABLE leftover (a int)")


async def test_the_servers_sort_and_search_korean(postgres, fresh_database):
    query = "SELECT string_agg(word, '' ORDER BY word) FROM unnest(ARRAY['힣','나','가','다']) AS word"
    assert await value(fresh_database.app_url, query) == "가나다힣"
    await value(fresh_database.owner_url, "CREATE EXTENSION IF NOT EXISTS pg_trgm")
    assert await value(fresh_database.app_url, "SELECT similarity('한국어검색', '한국어 검색')") > 0.3


async def test_valkey_keeps_the_workers_apart(valkey_url):
    async with redis.from_url(valkey_url) as client:
        await client.set("fixtures:key", "value", ex=60)
        assert await client.get("fixtures:key") == b"value"


async def test_a_valkey_of_ones_own_can_be_killed_frozen_and_brought_back(own_valkey):
    url = own_valkey.url()
    async with redis.from_url(url, socket_timeout=0.2, socket_connect_timeout=0.2, retry=None) as client:
        await client.set("kept", "yes")
        own_valkey.freeze()
        with pytest.raises(redis.TimeoutError):
            await client.get("kept")
        own_valkey.thaw()
        assert await client.get("kept") == b"yes"
        await asyncio.sleep(1.2)  # the file is written every second
        own_valkey.kill()
        with pytest.raises(redis.ConnectionError):
            await client.get("kept")
        own_valkey.start()
        assert own_valkey.url() == url
        assert await client.get("kept") == b"yes"


async def test_a_postgres_of_ones_own_recovers_from_a_crash(own_postgres):
    url = own_postgres.url()
    await value(url, "CREATE TABLE kept AS SELECT 1 AS a")
    own_postgres.kill()
    with pytest.raises(OSError):
        await value(url, "SELECT 1")
    own_postgres.start()
    assert own_postgres.url() == url
    assert await value(url, "SELECT a FROM kept") == 1


async def test_a_frozen_postgres_answers_nobody_and_goes_on_after(own_postgres):
    own_postgres.freeze()
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(value(own_postgres.url(), "SELECT 1"), 0.3)
    own_postgres.thaw()
    assert await value(own_postgres.url(), "SELECT 1") == 1


async def until(condition, timeout_s=20):
    end = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < end
        await asyncio.sleep(0.02)


@pytest.mark.xdist_group("replica pair")
async def test_the_standby_shows_what_the_primary_wrote_and_refuses_writes(replica_pair):
    await value(replica_pair.primary_database.owner_url, "CREATE TABLE shown AS SELECT 7 AS a")
    await until(replica_pair.caught_up)
    assert await value(replica_pair.standby_database.owner_url, "SELECT a FROM shown") == 7
    with pytest.raises(asyncpg.ReadOnlySQLTransactionError):
        await value(replica_pair.standby_database.owner_url, "CREATE TABLE refused (a int)")
    pause_replay(replica_pair.standby)
    await value(replica_pair.primary_database.owner_url, "CREATE TABLE unseen (a int)")
    assert not replica_pair.caught_up()
    replica_pair.standby.kill()


@pytest.mark.xdist_group("replica pair")
async def test_the_pair_is_whole_for_the_next_test_whatever_the_one_before_did(replica_pair):
    await value(replica_pair.primary_database.owner_url, "CREATE TABLE again (a int)")
    await until(replica_pair.caught_up)
    assert await value(replica_pair.standby_database.owner_url, "SELECT count(*) FROM again") == 0


async def test_the_proxy_passes_delays_swallows_resets_refuses_and_recovers(own_valkey):
    async with FaultProxy(own_valkey.port) as proxy:
        options = {"socket_timeout": 0.3, "socket_connect_timeout": 0.3, "retry": None}
        async with redis.from_url(proxy.url(own_valkey.url()), **options) as client:
            assert await client.ping()
            proxy.delay(0.05)
            began = time.perf_counter()
            assert await client.ping()
            assert time.perf_counter() - began >= 0.1
            proxy.delay(0)
            proxy.blackhole()
            with pytest.raises(redis.TimeoutError):
                await client.ping()
            await proxy.recover()
            assert await client.ping()
            proxy.reset()
            with pytest.raises(redis.ConnectionError):
                await client.ping()
            assert await client.ping()
            await proxy.refuse()
            with pytest.raises(redis.ConnectionError):
                await client.ping()
            await proxy.recover()
            assert await client.ping()
