"""Pinterest pin: title 100, description 800, the link is the pin's destination."""

from newsforge.engine.platforms.record import HashtagRule, Limit, MediaRule, Platform, PublishRule, UrlRule

PLATFORM = Platform(
    id="pinterest",
    order=12,
    name={"ko": "핀터레스트", "en": "Pinterest", "ja": "Pinterest"},
    shape="pin",
    fields=("title",),
    limits=(
        Limit(field="part", max=800, unit="utf16", source="pinterest/api-description v5 PinCreate"),
        Limit(field="title", max=100, unit="utf16", source="pinterest/api-description v5 PinCreate"),
    ),
    urls=UrlRule(clickable=False, placement="none"),
    hashtags=HashtagRule(habit=2, confidence="assumed"),
    media=MediaRule(required=("image",), max_images=5, alt_max=500),
    publish=PublishRule(note="The link goes into the pin's link field (2,048 at most)."),
    target=350,
    sources=("https://github.com/pinterest/api-description (v5/openapi.yaml)",),
)
