"""The lines above and below a pasted article that say when it was published: "입력 2026-11-20 14:03 | 수정 …"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from newsforge.adapters.readers.html.times import parse_time

_PUBLISHED = (
    r"(?:기사\s*)?(?:입력|등록|승인|송고|작성|게재|발행|발표|출고|배포|보도\s*시점|보도\s*일시|공개)(?:\s*(?:일시?|시간|시점|시각|날짜))?"
    r"|公開(?:日時?)?|配信(?:日時?)?|掲載(?:日時?)?|投稿日?|発表日?"
    r"|(?:first\s+)?published(?:\s+(?:on|at))?|posted(?:\s+on)?|released?(?:\s+(?:on|date))?|date"
)
_MODIFIED = (
    r"(?:최종\s*)?(?:수정|업데이트|갱신)(?:\s*(?:일시?|시간|시각))?|(?:最終)?更新(?:日時?)?"
    r"|(?:last\s+)?(?:updated|modified)(?:\s+(?:on|at))?"
)
_LABEL = re.compile(
    rf"(?<![가-힣\w])(?:(?P<published>{_PUBLISHED})|(?P<modified>{_MODIFIED}))\s*[:：]?\s*(?=\W*[\dA-Z(])",
    re.IGNORECASE,
)
#: All that a line made of dates holds besides digits.
_DATE_WORDS = re.compile(
    r"[\d\s.,:/|ㅣ·\-–—()\[\]<>~]+|[년월일시분초年月日時分]|오전|오후|午前|午後|이후|즉시|조간|석간|[월화수목금토일月火水木金土](?=요일|曜|[)\s])|요일|曜日?"
    r"|\b(?:a\.?m\.?|p\.?m\.?|kst|jst|utc|gmt|e[sd]t|p[sd]t|z|t|on|at|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)\b",
    re.IGNORECASE,
)
_LONGEST_LINE, _LONGEST_LAST_LINE = 100, 160
#: <저작권자(c) 한강통신, 무단 전재-재배포 금지> 2026/11/27 10:05 송고: an agency's last line.
_SENT = re.compile(
    r"(?:[<(\[]?\s*(?:저작권자|저작권|ⓒ|©|Copyright)[^>\n]{0,90}[>)\]]?)?\s*"
    r"(?P<time>\d{4}[./-]\d{1,2}[./-]\d{1,2}\.?\s+\d{1,2}:\d{2})\s*(?P<word>송고|입력|등록|출고|수정)\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stamp:
    published_at: datetime | None
    modified_at: datetime | None


def find_stamp(line: str, language: str) -> Stamp | None:
    """The times that ``line`` states when it says nothing else; None for every other line."""
    if len(line) > _LONGEST_LAST_LINE or not any(character.isdigit() for character in line):
        return None
    if (sent := _SENT.match(line)) is not None:
        time = parse_time(sent["time"], language)
        return Stamp(None, time) if sent["word"] == "수정" else Stamp(time, None)
    if len(line) > _LONGEST_LINE:
        return None
    labels = list(_LABEL.finditer(line))
    rest = _DATE_WORDS.sub("", _LABEL.sub("", line))
    if len(rest) > 4:
        return None
    if not labels:
        published = parse_time(line, language)
        return Stamp(published, None) if published else None
    published = modified = None
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        time = parse_time(line[label.end() : following.start() if following else None], language)
        if label["published"]:
            published = published or time
        else:
            modified = modified or time
    return Stamp(published, modified) if published or modified else None
