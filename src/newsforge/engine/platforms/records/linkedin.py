"""LinkedIn post: 3,000 for the commentary in LinkedIn's "little text" markup."""

from newsforge.engine.platforms.record import EscapeRule, HashtagRule, Limit, MediaRule, Platform, PublishRule

PLATFORM = Platform(
    id="linkedin",
    order=4,
    name={"ko": "링크드인", "en": "LinkedIn", "ja": "LinkedIn"},
    shape="story",
    manner="professional",
    limits=(
        Limit(
            field="part",
            max=3000,
            unit="utf16",
            confidence="reported",
            source="the API's own error text names 3000; the unit is not documented",
        ),
        Limit(
            field="part", max=210, unit="utf16", severity="fold", confidence="assumed", source="'see more' on a phone"
        ),
    ),
    hashtags=HashtagRule(habit=3, confidence="assumed"),
    media=MediaRule(max_images=20, mime=("image/jpeg", "image/png", "image/gif"), alt_max=4086, confidence="reported"),
    escape=EscapeRule(dialect="linkedin", counted=True, confidence="assumed"),
    publish=PublishRule(note="No URL is scraped through the API: supply title and image with the link."),
    target=1000,
    sources=(
        "https://learn.microsoft.com/linkedin/marketing/community-management/shares/little-text-format",
        "https://learn.microsoft.com/linkedin/marketing/community-management/shares/multiimage-post-api",
    ),
)
