"""A title as a post may carry it: marks and site names gone, labels kept apart, clauses for narrow places."""

from __future__ import annotations

import re

from newsforge.engine.compose.model import Headline
from newsforge.engine.compose.phrases import KOREAN_NOUN_LIKE_CASE
from newsforge.engine.text.stopwords import KOREAN

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
#: 台風21号、県に上陸 3万世帯が停電: a space parts the clauses.
_JA_CLAUSE = re.compile(
    r"(?<=[一-龥ぁ-んァ-ヶー0-9０-９%％人円]{2}) (?=[一-龥ァ-ヶ0-9０-９「])|(?<=[一-龥]{2})、(?=[^、 　]{8,}$)"
)
#: What comes after tells when, on what occasion or where; the event stands before. Never before "unless" or "without",
#: nor before who says so: a claim without its source is another claim.
_EN_ADJUNCT = re.compile(
    r",? (?:after|amid|following|ahead of|as(?! (?:an?|the|CEO|chief|head|president|leader|\w+ as)\b)|while|"
    r"because|despite)(?= \S)"
    r"|, (?=[A-Z]?[a-z]+ing\b)"
    r"|(?<=[a-z]) (?:near|in|at|outside|(?<!vote )(?<!votes )(?<!voted )(?<!rules )(?<!ruled )(?<!warns )(?<!decides )"
    r"(?<!fights )(?<!turns )(?<!argues )against) (?=(?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?$)",
    re.IGNORECASE,
)
#: Adults who walk | after dinner: what they do is still to come.
_EN_WHO = re.compile(r"\b(?:who|which) (?:\w+ )?\w+$")
#: ..., study finds
_EN_SOURCE_TAIL = re.compile(r", (?:[^,]|,\d)*\b(?:says?|said|finds?|found|shows?|suggests?)$")
_EN_WHOLE_WORDS, _EN_WHOLE = 4, 20
_EN_SOURCE = re.compile(
    r"\b(?:says?|said|finds?|found|shows?|showed|suggests?|reports?|according to|sources?|claims?)\b"
)
_KO_SUBJECT = re.compile(r"^[가-힣A-Za-z0-9·&’' ]{2,20}, (?=[^\"“'‘]{10,}$)")
#: 도림군 공장 화재 | 7시간 만에 진화
_KO_TOPIC = re.compile(r"(?<=[가-힣]{2}) (?=\d)")
_KO_NOUN_END = re.compile(r"[가-힣]{2,}$")
_KO_PARTICLE_END = re.compile(r"(?:[은는을를과와의도로에만께]|에서|부터|까지|한테|이나|[가-힣]{2}[이가])$")
#: 제명했지만, 반발하며, 앞두고: the clause that matters is still to come.
_KO_GOES_ON = re.compile(
    r"(?:지만|는데|으나|[하되]며|면서|[하되]자|[하되]고|려고?|위해|위한|따라|앞두고|대신|불구|에도|더니|다가|"
    r"[은는이가을를의])$|(?:하면|되면)$"
)
#: The Future of Banking Is | 金融庁処分で: a verb or a case without what it calls for.
_GOES_ON = re.compile(
    r"\b(?:is|are|was|were|be|to|of|and|or|the|an?|for|with|by|that|who|which|it)$|[ぁ-んァ-ヶ一-龥](?:[をにがはとのへも]|(?<=[一-龥])で)$",
    re.IGNORECASE,
)
#: 運賃を無料化へ: what is to be done, as Japanese headlines say it.
_JA_TOWARDS = re.compile(r"[をが][一-龥]{2,4}へ$|[一-龥]化へ$")
_BALANCED = (("“", "”"), ("‘", "’"), ("(", ")"), ("[", "]"), ("「", "」"), ("『", "』"), ("《", "》"))


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
    clauses = _clauses(text)
    return Headline(
        text=text,
        label=kept or english,
        breaking=_KEPT.get(kept, False) or english.upper().startswith("BREAKING"),
        clauses=clauses,
        fragments=_fragments(text, clauses),
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
    borders = [match.span() for match in _CLAUSE.finditer(text)]
    if re.search(r"[ぁ-んァ-ヶ]", text):
        borders += [match.span() for match in _JA_CLAUSE.finditer(text)]
    heads = [text[:start].rstrip(".") for start, _ in borders if start >= 6]
    heads = [head for head in heads if not _goes_on_in_korean(head)]
    heads = [head for head in heads if not _GOES_ON.search(head) or _JA_TOWARDS.search(head)]
    if text.isascii() or not re.search(r"[가-힣ぁ-ん一-龥]", text):
        heads += _without_adjuncts(text)
        _, colon, after = text.partition(": ")
        tells = colon and len(after.split()) >= _EN_WHOLE_WORDS and (_has_verb(after) or after.endswith("?"))
        heads += [after[:1].upper() + after[1:]] if tells else []
    return tuple(sorted({head for head in heads if _is_balanced(head)}, key=lambda head: (-len(head), head)))


def _goes_on_in_korean(head: str) -> bool:
    return bool(re.search("[가-힣]", head) and _KO_GOES_ON.search(head) and not re.search(KOREAN_NOUN_LIKE_CASE, head))


def _without_adjuncts(text: str) -> list[str]:
    found = []
    for match in _EN_ADJUNCT.finditer(text):
        head, tail = text[: match.start()], text[match.start() :]
        whole = len(head.split()) >= _EN_WHOLE_WORDS and len(head) >= _EN_WHOLE and _has_verb(head)
        if whole and not _EN_SOURCE.search(tail) and not _EN_WHO.search(head):
            found.append(head)
    return found


def _has_verb(head: str) -> bool:
    """Headlines tell in the present or with a participle: upholds, rises, injured."""
    return bool(re.search(r"\b[a-z]+(?:s|ed)\b|\b(?:begin|cut|hit|win|won|set|to|is|are|may|will)\b", head[4:].lower()))


def _fragments(text: str, clauses: tuple[str, ...]) -> tuple[str, ...]:
    source = _EN_SOURCE_TAIL.search(text)
    found = [text[: source.start()]] if source and source.start() >= _EN_WHOLE else []
    for whole in (*clauses, text) if re.search("[가-힣]", text) else ():
        match = _KO_SUBJECT.match(whole)
        if match and not re.search(r"…|\.{3}", whole):
            found.append(whole[match.end() :])
    found += _topics(clauses[-1] if clauses else text)
    return tuple(sorted({one for one in found if _is_balanced(one)}, key=lambda one: (-len(one), one)))


def _topics(clause: str) -> list[str]:
    """What stands before the first figure, where that ends in a noun that says something."""
    heads = [clause[: border.start()] for border in _KO_TOPIC.finditer(clause)][:1]
    return [
        head
        for head in heads
        if head.count(" ") >= 2
        and _KO_NOUN_END.search(head)
        and (not _KO_PARTICLE_END.search(head) or re.search(KOREAN_NOUN_LIKE_CASE, head))
        and head.rpartition(" ")[2] not in KOREAN
    ]


def _is_balanced(text: str) -> bool:
    return all(text.count(a) == text.count(b) for a, b in _BALANCED) and not (
        text.count('"') % 2 or len(re.findall(r"(?<![A-Za-z])'|'(?![A-Za-z])", text)) % 2
    )
