# ruff: noqa: E501, SIM905 -- lists of words read best as lines of words; a Korean letter counts as two
"""Clauses: who does it, to whom, and what is done, as far as word order and particles tell.

There is no parser here. A clause is what stands between commas and joining words; its doer stands before the verb
(English), before 이/가 or が, or failing that before the topic's 은/는 or は. Where that cannot be read, a clause has
no doer and nothing is concluded from it.
"""

from __future__ import annotations

import re

from newsforge.engine.facts.name_words import COMMON_ENDINGS, COMMON_STARTS
from newsforge.engine.receipts.clause import Clause, Party, cut
from newsforge.engine.receipts.clauses_ja import JA_END, japanese
from newsforge.engine.receipts.korean_particles import split
from newsforge.engine.receipts.words import english_stem, korean_stem


def clauses(text: str, language: str) -> list[Clause]:
    """``text`` is folded and cased."""
    read = {"ko": _korean, "ja": japanese}.get(language, _english)
    return read(text)


# Korean

_KO_END = re.compile(
    r"(?<=[가-힣])(?<!라)(?<!다)(?<!자)(?<!냐)(?<!그리)(?:고|며|지만|으나|는데|은데|ㄴ데|면서|(?<=[했았었였])으며)(?=\s)|[,;:]\s|[.!?](?=\s|$)|\n"
)
_KO_TOKEN = re.compile(r"[가-힣A-Za-z0-9&·'.%]+")
_KO_REPORTED = re.compile(r"(?:[다라냐자]고|기로|다며|라며|것으로|것이라고|[을ㄹ할될릴일] 예정)$")
_KO_TAIL = frozenset(
    "했다 한다 하기로 예정이다 계획이다 방침이다 전망이다 것이다 것으로 알려졌다 전해졌다 나타났다 있다 않았다 않는다 못했다 보인다 봤다 내다봤다 "
    "됐다 된다 밝혔다 말했다 전했다 설명했다 발표했다 공시했다 예정 계획 방침 중이다 수 것 예상했다 전망했다 분석했다 강조했다 덧붙였다 중 했습니다 합니다 "
    "있습니다 밝혔습니다 예정입니다 계획입니다 방침입니다 됩니다 됐습니다 않았습니다 않습니다 못했습니다 했으며 했고 했지만".split()
)
_KO_ENDINGS = frozenset("고었았을는은어아지며자")
_KO_NOT_DOERS = frozenset(
    "이날 올해 지난해 내년 작년 오전 오후 당시 최근 이번 현재 이달 지난달 다음달 상반기 하반기 가운데 이후 이전 전날 다음날 그동안 앞으로 결과 것 수 때 만큼 "
    "경우 이상 이하 가능성 필요 우려 이유 때문 정도 대상 규모 방안 계획 맞벌 나들 외벌 집들 돌잔 절반 과반 과반수 대부분 다수".split()
)
#: 아이를 자정까지 돌보는: what stands behind an object or an end of time is a verb, not a topic.
_KO_BEFORE_VERB = re.compile(r"[가-힣](?:[을를]|까지|에서)$")
_KO_PRONOUNS = frozenset("그 이 저 것 수 등 더 또 및".split())


def _korean(text: str) -> list[Clause]:
    found: list[Clause] = []
    last_doer: Party | None = None
    for start, end, opens in cut(text, _KO_END):
        if opens:
            last_doer = None
        tokens = list(_KO_TOKEN.finditer(text, start, end))
        verb = _korean_verb(tokens)
        doer = topic = other = None
        for place, token in enumerate(tokens[: verb[0] if verb else None]):
            match = split(token.group())
            if match is None or match["noun"] in _KO_NOT_DOERS or match["noun"][0].isdigit():
                continue
            if match["role"] == "는" and place and _KO_BEFORE_VERB.search(tokens[place - 1].group()):
                continue
            party = _korean_party(tokens, place, match["noun"])
            if match["role"] in {"이", "가", "께서"}:
                is_new = doer is None or _opens_anew(tokens, doer, place) or _is_described(tokens, doer)
                doer = party if is_new else doer
            elif match["role"] in {"은", "는", "께서는"}:
                topic = party if topic is None else topic
                doer = None if doer is not None and _describes(tokens, doer, place) else doer
            elif match["role"] in {"을", "를", "에", "에게"} and other is None:
                other = party
        if doer is not None and topic is not None and topic.start < doer.start and _is_described(tokens, doer):
            doer = None  # 법원은 정씨가 신청한 보석을 허가하지 않았다
        before = topic or last_doer
        if doer is not None and before is not None and before.start < doer.start and verb is not None:
            doer = (
                None if _opens_anew(tokens, doer, verb[0]) else doer
            )  # 시의회는 안건을 두고 찬반이 갈려 처리를 미뤘다
        stated = doer or topic
        if verb is None:  # 매출 6천40억원, ...: the verb comes with the next piece
            last_doer = stated or last_doer
            continue
        begins = tokens[verb[0]].start()
        found.append(Clause(start, end, verb[1], stated or last_doer, other, stated is None, begins))
        last_doer = stated or last_doer
    return found


_KO_THEREUPON = re.compile(r"[가-힣](?:해|돼|아|어|여|져|려|워|러|쳐|춰)$")
_KO_ADNOMINAL = re.compile(r"^(?:낸|준|쓴|산|본|든)$|[가-힣](?:던|된|했던|됐던|진|린|난|온|친|낸|한)$")


def _opens_anew(tokens: list[re.Match[str]], doer: Party, place: int) -> bool:
    """어선이 충돌해 선장이 숨졌다: between the two somebody has done something already."""
    return any(_KO_THEREUPON.search(token.group()) for token in tokens[:place] if token.start() >= doer.end + 1)


def _is_described(tokens: list[re.Match[str]], doer: Party) -> bool:
    """What this one did only says which thing is meant."""
    behind = next((token for token in tokens if token.start() > doer.end), None)
    return behind is not None and _KO_ADNOMINAL.search(behind.group()) is not None


def _describes(tokens: list[re.Match[str]], doer: Party, place: int) -> bool:
    """운행이 중단됐던 7번 노선은: what stands before only says which one."""
    return any(_KO_ADNOMINAL.search(token.group()) for token in tokens[:place] if token.start() >= doer.end + 1)


def _korean_party(tokens: list[re.Match[str]], place: int, noun: str) -> Party:
    """The noun and the bare nouns before it: 노은채 다온해운 대표."""
    words = {noun, korean_stem(noun)}
    start = tokens[place].start()
    for before in reversed(tokens[max(0, place - 3) : place]):
        word = before.group()
        if not ("가" <= word[0] <= "힣") or (len(word) > 1 and split(word)) or word in _KO_NOT_DOERS:
            break
        words.add(word)
        start = before.start()
    return Party(frozenset(words), start, tokens[place].start() + len(noun))


def korean_parties(text: str) -> set[str]:
    """The nouns of a stretch of text that stand as doer, topic or owner, with the bare nouns before each."""
    found: set[str] = set()
    tokens = list(_KO_TOKEN.finditer(text))
    for place, token in enumerate(tokens):
        match = split(token.group())
        if (
            match is None
            or match["role"] not in {"이", "가", "은", "는", "의", "께서"}
            or match["noun"] in _KO_NOT_DOERS
        ):
            continue
        if not match["noun"][0].isdigit() and match["noun"] not in _KO_PRONOUNS:
            words = _korean_party(tokens, place, match["noun"]).words
            found |= {
                word for word in words if word == match["noun"] or (len(word) > 1 and word[-1] not in "인한된진던")
            }
    return found


def _korean_verb(tokens: list[re.Match[str]]) -> tuple[int, str] | None:
    place = len(tokens) - 1
    for index, token in enumerate(tokens):
        if index and _KO_REPORTED.search(token.group()) and token.group() not in _KO_TAIL:
            place = index
            break
    while place > 0 and tokens[place].group() in _KO_TAIL:
        place -= 1
    if place <= 0:
        return None
    word = tokens[place].group()
    if not ("가" <= word[0] <= "힣"):
        return None
    passive = re.search(r"되|돼|됐|된|될|됨|받[았는은을]|당했|당하", word[1:]) is not None
    stem = word[0] if word[1:2] in _KO_ENDINGS else word[:2]  # 꺾고 and 꺾었다 are one verb
    return place, stem + ("*" if passive else "")


# English

_EN_END = re.compile(
    r"[,;:]\s|[.!?](?=\s|$)|\n|\s[-–—]\s|\s(?:and|but|while|whereas|although|though|which|who|because|after|before|when|if|as|saying)\s"
)
_EN_TOKEN = re.compile(r"[A-Za-zÀ-ɏ][\wÀ-ɏ'’.&-]*|\d[\d,.]*")
_EN_AUX = frozenset(
    "is are was were be been being has have had will would can could may might must shall should do does did to n't not also".split()
)
_EN_BE = frozenset("is are was were be been being get got".split())
_EN_IRREGULAR = frozenset(
    "beat beats won win wins lost lose loses bought buy buys sold sell sells paid pay pays made make makes led lead leads "
    "gave give gives took take takes built build builds cut cuts rose rise rises fell fall falls grew grow grows got get "
    "gets held hold holds hit hits kept keep keeps left leave leaves met meet meets ran run runs run saw see sees sent "
    "send sends set sets shot shoot shoots spent spend spends stole steal struck strike strikes sued sue sues swore taught "
    "told tells thought threw throw throws wore wrote write writes broke break breaks brought bring brings caught catch "
    "catches chose choose chooses drew draw draws drove drive drives fought fight fights found find finds flew fly flies "
    "forgave froze hung heard hear hid hurt laid lent lend lends lost put puts quit quits read rode sang sank sat shut "
    "shuts spoke speak speaks stood stand stands stuck swam withdrew withdraw withdraws overtook overtake overtakes "
    "owes owns own buy acquire acquires fund funds back backs support supports reject rejects approve approves scores "
    "score sign signs kill kills join joins face faces seek seeks seeking offer offers hire hires sought plan plans want wants "
    "expects expect runs bid bids".split()
)
_EN_NOT_VERBS = frozenset(
    "based united alleged expected estimated proposed related combined limited reported red need speed feed".split()
)
_EN_NOT_PARTIES = frozenset(
    "a an the this that these those its his her their our my your it he she they we i you there who which but and so yet however meanwhile".split()
)


def _english(text: str) -> list[Clause]:
    found: list[Clause] = []
    last_doer: Party | None = None
    for start, end, opens in cut(text, _EN_END):
        if opens:
            last_doer = None
        tokens = list(_EN_TOKEN.finditer(text, start, end))
        verb = _english_verb(tokens)
        if verb is None:
            last_doer = _english_party(tokens) or last_doer  # in apposition: the founder, Lars Bjornstad, will leave
            continue
        first, place, passive = verb
        before = _english_party(tokens[:first])
        rest = [token.group().lower() for token in tokens[place + 1 :]]
        if passive:
            agent = _english_party_after(tokens, place + 1 + rest.index("by") + 1) if "by" in rest else None
            doer, other = agent, before
            inherited = False
        else:
            doer, other = before or last_doer, _english_party_after(tokens, place + 1)
            inherited = before is None
        stem = english_stem(base_form(tokens[place].group().lower()))
        found.append(Clause(start, end, stem, doer, other, inherited, tokens[place].start()))
        last_doer = (before or last_doer) if not passive else before
    return found


_EN_BASES = dict(
    pair.split("=")
    for pair in (
        "beaten=beat won=win lost=lose bought=buy sold=sell paid=pay made=make led=lead gave=give given=give took=take taken=take "
        "built=build rose=rise risen=rise fell=fall fallen=fall grew=grow grown=grow held=hold kept=keep left=leave met=meet "
        "ran=run saw=see seen=see sent=send shot=shoot spent=spend struck=strike told=tell threw=throw thrown=throw wrote=write "
        "written=write broke=break broken=break brought=bring caught=catch chose=choose chosen=choose drew=draw drawn=draw "
        "fought=fight found=find lent=lend withdrew=withdraw withdrawn=withdraw overtook=overtake sought=seek stole=steal stolen=steal"
    ).split()
)


def base_form(word: str) -> str:
    return _EN_BASES.get(word, word)


def _english_verb(tokens: list[re.Match[str]]) -> tuple[int, int, bool] | None:
    """Where the verb group begins, where its chief verb is, and whether it is passive."""
    if len(tokens) > 2 and tokens[1].group() == "by" and _is_participle(tokens[0].group()):
        return 0, 0, True
    for index, token in enumerate(tokens):
        word = token.group().lower()
        if word in _EN_AUX and word not in {"to", "not", "also"}:
            group = index
            place = index + 1
            while place < len(tokens) and (
                tokens[place].group().lower() in _EN_AUX or tokens[place].group().lower().endswith("ly")
            ):
                place += 1
            if place >= len(tokens):
                return None
            chief = tokens[place].group().lower()
            passive = tokens[place - 1].group().lower() in _EN_BE and _is_participle(chief)
            return group, place, passive
        if index and is_verb(word) and not token.group()[0].isupper():
            place = index
            following = [later.group().lower() for later in tokens[index + 1 : index + 3]]
            if following[:1] == ["to"] and len(following) > 1 and word in _EN_CATENATIVE:
                place = index + 2  # agreed to buy
            return index, place, False
    return None


_EN_CATENATIVE = frozenset(
    "agreed agrees agree plans planned plan wants want wanted expects expected seeks sought refused refuses failed fails "
    "promised promises decided hopes hoped managed tried tries vowed threatened offered offers intends".split()
)


def is_verb(word: str) -> bool:
    return word in _EN_IRREGULAR or (len(word) > 4 and word.endswith("ed") and word not in _EN_NOT_VERBS)


def _is_participle(word: str) -> bool:
    return word.endswith(("ed", "en")) or word in _EN_BASES or word in _EN_IRREGULAR


def _english_party(tokens: list[re.Match[str]]) -> Party | None:
    """The name that stands last before the verb, or else the last noun."""
    run: list[re.Match[str]] = []
    for token in reversed(tokens[-6:]):
        word = token.group()
        capital = word[0].isupper() and word.lower() not in _EN_NOT_PARTIES
        if run and not capital:
            break
        if capital and (token.start() > 0 or _looks_named(word) or run):
            run.insert(0, token)
    near = run and len(tokens) - 1 - tokens.index(run[-1]) <= 1 and not run[-1].group().endswith(("'s", "’s"))
    if not near:
        run = [token for token in tokens[-2:] if token.group().lower() not in _EN_NOT_PARTIES]
        run = [token for token in run if token.group()[0].islower()]
    return _party_of(run)


def _english_party_after(tokens: list[re.Match[str]], place: int) -> Party | None:
    run: list[re.Match[str]] = []
    for token in tokens[place : place + 8]:
        if token.group()[0].isupper():
            run.append(token)
        elif run:
            break
    return _party_of(run)


def _party_of(run: list[re.Match[str]]) -> Party | None:
    words = {re.sub(r"['’]s?$", "", token.group()).lower().rstrip(".") for token in run}
    named = bool(run) and run[0].group()[0].isupper() and run[0].start() > 0
    named = named or (bool(run) and run[0].group()[0].isupper() and (len(run) > 1 or _looks_named(run[0].group())))
    return Party(frozenset(words), run[0].start(), run[-1].end(), named) if words else None


def _looks_named(word: str) -> bool:
    """A sentence's first word has a capital anyway."""
    return word.lower() not in COMMON_STARTS and not word.lower().endswith(COMMON_ENDINGS)


def pieces(text: str, language: str) -> list[tuple[int, int, bool]]:
    """Where clauses begin and end, the ones without a verb too; and whether a sentence opens there."""
    return cut(text, {"ko": _KO_END, "ja": JA_END}.get(language, _EN_END))
