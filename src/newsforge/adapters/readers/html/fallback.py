"""Date and authors by trafilatura's and htmldate's heuristics, for pages that state them nowhere we look."""

from __future__ import annotations

from dataclasses import replace

from newsforge.adapters.readers.html import bylines, times
from newsforge.adapters.readers.html.metadata import Metadata

_MAX_HTML = 3_000_000


def add_missing(metadata: Metadata, html: str, *, url: str | None, language: str) -> Metadata:
    if (metadata.authors and metadata.published_at) or len(html) > _MAX_HTML:
        return metadata
    from trafilatura.metadata import extract_metadata  # noqa: PLC0415 -- half a second to import

    try:
        found = extract_metadata(html, default_url=url, extensive=True)
    except Exception:  # noqa: BLE001 -- it is the last resort; what it cannot read stays unknown
        return metadata
    published_at = metadata.published_at or times.parse_time(found.date or "", language)
    authors = metadata.authors or tuple(bylines.clean_names((found.author or "").split(";"), site=metadata.site))
    return replace(metadata, published_at=published_at, authors=authors)
