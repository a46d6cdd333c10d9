"""Instagram caption: 2,200, never without an image, links are not clickable."""

from newsforge.engine.platforms.record import HashtagRule, Limit, MediaRule, MentionRule, Platform, PublishRule, UrlRule

PLATFORM = Platform(
    id="instagram",
    order=5,
    name={"ko": "인스타그램", "en": "Instagram", "ja": "Instagram"},
    shape="caption",
    limits=(
        Limit(
            field="part",
            max=2200,
            unit="utf16",
            confidence="assumed",
            source="developers.facebook.com/docs/instagram-platform; the unit is not documented",
        ),
        Limit(field="part", max=125, unit="utf16", severity="fold", confidence="assumed", source="'more' in the feed"),
    ),
    urls=UrlRule(clickable=False, placement="none"),
    hashtags=HashtagRule(max=5, habit=5, confidence="reported"),
    mentions=MentionRule(max=20),
    media=MediaRule(required=("image",), max_images=10, mime=("image/jpeg",), max_bytes=8_388_608),
    publish=PublishRule(
        note="Business or creator account; the daily quota is read from content_publishing_limit.",
        ai_flag="is_ai_generated",
    ),
    target=600,
    sources=(
        "https://developers.facebook.com/docs/instagram-platform/content-publishing",
        "https://developers.facebook.com/docs/instagram-platform/changelog",
    ),
)
