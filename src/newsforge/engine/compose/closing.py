"""The line that ends a post: where the news comes from, or where to read on. House words, which claim nothing."""

from __future__ import annotations

from newsforge.engine.compose.model import Digest
from newsforge.engine.platforms.record import Platform
from newsforge.engine.post import Length, Tone

SOURCE = {"ko": "출처: {site}", "en": "Source: {site}", "ja": "出典：{site}"}
#: By how it asks: plainly, or as one talks to readers.
_READ_ON = {
    "formal": {
        "ko": "자세한 내용은 원문에서 확인하실 수 있습니다",
        "en": "Read the full article",
        "ja": "詳しくは記事をご覧ください",
    },
    "friendly": {
        "ko": "👉 자세한 내용은 기사에서 확인하세요",
        "en": "👉 Read the full story",
        "ja": "👉 続きは記事でどうぞ",
    },
    "plain": {"ko": "자세한 내용은 기사에서 확인하세요", "en": "Read the full story", "ja": "続きは記事でどうぞ"},
}
#: Shapes that have a place for the source or the link of their own, and say it already.
_SIGNED = frozenset(["blog"])
_POINTLESS = frozenset(["feed", "pin"])


def closing_line(  # noqa: PLR0913 -- all that the line depends on
    digest: Digest, platform: Platform, tone: Tone, length: Length, link: str | None, *, grave: bool
) -> str:
    """Neutral and urgent posts end with the news, unless they are to be long: then they name the source. A short post
    of any tone has no word to spare."""
    language, site = digest.article.language, digest.article.site
    if language not in SOURCE or platform.shape in _SIGNED:
        return ""
    source = SOURCE[language].format(site=site) if site else ""
    if tone == "friendly":
        manner = "plain" if grave or platform.charset == "cp949" else "friendly"
        return _READ_ON[manner][language] if _is_reachable(platform, link) else ""
    if tone == "formal":
        return source or (_READ_ON["formal"][language] if _is_reachable(platform, link) else "")
    return source if length == "long" and platform.shape not in _POINTLESS else ""


def _is_reachable(platform: Platform, link: str | None) -> bool:
    return link is not None and platform.shape not in _POINTLESS
