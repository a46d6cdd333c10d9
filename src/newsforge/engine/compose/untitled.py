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
#: The most where a letter is a syllable.
_MOST_WIDE = 66
#: Frame words, which claim nothing, where a platform refuses a post without a title.
NAMELESS = {"ko": "오늘의 뉴스", "en": "Today's news", "ja": "本日のニュース"}


def headline_of(
    lead: Line | None, morphemes: Sequence[Token], keywords: Sequence[str], language: str, site: str
) -> Headline:
    """``text`` is the best of all forms, ``clauses`` the other ones that tell the news, ``fragments`` those that only
    name what it is about. ``morphemes`` are those of the lead's sentence."""
    told = list(_told(lead, morphemes, language)) if lead else []
    topics = _topics(lead, morphemes, keywords, language) if lead else []
    kept = [form for form in dict.fromkeys([*told, *topics]) if lead and says_the_same(form, lead.text, site, language)]
    forms = [form for form in kept if form in told]
    names = [form for form in kept if form not in told]
    text = next(iter([*forms, *names]), NAMELESS.get(language, NAMELESS["en"]))
    return Headline(text=text, clauses=tuple(forms[1:]), fragments=tuple(name for name in names if name != text))


def _told(lead: Line, morphemes: Sequence[Token], language: str) -> Iterator[str]:
    """Longest first; in English each clearly shorter than the lead, elsewhere in the syntax of a headline."""
    text = lead.alone or lead.text
    longest = min(_MOST, _SHORTER * len(text)) if language == "en" else _MOST_WIDE
    if language == "ko":
        forms = _korean_told(lead, morphemes)
    elif language == "ja":
        forms = _japanese_told(text)
    else:
        forms = _english(text) if language == "en" else iter(())
    for form in sorted(set(forms), key=lambda form: (-len(form), form)):
        if _LEAST <= len(form) <= longest:
            yield form


# Korean -------------------------------------------------------------------------------------------------------------

_NOMINAL = frozenset(["NNG", "NNP", "NR", "SN", "SL", "SW", "XPN", "XSN", "SH", "SO"])
#: Words of one of two names that stand side by side.
_WORDS = 3
#: When and how much: no name of a thing.
_NO_THING = re.compile(
    r"^(?:[\d.,]+|올해|내년|작년|지난\S*|이번|이날|오늘|올\S*)$|\d+(?:일|월|년|시|분)$|(?:전|후|뒤|때|중|동안|이상|이하)$"
)


_SPEECH = re.compile(r"[“”\"]")
#: The day of the event opens its predicate: 19일 의결했다, but not 19일 오전, 27일 첫차부터.
_KO_DAY = re.compile(
    r"^(?:지난 )?\d{1,2}일(?:\(현지시간\))? (?!오전|오후|새벽|밤|아침|저녁|낮|정오|자정|첫|하루|[가-힣]+부터)"
)
#: 27일 첫차부터 무기한 파업에 들어간다
_KO_SINCE = re.compile(r"^(?:오는 )?\d{1,2}일 (?:[가-힣]+ ){0,2}?[가-힣]+부터 ")
#: 유치했다고 10일 밝혔다
_KO_SAID_DAY = re.compile(r"(?<=[다라]고 )\d{1,2}일 (?=\S+$)")
_KO_MEETING = re.compile(r"^(?:[가-힣]+ ){0,2}[가-힣]*(?:회의|회견|총회|브리핑|간담회)[를을] 열(?:고|어) ")


def _korean_told(lead: Line, morphemes: Sequence[Token]) -> Iterator[str]:
    """국회 국토위는 19일 회의를 열고 개정안을 의결했다: 국회 국토위, 개정안 의결."""
    sentence = lead.sentence.text
    start = max(0, sentence.find(lead.text))
    own = [token for token in morphemes if token.start >= start and not token.tag.startswith("S")]
    if _SPEECH.search(lead.text) or not own:
        return
    yield from _korean_outcomes(lead.text)
    at = _subject_in(own)
    if at is None:
        return
    who = sentence[start : own[at].start]
    rest, nominal = sentence[own[at].end : own[-1].end].strip(), _nominal(sentence, own)
    is_past = own[-2].tag == "EP"
    for predicate in filter(None, (rest, nominal[len(sentence[: own[at].end]) :].strip() if nominal else "")):
        bare = _KO_DAY.sub("", predicate) if is_past else predicate
        yield f"{who}, {predicate}"
        yield f"{who}, {bare}"
        yield f"{who}, {_KO_MEETING.sub('', bare)}"
        yield f"{who}, {_KO_SINCE.sub('', bare)}"
        yield f"{who}, {_KO_SAID_DAY.sub('', bare)}"


_KO_WHEN = re.compile(
    r"^(?:지난 )?\d{1,2}일 (?:(?:오전|오후|새벽|밤|낮) )?(?:\d{1,2}시 )?(?:\d{1,2}분)?(?:께|쯤)? ?(?=\S)"
)
_KO_TOLL = re.compile(r"(?<=\d명)이 (?=숨지|숨졌|다치|다쳤|사망|부상|실종|구조)")
_KO_FINDING = re.compile(r"(?<=는 )((?:[가-힣]+ )?(?:결과|판단|판결|결정|지적|분석|전망))[이가] 나왔다\.?$")


def _korean_outcomes(text: str) -> Iterator[str]:
    """공장에서 불이 나 2명 숨지고 11명 다쳤다; 근로자로 봐야 한다는 법원 판단."""
    bare = _KO_WHEN.sub("", text).rstrip(".")
    if _KO_TOLL.search(bare):
        yield _KO_TOLL.sub(" ", bare)
    if _KO_FINDING.search(text):
        yield _KO_FINDING.sub(r"\1", text)


def _subject_in(own: Sequence[Token]) -> int | None:
    """The particle after whom or what the sentence is about, where it stands at the front and no clause owns it."""
    able = [
        at for at, token in enumerate(own) if token.tag == "JKS" or (token.tag == "JX" and token.form in {"은", "는"})
    ]
    if not able or own[-1].tag != "EF" or len(own) <= able[0] + 2:
        return None
    for at in able:
        if at == 0 or not own[at - 1].tag.startswith("N") or any(token.tag == "EC" for token in own[:at]):
            return None
        ending = next((token.tag for token in own[at:] if token.tag in {"EC", "ETM", "ETN", "EF"}), "")
        # 정부가 추진한 사업이 무산됐다: of two, the first may be the subject of what describes the second.
        if own[at].tag == "JX" or ending in {"EF", "EC"} or len(able) == 1:
            return at
    return None


def _nominal(sentence: str, own: Sequence[Token]) -> str:
    """개정안을 의결했다: 개정안 의결; empty where the last verb is made of no noun."""
    if len(own) < 5 or [token.tag for token in own[-3:]] != ["XSV", "EP", "EF"] or own[-4].tag != "NNG":
        return ""
    noun, before = own[-4], own[-5]
    if before.tag == "JKO" and before.end < noun.start:
        return f"{sentence[: before.start]} {sentence[noun.start : noun.end]}"
    return sentence[: noun.end]


def _korean(lead: Line, morphemes: Sequence[Token]) -> Iterator[str]:
    """서울 시내버스 노조가 28일 첫 차부터 총파업에 돌입한다: 서울 시내버스 노조, 총파업. For places that are too narrow
    for the verb, who and what stand side by side."""
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


# Japanese -----------------------------------------------------------------------------------------------------------

_JA_PARTED = re.compile(
    r"^(?P<who>[^、。は]{2,36})(?:は(?:\d{1,2}日(?!午|\d|ご?ろ|から|まで|に))?、?|(?<=[^が]{2})が\d{1,2}日、)(?P<rest>[^。]+?)。?$"
)


def _japanese_told(text: str) -> Iterator[str]:
    """東京都は20日、給食費を無償にすると発表した: 東京都、給食費を無償にすると発表."""
    match = _JA_PARTED.match(text)
    if match:
        yield f"{match['who']}、{match['rest']}"
        yield f"{match['who']}、{re.sub(r'(?<=[一-龥])した$', '', match['rest'])}"


# English ------------------------------------------------------------------------------------------------------------

_DAY = re.compile(
    r",? (?:late |early )?(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?: (?:morning|afternoon|evening|night))?(?=[ ,.]|$)"
)
_SOURCE = re.compile(r"\b(?:said|says|according to|reported|announced|sources?|officials?|police|authorities)\b")


def _english(text: str) -> Iterator[str]:
    """The lead without its last circumstances and without the day, which a headline leaves to the text."""
    for form in (text, *narrowed(text, "en"), *_before_circumstance(text)):
        bare = form.rstrip(".")
        yield bare
        if not _SOURCE.search(bare):
            yield _DAY.sub("", bare, count=1)


_EN_CIRCUMSTANCE = re.compile(r",? (?:after|when|while|amid|following|for) ")
#: A statement that is whole without its circumstance, and a circumstance that does not turn it.
_EN_WHOLE_WORDS = 5
_EN_OPEN = re.compile(
    r"\b(?:who|that|which|whose|if|not|no|never)\b|^(?:At|In|On|As|When|After|While|For|With)\b|[“”\"]"
)


def _before_circumstance(text: str) -> Iterator[str]:
    for match in _EN_CIRCUMSTANCE.finditer(text):
        head = text[: match.start()]
        if (
            len(head.split()) >= _EN_WHOLE_WORDS
            and not _EN_OPEN.search(head)
            and not _SOURCE.search(text[match.end() :])
        ):
            yield head


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
