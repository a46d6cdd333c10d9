"""The job that sends a letter."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

import structlog

from newsforge.domains.accounts import repository
from newsforge.domains.accounts.letters import LetterName, LetterOrder, open_order, write_letter
from newsforge.domains.accounts.models import User
from newsforge.domains.accounts.ports import Mail, Mailer, MailRefused
from newsforge.kit.clock import utc_now
from newsforge.kit.db.database import Database
from newsforge.kit.sealing import MasterKey

#: How long what was deleted can still be brought back by an operator; then it is erased.
ERASED_AFTER: Final = timedelta(days=30)
log = structlog.get_logger(__name__)
#: In the fragment, which browsers keep to themselves: no log of a server on the way ever holds the secret.
_PAGES: Final[Mapping[LetterName, str]] = {
    "verify": "verify-email#token={secret}",
    "reset": "reset-password#token={secret}",
    "known_address": "sign-in",
    "password_changed": "forgot-password",
}


async def send_letter(
    payload: Mapping[str, Any], *, database: Database, mailer: Mailer, master: MasterKey, public_url: str
) -> None:
    """Raise ``MailUnavailable`` to be tried again. A letter to somebody who is gone, or with a link that no longer
    works, is not sent."""
    order = await open_order(master, payload)
    if order.recipient is not None:
        fields = {"name": order.recipient.name, "days": str(ERASED_AFTER.days)}
        to, language = order.recipient.address, order.recipient.language
        await _send(mailer, write_letter(order.name, language=language, to=to, fields=fields), order)
        return
    async with database.write() as session:
        user = await repository.find_user(session, user_id=order.user_id)
        if user is None:
            return
        if order.link_id is not None and not await repository.is_link_open(
            session, link_id=order.link_id, now=utc_now()
        ):
            return
    mail = write_letter(
        order.name,
        language=user.language,
        to=user.email,
        fields={"name": user.name, "link": _link(order, user, public_url)},
    )
    await _send(mailer, mail, order)


async def _send(mailer: Mailer, mail: Mail, order: LetterOrder) -> None:
    try:
        await mailer.send(mail)
    except MailRefused:
        log.warning("mail_refused", letter=order.name, user_id=str(order.user_id))
        return
    log.info("mail_sent", letter=order.name, user_id=str(order.user_id))


def _link(order: LetterOrder, user: User, public_url: str) -> str:
    return f"{public_url}/{user.language}/" + _PAGES[order.name].format(secret=order.secret)
