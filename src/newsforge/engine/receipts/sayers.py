# ruff: noqa: E501 -- lists of words read best as lines of words; a Korean letter counts as two
"""Which body says it: the company is not the plaintiffs, the court is not the trade. Bodies are told by kind, so that
only kinds that cannot be one another are held against each other."""

from __future__ import annotations

import re
from functools import cache

from newsforge.engine.receipts.alignment import held_by
from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.evidence import Source
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.words import Word

_LEAST = 0.5
#: So much of what is said must stand in the one sentence: who makes a second statement is not read here.
_LEAST_HELD, _HALF = 0.7, 0.5
#: So much, and the post's speaker has a statement of its own in the claim.
_ALSO = 0.35
#: Kinds of bodies that never stand for one another, as the end of a Korean or Japanese phrase or as English words.
_KINDS = {
    "ko": {
        "court": r"법원|재판부|헌법재판소|지법|고법|대법원",
        "company": r"회사|업체|선사|사측|경영진|기업|보험사|제조사|운영사|시공사",
        "union": r"노조|노동조합|조합원들?",
        "plaintiffs": r"원고들?|원고 측|유가족들?|유족들?|피해자들?|주민들?|소비자들?|가입자들?",
        "trade": r"업계|시장|증권가|전문가들?",
        "police": r"경찰|해경|검찰|소방당국|수사당국",
        "government": r"정부|당국|국토부|교육부|시청|기획재정부|환경부|보건복지부|해양수산부|고용노동부",
    },
    "latin": {
        "court": r"court|judges?|justices?|jury|panel",
        "company": r"company|firm|insurer|manufacturer|maker|operator|airline|employer|retailer|bank|developer|landlord",
        "union": r"unions?|strikers",
        "plaintiffs": r"plaintiffs?|families|relatives|victims|residents|tenants|customers|passengers|patients",
        "police": r"police|prosecutors?|detectives",
        "trade": r"analysts|economists|experts|traders",
        "government": r"government|ministry|minister|mayor|council|officials|regulators?",
    },
    "ja": {
        "court": r"裁判所|地裁|高裁|最高裁|裁判長",
        "company": r"会社|同社|企業|業者|運営会社|会社側",
        "union": r"労組|労働組合|組合側?",
        "plaintiffs": r"原告側?|原告団|遺族|被害者|住民",
        "trade": r"業界|市場関係者|アナリスト|専門家",
        "police": r"警察|県警|検察|警視庁",
        "government": r"政府|国|省|当局|県|市",
    },
}
_SAYS = {
    "ko": re.compile(
        r"(?:주장|추산|추정|설명|반박|맞섰|맞선|요구|지적|강조|비판|반발|판단|분석|전망|밝혔|밝힌|말했|했다|한다|합니다|했습니다|호소|해명)[가-힣]*[.\"”]?\s*$"
    ),
    "latin": re.compile(
        r"\b(?:said|says|argued|argues|claimed|claims|told|insisted|maintained|estimated|estimates|contended|warned|complained|denied)\b"
    ),
    "ja": re.compile(r"(?:主張|推計|試算|説明|反論|要求|指摘|訴え|述べ|批判|判断|分析|明らかに)[ぁ-ゖ]*。?\s*$"),
}
_SUBJECT = {
    "ko": re.compile(
        r"^(?:이날 |이에 |이에 대해 |반면 |한편 |하지만 |그러나 |또 )?(?P<phrase>[가-힣A-Za-z0-9 ]{2,24}?)(?:은|는|이|가|도|에서는|측은) "
    ),
    "latin": re.compile(
        r"^(?:but |and |however, )?(?P<phrase>(?:[\w'’-]+ ){0,5}[\w'’-]+) (?:also |had |has |have )?(?:said|says|argued|argues|claimed|claims|told|insisted|maintained|estimated|estimates|contended|warned|complained|denied)\b"
    ),
    "ja": re.compile(r"^(?P<phrase>[一-鿿々ァ-ヺー]{2,16}?)(?:は|が|では)"),
}


def problems(claim: Claim) -> list[Problem]:
    language = script_of(claim.language)
    if claim.foreign or language not in _KINDS or claim.alignment.similarity < _LEAST:
        return []
    mine = _sayer(claim.lower, language)
    source = claim.alignment.best
    if mine is None or source is None:
        return []
    theirs = _sayer(source.folded.text, language)
    if theirs is None or mine[0] == theirs[0] or _speaks_here(source, mine[3]):
        return []
    _, start, end, _ = mine
    said = [word for word in claim.words if word.start >= end and word.meaningful]
    if (
        not said
        or _share(said, source) < _LEAST_HELD
        or any(
            _share(said, other) >= _ALSO and (_sayer(other.folded.text, language) or ("",))[0] == mine[0]
            for other in claim.alignment.sources[1:]
        )
    ):
        return []
    why = f"The post has {claim.text[start:end]} say it; in the article it is “{theirs[3]}”."
    return [Problem("speaker", claim.text[start:end], why, start, end)]


def _share(said: list[Word], source: Source) -> float:
    return sum(held_by(word, source) >= _HALF for word in said) / len(said)


def _sayer(text: str, language: str) -> tuple[str, int, int, str] | None:
    """(kind, start, end, phrase) of who says what the sentence says, where the kind is known."""
    text = text.rstrip()
    if not _SAYS[language].search(text):
        return None
    match = _SUBJECT[language].search(text)
    if match is None:
        return None
    phrase = match["phrase"].strip(" ,")
    for kind in _KINDS[language]:
        if _body(kind, language).search(phrase):
            return kind, match.start("phrase"), match.end("phrase"), phrase
    return None


@cache
def _body(kind: str, language: str) -> re.Pattern[str]:
    words = _KINDS[language][kind]
    if language == "latin":
        return re.compile(rf"\b(?:{words})\b")
    return re.compile(rf"(?:^|[\s가-힣一-鿿])(?:{words})$|^(?:{words})(?:\s|$)")


def _speaks_here(source: Source, phrase: str) -> bool:
    """The article's sentence names the post's speaker too."""
    return phrase.rsplit(maxsplit=1)[-1] in source.folded.text
