"""More than how much: 3시간 넘게 is not 4시간 넘게, though three hours stand somewhere else."""

from __future__ import annotations

from newsforge.engine.facts.model import Figure
from newsforge.engine.receipts.amounts import agree, same_unit
from newsforge.engine.receipts.claim import Claim
from newsforge.engine.receipts.model import Problem

_LEAST_SIMILAR = 0.5


def problems(claim: Claim) -> list[Problem]:
    """The sentence that the post comes from has another limit of the kind, and no sentence has this one."""
    best = claim.alignment.best
    if best is None or (not claim.foreign and claim.alignment.similarity < _LEAST_SIMILAR):
        return []
    for figure in claim.facts.figures:
        if not _is_limit(figure):
            continue
        rival = next((other for other in best.facts.figures if _is_rival(claim, figure, other)), None)
        if rival is None or any(agree(figure, other) for other in best.facts.figures):
            continue
        if any(agree(figure, other) and other.bound == figure.bound for _, other in claim.evidence.figures):
            continue
        why = f"The post says {figure.text} where the article says {rival.text}."
        instead = None if claim.foreign else rival.text
        return [Problem("figure", figure.text, why, figure.start, figure.end, instead)]
    return []


def _is_limit(figure: Figure) -> bool:
    return figure.bound in {"over", "under"} and bool(figure.unit) and figure.digits > 0


def _is_rival(claim: Claim, figure: Figure, other: Figure) -> bool:
    """The same kind of limit, of another amount, which the post has nowhere."""
    return (
        other.bound == figure.bound
        and same_unit(figure, other)
        and not agree(figure, other)
        and not any(agree(one, other) for one in claim.facts.figures)
    )
