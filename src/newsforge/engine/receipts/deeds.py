"""Whether a sentence tells of a grave event (an arrest, a death, a bribe) that the article has nowhere.

It is made up when the article says nothing of it in any of the words that we know for it, in whatever sentence it
stands and in whatever language. What else may be made up, ``lone_deed`` tells.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.deed_table import GRAVE
from newsforge.engine.receipts.evidence import Evidence
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.words import whole_word

LANGUAGES = ("en", "ko", "ja")
#: Where a word begins. The Korean one is "no Hangul before", written so that it compiles at once.
_STARTS = {"en": r"\b", "ko": r"(?<![^\W\d_a-z])", "ja": ""}
_MORE_WORDS = re.compile(r"\s;\s")


@dataclass(frozen=True, slots=True)
class Kind:
    """How a kind of event is told of in a post, and how an article would speak of it: patterns by language, compiled
    when they are asked for, as most sentences tell of nothing grave."""

    told: dict[str, str]
    known: dict[str, str]


def problems(claim: Claim) -> list[Problem]:
    language = "en" if script_of(claim.language) == "latin" else claim.language
    if language not in LANGUAGES or (language == "en" and claim.language != "en"):
        return []
    stated = claim.evidence.article.language
    if stated not in LANGUAGES:
        return []
    found: dict[tuple[int, int], Problem] = {}
    if compiled(_any_grave(language)).search(claim.lower) is None:
        return []
    for kind in kinds(GRAVE):
        match = compiled(kind.told[language]).search(claim.lower)
        if match is None or knows(claim.evidence, kind, stated):
            continue
        if not claim.foreign and match.group() in claim.evidence.everything:
            continue
        place = whole_word(claim.lower, *match.span())
        found[place] = unsaid(claim, *place)
    return list(found.values())


def unsaid(claim: Claim, start: int, end: int) -> Problem:
    text = claim.text[start:end]
    return Problem("wording", text, f"The article says nothing of “{text}”, in this word or another.", start, end)


def knows(evidence: Evidence, kind: Kind, language: str) -> bool:
    known: dict[int, bool] = evidence.deeds
    if id(kind) not in known:
        known[id(kind)] = compiled(kind.known[language]).search(evidence.everything) is not None
    return known[id(kind)]


@cache
def kinds(table: str) -> tuple[Kind, ...]:
    found = []
    for line in table.strip().splitlines():
        told, known = {}, {}
        for language, side in zip(LANGUAGES, line.split(" / "), strict=True):
            own, *more = _MORE_WORDS.split(side.strip())
            told[language] = _pattern(own.split(), language, begins=True)
            known[language] = _pattern([*own.split(), *" ".join(more).split()], language, begins=False)
        found.append(Kind(told, known))
    return tuple(found)


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Kept apart from the few hundred patterns that ``re`` remembers."""
    return re.compile(pattern)


@cache
def _any_grave(language: str) -> str:
    start = _STARTS[language]
    return f"{start}(?:{'|'.join(kind.told[language].removeprefix(start) for kind in kinds(GRAVE))})"


def _pattern(words: list[str], language: str, *, begins: bool) -> str:
    spaced = [word.replace("~", " ") for word in words]
    if language == "en":
        whole = [word.replace(".", r"\b", 1) if "." in word else rf"{word}[a-z]*" for word in spaced]
        return rf"{_STARTS[language]}(?:{'|'.join(whole)})"
    start = _STARTS[language] if begins else ""
    return f"{start}(?:{'|'.join(spaced)})"
