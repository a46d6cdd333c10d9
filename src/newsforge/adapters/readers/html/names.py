"""What of a byline is a person's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newsforge.adapters.readers.html import wording
from newsforge.adapters.readers.html.korean_credits import read_credit

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|[\w.+-]{1,64}@\S*")
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\b[\w-]+\.(?:com|net|org|co\.\w\w|de|fr|it|es|at|ch|nl|kr|jp)\b/?\S*")
_PREFIX = re.compile(
    r"^(?:(?:story|words|text|photos?|reported|reporting|written|posted|published|edited|article|review|analysis|"
    r"opinion|comment|ein artikel|un article|un artículo)\s+)?"
    r"(?:by|von|par|por|di|door|av|af|from|authors?|auteurs?|autor(?:in|en|es)?|autorin/autor|tekst|text|words|"
    r"글|글쓴이|작성자|기자|취재|文|取材|取材・文|著者|作者|執筆|ライター|記者|訳|翻訳者?|イラスト)(?:\s*[:：=＝]\s*|\s+)",
    re.IGNORECASE,
)
_ROLE_WORDS = (
    "writer|reporter|editor|correspondent|contributor|columnist|journalist|staff|producer|analyst|bureau|chief|"
    "redakteur(?:in)?|reporterin|korrespondent(?:in)?|expert|coordinator|specialist|manager|director|professor|"
    r"educators?|founder|president|officer|ceo|fellow|lecturer|researcher|photographer|Ph\.?D\.?|M\.?D\.?"
)
_ROLE_TAIL = re.compile(
    rf"(?:\s*[(（\[].*$)|(?:\s*(?:,|\||-|–|/)\s*(?:(?:[\w'’]+[\s-]){{0,4}}(?:{_ROLE_WORDS})\b.*))$", re.IGNORECASE
)
_DATE_TAIL = re.compile(
    r"\s*(?:[|•·,\-–—]\s*)?(?:(?:on|posted|published|updated|am|le|il)\s+)?"
    r"(?:입력|수정|승인|등록|\d{1,4}\s?[./\-년年]\s?\d|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+\d).*$",
    re.IGNORECASE,
)
_KOREAN_TAIL = re.compile(r"\s*(?:(?:선임|인턴|수습|객원|전문|대)?\s?기자|특파원|논설위원|칼럼니스트|님|외\s*\d+명).*$")
_JAPANESE_TAIL = re.compile(
    r"\s*(?:記者|編集委員|論説委員|特派員|編集長|編集部員|さん|氏|執筆|デスク|著|訳|監訳|監修|編著)$"
)
_SEPARATOR = re.compile(
    r"\s*(?:[,;|•·&/、，・\n]|\band\b|\bund\b|\bet\b|\by\b(?=\s+[A-Z])|\be\b(?=\s+[A-Z])|\boch\b|\bog\b|\ben\b|"
    r"\bwith\b)\s*",
    re.IGNORECASE,
)
#: A degree after a name: "MD", "DVM", "E-RYT 200".
_CREDENTIAL = re.compile(
    r"^(?:[A-Z][A-Z.\-]{1,7}|[A-Z]\.[A-Z]\.|Ph\.?D\.?|M\.?Sc\.?|Jr\.?|Sr\.?|Esq\.?)(?:\s\d+|\s\(.*)?$"
)
_DESK = re.compile(
    r"\b(?:staff|reporters?|editors?|editorial|newsroom|news|team|desk|admin|administrator|redaktion|redacci[oó]n|"
    r"rédaction|redazione|redactie|agenc(?:y|ies|e|ia)|agenturen|press|media|magazine|newspaper|times|post|"
    r"tribune|herald|"
    r"gazette|journal|daily|online|network|guest|contributors?|publish(?:er|ing)|wire|services?|reuters|afp|dpa|"
    r"inc|ltd|"
    r"llc|gmbh|corp|company|university|institute|foundation|association|clinic|verlag|stiftung|e\.v|bureau|webdesk|"
    r"marketing|studio|group|club)\b|"
    r"편집국|편집부|뉴스팀|취재팀|뉴스룸|신문|일보|뉴스|방송|경제$|네이버|미디어|닷컴|매일$|통신$|"
    r"編集部|新聞|取材班|ニュース|放送|通信|デジタル|運営|公式|株式会社|出版|テレビ|スポーツ|オンライン|サイト|事務局",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"^(?:by|von|par|por|name|author|autor|authors|reply|antworten|antwort|beitrag|zitieren|startseite|quelle|"
    r"credit|photo|"
    r"foto|image|follow us|says|sagt|über|more|read|share|follow|zum inhalt.*|alle beiträge|archiv.*|(?:mon|"
    r"tues|wednes|thurs|fri|"
    r"satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch)\b[\s*:]*$|"
    r"\b(?:facebook|twitter|instagram|linkedin|whatsapp|e-?mail|subscribe|about|unknown|anonymous|null|"
    r"undefined|none|"
    r"comments?|minutes?|updated|published|posted|website|www|home|contact|profile|view|all|anmelden|login|says|"
    r"developer|reviewed|photo(?:s|graph)?|getty|shutterstock|credit|quelle|designed)\b|제보|기사|보기|관리자|구독|입력|"
    r"[<>{}=@#\[\]]",
    re.IGNORECASE,
)
_PARTICLE = frozenset(
    ("de", "da", "di", "von", "van", "der", "den", "la", "le", "del", "dos", "du", "bin", "al", "el", "ter", "zu",
     "zur", "of", "ten", "dr.", "und", "y", "e", "av", "af", "d'", "o'", "mc", "mac", "ibn", "ben")
)  # fmt: skip
_ARTICLE = re.compile(r"(?:the|der|die|das|le|la|el|il|de|a)\s", re.IGNORECASE)
_MOST_NAMES = 12


def clean_names(raw: Iterable[str], *, sites: Iterable[str]) -> list[str]:
    """People's names, split, freed of roles, addresses and dates; whatever is not a person's name is left out."""
    return unique(name for text in raw for name in _names_in(wording.label(text), tuple(sites)))


def clean_house(raw: str) -> str:
    """An agency, desk or organisation that signs in place of a person, or ``""`` where it is page furniture."""
    name = _PREFIX.sub("", wording.label(_ADDRESS.sub(" ", raw))).strip(" \t-–—|:：,;/·()")
    return name if 2 <= len(name) <= 50 and not _FURNITURE.search(name) and name.lower() != "admin" else ""


def unique(names: Iterable[str]) -> list[str]:
    return list({key: name for name in reversed(list(names)) if (key := wording.folded(name))}.values())[::-1][
        :_MOST_NAMES
    ]


def is_site(name: str, sites: Iterable[str]) -> bool:
    """The name is the site's own or what its host is called. A blogger's full name may stand in the site's."""
    folded = wording.folded(name)
    single = " " not in name.strip() or bool(_ARTICLE.match(name)) or bool(re.search("[぀-鿿가-힣]", name))
    for site in sites:
        whole = wording.folded(site)
        if (
            folded == whole
            or (single and len(folded) >= 3 and folded in whole)
            or (len(whole) >= 3 and whole in folded)
        ):
            return True
    return False


def _names_in(text: str, sites: tuple[str, ...]) -> Iterator[str]:
    if "www." in text or "http" in text:
        return  # an organisation that gives its address
    text = _ADDRESS.sub(" ", _EMAIL.sub(" ", text))
    text = _DATE_TAIL.sub("", _PREFIX.sub("", text.strip()))
    if re.search("[가-힣]", text):
        credit = read_credit(text)
        if credit.names_somebody:  # if only the photographer
            yield from (name for name in credit.authors if not _DESK.search(name))
            return
    for number, part in enumerate(_SEPARATOR.split(text)):
        name = _PREFIX.sub("", part or "")
        for tail in (_ROLE_TAIL, _KOREAN_TAIL, _JAPANESE_TAIL):
            name = tail.sub("", name)
        name = name.strip(" \t-–—|:：,;/·()'\"「」『』【】*→")
        if number and _CREDENTIAL.match(name):
            continue
        if is_person(name) and not is_site(name, sites):
            yield name


def is_person(name: str) -> bool:
    if not 2 <= len(name) <= 50 or any(char.isdigit() for char in name):
        return False
    if _DESK.search(name) or _FURNITURE.search(name):
        return False
    if re.search(rf"\b(?:{_ROLE_WORDS})$", name, re.IGNORECASE):
        return False
    if re.search("[가-힣]", name):
        return bool(re.fullmatch(r"[가-힣]{2,5}(?:\s[가-힣]{1,4})?", name))
    if re.search("[぀-ヿ一-鿿]", name):
        return len(name) <= (14 if re.search("[぀-ヿ]", name) else 7)
    words = name.split()
    capitals = sum(1 for word in words if word[0].isupper() or word.lower() in _PARTICLE or word[0] in "'’")
    return len(words) <= 5 and capitals == len(words) and words[-1].lower() not in _PARTICLE


def is_full_name(text: str) -> bool:
    """Surely a person: given name and family name, or an East Asian name."""
    words = text.split()
    if re.search("[가-힣぀-ヿ一-鿿]", text):
        return len(text) <= 8 and is_person(text)
    return 2 <= len(words) <= 4 and len(text) <= 40 and text[-1] not in ".!?:" and is_person(text)
