"""Mastodon: 500 by default (an instance may allow more), any URL 23, ``@user@host`` counts ``@user``."""

from newsforge.engine.platforms.record import (
    HashtagRule,
    Limit,
    MediaRule,
    MentionRule,
    Platform,
    PublishRule,
    ThreadRule,
    UrlRule,
)

PLATFORM = Platform(
    id="mastodon",
    order=8,
    name={"ko": "마스토돈", "en": "Mastodon", "ja": "Mastodon"},
    shape="hook",
    limits=(
        Limit(
            field="part",
            max=500,
            unit="grapheme",
            source="docs.joinmastodon.org/entities/Instance; spec/validators/status_length_validator_spec.rb",
        ),
    ),
    urls=UrlRule(counted_as=23, placement="last_part"),
    mentions=MentionRule(host_counted=False),
    hashtags=HashtagRule(habit=3),
    disclosure="compact",
    thread=ThreadRule(),
    media=MediaRule(
        max_images=4, mime=("image/jpeg", "image/png", "image/webp", "image/gif"), max_bytes=16_777_216, alt_max=1500
    ),
    publish=PublishRule(note="The instance states its own limits at /api/v2/instance."),
    target=380,
    sources=("https://docs.joinmastodon.org/entities/Instance/", "https://docs.joinmastodon.org/api/rate-limits/"),
)
