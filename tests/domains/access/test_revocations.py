"""A revocation holds in every process within a second, however it gets there."""

import asyncio
import sys
import time
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from newsforge.domains.access.authentication import Credentials
from newsforge.domains.access.errors import CredentialRevoked
from newsforge.domains.access.revocations import delete_expired_revocations, revoke, revoke_all
from newsforge.kit.clock import utc_now
from newsforge.kit.db.database import DatabaseBusy
from newsforge.kit.db.feed import OVERLAP
from newsforge.kit.ids import new_id
from tests.support.access_door import open_door, until
from tests.support.fault_proxy import FaultProxy

SOON = timedelta(hours=2)
_WATCHER = """
import asyncio, sys, time
sys.path[:0] = [{root!r}, {source!r}]
from tests.support.access_door import open_door, until
from newsforge.domains.access.authentication import Credentials
from newsforge.kit.http.errors import ServiceError

async def main():
    async with open_door(sys.argv[1]) as door:
        credentials = Credentials(bearer=sys.argv[2].encode())
        await door.authenticator.authenticate(credentials)
        print("in", flush=True)
        while True:
            if door.authenticator.authenticate_now(credentials) is None:
                try:
                    await door.authenticator.authenticate(credentials)
                except ServiceError as error:
                    print(error.code, time.time(), flush=True)
                    return
            await asyncio.sleep(0.005)

asyncio.run(main())
"""


async def test_within_a_second_in_two_other_processes(door, database_url):
    root = Path(__file__).parents[3]
    script = _WATCHER.format(root=str(root), source=str(root / "src"))
    user, session_id = new_id(), new_id()
    token = await door.mint.issue_access(user_id=user, session_id=session_id)
    watchers = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-c", script, database_url, token, stdout=asyncio.subprocess.PIPE
        )
        for _ in range(2)
    ]
    try:
        for watcher in watchers:
            assert await asyncio.wait_for(watcher.stdout.readline(), 60) == b"in\n"
        async with door.database.write() as session:
            await revoke(session, "session", session_id, utc_now() + SOON)
        revoked_at = time.time()
        for watcher in watchers:
            line = await asyncio.wait_for(watcher.stdout.readline(), 30)
            code, at = line.split()
            assert code == b"credential_revoked"
            assert float(at) - revoked_at < 1.0
    finally:
        for watcher in watchers:
            if watcher.returncode is None:
                watcher.terminate()
            await watcher.wait()


async def test_with_the_feed_cut_the_table_is_asked(database_url):
    target = urlsplit(database_url)
    async with FaultProxy(target.port) as proxy, open_door(database_url, feed_url=proxy.url(database_url)) as door:
        session_id = new_id()
        token = await door.mint.issue_access(user_id=new_id(), session_id=session_id)
        credentials = Credentials(bearer=token.encode())
        await door.authenticator.authenticate(credentials)
        proxy.blackhole()
        await until(lambda: not door.revocations.is_fresh())
        assert door.authenticator.authenticate_now(credentials) is None
        await door.authenticator.authenticate(credentials)  # in, by the table's word
        async with door.database.write() as session:
            await revoke(session, "session", session_id, utc_now() + SOON)
        assert not door.revocations.is_fresh()
        with pytest.raises(CredentialRevoked):
            await door.authenticator.authenticate(credentials)


async def test_with_the_database_away_nobody_gets_in(database_url):
    target = urlsplit(database_url)
    async with FaultProxy(target.port) as proxy, open_door(proxy.url(database_url)) as door:
        token = await door.mint.issue_access(user_id=new_id(), session_id=new_id())
        credentials = Credentials(bearer=token.encode())
        await door.authenticator.authenticate(credentials)
        await proxy.refuse()
        await until(lambda: not door.revocations.is_fresh())
        with pytest.raises(DatabaseBusy):
            await door.authenticator.authenticate(credentials)


async def test_a_process_that_starts_later_knows(door, database_url):
    user, session_id = new_id(), new_id()
    token = await door.mint.issue_access(user_id=user, session_id=session_id)
    async with door.database.write() as session:
        await revoke(session, "session", session_id, utc_now() + SOON)
    async with open_door(database_url) as late:
        with pytest.raises(CredentialRevoked):
            await late.authenticator.authenticate(Credentials(bearer=token.encode()))


async def test_what_is_heard_twice_changes_nothing_and_memory_is_bounded(door):
    subjects = [new_id() for _ in range(5 * OVERLAP)]
    async with door.database.write() as session:
        await revoke_all(session, "membership", subjects, utc_now() + SOON)
        await revoke_all(session, "session", [], utc_now() + SOON)
    await until(lambda: subjects[-1] in door.revocations._changed)
    heard_at = door.revocations._changed[subjects[-1]]
    await asyncio.sleep(1.0)
    assert door.revocations._changed[subjects[-1]] == heard_at
    door.revocations._sweep()
    assert len(door.revocations._heard) <= 2 * OVERLAP + 1
    await asyncio.sleep(1.0)
    assert door.revocations._changed[subjects[-1]] == heard_at


async def test_what_ran_out_is_deleted(door):
    old, new = new_id(), new_id()
    async with door.database.write() as session:
        await revoke(session, "session", old, utc_now() - timedelta(seconds=1))
        await revoke(session, "session", new, utc_now() + SOON)
    async with door.database.write() as session:
        await delete_expired_revocations(session)
    assert not await door.revocations.ask(old, new_id(), 0)
    assert await door.revocations.ask(new, new_id(), 0)
