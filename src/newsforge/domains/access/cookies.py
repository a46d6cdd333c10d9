"""A browser's session: which cookies, and from where it may be used.

Over https the cookies are ``__Host-`` ones, which no other host can set or read. On loopback http they have plain
names. Any other http origin could be listened to, so there nobody signs in by browser.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from newsforge.domains.access.errors import Forbidden, WrongOrigin
from newsforge.domains.access.tokens import ACCESS_TTL_S, REFRESH_TTL_S

SAFE_METHODS: Final = frozenset({"GET", "HEAD", "OPTIONS"})


class InsecureOrigin(Forbidden):
    code = "insecure_origin"
    message = "Browsers can sign in only over https, or on the machine itself (http://localhost)."
    remedy = (
        "Put TLS in front of the service and set NEWSFORGE_PUBLIC_URL to its https:// address; or open it on this"
        " machine as http://localhost."
    )


@dataclass(frozen=True, slots=True)
class CookieNames:
    access: str
    refresh: str


SECURE_NAMES: Final = CookieNames("__Host-newsforge_access", "__Host-newsforge_refresh")
LOOPBACK_NAMES: Final = CookieNames("newsforge_access", "newsforge_refresh")


class BrowserRules:
    """``public_url`` is how browsers reach the service; ``cors_origins`` are further pages that may use it."""

    def __init__(self, *, public_url: str, cors_origins: Iterable[str] = ()) -> None:
        self.is_secure = public_url.startswith("https://")
        self.names = SECURE_NAMES if self.is_secure else LOOPBACK_NAMES
        self._is_public_loopback = is_loopback(urlsplit(public_url).netloc)
        self._origins = frozenset({public_url.rstrip("/"), *cors_origins})
        self.access_prefix = f"{self.names.access}=".encode()

    def allows(self, origin: str | None, *, scheme: str, host: str) -> bool:
        """Whether a page of ``origin`` may change things. Browsers name it on every unsafe method."""
        if origin is None:
            return False
        # A page of another site cannot make a browser send its cookies under this host and its own origin at once.
        return origin in self._origins or (bool(host) and origin == f"{scheme}://{host}")

    def check_origin(self, origin: str | None, *, scheme: str, host: str) -> None:
        """Raise :class:`WrongOrigin`."""
        if not self.allows(origin, scheme=scheme, host=host):
            raise WrongOrigin

    def check_sign_in(self, origin: str | None, *, scheme: str, host: str) -> None:
        """Raise :class:`InsecureOrigin` where cookies could be listened to, :class:`WrongOrigin` for a page of
        somebody else's (no page can sign its visitor in to a stranger's account)."""
        if not self.is_secure and not (self._is_public_loopback and is_loopback(host)):
            raise InsecureOrigin
        self.check_origin(origin, scheme=scheme, host=host)

    def set_cookies(self, *, access: str, refresh: str) -> tuple[str, str]:
        """Values of ``Set-Cookie``. Pages are opened by links from elsewhere, so the access cookie is Lax; the refresh
        cookie is only ever sent by the service's own pages."""
        return (
            self._cookie(self.names.access, access, max_age_s=ACCESS_TTL_S, same_site="Lax"),
            self._cookie(self.names.refresh, refresh, max_age_s=REFRESH_TTL_S, same_site="Strict"),
        )

    def clear_cookies(self) -> tuple[str, str]:
        return (
            self._cookie(self.names.access, "", max_age_s=0, same_site="Lax"),
            self._cookie(self.names.refresh, "", max_age_s=0, same_site="Strict"),
        )

    def _cookie(self, name: str, value: str, *, max_age_s: int, same_site: str) -> str:
        secure = "; Secure" if self.is_secure else ""
        return f"{name}={value}; Path=/; Max-Age={max_age_s}; HttpOnly; SameSite={same_site}{secure}"


def is_loopback(host: str) -> bool:
    """``host`` with or without a port, as in a ``Host`` header."""
    try:
        name = urlsplit(f"//{host}").hostname or ""
        return name == "localhost" or name.endswith(".localhost") or ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False
