"""A clause: who does it, to whom, and what is done; and a text cut where clauses end."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Party:
    """A doer or a done-to: its words (stems), and where it stands."""

    words: frozenset[str]
    start: int
    end: int
    named: bool = True


@dataclass(frozen=True, slots=True)
class Clause:
    """``verb`` is a stem, marked when the verb is passive. ``inherited`` says that the doer is the one of the clause
    before."""

    start: int
    end: int
    verb: str
    doer: Party | None
    other: Party | None
    inherited: bool = False
    verb_start: int = 0


def cut(text: str, end: re.Pattern[str]) -> list[tuple[int, int, bool]]:
    """(start, end, whether a sentence opens here)."""
    found: list[tuple[int, int, bool]] = []
    start, opens = 0, True
    for match in end.finditer(text):
        if match.end() > start and text[start : match.start()].strip():
            found.append((start, match.end(), opens))
            opens = match.group()[0] in ".!?\n。！？"
        start = match.end()
    if text[start:].strip():
        found.append((start, len(text), opens))
    return found
