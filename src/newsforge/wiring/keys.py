"""What an operator does with the keys that sign tokens."""

from __future__ import annotations

from newsforge.domains.access.keys import rotate_signing_key
from newsforge.kit.db.database import open_database
from newsforge.settings import ServiceSettings
from newsforge.wiring.foundation import database_options, open_master_key


async def rotate_key(settings: ServiceSettings) -> str:
    """Return the id of the new key. Running processes learn it from the first token that it signs."""
    async with open_database(database_options(settings, "operator")) as database, database.write() as session:
        return await rotate_signing_key(session, master=open_master_key(settings))
