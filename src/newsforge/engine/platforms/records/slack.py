"""Slack message: about 4,000 before it is split, cut at 40,000; & < > are escaped."""

from newsforge.engine.platforms.record import (
    EscapeRule,
    HashtagRule,
    Limit,
    MediaRule,
    MentionRule,
    Platform,
    PublishRule,
)

PLATFORM = Platform(
    id="slack",
    order=11,
    name={"ko": "슬랙", "en": "Slack", "ja": "Slack"},
    shape="story",
    manner="bulletin",
    limits=(
        Limit(field="part", max=4000, unit="utf16", confidence="reported", source="clients split a longer text"),
        Limit(
            field="part",
            max=40_000,
            unit="utf16",
            source="api.slack.com/changelog/2018-04-truncating-really-long-messages",
        ),
    ),
    hashtags=HashtagRule(habit=0),
    # <! begins <!channel>, <!here>, <!everyone> and <!subteam^group>; the words count where link_names is set.
    mentions=MentionRule(alerts=("@channel", "@here", "@everyone", "<!", "<@")),
    escape=EscapeRule(dialect="slack", counted=True, confidence="assumed"),
    media=MediaRule(confidence="assumed"),
    publish=PublishRule(
        note="Bot token or incoming webhook; escape & < > as &amp; &lt; &gt; and leave link_names unset."
    ),
    target=500,
    sources=(
        "https://api.slack.com/changelog/2018-04-truncating-really-long-messages",
        "https://api.slack.com/reference/surfaces/formatting",
    ),
)
