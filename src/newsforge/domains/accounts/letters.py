"""Letters: asked for in the transaction of their cause, written when a worker sends them.

A template (``letter_templates/LANGUAGE/NAME.txt``) is a subject line and paragraphs; a paragraph ``[label](link)`` is a
button. The plain form and the HTML form come from the same text, so they say the same.
"""

from __future__ import annotations

import base64
import html
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from string import Template
from typing import Any, Final, Literal
from uuid import UUID

from newsforge.domains.accounts.ports import JobQueue, Mail
from newsforge.kit.db.sessions import WriteSession
from newsforge.kit.sealing import MasterKey, seal, unseal

LetterName = Literal["verify", "known_address", "reset", "password_changed", "invitation", "account_deleted"]

SEND_LETTER: Final = "send_letter"
LANGUAGES: Final = ("ko", "en", "ja")
_BUTTON: Final = re.compile(r"\[(?P<label>[^\]]+)\]\((?P<link>[^)]+)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterOrder:
    """What a job's payload holds. ``secret`` is what the link carries; in the payload it is sealed."""

    name: LetterName
    user_id: UUID
    link_id: UUID | None = None
    secret: str = ""
    recipient: Recipient | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Of a letter to somebody whom the service is about to forget; sealed in the payload."""

    address: str
    name: str
    language: str


class LetterBox:
    """Where a service leaves a letter to be sent."""

    def __init__(self, queue: JobQueue, master: MasterKey) -> None:
        self._queue = queue
        self._master = master

    async def post(self, session: WriteSession, order: LetterOrder) -> None:
        """Sent when the transaction is committed, and never if it is not."""
        payload: dict[str, Any] = {"letter": order.name, "user_id": str(order.user_id)}
        if order.link_id is not None:
            sealed = await seal(self._master, order.secret.encode(), context=_context(order.link_id))
            payload |= {"link_id": str(order.link_id), "sealed": base64.b64encode(sealed).decode()}
        if order.recipient is not None:
            told = json.dumps(asdict(order.recipient)).encode()
            sealed = await seal(self._master, told, context=_context(order.user_id))
            payload["recipient"] = base64.b64encode(sealed).decode()
        await self._queue.enqueue(session, kind=SEND_LETTER, workspace_id=None, payload=payload)


async def open_order(master: MasterKey, payload: Mapping[str, Any]) -> LetterOrder:
    """Raise :class:`newsforge.kit.sealing.SealBroken`."""
    link_id = UUID(payload["link_id"]) if "link_id" in payload else None
    secret = ""
    if link_id is not None:
        secret = (await unseal(master, base64.b64decode(payload["sealed"]), context=_context(link_id))).decode()
    user_id = UUID(payload["user_id"])
    recipient = None
    if "recipient" in payload:
        told = await unseal(master, base64.b64decode(payload["recipient"]), context=_context(user_id))
        recipient = Recipient(**json.loads(told))
    return LetterOrder(name=payload["letter"], user_id=user_id, link_id=link_id, secret=secret, recipient=recipient)


def write_letter(name: LetterName, *, language: str, to: str, fields: Mapping[str, str]) -> Mail:
    """``fields`` are what the template names: ``name``, ``link``, ``address`` ... English where there is no other."""
    language = language if language in LANGUAGES else "en"
    subject, *paragraphs = _template(language, name).split("\n\n")
    # A line break in a person's name must not become a paragraph, let alone a header.
    flat = {key: " ".join(value.split()) for key, value in fields.items()}
    subject = Template(subject.removeprefix("Subject:").strip()).substitute(flat)
    text = "\n\n".join(_plain(paragraph, flat) for paragraph in paragraphs)
    body = "\n".join(_marked_up(paragraph, flat) for paragraph in paragraphs)
    frame = Template(_template("", "frame.html"))
    page = frame.substitute(language=language, subject=html.escape(subject), body=body)
    return Mail(to=to, subject=subject, text=text.strip() + "\n", html=page)


def _plain(paragraph: str, fields: Mapping[str, str]) -> str:
    button = _BUTTON.fullmatch(paragraph.strip())
    if button is not None:
        return f"{button['label']}:\n{Template(button['link']).substitute(fields)}"
    return Template(paragraph.strip()).substitute(fields)


def _marked_up(paragraph: str, fields: Mapping[str, str]) -> str:
    escaped = {key: html.escape(value) for key, value in fields.items()}
    button = _BUTTON.fullmatch(paragraph.strip())
    if button is None:
        return f"<p>{Template(html.escape(paragraph.strip(), quote=False)).substitute(escaped)}</p>"
    link = Template(button["link"]).substitute(escaped)
    return (
        f'<p><a class="button" href="{link}">{html.escape(button["label"])}</a></p>\n'
        f'<p class="link"><a href="{link}">{link}</a></p>'
    )


@cache
def _template(language: str, name: str) -> str:
    folder = files(__package__).joinpath("letter_templates")
    path = folder.joinpath(language, f"{name}.txt") if language else folder.joinpath(name)
    return path.read_text(encoding="utf-8").strip()


def _context(link_id: UUID) -> str:
    return json.dumps(["letter", str(link_id)])
