# ruff: noqa: E501 -- patterns of three languages read best beside each other; a Korean letter counts as two
"""A cause given for a fire or an accident whose cause the article calls open."""

from __future__ import annotations

import re

from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.words import words

_STILL_OPEN = {
    "ko": re.compile(
        r"원인[은을이과도]? [^.]{0,30}?(?:조사|감식|수사|파악|확인|밝혀지지|나와야|알 수|아직|미상|규명|살피)|(?:사고|화재|정확한|발화) (?:경위|원인)[^.]{0,20}(?:조사|파악|수사|확인)"
    ),
    "latin": re.compile(
        r"\bcause\b[^.]{0,60}\b(?:not (?:yet )?(?:known|clear|been)|unknown|unclear|investigat\w+|determin\w+|remains?)\b|"
        r"\b(?:investigat\w+|examin\w+|establish|determin\w+|looking into)\b[^.]{0,30}\b(?:cause|what caused|how)\b"
    ),
    "ja": re.compile(r"原因[をはがや][^。]{0,24}(?:調べ|調査|捜査|不明|分かって|わかって|特定|究明)"),
}
_EVENT = {
    "ko": re.compile(r"(?<![가-힣])불[은이로]|화재|사고|폭발|붕괴|추락|충돌|정전|누출"),
    "latin": re.compile(r"\b(?:fire|blaze|crash|accident|explosion|blast|collapse|collision|outage|derailment|leak)\b"),
    "ja": re.compile(r"火災|出火|火事|事故|爆発|崩落|墜落|衝突|停電|漏"),
}
_GIVEN = {
    "ko": re.compile(
        r"(?P<why>[가-힣A-Za-z ]{2,30}?)(?:으로|로) (?:인해 )?(?:불이 |화재가 |사고가 |폭발이 )?(?:났[다습고]|발생했|일어났|시작됐|번졌)|"
        r"(?:원인은|이유는) (?P<told>[가-힣A-Za-z ]{2,30}?)(?:이다|였다|이었다|입니다)|(?P<was>[가-힣A-Za-z ]{2,30}?)(?:이|가) 원인(?:이다|이었|입니다)|(?P<for>[가-힣A-Za-z ]{2,30}?) (?:때문에|탓에)|(?:사고|불|화재|충돌|폭발)[은는] (?P<as>[가-힣A-Za-z ]{4,40}?(?:않아|[가-힣](?:해|아|어|여)))서? (?:일어났|발생했|났)"
    ),
    "latin": re.compile(r"\b(?:caused by|because of|due to|sparked by|started by|triggered by|blamed on|the result of) (?P<why>[^,.;]{3,60})"),
    "ja": re.compile(r"(?P<why>[一-鿿ァ-ヺーの]{2,20})(?:が原因|により(?:発生|起き|出火)|で(?:出火|発生|起きた)|による(?:火災|事故|もの)だ)"),
}  # fmt: skip
_HEDGED = re.compile(
    r"추정|것으로|가능성|조사|의심|진술|따르면|보고|여부|않|못|아직|아니|\b(?:may|might|could|believed|suspect\w*|thought|possib\w+|whether|not|investigat\w+|unclear|unknown|appears?|likely)\b|可能性|みられ|疑い|とみて|調べ|不明|ない"
)


def problems(claim: Claim) -> list[Problem]:
    """Only a cause with a word that the article does not have is held against a sentence."""
    script = script_of(claim.language)
    if claim.foreign or script not in _GIVEN or _HEDGED.search(claim.lower):
        return []
    match = _GIVEN[script].search(claim.lower) if _EVENT[script].search(claim.lower) else None
    if match is None:
        return []
    still_open = next(
        (found for one in claim.evidence.sources if (found := _STILL_OPEN[script].search(one.folded.text))), None
    )
    start, end = next(match.span(name) for name, text in match.groupdict().items() if text)
    told = [word for word in words(claim.lower[start:end]) if word.meaningful]
    squeezed = claim.evidence.squeezed
    is_known = all(word.stem in squeezed or word.stem in claim.evidence.postings for word in told)
    if still_open is None or (is_known and match.groupdict().get("as") is None):
        return []
    text = claim.text[start:end].strip()
    start = claim.text.index(text, start)
    why = f"The article gives no such cause; it leaves the cause open: “{still_open.group()}”."
    return [Problem("certainty", text, why, start, start + len(text))]
