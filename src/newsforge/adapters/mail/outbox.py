"""On one machine: letters become files, and a page lists them."""

from __future__ import annotations

import asyncio
import html
import os
import threading
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Final

from newsforge.adapters.mail.mime import message_of
from newsforge.domains.accounts.ports import Mail, MailUnavailable
from newsforge.kit.ids import new_id

_LISTED: Final = 100
_STYLE: Final = (
    "body{font:16px/1.5 system-ui,sans-serif;margin:0;background:#f4f5f7;color:#1b1f27}"
    "main{max-width:760px;margin:0 auto;padding:32px 16px}h1{font-size:20px}"
    "details{background:#fff;border-radius:10px;margin:0 0 12px;padding:14px 18px}"
    "summary{cursor:pointer;font-weight:600}summary span{display:block;font-weight:400;font-size:13px;color:#667085}"
    "iframe{width:100%;height:520px;border:0;margin-top:12px}"
)


class OutboxMailer:
    """``folder/*.eml``, newest last, and ``folder/index.html``, newest first: it needs nothing but a browser. Several
    processes may write at once."""

    def __init__(self, folder: Path, *, sender: str) -> None:
        self._folder = folder
        self._sender = sender
        self._lock = threading.Lock()

    async def send(self, mail: Mail) -> None:
        message = message_of(mail, sender=self._sender)
        try:
            await asyncio.to_thread(self._write, message)
        except OSError as error:
            raise MailUnavailable(
                f"The outbox {self._folder} cannot be written to.", remedy="Make room, or correct its permissions."
            ) from error

    def _write(self, message: EmailMessage) -> None:
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)  # the links in it open accounts
        name = f"{new_id()}.eml"
        with self._lock:
            _put(self._folder / name, message.as_bytes())
            _put(self._folder / "index.html", _page(self._folder).encode())


def _put(path: Path, content: bytes) -> None:
    """Whole or not at all."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.write_bytes(content)
    beside.replace(path)


def _page(folder: Path) -> str:
    newest = sorted(folder.glob("*.eml"), reverse=True)[:_LISTED]
    letters = "\n".join(_entry(path) for path in newest)
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Outbox</title><style>{_STYLE}</style>'
        f"<main><h1>Outbox: mails that were not sent anywhere</h1>{letters}</main></html>"
    )


def _entry(path: Path) -> str:
    message = message_from_bytes(path.read_bytes(), policy=default)
    assert isinstance(message, EmailMessage)
    body = message.get_body(("html", "plain"))
    content = str(body.get_content()) if body is not None else ""
    # In a frame of its own, where no script runs; links open a new tab.
    page = content.replace("<head>", '<head><base target="_blank">', 1)
    return (
        f"<details><summary>{html.escape(str(message['Subject']))}"
        f"<span>{html.escape(str(message['To']))} · {html.escape(str(message['Date']))} · "
        f'<a href="{path.name}">.eml</a></span></summary>'
        '<iframe sandbox="allow-popups allow-popups-to-escape-sandbox"'
        f' srcdoc="{html.escape(page)}"></iframe></details>'
    )
