# ruff: noqa: E501 -- lists of words read best as lines of words; a Korean letter counts as two
"""Where a person belongs: the institution and the side that the article gives to the name, against the post's."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.model import Problem

_TITLES = r"(?:교수|연구위원|연구원|책임연구원|대표|변호사|소장|원장|센터장|박사|전문의|위원|본부장|팀장|대변인|애널리스트|이코노미스트|사장|회장|감독|코치|선수|과장|선거대책본부장|위원장|후보)"
_KO_INSTITUTION = r"[가-힣A-Za-z]*(?:대|의대|대학교|대학|대병원|병원|연구소|연구원|증권|은행|전자|협회|학회|재단|공사|공단|그룹|센터|경제연구소)"
#: (name, institution) in both orders of Korean.
_KO_BELONGS = (
    re.compile(rf"(?<![가-힣])(?P<name>[가-힣]{{2,4}}) (?P<body>{_KO_INSTITUTION}) (?:[가-힣]+ )?{_TITLES}"),
    re.compile(rf"(?<![가-힣])(?P<body>{_KO_INSTITUTION}) (?P<name>[가-힣]{{2,4}}) {_TITLES}"),
)
_EN_NAME = r"(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’.-]+){1,2})"
_EN_INSTITUTION = r"(?:University|Institute|College|Hospital|School|Bank|Foundation|Cent(?:er|re)|Association|Council|Society|Observatory|Laboratory|Academy|Group|Trust|Clinic|Securities|Research)"
_EN_BELONGS = (
    re.compile(
        rf"{_EN_NAME}(?:, (?:an? |the )?(?:[a-z-]+ ){{1,4}})? ?(?:of|at|from|with) (?:the )?(?P<body>(?:[A-Z][\w&'’-]+ (?:of |for |and )?)*{_EN_INSTITUTION}\b(?: of (?:the )?[A-Z][\w'’-]+)?)"
    ),
)
_JA_BELONGS = (
    re.compile(
        r"(?P<body>[一-鿿ァ-ヺー]{1,10}(?:大学|大|研究所|病院|銀行|証券|協会|総研|総合研究所))の(?P<name>[一-鿿]{2,6}?)(?:教授|氏|准教授|研究員|所長|院長|医師)"
    ),
)
_BELONGS = {"ko": _KO_BELONGS, "latin": _EN_BELONGS, "ja": _JA_BELONGS}
#: Whom somebody speaks for.
_SIDES = {
    "ko": re.compile(
        rf"(?P<side>(?!측)[가-힣]{{1,8}}(?: 후보| 시장| 대표| 의원| 회장)?) ?(?:측(?:을)?(?: ?(?:대리|변호|대변|법률 ?대리)(?:한|하는|인인?|을 맡은))?|[을를] (?:대리|변호|대변)(?:한|하는)|의? ?(?:법률)?(?:대리인|변호인)인?) (?:[가-힣]+ )?(?P<name>[가-힣]{{2,4}}) {_TITLES}"
    ),
    "latin": re.compile(
        rf"(?:{_EN_NAME},? (?:who (?:represents|represented|is representing)|representing|an? (?:lawyer|attorney|solicitor|spokes\w+|barrister) (?:for|representing)) |(?:lawyer|attorney|solicitor|spokes\w+|barrister) for )(?P<side>(?:the )?[\w'’ -]{{3,40}}?)(?=[,.\"”]|$| (?:said|says|told|argued))(?:, (?P<after>[A-Z][\w'’-]+ [A-Z][\w'’-]+))?"
    ),
}
_SIDE_WORDS = frozenset(["the", "a", "an", "of", "후보", "시장", "대표", "의원", "회장", "family", "families"])


def problems(claim: Claim) -> list[Problem]:
    language = script_of(claim.language)
    if claim.foreign or language not in _BELONGS:
        return []
    return _bodies(claim, _BELONGS[language]) or _sides(claim, _SIDES.get(language))


def _bodies(claim: Claim, patterns: Iterable[re.Pattern[str]]) -> list[Problem]:
    """The article has both the institution and the person, never together, and gives the person another one."""
    patterns = tuple(patterns)
    for pattern in patterns:
        for match in pattern.finditer(claim.statement):
            name, body = match["name"], match["body"]
            stated = {
                other["body"]
                for one in patterns
                for other in one.finditer(claim.evidence.cased)
                if _same_person(name, other["name"])
            }
            if not stated or any(_same_body(body, other) for other in stated):
                continue
            holders = [source for source in claim.evidence.sources if name.split()[-1].lower() in source.folded.text]
            if any(_stem(body).lower() in source.folded.text for source in holders):
                continue
            start, end = match.span("body")
            why = f"The article gives {name} to {min(stated)}, not to {body}."
            return [Problem("name", body, why, start, end, min(stated))]
    return []


def _same_person(one: str, other: str) -> bool:
    return one == other or (" " in one and one.rsplit(maxsplit=1)[-1] == other.rsplit(maxsplit=1)[-1])


def _same_body(one: str, other: str) -> bool:
    one, other = _stem(one), _stem(other)
    return one in other or other in one


def _stem(body: str) -> str:
    """한길대 for 한길대학교."""
    return re.sub(r"(?:대학교|대학|의대)$", "대", body)


def _sides(claim: Claim, pattern: re.Pattern[str] | None) -> list[Problem]:
    """Who speaks for one side does not speak for the other."""
    for match in pattern.finditer(claim.statement) if pattern else ():
        name = _name_of(match)
        if not name:
            continue
        stated = [
            other["side"]
            for other in pattern.finditer(claim.evidence.cased)  # type: ignore[union-attr]  # it is not None here
            if _same_person(name, _name_of(other))
        ]
        if not stated or any(_one_side(match["side"], other) for other in stated):
            continue
        start, end = match.span("side")
        text = claim.text[start:end]
        return [Problem("name", text, f"In the article {name} speaks for {stated[0]}, not for {text}.", start, end)]
    return []


def _name_of(match: re.Match[str]) -> str:
    groups = match.groupdict()
    return groups.get("name") or groups.get("after") or ""


def _one_side(one: str, other: str) -> bool:
    """They share a word, or the beginning of one."""
    mine, theirs = _side_words(one), _side_words(other)
    if not mine or not theirs:
        return True
    return any(
        left.startswith(right) or right.startswith(left) or left in right or right in left
        for left in mine
        for right in theirs
    )


def _side_words(side: str) -> set[str]:
    words = {word for word in re.split(r"[\s'’]+", side.lower()) if word and word not in _SIDE_WORDS}
    return {word for word in words if len(word) > 2 or not word.isascii()}
