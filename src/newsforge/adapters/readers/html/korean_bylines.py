"""Korean reporters: named at the head of the body, at its tail, or on a line of their own."""

from __future__ import annotations

import re

from newsforge.adapters.readers.html.korean_credits import read_credit

_KIND = (
    "선임|인턴|수습|객원|전문|대|취재|경제|정치|사회|문화|스포츠|의학|과학|"
    "국방|북한|종교|여행|산업|영상|사진|디지털|온라인|군사|음악|환경"
)
_ROLE = (
    rf"(?:(?:{_KIND})?\s?기자|특파원|논설위원|앵커|에디터|칼럼니스트|"
    r"리포터|통신원|편집위원|부국장|부장|아나운서|PD|교수|편집인|작가)"
)
_NAME = "[가-힣]{2,4}"
_NAMES = rf"{_NAME}(?:\s*[·,/]?\s*{_NAME}){{0,4}}"
_EMAIL = r"(?:[\w.+-]{1,64}@[\w.-]{0,80}\w|[\w.+-]{1,64}@)"
_HOUSE = r"[가-힣A-Za-z0-9]{1,10}\s?(?:신문|일보|뉴스|경제|미디어|닷컴|방송|통신|타임스|매일)"
#: "(서울=연합뉴스) 홍길동 김철수 기자 =", "[서울=뉴시스]홍길동 기자 =", "【도쿄=김영희 특파원】"
_WIRE_HEAD = re.compile(rf"^\s*[(\[【〔（][^)\]】〕）]{{1,30}}[)\]】〕）]\s*(?P<names>{_NAMES})\s*{_ROLE}\s*[=＝]?")
_BRACKETED_HEAD = re.compile(r"^\s*[(\[【〔（](?P<credit>[^)\]】〕）\n]{3,60})[)\]】〕）]")
#: What ends a credit in brackets: the role, perhaps with an address behind it.
_ENDS_IN_ROLE = re.compile(rf"{_ROLE}[\s/·,|]*(?:{_EMAIL})?\s*$")
#: "한강일보 박서준 기자 = 24일 ...", "도쿄=박서준 특파원 = ..."
_OPEN_HEAD = re.compile(rf"^\s*(?P<credit>[^.\n]{{2,60}}?{_ROLE})\s*[=＝]\s*")
_LINE = re.compile(
    rf"^\s*[\[(/|【▶■◆●※<>\-–—=·•]*\s*"
    rf"(?:(?:글|취재|글[·/]?사진|사진|기자|정리|{_HOUSE})\s*[=＝:|/ㅣ]?\s*)?(?:[가-힣]{{1,4}}\s*[=＝]\s*)?"
    rf"(?P<names>{_NAME}(?:\s*[·,/ㅣ|&]?\s*(?:기자)?\s*{_NAME}){{0,5}}?)\s*{_ROLE}(?:\s*외\s*\d+명)?"
    rf"(?:[\s,·/|(\[<]*{_EMAIL}?[\s)\]>;:|·/]*"
    rf"(?:{_NAME}\s*{_ROLE}[\s,·/|(\[<]*{_EMAIL}?[\s)\]>]*){{0,5}})?"
    rf"(?:의\s*(?:전체|다른)\s*기사\s*보기)?[\]】=＝\s]*$"
)
#: The same before a sentence, the reporter named or not: what is behind the whole is the story.
_HEAD_OF_SENTENCE = re.compile(
    rf"\s*(?:[\[【〔]\s*[가-힣A-Za-z·]{{1,12}}\s*[=＝]\s*[^\]】〕\n]{{2,16}}[\]】〕]|[(（]\s*[가-힣A-Za-z·]{{1,12}}\s*[=＝]\s*[^)）\n]{{2,16}}[)）])"
    rf"\s*(?:{_NAMES}\s*{_ROLE}(?:\s*[·,]?\s*{_NAMES}\s*{_ROLE}){{0,3}}\s*[=＝:]\s*)?"
)
#: "홍길동 기자 | 승인 2026.11.22 17:30 | 댓글 3"
_DATED_LINE = re.compile(
    rf"^{_NAMES}\s*{_ROLE}\s*(?:{_EMAIL})?\s*[|·/]?\s*(?:기사)?(?:승인|입력|등록|수정|송고|발행)\S*\s*[:：]?\s*\d{{2,4}}.{{0,60}}$"
)
_STAMP = (
    r"\d{4}[.\-/년]\s?\d{1,2}[.\-/월]\s?\d{1,2}[.일]?(?:\s*\(?[월화수목금토일]\)?)?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?"
)
#: "*축구전문기자 홍길동 = 2026.11.22 21:40*", "홍길동 축구전문기자 | 2026.11.22 21:40", as portals set them
_PORTAL_LINE = re.compile(
    rf"^[\s\[(*_▶■●]*(?:(?:[가-힣]{{2,5}}\s?)?(?:{_KIND})?기자\s+(?P<names>{_NAMES})|(?P<first>{_NAMES})\s+(?:[가-힣]{{2,5}}\s?)?(?:{_KIND})?기자)"
    rf"\s*(?:{_EMAIL})?\s*[=＝|/·ㅣ]\s*{_STAMP}[\s\])*_]*$"
)
_LONGEST_LINE = 120
_IS_SENTENCE = re.compile(r"[.!?][\"'”’]?\s*$")
_ADDRESS = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
#: What may follow the last sentence of a Korean article in its line: "...밝혔다. 홍길동·김철수 기자 hong@example.kr"
_TAIL = re.compile(
    rf"(?<=[.다요\"”])(?:(?<![A-Za-z0-9_]\.)|(?=\s))\s*(?:[\[(/]?\s*(?P<byline>(?:[가-힣A-Za-z0-9]{{1,10}}\s*[=|]\s*)?{_NAME}(?:\s*[·,]\s*{_NAME}){{0,3}}\s?(?:(?:선임|인턴|"
    rf"수습|객원|전문|대)?기자|특파원)(?:\s*[·,]\s*{_NAME}\s?(?:기자|특파원))*)?\s*[\[(/]?\s*(?P<mail>{_ADDRESS})?\s*[\])]?)\s*$"
)
_LONGEST_TAIL = 160


def korean_authors(lines: list[str]) -> list[str]:
    """Names without their role, from the first two and the last four lines of a body."""
    ends = [*lines[:2], *reversed(lines[-4:])]
    for text in lines[:2]:
        if authors := read_credit(_head_credit(text)).authors:
            return authors
    for text in ends:
        if len(text) < _LONGEST_LINE and (_LINE.match(text) or _PORTAL_LINE.match(text) or _is_credit(text)):
            authors = read_credit(text).authors
            if authors:
                return authors
    for text in reversed(lines[-4:]):
        _, tail, reason = split_tail(text)
        if reason == "byline":
            return named_with_role(tail)
    return []


def named_with_role(text: str) -> list[str]:
    """Every "홍길동 기자" in a byline."""
    return read_credit(text).authors


def is_korean_byline(text: str) -> bool:
    """The whole line only says who wrote it, and perhaps when."""
    return len(text) < _LONGEST_LINE and bool(
        _LINE.match(text) or _DATED_LINE.match(text) or _PORTAL_LINE.match(text) or _is_credit(text)
    )


def split_bracketed_byline(text: str) -> tuple[str, str]:
    """``("[헤럴드경제=홍길동 기자]", rest)`` where a paragraph begins with that; ``("", text)`` where it does not.
    The agencies' "(서울=연합뉴스) 홍길동 기자 =" stays: it is the dateline of the sentence."""
    match = _BRACKETED_HEAD.match(text)
    if match and _is_signed(match["credit"]) and text[match.end() :].strip():
        return match.group().strip(), text[match.end() :].lstrip(" =＝")
    return "", text


def split_tail(text: str) -> tuple[str, str, str]:
    """``(story, tail, reason)`` where a reporter's name or address is glued to the last sentence."""
    match = _TAIL.search(text, max(0, len(text) - _LONGEST_TAIL))
    if not match or not (match["mail"] or match["byline"]) or not match.start():
        return text, "", ""
    return text[: match.start()].rstrip(), match.group().strip(), "byline" if match["byline"] else "contact"


def find_wire_head(sentence: str) -> int:
    """The end of "【서울=뉴시스】 홍길동 기자 = " before a sentence, 0 where there is none."""
    match = _HEAD_OF_SENTENCE.match(sentence) or _open_head(sentence)
    return match.end() if match else 0


def _head_credit(text: str) -> str:
    """What of a paragraph's beginning may name who wrote it."""
    if match := _WIRE_HEAD.match(text):
        return match.group()
    match = _BRACKETED_HEAD.match(text)
    if match and _is_signed(match["credit"]):
        return match["credit"]
    match = _open_head(text)
    return match["credit"] if match else ""


def _open_head(text: str) -> re.Match[str] | None:
    """A credit without brackets, up to its equals sign."""
    match = _OPEN_HEAD.match(text)
    return match if match and _is_credit(match["credit"]) else None


def _is_signed(credit: str) -> bool:
    return bool(_ENDS_IN_ROLE.search(credit)) and read_credit(credit).names_somebody


def _is_credit(text: str) -> bool:
    """The line has nothing but people, what they do, and their house."""
    if _IS_SENTENCE.search(text):
        return False
    credit = read_credit(text)
    return credit.names_somebody and not credit.strays
