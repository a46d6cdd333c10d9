# ruff: noqa: E501 -- lists of words read best as lines of words; a Korean letter counts as two
"""The largest and the second-largest are two."""

from __future__ import annotations

import re

from newsforge.engine.receipts.claim import Claim
from newsforge.engine.receipts.model import Problem

#: A superlative, and what before it makes it another place.
_TOP = re.compile(
    r"(?P<ko>(?:가장|제일) (?P<ko_what>[가-힣])[가-힣]*|최(?P<ko_top>[대고장다])(?= ?(?:[가-힣]+ )?(?:규모|[의인로]|도시|항|섬|기업|업체|은행|시장|회사)))"
    r"|\b(?P<en>(?:largest|biggest|highest|tallest|longest|oldest|busiest|fastest|richest|deepest|smallest|most (?P<en_what>[a-z]+)))\b"
    r"|선두(?:로|에|를|가)(?![가-힣])|(?<!\d)1위(?:로|에|를|가)(?![가-힣])|\b(?:into|in|to|took|take|takes) (?:the )?(?:first place|top spot)\b"
    r"|(?P<ja>(?:最も|一番)(?P<ja_what>[一-鿿])|最(?P<ja_top>[大高長多])(?=の|級))"
)
_PLACED = re.compile(
    r"(?:(?:두|세|네|다섯|[2-9]) ?번째로|[2-9]위) ?(?P<ko>[가-힣]*)"
    r"|\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)[- ](?P<en>largest|biggest|highest|tallest|longest|oldest|busiest|fastest|richest|deepest|smallest|most [a-z]+)"
    r"|(?:[2-9二三四五]番目に|[2-9]位)(?P<ja>[一-鿿]*)"
)


def problems(claim: Claim) -> list[Problem]:
    """The post puts first what the article puts second or later (and nowhere near puts first), or the other way."""
    if claim.alignment.coverage < _LEAST:
        return []
    top, placed = _first(claim.lower), _PLACED.search(claim.lower)
    texts = [source.folded.text for source in claim.alignment.sources[:2]]
    behind = _BEHIND.search(texts[0]) if texts and top is not None and placed is None else None
    if top is not None and behind is not None and not _is_leader(claim, texts[0], behind):
        return [_problem(claim, top, behind)]
    if top is not None and placed is None:
        stated = next((match for text in texts for match in _PLACED.finditer(text)), None)
        if stated is not None and not any(_first(source.folded.text) for source in claim.surroundings):
            return [_problem(claim, top, stated)]
    if placed is not None and top is None:
        stated = next((match for text in texts if (match := _first(text))), None)
        if stated is not None and not any(_ANY_PLACE.search(source.folded.text) for source in claim.evidence.sources):
            return [_problem(claim, placed, stated)]
    return []


_LEAST = 0.35
_ANY_PLACE = re.compile(
    _PLACED.pattern
    + r"|뒤를 이|에 이어|다음으로|に次|続[いく]|\bfollowed by\b|번째|番目|\b(?:second|third|fourth|fifth)\b"
)
#: 2024년에 이어 두 번째다: which one leads is told too.
_BEHIND = re.compile(r"에 이어 (?:[가-힣]{1,4} )?(?:두|세|네|[2-9]) ?번째|\bsecond only to\b|に次[ぐい]")


def _is_leader(claim: Claim, text: str, behind: re.Match[str]) -> bool:
    """The post speaks of the one that the article puts first."""
    led = (
        text[behind.end() :].split(",", maxsplit=1)[0]
        if behind.group().startswith("second")
        else text[: behind.start()]
    )
    words = re.findall(r"[\w.]+", led)
    near = words[:4] if behind.group().startswith("second") else words[-3:]
    return any(word in claim.lower for word in near if len(word) > 1)


def _first(text: str) -> re.Match[str] | None:
    """A superlative with no ordinal before it."""
    return next((match for match in _TOP.finditer(text) if not _ORDINAL_BEFORE.search(text[: match.start()])), None)


_ORDINAL_BEFORE = re.compile(
    r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|one of the)[- ](?:\w+ ){0,2}$|번째(?:로)? $|番目に$|one of [^.]{0,30}$"
)


def _problem(claim: Claim, mine: re.Match[str], stated: re.Match[str]) -> Problem:
    text = claim.text[mine.start() : mine.end()]
    return Problem(
        "polarity", text, f"The post says “{text}” where the article says “{stated.group()}”.", mine.start(), mine.end()
    )
