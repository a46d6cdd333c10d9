"""A title as a post may carry it: marks and site names gone, labels kept apart, clauses for narrow places."""

from __future__ import annotations

import re

from newsforge.engine.compose.model import Headline

_LABEL = re.compile(r"^\s*[\[【<〈(［]\s*([^\]】>〉)］]{1,14})\s*[\]】>〉)］]\s*")
_KEPT = {"속보": True, "긴급": True, "단독": False, "速報": True, "独自": False}
_EN_LABEL = re.compile(
    r"^(BREAKING(?: NEWS)?|EXCLUSIVE|Breaking|Exclusive|UPDATE \d|Watch|WATCH|Video|VIDEO|Photos|PHOTOS|Live|"
    r"LIVE)\s*[:|–—-]\s*"
)
_TAIL = re.compile(
    r"\s*(?:[\[(<](?:종합|\d보|종합\s?\d보|속보|영상|포토|사진|인터뷰|전문|단독|그래픽|업데이트|動画|写真|"
    r"video|photos|updated?)[\])>])\s*$",
    re.IGNORECASE,
)
_SITE_TAIL = re.compile(r"\s+[-–—|ㅣ｜]\s+([^-–—|ㅣ｜]{2,40})$|\s*[｜ㅣ：]\s?([^｜ㅣ：]{2,24})$")
_OUTLET = re.compile(
    r"뉴스|일보|신문|방송|닷컴|경제$|타임[스즈]|미디어|통신|News|Times|Post|Herald|Journal|Tribune|Guardian|"
    r"Daily|BBC|CNN|Reuters|"
    r"\.com|\.co|新聞|デジタル|ニュース|オンライン"
)
#: Where a headline may be cut and leave a complete first clause with its subject.
_CLAUSE = re.compile(r"\s*(?:…+|\.{3}|·{3}|;|\s[–—]\s|　)\s*|(?<=[a-z]{2}[.?!]) (?=[A-Z])")


def read_headline(title: str, *, site: str = "") -> Headline:
    """``text`` is empty when the title has nothing but marks."""
    # An ideographic space parts the clauses of a Japanese title, so it is kept.
    text = _without_site(re.sub(r"[^\S\u3000]+", " ", title).strip(), site)
    labels: list[str] = []
    while match := (_LABEL.match(text) or _EN_LABEL.match(text)):
        labels.append(match.group(1).strip())
        text = text[match.end() :]
    while match := _TAIL.search(text):
        text = text[: match.start()]
    text = text.strip(" -–—|")
    kept = next((label for label in labels if label in _KEPT), "")
    english = next((label for label in labels if label.upper().startswith(("BREAKING", "EXCLUSIVE"))), "")
    return Headline(
        text=text,
        label=kept or english,
        breaking=_KEPT.get(kept, False) or english.upper().startswith("BREAKING"),
        clauses=_clauses(text),
    )


def _without_site(text: str, site: str) -> str:
    match = _SITE_TAIL.search(text)
    if match is None:
        return text
    tail = (match.group(1) or match.group(2) or "").strip()
    if (site and (tail in site or site in tail)) or (_OUTLET.search(tail) and len(tail.split()) <= 4):
        return text[: match.start()].rstrip()
    return text


def _clauses(text: str) -> tuple[str, ...]:
    """Leading clauses, longest first, none cut inside quotes or brackets."""
    found = []
    for match in _CLAUSE.finditer(text):
        head = text[: match.start()]
        if (
            len(head) >= 6
            and all(head.count(a) == head.count(b) for a, b in ("“”", "‘’", "()", "[]", "「」", "《》"))
            and (head.count('"') % 2 == 0 and head.count("'") % 2 == 0)
        ):
            found.append(head.rstrip("."))
    return tuple(reversed(found))
