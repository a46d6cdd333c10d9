"""Fetched pages in the two-level cache."""

from __future__ import annotations

import base64
import hashlib
import json
from contextlib import suppress
from typing import Final

from newsforge.kit.cache import Cache
from newsforge.kit.fetch import Fetched
from newsforge.kit.fetch.pages import KeptPage

#: How long a page is worth a question whether it has changed.
PAGE_TTL_S: Final = 6 * 3600.0
#: Larger ones would push too much else out.
MAX_BYTES: Final = 2_000_000


class CachedPages:
    """A :class:`newsforge.kit.fetch.pages.PageStore`."""

    def __init__(self, cache: Cache, *, ttl_s: float = PAGE_TTL_S) -> None:
        self._cache = cache
        self._ttl_s = ttl_s

    async def find(self, url: str) -> KeptPage | None:
        with suppress(Exception):
            data = await self._cache.get(_key(url))
            return None if data is None else _read(data)
        return None

    async def keep(self, url: str, kept: KeptPage) -> None:
        if len(kept.page.data) <= MAX_BYTES:
            with suppress(Exception):
                await self._cache.set(_key(url), _write(kept), ttl_s=self._ttl_s)


def _key(url: str) -> str:
    return f"page:{hashlib.sha256(url.encode()).hexdigest()}"


def _write(kept: KeptPage) -> bytes:
    page = kept.page
    form = {
        "url": page.url,
        "content_type": page.content_type,
        "media_type": page.media_type,
        "etag": page.etag,
        "last_modified": page.last_modified,
        "data": base64.b64encode(page.data).decode(),
        "checked_at": kept.checked_at,
    }
    return json.dumps(form).encode()


def _read(data: bytes) -> KeptPage:
    form = json.loads(data)
    checked_at = form.pop("checked_at")
    return KeptPage(Fetched(**{**form, "data": base64.b64decode(form["data"])}), checked_at)
