"""Short forms of a headline that read as headlines: whole phrases go, never half of one, and never who it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from newsforge.engine.compose.phrases import KOREAN_NOUN_LIKE_CASE
from newsforge.engine.compose.prose import is_balanced


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# English ---------------------------------------------------------------------------------------------------------

#: Before these a headline may end: what follows says where, when, against whom, about what.
_EN_BORDERS = _words("""
    against over for in at near with from by after amid as on about during following before ahead despite outside
    inside across among under since into onto
""")
#: What follows turns the meaning, or names who says so: it stays.
_EN_KEPT = re.compile(
    r"\b(?:not|no|never|without|unless|if|until|except|only|but|denies|deny|says?|said|reports?|reportedly|alleged\w*|"
    r"claims?|accused|according|finds?|found|study|poll|survey|fears?|suspicion|police|sources?|shows?|suggests?)\b",
    re.IGNORECASE,
)
#: A participle ends a headline in the passive: Two killed in crash.
_EN_DONE = _words("""
    killed injured hurt dead arrested evacuated charged jailed sentenced fined approved rejected delayed
    cancelled canceled suspended recalled closed stranded missing rescued unveiled launched wounded elected
    found held freed seized burned destroyed damaged banned stolen caught released convicted indicted cleared acquitted
    ousted blocked halted reopened restored buried demolished auctioned
    postponed detained shot stabbed hospitalized hospitalised derailed flooded upheld
""")
_EN_VERB = re.compile(
    r"(?:[a-z]{3,}(?:s|ed)|begin|cut|hit|win|won|set|is|are|may|will|to|can|must|rise|fall|raise|lose|keep|seek|face|"
    r"offer|call|plan|find|make|get|give|take|sign|strike|vote|back|block|ban|sue|quit|die|pack)"
)
#: $12 million in overtime claims: at the very end of a phrase it is a noun, not what somebody claims.
_EN_NOUN_LAST = re.compile(r"(?<=[a-z] )(?:claims?|reports?)$")
#: Deeds that have a receiver: to whom may go.
_EN_GIVES = re.compile(
    r"(?:sell|give|hand|award|send|lend|rent|lease|donate|transfer|move|return|pay|offer)(?:s|ed)?|sold|gave|sent|lent|paid"
)
#: Nouns that look like participles.
_EN_NOUNS_IN_ING = _words("""
    ruling building meeting hearing funding housing training warning shooting filing spending voting wedding killing
    bombing offering king ring spring string thing wing sibling ceiling
""")
_EN_FEWEST, _EN_SHORTEST = 3, 16
#: Words that only say more of the noun after them; not those that turn its sense.
_EN_MODIFIER = re.compile(
    r"(?<= )(?!anti|non|ex-|pro-|so-|half|self|would|co-|near|pre|un)[a-z0-9]+-[a-z]+ (?=[a-z])", re.IGNORECASE
)
_EN_NOT_LAST = _words("""
    a an the of to in on at by for with from as and or but its their his her this that new more most up out
    over two three four five no is are was were be has have had will may can must could should would
""")


def _english(text: str) -> Iterator[str]:
    if text.endswith("?") or re.search(r" [–—-] ", text):
        return
    for whole in (text, *_without_modifiers(text)):
        words = whole.split()
        for number in range(len(words) - 1, _EN_FEWEST - 1, -1):
            if not _is_english_border(words, number):
                continue
            head, tail = " ".join(words[:number]).rstrip(",;:–—-"), " ".join(words[number:])
            told = tail if "," in whole else _EN_NOUN_LAST.sub("", tail)
            if len(head) >= _EN_SHORTEST and not _EN_KEPT.search(told) and is_english_headline(head.split()):
                yield head
    yield from _without_modifiers(text)
    event = _EN_EVENT.search(text)
    if event and is_english_headline(event["what"].split()):
        yield event["what"][0].upper() + event["what"][1:]


#: Rescuers free 11 after | ferry runs aground: what set it off, where the whole has no room.
_EN_EVENT = re.compile(r" after (?P<what>(?:[a-z]+ ){1,3}(?:[a-z]+s|hit|cut|sets?|begins?) \S+.*)$")


def _is_english_border(words: list[str], number: int) -> bool:
    word, before = words[number].lower(), words[number - 1]
    if before.endswith(",") and word not in {"but", "and", "or"} and not before[:-1].isdigit():
        return number == len(words) - 1 or not words[number + 1][:1].isupper() or word.endswith("ing")
    if word == "to":
        # to buy | to somebody: the second of two; guilty | to threatening
        if any(_EN_GIVES.fullmatch(other.lower()) for other in words[: number - 1]) and _is_receiver(words, number + 1):
            return True
        return "to" in {other.lower() for other in words[: number - 1]} or before.lower() == "guilty"
    return word in _EN_BORDERS


def _is_receiver(words: list[str], number: int) -> bool:
    """sell the stadium to | Gulf investors, but not to fund schools. Only where headlines are written as sentences."""
    is_sentence = sum(word[:1].islower() for word in words) > len(words) / 2
    return is_sentence and number < len(words) and (words[number][:1].isupper() or words[number] in {"the", "a", "an"})


def ends_open(text: str) -> bool:
    """Whether the last word waits for another: of, the, will."""
    last = text.rsplit(maxsplit=1)[-1].lower()
    return last in _EN_NOT_LAST or last in _EN_BORDERS


def is_english_headline(words: list[str]) -> bool:
    """Somebody does something to something, or something was done."""
    last = words[-1].lower().strip("’'\"”")
    if last in _EN_NOT_LAST or not is_balanced(" ".join(words)) or odd_marks(" ".join(words)):
        return False
    is_participle = last.endswith("ing") and last not in _EN_NOUNS_IN_ING
    verbs = [at for at, word in enumerate(words) if at and _EN_VERB.fullmatch(word.lower())]
    if any(word.lower() in _EN_DONE for word in words[1:]):
        return not is_participle  # Four dead after small plane crashes
    return bool(verbs) and verbs[0] < len(words) - 1 and not last.endswith("ed") and not is_participle


def odd_marks(text: str) -> bool:
    return text.count("‘") != len(re.findall(r"’(?![A-Za-z])", text)) or bool(
        len(re.findall(r"(?<![A-Za-z])'|'(?![A-Za-z])", text)) % 2
    )


def _without_modifiers(text: str) -> list[str]:
    shorter = _EN_MODIFIER.sub("", text)
    return [shorter] if shorter != text else []


# Korean ----------------------------------------------------------------------------------------------------------

#: How a phrase ends that only says by what, where, when or how.
_KO_ADJUNCT = re.compile(
    r"(?:[가-힣]{2,}(?:으로|로|에서|서|부터|까지|에도|보다)|만에|사이|이후|뒤|끝에|속에?|[가-힣]{2,}에)$"
)
_KO_NOT_ADJUNCT = re.compile(
    r"(?:도로|경로|진로|회로|항로|통로|최고로|서로|해로|대로|별로|바로|새로|따로|홀로|종로|구로|세종로)$"
)
_KO_REGION = re.compile(
    r"(?:미국|중국|일본|유럽|독일|프랑스|영국|인도|베트남|인도네시아|태국|호주|캐나다|브라질|러시아|이집트|사우디|중동|동남아|"
    r"북미|남미|중남미|아프리카|해외|국외|국내|전국|세계|전 세계)(?:에|에서|서|으?로)$"
)
#: 3억원 받은 | 혐의로: the noun that is described stays.
_KO_DESCRIBES = re.compile(r"(?:된|한|던|[받맡잃입찾남얻넘]은)$")
_KO_END = re.compile(r"(?:[은는을를와과도의로에]|에서|부터|까지|[가-힣]{2}[이가]|하고|하며|지만|는데|려|해)$")
_KO_LEAST = 3
_NOUN_LIKE_CASE = re.compile(KOREAN_NOUN_LIKE_CASE)


def _korean(text: str, subjects: Iterable[str]) -> Iterator[str]:
    if re.search(r"…|\.{3}|·{3}", text):
        return
    words = text.split()
    phrases = _korean_phrases(words)
    keep = tuple(subjects)
    adjuncts = [
        at
        for at, phrase in enumerate(phrases[:-1])
        if at and _KO_ADJUNCT.search(phrase) and not _KO_NOT_ADJUNCT.search(phrase)
        and not _KO_DESCRIBES.search(phrases[at - 1])
        and not any(word in phrase for word in keep)
    ]  # fmt: skip
    for at, phrase in enumerate(phrases[:-1]):
        # 당뇨 신약 기술 | 유럽에: what was exported stays where a region stands behind it.
        kept, _, region = phrase.rpartition(" ")
        short = " ".join([*phrases[:at], kept, *phrases[at + 1 :]])
        if kept and _KO_REGION.match(region) and _is_korean_headline(short):
            yield short
    for gone in (*({at} for at in adjuncts), *((set(adjuncts),) if len(adjuncts) > 1 else ())):
        short = " ".join(phrase for at, phrase in enumerate(phrases) if at not in gone)
        if _is_korean_headline(short):
            yield short


def _korean_phrases(words: list[str]) -> list[str]:
    """Runs of words up to a particle or a comma."""
    phrases, run = [], []
    for word in words:
        run.append(word)
        particle = re.search(r"[가-힣](?:[은는을를의]|[가-힣][이가])$", word)
        if word.endswith(",") or _KO_ADJUNCT.search(word) or (particle and not _NOUN_LIKE_CASE.search(word)):
            phrases.append(" ".join(run))
            run = []
    return [*phrases, " ".join(run)] if run else phrases


def _is_korean_headline(text: str) -> bool:
    is_over = not _KO_END.search(text) or _NOUN_LIKE_CASE.search(text)
    return bool(is_over) and text.count(" ") + 1 >= _KO_LEAST and is_balanced(text) and not odd_marks(text)


def _korean_parts(text: str) -> Iterator[str]:
    """What stands beside a quote that opens the headline; a noun phrase before a comma."""
    quoted = re.match(r"[“\"‘'][^”\"’']+[”\"’']\s*(?:…+|\.{3}|·{3})\s*(?P<rest>\S.*)$", text)
    if quoted and _is_korean_headline(quoted["rest"]):
        yield quoted["rest"]
    head, comma, _ = text.partition(", ")
    if comma and _is_korean_headline(head) and re.search(r"[가-힣]$", head):
        yield head


#: 4시간 | 넘게, 30분 | 줄인다: a figure and what is said of it.
_KO_TORN = re.compile(
    r"\d\S* (?:넘|이상|이하|미만|초과|만에|간|동안|가량|정도|째|뒤|전|후|앞|줄|늘|올|내|떨|오[른르]|높|낮|빠|더|덜)"
)
#: Where a headline may end if it must: what follows only says more of the noun before it.
_LOOSE = frozenset(["of", "that", "who", "which", "held", "called", "worth", "and"])


def loose_forms(text: str, language: str) -> tuple[str, ...]:
    """For a place where nothing else goes: the longest beginnings that end on a noun."""
    words = text.split()
    heads = []
    if language == "ko":
        words = re.split(r"…|\.{3}|·{3}", text)[0].split()  # never on into a clause that it then does not finish
    for number in range(len(words) - 1, 1, -1):
        head = " ".join(words[:number]).rstrip(",;:–—-·…")
        if language == "ko":
            if _is_korean_headline(head) and not _KO_TORN.search(" ".join(words[number - 1 : number + 1])):
                heads.append(head)
        elif words[number].lower() in _LOOSE and is_english_headline(head.split()):
            heads.append(head)
    return tuple(heads)


#: Words of a headline's further part that make a headline of its own.
_KO_FURTHER = 3


def further_clauses(text: str, language: str) -> tuple[str, ...]:
    """…과징금 47억 확정: what came of it, where its beginning has no room."""
    if language != "ko":
        return ()
    parts = re.split(r"\s*(?:…+|\.{3}|·{3})\s*", text)[1:]
    return tuple(part for part in parts if len(part.split()) >= _KO_FURTHER and _is_korean_headline(part))


# Both ------------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=256)
def short_forms(text: str, clauses: tuple[str, ...], language: str, subjects: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Longest first. ``subjects`` are words that a form must not lose."""
    wholes = [form for form in (text, *clauses) if form]
    found: dict[str, None] = {}
    for whole in wholes:
        if language == "ko":
            forms = (*_korean(whole, subjects), *_korean_parts(whole))
        elif language in {"ja", "zh"}:
            forms = ()
        else:
            forms = tuple(_english(whole))
        found.update(dict.fromkeys(forms))
    return tuple(sorted((form for form in found if form not in wholes), key=lambda form: (-len(form), form)))
