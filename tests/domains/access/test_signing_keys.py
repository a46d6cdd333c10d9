import asyncio
from datetime import timedelta

import pytest

from newsforge.domains.access.errors import Unauthenticated
from newsforge.domains.access.keys import KEPT_AFTER_RETIREMENT, KeyRing, count_signing_keys, rotate_signing_key
from newsforge.domains.access.models import SigningKey
from newsforge.domains.access.tokens import TokenMint
from newsforge.kit.clock import utc_now
from newsforge.kit.db.database import DatabaseOptions, open_database
from newsforge.kit.ids import new_id
from newsforge.kit.sealing import SealBroken
from tests.support.access_door import ISSUER, open_door
from tests.support.people import MemoryMasterKey


async def test_processes_that_start_at_once_make_one_key(fresh_database_url):
    async with open_database(DatabaseOptions(primary=fresh_database_url, pool_size=8)) as database:
        rings = [KeyRing(database, MemoryMasterKey()) for _ in range(8)]
        await asyncio.gather(*(ring.open() for ring in rings))
        async with database.read() as session:
            assert await count_signing_keys(session) == 1
        assert len({(await ring.get_signing_key()).kid for ring in rings}) == 1


async def test_rotation_signs_nobody_out(fresh_database_url):
    async with open_door(fresh_database_url) as ours, open_door(fresh_database_url) as theirs:
        old = await ours.mint.issue_access(user_id=new_id(), session_id=new_id())
        theirs.mint.read(old, "access")
        async with ours.database.write() as session:
            kid = await rotate_signing_key(session, master=ours.master)
        ours.ring._loaded_at = theirs.ring._loaded_at = float("-inf")
        new = await ours.mint.issue_access(user_id=new_id(), session_id=new_id())
        assert (await ours.ring.get_signing_key()).kid == kid
        for token in (old, new):
            await ours.mint.read_or_learn(token, "access")
            await theirs.mint.read_or_learn(token, "access")
        # A process that starts now knows both.
        async with open_door(fresh_database_url) as late:
            for token in (old, new):
                late.mint.read(token, "access")


async def test_a_key_is_forgotten_when_nothing_it_signed_can_be_valid(fresh_database_url):
    async with open_door(fresh_database_url) as door:
        token = await door.mint.issue_access(user_id=new_id(), session_id=new_id())
        async with door.database.write() as session:
            await rotate_signing_key(session, master=door.master)
        async with door.database.write() as session:
            for key in await _rows(session):
                if key.retired_at is not None:
                    key.retired_at = utc_now() - KEPT_AFTER_RETIREMENT - timedelta(seconds=1)
            await session.flush()
        late = KeyRing(door.database, door.master)
        await late.open()
        with pytest.raises(Unauthenticated):
            await TokenMint(late, issuer=ISSUER).read_or_learn(token, "access")
        async with door.database.write() as session:
            await rotate_signing_key(session, master=door.master)
            assert len(await _rows(session)) == 2


async def test_the_table_holds_no_key_that_opens_without_the_master(door):
    other = KeyRing(door.database, MemoryMasterKey(b"o" * 32))
    with pytest.raises(Exception) as caught:
        await other.open()
    assert isinstance(caught.value, SealBroken) or "Tag" in type(caught.value).__name__


async def _rows(session):
    from newsforge.domains.access.repository import list_signing_keys

    rows = await list_signing_keys(session)
    assert all(isinstance(row, SigningKey) for row in rows)
    return rows
