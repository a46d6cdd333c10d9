# ruff: noqa: E501 -- patterns of three languages read best beside each other; a Korean letter counts as two
"""A goal, a card, a vote given to another one of the people whom the article names: who was sent off, who scored, who
voted against. Only where the article has the act of somebody else, and never in one breath with the one of the post."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsforge.engine.facts.model import Name
from newsforge.engine.facts.name_words import KOREAN_SURNAMES
from newsforge.engine.facts.names import names
from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.evidence import Source
from newsforge.engine.receipts.model import Problem

#: Acts that are somebody's own, a kind a line. The first two are one another's opposite.
_ACTS = tuple(
    re.compile(line)
    for line in r"""
\bvot(?:ed|es|ing) against\b|\bvote against\b|\bopposed the\b|반대표|反対票
\bvot(?:ed|es|ing) (?:for|in favou?r)\b|찬성표|賛成票
\bsent off\b|\bred card(?:ed)?\b|퇴장|레드카드|退場|レッドカード
\bbooked\b|\byellow card\b|옐로카드|イエローカード
\bscor(?:ed|es|ing)\b|\bgoals?\b|\bequali[sz]\w+|\bnetted\b|\bheaded (?:in|home)\b|골(?=[을이로 ])|득점|得点(?!差|圏)|ゴール(?=を|で|が)|先制点|決勝点|同点弾
홈런|솔로포|만루포|本塁打|\bhome runs?\b|\bhomered\b
\bassist(?:s|ed)?\b|도움을|アシスト
""".strip().splitlines()
)
#: Whose act it is stands so near, in characters, before it or behind it.
_BEFORE, _AFTER = {"latin": 48, "ko": 40, "ja": 40}, 36
_BEHIND = re.compile(r"^\S{0,3} (?:(?:was|were|is|came) )?(?:by|from|for|to|through) (?:[a-z]+ ){0,3}$")
_KO_DOER = re.compile(r"^(?: ?(?:선수|의원|위원|감독))?(?:이|가|은|는|도|께서)(?= )")
_JA_DOER = re.compile(r"^(?:選手|議員|氏|さん|委員)?(?:が|は|も)")
#: He, she, the striker: a sentence that goes on about somebody named before.
_GOES_ON = re.compile(
    r"^(?:he|she|they|it|the|his|her|but|and|then|both|그|이|두|양|同|彼|この|その)\b|^(?:그|이날|두|양|同|彼|この|その)"
)
_OPPOSITE = {0: 1, 1: 0}
_KO_PERSON = re.compile(r"(?<![가-힣])[가-힣]{3}(?=(?: (?:선수|의원|위원|감독))?(?:이|가|은|는|께서) )")
_LAST_WORD = re.compile(r"[\w’'-]+$")


@dataclass(frozen=True, slots=True)
class _Act:
    """``who`` is the surname, ``name`` the whole."""

    kind: int
    who: str
    name: str
    start: int
    end: int

    def is_named_in(self, text: str) -> bool:
        """Thiago, for Thiago Alcantara."""
        return any(len(word) > 2 - (not word.isascii()) and word in text for word in (self.who, *self.name.split()))


def problems(claim: Claim) -> list[Problem]:
    script = script_of(claim.language)
    if claim.foreign or script not in _BEFORE:
        return []
    for kind, pattern in enumerate(_ACTS):
        match = pattern.search(claim.lower)
        act = _find_act(claim.statement, claim.lower, kind, match, script) if match else None
        if match is None or act is None or not _is_known(act.who, claim, script):
            continue
        sources = [source for source in claim.evidence.sources if pattern.search(source.folded.text)]
        if not any(_is_of_another(source, act, script) for source in sources):
            continue
        if any(_may_be_of(claim, source, act, script) for source in sources):
            continue
        text = claim.text[act.start : act.end]
        told = sources[-1].text.strip()[:80]
        why = f"The article has “{match.group()}” of somebody else, not of {text}: “{told}”."
        return [Problem("name", text, why, act.start, act.end)]
    return []


def _find_act(text: str, lower: str, kind: int, match: re.Match[str], script: str) -> _Act | None:
    """Whose it is: the name that stands last before it, or behind it (a goal from Straker)."""
    known = _people(text, script)
    before = [name for name in known if name.end <= match.start()]
    nearest = before[-1] if before and match.start() - before[-1].end <= _BEFORE[script] else None
    if script == "latin":
        behind = next((name for name in known if match.end() <= name.start <= match.end() + _AFTER), None)
        if behind is not None and _BEHIND.match(lower[match.end() : behind.start]):
            nearest = behind
    elif nearest is not None:
        doer = _KO_DOER if script == "ko" else _JA_DOER
        nearest = nearest if doer.match(lower[nearest.end :]) else None
    if nearest is None or lower[: nearest.start].endswith("the "):
        return None  # the Mexican
    last = _LAST_WORD.search(nearest.text) if script == "latin" else None
    who = (last.group() if last else nearest.text).lower()
    return _Act(kind, who, nearest.text.lower(), nearest.start, nearest.end)


def _people(text: str, script: str) -> list[Name]:
    """Names; in Korean also what has the form of one and a particle, which the analyser may not know."""
    found = list(names(text, "en" if script == "latin" else script))
    if script == "ko":
        taken = {name.start for name in found}
        more = [match for match in _KO_PERSON.finditer(text) if match.start() not in taken]
        found += [Name(*match.span(), match.group()) for match in more if match.group()[0] in KOREAN_SURNAMES]
    return sorted(found, key=lambda name: name.start)


def _is_known(who: str, claim: Claim, script: str) -> bool:
    """The article has this one; in Latin letters in full, so that it is a person or has a name of several words."""
    if script != "latin":
        return who in claim.evidence.everything
    return re.search(rf"\b[A-Z][\w’'-]+ {re.escape(who)}\b", claim.evidence.article.text, re.IGNORECASE) is not None


def _may_be_of(claim: Claim, source: Source, act: _Act, script: str) -> bool:
    """The sentence names this one too, or goes on about somebody of the sentence before, or names nobody."""
    text = source.folded.text
    if act.is_named_in(text):
        return not _is_of_opposite(source, act, script)
    found = _people(source.text, script)
    if found and not _GOES_ON.match(text):
        return False
    earlier = claim.evidence.sources[max(0, source.index - 2) : source.index]
    return not found or any(act.is_named_in(one.folded.text) for one in earlier)


def _is_of_another(source: Source, act: _Act, script: str) -> bool:
    """The sentence says whose it is."""
    return any(who != act.who for who in _doers(source, act.kind, script))


def _is_of_opposite(source: Source, act: _Act, script: str) -> bool:
    """Brandt voted against, Moss for it: of those who are named there, each has one vote."""
    if act.kind not in _OPPOSITE:
        return False
    own, opposite = _doers(source, act.kind, script), _doers(source, _OPPOSITE[act.kind], script)
    return act.who in opposite and bool(own) and act.who not in own


def _doers(source: Source, kind: int, script: str) -> set[str]:
    if len(source.text) != len(source.folded.text):
        return set()  # places differ
    found = (
        _find_act(source.text, source.folded.text, kind, match, script)
        for match in _ACTS[kind].finditer(source.folded.text)
    )
    return {act.who for act in found if act is not None}
