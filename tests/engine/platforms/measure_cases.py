"""Whole posts and what the engine measures of them: the cases that the browser's own measures are held to.

``python -m tests.engine.platforms.measure_cases`` writes ``measure_cases.json``; a test fails when that is stale.
"""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

from newsforge.engine.platforms.as_data import as_data
from newsforge.engine.platforms.measure import measure, violations
from newsforge.engine.platforms.record import Platform
from newsforge.engine.platforms.registry import platforms
from newsforge.engine.post import Post

FILE = Path(__file__).with_name("measure_cases.json")
_ABOUT = (
    "Made by measure_cases.py: posts, and what the engine measures of them. `measure` as in the API;"
    " `violations` with the sentence that the API says."
)
_SURROGATE = re.compile("[\ud800-\udfff]")

KOREAN = "한빛시가 내년 3월부터 시내버스 요금을 1,500원에서 1,700원으로 올린다고 밝혔다."
ENGLISH = "Hanbit City will raise bus fares from 1,500 to 1,700 won next March, it said on Monday."
JAPANESE = "ハンビッ市は来年3月から市内バスの料金を1500ウォンから1700ウォンに引き上げると発表した。"
LINK = "https://www.hanbit.example/news/2026/11/bus-fare?from=front#top"

#: Texts that every platform measures.
_EVERYWHERE = {
    "korean": KOREAN,
    "english": ENGLISH,
    "japanese": JAPANESE,
    "everything": f"속보 👨‍👩‍👧‍👦🇰🇷👍🏽1️⃣ e\u0301 {LINK} (naver.com) @한빛 @hanbit @user@social.example #버스_요금 $AAPL <a> & *",
}
#: Texts for the platforms that count otherwise than by characters, and for one of the others.
_TEXTS = {
    "emoji: ZWJ": "가족 👨‍👩‍👧‍👦 불사조 🐦‍🔥 악수 🫱🏽‍🫲🏿 무지개 🏳️‍🌈 하트 ❤️‍🔥 👁️‍🗨️",
    "emoji: flags": "🇰🇷🇯🇵🇺🇸 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇰 🇰🇷🇰",
    "emoji: tones and keycaps": "👍🏽👍 ☝️☝☝🏿 1️⃣#️⃣*️⃣ 1⃣ ✌︎ ©️© ™ ㊗️ 🏽",
    "combining marks": "e\u0301 g\u0303 \u1112\u1161\u11ab नमस्ते กำ ཧྲཱི Z\u0351\u036b\u0343 \u0600\u0661",
    "decomposed": unicodedata.normalize("NFD", f"{KOREAN} café が #카페"),
    "composed": unicodedata.normalize("NFC", f"{KOREAN} café が #카페"),
    "URLs": f"{LINK} 그리고 {LINK}. (https://a.example/b_(c)) http://b.example/가나 https://t.co/abc123def",
    "bare domains": "네이버naver.com에서, 뉴스1.kr. example.co.kr/path?a=1#b, foo.notatld 3.5% U.S. www.한국.kr 한빛.한국!",
    "domains of other scripts": "https://xn--bj0bj06e.xn--3e0b707e/a https://한빛.한국/b пример.рф münchen.de",
    "mentions": "@hanbit @a_b@social.example.com RT@kim 글@kim @KIM: a@b.com ＠hanbit @한빛 @a-b@c.d",
    "hashtags": "#버스 #2026년 #2026 #한-미 #서울·부산 #핫이슈🔥속보 뉴스#속보 (#속보) ＃全角 #a #b #c #d https://a.com/#x",
    "cashtags": "$AAPL $TSLA, $brk.a 5$US",
    "markup": r"a_b (c) \ <b> & [x] {y} ~z~ *w* | @q &amp; #태그_밑줄 #",
    "quotes and breaks": '그는 "좋다"고\r\n말했다.\n\n\t\\ \x7f 끝',
    "outside of CP949": "₩1,500 – 똠방각하 뷁 ① ㈜ é 简体 〜 • 🔥 Ω ㎏",
    "controls": "a\x00b\x1bc\ufeffd\uffffe \u200b\u2060",
    "half a character": "가\ud83d나 \udc4d",
    "blank": " \n\u3000",
    "blank that is none": "\ufeff",
    "empty": "",
}
#: What notifies people on one platform is text on another.
_ALERTS = (
    "@everyone @HERE @channel <@U1> <@!2> <@&3> <!channel> <!subteam^S1|@desk> <#C1> <!",
    "글@everyone님 press@here.kr <@everyone> @\u202eeveryone <\u2066!he @\u200beveryone <\u200b!here> ＠here @",
)
_TEXT_PLATFORMS = ("x", "threads", "bluesky", "mastodon", "linkedin", "sms", "slack", "push")


def _post(platform: Platform, *parts: str, **fields: Any) -> Post:
    filled: dict[str, Any] = dict.fromkeys(platform.fields, "한빛시 버스 요금 인상")
    return Post(platform=platform.id, language="ko", writer="embedded", parts=parts, **(filled | fields))


def _over(platform: Platform) -> list[str]:
    """A text on every limit of a part, and one past it."""
    found = []
    for limit in platform.limits:
        if limit.field == "part" and limit.max <= 800:
            size = limit.max // 2 if limit.unit in {"weighted", "cp949_byte"} else limit.max
            size = limit.max // 3 if limit.unit == "utf8_byte" else size
            found += ["가" * size, "가" * size + "!?"]
    return found


def _posts() -> list[tuple[str, Post]]:
    known = platforms()
    found = [
        (name, _post(platform, text, link=LINK, hashtags=("버스", "요금")))
        for platform in known.values()
        for name, text in _EVERYWHERE.items()
    ]
    found += [(name, _post(known[which], text)) for which in _TEXT_PLATFORMS for name, text in _TEXTS.items()]
    found += [("alerts", _post(known[which], text)) for which in ("discord", "slack", "x") for text in _ALERTS]
    found += [("limit", _post(platform, text)) for platform in known.values() for text in _over(platform)]
    found += [("thread", _post(one, KOREAN, "", ENGLISH, JAPANESE)) for one in known.values()]
    found += [("no part", _post(one)) for one in (known["x"], known["kakao"])]
    found += [("too many parts", _post(known["threads"], *["글"] * 26))]
    found += _with_fields(known)
    return found


def _with_fields(known: dict[str, Platform]) -> list[tuple[str, Post]]:
    wide, long = "제" * 60, "가" * 1400
    return [
        ("missing title", _post(known["pinterest"], KOREAN, title=None)),
        ("blank title", _post(known["push"], KOREAN, title="\x85 ")),
        ("long title", _post(known["push"], KOREAN, title=wide)),
        ("long title", _post(known["tiktok"], KOREAN, title=wide + "👍🏽" * 20)),
        ("long payload", _post(known["push"], long, title='"\\\n\x01', link=LINK)),
        ("payload in parts", _post(known["push"], '"a"', "\ud800\x1f", link="")),
        ("subject outside of CP949", _post(known["lms"], KOREAN, subject="속보 🔥 ₩")),
        ("long subject", _post(known["lms"], KOREAN, subject="가" * 21)),
        ("long subject", _post(known["newsletter"], KOREAN, subject=wide, preheader=wide * 2, html="<p>가</p>" * 90)),
        ("control in a title", _post(known["markdown"], KOREAN, title="a\x08b", hashtags=("버스",) * 2)),
        ("tags of a field", _post(known["feed"], "#하나 #둘 #셋", hashtags=tuple("가나다라마바사"))),
        ("many tags", _post(known["instagram"], "#하나 #둘 #셋 #넷 #다섯 #여섯")),
        ("many tags", _post(known["instagram"], "글", hashtags=tuple("가나다라마바"))),
        ("the same tag twice", _post(known["threads"], "#하나 #하나 ＃하나", hashtags=("하나",))),
        ("long tag", _post(known["threads"], "글", hashtags=("가" * 51, "👨‍👩‍👧‍👦" * 50))),
        ("long tag", _post(known["bluesky"], "글", hashtags=("👨‍👩‍👧‍👦" * 64, "👨‍👩‍👧‍👦" * 65))),
        ("many mentions", _post(known["instagram"], " ".join(f"@a{number}" for number in range(21)))),
        ("many links", _post(known["threads"], " ".join(f"https://a.com/{number}" for number in range(6)))),
        ("one link often", _post(known["threads"], " ".join(["https://a.com/1"] * 9))),
        ("many cashtags", _post(known["x_premium"], "$AAPL $TSLA $AAPL")),
    ]


def _case(name: str, post: Post) -> dict[str, Any]:
    platform = platforms()[post.platform]
    measures = measure(post, platform)
    return {
        "name": name,
        "platform": post.platform,
        "post": {
            "parts": [{"text": text} for text in post.parts],
            "fields": {name: getattr(post, name) for name in ("title", "subject", "preheader", "html")},
            "hashtags": list(post.hashtags),
            "link": post.link,
        },
        "measure": [
            {
                "field": one.field,
                "part": one.part,
                "unit": one.unit,
                "length": one.length,
                "max": one.max,
                "severity": one.severity,
            }
            for one in measures
        ],
        "violations": [
            {"code": one.code, "part": one.part, "field": one.field, "message": one.message}
            for one in violations(post, platform)
        ],
    }


def written() -> str:
    """The file's text, a line for each platform and case; halves of characters are escaped: UTF-8 has none."""
    records = {platform_id: as_data(platform) for platform_id, platform in platforms().items()}
    lines = [
        "{",
        f'"about": {json.dumps(_ABOUT)},',
        '"platforms": {',
        ",\n".join(f"{json.dumps(key)}: {_line(record)}" for key, record in records.items()),
        "},",
        '"cases": [',
        ",\n".join(_line(_case(name, post)) for name, post in _posts()),
        "]",
        "}",
    ]
    return "\n".join(lines) + "\n"


def _line(value: dict[str, Any]) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return _SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


if __name__ == "__main__":
    FILE.write_text(written(), encoding="utf-8")
