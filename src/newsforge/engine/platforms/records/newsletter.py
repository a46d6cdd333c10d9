"""Newsletter: no limit of the text, but Gmail cuts HTML off at about 102 KB."""

from newsforge.engine.platforms.record import HashtagRule, Limit, Platform, PublishRule

PLATFORM = Platform(
    id="newsletter",
    order=20,
    name={"ko": "뉴스레터", "en": "Newsletter", "ja": "ニュースレター"},
    shape="letter",
    fields=("subject", "preheader", "html"),
    form="letter",
    limits=(
        Limit(
            field="part",
            max=20_000,
            unit="code_point",
            severity="advise",
            confidence="assumed",
            source="no limit; longer is not read",
        ),
        Limit(
            field="html",
            max=102_000,
            unit="utf8_byte",
            severity="fold",
            confidence="reported",
            source="hteumeuleu/email-bugs#41: Gmail clips",
        ),
        Limit(
            field="subject",
            max=80,
            unit="weighted",
            severity="advise",
            confidence="assumed",
            source="an inbox's list shows about 40 Hangul or 80 Latin letters",
        ),
        Limit(field="subject", max=998, unit="utf8_byte", source="RFC 5322 section 2.1.1"),
        Limit(
            field="preheader",
            max=180,
            unit="weighted",
            severity="advise",
            confidence="assumed",
            source="an inbox's list shows about 90 Hangul or 180 Latin letters",
        ),
    ),
    hashtags=HashtagRule(habit=0),
    publish=PublishRule(note="Sent by SMTP or a mail service; it adds the List-Unsubscribe header."),
    target=1300,
    sources=("https://www.rfc-editor.org/rfc/rfc5322", "https://github.com/hteumeuleu/email-bugs/issues/41"),
)
