"""The primary alone: transactions at the edge, lost connections, a full pool, a feed."""

import asyncio

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from newsforge.kit.db.database import DatabaseBusy, DatabaseOptions, open_database
from newsforge.kit.db.feed import TableFeed
from newsforge.kit.db.migrations import current_revision, head_revision, upgrade
from newsforge.kit.db.server import DatabaseUnreachable
from newsforge.kit.db.urls import BadDatabaseAddress, driver_url
from newsforge.kit.ids import new_id

COUNT = text("SELECT count(*) FROM workspace_register")
ADD = text("INSERT INTO workspace_register (id) VALUES (:id)")


@pytest.fixture
async def database(fresh_database_url):
    async with open_database(DatabaseOptions(primary=fresh_database_url, pool_size=2, pool_timeout_s=0.3)) as opened:
        yield opened


async def test_a_block_that_ends_is_committed_and_one_that_raises_is_not(database):
    async with database.write() as session:
        await session.execute(ADD, {"id": new_id()})
    with pytest.raises(ZeroDivisionError):
        async with database.write() as session:
            await session.execute(ADD, {"id": new_id()})
            raise ZeroDivisionError
    async with database.read() as session:
        assert await session.scalar(COUNT) == 1


async def test_a_read_cannot_write(database):
    with pytest.raises(DBAPIError, match="read-only"):
        async with database.read() as session:
            await session.execute(ADD, {"id": new_id()})


async def test_connections_that_the_server_has_dropped_are_replaced_unseen(database, fresh_database):
    async def hold():
        async with database.read() as session:
            await session.scalar(text("SELECT pg_sleep(0.05)"))

    await asyncio.gather(hold(), hold())
    async with open_database(DatabaseOptions(primary=fresh_database.admin_url)) as other, other.write() as session:
        await session.execute(text("RESET ROLE"))
        killed = await session.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE application_name = 'newsforge' AND pid <> pg_backend_pid() AND datname = current_database()"
            )
        )
        assert len(killed.all()) >= 2
    for _ in range(4):
        async with database.write() as session:
            await session.execute(ADD, {"id": new_id()})
    async with database.read() as session:
        assert await session.scalar(COUNT) == 4


async def test_a_full_pool_is_busy_and_says_so(database):
    async with database.read(), database.read():
        with pytest.raises(DatabaseBusy, match="busy"):
            async with database.read():
                pass
    async with database.read() as session:
        assert await session.scalar(text("SELECT 1")) == 1


async def test_a_statement_that_never_ends_is_ended(fresh_database_url):
    options = DatabaseOptions(primary=fresh_database_url, statement_timeout_s=0.2)
    async with open_database(options) as database:
        with pytest.raises(DatabaseBusy, match="busy"):
            async with database.read() as session:
                await session.execute(text("SELECT pg_sleep(5)"))


async def test_an_error_shows_no_value_that_was_sent(database):
    with pytest.raises(DBAPIError) as caught:
        async with database.write() as session:
            await session.execute(text("SELECT CAST(:value AS int)"), {"value": "planted-secret"})
    assert "planted-secret" not in str(caught.value).replace(str(caught.value.orig), "")


async def test_a_server_that_is_not_there_is_one_clear_error():
    with pytest.raises(DatabaseUnreachable, match=r"127\.0\.0\.1:9 does not answer.*NEWSFORGE_DATABASE_URL") as caught:
        async with open_database(DatabaseOptions(primary="postgresql://me:hidden@127.0.0.1:9/x")):
            pass
    assert "hidden" not in str(caught.value)


@pytest.mark.parametrize("address", ["", "mysql://a@b/c", "nonsense", "postgresql//x"])
def test_an_address_of_something_else_is_refused_without_being_shown(address):
    with pytest.raises(BadDatabaseAddress):
        driver_url(address)


async def test_upgrading_again_and_at_once_does_no_harm(fresh_database):
    await asyncio.gather(*(upgrade(fresh_database.owner_url) for _ in range(3)))
    assert await current_revision(fresh_database.owner_url) == head_revision()


@pytest.fixture
def signing_keys_feed(fresh_database_url):
    heard = []
    query = "SELECT id, kind FROM revocations WHERE id > $1 ORDER BY id"
    return heard, TableFeed(fresh_database_url, channel="revoked", query=query, on_rows=heard.extend)


REVOKE = text("INSERT INTO revocations (kind, subject_id, expires_at) VALUES ('user', :id, now() + interval '1 hour')")


async def _until(condition, within_s=10.0):
    async with asyncio.timeout(within_s):
        while not condition():
            await asyncio.sleep(0.01)


async def test_a_feed_hears_rows_with_a_notification_and_without(database, signing_keys_feed):
    heard, feed = signing_keys_feed
    async with feed.running():
        assert feed.is_fresh(2)
        async with database.write() as session:
            await session.execute(REVOKE, {"id": new_id()})
            await session.execute(text("SELECT pg_notify('revoked', '')"))
        await _until(lambda: len({row["id"] for row in heard}) == 1)
        async with database.write() as session:
            await session.execute(REVOKE, {"id": new_id()})
        await _until(lambda: len({row["id"] for row in heard}) == 2)


async def test_a_feed_hears_a_row_that_became_visible_after_a_later_one(database, signing_keys_feed):
    heard, feed = signing_keys_feed
    async with feed.running():
        async with database.write() as early:
            await early.execute(REVOKE, {"id": new_id()})
            async with database.write() as late:
                await late.execute(REVOKE, {"id": new_id()})
            await _until(lambda: len({row["id"] for row in heard}) == 1)
        await _until(lambda: len({row["id"] for row in heard}) == 2)


async def test_a_feed_whose_connection_was_cut_says_that_it_is_behind_and_catches_up(database, own_postgres, tmp_path):
    heard = []
    feed = TableFeed(
        own_postgres.url(), channel="c", query="SELECT 1::bigint AS id WHERE $1::bigint < 1", on_rows=heard.extend
    )
    async with feed.running():
        await _until(lambda: heard)
        own_postgres.kill()
        await _until(lambda: not feed.is_fresh(0.9))
        own_postgres.start()
        await _until(lambda: feed.is_fresh(0.9), within_s=30)
