"""Blog post as a Markdown file with front matter (CommonMark; title, tags and link in YAML)."""

from newsforge.engine.platforms.record import HashtagRule, Limit, Platform, PublishRule

PLATFORM = Platform(
    id="markdown",
    order=21,
    name={"ko": "마크다운 블로그", "en": "Markdown blog post", "ja": "Markdownブログ"},
    shape="blog",
    fields=("title",),
    form="markdown",
    limits=(
        Limit(
            field="part",
            max=40_000,
            unit="code_point",
            severity="advise",
            confidence="assumed",
            source="no limit; longer is not read",
        ),
        Limit(
            field="title",
            max=100,
            unit="code_point",
            severity="advise",
            confidence="assumed",
            source="search results show less",
        ),
    ),
    hashtags=HashtagRule(habit=5, placement="field"),
    publish=PublishRule(mode="export", note="Save it as a .md file of the blog's source."),
    target=1800,
    sources=("https://spec.commonmark.org/0.31.2/",),
)
