# ruff: noqa: E501 -- patterns of three languages read best beside each other; a Korean letter counts as two
"""Why something happened: a reason that the article gives elsewhere, for something else, is none."""

from __future__ import annotations

import re

from newsforge.engine.receipts.amounts import agree
from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.words import Word

_BECAUSE = {
    "ko": re.compile(
        r"(?:^|[,\s])(?P<why>[가-힣A-Za-z0-9 ]{2,20}?)(?: 때문에| 탓에| 탓으로| 덕분에| 덕에|[으]?로 인해| 영향으로)(?![가-힣])"
    ),
    "latin": re.compile(r"\b(?:because of|due to|owing to|thanks to|as a result of|on the back of) (?P<why>[^,.;]+)"),
    "ja": re.compile(r"(?P<why>[一-鿿ァ-ヺー]{2,10})(?:のため、|により、|によって|の影響で|が原因で)"),
}
#: A reason of fewer words says little; so does one of which the article knows next to nothing.
_LEAST_SIMILAR = 0.5


def problems(claim: Claim) -> list[Problem]:
    """Held against a sentence only where one of its figures tells which event of the article it explains."""
    pattern = _BECAUSE.get(script_of(claim.language))
    match = pattern.search(claim.lower) if pattern is not None and not claim.foreign else None
    if match is None or claim.alignment.similarity < _LEAST_SIMILAR:
        return []
    start, end = match.span("why")
    why = [word for word in claim.words if start <= word.start < end and word.meaningful and word.script != "digit"]
    effects = [figure for figure in claim.facts.figures if not start <= figure.start < end]
    holders = [source for source, other in claim.evidence.figures if any(agree(one, other) for one in effects)]
    if not why or not effects or len({source.index for source in holders}) != 1:
        return []
    place = holders[0].index
    near = claim.evidence.sources[max(0, place - 1) : place + 2]
    if any(_holds(word, source.features) for word in why for source in near):
        return []
    if not all(any(_holds(word, source.features) for source in claim.evidence.sources) for word in why):
        return []
    text = claim.text[start:end].strip()
    start = claim.text.index(text, start)
    reason = f"The article does not give this as the reason: it says “{holders[0].text[:80]}”."
    return [Problem("wording", text, reason, start, start + len(text))]


def _holds(word: Word, features: frozenset[str] | set[str]) -> bool:
    return word.stem in features or word.text in features
