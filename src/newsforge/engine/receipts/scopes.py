# ruff: noqa: E501 -- patterns of three languages read best beside each other; a Korean letter counts as two
"""Where something is the first, the only one, the last or the most: first in the county is not first in the country,
a club record no league record, the best quarter not the best year."""

from __future__ import annotations

import re

from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.model import Problem

#: What makes a thing stand out, by kind. The English ones have their scope behind them or before.
_MARKS = {
    "ko": (
        ("first", re.compile(r"최초|처음|(?<![가-힣])첫(?![째날눈해발])")),
        ("only", re.compile(r"유일|하나 남은|하나뿐")),
        ("last", re.compile(r"마지막|하나 남은")),
        ("most", re.compile(r"최다|최대|최고|최장|최저|최소|신기록")),
    ),
    "ja": (
        ("first", re.compile(r"初めて|初(?=[のとで、。]|$)|最初")),
        ("only", re.compile(r"唯一")),
        ("last", re.compile(r"最後")),
        ("most", re.compile(r"最多|最大|最高|最長|最低|最小|新記録")),
    ),
    "latin": (
        ("first", re.compile(r"\bfirst\b(?! (?:half|quarter|round|place|lady|minister|aid|time since))")),
        ("only", re.compile(r"\bonly\b(?= (?:\w+ ){0,3}?\w+)")),
        ("last", re.compile(r"\blast(?= (?:\w+ ){0,5}(?:in|of|on) )|\bonly remaining\b|\bfinal\b")),
        ("most", re.compile(r"\brecord\b|\b(?:largest|biggest|highest|longest|oldest|smallest|most \w+)\b")),
    ),
}
#: How wide, from the widest; and over what time a figure is.
_WIDTHS = (
    ("the world", re.compile(r"세계|지구촌|世界|\b(?:world|global|globe|planet)(?:'s|wide)?\b")),
    ("a continent", re.compile(r"아시아|유럽|동양|アジア|欧州|\b(?:asia|europe|africa)(?:'s|n)?\b")),
    ("the country", re.compile(r"전국|국내|우리나라|(?<![가-힣])나라|全国|国内|日本|\b(?:country|nation|national|nationwide|britain|uk|u\.s\.|america|japan|korea|scotland|england|wales|ireland)(?:'s)?\b")),
    ("a region", re.compile(r"(?<![가-힣])(?:서울|부산|대구|인천|광주|대전|울산|세종|경기도|강원|충북|충남|전북|전남|경북|경남|제주|수도권)(?:에|의|에서| |서)|도내|県内|都内|府内|道内|\b(?:county|state|province|prefecture|region|regional|island)(?:'s)?\b")),
    ("a town", re.compile(r"시내|구내|군내|市内|町内|村内|\b(?:city|town|village|borough)(?:'s)?\b")),
    ("a league", re.compile(r"리그|역대|대회|シーズン|リーグ|\b(?:league|tournament|olympic|all-time|season)\b")),
    ("a house", re.compile(r"구단|팀 |창사|창단|설립 이[래후]|球団|創業|\b(?:club|company|team|franchise|school)(?:'s)?\b")),
    ("one person", re.compile(r"개인|생애|통산|自己|自身|\b(?:personal|career|his|her)\b")),
)  # fmt: skip
_TIMES = (
    ("a year", re.compile(r"^\s?(?:연간|年間)|^ (?:annual|full-year|yearly)\b")),
    ("half a year", re.compile(r"^\s?(?:반기|半期)|^ half-year\b")),
    ("a quarter", re.compile(r"^\s?(?:분기|四半期)|^ quarterly\b")),
    ("a month", re.compile(r"^\s?(?:월간|月間)|^ monthly\b")),
)
_NEAR, _FAR = 22, 60
_BEHIND = {"ko": 14, "ja": 6, "latin": _FAR}
_LEAST = 0.4


def problems(claim: Claim) -> list[Problem]:
    if claim.alignment.coverage < _LEAST and not claim.foreign:
        return []
    for kind, mark, scopes in _marked(claim.lower, claim.language):
        for table in (_WIDTHS, _TIMES):
            mine = {name: place for name, place in scopes.items() if name in dict(table)}
            if not mine:
                continue
            stated = _stated(claim, kind, table)
            if not stated or mine.keys() & stated:
                continue
            name, (start, end) = next(iter(mine.items()))
            why = f"The post says that of {name}, the article says it of {' and '.join(sorted(stated))}."
            text = claim.text[start:end].strip()
            start = claim.text.index(text, start)
            return [Problem("polarity", text or mark, why, start, start + len(text))]
    return []


def _stated(claim: Claim, kind: str, table: tuple[tuple[str, re.Pattern[str]], ...]) -> set[str]:
    """Of what the article says it; empty where a sentence that the claim comes from says it of nothing told here."""
    names = dict(table)
    everywhere = {
        name
        for source in claim.evidence.sources
        for other, _, scopes in _marked(source.folded.text, source.language)
        if other == kind
        for name in scopes
        if name in names
    }
    for source in claim.alignment.sources[:2]:
        marked = [scopes for other, _, scopes in _marked(source.folded.text, source.language) if other == kind]
        if any(scopes.keys() & names.keys() for scopes in marked):
            return everywhere
    return set()


def _marked(text: str, language: str) -> list[tuple[str, str, dict[str, tuple[int, int]]]]:
    """Each mark with its scopes: their names and places."""
    script = script_of(language)
    found = []
    for kind, pattern in _MARKS.get(script, ()):
        for match in pattern.finditer(text):
            first = max(0, match.start() - _NEAR)
            scopes = _within(text, first, match.start(), _WIDTHS)
            scopes |= _within(text, match.end(), min(len(text), match.end() + _BEHIND[script]), _WIDTHS)
            scopes |= _within(text, match.end(), min(len(text), match.end() + _NEAR), _TIMES)
            found.append((kind, match.group(), scopes))
    return found


def _within(
    text: str, first: int, last: int, table: tuple[tuple[str, re.Pattern[str]], ...]
) -> dict[str, tuple[int, int]]:
    piece = text[first:last]
    return {
        name: (first + match.start(), first + match.end())
        for name, pattern in table
        if (match := pattern.search(piece))
    }
