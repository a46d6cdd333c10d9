"""A headline for a text that came without one: its lead, put as a headline puts it, or what it is about, by name.

Never the lead once more: a title that equals the first sentence tells a reader nothing, and one that is cut tells
something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from newsforge.engine.compose.dependence import outside_quotes
from newsforge.engine.compose.kept import says_the_same
from newsforge.engine.compose.model import Headline, Line
from newsforge.engine.compose.trimmed import narrowed
from newsforge.engine.text.korean import Token

#: A title this near to its lead in length says it twice.
_SHORTER = 0.8
#: Letters that a headline has at least, and at most.
_LEAST, _MOST = 8, 80
#: Frame words, which claim nothing, where a platform refuses a post without a title.
NAMELESS = {"ko": "오늘의 뉴스", "en": "Today's news", "ja": "本日のニュース"}


def headline_of(
    lead: Line | None, morphemes: Sequence[Token], keywords: Sequence[str], language: str, site: str
) -> Headline:
    """``text`` is the best of all forms, ``clauses`` the other ones that tell the news, ``fragments`` those that only
    name what it is about. ``morphemes`` are those of the lead's sentence."""
    told = list(_told(lead, language)) if lead else []
    topics = _topics(lead, morphemes, keywords, language) if lead else []
    kept = [form for form in dict.fromkeys([*told, *topics]) if lead and says_the_same(form, lead.text, site, language)]
    forms = [form for form in kept if form in told]
    names = [form for form in kept if form not in told]
    text = next(iter([*forms, *names]), NAMELESS.get(language, NAMELESS["en"]))
    return Headline(text=text, clauses=tuple(forms[1:]), fragments=tuple(name for name in names if name != text))


def _told(lead: Line, language: str) -> Iterator[str]:
    """Longest first, each clearly shorter than the lead."""
    text = lead.alone or lead.text
    forms = _english(text) if language == "en" else iter(())
    for form in sorted(set(forms), key=lambda form: (-len(form), form)):
        if _LEAST <= len(form) <= min(_MOST, _SHORTER * len(text)):
            yield form


# Korean -------------------------------------------------------------------------------------------------------------

_NOMINAL = frozenset(["NNG", "NNP", "NR", "SN", "SL", "SW", "XPN", "XSN", "SH", "SO"])
#: Words of one of two names that stand side by side.
_WORDS = 3
#: When and how much: no name of a thing.
_NO_THING = re.compile(
    r"^(?:[\d.,]+|올해|내년|작년|지난\S*|이번|이날|오늘|올\S*)$|\d+(?:일|월|년|시|분)$|(?:전|후|뒤|때|중|동안|이상|이하)$"
)


def _korean(lead: Line, morphemes: Sequence[Token]) -> Iterator[str]:
    """서울 시내버스 노조가 28일 첫 차부터 총파업에 돌입한다: 서울 시내버스 노조, 총파업. A verb has no form of its own
    in a title that the receipts would know again, so who and what stand side by side."""
    sentence = lead.sentence.text
    start = max(0, sentence.find(lead.text))
    own = [token for token in morphemes if token.start >= start]
    who = next(_phrases(sentence, own, frozenset(["JKS", "JX"])), None)
    objects = [phrase for phrase in _phrases(sentence, own, frozenset(["JKO"])) if phrase != who]
    places = [phrase for phrase in _phrases(sentence, own, frozenset(["JKB"])) if phrase != who]
    for what in (*objects, *places[-1:]):
        if who:
            yield f"{who}, {what}"


def _phrases(sentence: str, own: Sequence[Token], particles: frozenset[str]) -> Iterator[str]:
    """Nouns that one of the particles follows."""
    begin: int | None = None
    for at, token in enumerate(own):
        if token.tag in particles and begin is not None and (token.tag != "JX" or token.form in {"은", "는"}):
            words = sentence[own[begin].start : token.start].split()
            phrase = " ".join(words[-_WORDS:])
            if len(phrase) > 1 and not _NO_THING.search(words[-1]) and re.search(r"[가-힣A-Za-z]{2}", phrase):
                yield phrase
        if token.tag not in _NOMINAL:
            begin = None
        elif begin is None:
            begin = at


# English ------------------------------------------------------------------------------------------------------------

_DAY = re.compile(
    r",? (?:late |early )?(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?: (?:morning|afternoon|evening|night))?(?=[ ,.]|$)"
)
_SOURCE = re.compile(r"\b(?:said|says|according to|reported|announced|sources?|officials?|police|authorities)\b")


def _english(text: str) -> Iterator[str]:
    """The lead without its last circumstances and without the day, which a headline leaves to the text."""
    for form in (text, *narrowed(text, "en")):
        bare = form.rstrip(".")
        yield bare
        if not _SOURCE.search(bare):
            yield _DAY.sub("", bare, count=1)


# Topics -------------------------------------------------------------------------------------------------------------

_EN_NAME = re.compile(r"(?:[A-Z][\w’'-]+|[A-Z]{2,})(?: (?:of (?=[A-Z]))?(?:[A-Z][\w’'-]+|\d+))*")
_DATE_WORD = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|"
    r"November|December"
)
_JA_NOUN = re.compile(r"[一-龥々ァ-ヶーA-Za-z]{3,12}")


def _topics(lead: Line, morphemes: Sequence[Token], keywords: Sequence[str], language: str) -> list[str]:
    text = outside_quotes(lead.text)
    told = [word for word in keywords if word.lower() in text.lower()]
    glue = {"ko": ", ", "ja": "、", "zh": "、"}.get(language, ", ")
    by_sentence = list(_korean(lead, morphemes)) if language == "ko" else []
    if language == "en":
        names = [match.group() for match in _EN_NAME.finditer(text) if match.start() or " " in match.group()]
        told = list(dict.fromkeys([*(re.sub(r"[’']s$", "", name) for name in names), *told]))
    elif language == "ja":
        told = list(dict.fromkeys([*told, *_JA_NOUN.findall(text)]))
    words = [word[:1].upper() + word[1:] for word in told if not _DATE_WORD.fullmatch(word)]
    pairs = [
        glue.join(sorted(pair, key=lambda word: text.lower().find(word.lower())))
        for pair in combinations(words[:4], 2)
        if not _overlap(*pair)
    ]
    return [*by_sentence, *pairs, *words[:3]]


def _overlap(one: str, other: str) -> bool:
    return bool(set(one.lower().split()) & set(other.lower().split())) or one in other or other in one
