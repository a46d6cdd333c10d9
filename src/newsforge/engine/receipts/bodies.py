# ruff: noqa: SIM905 -- lists of words read best as lines of words
"""Korean nouns that stand where the article has a name without being another name: what the named one is."""

from __future__ import annotations

import re

#: A noun that hangs on what stands before it, with its particles (금융위기 때처럼).
NO_NOUN = re.compile(
    r"^(?:때|것|곳|점|수|뒤|후|전|중|데|듯|채|김|터|바|줄|편|탓|덕|등|쪽|차례|당시|시절|무렵)"
    r"(?:처럼|마다|부터|까지|에서|에는|에도|에|이다|보다|만큼|만|도|은|는|이|가|을|를|의|으로|로|와|과)*$"
)
#: What a named body may be called, and how the names of such bodies end.
_BODIES = (
    (frozenset("법원 재판부 1심 2심 항소심".split()), re.compile(r"법원?$|재판부$")),
    (frozenset("경찰 수사당국 수사기관".split()), re.compile(r"경찰서?$|경찰청$|[가-힣]서$")),
    (frozenset("검찰 수사당국 수사기관".split()), re.compile(r"검찰청?$|지검$|고검$|공수처$")),
    (frozenset("정부 당국 부처 중앙정부".split()), re.compile(r"[부처청원회]$")),
    (frozenset("은행 중앙은행 금융사".split()), re.compile(r"은행$|한은$|뱅크$")),
    (frozenset("대학 대학교 학교".split()), re.compile(r"대$|대학교?$|학교$|[초중고]$")),
    (frozenset("병원 의료진".split()), re.compile(r"병원$|의료원$|센터$")),
)
#: Said of anyone who has been named.
_ANYBODY = frozenset(
    "회사 업체 기업 기관 단체 당사자 사측 양측 상대방 협회 노조 조합 구단 연구팀 연구진 지자체 지방자치단체".split()
)


def is_kind_of(noun: str, name: str) -> bool:
    """법원 for 서울중앙지법."""
    return noun in _ANYBODY or any(noun in nouns and endings.search(name) for nouns, endings in _BODIES)
