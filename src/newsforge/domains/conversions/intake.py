"""What can be known to be wrong with a request before anything is written or fetched."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any, Final, NoReturn
from urllib.parse import urlsplit
from uuid import UUID

from newsforge.domains.conversions.errors import FileTooBig, InvalidWish
from newsforge.domains.conversions.options import ConversionOptions
from newsforge.domains.conversions.schemas import ConversionCreate, SourceIn, Wishes
from newsforge.engine.platforms.furniture import web_address
from newsforge.engine.platforms.record import Platform
from newsforge.engine.platforms.registry import UnknownPlatform, get_platform
from newsforge.engine.text.language import detect_language
from newsforge.kit.errors import NewsforgeError
from newsforge.kit.fetch import PrivateAddress
from newsforge.kit.fetch.addresses import may_connect, parse_networks
from newsforge.kit.fetch.policy import Policy
from newsforge.kit.fetch.urls import parse_url
from newsforge.kit.media import sniff

_ONE_URL: Final = re.compile(r"\s*(https?://\S+)\s*\Z", re.IGNORECASE)
_READABLE: Final = frozenset({"pdf", "zip", "ole", "html", "text"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A request that has been looked through. ``data`` is what was sent in; nothing for a URL."""

    kind: str
    url: str | None = None
    name: str = ""
    data: bytes = b""
    #: An article that is there already; its latest version when none is named.
    article_id: UUID | None = None
    article_version: int | None = None
    platforms: tuple[str, ...]
    languages: tuple[str, ...]
    wishes: dict[str, Any]

    @property
    def units(self) -> int:
        return len(self.platforms) * max(1, len(self.languages))


def read_request(request: ConversionCreate, options: ConversionOptions) -> Wanted:
    """Raise :class:`InvalidWish`."""
    source = request.source
    if source.article_id is not None:
        wanted = _wanted(request, options, kind="article")
        return replace(wanted, article_id=source.article_id, article_version=source.article_version)
    if source.url is not None:
        _check_url(source.url.strip(), options.policy)
        return _wanted(request, options, kind="url", url=source.url.strip())
    text = source.text if source.text is not None else source.html or ""
    _check_text(source, text, options)
    if source.html is not None:
        # The mark says that it is UTF-8, whatever the page says of itself.
        return _wanted(request, options, kind="html", name="page.html", data=b"\xef\xbb\xbf" + text.encode())
    return _wanted(request, options, kind="text", data=text.encode())


def read_upload(wishes: Wishes, name: str, data: bytes, options: ConversionOptions) -> Wanted:
    """Raise :class:`FileTooBig` or :class:`InvalidWish`."""
    if len(data) > options.max_file_bytes:
        raise FileTooBig(
            f"The file is larger than {options.max_file_bytes / 1_000_000:g} MB.",
            remedy="Give only the article's pages, or paste its text.",
        )
    kind = sniff(data)
    if kind == "empty":
        _refuse("The file is empty.", "/file", remedy="Choose the file with the article.")
    if kind not in _READABLE:
        _refuse(
            "The file is of a kind that cannot be read.",
            "/file",
            remedy="Text, Markdown, HTML, PDF, DOCX, HWP and HWPX can be read.",
        )
    safe = re.sub(r"[\x00-\x1f\x7f\ud800-\udfff]", "", re.split(r"[/\\]", name)[-1])[-200:]
    return _wanted(wishes, options, kind="file", name=safe, data=data)


def _wanted(
    wishes: Wishes, options: ConversionOptions, *, kind: str, url: str | None = None, name: str = "", data: bytes = b""
) -> Wanted:
    languages = tuple(dict.fromkeys(re.split(r"[-_]", one)[0].lower() for one in wishes.languages or ()))
    platforms = _platforms(wishes.platforms)
    _check_languages(platforms, languages)
    if wishes.writer == "embedded" and kind == "text":
        check_embedded(languages, detect_language(data.decode()[:5000]))
    return Wanted(
        kind=kind,
        url=url,
        name=name,
        data=data,
        platforms=tuple(platform.id for platform in platforms),
        languages=languages,
        wishes={
            "tone": wishes.tone,
            "length": wishes.length,
            "writer": wishes.writer,
            "instruction": wishes.instruction.strip(),
            "disclosure": (wishes.disclosure or "").strip() or options.disclosure,
            "link": _link(wishes.link),
        },
    )


def _platforms(ids: list[str]) -> list[Platform]:
    found: dict[str, Platform] = {}
    for index, platform_id in enumerate(ids):
        try:
            found[platform_id] = get_platform(platform_id)
        except UnknownPlatform as error:
            raise InvalidWish.of(error, f"/platforms/{index}") from None
    return list(found.values())


def _check_languages(platforms: list[Platform], languages: tuple[str, ...]) -> None:
    for platform in platforms:
        for index, language in enumerate(languages):
            if not platform.writes(language):
                _refuse(
                    f"{platform.name['en']} carries only {', '.join(platform.languages)} text, not {language}.",
                    f"/languages/{index}",
                    remedy="Leave this platform out, or ask for it in a conversion of its own.",
                )


def check_embedded(languages: tuple[str, ...], own: str) -> None:
    """``own`` is the article's language. Raise :class:`InvalidWish`."""
    for index, language in enumerate(languages):
        if language != own:
            _refuse(
                f"The embedded writer writes in the article's own language ({own}), not {language}.",
                f"/languages/{index}",
                remedy=f"Leave languages out, or choose an AI writer for {language}.",
            )


def _check_url(url: str, policy: Policy) -> None:
    try:
        parse_url(url, ports=policy.ports, public_names_only=not policy.allow_networks)
        host = urlsplit(url).hostname or ""
        is_address = ":" in host or re.fullmatch(r"[\d.]+", host) is not None
        if is_address and not may_connect(host, allow_networks=parse_networks(policy.allow_networks)):
            raise PrivateAddress(host)
    except NewsforgeError as error:
        raise InvalidWish.of(error, "/source/url") from None


def _check_text(source: SourceIn, text: str, options: ConversionOptions) -> None:
    pointer = "/source/text" if source.text is not None else "/source/html"
    if not text.strip():
        _refuse("There is no text in it.", pointer, remedy="Give the whole article.")
    if source.text is not None and len(text) > options.max_text_characters:
        _refuse(
            f"The text is longer than {options.max_text_characters} characters, far beyond an article.",
            pointer,
            remedy="Give a single article.",
        )
    if source.text is not None and (url := _ONE_URL.match(text)):
        _refuse(
            "This is the address of an article, not its text.", pointer, remedy=f"Give {url[1][:200]} as source.url."
        )


def _link(link: str | None) -> str | None:
    if link is None or not link.strip():
        return None
    if link.strip() == "none":
        return "none"
    address = web_address(link)
    if address is None:
        _refuse("The link is no web address.", "/link", remedy="Give an http(s):// address, or none.")
    return address


def _refuse(message: str, pointer: str, *, remedy: str) -> NoReturn:
    raise InvalidWish(message, remedy=remedy, members={"errors": [{"pointer": pointer, "message": message}]})
