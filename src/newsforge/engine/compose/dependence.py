"""Whether a sentence can be lifted out of its article, and the few edits that let it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsforge.engine.compose.model import Needs
from newsforge.engine.compose.phrases import (
    AHEAD,
    CONNECTIVE,
    DATELINE,
    EXPLAINS_PREVIOUS,
    LEANS_ON_PREVIOUS,
    LEANS_ON_SUBJECT,
    OPENING,
    SHORT_KOREAN_NAME,
)
from newsforge.engine.text.korean import Token
from newsforge.engine.text.korean_institutions import short_institutions

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|「[^」]*」|『[^』]*』|‘[^’]{12,}’|(?<![\w])'[^']{12,}'(?![A-Za-z])")
_KO_SUBJECT = re.compile(r"[가-힣A-Za-z0-9)’'\]%](?:은|는|이|가|도|께서|에서는|에는|까지|만)(?=[ ,])")
_JA_SUBJECT = re.compile(r"[はがも]")
#: But not a man in his 60s.
_EN_PERSON = re.compile(
    r"\b(?:he|she|him|hers|(?:her|his)(?! (?:early |mid-?|late )?"
    r"(?:\d0s|teens|twenties|thirties|forties|fifties|sixties|seventies|eighties)\b))\b"
)
#: A man died when a tree fell on his van.
_EN_SOMEBODY = re.compile(
    r"\b[Aa]n? (?:[\w-]+ ){0,2}(?:man|woman|boy|girl|driver|passenger|pedestrian|cyclist|teenager|officer|soldier|"
    r"worker|teacher|student|patient|customer|resident|rider|climber|hiker|swimmer|player|pensioner|father|mother|doctor|nurse)\b"
)
_EN_THING = re.compile(r"\b(?:it|they|them|its|their|this|these|those)\b")
#: selling that model, | in that year
_EN_THAT = re.compile(
    r"\b(?:of|in|for|on|at|with|by|from|during|after|before|to) that [a-z]+(?=[ ,.])|"
    r"\bthat (?!is|was|said)[a-z]+(?=[,.])|"
    r"(?<!said)(?<!says)(?<!found)(?<!so)(?<!show) that [a-z]+ (?=when\b|if\b|because\b)"
)
#: rejected that and said: what it was stands before.
_EN_OBJECT = re.compile(r"\b(?!need)[a-z]{2,}(?:ed|ies) (?:this|that)(?=[.,]| and\b| but\b)")
_EN_MANY = re.compile(
    r"\b(?!(?:has|was|is|does|says|this|its|his|as|us|always|perhaps|across|[A-Z][a-z]*)\b)[a-z]{2,}[^siu\W]s\b|"
    r"\b(?:people|men|women|children|police|two|three|four|five|six|seven|eight|nine|ten|\d[\d,]*|both|and|team|crew|"
    r"staff|group|couple|family|public|those|who|others?)\b"
)
_EN_NAME = re.compile(
    r"(?<=\w )[“\"]?[A-Z][a-z’'-]+|^(?:Mr|Ms|Mrs|Dr|Sen|Rep|President|Mayor|Governor|Judge)\.? [A-Z]\w+|"
    r"^[A-Z][a-z]+ [A-Z][a-z]+"
)
#: 同社は同日、破産を申し立てた: true on whatever day it is read.
_JA_STRAY_DAY = re.compile(r"(?<=[はが])同日(?:午前|午後|夜|夕方?|朝|未明)?、(?=[^、。]{4})")
_BARE = r"(?!함께|처음|다시|직접|새로|잇따라|또)(?:[가-힣A-Za-z·]*[^은는한된린친진간온낸난인긴 ] )"
#: 대표는 이날 시청에서 ..., 대표는 이날 "...: what follows stands without the day. Before an hour it would lose its
#: day, before a clause (이날 내놓은 전망에서) its sense. What is told of 그날 or 당일 holds for that day alone.
_STRAY_DAY = re.compile(
    r"(?<=[가-힣)\]A-Z][은는이가] )이날 "
    r"(?!\d|오전|오후|새벽|밤|아침|저녁|낮|하루|현재|기준|까지|부터)"
    rf"(?=[“\"‘']|{_BARE}{{0,3}}[가-힣A-Za-z·]+(?:에서|에게|을|를|에|으로|와|과|도)[ ,])"
)


#: 다만 …은 제외된다: from what stands before.
_EXCEPTION = re.compile(r"(?:다만|단),? .*(?:제외|않는다|없다|예외|한(?:정|한)다)")
#: But they, 그러나 그는: of what the sentence before has said.
_TAKES_BACK = {
    "en": re.compile(r"(?:But|However,|Yet|Still,) (?:he|she|they|it|that|this|those|these|the same)\b"),
    "ko": re.compile(r"(?:그러나|하지만|다만|그렇지만) (?:그는|그녀는|이는|이것은|이들은|그들은|같은 )"),
    "ja": re.compile(r"(?:しかし|だが|ただ|ただし)、?(?:それ|これ|彼|同じ)"),
}


def takes_back(sentence: str, language: str) -> bool:
    """Whether it qualifies what the sentence before it says."""
    pattern = _TAKES_BACK.get(language)
    return pattern is not None and pattern.match(sentence.lstrip("“\"'")) is not None


_MEANT = re.compile(r"생각이다|작정이다|셈이다|계획이다|겠다\.?$")


@dataclass(frozen=True, slots=True)
class Standing:
    """``text`` follows its predecessor, ``alone`` stands elsewhere (None: nowhere else)."""

    text: str
    alone: str | None
    needs: Needs


def outside_quotes(text: str) -> str:
    """Speech blanked out, offsets kept."""
    return _QUOTED.sub(lambda match: match.group()[0] + "\u00a0" * (len(match.group()) - 2) + match.group()[-1], text)


def standing(sentence: str, language: str, *, morphemes: Sequence[Token] = (), opens_article: bool = False) -> Standing:
    """``morphemes``, of the sentence and with offsets into it, let a Korean subject be told from one inside a clause.
    ``opens_article``: nothing stands before it there either, so only an open pronoun keeps it from standing alone."""
    text = without_dateline(sentence)
    alone = _without_stray_day(_without_connective(text, language), language)
    alone = _without_orphan_role(alone) if language == "en" else alone
    bare = outside_quotes(alone)
    if opens_article and not _opens_on_previous(bare, language):
        return Standing(text, text, "nothing")
    is_exception = language == "ko" and _EXCEPTION.match(text)
    if (
        is_exception
        or _leans_on_previous(bare, language)
        or _is_verdict_without_subject(morphemes)
        or _lacks_object(morphemes)
    ):
        return Standing(text, None, "previous")
    leans = _leans_on_subject(bare, language) or (bool(morphemes) and not has_subject(sentence, morphemes))
    return Standing(text, alone, "subject" if leans else "nothing")


def _is_verdict_without_subject(morphemes: Sequence[Token]) -> bool:
    """6개월 만의 인하로, 물가를 고려한 결정이다: of what it says so stands in the sentence before."""
    verbs = [at for at, token in enumerate(morphemes) if token.tag.startswith(("V", "XSV", "XSA"))]
    if not verbs or morphemes[verbs[-1]].tag != "VCP":
        return False
    for at, token in enumerate(morphemes):
        if token.tag == "JX" and token.form in {"은", "는", "도"} and not _follows_case(morphemes, at):
            return False
        if token.tag == "JKS":
            ending = next((other.tag for other in morphemes[at:] if other.tag in {"EF", "EC", "ETM", "ETN"}), "")
            if ending in {"EF", "EC"}:
                return False
    return True


#: Deeds that are always done to something.
_DONE_TO_SOMETHING = re.compile(
    r"받아들이|물리치|인정|기각|인용|수용|채택|배척|거부|거절|부인|반박|묵살|언급|공개|배제|제외|허용|승인|불허|반려|"
    r"취소|철회|검토|추진|도입"
)


def _lacks_object(morphemes: Sequence[Token]) -> bool:
    """징계가 무효라는 주장은 받아들이지 않았다: the topic is what it is done to, and who does it stands before."""
    deeds = [at for at, token in enumerate(morphemes) if token.tag.startswith("VV") or token.tag == "XSV"]
    if not deeds:
        return False
    last = deeds[-1]
    if len(deeds) > 1 and [token.tag for token in morphemes[max(0, last - 2) : last]] == ["ETN", "JKB"]:
        last = deeds[-2]  # 검토하지 않기로 | 했다
    deed = morphemes[last - 1 if morphemes[last].tag == "XSV" and morphemes[last].form == "하" and last else last]
    topics = [
        at
        for at, token in enumerate(morphemes[:last])
        if token.tag == "JX" and token.form in {"은", "는", "도"} and not _follows_case(morphemes, at)
    ]
    if not _DONE_TO_SOMETHING.fullmatch(deed.form) or len(topics) != 1:
        return False
    return not any(token.tag in {"JKO", "JKS", "JKQ"} for token in morphemes[topics[0] : last])


def has_subject(sentence: str, morphemes: Sequence[Token]) -> bool:
    """교통 분야에는 1천480억원을 배정했다 has a topic, but nobody who does it."""
    bare = outside_quotes(sentence)
    return any(
        (token.tag == "JKS" or (token.tag == "JX" and token.form in {"은", "는", "도", "까지", "만"}))
        and not _follows_case(morphemes, at)
        and bare[token.start : token.end] != "\u00a0"
        for at, token in enumerate(morphemes)
    )


def _follows_case(morphemes: Sequence[Token], at: int) -> bool:
    return at > 0 and morphemes[at - 1].tag in {"JKB", "JX", "EC"} and morphemes[at - 1].form != "에서"


def _leans_on_subject(bare: str, language: str) -> bool:
    pattern = LEANS_ON_SUBJECT.get(language)
    match = pattern.search(bare) if pattern else None
    if match is None:
        return False
    # Brightwell Foods ... the company's argument: the sentence has said which.
    return language != "en" or not re.search(r"\w [A-Z][a-z]", bare[: match.start()])


def without_dateline(sentence: str) -> str:
    """(서울=연합뉴스) 홍길동 기자 =, SEOUL (AP) —, 【ソウル】"""
    for pattern in DATELINE:
        match = pattern.match(sentence)
        if match and len(sentence) - match.end() > 15:
            # 【서울=뉴시스】홍길동 기자 =
            return without_dateline(sentence[match.end() :])
    return sentence


_EN_PLACED = re.compile(
    r"^(?P<place>[A-Z][\w .’'/-]*[A-Za-z.](?:, [A-Z][\w.]*(?: [A-Z]\w+)?)?),? ?(?:\([^)]{2,40}\) ?)?[—–-]{1,2} ?"
)
_EN_NO_PLACE = re.compile(
    r"^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|^I$|"
    # The City Council voted: of which city?
    r"^(?:City|Town|County|Council|Board|Commission|State|House|Senate|Assembly|Supreme|Court|School|District|Mayor)$"
)


def with_place(sentence: str, text: str, language: str) -> str:
    """``text`` with the place of its dateline, where nothing else in it says where: Police said a man was shot."""
    if language != "en" or text == sentence or not sentence.endswith(text):
        return text
    place = _EN_PLACED.match(sentence)
    names = re.findall(r"(?<=[a-z,] )[A-Z][\w’'-]*", outside_quotes(text))
    if place is None or any(not _EN_NO_PLACE.match(name) for name in names):
        return text
    return f"{place['place']} — {text}"


def _without_connective(text: str, language: str) -> str:
    pattern = CONNECTIVE.get(language)
    match = pattern.match(text) if pattern else None
    if match is None:
        return text
    rest = text[match.end() :]
    return rest[:1].upper() + rest[1:] if language == "en" else rest


def _without_stray_day(text: str, language: str) -> str:
    """대표는 이날 기자간담회에서: the day goes, and what was said stays true on whatever day it is read."""
    bare = outside_quotes(text)
    if language == "ja":
        return _JA_STRAY_DAY.sub("", text, count=1) if not AHEAD["ja"].search(bare) else text
    # Of a day to come nothing is true on every day: 이날 입장료를 200원만 받을 생각이다.
    if language != "ko" or AHEAD["ko"].search(bare) or _MEANT.search(bare):
        return text
    match = _STRAY_DAY.search(bare)
    return text[: match.start()] + text[match.end() :] if match else text


#: said Ann Lee, its head of forecasting: whose, the sentence before says.
_EN_ORPHAN_ROLE = re.compile(
    r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w.’'-]*)+), (?:its|their) [a-z][^,.;:“”\"\u00a0]{2,60}(?P<after>,|(?=\.$))"
)
_EN_OWNER = re.compile(r"(?<![“\"\w])[A-Z][\w’'-]+")


def _without_orphan_role(text: str) -> str:
    """Who speaks goes by name alone where nothing before the name could be whose head they are."""
    bare = outside_quotes(text)
    match = _EN_ORPHAN_ROLE.search(bare)
    if match is None or _EN_OWNER.search(bare[: match.start()]):
        return text
    return text[: match.end("name")] + text[match.end() :]


def _opens_on_previous(bare: str, language: str) -> bool:
    return bool(OPENING.get(language, OPENING[""]).match(bare.lstrip("“”\"'‘’「」 \u00a0")))


def _leans_on_previous(bare: str, language: str) -> bool:
    if _opens_on_previous(bare, language):
        return True
    explains = EXPLAINS_PREVIOUS.get(language)
    if (explains and explains.search(bare)) or _is_mere_speech(bare, language):
        return True
    inside = LEANS_ON_PREVIOUS.get(language)
    if inside and any(not _is_told_inside(match, bare, language) for match in inside.finditer(bare)):
        return True
    if language == "ko":
        return not _KO_SUBJECT.search(bare) or _OF_WHAT.match(bare) is not None
    if language == "ja":
        return not _JA_SUBJECT.search(bare)
    if language == "en":
        return _has_orphan_pronoun(bare)
    return False


#: 구독자는 14만명이다: whose, the sentence before says.
_OF_WHAT = re.compile(
    r"(?:구독자|조회수|회원|팔로워|임?직원|종업원|수강생|재학생|관객|신도|조합원|가격|값|나이|무게|길이|높이|너비|넓이|"
    r"정원|좌석|자본금|연봉|시청률|판매가|분양가|출고가|판매 ?가격)(?: ?수)?[은는] "
    r"(?:모두 |약 |현재 |한 [가-힣]+에 )?\d[^,]{0,20}$"
)
#: 보장제를 요구하고, 이를 어긴: of what the clause before it says.
_KO_TAKES_UP = re.compile(r"이[를에] ?$")
_KO_CLAUSE = re.compile(r"[을를이가은는] .*[가-힣](?:고|며|으나|지만|는데|면서|자), ")


def _is_told_inside(match: re.Match[str], bare: str, language: str) -> bool:
    return (
        language == "ko"
        and _KO_TAKES_UP.match(match.group()) is not None
        and _KO_CLAUSE.search(bare[: match.start()]) is not None
    )


def _is_mere_speech(bare: str, language: str) -> bool:
    """A quote that nobody is named for."""
    if "\u00a0" not in bare:
        return False
    rest = _QUOTED.sub(" ", bare)
    if language in {"ko", "ja", "zh"}:
        return len(re.sub(r"[\W_]", "", rest)) < 8
    return len(rest.split()) < 2 or not re.search(
        r"\b[A-Z][a-z]|\b(?:spokes\w+|official|officials|police|statement)\b", rest
    )


def _has_orphan_pronoun(bare: str) -> bool:
    """A pronoun before any noun that it could stand for."""
    person = _EN_PERSON.search(bare)
    before = bare[: person.start()] if person else ""
    if person and not _EN_NAME.search(before) and not _EN_SOMEBODY.search(before):
        return True
    if _EN_THAT.search(bare) or _EN_OBJECT.search(bare) or _has_orphan_them(bare):
        return True
    thing = _EN_THING.search(bare)
    return thing is not None and len(bare[: thing.start()].split()) < 3 and not _EN_ITSELF.match(bare)


#: Calder said it expected savings: of itself. Of officials and the police it is something else.
_EN_ITSELF = re.compile(
    r"(?!Police|Neither|Nobody|Everyone|Everybody|Somebody|Someone|Anyone|Who|One|Court|Data|Media)"
    r"[A-Z][\w’&-]*[^s\W] (?:said|says) it (?:will|would|had|has|expect\w*|plan\w*|was|is|hope[sd]|aim\w*|intend\w*)\b"
)


def _has_orphan_them(bare: str) -> bool:
    """The museum has offered to take them: nothing in it is more than one."""
    them = re.search(r"\bthem\b(?! ?sel)", bare)
    return them is not None and _EN_MANY.search(bare[: them.start()]) is None


#: 화물차 운전자 A(54)씨: how the article first calls one whom it does not name.
_UNNAMED = re.compile(r"(?<![A-Za-z])[A-Z](?=씨)")


def first_calls(text: str) -> dict[str, tuple[str, ...]]:
    """Korean articles call people by a letter; by it, what stands with the letter where it comes first."""
    found: dict[str, tuple[str, ...]] = {}
    for match in re.finditer(
        r"(?P<who>[가-힣]+ )?(?<![A-Za-z])(?P<letter>[A-Z])(?P<age>\s?\([^()]{1,12}\)\s?)?씨", text
    ):
        if match["letter"] not in found:
            found[match["letter"]] = (text[match.start("letter") : match.end()],) if match["age"] else (match.group(),)
    return {letter: calls for letter, calls in found.items() if calls != (f"{letter}씨",)}


#: 맹순택(79)씨, 손자 맹도연(25)씨: how an article introduces one of whom it then says 맹순택씨 or 도연씨.
_AGED_NAME = re.compile(r"(?<![가-힣])(?P<name>[가-힣]{3,4})(?P<age> ?\((?:[남여]·)?\d{1,3}(?:·[남여])?\))")
_CALLED = re.compile(r"(?<![가-힣])(?P<name>[가-힣]{1,4})씨(?=[은는이가의를도에와과께 ,·]|$)")


def aged_names(text: str) -> dict[str, tuple[str, ...]]:
    """Of 맹도연(25)씨, by 맹도연, by 도연 and by 맹씨, the name with its age."""
    found: dict[str, dict[str, None]] = {}
    for match in _AGED_NAME.finditer(text):
        for called in (match["name"], match["name"][1:], f"{match['name'][0]}씨"):
            found.setdefault(called, {})[match.group()] = None
    return {called: tuple(names) for called, names in found.items()}


def _called(match: re.Match[str]) -> str:
    """By 구 alone go 구 조합장 and 구 씨, whoever else has that name."""
    return match["name"] if len(match["name"]) > 1 else f"{match['name']}씨"


def short_names(text: str, full_names: dict[str, tuple[str, ...]], language: str) -> tuple[tuple[str, ...], ...]:
    """For each name that the sentence cuts short, the full forms of which one must have been read before."""
    bare = outside_quotes(text)
    if language == "ko":
        found = {match.group(1) for match in SHORT_KOREAN_NAME.finditer(bare)} | set(_UNNAMED.findall(bare))
        found |= short_institutions(bare) | {_called(match) for match in _CALLED.finditer(bare)}
    elif language == "en":
        found = set(re.findall(r"\b[A-Z][A-Za-z]+(?:[’'-][A-Z]?[a-z]+)*", bare))
        found |= {re.sub(r"[’']s$", "", word) for word in found}
    else:
        return ()
    return tuple(
        full_names[short]
        for short in sorted(found)
        if short in full_names and not any(name in bare for name in full_names[short])
    )
