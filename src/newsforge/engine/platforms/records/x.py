"""X: 280 weighted characters, any URL 23, one link for a whole thread."""

from newsforge.engine.platforms.record import HashtagRule, Limit, MediaRule, Platform, PublishRule, ThreadRule, UrlRule

PLATFORM = Platform(
    id="x",
    order=1,
    name={"ko": "X(트위터)", "en": "X", "ja": "X（旧Twitter）"},
    shape="hook",
    limits=(Limit(field="part", max=280, unit="weighted", source="docs.x.com/fundamentals/counting-characters"),),
    urls=UrlRule(counted_as=23, scheme_required=False, placement="last_part"),
    hashtags=HashtagRule(habit=2),
    cashtags_max=1,
    disclosure="compact",
    thread=ThreadRule(),
    media=MediaRule(
        max_images=4, mime=("image/jpeg", "image/png", "image/webp", "image/gif"), max_bytes=5_000_000, alt_max=1000
    ),
    publish=PublishRule(
        note="Paid API; a post with a URL costs more, so a thread links once. "
        "Whether a self-serve key may reply to its own post is not settled.",
        ai_flag="made_with_ai",
    ),
    target=205,
    sources=(
        "https://docs.x.com/fundamentals/counting-characters",
        "https://github.com/twitter/twitter-text (config/v3.json)",
        "https://docs.x.com/changelog",
    ),
)
