"""Telegram: 4,096 UTF-16 units after the markup is parsed; 1,024 as the caption of a photo."""

from newsforge.engine.platforms.record import EscapeRule, HashtagRule, Limit, MediaRule, Platform, PublishRule

PLATFORM = Platform(
    id="telegram",
    order=9,
    name={"ko": "텔레그램", "en": "Telegram", "ja": "Telegram"},
    shape="story",
    manner="bulletin",
    limits=(
        Limit(field="part", max=4096, unit="utf16", source="core.telegram.org/bots/api#sendmessage"),
        Limit(
            field="part",
            max=1024,
            unit="utf16",
            severity="advise",
            source="core.telegram.org/bots/api#sendphoto: the caption's limit, if a photo goes with it",
        ),
    ),
    hashtags=HashtagRule(habit=3, confidence="assumed"),
    escape=EscapeRule(dialect="telegram"),
    media=MediaRule(max_images=10, mime=("image/jpeg", "image/png"), max_bytes=10_000_000),
    publish=PublishRule(note="Bot token; about one message a second a chat."),
    target=600,
    sources=("https://core.telegram.org/bots/api",),
)
