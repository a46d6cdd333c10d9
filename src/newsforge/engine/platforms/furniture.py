"""What the house adds to a writer's text: link, hashtags, disclosure, numbering; and the way back from a part to it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from newsforge.engine.platforms.alerts import quieted
from newsforge.engine.platforms.hashtags import select_tags
from newsforge.engine.platforms.record import Platform
from newsforge.engine.post import Post

_WEB = re.compile(r"https?://[^\s/?#@\"'<>\\^`{|}]+(?::\d+)?(?:[/?#][^\s\"<>\\^`{|}\x00-\x1f\x7f]*)?", re.IGNORECASE)
_FRONT_MATTER = re.compile(r"---\n.*?\n---\n+", re.DOTALL)
_URL_PUNCTUATION = "/?#[]@!$&'()*+,;=:%~-._"

#: What the link of a blog post, a letter or a feed item says.
READ_ARTICLE = {"ko": "기사 원문 보기", "en": "Read the full article", "ja": "記事の全文を読む"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """What goes into the text by the record's rules, already in its form there."""

    link: str | None = None
    tags: str = ""
    disclosure: str | None = None

    def closing(self) -> list[str]:
        return [block for block in (self.link, self.tags) if block]


@lru_cache(maxsize=256)
def web_address(link: str | None) -> str | None:
    """``link`` as it can stand in a text and in HTML, or None when it is no ``http`` address.

    Anything but ASCII is percent-encoded: X and others end a link at the first Hangul letter of its path.
    """
    if link is None or not _WEB.fullmatch(link.strip()):
        return None
    scheme, _, rest = link.strip().partition("://")
    host = re.split(r"[/?#]", rest, maxsplit=1)[0]
    return f"{scheme.lower()}://{_ascii_host(host)}{quote(rest[len(host) :], safe=_URL_PUNCTUATION)}"


def _ascii_host(host: str) -> str:
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


def one_line(text: str | None) -> str | None:
    """NFC without line breaks, or None when there is nothing."""
    return " ".join(unicodedata.normalize("NFC", text).split()) or None if text else None


def furnish(
    platform: Platform, *, hashtags: tuple[str, ...], link: str | None, disclosure: str | None
) -> tuple[Furniture, tuple[str, ...], str | None]:
    """What goes into the text, and the tags and the link that go with the post."""
    rule = platform.urls
    address = web_address(link)
    if address:
        address = quieted(address, platform.mentions)
    tags = select_tags(hashtags, platform.hashtags)
    written = address if rule.placement != "none" else None
    if written and rule.longest is not None and len(written) > rule.longest:
        written = None
    in_text = tags if platform.hashtags.placement == "end" else ()
    furniture = Furniture(link=written, tags=" ".join(f"#{tag}" for tag in in_text), disclosure=one_line(disclosure))
    return furniture, tags, address


def assemble(body: str, blocks: list[str], separator: str) -> str:
    return separator.join(block for block in (body, *blocks) if block)


def body_spans(post: Post) -> tuple[tuple[int, int], ...]:
    """For each part, where its body stands, ``part[start:end]``: without what the house added before and after.

    Works on edited posts too: from the end, lines go as long as they are of the house.
    """
    return tuple(_body_span(post, index) for index in range(len(post.parts)))


def _body_span(post: Post, index: int) -> tuple[int, int]:
    text = post.parts[index]
    front = _FRONT_MATTER.match(text) if text.startswith("---\n") else None
    start = front.end() if front else 0
    end = start + len(text[start:].rstrip())
    while end > start:
        line_start = text.rfind("\n", start, end) + 1 or start
        if not _is_house_line(text[line_start:end].strip(), post, index):
            break
        end = start + len(text[start:line_start].rstrip())
    return start, end


def _is_house_line(line: str, post: Post, index: int) -> bool:
    if line in {
        post.link,
        f"<{post.link}>",
        post.disclosure,
        f"{index + 1}/{len(post.parts)}" if len(post.parts) > 1 else None,
    }:
        return True
    tags = {f"#{tag}" for tag in post.hashtags}
    return bool(line) and all(word in tags for word in line.split())
