"""A person or a house introduced in full where the article, at that place, has the short name: 강이든 온별시장 for
강 시장, 서울교통공사 for 공사, Mayor Adela Finch for Finch.

A post that quotes the seventh sentence has to say who speaks. The long form is the article's own, word for word, and
only one of the article can be meant: then nothing new is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from newsforge.engine.receipts.claim import Claim
from newsforge.engine.receipts.context_days import put_back
from newsforge.engine.receipts.folding import fold
from newsforge.engine.text.korean_institutions import institutions, short_institutions

#: Looked for at every word: of Mayor Adela Finch, both Mayor Adela and Adela Finch.
_EN_FULL = re.compile(
    r"(?<![\w’'-])(?=(?P<name>[A-Z][\w’'-]*[a-z](?: [A-Z]\.)? "
    r"(?P<last>(?:Mc|Mac|O[’'])?[A-Z][a-z]+(?:-[A-Z]?[a-z]+)*))(?![\w-]))"
)
#: Words before and after a name that may belong to it.
_BEFORE, _AFTER = 6, 12
_KO_SHORT = re.compile(
    r"(?<![가-힣])(?P<family>[가-힣]) (?P<former>전 |신임 )?(?P<role>[가-힣]{1,5}?)(?=[은는이가을를의도과와께]| 측)"
)
_JA_SHORT = re.compile(
    r"(?<![一-龥々])(?P<family>[一-龥々]{1,3})(?P<role>市長|知事|社長|会長|氏|さん|首相|大臣|監督|教授|所長|部長|選手|代表)"
)
_SOURCES = 3


def reductions(claim: Claim) -> Iterator[str]:
    """``claim.text`` with the long form of one person put back to the short one of the sentence it is taken from, or
    the day to its 이날."""
    yield from put_back(claim)
    find = {"ko": _korean, "en": _english, "ja": _japanese}.get(claim.language)
    if find is None:
        return
    article = _cased(claim.evidence.article.text)
    for source in claim.alignment.sources[:_SOURCES]:
        yield from find(claim.text, _cased(source.text), article)


@lru_cache(maxsize=64)
def _cased(text: str) -> str:
    return fold(text, lower=False).text


#: DETROIT — Police said ...: the dateline of the sentence without its agency.
_PLACED = re.compile(r"^(?P<place>[A-Z][\w .,'/]{1,40}) - (?=[A-Z\"\d])")


def _english(text: str, source: str, article: str) -> Iterator[str]:
    placed = _PLACED.match(text)
    if placed and re.match(rf"{re.escape(placed['place'])} ?\([^)]{{2,40}}\) ?-", source):
        yield text[placed.end() :]
    for match in _EN_FULL.finditer(text):
        name, last = match["name"], match["last"]
        if name in source or not re.search(rf"\b{re.escape(last)}\b", source) or not _is_only(last, article):
            continue
        for start in _starts(text, match.start()):
            for end in _ends(text, match.end("name")):
                phrase = text[start:end]
                if phrase in article or phrase[:1].upper() + phrase[1:] in article:
                    yield text[:start] + last + text[end:]


def _is_only(last: str, article: str) -> bool:
    firsts = re.findall(rf"(?<![\w’'-])([A-Z][\w’'-]*[a-z])(?: [A-Z]\.)? {re.escape(last)}\b", article)
    offices = {first for first in firsts if re.search(rf"\b{first} [A-Z][\w’'-]+ {re.escape(last)}\b", article)}
    return len(set(firsts) - offices) == 1


def _starts(text: str, place: int) -> list[int]:
    found = [place]
    while (
        len(found) <= _BEFORE
        and found[-1] > 1
        and text[found[-1] - 1] == " "
        and (text[found[-1] - 2].isalnum() or text[found[-1] - 2] == ".")
    ):
        found.append(text.rfind(" ", 0, found[-1] - 1) + 1)
    return found


def _ends(text: str, place: int) -> list[int]:
    """The name's own end, and that of an apposition: up to the next comma or the sentence's end."""
    match = re.match(r", [^,.;”\"]{3,70}(?=[,.])", text[place:])
    return [place + match.end(), place] if match and len(match.group().split()) <= _AFTER else [place]


def _korean(text: str, source: str, article: str) -> Iterator[str]:
    for noun in short_institutions(source):
        names = institutions(article).get(noun, ())
        if len(names) == 1 and names[0] in text and names[0] not in source:
            yield text.replace(names[0], noun, 1)
    for short in _KO_SHORT.finditer(source):
        family, role = short["family"], short["role"]
        long = re.compile(
            rf"(?<![가-힣])(?P<name>{family}[가-힣]{{1,3}})(?:\(\d{{1,3}}\))? (?:[가-힣A-Za-z0-9·]+ ){{0,3}}?"
            rf"[가-힣A-Za-z0-9]{{0,8}}{role}(?=[은는이가을를의도과와께]| 측)"
        )
        for match in long.finditer(text):
            people = {one["name"] for one in long.finditer(article)}
            if len(people) == 1 and match.group() in article and match.group() not in source:
                yield text[: match.start()] + short.group() + text[match.end() :]


def _japanese(text: str, source: str, article: str) -> Iterator[str]:
    for short in _JA_SHORT.finditer(source):
        family, role = short["family"], short["role"]
        long = re.compile(rf"(?<![一-龥々]){family}[一-龥々ぁ-んァ-ヶー]{{1,5}}?{role}")
        for match in long.finditer(text):
            people = {one.group() for one in long.finditer(article)}
            if people == {match.group()} and match.group() not in source:
                yield text[: match.start()] + short.group() + text[match.end() :]
