# ruff: noqa: E501 -- patterns of three languages read best as lines; a Korean letter counts as two
"""The order of a tally: who carried a vote or won a match has the larger number, and it stands with its own side."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsforge.engine.facts.model import Figure
from newsforge.engine.receipts.claim import Claim
from newsforge.engine.receipts.evidence import Evidence, Source
from newsforge.engine.receipts.model import Problem

_PAIR = re.compile(
    r"(?<![\d.,-])(?P<first>\d{1,3})(?:\s?[-–:]\s?|\s?(?:대|対)\s?|\s(?:votes?\s)?to\s)(?P<second>\d{1,3})(?![\d.,]?\d|[-–:]\d|\s?(?:%|percent|월|일|년|시|月|日|年|時))"
)
_CARRIED = re.compile(
    r"\b(?:approv\w+|pass(?:ed|es)|adopt\w*|ratif\w+|clear(?:ed|s)|back(?:ed|s)|voted? (?:for|to)|won|wins?|beat|defeat(?:ed|s)|edged)\b"
    r"|가결|의결했|통과|승인|채택|이[겼긴기]|꺾|승리|제[쳤치]|可決|承認|採択|勝|破[っり]"
)
_FAILED = re.compile(
    r"\b(?:reject\w*|vot(?:ed|es) down|fail(?:ed|s)?|lost|loses?|fell to|defeat(?:ed)? by|against|not)\b|부결|거부|졌|패[했배]|무산|않|못|否決|敗|負"
)
#: For, then against, each with its number.
_FOR_AGAINST = re.compile(
    r"(?:찬성|賛成)\D{0,4}(?P<for>\d{1,3})\D{1,8}(?:반대|反対)\D{0,4}(?P<against>\d{1,3})"
    r"|(?P<for_en>\d{1,3}) (?:votes? )?(?:in favou?r|for)\b\D{1,14}(?P<against_en>\d{1,3}) (?:votes? )?against"
)


def problems(claim: Claim) -> list[Problem]:
    """A vote that is carried, or a match that is won, by the smaller number, where the article has the larger first."""
    turned = _on_other_side(claim) if not claim.foreign else None
    if turned is not None:
        return [turned]
    for match in _PAIR.finditer(claim.lower):
        first, second = int(match["first"]), int(match["second"])
        if first >= second or not _CARRIED.search(claim.lower) or _FAILED.search(claim.lower):
            continue
        stated = set(_stated(claim.evidence))
        if (first, second) in stated or (second, first) not in stated:
            continue
        why = f"The post says {first} to {second} where the article says {second} to {first}."
        middle = claim.text[match.end("first") : match.start("second")]
        return [Problem("figure", match.group(), why, *match.span(), f"{second}{middle}{first}")]
    return []


#: On which side the first number stands.
_FOR_IT = re.compile(r"^ (?:votes? )?(?:to (?:back|approve|pass|support|adopt|accept|keep|endorse)|in favou?r|for)\b")
_AGAINST_IT = re.compile(r"^ (?:votes? )?(?:against|to (?:reject|oppose|scrap|block|defeat|refuse))\b")


def _on_other_side(claim: Claim) -> Problem | None:
    """Voted 17 to 12 against for 17 to 12 in favour."""
    for match in _PAIR.finditer(claim.lower):
        rest = claim.lower[match.end() :]
        ours, theirs = (_FOR_IT, _AGAINST_IT) if _FOR_IT.match(rest) else (_AGAINST_IT, _FOR_IT)
        if not ours.match(rest):
            continue
        text = claim.evidence.everything
        same = [one for one in _PAIR.finditer(text) if one.groups() == match.groups()]
        if same and all(theirs.match(text[one.end() : one.end() + 40]) for one in same):
            why = "In the article these votes are on the other side."
            return Problem("polarity", match.group(), why, *match.span())
    return None


def _stated(evidence: Evidence) -> Iterator[tuple[int, int]]:
    for match in _PAIR.finditer(evidence.everything):
        yield int(match["first"]), int(match["second"])
    for match in _FOR_AGAINST.finditer(evidence.everything):
        yield int(match["for"] or match["for_en"]), int(match["against"] or match["against_en"])


def is_same_pair(claim: str, figure: Figure, stated: str, other: Figure) -> bool:
    """31 to 9, wherever it stands: both sides of it, in this order."""
    mine, theirs = _pair_at(claim, figure), _pair_at(stated, other)
    return mine is not None and mine == theirs


def _pair_at(text: str, figure: Figure) -> tuple[str, str] | None:
    around = _PAIR.finditer(text, max(0, figure.start - _AROUND), figure.end + _AROUND)
    here = next((match for match in around if match.start() <= figure.start < match.end()), None)
    return (here["first"], here["second"]) if here is not None else None


_AROUND = 16


def is_tally(figure: Figure, partner: Figure | None, source: Source) -> bool:
    """7 to 4 where the article counts 7 votes for and 4 against."""
    if partner is None:
        return False
    counts = [other for other in source.facts.figures if other.unit in {"", "vote", "person"}]
    return all(any(one.value == other.value for other in counts) for one in (figure, partner))
