"""One page, fetched within its limits."""

from __future__ import annotations

import asyncio
import ssl
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NoReturn

from newsforge import __version__
from newsforge.kit.fetch.body import check_length, is_packed, limits_for, read_body
from newsforge.kit.fetch.errors import (
    FetchFailed,
    HttpStatus,
    Incomplete,
    NotFound,
    TimedOut,
    TlsFailure,
    TooManyRedirects,
    Unreachable,
    UnsupportedContentType,
)
from newsforge.kit.fetch.policy import DEFAULT_LIMITS, PUBLIC, Limits, Policy
from newsforge.kit.fetch.urls import parse_url
from newsforge.kit.media import sniff

if TYPE_CHECKING:
    import httpx2

USER_AGENT = f"NewsForge/{__version__} (reads a single article when a person asks for it)"

_PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/x-markdown"})
_DOCUMENTS = frozenset(
    {
        "application/pdf",
        "application/x-pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/x-hwp",
        "application/hwp",
        "application/haansofthwp",
        "application/vnd.hancom.hwp",
        "application/hwp+zip",
        "application/x-hwpx",
        "application/haansofthwpx",
        "application/vnd.hancom.hwpx",
    }
)
#: Servers that do not say what a file is; its first bytes decide. Korean ministries send press releases so.
_UNTYPED = frozenset(
    {
        "",
        "application/octet-stream",
        "application/download",
        "application/force-download",
        "application/x-download",
        "application/x-msdownload",
        "application/unknown",
        "binary/octet-stream",
        "application/zip",
        "application/x-zip-compressed",
        "application/xml",
        "text/xml",
    }
)
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """``url`` is where the redirects ended. ``content_type`` is the header as sent (with its charset), ``media_type``
    its first part in lower case. ``etag`` and ``last_modified`` go into the next :func:`fetch` of the same address;
    with ``is_unchanged`` the page is the one they were given for, and ``data`` is empty."""

    url: str
    content_type: str
    media_type: str
    data: bytes = field(repr=False)
    etag: str | None = None
    last_modified: str | None = None
    is_unchanged: bool = False


async def fetch(
    url: str,
    *,
    policy: Policy = PUBLIC,
    limits: Limits = DEFAULT_LIMITS,
    etag: str | None = None,
    last_modified: str | None = None,
) -> Fetched:
    """Raise a :class:`newsforge.kit.fetch.FetchFailed` whose ``code`` says what went wrong, within
    ``limits.total_s`` whatever the server does."""
    address = parse_url(url, ports=policy.ports, public_names_only=not policy.allow_networks)
    conditions = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    try:
        async with asyncio.timeout(limits.total_s):
            return await _follow(address, policy, limits, {k: v for k, v in conditions.items() if v})
    except TimeoutError:
        raise TimedOut(
            f"{address.host} did not deliver the page within {limits.total_s:g} seconds.",
            remedy="Try again in a moment, or paste the article's text.",
        ) from None


async def _follow(address: httpx2.URL, policy: Policy, limits: Limits, conditions: dict[str, str]) -> Fetched:
    import httpx2

    from newsforge.kit.fetch.guard import GuardedTransport

    headers = {
        "User-Agent": USER_AGENT,
        "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5",
        "Accept-Encoding": "gzip, identity",
    }
    async with httpx2.AsyncClient(
        transport=GuardedTransport(policy),
        headers=headers,
        timeout=limits.total_s,
        trust_env=False,
        follow_redirects=False,
    ) as client:
        for _ in range(limits.redirects + 1):
            try:
                async with client.stream("GET", address, headers=conditions) as response:
                    target = _redirect_target(response)
                    if target is None:
                        return await _read(response, limits, is_conditional=bool(conditions))
            except httpx2.HTTPError as error:
                _explain(error, address.host)
            address = parse_url(target, ports=policy.ports, public_names_only=not policy.allow_networks)
    raise TooManyRedirects(
        f"The address leads on and on: more than {limits.redirects} redirects.",
        remedy="Open the page in a browser and give the address it ends at.",
    )


def _redirect_target(response: httpx2.Response) -> str | None:
    import httpx2

    location = response.headers.get("location")
    if response.status_code not in _REDIRECTS or location is None:
        return None
    try:
        return str(response.url.join(location))
    except (httpx2.InvalidURL, ValueError):
        raise Incomplete(
            f"{response.url.host} leads on to an address that is not one.",
            remedy="Open the page in a browser and give the address it ends at.",
        ) from None


async def _read(response: httpx2.Response, limits: Limits, *, is_conditional: bool) -> Fetched:
    host, headers = response.url.host, response.headers
    content_type: str = headers.get("content-type", "")
    media_type = content_type.partition(";")[0].strip().lower()
    is_unchanged = response.status_code == 304 and is_conditional
    data = b""
    if not is_unchanged:
        _check_status(response.status_code, host)
        _check_type(media_type, host)
        wire_bytes, decoded_bytes = limits_for(limits, is_document=media_type in _DOCUMENTS | _UNTYPED)
        check_length(headers.get("content-length"), wire_bytes)
        data = await read_body(
            response.aiter_raw(),
            packed=is_packed(headers.get("content-encoding", "")),
            wire_bytes=wire_bytes,
            decoded_bytes=decoded_bytes,
        )
        if media_type in _UNTYPED and sniff(data) in {"binary", "empty", "text"}:
            _refuse_type(media_type, host)
    return Fetched(
        url=str(response.url),
        content_type=content_type,
        media_type=media_type,
        data=data,
        etag=headers.get("etag"),
        last_modified=headers.get("last-modified"),
        is_unchanged=is_unchanged,
    )


def _check_status(status: int, host: str) -> None:
    if status in {404, 410}:
        raise NotFound(status, host)
    if not 200 <= status < 300:
        raise HttpStatus(status, host)


def _check_type(media_type: str, host: str) -> None:
    if media_type not in _PAGES | _DOCUMENTS | _UNTYPED:
        _refuse_type(media_type, host)


def _refuse_type(media_type: str, host: str) -> NoReturn:
    raise UnsupportedContentType(
        f"{host} sends {media_type[:60] or 'something without a type'}, which is not an article.",
        remedy="Give the address of a web page, text, PDF, DOCX or HWP document.",
    )


def _explain(error: httpx2.HTTPError, host: str) -> NoReturn:
    import httpx2

    causes = list(_causes(error))
    for cause in causes:
        if isinstance(cause, FetchFailed):
            raise cause
        if isinstance(cause, ssl.SSLError):
            raise _tls_failure(cause, host) from error
    if isinstance(error, httpx2.TimeoutException):
        raise TimeoutError from error
    if isinstance(error, httpx2.ConnectError):
        raise Unreachable(
            f"No connection to {host} could be made.", remedy="Check the address, or try again in a moment."
        ) from error
    raise Incomplete(
        f"{host} broke off or answered with something that is not proper HTTP.",
        remedy="Try again in a moment, or paste the article's text.",
    ) from error


def _tls_failure(cause: ssl.SSLError, host: str) -> TlsFailure:
    reason = f" ({cause.verify_message})" if isinstance(cause, ssl.SSLCertVerificationError) else ""
    return TlsFailure(
        f"{host} could not prove that it is {host}{reason}." if reason else f"{host} speaks no proper TLS.",
        remedy="Nothing was read. Check the address, or paste the article's text.",
    )


def _causes(error: BaseException) -> list[BaseException]:
    chain: list[BaseException] = []
    link: BaseException | None = error
    while link is not None and link not in chain:
        chain.append(link)
        link = link.__cause__ or link.__context__
    return chain
