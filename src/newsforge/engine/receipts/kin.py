"""A relation that the article has of nobody: a captain's son, where it tells of his brother."""

from __future__ import annotations

from newsforge.engine.receipts.claim import Claim
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.same_kind_table import IMPLIED_BY, KIN, kinds
from newsforge.engine.receipts.words import whole_word


def problems(claim: Claim) -> list[Problem]:
    block = kinds()[KIN]
    stated: set[int] | None = None
    for member, (pattern, covers) in enumerate(block):
        match = None if covers else pattern.search(claim.text)  # Mother Teresa is nobody's mother
        if match is None:
            continue
        if stated is None:
            stated = {one for one, (other, _) in enumerate(block) if other.search(claim.evidence.everything)}
        if member in stated or not stated or IMPLIED_BY.get(member, frozenset()) & stated:
            continue
        start, end = whole_word(claim.lower, *match.span())
        other = block[min(stated)][0].search(claim.evidence.everything)
        assert other is not None
        why = f"The post says “{claim.text[start:end]}” where the article says “{other.group().strip()}”."
        return [Problem("polarity", claim.text[start:end], why, start, end)]
    return []
