"""Korean SMS: 90 bytes of CP949, no emoji."""

from newsforge.engine.platforms.record import HashtagRule, Limit, Platform, PublishRule, UrlRule
from newsforge.engine.text.korean_charset import KOREAN_MESSAGE

PLATFORM = Platform(
    id="sms",
    order=17,
    name={"ko": "문자(SMS)", "en": "SMS (Korea)", "ja": "SMS（韓国）"},
    shape="brief",
    limits=(Limit(field="part", max=90, unit="cp949_byte", source="api.ncloud-docs.com SENS SMS send"),),
    urls=UrlRule(longest=34),
    hashtags=HashtagRule(habit=0),
    blank_line=False,
    disclosure="compact",
    charset="cp949",
    languages=("ko", "en"),
    transliterate=KOREAN_MESSAGE,
    publish=PublishRule(note="Registered sender number. An advertisement needs the mark and a free opt-out."),
    target=70,
    sources=("https://api.ncloud-docs.com/docs/sens-sms-send",),
)
