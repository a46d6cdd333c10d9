"""A headline for a text that came without one: its lead, put as a headline puts it, or what it is about, by name.

Never the lead once more: a title that equals the first sentence tells a reader nothing, and one that is cut tells
something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from newsforge.engine.article import Article
from newsforge.engine.compose import untitled_english, untitled_korean
from newsforge.engine.compose.dependence import outside_quotes
from newsforge.engine.compose.kept import says_the_same
from newsforge.engine.compose.model import Headline, Line
from newsforge.engine.compose.repeats import repeats
from newsforge.engine.text.korean import Token
from newsforge.engine.text.stopwords import ENGLISH

#: A title this near to its lead in length says it twice.
_SHORTER = 0.8
#: Letters that a headline has at least, and at most.
_LEAST, _MOST = 8, 80
#: Letters of the narrowest places, for which a particle goes.
_NARROW = 30
#: The most where a letter is a syllable, and what an inbox shows of it.
_MOST_WIDE, _SHOWN_WIDE = 80, 45
#: Frame words, which claim nothing, where a platform refuses a post without a title.
NAMELESS = {"ko": "오늘의 뉴스", "en": "Today's news", "ja": "本日のニュース"}


def headline_of(lead: Line | None, morphemes: Sequence[Token], keywords: Sequence[str], article: Article) -> Headline:
    """``text`` is the best of all forms, ``clauses`` the other ones that tell the news, ``fragments`` those that only
    name what it is about. ``morphemes`` are those of the lead's sentence."""
    language, site = article.language, article.site
    told = list(_told(lead, morphemes, language)) if lead else []
    topics = _topics(lead, morphemes, keywords, article) if lead else []
    forms = _kept(told, lead, language, site) if lead else []
    if lead and language == "en":
        whole = [form for form in forms if not untitled_english.leaves_out_the_result(form, lead.text)]
        forms = whole or forms
    names = _kept([topic for topic in topics if topic not in forms], lead, language, site) if lead else []
    shown = [form for form in forms if language == "en" or len(form) <= _SHOWN_WIDE]
    if lead:
        shown.sort(key=lambda form: _worse(form, forms, lead.text, language))
    shortest = sorted(forms, key=lambda form: (language == "ko" and _is_terse(form, forms), len(form)))
    text = next(iter([*shown, *shortest, *names]), NAMELESS.get(language, NAMELESS["en"]))
    others = tuple(form for form in forms if form != text)
    fragments = tuple(name for name in names if name != text)
    return Headline(text=text, clauses=others, fragments=fragments, tells=bool(forms))


def _kept(forms: Sequence[str], lead: Line, language: str, site: str) -> list[str]:
    """Those that say the same; of Korean ones that an inbox cuts none, where another is whole there."""
    every = list(dict.fromkeys(forms))
    whole = [form for form in every if language != "ko" or len(form) <= _SHOWN_WIDE]
    found = [form for form in whole if says_the_same(form, lead.text, site, language)]
    rest = [form for form in every if form not in whole] if not found else []
    return found + [form for form in rest if says_the_same(form, lead.text, site, language)]


_SAID_LAST = re.compile(r"고 (?P<day>\d{1,2}일 )?(?:밝혔|공시했|발표했)다$")


def _worse(form: str, forms: Sequence[str], lead: str, language: str) -> tuple[int, ...]:
    """Of forms that tell the news: first those with every particle, without an announcement, that are not what the text
    then begins with, and that end in a noun as headlines do."""
    if language == "ko":
        said = _SAID_LAST.search(form)
        announced = 0 if said is None else 1 + (said["day"] is not None)
        return _is_terse(form, forms), announced, repeats(form, lead), form.endswith("했다")
    return repeats(form, lead), language == "ja" and form.endswith("した")


def _is_terse(form: str, forms: Sequence[str]) -> bool:
    return any(untitled_korean.terse(other) == form for other in forms)


def _told(lead: Line, morphemes: Sequence[Token], language: str) -> Iterator[str]:
    """Longest first; in English each clearly shorter than the lead, elsewhere in the syntax of a headline."""
    text = lead.alone or lead.text
    longest = min(_MOST, _SHORTER * len(text)) if language == "en" else _MOST_WIDE
    if language == "ko":
        forms = untitled_korean.told(lead, morphemes)
    elif language == "ja":
        forms = _japanese_told(text)
    else:
        forms = untitled_english.told(text) if language == "en" else iter(())
    every = set(forms)
    if language == "ko":
        every |= {short for form in every if (short := untitled_korean.terse(form)) and len(short) <= _NARROW}
    for form in sorted(every, key=lambda form: (-len(form), form)):
        if _LEAST <= len(form) <= longest:
            yield form


# Japanese -----------------------------------------------------------------------------------------------------------

_JA_PARTED = re.compile(
    r"^(?P<who>[^、。は]{2,40})(?:は(?:\d{1,2}日(?!午|\d|ご?ろ|から|まで|に))?、?|(?<=[^が]{2})が\d{1,2}日、)(?P<rest>[^。]+?)。?$"
)


_JA_HOUR = re.compile(r"^\d{1,2}日(?:午前|午後|未明|早朝|夜|夕方)?(?:\d{1,2}時)?(?:半|\d{1,2}分)?(?:ごろ|すぎ)?、")
#: 国家統計庁が20日発表した | 消費者物価指数
_JA_DESCRIBES = re.compile(r"^.*(?:した|する|れる|れた|いる|いた)(?=[一-龥ァ-ヶ0-9０-９])")
_JA_DID = re.compile(r"(?<=[一-龥])した$")


def _japanese_told(text: str) -> Iterator[str]:
    """東京都は20日、給食費を無償にすると発表した: 東京都、給食費を無償にすると発表."""
    match = _JA_PARTED.match(text)
    if match is None:
        return
    named = _JA_DESCRIBES.sub("", match["who"])
    for who in dict.fromkeys((match["who"], named)):
        for rest in (match["rest"], _JA_HOUR.sub("", match["rest"])):
            for said in (rest, _JA_DID.sub("", rest)):
                yield f"{who}、{said}"
                # 鳥海あかねさんが: a particle after kana cannot be told from the name.
                if text[match.end("who")] == "が":
                    yield f"{who}が{said}"


# Topics -------------------------------------------------------------------------------------------------------------

_EN_NAME = re.compile(r"(?:[A-Z][\w’'-]+|[A-Z]{2,})(?: (?:of (?=[A-Z]))?(?:[A-Z][\w’'-]+|\d+(?![\d–-])))*")
_DATE_WORD = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|"
    r"November|December"
)
_JA_NOUN = re.compile(r"[一-龥々ァ-ヶーA-Za-z]{3,12}")


def _topics(lead: Line, morphemes: Sequence[Token], keywords: Sequence[str], article: Article) -> list[str]:
    text, language = outside_quotes(lead.text), article.language
    told = [word for word in keywords if word.lower() in text.lower()]
    glue = {"ko": ", ", "ja": "、", "zh": "、"}.get(language, ", ")
    by_sentence = list(untitled_korean.names(lead, morphemes)) if language == "ko" else []
    if language == "en":
        names = [match.group() for match in _EN_NAME.finditer(text) if match.start() or " " in match.group()]
        told = list(dict.fromkeys([*(re.sub(r"[’']s$", "", name) for name in names), *told]))
    elif language == "ja":
        told = list(dict.fromkeys([*told, *_JA_NOUN.findall(text)]))
    told = [word for word in told if not _DATE_WORD.fullmatch(word)]
    words = [word[:1].upper() + word[1:] for word in told]
    pairs = [
        glue.join(sorted(pair, key=lambda word: text.lower().find(word.lower())))
        for pair in combinations(words[:4], 2)
        if not _overlap(*pair)
    ]
    again = _phrases_said_again(text, article.text) if language == "en" else []
    return [*by_sentence, *(phrase[:1].upper() + phrase[1:] for phrase in again), *pairs, *words[:3]]


_LONG_WORD = 4


def _phrases_said_again(text: str, body: str) -> list[str]:
    """blood sugar: two plain words of the lead that the article comes back to."""
    words = re.findall(r"[a-z]+|[^a-z ]+", text)
    plain = [f"{one} {other}" for one, other in pairwise(words) if _is_plain(one) and _is_plain(other)]
    return [phrase for phrase in dict.fromkeys(plain) if len(re.findall(rf"\b{phrase}\b", body)) > 1]


def _is_plain(word: str) -> bool:
    return len(word) >= _LONG_WORD and word.isalpha() and word.islower() and word not in ENGLISH


def _overlap(one: str, other: str) -> bool:
    return bool(set(one.lower().split()) & set(other.lower().split())) or one in other or other in one
