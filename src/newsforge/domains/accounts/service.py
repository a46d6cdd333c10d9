"""Sign-up, sign-in, passwords.

What hashes a password opens its own transactions, one before and one after: no connection is held while a password
waits for its turn. Everything else runs in its caller's.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Final
from uuid import UUID

from newsforge.domains.access.errors import Unauthenticated
from newsforge.domains.access.revocations import revoke
from newsforge.domains.accounts import repository
from newsforge.domains.accounts.addresses import normalize_address
from newsforge.domains.accounts.desk import AccountDesk
from newsforge.domains.accounts.errors import (
    LinkInvalid,
    RefreshTokenInvalid,
    RefreshTokenReused,
    WrongCredentials,
    WrongPassword,
)
from newsforge.domains.accounts.letters import LetterOrder
from newsforge.domains.accounts.links import hash_secret, mail_link
from newsforge.domains.accounts.models import User
from newsforge.domains.accounts.passwords import check_password
from newsforge.domains.accounts.sessions import Device, SessionTokens, end_sessions, open_session, rotate_session
from newsforge.domains.audit import service as audit
from newsforge.kit.clock import utc_now
from newsforge.kit.db.sessions import ReadSession, Sight, WriteSession, show
from newsforge.kit.http.errors import NotFound
from newsforge.kit.ids import new_id

#: Longer than any process keeps a copy of what it knows of a person.
_COPIES_KEPT: Final = timedelta(minutes=5)


async def sign_up(desk: AccountDesk, *, email: str, password: str, name: str, language: str, ip: str) -> User:
    """The person as they would be if the address is new. One that is known gets the same answer (with an id that is
    nobody's) and a letter that says so. Raise ``BadAddress``, ``WeakPassword``, ``TooManyAttempts``,
    ``PasswordsBusy``."""
    address = normalize_address(email)
    check_password(password, address=address, name=name)
    await desk.throttle.count_sign_up(ip=ip)
    async with _evened(desk.even_s):
        may_mail = await desk.throttle.may_mail(address=address)
        hashed = await desk.passwords.hash(password)
        person = User(id=new_id(), email=address, name=name, language=language, created_at=utc_now(), verified_at=None)
        async with desk.database.write(Sight(user_id=person.id)) as session:
            is_new = await repository.add_user(
                session,
                user_id=person.id,
                email=address,
                name=name,
                password_hash=hashed,
                language=language,
                created_at=person.created_at,
            )
            if is_new:
                await desk.workspaces.open_personal_workspace(session, person.id, name)
                await show(session, Sight(user_id=person.id))
                await mail_link(session, letters=desk.letters, kind="verify", user_id=person.id)
                await audit.record(
                    session, action="signed_up", subject_kind="user", subject_id=person.id, user_id=person.id, ip=ip
                )
            elif may_mail:
                known = await repository.find_user_by_address(session, address=address)
                if known is not None:
                    await desk.letters.post(session, LetterOrder(name="known_address", user_id=known.id))
    return person


async def sign_in(desk: AccountDesk, *, email: str, password: str, device: Device) -> SessionTokens:
    """Raise ``WrongCredentials``, ``TooManyAttempts``, ``PasswordsBusy``."""
    address = normalize_address(email)
    await desk.throttle.count_sign_in(address=address, ip=device.ip)
    async with desk.database.write() as session:
        user = await repository.find_user_by_address(session, address=address)
    verdict = await desk.passwords.verify(password, user.password_hash if user else None)
    if user is None or not verdict.is_right:
        raise WrongCredentials
    renewed = await desk.passwords.hash(password) if verdict.is_outdated else None
    async with desk.database.write(Sight(user_id=user.id)) as session:
        # A change of password that came in between ends every session that it finds; this one must not come after.
        if not await repository.hold_user(session, user_id=user.id, password_hash=user.password_hash):
            raise WrongCredentials
        if renewed is not None:
            await repository.set_user(session, user_id=user.id, password_hash=renewed)
        tokens = await open_session(session, mint=desk.mint, user_id=user.id, device=device)
        await audit.record(
            session,
            action="signed_in",
            subject_kind="session",
            subject_id=tokens.session_id,
            user_id=user.id,
            ip=device.ip,
        )
    return tokens


async def refresh_session(desk: AccountDesk, *, token: str) -> SessionTokens:
    """Raise ``RefreshTokenInvalid`` or ``RefreshTokenReused``; the end of the session that the latter means has been
    committed by then."""
    try:
        claims = await desk.mint.read_or_learn(token, "refresh")
    except Unauthenticated:
        raise RefreshTokenInvalid from None
    async with desk.database.write() as session:
        tokens = await rotate_session(session, mint=desk.mint, claims=claims)
    if tokens is None:
        raise RefreshTokenReused
    return tokens


async def find_user(session: ReadSession, *, user_id: UUID) -> User | None:
    """None for one who has deleted their account."""
    return await repository.find_user(session, user_id=user_id)


async def get_user(session: ReadSession, *, user_id: UUID) -> User:
    """Raise ``NotFound``."""
    user = await repository.find_user(session, user_id=user_id)
    if user is None:
        raise NotFound
    return user


async def check_own_password(desk: AccountDesk, *, user_id: UUID, password: str, ip: str) -> User:
    """Before what cannot be undone. Raise ``WrongPassword``, ``TooManyAttempts``."""
    await desk.throttle.count_sign_in(address=f"own:{user_id}", ip=ip)
    async with desk.database.write() as session:
        user = await repository.find_user(session, user_id=user_id)
    verdict = await desk.passwords.verify(password, user.password_hash if user else None)
    if user is None or not verdict.is_right:
        raise WrongPassword
    return user


async def change_password(
    desk: AccountDesk, *, user_id: UUID, session_id: UUID, current: str, new: str, ip: str
) -> None:
    """All other sessions end. Raise ``WrongPassword``, ``WeakPassword``."""
    user = await check_own_password(desk, user_id=user_id, password=current, ip=ip)
    check_password(new, address=user.email, name=user.name)
    hashed = await desk.passwords.hash(new)
    async with desk.database.write(Sight(user_id=user_id)) as session:
        locked = await repository.lock_user(session, user_id=user_id)
        if locked is None or locked.password_hash != user.password_hash:
            raise WrongPassword
        await _set_password(desk, session, user_id=user_id, hashed=hashed, but=session_id)
        await audit.record(
            session, action="password_changed", subject_kind="user", subject_id=user_id, user_id=user_id, ip=ip
        )


async def ask_for_reset(desk: AccountDesk, *, email: str, ip: str) -> None:
    """The same for every address, known or not."""
    address = normalize_address(email)
    await desk.throttle.count_sign_in(address=f"reset:{address}", ip=ip)
    async with _evened(desk.even_s):
        may_mail = await desk.throttle.may_mail(address=address)
        async with desk.database.write() as session:
            user = await repository.find_user_by_address(session, address=address)
            if user is not None and may_mail:
                await mail_link(session, letters=desk.letters, kind="reset", user_id=user.id)


async def reset_password(desk: AccountDesk, *, token: str, password: str, ip: str) -> None:
    """All sessions end. Raise ``LinkInvalid``, ``WeakPassword``; a weak password leaves the link usable."""
    token_hash = hash_secret(token)
    async with desk.database.write() as session:
        user = await repository.find_link_owner(session, kind="reset", token_hash=token_hash, now=utc_now())
    if user is None:
        raise LinkInvalid
    check_password(password, address=user.email, name=user.name)
    hashed = await desk.passwords.hash(password)
    async with desk.database.write(Sight(user_id=user.id)) as session:
        user_id = await repository.use_link(session, kind="reset", token_hash=token_hash, now=utc_now())
        locked = None if user_id is None else await repository.lock_user(session, user_id=user_id)
        if locked is None:
            raise LinkInvalid
        await _set_password(desk, session, user_id=locked.id, hashed=hashed)
        if locked.verified_at is None:  # whoever reads its mail owns the address
            await _set_verified(session, user_id=locked.id)
        await audit.record(
            session, action="password_reset", subject_kind="user", subject_id=locked.id, user_id=locked.id, ip=ip
        )


async def verify_address(session: WriteSession, *, token: str, ip: str) -> None:
    """Raise ``LinkInvalid``."""
    user_id = await repository.use_link(session, kind="verify", token_hash=hash_secret(token), now=utc_now())
    if user_id is None or await repository.find_user(session, user_id=user_id) is None:
        raise LinkInvalid
    await _set_verified(session, user_id=user_id)
    await show(session, Sight(user_id=user_id))
    await audit.record(
        session, action="address_verified", subject_kind="user", subject_id=user_id, user_id=user_id, ip=ip
    )


async def confirm_address(session: WriteSession, *, user: User) -> None:
    """For whoever has shown in another way that they read its mail. Nothing when it is confirmed already."""
    if user.verified_at is not None:
        return
    await _set_verified(session, user_id=user.id)
    await audit.record(session, action="address_verified", subject_kind="user", subject_id=user.id, user_id=user.id)


async def resend_verification(desk: AccountDesk, *, email: str, ip: str) -> None:
    """The same for every address, known or not, verified or not."""
    address = normalize_address(email)
    await desk.throttle.count_sign_in(address=f"verify:{address}", ip=ip)
    async with _evened(desk.even_s):
        may_mail = await desk.throttle.may_mail(address=address)
        async with desk.database.write() as session:
            user = await repository.find_user_by_address(session, address=address)
            if user is not None and user.verified_at is None and may_mail:
                await mail_link(session, letters=desk.letters, kind="verify", user_id=user.id)


async def delete_expired(session: WriteSession) -> None:
    """Periodic work: sessions and links that are over."""
    await repository.delete_sessions(session, expired_before=utc_now())
    await repository.delete_links(session, expired_before=utc_now())


async def _set_password(
    desk: AccountDesk, session: WriteSession, *, user_id: UUID, hashed: str, but: UUID | None = None
) -> None:
    await repository.set_user(session, user_id=user_id, password_hash=hashed, password_changed_at=utc_now())
    await end_sessions(session, user_id=user_id, because="password_changed", but=but)
    await desk.letters.post(session, LetterOrder(name="password_changed", user_id=user_id))


async def _set_verified(session: WriteSession, *, user_id: UUID) -> None:
    await repository.set_user(session, user_id=user_id, verified_at=utc_now())
    await revoke(session, "membership", user_id, utc_now() + _COPIES_KEPT)


@asynccontextmanager
async def _evened(step_s: float) -> AsyncIterator[None]:
    """Take a multiple of ``step_s``, so that the time does not tell what was done."""
    began = time.monotonic()
    try:
        yield
    finally:
        if step_s > 0:
            await asyncio.sleep(step_s - (time.monotonic() - began) % step_s)
