# ruff: noqa: E501, SIM905 -- lists of words read best as lines of words; a Korean letter counts as two
"""A does it to B where the article has B do it to A: both named, the same verb, the same way of naming whom it hits.

Nothing is concluded where the article has it this way anywhere, or where the verb goes both ways (to meet, to marry).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsforge.engine.receipts.claim import Claim
from newsforge.engine.receipts.model import Problem

_KO_NOUN = r"[가-힣A-Za-z0-9&]{2,14}?"
_KO_DOER = rf"(?<![가-힣])(?P<doer>{_KO_NOUN})(?:이|가|은|는|께서)(?: (?:[가-힣A-Za-z0-9.,()]+ ){{0,4}}?| )"
_KO_DEED = (
    re.compile(rf"{_KO_DOER}(?P<done_to>{_KO_NOUN})(?P<way>을|를|에게|에|한테) (?P<rest>[^.!?\n\"]{{2,40}})"),
    re.compile(
        rf"(?<![가-힣])(?P<done_to>{_KO_NOUN})(?P<way>을|를) (?P<doer>{_KO_NOUN})(?:이|가) (?P<rest>[^.!?\n\"]{{2,40}})"
    ),
)
_KO_WORD = re.compile(r"[가-힣]+")
_KO_NO_VERB = re.compile(r"(?:을|를|은|(?<![라하되])는|이|가|의|에|에서|로|으로|와|과)$")
_KO_VERBS_READ = 3
_KO_BOTH_WAYS = frozenset(
    "만나 만났 비교 결혼 대화 협의 논의 합의 통화 회담 마주 상대 위해 대해 통해 함께 관련 따르".split()
)

#: A name, or a body that is known by what it is.
_EN_NAME = re.compile(
    r"\b[A-Z][\w&'’-]*(?: [A-Z][\w&'’-]*)*|(?<=\b[Tt]he )(?:club|company|firm|city|council|bank|union|government|school|"
    r"hospital|university|team|charity|agency|airline|insurer|developer|landlord|contractor|family|ministry|supplier|tenant)\b"
)
_EN_VERB = re.compile(
    r"\b(?P<verb>pa(?:y|ys|id|ying)|owe[sd]?|sue[sd]?|suing|b(?:uy|uys|ought|uying)|acquire[sd]?|acquiring|beat(?:s|en|ing)?|"
    r"defeat(?:s|ed|ing)?|s(?:ell|ells|old|elling)|len[dt]s?|lending|hire[sd]?|fire[sd]?|fine[sd]?|accuse[sd]?|overtook|"
    r"overtakes?|replace[sd]?|succeed(?:s|ed)?|criticis(?:e|es|ed)|criticiz(?:e|es|ed)|attack(?:s|ed)?|supplie[sd]|owns?|owned|"
    r"c(?:ame|omes) on for|(?:took|takes|taking) over from|(?:steps?|stepped) in for|(?:replacement|substitute|successor) (?:for|to))\b"
)
_EN_BASE = {
    "paid": "pay", "suing": "sue", "bought": "buy", "sold": "sell", "lent": "lend", "lends": "lend", "overtook": "overtake",
    "beaten": "beat", "acquiring": "acquire", "came on for": "replace", "comes on for": "replace", "took over from": "replace",
    "takes over from": "replace", "taking over from": "replace", "steps in for": "replace", "step in for": "replace",
    "stepped in for": "replace", "replacement for": "replace", "substitute for": "replace", "successor to": "replace",
}  # fmt: skip
_EN_BEFORE, _EN_AFTER = 48, 60
_EN_NOT_NAMES = frozenset(
    "The A An In On At But And He She It They We I You This That These Those After Before When While If As By For From "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September "
    "October November December Police Officials".split()
)


@dataclass(frozen=True, slots=True)
class _Deed:
    doer: str
    done_to: str
    way: str
    verbs: frozenset[str]
    start: int
    end: int


def problems(claim: Claim) -> list[Problem]:
    if claim.foreign or claim.language not in {"ko", "en"}:
        return []
    mine = list(_deeds(claim.statement, claim.language))
    if not mine:
        return []
    stated: list[_Deed] | None = claim.evidence.readings.get("exchanges")
    if stated is None:
        stated = [deed for source in claim.evidence.sources for deed in _deeds(source.text, claim.language)]
        claim.evidence.readings["exchanges"] = stated
    for deed in mine:
        alike = [one for one in stated if one.way == deed.way and one.verbs & deed.verbs]
        turned = [one for one in alike if _same(one.doer, deed.done_to) and _same(one.done_to, deed.doer)]
        if not turned or any(_same(one.doer, deed.doer) or _same(one.done_to, deed.done_to) for one in alike):
            continue
        text = claim.text[deed.start : deed.end]
        why = f"The article has {deed.doer} and {deed.done_to} the other way round."
        return [Problem("name", text, why, deed.start, deed.end)]
    return []


def _same(one: str, other: str) -> bool:
    """Halden for Halden Motors; 시 for 한빛시 is too little."""
    if one == other:
        return True
    mine, theirs = set(one.lower().split()), set(other.lower().split())
    return bool(mine & theirs) if one.isascii() else min(len(one), len(other)) > 2 and (one in other or other in one)


def _deeds(text: str, language: str) -> Iterator[_Deed]:
    yield from _korean(text) if language == "ko" else _english(text)


def _korean(text: str) -> Iterator[_Deed]:
    for pattern in _KO_DEED:
        at = 0
        while (match := pattern.search(text, at)) is not None:
            at = match.start() + 1
            verbs = [word for word in _KO_WORD.findall(match["rest"])[: _KO_VERBS_READ + 1] if len(word) > 1]
            stems = frozenset(word[:2] for word in verbs if not _KO_NO_VERB.search(word)) - _KO_BOTH_WAYS
            way = "object" if match["way"] in "을를" else "to"
            yield _Deed(match["doer"], match["done_to"], way, stems, *match.span("doer"))


def _english(text: str) -> Iterator[_Deed]:
    for match in _EN_VERB.finditer(text):
        before = list(_names(text, max(0, match.start() - _EN_BEFORE), match.start()))
        after = next(_names(text, match.end(), min(len(text), match.end() + _EN_AFTER)), None)
        if not before or after is None or re.search(r"[.!?;]\s", text[before[-1].start() : after.end()]):
            continue
        doer, done_to = before[-1], after
        passive = re.search(r"\b(?:was|were|been|being|is|are|be)\s(?:\w+ly\s)?$", text[: match.start()]) is not None
        if passive:
            if re.match(r"\s(?:[\w$€£.,]+\s){0,4}?by\s", text[match.end() :]) is None:
                continue
            doer, done_to = done_to, doer
        verb = match["verb"]
        stem = _EN_BASE.get(verb, verb.removesuffix("ing").removesuffix("s"))
        stem = stem.removesuffix("d") if stem.endswith("ed") and not stem.endswith("eed") else stem
        yield _Deed(doer.group(), done_to.group(), "object", frozenset({stem[:5].rstrip("e")}), *doer.span())


def _names(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    for match in _EN_NAME.finditer(text, start, end):
        if match.group() not in _EN_NOT_NAMES:
            yield match
