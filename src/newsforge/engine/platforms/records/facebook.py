"""Facebook Page post: 63,206."""

from newsforge.engine.platforms.record import HashtagRule, Limit, MediaRule, Platform, PublishRule

PLATFORM = Platform(
    id="facebook",
    order=6,
    name={"ko": "페이스북", "en": "Facebook", "ja": "Facebook"},
    shape="story",
    manner="conversational",
    limits=(
        Limit(
            field="part",
            max=63_206,
            unit="utf16",
            confidence="reported",
            source="open-source publishers; not found in Meta's documentation",
        ),
        Limit(
            field="part", max=480, unit="utf16", severity="fold", confidence="assumed", source="'See more' in the feed"
        ),
    ),
    hashtags=HashtagRule(habit=2, confidence="assumed"),
    media=MediaRule(max_images=10, mime=("image/jpeg", "image/png"), max_bytes=4_000_000, confidence="reported"),
    publish=PublishRule(note="Page access token; the first URL is previewed."),
    target=450,
    sources=("https://developers.facebook.com/docs/pages-api/posts",),
)
