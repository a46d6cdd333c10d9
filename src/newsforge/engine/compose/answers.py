"""What the accused say to it: the lines that deny, contest or explain, with the lines that they lean on.

An accusation without its answer is half of the story, however true each sentence is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from newsforge.engine.compose.accusations import Accusation, accuses
from newsforge.engine.compose.dependence import outside_quotes, standing
from newsforge.engine.compose.model import Line
from newsforge.engine.compose.phrases import ROLES

#: Denials that are unmistakable, whoever passes them on.
_DENIES = {
    "ko": re.compile(
        r"혐의를? ?(?:\S{1,8} )?(?:부인|인정하지 않)|혐의(?:는|에 대해(?:서는)?) ?(?:\S{1,6} )?부인|"
        r"의혹을 (?:\S{1,8} )?(?:부인|일축|반박)|"
        r"사실무근|무죄를? (?:\S{1,6} )?주장|무죄라고 주장|결백|무고(?:하다|함)|누명|범행을 (?:\S{1,6} )?부인"
    ),
    "en": re.compile(
        r"\bden(?:y|ies|ied|ying)(?: \w+ly)? (?:any|all|both|having|being|wrongdoing|involvement|"
        r"(?:the|those|these|that) (?:\w+ ){0,2}?"
        r"(?:claims?|allegations?|accusations?|charges?|offen[cs]es?|suit|lawsuit|report)|committing|\w+ing\b)|"
        r"\b(?:strenuously|strongly|flatly|categorically|vehemently|has|have) den(?:y|ies|ied)\b|"
        r"\b(?:pleads?|pleaded|pled|pleading|plea of) not guilty|"
        r"\b(?:reject|contest|disput|dismiss|refut)(?:s|ed|es|ing)?"
        r" (?:the|all|any|those|these|both|his|her|its) (?:\w+ ){0,2}?"
        r"(?:claims?|allegations?|accusations?|charges?|suit|lawsuit|complaint|findings?)|"
        r"\b(?:allegations?|accusations?|charges?|claims?|lawsuit|suit|complaint)[^.“”\"]{0,20}"
        r"(?:is|are|was|were|has|have|as) [“\"]?(?:\w+ )?(?:and )?"
        r"(?:false|baseless|untrue|unfounded|malicious|meritless|without merit|wrong|groundless)|"
        r"\b(?:did nothing wrong|done nothing wrong|no wrongdoing|false and malicious|without merit|"
        r"maintain(?:s|ed) (?:his|her|its|their) innocence|clear(?:ing)? (?:his|her|its|their) name|is innocent)\b",
        re.IGNORECASE,
    ),
    "ja": re.compile(
        r"(?:容疑|疑惑|起訴内容|罪|事実|関与|疑い)を?(?:[^、。]{0,8})(?:否認|否定)|否認して|"
        r"無罪を(?:主張|訴え)|事実無根|潔白|身に覚えが?ない"
    ),
}
#: What is an answer only in the mouth of who is accused, or of who speaks for them.
_ANSWERS = {
    "ko": re.compile(
        r"부인(?:했|하고|하며|하면서|해 ?왔)|사실이 아니|사실과 다르|반박(?:했|하)|해명(?:했|하)|일축|몰랐|억울|"
        r"(?:고|라고) (?:\S{1,6} )?주장(?:했|하|한다)|법적 대응|근거 없|허위|소명|무관하|다투겠|항소하겠"
    ),
    "en": re.compile(
        r"\b(?:den(?:y|ies|ied)|contests?|contested|disputes?|disputed|rejects?|rejected|insists?|insisted|maintains?|"
        r"not true|untrue|false|malicious|baseless|acted (?:properly|lawfully|in good faith)|"
        r"followed (?:the|all)|complied|"
        r"(?:will|would|intends? to|plans? to|vowed to) (?:fight|contest|defend|appeal|challenge))\b",
        re.IGNORECASE,
    ),
    "ja": re.compile(
        r"否認|否定|反論|争う|事実(?:で|では|と)(?:は)?(?:ない|異なる)|知らな(?:い|かった)|やっていな|主張(?:した|し)|釈明"
    ),
}
#: Who speaks for the accused.
_DEFENCE = {
    "ko": re.compile(
        r"변호인|변호사|법률대리인|(?:[가-힣A-Z]\s?씨|소속사|업체|회사|본인|의원|대표)[가-힣]* 측|측은|측이"
    ),
    "en": re.compile(
        r"\b(?:(?:his|her|their|its|[A-Z]\w+[’']s) (?:\w+ )?(?:lawyers?|solicitors?|attorneys?|barrister|counsel|"
        r"spokes\w+)|(?:lawyers?|solicitors?|attorneys?|counsel|spokes\w+) for|through (?:a|his|her|their) "
        r"(?:lawyer|solicitor|attorney)|"
        r"(?:for|in) (?:the|his|her|their) defen[cs]e\b|defen[cs]e (?:lawyers?|attorneys?|team|counsel)|"
        r"the (?:company|defendants?))\b",
        re.IGNORECASE,
    ),
    "ja": re.compile(r"弁護(?:士|人|側)|容疑者|被告|(?:氏|本人|同社|会社|側)は|代理人"),
}
#: Who pleads for the accused in court: whatever they say there is the other half of the case.
_PLEADS = {
    "ko": re.compile(r"(?:변호인|변호사|변호인단)(?:은|는|이|도) .*(?:말했|주장|반박|변론|진술)"),
    "en": re.compile(
        r"^[A-Z][\w’'. -]{3,40}, (?:KC, )?(?:defending|for the defen[cs]e|representing (?:him|her|them|[A-Z]\w+)),.*\b"
        r"(?:said|told|argued|insisted)\b|\b(?:said|told the (?:jury|court)|argued) [A-Z][\w’'. -]{3,40}, defending\b"
    ),
    "ja": re.compile(r"弁護(?:側|人|士)は[^。]*(?:主張|述べ|訴え|反論|争う)"),
}
#: Who accuses, judges or looks into it.
_ACCUSER = {
    "ko": re.compile(
        r"^[“\"]?[^“\"]{0,24}?(?:검찰|검사|경찰|고소인|고발인|피해자|원고|유족|재판부|법원|특검|금감원|공정위)"
        r"(?: 측| 관계자)?(?:은|는|이|가)(?: |$)"
    ),
    "en": re.compile(
        r"^(?:The )?(?:prosecut\w+|police|plaintiffs?|complainants?|detectives?|investigators?|victims?|judge|court)\b",
        re.IGNORECASE,
    ),
    "ja": re.compile(r"^(?:検察|警察|県警|地検|原告|被害者|遺族|裁判(?:長|所)|地裁|高裁)[^、。]{0,6}[はが]"),
}
_HE = {
    "ko": re.compile(r"^(?:그|그녀|이들|그들)(?:는|은|가) "),
    "en": re.compile(r"^(?:He|She|They|It|His|Her|Their|Its)\b"),
    "ja": re.compile(r"^(?:彼|同容疑者|同被告|同社)"),
}
#: What the court that clears somebody gives as its reason.
_REASON = {
    "ko": re.compile(
        r"^(?:다만 |또 )?(?:재판부|법원|[가-힣]{2,6}법원?|대법원)[가-힣]*(?:은|는) .*(?:어렵|않|없|부족|증명|보기)"
    ),
    "en": re.compile(
        r"\b(?:judge|jury|jurors?|court|panel|justice)\b.*\b(?:not|no|never|insufficient|failed|doubt|without)\b",
        re.IGNORECASE,
    ),
    "ja": re.compile(r"(?:裁判長|裁判官|地裁|高裁|判決)[^。]*(?:ない|なかった|できず|疑いが残|不十分|認められ)"),
}
#: Lines that an answer may need before it, and answers that a post owes.
_CHAIN, _MOST = 2, 2
#: Of a long answer a short post has no room.
_LONG = {"ko": 110, "ja": 100, "en": 240}


def find_answers(
    lines: Sequence[Line], lead: Line | None, accusation: Accusation | None, headline: str, language: str
) -> tuple[tuple[Line, ...], ...]:
    """What has to be told with the accusation, best first: each answer after the lines that it leans on."""
    if lead is None or accusation is None or accusation.stage == "convicted":
        return ()
    graded = [(_grade(line, accusation, language), line) for line in lines if line.index > lead.index]
    best = sorted((item for item in graded if item[0] > 0), key=lambda item: (-item[0], item[1].index))
    if accusation.stage == "cleared" and (reason := _find_reason(lines, lead, language)) is not None:
        best = [(0.0, reason), *(item for item in best if item[1].index != reason.index)]
    by_index = {line.index: line for line in lines}
    units: list[tuple[Line, ...]] = []
    for _, line in ((grade, _after_charge(line, language)) for grade, line in best):
        unit = _with_known(_with_chain(line, lead, by_index), lines, f"{headline}\n{lead.text}")
        if unit and all(line.index not in {other.index for other in earlier} for earlier in units):
            units.append(unit)
    return tuple(units[:_MOST])


def with_charges(lines: Sequence[Line], language: str) -> tuple[tuple[Line, Line], ...]:
    """In a story that is not about it, each charge with what is said to it in the next sentence: that comes only
    behind the charge, which is half of the matter."""
    denies, answers = _DENIES.get(language), _ANSWERS.get(language)
    if denies is None or answers is None:
        return ()
    found = []
    for charge, line in pairwise(lines):
        text = line.sentence.text
        replies = denies.search(text) or (answers.search(text) and not _ACCUSER[language].match(text))
        if line.index == charge.index + 1 and replies and accuses(charge.sentence.text, language):
            found.append((replace(charge, is_qualified=True), replace(line, alone=None, full=None, needs="previous")))
    return tuple(found)


def _grade(line: Line, accusation: Accusation, language: str) -> float:
    text, denies, answers = line.sentence.text, _DENIES.get(language), _ANSWERS.get(language)
    if denies is None or answers is None:
        return 0
    if _OF_OTHERS.search(text):
        return 0
    bare = outside_quotes(text)
    if denies.search(text) and not (_ACCUSER[language].match(text) and not denies.search(bare)):
        grade = 3.0 if _is_theirs(line, accusation, language) or language != "en" else 0.0
    elif answers.search(text) and not _ACCUSER[language].match(text) and _is_theirs(line, accusation, language):
        grade = 2.0
    elif _PLEADS[language].search(text):
        grade = 1.5
    else:
        return 0
    # Told by themselves rather than after a second charge.
    grade += 0.5 * (line.alone is not None) - 0.4 * accuses(bare, language) * (not denies.search(bare))
    return grade - 0.6 * (len(text) > _LONG.get(language, 240))


#: Denied bail, denied entry.
_OF_OTHERS = re.compile(
    r"\bden(?:y|ies|ied) (?:(?:him|her|them) )?(?:bail|entry|access|(?:the|a|his|her|its|their) (?:\w+ )?"
    r"(?:request|motion|application|appeal|petition|bid|injunction))\b",
    re.IGNORECASE,
)


def _is_theirs(line: Line, accusation: Accusation, language: str) -> bool:
    text = line.sentence.text
    bare = outside_quotes(text)
    if accusation.names(bare) or _HE[language].match(text) or _DEFENCE[language].search(bare):
        return True
    if not _ACCUSER[language].match(text) and _is_of_news(bare, accusation.told, language):
        return True
    if language != "ko":
        return False
    families = "".join(sorted({name[0] for name in accusation.accused}))
    return re.search(rf"(?<![가-힣])[{families}A-Z] ?(?:씨|전 |(?:{ROLES}))", bare) is not None


_SUBJECT = {
    "ko": re.compile(r"(?P<who>[가-힣A-Za-z]{3,}?)(?:은|는|이|가|도|측은) "),
    "en": re.compile(
        r"\b(?P<who>[A-Za-z]{5,})(?=[^“”\"]*\b(?:said|says|told|den|rej|disp|cont|insist|maintain|called))"
    ),
    "ja": re.compile(r"(?P<who>[一-龥ァ-ヶー]{2,})(?:側)?は"),
}
_NO_SUBJECT = frozenset(
    [
        "lawyer",
        "lawyers",
        "attorney",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "police",
        "prosecutors",
        "prosecutor",
        "court",
        "judge",
        "claims",
        "allegations",
        "charges",
        "accusations",
        "charged",
        "accused",
        "lawsuit",
        "report",
        "which",
        "there",
        "their",
        "would",
        "about",
        "after",
    ]
)


def _is_of_news(bare: str, told: str, language: str) -> bool:
    """Whether title or lead has who says it: the clinic, 한빛시장."""
    found = (match["who"] for match in _SUBJECT[language].finditer(bare))
    if language != "en":
        return any(who in told for who in found)
    words = frozenset(re.findall(r"[a-z]{5,}", told.lower())) - _NO_SUBJECT
    return any(who.lower() in words for who in found)


def _find_reason(lines: Sequence[Line], lead: Line, language: str) -> Line | None:
    pattern = _REASON[language]
    return next(
        (line for line in lines if line.index > lead.index and pattern.search(line.sentence.text)),
        None,
    )


#: Behind the charge a reader knows which.
_THE_CHARGE = re.compile(
    r"\b(denied|rejected|dismissed|disputed) (?:the|those|these|that) "
    r"(claims?|accusations?|allegations?|charges?)\b"
)


def _after_charge(line: Line, language: str) -> Line:
    """Hutchins rejected the allegations: it leans on nothing but what the lead tells."""
    if language != "en" or line.alone is not None:
        return line
    stands = standing(_THE_CHARGE.sub(r"\1 all \2", line.text), language)
    return line if stands.alone is None else replace(line, alone=line.text, needs="subject")


def _with_chain(line: Line, lead: Line, by_index: dict[int, Line]) -> tuple[Line, ...]:
    """The line behind those that it leans on, up to one that stands alone or to the lead; empty if that is too far."""
    unit = [line]
    while unit[0].alone is None:
        before = by_index.get(unit[0].index - 1)
        if before is None or len(unit) > _CHAIN:
            return ()
        if before.index == lead.index:
            break
        unit.insert(0, before)
    return tuple(unit)


def _with_known(unit: tuple[Line, ...], lines: Sequence[Line], told: str) -> tuple[Line, ...]:
    """A씨는: the unit behind the line that says who that is, where title and lead do not."""
    unknown = [forms for line in unit[:1] for forms in line.names if not any(form in told for form in forms)]
    if unknown and unit[0].full is None:
        able = (line for line in lines if line.index < unit[0].index and line.alone and line.text not in told)
        first = next((one for one in able if all(_has(one, forms) for forms in unknown)), None)
        unit = (first, *unit) if first is not None else unit
    return tuple(replace(one, is_owed=True) for one in unit)


def _has(line: Line, forms: tuple[str, ...]) -> bool:
    return any(form in line.text for form in forms)
