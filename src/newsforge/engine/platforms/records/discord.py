"""Discord message: 2,000."""

from newsforge.engine.platforms.record import HashtagRule, Limit, MediaRule, MentionRule, Platform, PublishRule

PLATFORM = Platform(
    id="discord",
    order=10,
    name={"ko": "디스코드", "en": "Discord", "ja": "Discord"},
    shape="story",
    manner="bulletin",
    limits=(
        Limit(
            field="part",
            max=2000,
            unit="utf16",
            confidence="assumed",
            source="discord.com/developers/docs/resources/message; the unit is not documented",
        ),
    ),
    hashtags=HashtagRule(habit=0),
    # <@ begins <@user>, <@!user> and <@&role>.
    mentions=MentionRule(alerts=("@everyone", "@here", "<@")),
    media=MediaRule(max_images=10, max_bytes=10_485_760, alt_max=1024),
    publish=PublishRule(note="Webhook; send allowed_mentions: {parse: []}."),
    target=600,
    sources=("https://discord.com/developers/docs/resources/message",),
)
