"""One-time links in mails. Only a link's hash is kept."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta
from types import MappingProxyType
from typing import Final, Literal
from uuid import UUID

from newsforge.domains.accounts import repository
from newsforge.domains.accounts.letters import LetterBox, LetterOrder
from newsforge.domains.accounts.models import OneTimeToken
from newsforge.kit.clock import utc_now
from newsforge.kit.db.sessions import WriteSession
from newsforge.kit.ids import new_id

LinkKind = Literal["verify", "reset"]
_LIVES: Final = MappingProxyType[LinkKind, timedelta]({"verify": timedelta(hours=48), "reset": timedelta(hours=1)})


def hash_secret(secret: str) -> bytes:
    return hashlib.sha256(secret.encode()).digest()


async def mail_link(session: WriteSession, *, letters: LetterBox, kind: LinkKind, user_id: UUID) -> None:
    """Make a link and post the letter with it. Earlier links of this kind stop working."""
    secret = secrets.token_urlsafe(32)
    link = OneTimeToken(
        id=new_id(),
        user_id=user_id,
        kind=kind,
        token_hash=hash_secret(secret),
        expires_at=utc_now() + _LIVES[kind],
    )
    await repository.add_link(session, link)
    await letters.post(session, LetterOrder(name=kind, user_id=user_id, link_id=link.id, secret=secret))
