"""One HTML page in, one article out: body, metadata, and what was left out with the reason."""

from __future__ import annotations

from newsforge.engine.article import Article


def read_html(data: bytes, *, url: str | None = None, content_type: str | None = None) -> Article:
    """``url`` is where the page was found, ``content_type`` the HTTP header of that name.

    Raise :class:`~newsforge.adapters.readers.errors.NoArticle`, ``Paywall`` or ``UnreadableEncoding``; nothing else,
    whatever the bytes are. Takes about 30 ms of processor time a page, and some seconds for the most hostile ones.
    """
    from newsforge.adapters.readers.html.reading import read_page

    return read_page(data, url=url, content_type=content_type)
