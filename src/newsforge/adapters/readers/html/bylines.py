"""Who wrote it: people's names out of bylines, metadata and the first and last lines of the body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborHTMLParser

from newsforge.adapters.readers.html import wording
from newsforge.adapters.readers.html.structured import Json, Structured, list_of, text_of, types

_AUTHOR_META = (
    "author", "article:author", "og:article:author", "og:author", "dable:author", "parsely-author", "sailthru.author", "byl", "dc.creator",
    "dcterms.creator", "cxenseparse:author", "cxenseparse:recs:author", "article_author", "article.author", "authors",
    "citation_author", "twitter:creator:name", "rbauthors", "creator", "byline", "bylinename",
)  # fmt: skip
_AUTHOR_NODES = (
    ".media_end_head_journalist_name", "[itemprop=author] [itemprop=name]", "[itemprop=author]", "a[rel~=author]",
    "[rel~=author]", "[data-testid*=author-name i]", "[class*=author-name i], [class*=author_name i], [class*=authorname i], [class*=AuthorName]",
    "[class*=byline-name i], [class*=byline__name i], [class*=byline] a, [class*=byline__author i]", ".byline, [class*=byline i]",
    ".author a, .author", "[class*=article-author i], [class*=article__author i], [class*=post-author i]", ".writer-zone01 .tit-name, .tit-name, .journalist_name, .reporter_name, [class*=reporter] .name, .writer, .reporter, .txt_info, .name_info",
    "[class*=author i] a, [class*=autor i] a", "[class*=author i], [class*=autor i]",
)  # fmt: skip
_KOREAN_ROLE = (
    r"(?:(?:선임|인턴|수습|객원|전문|대|취재|경제|정치|사회|문화|스포츠|의학|과학|국방|북한|종교|여행|산업|영상|사진|디지털|온라인|군사|음악|환경)?\s?기자|"
    r"특파원|논설위원|앵커|에디터|칼럼니스트|리포터|통신원|선임기자|편집위원|부국장|부장|아나운서|PD|교수|대기자|편집인|작가)"
)
_KOREAN_NAME = r"[가-힣]{2,4}"
#: "(서울=연합뉴스) 홍길동 김철수 기자 =", "[서울=뉴시스]홍길동 기자 =", "[헤럴드경제=홍길동 기자]", "【도쿄=김영희 특파원】"
_WIRE_HEAD = re.compile(
    rf"^\s*(?:[(\[【〔（］]\s*[^)\]】〕）]{{1,30}}[)\]】〕）]\s*)"
    rf"(?P<names>{_KOREAN_NAME}(?:\s*[·,/]?\s*{_KOREAN_NAME}){{0,4}})\s*{_KOREAN_ROLE}\s*(?:=|＝)?"
)
_BRACKETED_HEAD = re.compile(
    rf"^\s*[(\[【〔（]\s*[^)\]】〕）=＝|/]{{1,20}}\s*[=＝|/·ㅣ]?\s*(?P<names>{_KOREAN_NAME}(?:\s*[·,/]?\s*{_KOREAN_NAME}){{0,4}})\s*{_KOREAN_ROLE}\s*[)\]】〕）]"
)
#: A line that is nothing but a byline, with or without an address, wherever it stands at an end of the body.
_BYLINE_LINE = re.compile(
    rf"^\s*[\[(/|【▶■◆●※<>\-–—=·•]*\s*(?:(?:글|취재|글[·/]?사진|사진|기자|정리|[가-힣A-Za-z0-9]{{1,10}}\s?(?:신문|일보|뉴스|경제|미디어|닷컴|방송|통신|타임스|매일))\s*[=＝:|/ㅣ]?\s*)?"
    rf"(?:[가-힣]{{1,4}}\s*[=＝]\s*)?"
    rf"(?P<names>{_KOREAN_NAME}(?:\s*[·,/ㅣ|&]?\s*(?:기자)?\s*{_KOREAN_NAME}){{0,5}}?)\s*{_KOREAN_ROLE}"
    rf"(?:[\s,·/|(\[<]*(?:[\w.+-]+@[\w.-]*\w|[\w.+-]+@)?[\s)\]>;:|·/]*(?:{_KOREAN_NAME}\s*{_KOREAN_ROLE}[\s,·/|(\[<]*(?:[\w.+-]+@[\w.-]*\w)?[\s)\]>]*)*)?"
    rf"(?:의\s*(?:전체|다른)\s*기사\s*보기)?[\]】=＝\s]*$"
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[\w.+-]+@\S*")
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\b[\w-]+\.(?:com|net|org|co\.\w\w|[a-z]{2})\b/?\S*")
_PREFIX = re.compile(
    r"^(?:(?:story|words|text|photos?|report(?:ed|ing)?|written|posted|published|edited|article|review|analysis|opinion|comment)\s+)?"
    r"(?:by|von|par|por|di|door|av|af|od|written by|posted by|from|auteur|autor(?:in)?|author|redactie|redaktion|tekst|text|글|글쓴이|작성자|기자|취재|文|取材|著者|執筆|ライター|記者)(?:\s*[:：]\s*|\s+)",
    re.IGNORECASE,
)
_ROLE_TAIL = re.compile(
    r"(?:\s*[(（\[].*$)|(?:\s*(?:,|\||-|–|/)\s*(?:(?:\w+[\s-]){0,3}(?:writer|reporter|editor|correspondent|contributor|columnist|journalist|staff|producer|analyst|bureau|chief|producer|redakteur(?:in)?|reporterin|korrespondent(?:in)?|Ph\.?D\.?|M\.?D\.?)\b.*))$",
    re.IGNORECASE,
)
_DATE_TAIL = re.compile(
    r"\s*(?:[|•·,\-–—]\s*)?(?:(?:on|posted|published|updated|am|le|il)\s+)?(?:입력|수정|승인|등록|\d{1,4}\s?[./\-년年]\s?\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+\d).*$",
    re.IGNORECASE,
)
_KOREAN_TAIL = re.compile(rf"\s*(?:{_KOREAN_ROLE}|님|입력|구독|공유|댓글|페이스북|기자\s*구독).*$")
_JAPANESE_TAIL = re.compile(r"(?:\s*(?:記者|編集委員|論説委員|特派員|編集長|編集部員|さん|氏|執筆|デスク))$")
_SEPARATOR = re.compile(
    r"\s*(?:[,;|•·&/、，・\n]|\band\b|\bund\b|\bet\b|\by\b(?=\s+[A-Z])|\be\b(?=\s+[A-Z])|\boch\b|\bog\b|\ben\b|\bwith\b)\s*",
    re.IGNORECASE,
)
#: Not a person: desks, agencies, companies, roles.
_NOT_A_PERSON = re.compile(
    r"\b(?:staff|reporters?|editors?|editorial|newsroom|news|team|desk|admin|administrator|redaktion|redacci[oó]n|rédaction|redazione|redactie|"
    r"agenc(?:y|ies|e)|press|media|magazine|newspaper|times|post|tribune|herald|gazette|journal|daily|online|network|guest|contributors?|"
    r"correspondents?|publish(?:er|ing)|wire|services?|reuters|afp|dpa|inc|ltd|llc|gmbh|corp|company|university|institute|"
    r"facebook|twitter|instagram|linkedin|whatsapp|email|e-mail|share|follow|subscribe|about|unknown|anonymous|null|undefined|none|comments?|"
    r"minutes?|read|updated|published|posted|website|webdesk|bureau|www|home|contact|profile|more|view|all)\b|"
    r"편집국|편집부|뉴스팀|취재팀|뉴스룸|디지털|온라인|제보|신문|일보|뉴스|방송|경제$|네이버|미디어|닷컴|매일$|통신$|기사|보기|관리자|데스크|"
    r"編集部|新聞|取材班|ニュース|放送|通信|デジタル|運営|公式|株式会社|出版|テレビ|スポーツ|オンライン|サイト|事務局|[<>{}=@#]",
    re.IGNORECASE,
)
_PARTICLE = {
    "de",
    "da",
    "di",
    "von",
    "van",
    "der",
    "den",
    "la",
    "le",
    "del",
    "dos",
    "du",
    "bin",
    "al",
    "el",
    "ter",
    "zu",
    "zur",
    "of",
    "ten",
    "dr.",
    "und",
    "y",
    "e",
    "av",
    "af",
}


def structured_authors(structured: Structured, articles: list[Json], *, site: str) -> list[str]:
    """Authors of the first article that names one; organisations and the site itself are not authors."""
    for article in articles:
        named: list[str] = []
        for raw in (*list_of(article.get("author")), *list_of(article.get("creator"))):
            value = structured.resolve(raw)
            if isinstance(value, dict) and any("organi" in name.lower() for name in types(value)):
                continue
            named.append(text_of(value))
        people = clean_names(named, site=site)
        if people:
            return people
    return []


def meta_authors(metas: dict[str, str], *, site: str) -> Iterator[list[str]]:
    for name in _AUTHOR_META:
        value = metas.get(name, "")
        if value and not value.startswith(("http", "/", "@")):
            yield clean_names([value], site=site)


def page_authors(tree: LexborHTMLParser, *, site: str) -> Iterator[list[str]]:
    """Names in elements that are called after authors, one list a kind of element."""
    for selector in _AUTHOR_NODES:
        texts = [(node.text(separator=" ") or "") for node in tree.css(selector)[:6]]
        people = clean_names([text for text in texts if len(text) < 160][:4], site=site)
        if people:
            yield people


def body_authors(lines: list[str]) -> list[str]:
    """Korean reporters named at the head or the tail of a body."""
    for text in lines[:2]:
        match = _WIRE_HEAD.match(text) or _BRACKETED_HEAD.match(text)
        if match:
            return _korean_names(match["names"])
    for text in [*lines[:2], *reversed(lines[-4:])]:
        match = _BYLINE_LINE.match(text)
        if match and len(text) < 120:
            return _korean_names(match["names"])
    return []


def is_byline(text: str) -> bool:
    """A whole line that only says who wrote it, in Korean."""
    return len(text) < 120 and bool(_BYLINE_LINE.match(text))


def strip_bracketed_byline(text: str) -> tuple[str, str]:
    """``("[헤럴드경제=홍길동 기자]", rest)`` where a paragraph begins with that; ``("", text)`` where it does not.
    The agencies' "(서울=연합뉴스) 홍길동 기자 =" stays: it is the dateline of the sentence."""
    match = _BRACKETED_HEAD.match(text)
    if match and text[match.end() :].strip():
        return match.group().strip(), text[match.end() :].lstrip(" =＝")
    return "", text


def _korean_names(text: str) -> list[str]:
    words = [word for word in re.split(r"[\s·,/|ㅣ&]+", text) if word]
    return _unique(
        word
        for word in words
        if re.fullmatch(_KOREAN_NAME, word) and not re.fullmatch(_KOREAN_ROLE, word) and not _NOT_A_PERSON.search(word)
    )


def clean_names(raw: Iterable[str], *, site: str) -> list[str]:
    """People's names, split, freed of roles, addresses and dates; whatever is not a person's name is left out."""
    return _unique(name for text in raw for name in _names_in(wording.label(text), site))


def _names_in(text: str, site: str) -> Iterator[str]:
    text = _ADDRESS.sub(" ", _EMAIL.sub(" ", text))
    text = _PREFIX.sub("", text.strip())
    text = _DATE_TAIL.sub("", text)
    if re.search("[가-힣]", text):
        found = re.findall(rf"({_KOREAN_NAME})\s*{_KOREAN_ROLE}", text)
        if found:
            yield from (name for name in found if not _NOT_A_PERSON.search(name))
            return
    folded_site = wording.folded(site)
    for part in _SEPARATOR.split(text):
        name = _PREFIX.sub("", part or "")
        for tail in (_ROLE_TAIL, _KOREAN_TAIL, _JAPANESE_TAIL):
            name = tail.sub("", name)
        name = name.strip(" \t-–—|:：.,;/·()[]'\"「」【】")
        if _is_person(name) and not (folded_site and wording.folded(name) in {folded_site, folded_site + "com"}):
            yield name


def _is_person(name: str) -> bool:
    if not 2 <= len(name) <= 50 or any(char.isdigit() for char in name) or _NOT_A_PERSON.search(name):
        return False
    if re.search("[가-힣]", name):
        return bool(re.fullmatch(r"[가-힣]{2,5}(?:\s[가-힣]{1,4})?", name))
    if re.search("[぀-ヿ一-鿿]", name):
        return len(name) <= 12
    words = name.split()
    if len(words) > 5:
        return False
    return sum(1 for word in words if word[0].isupper() or word.lower() in _PARTICLE or word[0] in "'’") == len(
        words
    ) or (len(words) <= 3 and name[0].isupper())


def _unique(names: Iterable[str]) -> list[str]:
    return list({wording.folded(name): name for name in names if wording.folded(name)}.values())[:12]
