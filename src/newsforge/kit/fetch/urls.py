"""The address as a person typed it, checked before anything is looked up."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

from newsforge.kit.fetch.errors import BadUrl, PrivateAddress

if TYPE_CHECKING:
    import httpx2

_LONGEST_URL = 4096
#: Names that only a private network answers (RFC 6761, RFC 8375, ICANN's reserved ``internal``, and common habits).
_PRIVATE_NAME = re.compile(
    r"(?:^|\.)(?:localhost|localdomain|local|internal|intranet|corp|home|lan|private|test|invalid|onion|"
    r"home\.arpa|in-addr\.arpa|ip6\.arpa)$"
)
_DOTTED_QUAD = re.compile(r"(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.|$)){4}(?<!\.)\Z")
#: A last label like this makes resolvers read the whole host as an IPv4 address: 0x7f000001, 2130706433, 0177.1.
_NUMBER = re.compile(r"(?:0[xX][0-9a-fA-F]*|\d+)\Z")
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?\Z")


def parse_url(text: str, *, ports: Collection[int] | None, public_names_only: bool = True) -> httpx2.URL:
    """Raise :class:`BadUrl` or :class:`PrivateAddress`. ``ports`` None lets every port pass. A name in another
    script is turned into its ASCII form (IDNA 2008) first, so that all checks see what the resolver will see."""
    import httpx2

    if re.search(r"[\x00-\x20\x7f-\xa0\u2028\u2029\\]", text) or len(text) > _LONGEST_URL or not text:
        raise BadUrl("The address has spaces, control characters or backslashes in it, or is too long.", remedy=_REMEDY)
    try:
        url = httpx2.URL(text)
        host, port = url.raw_host.decode("ascii"), url.port
    except (httpx2.InvalidURL, UnicodeError, ValueError):
        raise BadUrl("This is not a web address.", remedy=_REMEDY) from None
    if url.scheme not in {"http", "https"}:
        raise BadUrl("Only http:// and https:// addresses can be read.", remedy=_remedy_for(text))
    if url.userinfo:
        raise BadUrl("The address carries a user name or password.", remedy="Remove the part before the @ sign.")
    if ports is not None and (_DEFAULT_PORT[url.scheme] if port is None else port) not in ports:
        raise BadUrl(f"Port {port} is not fetched.", remedy="Only the web's own ports, 80 and 443, are.")
    _check_host(host, public_names_only=public_names_only)
    return url.copy_with(fragment=None)


_DEFAULT_PORT = {"http": 80, "https": 443}
_REMEDY = "Give the full address of the article, for example https://www.example.com/news/1."


def _remedy_for(text: str) -> str:
    if re.match(r"[\w-]+(\.[\w-]+)+(/|$)", text):
        return f"Did you mean https://{text.partition('?')[0]}?"
    return _REMEDY


def _check_host(host: str, *, public_names_only: bool) -> None:
    if ":" in host:
        return  # an IPv6 literal: the address itself is judged when it is connected to
    if not _HOST.match(host) or ".." in host or any(len(label) > 63 for label in host.split(".")):
        raise BadUrl("The host name in the address is not a valid one.", remedy=_REMEDY)
    if _DOTTED_QUAD.match(host):
        return
    if _NUMBER.match(host.rpartition(".")[2]):
        raise BadUrl("The host in the address is a disguised number.", remedy=_REMEDY)
    if public_names_only and ("." not in host or _PRIVATE_NAME.search(host)):
        raise PrivateAddress(host)
