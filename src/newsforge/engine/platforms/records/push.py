"""Push notification: 4,096 bytes of JSON; 25 and 60 wide characters are what a phone shows."""

from newsforge.engine.platforms.record import HashtagRule, Limit, MediaRule, Platform, PublishRule, UrlRule

PLATFORM = Platform(
    id="push",
    order=19,
    name={"ko": "앱 푸시", "en": "Push notification", "ja": "プッシュ通知"},
    shape="brief",
    fields=("title",),
    limits=(
        Limit(
            field="part",
            max=120,
            unit="weighted",
            severity="advise",
            confidence="assumed",
            source="60 Hangul or 120 Latin letters fit the banner",
        ),
        Limit(
            field="title",
            max=50,
            unit="weighted",
            severity="advise",
            confidence="assumed",
            source="25 Hangul or 50 Latin letters fit the first line",
        ),
        Limit(
            field="payload",
            max=4096,
            unit="utf8_byte",
            source="Apple: Generating a remote notification; FCM allows the same",
        ),
    ),
    urls=UrlRule(placement="none"),
    hashtags=HashtagRule(habit=0),
    blank_line=False,
    disclosure="compact",
    media=MediaRule(confidence="assumed"),
    publish=PublishRule(note="The link is the payload's url."),
    target=100,
    sources=(
        "https://developer.apple.com/documentation/usernotifications/generating-a-remote-notification",
        "https://firebase.google.com/docs/cloud-messaging/customize-messages/set-message-type",
    ),
)
