"""Who speaks, in full: the name and the role that the article gives elsewhere, word for word.

강 시장은 becomes 강이든 온별시장은, “…,” Prewitt said becomes “…,” Eamon Prewitt, the company's chief operating
officer, said. Only where the article has one bearer of the name; the receipts know the same rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from newsforge.engine.compose.dependence import outside_quotes
from newsforge.engine.compose.phrases import ROLES
from newsforge.engine.text.whole_words import closes_word, opens_word

_EN_ROLES = (
    "chair|chairman|chairwoman|chairperson|president|vice president|director|minister|secretary|mayor|governor|senator|"
    "chief|officer|executive|spokesman|spokeswoman|spokesperson|head|leader|manager|coach|captain|professor|analyst|"
    "economist|researcher|scientist|lawyer|attorney|judge|justice|founder|commissioner|superintendent|author|editor|"
    "owner|ambassador|sergeant|inspector|colonel|lieutenant|commander|bishop|archbishop|"
    "ambassador|general|prosecutor|detective|sheriff|principal|dean|engineer|doctor"
)
#: said Lopez. | Lopez said
_EN_LAST_WORD = r"(?P<verb>\b(?:said|says|told|added|wrote|explained|warned|argued|noted) ){name}(?=\.$)"
_EN_SAYS = r"{name}(?= (?:said|says|told|added|wrote|explained|warned|argued|noted)\b)"
_NOT_IN_APPOSITION = re.compile(r"\b(?:his|her|its|their|he|she|who|whose|which|said|told|and [A-Z])\b|\d")
_JA_ROLES = "市長|知事|社長|会長|氏|さん|首相|大臣|監督|教授|所長|部長|選手|代表"
#: Words between a name and its role, and before a name.
_MOST_BETWEEN, _LONGEST = 3, 70


def introduced(
    text: str, article: str, language: str, full_names: dict[str, tuple[str, ...]]
) -> tuple[str, tuple[str, ...]]:
    """``text`` with its short names in full, and the names so introduced. ``full_names`` as :class:`Line` has them."""
    if language == "ko":
        return _korean(text, article)
    if language == "en":
        return _english(text, article, full_names)
    return _japanese(text, article) if language == "ja" else (text, ())


# Korean -------------------------------------------------------------------------------------------------------------

_HANGUL = re.compile("[가-힣]")
_KO_SHORT = re.compile(
    # 한 교사는: a teacher.
    r"(?<![가-힣])(?![두세네각새그저타])(?!한 (?:교사|의사|간호사|약사|소방관|시인|소설가|화가|가수|셰프|목사|신부))"
    rf"(?P<family>[가-힣]) (?P<former>전 |신임 )?(?P<role>{ROLES})"
    r"(?=[은는이가을를의도과와께]| 측)"
)


def _korean(text: str, article: str) -> tuple[str, tuple[str, ...]]:
    names: list[str] = []
    bare = outside_quotes(text)
    for short in reversed(list(_KO_SHORT.finditer(bare))):
        full = _korean_full(short["family"], (short["former"] or "").strip(), short["role"], article)
        if full and (name := _person(full)) not in bare:
            text = text[: short.start()] + full + text[short.end() :]
            names.append(name)
    return text, tuple(names)


@lru_cache(maxsize=512)
def _korean_full(family: str, former: str, role: str, article: str) -> str | None:
    found = list(_korean_introductions(family, role, article))
    people = {_person(one) for one in found}
    if len(people) != 1 or re.search(r"[은는이가을를] ", found[0]) or (former and f" {former} " not in found[0]):
        return None
    return found[0]


def _person(full: str) -> str:
    """우도진 of 우도진(46) 교사."""
    return full.split(maxsplit=1)[0].partition("(")[0]


def _korean_introductions(family: str, role: str, article: str) -> Iterator[str]:
    """강이든 온별시장, from left to right and apart."""
    end = 0
    for at in _places(family, article):
        if at < end or (at > 0 and _HANGUL.match(article[at - 1])):
            continue
        match = _korean_introduction(role).match(article, at)
        if match is not None:
            end = match.end()
            yield match.group()


@cache
def _korean_introduction(role: str) -> re.Pattern[str]:
    """Kept for each role, as it takes long to compile."""
    return re.compile(
        rf"[가-힣]{{2,4}}(?:\(\d{{1,3}}\))? (?:[가-힣A-Za-z0-9·]+ ){{0,{_MOST_BETWEEN}}}?"
        rf"[가-힣A-Za-z0-9]{{0,8}}{role}(?=[은는이가을를의도과와께]| 측)"
    )


# English ------------------------------------------------------------------------------------------------------------

_EN_NAME = re.compile(r"\b[A-Z][A-Za-z]*[a-z]+(?:-[A-Z][a-z]+)*\b")
_FIRST_NAME = re.compile(r"(?<![\w’'-])([A-Z][\w’'-]*[a-z](?: [A-Z]\.)?) (?=[A-Z])")
_MIDDLE_NAME = re.compile(r" [A-Z][\w’'-]+ ")
_SAYS_AFTER = (" said", " says", " told", " added", " wrote")
_SAYS_BEFORE = ("said ", "says ", "added ", "wrote ")
_EN_ROLE = re.compile(rf"\b(?:{_EN_ROLES})\b")
_ENDS_IN_OFFICE = re.compile(rf"(?:\b(?i:{_EN_ROLES})|Sen\.|Rep\.|Gov\.|Dr\.) $")
#: More than the longest office has letters.
_OFFICE_LENGTH = 20
_APPOSED = re.compile(rf", (?P<role>[^,.;:“”\"\n]{{3,{_LONGEST}}})[,.]")


def _english(text: str, article: str, full_names: dict[str, tuple[str, ...]]) -> tuple[str, tuple[str, ...]]:
    names: list[str] = []
    bare = outside_quotes(text)
    for match in reversed(list(_EN_NAME.finditer(bare))):
        last = match.group()
        known = full_names.get(last, ())
        name = _only_name(last, article) if len(known) == 1 else None
        if name is None or name in bare or _is_part_of_name(bare, match):
            continue
        full = _with_office(name, article)
        role = _apposition(name, article) if full == name else ""
        if role and re.search(_EN_LAST_WORD.format(name=last), text[: match.end()] + text[match.end() :]):
            full = f"{name}, {role}"
        elif role and re.match(_EN_SAYS.format(name=last), text[match.start() :]):
            full = f"{name}, {role},"
        text = text[: match.start()] + full + text[match.end() :]
        names.append(name)
    return text, tuple(names)


def _is_part_of_name(bare: str, match: re.Match[str]) -> bool:
    before, after = bare[: match.start()], bare[match.end() :]
    return bool(
        re.search(r"\b[A-Z][\w.’'-]* $|& $", before) or re.match(r" [A-Z]|-|[’']s [A-Z]| & |, [A-Z]\w+ & ", after)
    )


@lru_cache(maxsize=512)
def _only_name(last: str, article: str) -> str | None:
    """``First Last`` if the article knows one person of that name, and uses the short form of a person elsewhere."""
    if not _is_short_for_speaker(last, article):
        return None
    found = {match[1] for match in _FIRST_NAME.finditer(article) if _stands_at(match.end(), last, article)}
    firsts = {first for first in found if not _has_middle_name(first, last, article)}
    return f"{firsts.pop()} {last}" if len(firsts) == 1 else None


def _is_short_for_speaker(last: str, article: str) -> bool:
    return any(
        (article.startswith(_SAYS_AFTER, at + len(last)) and opens_word(article, at))
        or (article.endswith(_SAYS_BEFORE, 0, at) and closes_word(article, at + len(last)))
        for at in _places(last, article)
    )


def _has_middle_name(first: str, last: str, article: str) -> bool:
    return any(
        opens_word(article, at)
        and (middle := _MIDDLE_NAME.match(article, at + len(first)))
        and _stands_at(middle.end(), last, article)
        for at in _places(first, article)
    )


def _stands_at(at: int, last: str, article: str) -> bool:
    return article.startswith(last, at) and closes_word(article, at + len(last))


def _places(part: str, article: str) -> Iterator[int]:
    at = article.find(part)
    while at >= 0:
        yield at
        at = article.find(part, at + 1)


@lru_cache(maxsize=512)
def _with_office(name: str, article: str) -> str:
    """Mayor Adela Finch, board chair Maria Lopez."""
    if not any(_ENDS_IN_OFFICE.search(article, max(0, at - _OFFICE_LENGTH), at) for at in _places(name, article)):
        return name
    match = re.search(
        rf"(?P<office>(?:[A-Z][a-z]+ ){{0,2}}\b(?i:{_EN_ROLES})|Sen\.|Rep\.|Gov\.|Dr\.) {re.escape(name)}\b", article
    )
    if match is None:
        return name
    office = match["office"]
    opens = match.start() == 0 or article[: match.start()].rstrip(" ")[-1:] in ".\n"
    return f"{office[0].lower() + office[1:] if opens and ' ' in office else office} {name}"


@lru_cache(maxsize=512)
def _apposition(name: str, article: str) -> str:
    after = (_APPOSED.match(article, at + len(name)) for at in _places(name, article) if opens_word(article, at))
    match = next(filter(None, after), None)
    return match["role"] if match and _says_who(match["role"]) else ""


#: a dairy farmer at Hollin Edge, the widow of a miner; not the summer, nor the day after.
_PERSON = re.compile(
    r"^(?:an?|the) (?:[\w’'-]+ ){0,5}?(?!(?:summer|winter|number|letter|order|matter|paper|power|other|after|offer|"
    r"corner|center|color|colour|former|later|latter|never|river|water|weather|error|floor|door|event|moment|statement|"
    r"government|department|agreement|payment|movement|investment|accident|incident)\b)"
    r"(?:[a-z]{2,}(?:er|or|ist|ian|man|woman|ant|ent|eer)|nurse|pilot|chef|cook|guard|widow|mother|father|son|daughter|"
    r"sister|brother|aunt|uncle|friend|neighbou?r|fan|vet|monk|nun|priest|imam|rabbi|curate|clerk|poet|architect|advocate|"
    r"activist|athlete|graduate|apprentice|volunteer)\b"
)
#: who has run the village shop for 30 years
_WHO = re.compile(
    r"^who (?:has|had|is|was|runs|ran|owns|owned|leads|led|lives|works|worked|teaches|taught|heads|headed|chairs|"
    r"founded|manages|plays|played|farms|farmed|lost|survived|opened|grew up|moved) "
)
_SAYS_ELSE = re.compile(r"\b(?:said|told|says|added|denies|denied|alleged\w*|accused|charged|convicted|arrested)\b")


#: Words of an introduction that a reader has still in mind at its end; the receipts know no longer one.
_MOST_WORDS = 11


def _says_who(role: str) -> bool:
    if len(role.split()) > _MOST_WORDS:
        return False
    if _WHO.match(role):
        return _SAYS_ELSE.search(role) is None
    if _NOT_IN_APPOSITION.search(role) or _SAYS_ELSE.search(role):
        return False
    return _EN_ROLE.search(role) is not None or _PERSON.match(role) is not None


# Japanese -----------------------------------------------------------------------------------------------------------

_JA_SHORT = re.compile(rf"(?<![一-龥々])(?P<family>[一-龥々]{{1,3}})(?P<role>{_JA_ROLES})")


def _japanese(text: str, article: str) -> tuple[str, tuple[str, ...]]:
    names: list[str] = []
    bare = outside_quotes(text)
    for short in reversed(list(_JA_SHORT.finditer(bare))):
        long = re.compile(rf"(?<![一-龥々]){short['family']}[一-龥々ぁ-んァ-ヶー]{{1,4}}?{short['role']}")
        people = {match.group() for match in long.finditer(article)}
        if len(people) == 1 and (full := people.pop()) not in bare and not re.search(r"[はがをにのと]", full[1:]):
            text = text[: short.start()] + full + text[short.end() :]
            names.append(full.removesuffix(short["role"]))
    return text, tuple(names)
