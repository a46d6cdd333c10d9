"""Amazon SES, version 2 of its API."""

from __future__ import annotations

import asyncio
from typing import Any, Final

from newsforge.adapters.mail.mime import message_of
from newsforge.domains.accounts.ports import Mail, MailRefused, MailUnavailable

#: What asking again does not change.
_FOR_GOOD: Final = frozenset({"MessageRejected", "BadRequestException", "MailFromDomainNotVerifiedException"})


class SesMailer:
    """``client`` is ``boto3.client("sesv2")``, which may be used from several threads."""

    def __init__(self, client: Any, *, sender: str) -> None:
        self._client = client
        self._sender = sender

    @classmethod
    def in_region(cls, region: str, *, sender: str, timeout_s: float = 10.0) -> SesMailer:
        """Credentials come from the machine's own role."""
        import boto3
        from botocore.config import Config

        config = Config(connect_timeout=timeout_s, read_timeout=timeout_s, retries={"mode": "standard"})
        return cls(boto3.client("sesv2", region_name=region, config=config), sender=sender)

    async def send(self, mail: Mail) -> None:
        from botocore.exceptions import BotoCoreError, ClientError

        message = message_of(mail, sender=self._sender)
        try:
            await asyncio.to_thread(
                self._client.send_email,
                FromEmailAddress=str(message["From"]),
                Destination={"ToAddresses": [mail.to]},
                Content={"Raw": {"Data": message.as_bytes()}},
            )
        except ClientError as error:
            code = error.response.get("Error", {}).get("Code", "")
            if code in _FOR_GOOD:
                raise MailRefused(f"SES refuses the letter for good ({code}).") from None
            raise MailUnavailable(f"SES does not take the letter now ({code}).", remedy="It is tried again.") from None
        except BotoCoreError as error:
            raise MailUnavailable(
                f"SES cannot be reached ({type(error).__name__}).", remedy="It is tried again."
            ) from None
