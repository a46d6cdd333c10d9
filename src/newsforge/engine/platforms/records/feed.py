"""RSS, Atom or JSON Feed item: ``html`` is ``content_html``, ``parts[0]`` is ``content_text``; the link is its id."""

from newsforge.engine.platforms.record import HashtagRule, Limit, Platform, PublishRule, UrlRule

PLATFORM = Platform(
    id="feed",
    order=22,
    name={"ko": "RSS·JSON 피드", "en": "RSS / JSON Feed", "ja": "RSS・JSONフィード"},
    shape="feed",
    fields=("title", "html"),
    form="feed",
    limits=(
        Limit(
            field="part",
            max=20_000,
            unit="code_point",
            severity="advise",
            confidence="assumed",
            source="no limit; longer is not read",
        ),
    ),
    urls=UrlRule(placement="none"),
    hashtags=HashtagRule(habit=5, placement="field"),
    publish=PublishRule(mode="export", note="Readers pull it; put the item into the feed's file."),
    target=1200,
    sources=("https://www.jsonfeed.org/version/1.1/", "https://www.rssboard.org/rss-specification"),
)
