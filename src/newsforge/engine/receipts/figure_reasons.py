"""What is said of a figure that is not the article's: what the article has instead, where it comes nearest."""

from __future__ import annotations

from newsforge.engine.facts.model import Figure
from newsforge.engine.receipts.amounts import agree, same_unit
from newsforge.engine.receipts.claim import Claim
from newsforge.engine.receipts.ends_of_change import is_of_other_end
from newsforge.engine.receipts.evidence import Source
from newsforge.engine.receipts.model import Problem, ProblemKind
from newsforge.engine.receipts.words import around


def mismatch(figure: Figure, rival: Figure) -> Problem:
    kind: ProblemKind = "unit" if rival.value == figure.value and rival.unit != figure.unit else "figure"
    why = f"The post says {figure.text} where the article says {rival.text}."
    return Problem(kind, figure.text, why, figure.start, figure.end, rival.text)


def absent(claim: Claim, figure: Figure) -> Problem:
    near = claim.surroundings if not claim.foreign else claim.evidence.sources
    others = [
        other
        for source, other in claim.evidence.figures
        if other.value == figure.value and source in near and "ordinal" not in {other.unit, figure.unit}
        if other.text != figure.text
    ]
    if others:
        why = f"The article has this number only as {others[0].text}, another unit than {figure.text}."
        return Problem("unit", figure.text, why, figure.start, figure.end, None if claim.foreign else others[0].text)
    nearest = _nearest(claim, figure)
    stated = nearest.text if nearest else None
    why = f"The article nowhere says {figure.text}"
    why += f"; where it comes nearest, it says {stated}." if stated else "."
    return Problem("figure", figure.text, why, figure.start, figure.end, None if claim.foreign else stated)


def _nearest(claim: Claim, figure: Figure) -> Figure | None:
    """Of the figures of the kind in the aligned sentences the one that this one was written for: not another one that
    the claim has, at the same end of a change, among the same words, of about the size."""
    alike = [
        (source, other)
        for source in claim.alignment.sources[:2]
        for other in source.facts.figures
        if other.unit == figure.unit
    ]
    mine = {word.stem for word in around(claim.words, figure.start, figure.end, 2, 2)}

    def distance(place: tuple[Source, Figure]) -> tuple[bool, bool, int, float]:
        source, other = place
        near = {word.stem for word in around(source.words, other.start, other.end, 2, 2)}
        small, large = sorted((abs(float(other.value)), abs(float(figure.value))))
        taken = any(agree(one, other) for one in claim.facts.figures)
        return (
            taken,
            is_of_other_end(claim, figure, source, other),
            -len(mine & near),
            -(small / large if large else 1.0),
        )

    return min(alike, key=distance, default=(None, None))[1]


def unbound(claim: Claim, figure: Figure, occurrences: list[tuple[Source, Figure]]) -> Problem:
    best = claim.alignment.best
    if best is not None:
        for other in best.facts.figures:
            if other.value == figure.value and other.unit and figure.unit and not same_unit(figure, other):
                return mismatch(figure, other)
    source, stated = occurrences[0]
    excerpt = source.text[max(0, stated.start - 24) : stated.end + 32].strip()
    why = f"The article says {stated.text} of something else: “{excerpt}”."
    return Problem("figure", figure.text, why, figure.start, figure.end)
