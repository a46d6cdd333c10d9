"""A post as files, in the forms in which its platform takes it."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Final

from newsforge.engine.platforms.feed import json_feed_item, rss_item
from newsforge.engine.platforms.record import Platform
from newsforge.engine.post import Post

BETWEEN_PARTS: Final = "\n\n---\n\n"


def post_files(post: Post, platform: Platform, *, published_at: datetime | None = None) -> dict[str, str]:
    """Name to text. A blog is Markdown or HTML, a feed item JSON and XML, everything else plain text.
    ``published_at`` is the article's."""
    files = {f"{platform.id}.txt": plain_text(post) + "\n"}
    if platform.shape == "blog" and not post.html:
        files = {f"{platform.id}.md": post.parts[0] + "\n"}
    if post.html:
        files[f"{platform.id}.html"] = post.html + "\n"
    if platform.shape == "feed":
        files[f"{platform.id}.json"] = (
            json.dumps(json_feed_item(post, published_at=published_at), ensure_ascii=False, indent=1) + "\n"
        )
        files[f"{platform.id}.xml"] = rss_item(post, published_at=published_at) + "\n"
    return files


def plain_text(post: Post) -> str:
    """Subject or title, preheader, and the parts with a line between them."""
    head = [value for value in (post.subject or post.title, post.preheader) if value]
    return "\n\n".join([*head, BETWEEN_PARTS.join(post.parts)])
