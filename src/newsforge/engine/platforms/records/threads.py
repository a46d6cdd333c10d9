"""Threads: 500, an emoji counted by its UTF-8 bytes, one topic tag, five links."""

from newsforge.engine.platforms.record import HashtagRule, Limit, MediaRule, Platform, PublishRule, ThreadRule, UrlRule

PLATFORM = Platform(
    id="threads",
    order=3,
    name={"ko": "스레드", "en": "Threads", "ja": "Threads"},
    shape="hook",
    manner="conversational",
    limits=(
        Limit(
            field="part",
            max=500,
            unit="emoji_byte",
            source="developers.facebook.com/docs/threads/overview; the sentence is read the strict way",
        ),
    ),
    urls=UrlRule(max_unique=5, placement="last_part"),
    hashtags=HashtagRule(max=1, habit=1, max_length=50, confidence="reported"),
    disclosure="compact",
    thread=ThreadRule(),
    media=MediaRule(
        max_images=20, mime=("image/jpeg", "image/png"), max_bytes=8_000_000, alt_max=1000, confidence="reported"
    ),
    publish=PublishRule(note="250 posts in 24 hours."),
    target=340,
    sources=(
        "https://developers.facebook.com/docs/threads/posts",
        "https://developers.facebook.com/docs/threads/overview",
    ),
)
