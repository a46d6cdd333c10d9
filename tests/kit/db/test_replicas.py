"""Reads on a real streaming pair: whoever has written sees it, whatever the replica's state."""

import asyncio

import pytest
from sqlalchemy import text

from newsforge.kit.db.database import DatabaseOptions, open_database
from newsforge.kit.ids import new_id
from newsforge.kit.servers.standby import pause_replay, resume_replay

COUNT = text("SELECT count(*) FROM workspace_register WHERE id = :id")
ADD = text("INSERT INTO workspace_register (id) VALUES (:id)")
WHERE_AM_I = text("SELECT pg_is_in_recovery()")


@pytest.fixture
async def database(replica_pair):
    options = DatabaseOptions(
        primary=replica_pair.primary_database.app_url,
        replicas=(replica_pair.standby_database.app_url,),
        max_replica_lag_s=2.0,
    )
    async with open_database(options) as opened:
        yield opened


async def _on_replica(database, mark=None) -> bool:
    async with database.read(mark=mark) as session:
        return bool(await session.scalar(WHERE_AM_I))


async def _until_reads_are(database, *, on_replica, within_s=20.0):
    async with asyncio.timeout(within_s):
        while await _on_replica(database) is not on_replica:
            await asyncio.sleep(0.05)


async def test_reads_go_to_the_replica_and_writes_to_the_primary(database):
    await _until_reads_are(database, on_replica=True)
    async with database.write() as session:
        assert not await session.scalar(WHERE_AM_I)
    async with database.read(on_primary=True) as session:
        assert not await session.scalar(WHERE_AM_I)


async def test_two_hundred_writers_read_their_own_writes_with_replay_paused_now_and_then(database, replica_pair):
    await _until_reads_are(database, on_replica=True)
    stop = asyncio.Event()

    async def disturb():
        while not stop.is_set():
            await asyncio.to_thread(pause_replay, replica_pair.standby)
            await asyncio.sleep(0.15)
            await asyncio.to_thread(resume_replay, replica_pair.standby)
            await asyncio.sleep(0.15)

    async def write_and_read(number):
        row, mark = new_id(), f"workspace:{number % 10}"
        async with database.write(mark=mark) as session:
            await session.execute(ADD, {"id": row})
        async with database.read(mark=mark) as session:
            return await session.scalar(COUNT, {"id": row}), bool(await session.scalar(WHERE_AM_I))

    disturbing = asyncio.create_task(disturb())
    seen = []
    for batch in range(20):
        seen += await asyncio.gather(*(write_and_read(batch * 10 + n) for n in range(10)))
        await asyncio.sleep(0.02)
    stop.set()
    await disturbing
    assert [count for count, _ in seen] == [1] * 200


async def test_a_stale_read_is_possible_without_a_mark_so_the_marks_do_the_work(database, replica_pair):
    await _until_reads_are(database, on_replica=True)
    await asyncio.to_thread(pause_replay, replica_pair.standby)
    row = new_id()
    async with database.write(mark="me") as session:
        await session.execute(ADD, {"id": row})
    async with database.read() as session:
        assert await session.scalar(COUNT, {"id": row}) == 0
    async with database.read(mark="me") as session:
        assert await session.scalar(COUNT, {"id": row}) == 1


async def test_a_replica_that_lags_too_long_takes_no_reads_until_it_has_caught_up(database, replica_pair):
    await _until_reads_are(database, on_replica=True)
    await asyncio.to_thread(pause_replay, replica_pair.standby)
    async with database.write() as session:
        await session.execute(ADD, {"id": new_id()})
    await _until_reads_are(database, on_replica=False)
    await asyncio.to_thread(resume_replay, replica_pair.standby)
    await _until_reads_are(database, on_replica=True)


async def test_a_dead_replica_costs_no_read_and_is_taken_back(database, replica_pair):
    await _until_reads_are(database, on_replica=True)
    await asyncio.to_thread(replica_pair.standby.kill)
    for _ in range(20):
        assert not await _on_replica(database)
    replica_pair.standby.start()  # not in a thread of the pool: the server ends with the thread that starts it
    await _until_reads_are(database, on_replica=True)


async def test_a_frozen_replica_is_left_within_the_poll(database, replica_pair):
    await _until_reads_are(database, on_replica=True)
    replica_pair.standby.freeze()
    await _until_reads_are(database, on_replica=False)
    replica_pair.standby.thaw()
    await _until_reads_are(database, on_replica=True)


async def test_marks_that_cannot_be_known_send_reads_to_the_primary(replica_pair):
    class Unknown:
        async def leave(self, mark, position):
            return None

        async def find(self, mark):
            return None

    options = DatabaseOptions(
        primary=replica_pair.primary_database.app_url, replicas=(replica_pair.standby_database.app_url,)
    )
    async with open_database(options, marks=Unknown()) as database:
        await _until_reads_are(database, on_replica=True)
        assert not await _on_replica(database, mark="me")
