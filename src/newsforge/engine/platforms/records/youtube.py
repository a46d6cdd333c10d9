"""YouTube community post: no documented limit of the text; 5,000 is reported."""

from newsforge.engine.platforms.record import HashtagRule, Limit, MediaRule, Platform, PublishRule

PLATFORM = Platform(
    id="youtube",
    order=14,
    name={"ko": "유튜브 커뮤니티", "en": "YouTube community", "ja": "YouTubeコミュニティ"},
    shape="story",
    limits=(
        Limit(
            field="part",
            max=5000,
            unit="utf16",
            confidence="reported",
            source="third parties; not found in YouTube's documentation",
        ),
    ),
    hashtags=HashtagRule(habit=2, confidence="assumed"),
    media=MediaRule(max_images=10, mime=("image/jpeg", "image/png", "image/gif", "image/webp"), max_bytes=16_777_216),
    publish=PublishRule(
        mode="export", note="posts.insert is a pilot for partners; general access is announced for 2027."
    ),
    target=400,
    sources=("https://developers.google.com/youtube/data/reference/rest/v3/posts",),
)
