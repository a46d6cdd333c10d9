"""Whether a sentence has anything to do with the article at all."""

from __future__ import annotations

from newsforge.engine.facts.names import names
from newsforge.engine.receipts.amounts import agree
from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.kept_states import says_by_denial
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.words import Word

#: Below this share of its words (rare words counting more) nothing in the article says it. Above, but in other words,
#: a sentence is free wording, which is said of it elsewhere.
LEAST_COVERAGE = {"latin": 0.28, "ko": 0.34, "ja": 0.26, "zh": 0.34}


#: Figures, dates and names have been found to be the article's by now; the more of them, the freer the words round them
#: may be.
_TIED = (1.0, 0.5, 0.3)
LEAST_FOREIGN = 0.5
#: Significant digits of a figure that stands in an article for one thing only.
_RARE = 2


def problems(claim: Claim) -> list[Problem]:
    meaningful = [word for word in claim.words if word.meaningful]
    if not meaningful:
        return []
    if claim.foreign:
        return _foreign(claim)
    if _shares_a_rare_figure(claim):
        return []
    tied = len(claim.facts.figures) + len(claim.facts.dates)
    if tied < len(_TIED) - 1:
        tied += len(names(claim.statement, claim.language)) or _has_known_doer(claim)
    least = LEAST_COVERAGE[script_of(claim.language)] * _TIED[min(tied, len(_TIED) - 1)]
    if claim.alignment.coverage >= least or says_by_denial(claim) or _is_of_its_nouns(claim, meaningful):
        return []
    return [_whole(claim, "Nothing in the article says this.")]


def _is_of_its_nouns(claim: Claim, meaningful: list[Word]) -> bool:
    """国の認可を得た: every Japanese word of two letters and more is the article's; single ones weigh too much."""
    nouns = [word for word in meaningful if len(word.stem) > 1]
    return claim.language == "ja" and bool(nouns) and all(word.stem in claim.evidence.squeezed for word in nouns)


def _has_known_doer(claim: Claim) -> bool:
    """대법원은 공정위 손을 들어 줬다: who does it is of the article, in Korean and Japanese."""
    return claim.language in {"ko", "ja"} and any(
        clause.doer is not None
        and not clause.inherited
        and any(word in claim.evidence.postings for word in clause.doer.words)
        for clause in claim.clauses
    )


def _shares_a_rare_figure(claim: Claim) -> bool:
    """The nearest sentence has a figure of the claim that says by itself what both are about."""
    best = claim.alignment.best
    return best is not None and any(
        figure.digits >= _RARE and agree(figure, other)
        for figure in claim.facts.figures
        for other in best.facts.figures
    )


def _foreign(claim: Claim) -> list[Problem]:
    if claim.alignment.coverage >= LEAST_FOREIGN or names(claim.statement, claim.language):
        return []  # an unmatched name has been reported by now; a matched one ties the sentence
    return [_whole(claim, "No figure, date, name or everyday word ties this to a sentence of the article.")]


def _whole(claim: Claim, why: str) -> Problem:
    text = claim.statement.strip()
    start = claim.statement.find(text)
    return Problem("wording", text, why, start, start + len(text))
