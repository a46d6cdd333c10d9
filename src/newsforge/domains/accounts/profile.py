"""What a person sees, changes and takes along of their own account; and its end."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from newsforge.domains.access.revocations import revoke
from newsforge.domains.access.tokens import ACCESS_TTL_S
from newsforge.domains.accounts import repository
from newsforge.domains.accounts.desk import AccountDesk
from newsforge.domains.accounts.errors import WrongPassword
from newsforge.domains.accounts.letters import LetterOrder, Recipient
from newsforge.domains.accounts.models import User
from newsforge.domains.accounts.service import check_own_password, get_user
from newsforge.domains.accounts.sessions import end_sessions
from newsforge.domains.audit import service as audit
from newsforge.kit.clock import utc_now
from newsforge.kit.db.sessions import Sight, WriteSession, show
from newsforge.kit.http.errors import NotFound

__all__ = ["change_profile", "delete_account", "get_user"]


async def change_profile(session: WriteSession, *, user_id: UUID, changes: dict[str, Any]) -> User:
    """``changes``: ``name``, ``language``. Raise ``NotFound``."""
    user = await repository.lock_user(session, user_id=user_id)
    if user is None:
        raise NotFound
    if changes:
        await repository.set_user(session, user_id=user_id, **changes)
        user = await repository.lock_user(session, user_id=user_id)
        assert user is not None
    return user


async def delete_account(desk: AccountDesk, *, user_id: UUID, password: str, ip: str) -> None:
    """The row stays without name, address and password, so that what they approved still says that somebody did.
    Raise ``WrongPassword``, and a ``Conflict`` for the last owner of a team."""
    user = await check_own_password(desk, user_id=user_id, password=password, ip=ip)
    async with desk.database.write(Sight(user_id=user_id)) as session:
        locked = await repository.lock_user(session, user_id=user_id)
        if locked is None or locked.password_hash != user.password_hash:
            raise WrongPassword
        await desk.workspaces.leave_workspaces(session, user_id)
        await show(session, Sight(user_id=user_id))
        now = utc_now()
        farewell = Recipient(address=locked.email, name=locked.name, language=locked.language)
        await desk.letters.post(session, LetterOrder(name="account_deleted", user_id=user_id, recipient=farewell))
        await end_sessions(session, user_id=user_id, because="account_deleted")
        await repository.forget_devices(session, user_id=user_id)
        await repository.delete_links(session, user_id=user_id)
        await repository.set_user(
            session,
            user_id=user_id,
            email=f"{user_id}@deleted.invalid",
            name="",
            password_hash="",
            verified_at=None,
            deleted_at=now,
        )
        kept = now + timedelta(seconds=ACCESS_TTL_S + 300)
        await revoke(session, "user", user_id, kept)
        await revoke(session, "membership", user_id, kept)
        # Without the IP address: the deed stays on record, the person does not.
        await audit.record(session, action="account_deleted", subject_kind="user", subject_id=user_id, user_id=user_id)
