"""Bluesky: 300 graphemes and 3,000 UTF-8 bytes, both."""

from newsforge.engine.platforms.record import HashtagRule, Limit, MediaRule, Platform, PublishRule, ThreadRule, UrlRule

PLATFORM = Platform(
    id="bluesky",
    order=7,
    name={"ko": "블루스카이", "en": "Bluesky", "ja": "Bluesky"},
    shape="hook",
    limits=(
        Limit(field="part", max=300, unit="grapheme", source="lexicons/app/bsky/feed/post.json maxGraphemes"),
        Limit(field="part", max=3000, unit="utf8_byte", source="lexicons/app/bsky/feed/post.json maxLength"),
    ),
    urls=UrlRule(placement="last_part"),
    hashtags=HashtagRule(max=8, habit=2, max_length=64, max_length_unit="grapheme"),
    disclosure="compact",
    thread=ThreadRule(),
    media=MediaRule(max_images=4, mime=("image/jpeg", "image/png", "image/webp"), max_bytes=2_000_000, alt_max=2000),
    publish=PublishRule(note="Links, tags and mentions become facets with UTF-8 byte offsets."),
    target=190,
    sources=(
        "https://github.com/bluesky-social/atproto (lexicons/app/bsky)",
        "https://docs.bsky.app/docs/advanced-guides/rate-limits",
    ),
)
