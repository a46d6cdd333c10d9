"""Date and authors found by trafilatura's and htmldate's heuristics, for pages that state them nowhere we look."""

from __future__ import annotations

import re
from datetime import datetime

from newsforge.adapters.readers.html import element_classes, names, times

_MAX_HTML = 3_000_000
_NEW_YEAR = (
    r"{year}\W{{0,2}}(?:년|年)?\W?0?1(?:월|月)?\W{{1,2}}0?1\b|"
    r"\b1(?:st)?\.? jan\w*\.? {year}|jan\w*\.? 1(?:st)?,? {year}"
)


def find_published(html: str, *, url: str | None, language: str) -> datetime | None:
    """The day that htmldate takes the page to be of, without a time."""
    if len(html) > _MAX_HTML:
        return None
    from htmldate import find_date

    try:
        day = find_date(html, url=url, extensive_search=True, original_date=True) or ""
    except Exception:  # noqa: BLE001 -- it is the last resort; what it cannot read stays unknown
        return None
    if day.endswith("-01-01") and not re.search(_NEW_YEAR.format(year=day[:4]), html, re.IGNORECASE):
        return None  # made of a year alone, such as the copyright's
    return times.parse_time(day, language)


def find_authors(html: str, *, sites: tuple[str, ...]) -> list[str]:
    if len(html) > _MAX_HTML:
        return []
    from trafilatura.metadata import extract_metadata

    element_classes.use_table()
    try:
        found = extract_metadata(html, extensive=False)
    except Exception:  # noqa: BLE001 -- as above
        return []
    return names.clean_names((found.author or "").split(";"), sites=sites)
