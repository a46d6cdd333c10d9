"""Keys that sign tokens: in a table, sealed with the master key, known to every process.

The newest that is not retired signs; retired ones go on verifying until nothing that they signed can still be valid.
So a rotation signs nobody out. A process that meets a key id it does not know looks into the table once.
"""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from joserfc.jwk import OctKey

from newsforge.domains.access import repository
from newsforge.domains.access.models import SigningKey
from newsforge.kit.clock import utc_now
from newsforge.kit.db.database import Database, DatabaseBusy
from newsforge.kit.db.sessions import ReadSession, WriteSession
from newsforge.kit.errors import NewsforgeError
from newsforge.kit.sealing import MasterKey, seal, unseal

#: Longer than any token lives, and than any process goes on signing with a key that another one has retired.
KEPT_AFTER_RETIREMENT: Final = timedelta(days=32)
#: How soon a process signs with a key that another one has made.
_REFRESH_S: Final = 60.0
#: Made-up key ids cost the database at most one question an interval and process.
_LEARN_INTERVAL_S: Final = 1.0
_SECRET_BYTES: Final = 32


class NoSigningKey(NewsforgeError):
    """Wiring forgot to open the ring."""

    code = "no_signing_key"


@dataclass(frozen=True, slots=True)
class VerificationKey:
    kid: str
    key: OctKey


class KeyRing:
    """Open it once with :meth:`open`; then signing and verifying wait for nothing but a rotation."""

    def __init__(self, database: Database, master: MasterKey) -> None:
        self._database = database
        self._master = master
        self._keys: dict[str, VerificationKey] = {}
        self._signing: VerificationKey | None = None
        self._loaded_at = float("-inf")

    async def open(self) -> None:
        """Load the keys; make the first on an empty table, which is safe from several processes at once."""
        async with self._database.write() as session:
            rows = await repository.list_signing_keys(session)
            if not rows:
                await repository.lock_signing_keys(session)
                rows = await repository.list_signing_keys(session)
            if not rows:
                await add_signing_key(session, master=self._master)
                rows = await repository.list_signing_keys(session)
            await self._take(rows)

    def find(self, kid: str) -> VerificationKey | None:
        return self._keys.get(kid)

    async def learn(self, kid: str) -> VerificationKey | None:
        """Look for a key that another process may have made. None also when the table was asked a moment ago."""
        if kid not in self._keys and time.monotonic() - self._loaded_at >= _LEARN_INTERVAL_S:
            await self._reload()
        return self._keys.get(kid)

    async def get_signing_key(self) -> VerificationKey:
        if time.monotonic() - self._loaded_at >= _REFRESH_S:
            try:
                await self._reload()
            except DatabaseBusy:
                self._loaded_at = time.monotonic()  # the key at hand is good enough; ask again in a minute
        if self._signing is None:
            raise NoSigningKey("The key ring was not opened.")
        return self._signing

    async def _reload(self) -> None:
        self._loaded_at = time.monotonic()
        # The primary: a replica may not have heard of the key yet.
        async with self._database.write() as session:
            rows = await repository.list_signing_keys(session)
        await self._take(rows)

    async def _take(self, rows: list[SigningKey]) -> None:
        too_old = utc_now() - KEPT_AFTER_RETIREMENT
        keys = {}
        for row in rows:
            if row.retired_at is not None and row.retired_at < too_old:
                continue
            known = self._keys.get(row.kid)
            keys[row.kid] = known or VerificationKey(row.kid, await _open_key(self._master, row))
        self._keys = keys
        self._signing = next((keys[row.kid] for row in rows if row.retired_at is None and row.kid in keys), None)
        self._loaded_at = time.monotonic()


async def add_signing_key(session: WriteSession, *, master: MasterKey) -> str:
    """Return its key id."""
    kid = secrets.token_hex(8)
    sealed = await seal(master, secrets.token_bytes(_SECRET_BYTES), context=_context(kid))
    await repository.add_signing_key(session, SigningKey(kid=kid, secret=sealed))
    return kid


async def rotate_signing_key(session: WriteSession, *, master: MasterKey) -> str:
    """From now on a new key signs; what the old ones have signed stays valid. Return the new key id. Keys that
    nothing valid can be signed with any more are deleted."""
    now = utc_now()
    await repository.lock_signing_keys(session)
    kid = await add_signing_key(session, master=master)
    await repository.retire_signing_keys(session, but=kid, at=now)
    await repository.delete_signing_keys(session, retired_before=now - KEPT_AFTER_RETIREMENT)
    return kid


async def count_signing_keys(session: ReadSession) -> int:
    return len(await repository.list_signing_keys(session))


async def _open_key(master: MasterKey, row: SigningKey) -> OctKey:
    return OctKey.import_key(await unseal(master, row.secret, context=_context(row.kid)))


def _context(kid: str) -> str:
    return f"signing_key:{kid}"
