"""Naver Blog: no write API since 2020, so ``html`` is made to be pasted into its editor."""

from newsforge.engine.platforms.record import HashtagRule, Limit, MediaRule, Platform, PublishRule

PLATFORM = Platform(
    id="naver_blog",
    order=15,
    name={"ko": "네이버 블로그", "en": "Naver Blog", "ja": "NAVERブログ"},
    shape="blog",
    fields=("title", "html"),
    form="editor",
    limits=(
        Limit(
            field="part",
            max=20_000,
            unit="code_point",
            severity="advise",
            confidence="assumed",
            source="no limit found; longer reads badly",
        ),
        Limit(
            field="title",
            max=100,
            unit="code_point",
            confidence="assumed",
            source="the editor's title field, from memory",
        ),
    ),
    hashtags=HashtagRule(max=30, habit=5, confidence="assumed"),
    media=MediaRule(confidence="assumed"),
    publish=PublishRule(mode="export", note="Paste the HTML into the editor; the write API ended on 2020-05-06."),
    target=1500,
    sources=("https://www.newspim.com/news/view/20200413000737",),
)
