"""TikTok photo post: title 90; 2,200 is the video caption's limit, a photo's description takes 4,000."""

from newsforge.engine.platforms.record import HashtagRule, Limit, MediaRule, Platform, PublishRule, UrlRule

PLATFORM = Platform(
    id="tiktok",
    order=13,
    name={"ko": "틱톡", "en": "TikTok", "ja": "TikTok"},
    shape="caption",
    fields=("title",),
    limits=(
        Limit(
            field="part",
            max=2200,
            unit="utf16",
            source="developers.tiktok.com/doc/content-posting-api-reference-direct-post",
        ),
        Limit(
            field="title",
            max=90,
            unit="utf16",
            source="developers.tiktok.com/doc/content-posting-api-reference-photo-post",
        ),
    ),
    urls=UrlRule(clickable=False, placement="none"),
    hashtags=HashtagRule(habit=4, confidence="assumed"),
    blank_line=False,
    media=MediaRule(required=("image",), max_images=35, mime=("image/jpeg", "image/webp"), max_bytes=20_000_000),
    publish=PublishRule(
        note="An app that is not audited can only post privately. A video does instead of images.", ai_flag="is_aigc"
    ),
    target=300,
    sources=(
        "https://developers.tiktok.com/doc/content-posting-api-reference-direct-post",
        "https://developers.tiktok.com/doc/content-posting-api-reference-photo-post",
    ),
)
