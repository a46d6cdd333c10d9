"""A letter as the message that travels."""

from __future__ import annotations

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid, parseaddr

from newsforge.domains.accounts.ports import Mail, MailRefused
from newsforge.kit.clock import utc_now


def message_of(mail: Mail, *, sender: str) -> EmailMessage:
    """``sender`` as ``Name <address>``. Plain text first, HTML as the alternative. Raise :class:`MailRefused` for an
    address or subject that no header can hold (line breaks above all)."""
    name, address = parseaddr(sender)
    message = EmailMessage(policy=SMTP)
    try:
        message["From"] = Address(display_name=name, addr_spec=address)
        message["To"] = Address(addr_spec=mail.to)
        message["Subject"] = mail.subject
    except (ValueError, IndexError, AttributeError) as error:
        raise MailRefused("The letter has an address or subject that cannot be sent.") from error
    message["Date"] = format_datetime(utc_now())
    message["Message-ID"] = make_msgid(domain=address.rpartition("@")[2] or "localhost")
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.text, cte="base64")
    message.add_alternative(mail.html, subtype="html", cte="base64")
    return message
