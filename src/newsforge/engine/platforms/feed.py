"""A feed post as an item of JSON Feed 1.1 or RSS 2.0. The item's id is the article's address: stable and unique."""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import format_datetime
from xml.sax.saxutils import escape

from newsforge.engine.post import Post

#: Characters that XML 1.0 cannot carry at all.
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
CONTENT_NAMESPACE = "http://purl.org/rss/1.0/modules/content/"


def json_feed_item(post: Post, *, published_at: datetime | None = None) -> dict[str, object]:
    """``id`` falls back on the title where the article has no address. ``published_at`` is the article's date."""
    item: dict[str, object] = {
        "id": post.link or post.title or "",
        "title": post.title or "",
        "content_html": post.html or "",
        "content_text": "\n\n".join(post.parts),
        "language": post.language,
    }
    if post.link:
        item["url"] = post.link
    if published_at:
        item["date_published"] = published_at.isoformat(timespec="seconds")
    if post.hashtags:
        item["tags"] = list(post.hashtags)
    return item


def rss_item(post: Post, *, published_at: datetime | None = None) -> str:
    """An ``<item>`` that declares its own name space: well-formed by itself, and in any channel."""
    link = f"<link>{_xml(post.link)}</link>" if post.link else ""
    identifier = f'<guid isPermaLink="{"true" if post.link else "false"}">{_xml(post.link or post.title or "")}</guid>'
    date = f"<pubDate>{format_datetime(published_at)}</pubDate>" if published_at else ""
    tags = "".join(f"<category>{_xml(tag)}</category>" for tag in post.hashtags)
    summary = _xml("\n\n".join(post.parts))
    return (
        f'<item xmlns:content="{CONTENT_NAMESPACE}">'
        f"<title>{_xml(post.title or '')}</title>{link}{identifier}{date}{tags}"
        f"<description>{summary}</description><content:encoded>{_xml(post.html or '')}</content:encoded></item>"
    )


def _xml(text: str) -> str:
    return escape(_NOT_XML.sub("", text))
