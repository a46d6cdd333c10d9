# ruff: noqa: E501 -- patterns of three languages read best beside each other; a Korean letter counts as two
"""Of which charge somebody was found guilty and of which cleared: acquitted of fraud and convicted of perjury is not the
other way round. Nothing is concluded where the article has the charge both ways, as it has with two defendants."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.words import whole_word, words

_GUILTY, _CLEARED = "guilty", "cleared"
#: A charge, and how a court ends it: in Korean and Japanese behind the charge, in English before it.
_EASTERN = {
    "ko": (
        re.compile(r"(?P<charge>(?:[가-힣A-Za-z·]+ ){0,3}[가-힣A-Za-z·]*?[가-힣A-Za-z]) ?(?:혐의|부분)(?![자점])"),
        re.compile(
            r"(?P<cleared>무죄|무혐의|혐의 없음|공소 ?기각)|(?P<guilty>유죄|(?:벌금|징역|금고|실형|집행유예|사형)[^.,]{0,24}?(?:선고|확정|처해졌|물[었게]))"
        ),
        #: What stands between charge and end where the end is that of the whole trial.
        re.compile(r"기소|넘겨|구속|공소|재판을 받|고발|고소"),
    ),
    "ja": (
        re.compile(r"(?P<charge>[一-鿿ァ-ヺー]{2,12}?)(?:の?罪|容疑|の疑い)(?![人者状])"),
        re.compile(r"(?P<cleared>無罪|不起訴|公訴棄却)|(?P<guilty>有罪|(?:罰金|懲役|禁錮|拘禁刑|実刑|死刑)[^。、]{0,20}?(?:判決|言い渡))"),
        re.compile(r"起訴|問われ|送検|逮捕"),
    ),
}  # fmt: skip
_EN = re.compile(
    r"\b(?:(?P<cleared>(?:was |were |been )?found not guilty|acquit(?:s|ted)|cleared|exonerated|not guilty)|"
    r"(?P<guilty>(?:found|find(?:s|ing)?) (?:(?!not\b)[a-z]+ ){0,5}?guilty|(?<!not )guilty|convict(?:s|ed)))\b"
    r"(?: (?!of\b|on\b|but\b|and\b)[\w'’]+){0,8}? (?:of|on) (?P<charge>[a-z][\w' -]{3,90})"
)
_EN_PLEA = re.compile(r"\b(?:plead\w*|pled|den\w+|if|whether|should|could|may|might|not been|n't been) (?:\w+ ){0,2}$")
_BEFORE = 40
_EN_ENDS = re.compile(
    r"\b(?:but|and (?:was|were|found|acquitted|cleared|convicted|sentenced|jailed|not|guilty|faces?|will|is|has|had)|when|while|after|before|in (?:a|the|connection|\d)|by|at|for|over|last|this|who|which|that|he|she|they|it|against|because|related to|relating to)\b"
)
_EN_LIGHT = frozenset(
    ("charge", "charg", "count", "all", "both", "one", "two", "three", "other", "lesser", "mak", "commit")
)
#: A letter pair in a row of so many says which charge it is.
_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class _Finding:
    charge: frozenset[str]
    end: str
    start: int
    stop: int


def problems(claim: Claim) -> list[Problem]:
    language = script_of(claim.language)
    if claim.foreign or (language == "latin" and claim.language != "en"):
        return []
    mine = list(_findings(claim.lower, language))
    if not mine:
        return []
    stated: list[_Finding] | None = claim.evidence.readings.get("guilt")
    if stated is None:
        stated = [one for source in claim.evidence.sources for one in _findings(source.folded.text, language)]
        claim.evidence.readings["guilt"] = stated
    for finding in mine:
        same = [one for one in stated if _is_same(finding.charge, one.charge)]
        if not same or any(one.end == finding.end for one in same):
            continue
        start, end = whole_word(claim.lower, finding.start, finding.stop)
        text = claim.text[start:end]
        why = f"The article has another finding on this charge than “{text}”."
        return [Problem("polarity", text, why, start, end)]
    return []


def _is_same(one: frozenset[str], other: frozenset[str]) -> bool:
    fewer = min(len(one), len(other))
    return fewer > 0 and len(one & other) >= _SHARE * fewer


def _findings(text: str, language: str) -> Iterator[_Finding]:
    yield from _english(text) if language == "latin" else _eastern(text, language)


def _eastern(text: str, language: str) -> Iterator[_Finding]:
    """Every charge since the end before it, in the same sentence."""
    charges, ends, of_trial = _EASTERN.get(language, (None, None, None))
    if charges is None or ends is None or of_trial is None:
        return
    at = 0
    for end in ends.finditer(text):
        for charge in charges.finditer(text, at, end.start()):
            between = text[charge.end() : end.start()]
            if not of_trial.search(between) and not re.search(r"[.!?。]\s", between):
                yield _Finding(_pairs(charge["charge"]), str(end.lastgroup), *end.span())
        at = end.end()


def _pairs(charge: str) -> frozenset[str]:
    """Pairs of letters, as compounds are spaced in several ways."""
    last = re.sub(r"^.*(?:의|은|는|이|가|에게|에서|으로|로|께|인|한|된) (?=\S)", "", charge)
    letters = re.sub(r"[\s·]|(?<=[가-힣])(?:를|을)(?=\s|$)", "", last or charge)
    return frozenset(letters[at : at + 2] for at in range(len(letters) - 1))


def _english(text: str) -> Iterator[_Finding]:
    at = 0
    while (match := _EN.search(text, at)) is not None:
        at = match.start("charge")
        if _EN_PLEA.search(text[max(0, match.start() - _BEFORE) : match.start()]):
            continue
        charge = _EN_ENDS.split(match["charge"])[0]
        stems = frozenset(word.stem for word in words(charge) if word.meaningful) - _EN_LIGHT
        end = _CLEARED if match["cleared"] else _GUILTY
        yield _Finding(stems, end, *match.span(end))
