"""SMTP with STARTTLS or TLS from the first byte."""

from __future__ import annotations

import asyncio
import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Final
from urllib.parse import unquote, urlsplit

from newsforge.adapters.mail.mime import message_of
from newsforge.domains.accounts.ports import Mail, MailRefused, MailUnavailable
from newsforge.kit.errors import NewsforgeError

_PERMANENT: Final = 500


class BadSmtpAddress(NewsforgeError):
    code = "bad_smtp_address"


@dataclass(frozen=True, slots=True, kw_only=True)
class SmtpServer:
    """``tls``: ``implicit`` (smtps://), ``starttls`` (smtp://; refused by a server without it), ``none`` (smtp:// with
    ``?tls=none``, for a relay on the same machine; never with a password)."""

    host: str
    port: int
    user: str = ""
    password: str = ""
    tls: str = "starttls"

    def __repr__(self) -> str:
        return f"SmtpServer({self.host}:{self.port}, {self.tls})"

    @classmethod
    def of(cls, url: str) -> SmtpServer:
        """``smtp://user:password@host:587`` or ``smtps://...:465``. Raise :class:`BadSmtpAddress`."""
        parts = urlsplit(url)
        try:
            port = parts.port
        except ValueError:
            port = -1
        tls = "implicit" if parts.scheme == "smtps" else "none" if parts.query == "tls=none" else "starttls"
        if parts.scheme not in {"smtp", "smtps"} or not parts.hostname or port == -1:
            raise BadSmtpAddress(
                "The address of the SMTP server cannot be read.",
                remedy="Write smtp://user:password@host:587, or smtps:// for TLS from the start.",
            )
        if tls == "none" and parts.username:
            raise BadSmtpAddress(
                "A password would travel in the clear.", remedy="Leave out tls=none, or the user and the password."
            )
        return cls(
            host=parts.hostname,
            port=port or (465 if tls == "implicit" else 587),
            user=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
            tls=tls,
        )


class SmtpMailer:
    """A connection a letter: they are few. ``timeout_s`` is for each step; ``trust`` other than the system's store."""

    def __init__(
        self, server: SmtpServer, *, sender: str, timeout_s: float = 10.0, trust: ssl.SSLContext | None = None
    ) -> None:
        self._server = server
        self._sender = sender
        self._timeout_s = timeout_s
        self._trust = trust

    @classmethod
    def of_url(cls, url: str, *, sender: str) -> SmtpMailer:
        """Raise :class:`BadSmtpAddress`."""
        return cls(SmtpServer.of(url), sender=sender)

    async def send(self, mail: Mail) -> None:
        message = message_of(mail, sender=self._sender)
        try:
            await asyncio.to_thread(self._deliver, message)
        except smtplib.SMTPRecipientsRefused as error:
            codes = [code for code, _ in error.recipients.values()]
            raise _of_code(min(codes, default=_PERMANENT)) from None
        except smtplib.SMTPAuthenticationError as error:
            raise MailUnavailable(
                f"The SMTP server refuses the sign-in ({error.smtp_code}).", remedy="Correct NEWSFORGE_SMTP_URL."
            ) from None
        except smtplib.SMTPResponseException as error:
            raise _of_code(error.smtp_code) from None
        except (OSError, smtplib.SMTPException) as error:
            raise MailUnavailable(
                f"The SMTP server does not take the letter ({type(error).__name__}).", remedy="It is tried again."
            ) from None

    def _deliver(self, message: EmailMessage) -> None:
        server = self._server
        context = self._trust or ssl.create_default_context()
        with (
            smtplib.SMTP_SSL(server.host, server.port, timeout=self._timeout_s, context=context)
            if server.tls == "implicit"
            else smtplib.SMTP(server.host, server.port, timeout=self._timeout_s)
        ) as connection:
            if server.tls == "starttls":
                connection.starttls(context=context)
            if server.user:
                connection.login(server.user, server.password)
            connection.send_message(message)


def _of_code(code: int) -> MailRefused | MailUnavailable:
    if code >= _PERMANENT:
        return MailRefused(f"The SMTP server refuses the letter for good ({code}).")
    return MailUnavailable(f"The SMTP server does not take the letter now ({code}).", remedy="It is tried again.")
