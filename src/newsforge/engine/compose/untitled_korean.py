"""A Korean lead as a headline: its subject before a comma, without what a headline leaves to the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsforge.engine.compose.model import Line
from newsforge.engine.text import syllables
from newsforge.engine.text.korean import Token
from newsforge.engine.text.stopwords import KOREAN

_NOMINAL = frozenset(["NNG", "NNP", "NR", "SN", "SL", "SW", "XPN", "XSN", "SH", "SO"])
#: Words of one of two names that stand side by side.
_WORDS = 3
#: When and how much: no name of a thing.
_NO_THING = re.compile(
    r"^(?:[\d.,]+|올해|내년|작년|지난\S*|이번|이날|오늘|올\S*)$|\d+(?:일|월|년|시|분)$|(?:전|후|뒤|때|중|동안|이상|이하)$"
)
_SPEECH = re.compile(r"[“”\"]")
#: The day of the event opens its predicate: 19일 의결했다, but not 19일 오전, 27일 첫차부터.
_DAY = re.compile(
    r"^(?:지난 )?\d{1,2}일(?:\(현지시간\))? (?!오전|오후|새벽|밤|아침|저녁|낮|정오|자정|첫|하루|[가-힣]+부터)"
)
#: 27일 첫차부터 무기한 파업에 들어간다
_SINCE = re.compile(r"^(?:오는 )?\d{1,2}일 (?:[가-힣]+ ){0,2}?[가-힣]+부터 ")
#: 유치했다고 10일 밝혔다
_SAID_DAY = re.compile(r"(?<=[다라]고 )\d{1,2}일 (?=\S+$)")
#: 연 2.50%에서 연 2.25%로 | 0.25%포인트 내렸다
_ENDS = re.compile(r"(?:연 )?[\d.,]\S*에서 (?:연 )?[\d.,]\S*로 (?=\d)")
_MEETING = re.compile(r"^(?:[가-힣]+ ){0,2}[가-힣]*(?:회의|회견|총회|브리핑|간담회)[를을] 열(?:고|어) ")
#: 12일 오후 3시 27분께
_HOUR = re.compile(
    r"^(?:지난 )?\d{1,2}일(?:\(현지시간\))? (?:오전|오후|새벽|밤|낮|아침|저녁) "
    r"(?:\d{1,2}시(?:를 기해)? )?(?:\d{1,2}분)?(?:께|쯤|경)? ?"
)
_WHEN = re.compile(
    r"^(?:지난 )?\d{1,2}일 (?:(?:오전|오후|새벽|밤|낮) )?(?:\d{1,2}시 )?(?:\d{1,2}분)?(?:께|쯤)? ?(?=\S)"
)
_TOLL = re.compile(r"(?<=\d명)이 (?=숨지|숨졌|다치|다쳤|사망|부상|실종|구조)")
_FINDING = re.compile(r"(?<=는 )((?:[가-힣]+ )?(?:결과|판단|판결|결정|지적|분석|전망))[이가] 나왔다\.?$")
#: 편성해 | 11일 시의회에 제출했다: what was done, before the day of the next step.
_NEXT_STEP = re.compile(r"(?<=[가-힣]해) \d{1,2}일 \S")
_OCCASION = re.compile(r"(?:회의|회견|총회|브리핑|간담회)$")
_AGREES = {True: "은이을", False: "는가를"}


def told(lead: Line, morphemes: Sequence[Token]) -> Iterator[str]:
    """국회 국토위는 19일 회의를 열고 개정안을 의결했다: 국회 국토위, 개정안 의결."""
    sentence = lead.sentence.text
    start = max(0, sentence.find(lead.text))
    own = [token for token in morphemes if token.start >= start and not token.tag.startswith("S")]
    if _SPEECH.search(lead.text) or not own:
        return
    yield from _outcomes(lead.text)
    whole = _nominal(sentence, own)
    if whole and own[-4].start > 0 and "다고" not in sentence[-12:]:
        yield from (whole[start:], _WHEN.sub("", whole[start:]))
    border = _subject_border(sentence, own)
    if border is None or _is_of_first_clause(own, border[0]):
        return
    for who in _named(sentence[start : border[0]], start, own):
        yield from _of(who, border, sentence, own)


def _named(who: str, start: int, own: Sequence[Token]) -> Iterator[str]:
    """서비스를 만드는 스타트업 모아클라우드; 스타트업 모아클라우드; 모아클라우드. Which of them says the same, the
    receipts know."""
    yield who
    if (undated := _WHEN.sub("", who)) != who:
        yield undated
    described = [
        token.end
        for token in own
        if token.tag == "ETM" and token.end < start + len(who) and who[token.end - start] == " "
    ]
    if described:
        words = who[described[-1] - start :].split()
        yield from (" ".join(words[at:]) for at in range(min(2, len(words))))


def _of(who: str, border: tuple[int, int], sentence: str, own: Sequence[Token]) -> Iterator[str]:
    begin, end = border
    rest = sentence[end : own[-1].end].strip()
    nominal = _nominal(sentence, own)
    is_past = own[-2].tag == "EP"
    predicates = [rest, *([nominal[end:].strip()] if nominal else []), *_next_steps(rest), *_announced(rest)]
    lighter = [light for predicate in predicates[:1] for light in _without_adverbials(predicate, end, sentence, own)]
    for predicate in (*predicates, *lighter):
        bare = _DAY.sub("", predicate) if is_past else predicate
        for form in (predicate, bare, *(rule.sub("", bare) for rule in (_HOUR, _MEETING, _SINCE, _SAID_DAY, _ENDS))):
            yield f"{who}, {form}"
    # 새론전자가 … 3만2천대를 리콜한다: a comma would make somebody else the doer.
    yield from (f"{who}{sentence[begin:end]} {light}" for light in lighter)


#: 투자를 유치했다고 10일 밝혔다
_ANNOUNCES = re.compile(
    r"(?P<what>.+?(?P<object>[을를])? ?)(?P<act>[가-힣]{2,4})했다고 (?:\d{1,2}일 )?(?:밝혔|공시했|발표했)다$"
)
_ANNOUNCED_EVENT = re.compile(r"(?P<event>.+)(?:이|가) (?P<what>발생)했다고 (?:\d{1,2}일 )?밝혔다$")


def _announced(rest: str) -> Iterator[str]:
    """What was announced, without the announcement: 투자 유치."""
    match = _ANNOUNCES.match(rest)
    if match:
        what = match["what"].rstrip()
        yield f"{what} {match['act']}했다"
        yield f"{what[:-1] if match['object'] else what} {match['act']}"


def terse(form: str) -> str:
    """해람 스톰을 꺾고 2승을 올렸다: 해람 스톰 꺾고 2승 올렸다, for places where each letter counts."""
    shorter = _OF_AMOUNT.sub("", _OBJECT.sub("", form))
    return shorter if shorter != form and not _SPEECH.search(form) else ""


#: Before the verb that it belongs to, where nothing stands between.
_OBJECT = re.compile(r"(?<=[가-힣]{2}|\d[승점패위개명])[을를](?= (?:\S+[고며] |(?:\d\S* )?\S+$))")
_OF_AMOUNT = re.compile(r"(?<=[원명대건곳%])의(?= )|(?<=[원명대건곳%]) 규모의?(?= )")


def _outcomes(text: str) -> Iterator[str]:
    """공장에서 불이 나 2명 숨지고 11명 다쳤다; 근로자로 봐야 한다는 법원 판단."""
    bare = _WHEN.sub("", text).rstrip(".")
    if _TOLL.search(bare):
        yield _TOLL.sub(" ", bare)
    elif bare != text.rstrip("."):
        yield bare
    if _FINDING.search(text):
        yield _FINDING.sub(r"\1", text)
    event = _ANNOUNCED_EVENT.match(bare)
    if event:
        told = re.sub(r"^\S+(?:은|는) ", "", event["event"])
        yield from (f"{one} {event['what']}" for one in (told, _WHEN.sub("", told)))


def _is_of_first_clause(own: Sequence[Token], begin: int) -> bool:
    """집중호우가 쏟아져 주민이 대피했다: what rained is not who fled."""
    particle = next((token for token in own if token.start == begin), None)
    if particle is None or particle.tag != "JKS":
        return False
    after = [token for token in own if token.start > begin]
    goes_on = next((at for at, token in enumerate(after) if token.tag == "EC"), None)
    reported = {"다고", "라고", "ᆫ다고", "는다고"}
    if goes_on is None or after[goes_on].form in reported:
        return False
    return any(token.tag == "JKS" for token in after[goes_on:])


def _subject_border(sentence: str, own: Sequence[Token]) -> tuple[int, int] | None:
    """Where the particle stands after whom or what the sentence is about."""
    at = _subject_in(sentence, own)
    if at is not None:
        return own[at].start, own[at].end
    if any(token.tag in {"JKS", "JX"} for token in own) or own[-1].tag != "EF":
        return None
    # 돌핀스가: a name that the tokenizer does not know, taken for one word with its particle.
    for token in own[:4]:
        stem, last = sentence[token.start : token.end - 1], sentence[token.end - 1 : token.end]
        if token.tag == "NNP" and len(stem) > 2 and sentence[token.end : token.end + 1] == " ":
            has_final = syllables.final_of(stem[-1]) > 0
            if last in _AGREES[has_final][:2]:
                return token.end - 1, token.end
    return None


def _subject_in(sentence: str, own: Sequence[Token]) -> int | None:
    """The particle after whom or what the sentence is about, where it stands at the front and no clause owns it."""
    able = [
        at for at, token in enumerate(own) if token.tag == "JKS" or (token.tag == "JX" and token.form in {"은", "는"})
    ]
    if not able or own[-1].tag != "EF" or len(own) <= able[0] + 2:
        return None
    for number, at in enumerate(able):
        # 해온시의회가: inside one word there is no clause, only a name that the tokenizer takes apart.
        word = sentence.rfind(" ", 0, own[at].start) + 1
        is_behind_clause = any(token.tag == "EC" and token.start < word for token in own[:at])
        if at == 0 or not own[at - 1].tag.startswith(("N", "XSN")) or is_behind_clause:
            return None
        ending = next((token.tag for token in own[at:] if token.tag in {"EC", "ETM", "ETN", "EF"}), "")
        # 정부가 추진한 사업이 무산됐다: of two, the first may be the subject of what describes the second; but of two
        # before one verb (새론전자가 위험이 확인된 …) it is not.
        coming = next((place for place in range(at, len(own)) if own[place].tag in {"EC", "ETM", "EF"}), len(own))
        is_outer = number + 1 < len(able) and able[number + 1] < coming
        if own[at].tag == "JX" or ending in {"EF", "EC"} or len(able) == 1 or is_outer:
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


def _next_steps(predicate: str) -> Iterator[str]:
    match = _NEXT_STEP.search(predicate)
    if match:
        done = predicate[: match.start()]
        yield from (done.removesuffix("해"), done)


def _without_adverbials(predicate: str, offset: int, sentence: str, own: Sequence[Token]) -> list[str]:
    """Without by what, where and how, but for the last one before the verb, which may belong to it."""
    begin = sentence.find(predicate, offset)
    units: list[tuple[str, bool, bool]] = []
    run: list[str] = []
    place = begin
    for word in predicate.split(" "):
        inside = [token for token in own if place <= token.start < place + len(word)]
        last = inside[-1].tag if inside else ""
        run.append(word)
        place += len(word) + 1
        if last in {"JKB", "JKO", "EC", "MAG", "EF", "JX", "JKS"}:
            units.append((" ".join(run), last in {"JKB", "MAG"}, last in {"EC", "EF"} and len(run) == 1))
            run = []
    if run:
        units.append((" ".join(run), False, len(run) == 1))
    units = _joined(units)
    # 파업에 들어가겠다고: what stands right before a verb may belong to it.
    able = [
        at
        for at, (text, is_adverbial, _) in enumerate(units[:-1])
        if is_adverbial
        and not re.search(r"[\"'“‘]|^\S*\d\S*$", text)
        and (not units[at + 1][2] or text.endswith("적으로"))
    ]
    gone = [*({at} for at in able), *([set(able)] if able[1:] else [])]
    return [" ".join(text for at, (text, *_) in enumerate(units) if at not in lost) for lost in gone]


_BY_WHICH = re.compile(r"^(?:힘입어|따라|맞춰|맞아)$")


def _joined(units: list[tuple[str, bool, bool]]) -> list[tuple[str, bool, bool]]:
    """판매 호조에 힘입어 is one circumstance."""
    found: list[tuple[str, bool, bool]] = []
    for unit in units:
        if found and found[-1][1] and _BY_WHICH.match(unit[0]):
            found[-1] = (f"{found[-1][0]} {unit[0]}", True, False)
        else:
            found.append(unit)
    return found


def names(lead: Line, morphemes: Sequence[Token]) -> Iterator[str]:
    """서울 시내버스 노조가 28일 첫 차부터 총파업에 돌입한다: 서울 시내버스 노조, 총파업. For places that are too narrow
    for the verb, who and what stand side by side."""
    sentence = lead.sentence.text
    start = max(0, sentence.find(lead.text))
    own = [token for token in morphemes if token.start >= start]
    border = _subject_border(sentence, [token for token in own if not token.tag.startswith("S")])
    first = next(_phrases(sentence, own, frozenset(["JKS", "JX"])), None)
    named = list(_named(sentence[start : border[0]], start, own)) if border else []
    whos = [who for who in named if who.count(" ") < _WORDS] or ([first] if first else [])
    if border and not whos:
        whos = [" ".join(sentence[start : border[0]].split()[-_WORDS:])]
    behind = [token for token in own if border is None or token.start >= border[1]]
    objects = list(_phrases(sentence, behind, frozenset(["JKO"])))
    # What is said of another subject is of a clause inside.
    others = [] if border else list(_phrases(sentence, own, frozenset(["JKS"])))
    places = list(_phrases(sentence, behind, frozenset(["JKB"])))[-1:]
    nouns = [noun for one in (*objects[::-1], *others) for noun in (one, one.rpartition(" ")[2])]
    for what in (*nouns, *places):
        for who in whos:
            if what not in who and who not in what and not _OCCASION.search(what) and what not in KOREAN:
                yield f"{who}, {what}"


def _phrases(sentence: str, own: Sequence[Token], particles: frozenset[str]) -> Iterator[str]:
    """Nouns that one of the particles follows."""
    begin: int | None = None
    for at, token in enumerate(own):
        if token.tag in particles and begin is not None and (token.tag != "JX" or token.form in {"은", "는"}):
            words = sentence[own[begin].start : token.start].split()
            phrase = " ".join(words[-_WORDS:])
            if (
                len(phrase) > 1
                and not phrase.endswith("적")
                and not _NO_THING.search(words[-1])
                and re.search(r"[가-힣A-Za-z]{2}", phrase)
            ):
                yield phrase
        if token.tag not in _NOMINAL:
            begin = None
        elif begin is None:
            begin = at
