"""Korean keywords: nouns by the morphological analyser, put together as they stand in a word."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise, zip_longest

from newsforge.engine.article import Article
from newsforge.engine.text.korean import Token, tokens
from newsforge.engine.text.stopwords import KOREAN, KOREAN_DEEDS, KOREAN_EVENTS, KOREAN_GENERAL

#: A word of the title counts as much as this many mentions in the body.
TITLE_WEIGHT = 5.0
_LEADING_CHARACTERS = 600
_STOP = KOREAN | KOREAN_GENERAL
#: Who or what opens the headline is what it is about.
_OPENS_TITLE, _FIRST = 1.3, 1.01


def place_weight(start: int) -> float:
    """The first paragraphs name what the rest is about."""
    return 2.0 if start < _LEADING_CHARACTERS else 1.0


_NOUNS = ("NNG", "NNP", "SL", "XPN", "XSN", "SN", "SH")
#: Noun suffixes that stay in a compound; others (들, 씩, 적) end it or spoil it.
_KEPT_SUFFIXES = frozenset("화성권계자형용제력률액비가원사회론법증학식품점장소")


#: Endings of names of offices, firms and places.
_INSTITUTION = re.compile(
    r"[가-힣]{2,}(?:공사|은행|위원회|연구원|연구소|대학교|병원|법원|검찰청|경찰청|관측청|교육청|본부|협회|재단|센터|전자|반도체|"
    r"자동차|그룹|노조|공단|의회|통계원|관측원|물산|건설|증권|생명|화학|제철|항공|통신|신당|연합|연대)$"
)
#: A person's name, mostly: one of several in the news, so that the subject goes first.
_PERSON = 1.3
_PLACE_ENDS = frozenset("시도군구동면읍리산강섬역당청원부처")
_NAME, _COMPOUND, _WORD_OF_THREE, _WORD_OF_TWO, _PHRASE = 1.7, 1.5, 1.2, 0.7, 1.6
#: 결의 of 결의했다 speaks of a deed, and is the weakest way of naming a subject.
_DEED = 0.45


def score_korean(article: Article) -> dict[str, float]:
    """Names, compounds and nouns of the article, each with what it is worth as a keyword."""
    source = f"{article.title}\n{article.text}"
    deeds = {
        before.form
        for text in (article.title, article.text)
        for before, after in pairwise(tokens(text))
        if before.tag == "NNG" and after.tag in {"XSV", "XSA"} and before.end == after.start
    }
    found: dict[str, float] = defaultdict(float)
    phrases: dict[str, float] = defaultdict(float)
    times: Counter[str] = Counter()
    of_title: set[str] = set()
    for text, factor in ((article.text, 1.0), (article.title, TITLE_WEIGHT)):
        chain: list[tuple[str, int]] = []
        runs = list(_noun_runs(text))
        for number, (run, following) in enumerate(runs):
            start, end = run[0].start, run[-1].end
            place = factor * (place_weight(start) if factor == 1.0 else 1.0)
            if chain and (start - chain[-1][1] != 1 or text[chain[-1][1]] != " "):
                chain = []
            phrase = text[start:end] if run[-1].tag == "XSN" else _as_name(text[start:end], following, source)
            if phrase in _STOP or not _is_korean_keyword(phrase, run):
                chain = []
                continue
            found[phrase] += place * _korean_weight(phrase, run, deeds)
            if factor != 1.0:
                of_title.add(phrase)
            chain.append((phrase, end))
            # A noun phrase ends in what it is about: of 도료 원료 공장 화재, the last two.
            coming = runs[number + 1][0] if number + 1 < len(runs) else []
            if len(chain) > 1 and (_ends_phrase(coming, text) or not _goes_on(text, end, following)):
                pair = f"{chain[-2][0]} {phrase}"
                phrases[pair] += place * _PHRASE
                times[pair] += 1
            if following is not None or text[start:end] != phrase:
                chain = []
    for phrase in found:
        # 온별시 내년: a name that the tokenizer knows by its particle in the body, but not in the title.
        if len(phrase) > 2 and phrase not in of_title and f" {phrase} " in f" {article.title}":
            found[phrase] += TITLE_WEIGHT * _NAME
    for work in re.findall(r"['‘《「<]([가-힣A-Za-z0-9 ]{3,12})['’》」>]", article.title):
        if " " in work and article.text.count(work) > 1:
            found[work] = TITLE_WEIGHT * _NAME + article.text.count(work)
    for name in _administrations(article):
        if name not in found:
            found[name] = _NAME * (article.text.count(name) + TITLE_WEIGHT * (name in article.title))
    _prefer_phrases(found, phrases, times, deeds, article)
    title = article.title.lstrip(_MARKS)
    opener = max((p for p in found if title.startswith(p) and not title[len(p) :][:1].isalnum()), key=len, default="")
    if opener:
        found[opener] = max(found[opener], min(_OPENS_TITLE * found[opener], _FIRST * max(found.values())))
    for phrase in [phrase for phrase in found if phrase in KOREAN_DEEDS or _is_mere_deed(phrase, deeds)]:
        del found[phrase]
    return found


_MARKS = " \"'“‘[("


def _is_mere_deed(phrase: str, deeds: set[str]) -> bool:
    """강요 of 강요했다; but a strike is an event, and 집단소송 says what kind of deed."""
    return len(phrase) == 2 and phrase in deeds and phrase not in KOREAN_EVENTS


def _ends_phrase(coming: list[Token], text: str) -> bool:
    """보궐선거 | 민서우, 공장 화재 | 진화: a name or a general noun after it is not what the phrase is about."""
    if not coming:
        return False
    return (len(coming) == 1 and coming[0].tag == "NNP") or text[coming[0].start : coming[-1].end] in _STOP


def _goes_on(text: str, end: int, following: Token | None) -> bool:
    return following is None and bool(re.match(r" [가-힣]{2}", text[end : end + 3]))


def _prefer_phrases(
    found: dict[str, float], phrases: dict[str, float], times: Counter[str], deeds: set[str], article: Article
) -> None:
    """공장 화재 tells more than 공장 or 화재: said twice, or in the title of an article that has both words."""
    for pair, score in phrases.items():
        one, other = pair.split(" ")
        is_title_of = pair in article.title and f"'{pair}'" in article.text.translate(_QUOTES)
        known = is_title_of or (pair in article.title and article.text.count(one) > 1 and other in article.text)
        if (times[pair] < 2 and not known) or len(pair) > _LONGEST_PHRASE or one in deeds or other in deeds:
            continue
        found[pair] = max(score, _MORE * found[other]) if is_title_of else score
        for word in (one, other):
            if len(word) == 2:
                found[word] *= _DEED


_LONGEST_PHRASE = 11
#: The phrase before the noun that ends it.
_MORE = 1.05
_QUOTES = str.maketrans('‘’“”"', "'''''")


def _administrations(article: Article) -> Iterator[str]:
    """해온시, which the tokenizer does not know: it has a council or a hall, and does something itself."""
    for name in dict.fromkeys(_HAS_COUNCIL.findall(f"{article.title}\n{article.text}")):
        if re.search(rf"(?<![가-힣]){name}(?:는|가|은|이|의|에|와|과| )", article.text):
            yield name


_HAS_COUNCIL = re.compile(
    r"(?<![가-힣])(?!광역|특별|대도|중소)([가-힣]{2,3}[시군])(?=의회|청(?:은|이|과|에|의| )|장(?:은|이|의|도| ))"
)


def _korean_weight(phrase: str, run: list[Token], deeds: set[str]) -> float:
    if len(run) == 1 and run[0].tag == "NNP" and len(phrase) == 3 and phrase[-1] not in _PLACE_ENDS:
        return _PERSON
    if any(token.tag in {"NNP", "SL"} for token in run) or _INSTITUTION.search(phrase):
        return _NAME
    if len(run) == 1 and phrase in deeds:
        return _DEED * _WORD_OF_TWO
    if len(phrase) >= 4:
        return _COMPOUND
    return _WORD_OF_THREE if len(phrase) == 3 else _WORD_OF_TWO


def _as_name(phrase: str, following: Token | None, source: str) -> str:
    """돌핀스가 and 해역서 lose a particle that the tokenizer took for a part of the word, as the source has the word
    without it elsewhere; 강산도, which it took apart, gets its last letter back, as the source never has 강산 alone."""
    stem, last = phrase[:-1], phrase[-1]
    if len(stem) >= 2 and last in _PARTICLES:
        if source.count(stem) >= 2 * source.count(phrase):
            return stem
        if last == "서" and f"{stem}에서" in source:
            return stem
    if following is not None and following.tag == "JX" and following.form == "도":
        whole = f"{phrase}도"
        if source.count(whole) >= 2 and source.count(whole) == source.count(phrase):
            return whole
    return phrase


_PARTICLES = frozenset("은는이가을를와과의도서로만")


#: 예방과장, 대표이사: who somebody is, not what the news is about.
_ROLE = re.compile(
    r"(?:과장|국장|실장|팀장|부장|본부장|위원장|대표|대표이사|대변인|교수|의원|장관|차관|감독|수석|의장|사장|대표직|정책관)$"
)
#: 목포 방향, 군산 구간: where on the road, and nobody looks for it by that.
_STRETCHES = frozenset(["방향", "구간", "지점", "방면", "상행선", "하행선", "차로", "나들목", "분기점"])
_OFFICES = frozenset(["CEO", "CFO", "COO", "CTO", "PD"])


def _is_korean_keyword(phrase: str, run: list[Token]) -> bool:
    if not 2 <= len(phrase) <= 12 or run[0].tag in {"SN", "XSN"} or phrase[-1] in "들적씩쯤측":
        return False
    if run[-1].tag == "NNG" and len(run) > 1 and run[-1].form in {"씨", "측", "기자", "때", "등", "내", "중", "간"}:
        return False
    if _ROLE.search(phrase) or phrase in _STRETCHES:
        return False
    if all(token.tag in {"SL", "SN"} for token in run):
        return (
            phrase[0].isupper()
            and (len(phrase) > 2 or phrase in {"AI", "EU", "UN", "TV", "5G", "IT"})
            and phrase not in _OFFICES
        )
    return any(token.tag in {"NNG", "NNP"} and token.form not in _STOP for token in run)


def _noun_runs(text: str) -> Iterator[tuple[list[Token], Token | None]]:
    """Noun compounds that fill a word from its first letter, with what is glued to them (a particle, a verb's ending);
    a compound cut out of a verb (동결했다) counts too, as the noun it is."""
    run: list[Token] = []
    at_word_start = True
    last_end = -1
    every = tokens(text)
    for token, after in zip_longest(every, every[1:]):
        glued = token.start == last_end
        if not glued:
            yield from _closed(run, None)
            run, at_word_start = [], True
        if token.tag in _NOUNS and (token.tag != "XSN" or token.form in _KEPT_SUFFIXES):
            if at_word_start or run:
                run.append(token)
        else:
            # 줄|도|산: a particle in the middle of a word is none, and the word is not one that the tokenizer knows.
            is_inside = (
                token.tag.startswith("J") and after is not None and (after.start, after.tag) == (token.end, "NNG")
            )
            yield from () if is_inside else _closed(run, token)
            run = []
            at_word_start = token.tag.startswith(("SSO", "SP", "SF", "SE", "SY", "SO", "SW"))
        last_end = max(last_end, token.end)
    yield from _closed(run, None)


def _closed(run: list[Token], following: Token | None) -> Iterator[tuple[list[Token], Token | None]]:
    if not run:
        return
    if following is not None and (following.tag.startswith(("E", "XSN")) or following.start < run[-1].end):
        return
    # 돌핀|스: a word that the tokenizer takes apart in the middle is no word it knows.
    if following is not None and following.tag in {"NNB", "NNG", "IC", "MAG", "NR", "UN", "NP", "XR", "VV", "VA"}:
        return
    yield run, following
