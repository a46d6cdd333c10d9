"""One process of the service, as far as access goes."""

import asyncio
import time
from contextlib import asynccontextmanager

from newsforge.domains.access.authentication import Authenticator
from newsforge.domains.access.cookies import BrowserRules
from newsforge.domains.access.keys import KeyRing
from newsforge.domains.access.revocations import Revocations
from newsforge.domains.access.tokens import TokenMint
from newsforge.kit.db.database import DatabaseOptions, open_database
from tests.support.people import MemoryDirectory, MemoryMasterKey

ISSUER = "http://127.0.0.1:8000"


class Door:
    """What one process of the service knows about access."""

    def __init__(self, database, url, *, feed_url=None, directory=None):
        self.database = database
        self.master = MemoryMasterKey()
        self.ring = KeyRing(database, self.master)
        self.mint = TokenMint(self.ring, issuer=ISSUER)
        self.revocations = Revocations(feed_url or url, database)
        self.directory = directory or MemoryDirectory()
        self.rules = BrowserRules(public_url=ISSUER)
        self.authenticator = Authenticator(
            mint=self.mint, revocations=self.revocations, directory=self.directory, rules=self.rules
        )


@asynccontextmanager
async def open_door(url, **more):
    async with open_database(DatabaseOptions(primary=url, pool_size=4)) as database:
        door = Door(database, url, **more)
        await door.ring.open()
        async with door.revocations.running():
            yield door


async def until(condition, within_s=5.0):
    began = time.monotonic()
    while not condition():
        assert time.monotonic() - began < within_s
        await asyncio.sleep(0.01)
