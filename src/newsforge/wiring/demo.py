"""The account that one machine starts with, so that there is something to sign in with."""

from __future__ import annotations

from typing import Final

from newsforge.domains.accounts import repository
from newsforge.domains.accounts.passwords import PasswordHashing
from newsforge.domains.workspaces.service import open_personal_workspace
from newsforge.kit.clock import utc_now
from newsforge.kit.db.database import open_database
from newsforge.kit.db.sessions import Sight
from newsforge.kit.ids import new_id
from newsforge.settings import BadSetting, ServiceSettings
from newsforge.wiring.foundation import database_options

DEMO_ADDRESS: Final = "demo@example.com"


async def make_demo_account(settings: ServiceSettings, *, password: str) -> bool:
    """With a confirmed address, a workspace and this password. False when there is one already, which stays as it is.
    Raise :class:`BadSetting` anywhere but on one machine."""
    if settings.mode != "local":
        raise BadSetting("A demo account belongs on one machine only.", remedy="Sign up instead.")
    passwords = PasswordHashing()
    try:
        hashed = await passwords.hash(password)
    finally:
        passwords.close()
    user_id = new_id()
    async with (
        open_database(database_options(settings, "demo")) as database,
        database.write(Sight(user_id=user_id)) as session,
    ):
        is_new = await repository.add_user(
            session,
            user_id=user_id,
            email=DEMO_ADDRESS,
            name="Demo",
            password_hash=hashed,
            language="ko",
            verified_at=utc_now(),
        )
        if is_new:
            await open_personal_workspace(session, user_id=user_id, name="Demo")
    return is_new
