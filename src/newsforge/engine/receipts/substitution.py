"""Which words of a claim stand where the article's sentence has others."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from newsforge.engine.receipts.words import Word

_LONGEST = 250


@dataclass(frozen=True, slots=True)
class Substitution:
    """``claimed`` replaces ``stated``; either may be empty (an insertion, an omission). ``framed`` says that the
    words on both sides are the same, so both stand in one place of one sentence."""

    claimed: tuple[Word, ...]
    stated: tuple[Word, ...]
    framed: bool


def substitutions(claimed: list[Word], stated: list[Word]) -> tuple[Substitution, ...]:
    claimed, stated = claimed[:_LONGEST], stated[:_LONGEST]
    matcher = SequenceMatcher(None, [word.stem for word in claimed], [word.stem for word in stated], autojunk=False)
    codes = matcher.get_opcodes()
    found: list[Substitution] = []
    for place, (tag, first, last, other_first, other_last) in enumerate(codes):
        if tag == "equal":
            continue
        before = place == 0 or codes[place - 1][0] == "equal"
        after = place == len(codes) - 1 or codes[place + 1][0] == "equal"
        found.append(Substitution(tuple(claimed[first:last]), tuple(stated[other_first:other_last]), before and after))
    return tuple(found)
