"""A relation that the article has of nobody: a captain's son, where it tells of his brother."""

from __future__ import annotations

from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.same_kind_table import IMPLIED_BY, KIN, any_of, members
from newsforge.engine.receipts.words import whole_word


def problems(claim: Claim) -> list[Problem]:
    script, stated_script = script_of(claim.language), script_of(claim.evidence.article.language)
    if any_of(script, KIN).search(claim.text) is None:  # Mother Teresa is nobody's mother
        return []
    block = members(stated_script, KIN)
    everything = claim.evidence.everything
    stated = {one: other for one, (pattern, _) in enumerate(block) if pattern and (other := pattern.search(everything))}
    for member, (pattern, covers) in enumerate(members(script, KIN)):
        match = pattern.search(claim.text) if pattern is not None and not covers else None
        if match is None or member in stated or not stated or IMPLIED_BY.get(member, frozenset()) & stated.keys():
            continue
        start, end = whole_word(claim.lower, *match.span())
        word = stated[min(stated)].group().strip()
        why = f"The post says “{claim.text[start:end]}” where the article says “{word}”."
        return [Problem("polarity", claim.text[start:end], why, start, end)]
    return []
