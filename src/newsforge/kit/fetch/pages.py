"""Pages that were fetched before: given again for a moment, then only when their site says that they are unchanged."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, Protocol

from newsforge.kit.fetch.client import Fetched, fetch
from newsforge.kit.fetch.policy import DEFAULT_LIMITS, PUBLIC, Limits, Policy

#: Within this time a page is given again without a question to its site.
FRESH_S: Final = 60.0


@dataclass(frozen=True, slots=True)
class KeptPage:
    """``checked_at``: when its site last said so, in seconds of the epoch."""

    page: Fetched
    checked_at: float


class PageStore(Protocol):
    """By the address that was asked for. Pages are public: no credential is ever sent along."""

    async def find(self, url: str) -> KeptPage | None:
        """Must not raise: what cannot be looked up is not there."""
        ...

    async def keep(self, url: str, kept: KeptPage) -> None:
        """Must not raise."""
        ...


async def fetch_again(
    url: str,
    store: PageStore,
    *,
    policy: Policy = PUBLIC,
    limits: Limits = DEFAULT_LIMITS,
    fresh_s: float = FRESH_S,
    clock: Callable[[], float] = time.time,
) -> Fetched:
    """As :func:`fetch`, from ``store`` where that is as good. A page whose server named no validator is fetched whole
    once it is older than ``fresh_s``."""
    kept = await store.find(url)
    if kept is not None and 0 <= clock() - kept.checked_at < fresh_s:
        return kept.page
    page = await fetch(
        url,
        policy=policy,
        limits=limits,
        etag=kept.page.etag if kept else None,
        last_modified=kept.page.last_modified if kept else None,
    )
    if page.is_unchanged and kept is not None:
        # Where the redirects end may have changed; the page has not.
        page = replace(kept.page, etag=page.etag or kept.page.etag)
    await store.keep(url, KeptPage(page, clock()))
    return page
