# ruff: noqa: E501 -- patterns of two languages read best beside each other; a Korean letter counts as two
"""What the article only says was not done, or will not be, told as done: 設置する方針 for 設置しない方針, 설치돼 있었으나 for
설치돼 있지 않았다. The verb is of a noun, and that noun by itself (設置を求めた, 설치 의무) states nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsforge.engine.receipts.alignment import held_by
from newsforge.engine.receipts.claim import Claim
from newsforge.engine.receipts.clauses import pieces
from newsforge.engine.receipts.evidence import Source
from newsforge.engine.receipts.model import Problem

_VERBS = {
    "ko": re.compile(r"(?<![가-힣])(?P<noun>[가-힣]{2,4}?)(?P<light>하기|하지|하고|하는|하며|하여|한다|할|했|해|한|합|되|돼|된|됐|될|됩|받지|받았|받은)(?P<tail>[가-힣]{0,5}(?: (?:있|않|못|수|계획|방침|예정|뜻)[가-힣]{0,6}){0,2})"),
    "ja": re.compile(r"(?P<noun>[一-鿿]{2,4})(?P<light>し|され|する|でき|せ)(?P<tail>[ぁ-ん]{0,8})"),
}  # fmt: skip
_DENIED = {
    "ko": re.compile(
        r"^(?:지|지는|지도|지를)? ?(?:않|못)|(?:지|지는|지도) ?(?:않|못)|수 없|계획(?:이|은)? 없|지 (?:않|못)"
    ),
    "ja": re.compile(r"^(?:て|て?い)?(?:ない|なかった|ず|ません|なく)|^ない|(?:てい|られ)?(?:ない|なかった|ません)"),
}
#: Whoever asks, allows or doubts states nothing.
_OPEN = {
    "ko": re.compile(r"^(?:라고|자고|자는|라는|야|도록|려|면|지 여부|는지|던|달라)|[라자]고|야 |면 "),
    "ja": re.compile(r"^(?:べき|よう|れば|たら|なら|るよう|るべき|るか)|よう|べき|ば"),
}
#: A clause that denies anything is left to the other checks.
_ANY_DENIAL = {
    "ko": re.compile(r"않|못|안 |없|아니|거부|철회|취소|중단|보류|무산|부인|반대|여부|요구|촉구|주장|제안|요청|논란"),
    "ja": re.compile(r"ない|なかった|ず|ません|なく|なし|撤回|中止|見送|拒|反対|求め|要求|提案|主張|か(?:どうか|。)"),
}
#: Of the clause's other words so many stand where it is denied.
_SHARE, _HALF = 0.6, 0.5


@dataclass(frozen=True, slots=True)
class _Verb:
    noun: str
    is_denied: bool
    is_open: bool
    start: int
    end: int


def problems(claim: Claim) -> list[Problem]:
    if claim.foreign or claim.language not in _VERBS:
        return []
    for start, end, _ in pieces(claim.lower, claim.language):
        clause = claim.lower[start:end]
        if _ANY_DENIAL[claim.language].search(clause):
            continue
        for verb in _verbs(clause, claim.language):
            source = None if verb.is_open else _denied_in(claim, verb.noun)
            if source is None or not _is_same_matter(claim, source, verb, start, end):
                continue
            at, stop = start + verb.start, start + verb.end
            why = f"The article denies it: it says “{source.text.strip()[:80]}”."
            return [Problem("polarity", claim.text[at:stop], why, at, stop)]
    return []


def _verbs(text: str, language: str) -> Iterator[_Verb]:
    for match in _VERBS[language].finditer(text):
        tail = match["light"][-1:] + match["tail"] if match["light"] in {"하지", "받지"} else match["tail"]
        is_denied = _DENIED[language].search(tail) is not None
        is_open = not is_denied and _OPEN[language].search(tail) is not None
        yield _Verb(match["noun"], is_denied, is_open, *match.span())


def _denied_in(claim: Claim, noun: str) -> Source | None:
    """The sentence that denies it, where none states it."""
    found = None
    for source in claim.evidence.sources:
        if noun not in source.folded.text:
            continue
        for verb in _verbs(source.folded.text, claim.language):
            if verb.noun.endswith(noun) and not verb.is_open:
                if not verb.is_denied:
                    return None
                found = found or source
    return found


def _is_same_matter(claim: Claim, source: Source, verb: _Verb, start: int, end: int) -> bool:
    rest = [
        word
        for word in claim.words
        if start <= word.start < end and word.meaningful and not start + verb.start <= word.start < start + verb.end
    ]
    held = sum(held_by(word, source) >= _HALF for word in rest)
    return held > 0 and held >= _SHARE * len(rest)
