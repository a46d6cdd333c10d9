"""Date and authors found by trafilatura's and htmldate's heuristics, for pages that state them nowhere we look."""

from __future__ import annotations

from datetime import datetime

from newsforge.adapters.readers.html import names, times

_MAX_HTML = 3_000_000


def find_published(html: str, *, url: str | None, language: str) -> datetime | None:
    """The day that htmldate takes the page to be of, without a time."""
    if len(html) > _MAX_HTML:
        return None
    from htmldate import find_date

    try:
        return times.parse_time(find_date(html, url=url, extensive_search=True, original_date=True) or "", language)
    except Exception:  # noqa: BLE001 -- it is the last resort; what it cannot read stays unknown
        return None


def find_authors(html: str, *, sites: tuple[str, ...]) -> list[str]:
    if len(html) > _MAX_HTML:
        return []
    from trafilatura.metadata import extract_metadata

    try:
        found = extract_metadata(html, extensive=False)
    except Exception:  # noqa: BLE001 -- as above
        return []
    return names.clean_names((found.author or "").split(";"), sites=sites)
