"""The pipeline's reader: finds out what it was given and lets the right reader have it."""

from __future__ import annotations

import asyncio
import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from newsforge.adapters.readers import archives, ole
from newsforge.adapters.readers.apart import DocumentKind, extract_apart
from newsforge.adapters.readers.errors import (
    DocumentTooLarge,
    EmptySource,
    FileTooLarge,
    PasswordProtected,
    UnknownFormat,
)
from newsforge.adapters.readers.extract import MAX_CHARACTERS
from newsforge.kit.fetch import DEFAULT_LIMITS, PUBLIC, BadUrl, Fetched, Limits, Policy, fetch
from newsforge.kit.fetch.pages import PageStore, fetch_again
from newsforge.kit.media import find_utf_16, sniff

if TYPE_CHECKING:
    from newsforge.engine.article import Article
    from newsforge.pipeline.ports import Source

MAX_FILE_BYTES = 20_000_000
#: No encoding takes more than four bytes a character.
_MAX_TEXT_BYTES = 4 * MAX_CHARACTERS
_MARKDOWN_NAMES = {".md", ".markdown", ".mdown", ".mkd"}
_MARKDOWN_TYPES = {"text/markdown", "text/x-markdown"}
#: Text that says of itself that it is Markdown: front matter, or a heading on its first line.
_LOOKS_LIKE_MARKDOWN = re.compile(
    r"\ufeff?\s*(?:---[ \t]*\r?\n[A-Za-z_-]+[ \t]*:.*\n(?:(?:[A-Za-z_-]+[ \t]*:|[ \t]+\S|- ).*\n)*---|#{1,2} \S)"
)
_RTF = re.compile(rb"\s*\{\\rtf\d")
_ONE_URL = re.compile(r"\s*(https?://\S+)\s*\Z", re.IGNORECASE)


class SourceReader:
    """``policy`` and ``limits`` rule what is fetched from the web; ``pages`` keeps what was, if there is one."""

    def __init__(
        self, *, policy: Policy = PUBLIC, limits: Limits = DEFAULT_LIMITS, pages: PageStore | None = None
    ) -> None:
        self._policy = policy
        self._limits = limits
        self._pages = pages

    async def read(self, source: Source) -> Article:
        """No path is ever opened: ``name`` of a ``file`` may come from a stranger. ``-`` is standard input. ``text``
        is in ``data``, or in ``name`` where that is empty. Raise a :class:`newsforge.kit.errors.NewsforgeError` when
        there is no article."""
        match source.kind:
            case "url":
                return await self._read_url(source.name or source.data.decode("utf-8", "replace"))
            case "file":
                return await self._read_bytes(source.data, name=source.name)
            case "text":
                return await self._read_text(source.data or source.name.encode("utf-8", "replace"))
            case _:
                raise UnknownFormat(f"There is no kind of source called {source.kind}.")

    async def _read_url(self, url: str) -> Article:
        fetched = await self._fetch(url.strip())
        name = PurePath(re.sub(r"[?#].*", "", fetched.url)).name
        return await self._read_bytes(
            fetched.data,
            name=name,
            content_type=fetched.content_type,
            is_markdown=fetched.media_type in _MARKDOWN_TYPES,
            url=fetched.url,
        )

    async def _fetch(self, url: str) -> Fetched:
        if self._pages is None:
            return await fetch(url, policy=self._policy, limits=self._limits)
        return await fetch_again(url, self._pages, policy=self._policy, limits=self._limits)

    async def _read_text(self, data: bytes) -> Article:
        url = _ONE_URL.match(data.decode("utf-8", "replace")) if len(data) < 5000 else None
        if url:
            raise BadUrl("This is the address of an article, not its text.", remedy=f"Give {url[1]} as a URL.")
        return await self._read_bytes(data, name="")

    async def _read_bytes(
        self,
        data: bytes,
        *,
        name: str,
        content_type: str | None = None,
        is_markdown: bool = False,
        url: str | None = None,
    ) -> Article:
        if len(data) > MAX_FILE_BYTES:
            raise FileTooLarge(_too_large(len(data)), remedy="Give only the article's pages, or paste its text.")
        kind = sniff(data)
        suffix = PurePath(name).suffix.lower()
        if kind == "text" and _RTF.match(data):
            raise UnknownFormat("The file is an RTF document.", remedy="Open it in Word and save it as .docx.")
        match kind:
            case "empty":
                raise EmptySource
            case "pdf" | "zip" | "ole":
                return await _read_document(document_kind(data, kind, suffix), data, url=url)
            case "html":
                return await asyncio.to_thread(_read_html, data, url, content_type)
            case "text":
                is_markdown = is_markdown or suffix in _MARKDOWN_NAMES
                return await asyncio.to_thread(_read_text, data, url, content_type, is_markdown=is_markdown)
            case _:
                raise UnknownFormat(f"{_shown(name)} is of a kind that cannot be read.")


def document_kind(data: bytes, container: str, suffix: str) -> DocumentKind:
    """Which parser a container is for, by what is in it; the name only words the refusal."""
    if container == "pdf":
        return "pdf"
    found = archives.identify(data) if container == "zip" else ole.identify(data)
    match found:
        case "docx":
            return "docx"
        case "hwp" | "hwpx":
            return "hwp"
        case "encrypted_office":
            raise PasswordProtected("The Office document is protected with a password.")
        case "doc":
            raise UnknownFormat(
                "The file is an old Word document (.doc).", remedy="Open it in Word and save it as .docx."
            )
        case _:
            raise UnknownFormat(f"A {suffix or container} file is no article that can be read.")


async def _read_document(kind: DocumentKind, data: bytes, *, url: str | None) -> Article:
    extract = await extract_apart(kind, data)
    from newsforge.adapters.readers.prose import Known, article_from

    return await asyncio.to_thread(article_from, extract, Known(url=url))


def _read_html(data: bytes, url: str | None, content_type: str | None) -> Article:
    from newsforge.adapters.readers.html import read_html

    return read_html(data, url=url, content_type=content_type)


def _read_text(data: bytes, url: str | None, content_type: str | None, *, is_markdown: bool) -> Article:
    from newsforge.adapters.readers.html.decode import decode
    from newsforge.adapters.readers.markdown import read_markdown
    from newsforge.adapters.readers.text import read_text

    if len(data) > _MAX_TEXT_BYTES:
        raise DocumentTooLarge("The text is far longer than an article.")
    wide = find_utf_16(data)
    text = data.decode(wide, "replace") if wide else decode(data, content_type=content_type)
    if is_markdown or _LOOKS_LIKE_MARKDOWN.match(text):
        return read_markdown(text, url=url)
    return read_text(text, url=url)


def _too_large(size: int) -> str:
    return f"The file is {size / 1_000_000:.0f} MB; at most {MAX_FILE_BYTES // 1_000_000} MB are read."


def _shown(name: str) -> str:
    return "Standard input" if name == "-" else PurePath(name).name or "This"
