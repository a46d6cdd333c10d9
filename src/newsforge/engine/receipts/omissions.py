# ruff: noqa: E501, SIM905 -- lists of words read best as lines of words; a Korean letter counts as two
"""What a sentence of the article may lose at its edges and still say the same: the description before a named subject,
and who announces a plain fact (a formal act of its own, an accident with its harm).

Only what is listed is plain. A claim, a charge, an estimate, a denial or a cause keeps who says it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain, takewhile

from newsforge.engine.facts import name_words
from newsforge.engine.facts.names import names
from newsforge.engine.receipts.gaps import governs_english, governs_korean
from newsforge.engine.receipts.tokens import Token, split_particle
from newsforge.engine.text import syllables


def omissions(theirs: list[Token], text: str, script: str) -> list[list[Token]]:
    """``theirs`` without what may go; ``text`` is the cased sentence in which their places are."""
    describe, announce = _DESCRIBED.get(script), _ANNOUNCED.get(script)
    found = list(describe(theirs, text)) if describe else []
    whole = (theirs, *found)
    return [*found, *(shorter for read in whole for shorter in announce(read))] if announce else found


# Korean -------------------------------------------------------------------------------------------------------------

#: 운영하는, 만드는, 가르친: what ends so describes the noun behind it.
_KO_DESCRIBES = re.compile(r"[가-힣](?:는|던)$")
_KO_VERB_LIKE = re.compile(r"(?:하|되|있|드|나|이끄|돕|맡|두|쓰|펴|파|만드)는$")
_KO_SUBJECTS = frozenset({"이", "가", "은", "는", "께서"})
_KO_TOPICS = frozenset({"은", "는"})
#: Said of a person or a body before its name.
_KO_KINDS = re.compile(
    r"^(?:스타트업|기업|업체|회사|제조사|개발사|단체|소설가|작가|배우|가수|화가|시인|교사|교수|감독|선수|변호사|의사|디자이너|셰프)$"
)
#: Parts of a named body that are one of a kind.
_KO_PARTS = re.compile(r"^(?:노조|노동조합|이사회|총회|본부)$")
_KO_PLACES = re.compile(r"[시도군구읍면동청당사]$")
_KO_TURNS = re.compile(
    r"혐의|의혹|주장|논란|의심|추정|추산|예상|전망|예정|검토|계획|추진|가능|우려|사칭|가짜|허위|않|못|없|아니|아닌|부인|결백|억울|만약|따르면|때문|탓|겠다"
)
_KO_MOST_HEAD = 4


def _korean_described(theirs: list[Token], text: str) -> Iterator[list[Token]]:
    """한빛시가 운영하는 온별미술관이 …: from 온별미술관이 on."""
    for at in range(1, min(len(theirs) - 1, 16)):
        token = theirs[at]
        if token.kind != "word" or token.marks or not _describes(theirs[at - 1]):
            continue
        head = _head(theirs, at)
        if head is None or not _is_named(text, theirs[at].start, head.end):
            continue
        if _only_describes(theirs[:at], theirs[at:]):
            yield theirs[at:]
            if _KO_KINDS.match(theirs[at].text):
                yield theirs[at + 1 :]
        return


def _describes(token: Token) -> bool:
    if token.kind != "word" or len(token.text) < 2:
        return False
    last = token.text[-1]
    is_adnominal = syllables.final_of(last) == syllables.N and last != "은"
    return bool(_KO_DESCRIBES.search(token.text)) or is_adnominal


def _head(theirs: list[Token], at: int) -> Token | None:
    """The noun with the subject's particle that ends the phrase which begins at ``at``."""
    for token in theirs[at : at + _KO_MOST_HEAD]:
        if token.kind != "word" or (token.marks and token is not theirs[at]):
            return None
        particle = split_particle(token.text)[1]
        if particle in _KO_SUBJECTS or particle == "의":
            return token  # 라면을 만드는 누빛식품의 영업이익이: whose it is may be described too
        if particle and particle not in {"도", "로"}:
            return None
    return None


def _is_named(text: str, start: int, end: int) -> bool:
    *before, last = text[start:end].split()
    noun = split_particle(last)[0]
    if before and _KO_KINDS.match(before[-1]) and not noun.endswith("들"):
        return True
    known = [name.text for name in names(text, "ko") if start <= name.start < end]
    if noun in known or (before and _KO_PARTS.match(noun) and before[-1] in known):
        return True
    title = noun in name_words.KOREAN_PERSON_TITLES
    return title and any(len(name) == 3 and name in before and not _KO_PLACES.search(name) for name in known)


def _only_describes(left: list[Token], rest: list[Token]) -> bool:
    """Whether nothing of it governs what follows: no topic, no condition, nobody who says it."""
    if any(_KO_TURNS.search(token.text) or governs_korean(token) for token in left):
        return False
    words = [token for token in left[:-1] if token.kind == "word"]
    roles = {split_particle(token.text)[1] for token in words if not _KO_VERB_LIKE.search(token.text)}
    says = any(re.search(r"[다라자]고$|[다라]며$|따르면$", token.text) for token in rest)
    return not roles & _KO_TOPICS and not (says and roles & _KO_SUBJECTS)


_KO_SAYS = re.compile(r"^(?:밝혔|공시했|발표했|알렸)(?:다|습니다)$")
#: Formal acts, of which the one who does them is the source.
_KO_ACT = re.compile(
    r"^(?:투자)?(?:유치|체결|출시|공개|선임|임명|개최|개장|개통|개관|착공|준공|출범|설립|도입|시행|인상|인하|동결|확정|결정|의결|발행|상장|리콜|"
    r"수주|취임|발간|출간|모집|채용|발령|해제|지정|기록|인수|매각|운영|개시)(?:했|한)다고$|^선정됐다고$"
)
_KO_RESOLVED = re.compile(r"[가-힣]기로$")
_KO_EVENT = re.compile(r"^(?:지진|여진|화재|불|산불|폭발|정전|단수|눈|비|산사태)(?:이|가)$")
_KO_HAPPENED = re.compile(r"^(?:발생했|났|꺼졌|진화됐|복구됐)다고$")
_KO_COUNTS = re.compile(r"(?:관측원|관측청|기상청|소방청|산림청|소방서|소방본부|소방당국|해경|지자체)(?:은|는)$")


def _korean_announced(theirs: list[Token]) -> Iterator[list[Token]]:
    """투자를 유치했다고 10일 밝혔다: 투자를 유치했다."""
    if not theirs or not _KO_SAYS.match(theirs[-1].text):
        return
    at = len(theirs) - 2
    while at > 0 and theirs[at].kind == "date":
        at -= 1
    said, inner = theirs[at], theirs[:at]
    if at < 1 or any(
        token.kind == "word" and (_KO_TURNS.search(token.text) or governs_korean(token)) for token in inner
    ):
        return
    if any(set(token.marks) & set("\"'“”") for token in inner):
        return
    subjects = [
        token
        for token in inner
        if token.kind == "word"
        and split_particle(token.text)[1] in _KO_SUBJECTS
        and not _KO_VERB_LIKE.search(token.text)
    ]
    plain = replace(said, text=said.text.removesuffix("고"), end=said.end - 1)
    is_resolved = said.text == "했다고" and _KO_RESOLVED.search(inner[-1].text)
    if len(subjects) == 1 and (_KO_ACT.match(said.text) or is_resolved):
        yield [*inner, plain]
    if _KO_COUNTS.search(inner[0].text) and _KO_HAPPENED.match(said.text):
        rest = inner[1:]
        others = [token for token in subjects if token is not inner[0]]
        by = any(token.kind == "word" and split_particle(token.text)[1] in {"으로", "로"} for token in rest)
        if len(others) == 1 and _KO_EVENT.match(others[0].text) and not by:
            yield [*rest, plain]


#: 예산안을 편성해 11일 시의회에 제출했다: two steps, the first done by itself.
_KO_STEP = re.compile(r"[가-힣]{2,}해$")
_KO_NO_STEP = re.compile(
    r"(?:피|방|손|이|오|공|남|동|서|올|지난|위|대|통|의|관|비|향|인|더|포함|제외|기)해$|^(?:관련|대비|대신|반)해$"
)
_KO_GOES_WITH = re.compile(r"^(?:달라|줄|주[는기고라]|줘|보[고는]|왔|온|오[고는]|냈|낸|나[가갔]|둔|뒀|놓|버|서는|야)")
_KO_DONE = re.compile(r"[했됐었았났갔웠렸쳤졌냈섰]다$")


def _korean_steps(theirs: list[Token]) -> Iterator[list[Token]]:
    """예산안을 편성해 시의회에 제출했다: 예산안을 편성했다."""
    if not theirs or not _KO_DONE.search(theirs[-1].text) or _KO_SAYS.match(theirs[-1].text):
        return
    for at, token in enumerate(theirs[1:-1], 1):
        if token.kind != "word" or not _KO_STEP.search(token.text) or _KO_NO_STEP.search(token.text):
            continue
        behind = theirs[at + 1 :]
        turns = any(_KO_TURNS.search(one.text) or _KO_REPORTED.search(one.text) for one in behind)
        if not turns and not _KO_GOES_WITH.match(behind[0].text):
            yield [*theirs[:at], replace(token, text=token.text[:-1] + "했다")]
        return


#: What was only said, asked for or resolved.
_KO_REPORTED = re.compile(
    r"[다라자냐]고$|기로$|[다라]며$|도록$|실패|거절|거부|철회|무산|취소|중단|반려|부결|기각|불발|보류"
)


# English ------------------------------------------------------------------------------------------------------------

_EN_SAYS = frozenset({"said", "says"})
_EN_COUNTS = frozenset(
    "officials police authorities firefighters rescuers agency service department ministry brigade guard office operator".split()
)
_EN_SPEAKER = frozenset(
    "the state local national fire food safety weather rescue coast county city emergency railway rail health".split()
)
_EN_MOST_SPEAKER = 5
_EN_CLAUSES = frozenset({"after", "when", "while", "as", "because", "before", "amid", "following"})
#: Harm that is counted, and what happened by itself.
_EN_PLAIN = re.compile(
    r"\b(?:was|were|is|are|(?:has|have) been) (?:taken to (?:a |the )?hospital|injured|hurt|killed|evacuated|rescued|closed|treated|hospitali[sz]ed|stranded|"
    r"flooded|recalled|displaced|reopened|cancell?ed|delayed)\b|\b(?:died|derailed|collapsed|crashed|collided|overturned|sank|"
    r"broke out|caught fire|lost power|ran aground|(?:is|are) recalling|recalled)\b"
)
#: Words that allow or count, and are held to their place elsewhere.
_EN_HELD_ELSEWHERE = frozenset({"nearly", "almost", "more", "than", "up", "down", "to"})
_EN_BLAMES = re.compile(
    r"^(?:by|due|purpose|fault|blam\w*|drunk\w*|deliberate|illegal|wrong\w*|asleep|\w+ly|an|his|her)$"
)
_EN_TIMES = frozenset({"early", "nearly", "only", "daily", "july", "an"})


def _english_announced(theirs: list[Token]) -> Iterator[list[Token]]:
    """…, officials said; without it, and without what follows the plain clause where that is less plain."""
    end = _statement_end(theirs)
    if end is None:
        return
    statement = theirs[:end]
    first = list(takewhile(lambda token: token.text not in _EN_CLAUSES, statement))
    if not _is_plain(first):
        return
    rest = statement[len(first) :]
    yield statement if not rest or _is_plain(rest[1:]) else first


def _statement_end(theirs: list[Token]) -> int | None:
    """Where the words of the source begin, behind a comma at the end."""
    last = len(theirs) - 1
    while last > 0 and (theirs[last].kind == "date" or theirs[last].text == "on"):
        last -= 1
    for start in range(last, max(0, last - _EN_MOST_SPEAKER - 2), -1):
        if theirs[start].marks != ",":
            continue
        spoken = [token.text for token in theirs[start : last + 1]]
        if spoken[:2] == ["according", "to"]:
            who = spoken[2:]
        elif spoken[-1] in _EN_SAYS:
            who = spoken[:-1]
        else:
            return None
        return start if who and who[-1] in _EN_COUNTS and set(who[:-1]) <= _EN_SPEAKER else None
    return None


def _is_plain(clause: list[Token]) -> bool:
    words = [token.text for token in clause]
    if not _EN_PLAIN.search(" ".join(words)) or {"no", "nobody", "none", "not"} & set(words):
        return False
    return not any(
        token.kind == "word"
        and token.text not in _EN_HELD_ELSEWHERE
        and (governs_english(token) or (_EN_BLAMES.match(token.text) and token.text not in _EN_TIMES))
        for token in clause
    )


# Japanese -----------------------------------------------------------------------------------------------------------

#: 発表した | 指数: what ends so describes the noun behind it.
_JA_DESCRIBES = re.compile(r"(?:する|した|される|された|いる|いた|れる|める|げる|える)$")
_JA_NAMED = re.compile(
    r"(?:[一-鿿々ァ-ヺー]{2,}(?:の|・)?)?[一-鿿々ァ-ヺーぁ-ゖ]{2,}(?:さん|氏|選手|監督|指数|市|県|庁|省|銀行|大学|協会|電機|自動車|製作所|ホールディングス)$"
)
_JA_TURNS = re.compile(r"ない|なかった|ず$|ば$|たら|なら|容疑|疑い|という|とされ|よると|主張|予定|検討|可能")


def _japanese_described(theirs: list[Token], text: str) -> Iterator[list[Token]]:
    for at in range(1, min(len(theirs) - 1, 24)):
        before, token = theirs[at - 1], theirs[at]
        if token.marks or before.kind != "word" or not _JA_DESCRIBES.search(before.text):
            continue
        head = re.match(r"[^、。はが]{2,40}(?=[はが])", text[token.start :])
        left = text[theirs[0].start : token.start]
        if head is None or not _JA_NAMED.search(head.group()) or _JA_TURNS.search(left) or re.search("[、は]", left):
            return
        yield theirs[at:]
        return


_DESCRIBED: dict[str, Callable[[list[Token], str], Iterator[list[Token]]]] = {
    "ko": _korean_described,
    "ja": _japanese_described,
}
_ANNOUNCED: dict[str, Callable[[list[Token]], Iterator[list[Token]]]] = {
    "ko": lambda theirs: chain(_korean_announced(theirs), _korean_steps(theirs)),
    "latin": _english_announced,
}
