"""X Premium long post: 25,000; that the weights of short posts hold for it is assumed."""

from newsforge.engine.platforms.record import HashtagRule, Limit, MediaRule, Platform, PublishRule, UrlRule

PLATFORM = Platform(
    id="x_premium",
    order=2,
    name={"ko": "X 프리미엄(장문)", "en": "X Premium (long post)", "ja": "Xプレミアム（長文）"},
    shape="story",
    manner="conversational",
    limits=(
        Limit(
            field="part",
            max=25_000,
            unit="weighted",
            confidence="assumed",
            source="docs.x.com/changelog 2024-08-20; the weighting of long posts is not documented",
        ),
        Limit(
            field="part",
            max=280,
            unit="weighted",
            severity="fold",
            confidence="reported",
            source="the timeline shows the first 280",
        ),
    ),
    urls=UrlRule(counted_as=23, scheme_required=False),
    hashtags=HashtagRule(habit=2),
    cashtags_max=1,
    media=MediaRule(
        max_images=4, mime=("image/jpeg", "image/png", "image/webp", "image/gif"), max_bytes=5_000_000, alt_max=1000
    ),
    publish=PublishRule(note="Needs a Premium account.", ai_flag="made_with_ai"),
    target=1400,
    sources=(
        "https://docs.x.com/fundamentals/counting-characters",
        "https://github.com/twitter/twitter-text (config/v3.json)",
        "https://docs.x.com/changelog",
    ),
)
