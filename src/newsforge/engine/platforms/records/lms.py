"""Korean LMS: 2,000 bytes of CP949 and a subject of 40."""

from newsforge.engine.platforms.record import HashtagRule, Limit, Platform, PublishRule
from newsforge.engine.text.korean_charset import KOREAN_MESSAGE

PLATFORM = Platform(
    id="lms",
    order=18,
    name={"ko": "장문 문자(LMS)", "en": "LMS (Korea)", "ja": "LMS（韓国）"},
    shape="brief",
    fields=("subject",),
    limits=(
        Limit(field="part", max=2000, unit="cp949_byte", source="api.ncloud-docs.com SENS SMS send"),
        Limit(field="subject", max=40, unit="cp949_byte", source="api.ncloud-docs.com SENS SMS send"),
    ),
    hashtags=HashtagRule(habit=0),
    charset="cp949",
    languages=("ko", "en"),
    transliterate=KOREAN_MESSAGE,
    publish=PublishRule(note="Registered sender number. An advertisement needs the mark and a free opt-out."),
    target=700,
    sources=("https://api.ncloud-docs.com/docs/sens-sms-send",),
)
