# ruff: noqa: E501, SIM905 -- lists of words read best as lines of words; a Korean letter counts as two
"""What of a sentence may be left out so that the rest still says what the whole says.

Whole clauses before and after, as long as nothing governs them from there (who says so, if, not); within, words that
only add. What is not known to be harmless is taken for harmful.
"""

from __future__ import annotations

import re

from newsforge.engine.receipts.asides_ko import adds_only, names_kind
from newsforge.engine.receipts.tokens import Token, split_particle

_EN_JOINS = frozenset("and but while whereas although though as because after when where with".split())
#: After these words a statement may end: what follows adds a place, a time, a reason.
_EN_AFTER = _EN_JOINS | frozenset(
    "in on at for from to by into onto over under during since through across against among per before which who whose including near amid ahead despite".split()
)
#: hailed as a hero, such as: no clause; and the fewest words that make one before it.
_EN_AS_WHAT = frozenset(
    "such same well far soon long much many known described seen named hailed regarded acts acted serves served works worked".split()
)
_EN_CLAUSE = 3
_EN_LEADING = frozenset("on in at and but so then meanwhile however still".split())
_EN_GOVERNS = re.compile(
    r"^(?:not|no|never|none|nobody|nothing|neither|nor|without|n't|cannot|\w+n't|hardly|barely|scarcely|unless|if|whether|until|except|"
    r"may|might|could|would|should|must|can|will|likely|unlikely|possibl[ey]|perhaps|reportedly|alleged\w*|apparent\w*|"
    r"expect\w*|plan\w*|hop(?:e|es|ed|ing)|want\w*|aim\w*|seek\w*|sought|due|propos\w+|consider\w*|threat\w*|promis\w*|vow\w*|pledg\w*|"
    r"fail\w*|refus\w*|den(?:y|ies|ied|ying)|reject\w*|drop(?:ped)?|cancel\w*|said|says?|saying|tells?|told|claim\w*|accus\w*|argu\w*|"
    r"according|warn\w*|fear\w*|believ\w*|think\w*|thought|suggest\w*|insist\w*|report\w*|estimat\w*|forecast\w*|predict\w*|"
    r"that|than|only|almost|nearly|half|twice|former|ex|instead|rather|unlike|despite|because|so|too|false\w*|fake|"
    r"least|most|more|fewer|less|up|down|rumou?r\w*|doubt\w*|attempt\w*|tr(?:y|ies|ied)|excluding?|excluded|other|another|rival|"
    r"current\w*|formerly|previously|once|yet|still|already|initially|originally|temporar\w*|part(?:ly|ially)|mostly|mainly|"
    r"call\w*|urg\w*|demand\w*|ask\w*|order\w*|suspect\w*|investigat\w*|stop\w*|prevent\w*|avoid\w*|ban(?:s|ned)?)$"
)
#: What governs a statement from behind it.
_EN_GOVERNS_BACK = re.compile(
    r"^(?:if|unless|whether|except|until|than|said|says?|saying|told|according|claim\w*|alleg\w*|reportedly|argu\w*|warn\w*|"
    r"insist\w*|suggest\w*|den(?:y|ies|ied|ying)|not|never|no|none|cannot|\w*n't|instead|rather|false\w*|likely|perhaps|would|could|may|might)$"
)
#: Words that deny or allow what they stand beside.
_EN_INNER = re.compile(r"^(?:whether|not|never|no|none|cannot|\w*n't|would|could|may|might|likely|perhaps)$")
_EN_SAYS = re.compile(r"^(?:said|says?|saying|told|according|claim\w*|argu\w*|warn\w*|insist\w*|suggest\w*)$")
#: Who says it all stands among so many words at the end.
_LAST_WORDS = 8
#: Buildings and the like, that have a name before them.
EN_PLACES = frozenset(
    """library school hospital bridge museum park airport station plant factory road stadium church theatre theater mine
    dam port prison college university branch hotel market tower ferry terminal pool centre center campus mill
    farm""".split()
)
#: What is made once and then described: it is the same without what it does.
_EN_MADE = frozenset(("ruling", "law", "bill", "order", "rule", "policy", "deal", "plan", "verdict", "ban"))
_EN_NOT = re.compile(r"^(?:not|never|no|none|cannot|\w*n't)$")
_EN_STOPS_A_GAP = frozenset(
    "and or but who which whom whose that while as because when where after before if than nor".split()
)
#: A figure that only describes the noun behind it: a 48-hour strike is a strike.
_EN_MEASURE = re.compile(r"[\d.,]+-[a-z]+(?:-(?:long|old|wide|high))?")
#: build $1.9 billion battery plant: what it costs, before what it is.
_EN_SUM = re.compile(r"[$€£¥₩]\s?[\d.,]+(?: ?(?:million|billion|trillion|mn|bn|m|b|k))?")
_EN_NO_NOUN = frozenset(
    "each every worth or than more less a an the it its their his her is was are were has had".split()
)
#: What a headline's further part may take back of its first.
_KO_TAKES_BACK = re.compile(
    r"아니|아냐|아닌|않|없|못|부인|반박|철회|취소|무산|번복|거짓|사실무근|오보|정정|유보|보류|연기|논란|의혹|주장|예고|검토|추진"
)
#: How something was done, between a headline's subject with its comma and what it did: “A, 9회말 끝내기로 역전승”.
_KO_BY = re.compile(r"[가-힣](?:으로|로)$")
_KO_BY_IN_PART = re.compile(
    r"꼴로|비율|비중|수준|정도|조건부|한시|임시|일부|잠정|사실상|반대|거꾸로|가짜|허위|대신|별개"
)
_KO_GOVERNS = re.compile(
    r"^(?:안|못|아니\w*|아닌\w*|않\w*|없\w*|전|전임|옛|만약|만일|가령|혹시|아직|거의|겨우|불과|최대|최소|적어도|많아야|예상|추정|이른바|가짜)$|"
    r"않|못[했한하]|없[다이는었을고]|(?:면|려면|다면|라면|지만|는데|[다라자냐]고|[다라]며|[다라]면서|도록|려고|든|거나|때문에|따르면|대신|아니라|보다|외에|제외한|제외하고)$"
)
_KO_REPORTS = re.compile(
    r"(?:다고|라고|자고|냐고|다며|라며|다면서|라면서|[다라]는|하자는|겠다|것으로|것이라|것을|예정(?!대로)|계획|방침|전망|가능성|우려|여부|[을를] 수|않|못[했한]|없|기로)"
)
#: 전체회의를 열고 개정안을 의결했다: the occasion, which what was done there does not hang on.
_KO_OCCASION = re.compile(r"(?:회의|회견|총회|브리핑|간담회)[를을]$")
#: 매출은 1조원으로 지난해 같은 기간보다 8% 줄었다 without what it came to, and measured against when.
_KO_AMOUNTING = frozenset({"으로", "로", "까지"})
_KO_THAN_THEN = re.compile(r"^(?:같은|동기|대비|(?:기간|동기|이맘때|전)(?:보다|에 비해)?)$")
_KO_HELD = frozenset({"열고", "열어"})
_KO_JOINS = re.compile(r"(?:[가-힣](?:고|며|으나|지만|는데))$")
_KO_SUBJECT = frozenset({"이", "가", "은", "는", "께서"})
_KO_LEADING = re.compile(
    r"^(?:께|쯤|이날|또|또한|우선|먼저|이후|특히|다만|한편|이어|그러나|하지만|반면|이에|앞서|당시|현재|이번|올해|지난해|최근|그리고|이와|함께)$"
)
_JA_GOVERNS = re.compile(
    r"ない|なかった|ません|ず|ぬ|と|ば|たら|なら|よる|予定|見通|方針|可能|計画|が$|は$|も$|疑|恐|非|未|前|元|約|最"
)
_JA_GOVERNS_BACK = re.compile(
    r"ない|なかった|ません|と (?:述|話|発表|語|説明|主張|見|い|し)|よる|予定|見通|方針|可能|計画|見込|恐|疑|(?:ば|たら|なら) "
)
_LONGEST_ASIDE = 12
_SENTENCE_ENDS, _QUOTES = frozenset(".!?。！？"), frozenset("\"'”’」』")
#: What stands before one of these is a dateline, a kicker or another sentence, and what is in quotes begins there.
_OPENERS = frozenset("-·:|=/)]】.!?\"'「『")


def may_begin(theirs: list[Token], first: int, script: str) -> bool:
    """Whether what stands before the first traced token may go."""
    while first and theirs[first - 1].is_empty:
        first -= 1
    left = [token for token in theirs[:first] if not token.is_empty]
    if not left:
        return True
    opening = theirs[first].marks if theirs[first].marks or first + 1 >= len(theirs) else ""
    if set(opening) & _SENTENCE_ENDS:
        return True  # another sentence
    closes = set(opening) | set(left[-1].text[-1:])  # without a bus': the quote's end, taken for a genitive
    if ":" in opening and closes & _QUOTES and set(left[0].marks) & _QUOTES:
        return True  # 'We will not leave': | valley fights for its bus. What was said governs nothing behind it.
    if set(opening) & _OPENERS:
        return not any(_governs(token, script) for token in left)
    if script == "latin":
        joined = theirs[first - 1].text in {"and", "but", "while"} or bool(set(opening) & set(",;"))
        harmless = all(token.kind == "date" or token.text in _EN_LEADING for token in left)
        if theirs[first - 1].text == "after" and not any(token.text == "to" for token in left):
            joined = True  # what set it off has happened, unless it is to happen
        if theirs[first - 1].text == "as" and len(left) > _EN_CLAUSE and left[-2].text not in _EN_AS_WHAT:
            joined = True  # scored twice as | Westmere beat Kingsport
        return harmless or (joined and not any(governs_english(token) for token in left))
    if script == "ko":
        if all(token.kind == "date" or _KO_LEADING.match(token.text) for token in left):
            return True
        if not opening and theirs[first + 1 : first + 2] and theirs[first + 1].marks.startswith(","):
            return names_kind(left, theirs[first])
        joined = bool(_KO_JOINS.search(left[-1].text)) or bool(set(opening) & set(",."))
        return joined and not _KO_REPORTS.search(" ".join(token.text for token in left) + " ")
    if all(token.kind == "date" for token in left):
        return True
    return "、" in opening and not any(_JA_GOVERNS.search(token.text) for token in left if token.text not in "はがも")


def may_end(theirs: list[Token], last: int, script: str) -> bool:
    """Whether what stands behind the last traced token may go."""
    right = theirs[last + 1 :]
    if not right:
        return True
    marks = right[0].marks
    if script == "latin":
        if right[0].text == "that" and not marks and theirs[last].text in _EN_MADE:
            return True  # ruling that forced the hospital to pay: what kind of ruling
        bound = bool(set(marks) & set(",;:()-.!?|/\"'")) or right[0].text in _EN_AFTER or right[0].kind == "date"
        return bound and not _is_governed_from_behind(right)
    text = " ".join(token.text for token in right) + " "
    if script == "ko":
        if [token.text for token in right] == ["나왔다"]:
            return True  # 법원 판단 for 법원 판단이 나왔다
        ends = (
            bool(_KO_JOINS.search(theirs[last].text))
            or bool(set(marks) & set(".!?;|/-·\"'"))
            or right[0].kind != "word"
            or (marks == "," and not split_particle(theirs[last].text)[1] and not _KO_TAKES_BACK.search(text))
        )
        return ends and not _KO_REPORTS.search(text) and not _KO_REPORTS.search(theirs[last].text)
    if [token.text for token in right] == ["した"] and re.search(r"[一-龥]$", theirs[last].text):
        return True  # 発表 for 発表した
    return bool(set(marks) & set("、。!?.|/-\"'「」『』")) and not _JA_GOVERNS_BACK.search(text)


def _is_governed_from_behind(right: list[Token]) -> bool:
    """Whether anything behind says who says so, on what condition, or that it is not so. What is joined on by “and” may
    deny and allow things of its own."""
    marks = set(right[0].marks)
    if "," in marks and right[0].text == "saying":
        return False  # dissented, saying ...: the words of one's own
    joint = next(
        (at for at, one in enumerate(right) if one.text == "and" and (at == 0 or "," in one.marks)), len(right)
    )
    inside = joint < len(right) and "," in right[joint].marks
    for place, token in enumerate(right):
        inside = inside or (place > joint and token.text == "that")
        if not _EN_GOVERNS_BACK.match(token.text):
            continue
        if place and place + 1 == len(right) and token.text == "claims" and "," not in token.marks + right[-2].marks:
            continue  # in overtime claims
        if (marks & set("-.!?;|") and _EN_NOT.match(token.text)) or ("," in marks and token.text == "than"):
            continue
        if place == joint + 1 and _EN_SAYS.match(token.text):  # called its offer fair and said it would wait
            return any(_EN_SAYS.match(later.text) for later in right[place + 1 :][-_LAST_WORDS:])
        if place > joint and _EN_INNER.match(token.text) and (inside or place == joint + 1):
            continue
        return True
    return False


def may_skip(theirs: list[Token], before: int, after: int, script: str) -> bool:
    """Whether the tokens between two traced ones may go."""
    gap = [token for token in theirs[before + 1 : after] if not token.is_empty]
    if not gap:
        return "and" not in {token.text for token in theirs[before + 1 : after]}
    marks = [mark for token in theirs[before + 1 : after + 1] for mark in token.marks]
    if script == "latin":
        return _may_skip_english(gap, marks, theirs[before + 1].marks, theirs[after])
    if script == "ko" and adds_only(theirs, before, after):
        return True
    if script == "ko" and _is_item_of_clause(gap, marks):
        return True
    if script == "ko" and marks == [","] and theirs[before + 1].marks == ",":
        return _tells_how(gap)
    if script == "ja" and set(marks) <= {"、"}:
        return all(token.kind == "date" for token in gap)
    if marks and not (script == "ko" and _is_in_brackets(theirs, before, after)):
        return False
    if script == "ko":
        if _tells_by_what(gap):
            return True
        left = _without_ends(_without_occasion(gap), theirs[after])
        return not any(_holds_ko(token) for token in left)
    return all(token.kind == "date" for token in gap)


def _is_item_of_clause(gap: list[Token], marks: list[str]) -> bool:
    """…주택 120채 침수·1명 실종: of what stands side by side in a headline's further clause, an earlier one."""
    return marks == [".", ".", ".", "·"] and not any(
        _KO_TAKES_BACK.search(token.text) or _KO_GOVERNS.search(token.text) or split_particle(token.text)[1]
        for token in gap
    )


def _is_in_brackets(theirs: list[Token], before: int, after: int) -> bool:
    """Every mark of the gap is of a bracket that opens and closes in it: 인공지능(AI) 서버용."""
    inner = [mark for token in theirs[before + 2 : after] for mark in token.marks]
    return not theirs[before + 1].marks and not theirs[after].marks and inner == ["(", ")"] * (len(inner) // 2)


def _without_occasion(gap: list[Token]) -> list[Token]:
    held = {at for at in range(1, len(gap)) if gap[at].text in _KO_HELD and _KO_OCCASION.search(gap[at - 1].text)}
    return [token for at, token in enumerate(gap) if at not in held]


def _without_ends(gap: list[Token], behind: Token) -> list[Token]:
    """연 2.50%에서 연 2.25%로 0.25%포인트 내렸다: by how much stays said."""
    figures = [token for token in gap if token.kind == "figure"]
    is_pair = [token.tail for token in figures] in (["에서", "로"], ["에서", "으로"]) and behind.kind == "figure"
    return [token for token in gap if token.kind != "figure"] if is_pair and gap[-1] is figures[-1] else gap


def _tells_by_what(gap: list[Token]) -> bool:
    """9회말 터진 끝내기 안타로 이겼다: what counts there counts what it was done by."""
    counts = any(token.kind == "figure" for token in gap[:-1])
    return counts and gap[-1].kind == "word" and not any(token.tail for token in gap) and _tells_how(gap)


def _tells_how(gap: list[Token]) -> bool:
    *by, last = gap
    return (
        bool(_KO_BY.search(last.text))
        and not any(_KO_BY_IN_PART.search(token.text) for token in gap)
        and not any(token.kind == "word" and _holds_ko(token) for token in by)
        and not _KO_GOVERNS.search(last.text)
    )


def _may_skip_english(gap: list[Token], marks: list[str], opening: str, behind: Token) -> bool:
    if any(governs_english(token) for token in gap):
        return False
    if len(gap) == 1 and not marks and _EN_SUM.fullmatch(gap[0].text) and behind.kind == "word":
        return not behind.capital and behind.text not in _EN_AFTER | _EN_NO_NOUN
    if not marks and behind.text in EN_PLACES and not behind.capital and all(token.capital for token in gap):
        return True  # Elm Street library
    if opening == "," and behind.marks == "," and marks == [",", ","]:
        return len(gap) <= _LONGEST_ASIDE and gap[0].text not in {"and", "or", "but"}
    return not marks and not any(
        (token.kind == "figure" and not _EN_MEASURE.fullmatch(token.text))
        or (token.capital and token.kind != "date")
        or token.text in _EN_STOPS_A_GAP
        for token in gap
    )


def governs_korean(token: Token) -> bool:
    """Whether a statement may hang on the word: not, if, unless, though."""
    return token.kind == "word" and _KO_GOVERNS.search(token.text) is not None


def _governs(token: Token, script: str) -> bool:
    if script == "latin":
        return governs_english(token)
    return script == "ko" and _KO_REPORTS.search(f"{token.text} ") is not None


def governs_english(token: Token) -> bool:
    return token.kind == "word" and _EN_GOVERNS.match(token.text) is not None


def _holds_ko(token: Token) -> bool:
    if token.kind == "figure":
        return token.tail not in _KO_AMOUNTING
    if token.kind == "date":
        return token.tail in _KO_SUBJECT
    if _KO_THAN_THEN.match(token.text):
        return False
    if _KO_GOVERNS.search(token.text) or _KO_JOINS.search(token.text):
        return True
    return split_particle(token.text)[1] in _KO_SUBJECT
