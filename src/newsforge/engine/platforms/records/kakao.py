"""KakaoTalk text message: 200; the link is its button."""

from newsforge.engine.platforms.record import HashtagRule, Limit, MediaRule, Platform, PublishRule, UrlRule

PLATFORM = Platform(
    id="kakao",
    order=16,
    name={"ko": "카카오톡", "en": "KakaoTalk", "ja": "カカオトーク"},
    shape="brief",
    limits=(
        Limit(
            field="part",
            max=200,
            unit="utf16",
            confidence="assumed",
            source="developers.kakao.com TextTemplate; the unit is not documented",
        ),
    ),
    urls=UrlRule(placement="none"),
    hashtags=HashtagRule(habit=0),
    blank_line=False,
    disclosure="compact",
    media=MediaRule(confidence="reported"),
    publish=PublishRule(
        note="The link is the template's button. Brand messages (1,300) need a dealer and a template review."
    ),
    target=150,
    sources=("https://developers.kakao.com/docs/latest/ko/message-template/default",),
)
