# ruff: noqa: E501 -- patterns of three languages read best beside each other; a Korean letter counts as two
"""A verb that the article only has denied, and the post states; or the other way round. What it is done to tells that
it is the same deed, so the sentences need not be near: 所得制限を設ける for 所得制限を設けない."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsforge.engine.receipts.claim import Claim
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.words import english_stem

#: (what it is done to) (the verb) (its ending), the last one denied or not.
_DEEDS = {
    "ko": re.compile(
        r"(?P<what>[가-힣A-Za-z0-9]{1,12})(?:을|를|은|는|이|가|도) (?:[가-힣]{1,4}(?:히|게|로|에) )?"
        r"(?P<verb>[가-힣]{1,4}?)(?P<tail>지(?:는|도|를|가)? ?(?:않|못)|기로|는다|한다|했|하기로|하겠|할 |을 |겠|았|었|ㄴ다)"
    ),
    "ja": re.compile(
        r"(?P<what>[一-鿿々ァ-ヺーA-Za-z0-9]{2,}|(?<=の)[一-鿿])(?:を|は|が|も|に)(?P<verb>[一-鿿々]+(?:[ぁ-ゖ](?=[一-鿿]))?[一-鿿]?)"
        r"(?P<tail>[ぁ-ゖ]{0,6})"
    ),
}
_EN_DEED = re.compile(
    r"(?P<denied>(?:\bnot|\bnever|n't|\bwithout) (?:\w+ly )?(?:(?:planning|intending|expected|expecting|going|due|willing|prepared|plan|intend|expect|want) to )?)?\b(?P<verb>[a-z]{3,}) (?:(?:the|its|their|his|her|an?|any) )?"
    r"(?P<what>(?!(?:the|its|their|his|her|any|that|and|but|for|with|from|been|have|has|had|was|were|will|not|who|which|when|than|into|over|about|after|before|more|less|said|says|yet|out)\b)[a-z]{3,})\b"
)
_DENIES = {"ko": re.compile(r"지(?:는|도|를|가)? ?(?:않|못)"), "ja": re.compile(r"ない|なかった|ず|ません|なく|ぬ")}
#: A sentence that denies anything, in any place, is left to the other checks.
_ANY_DENIAL: dict[str, re.Pattern[str]] = {
    "ko": re.compile(r"않|못|안 |없|아니|거부|철회|취소|중단|보류|무산|부인|반대|말[라아자]"),
    "ja": re.compile(r"ない|なかった|ず|ません|なく|なし|無し|ぬ|撤回|中止|見送|拒|廃止|反対|断"),
}
_JA_PARTICLES = "をはがにのともでへや"
_EN_ANY_DENIAL = re.compile(
    r"\b(?:not|no|never|none|neither|nor|without|unless|if|whether|refus\w+|reject\w*|den(?:y|ies|ied)|fail\w*|avoid\w*|"
    r"stop\w*|oppos\w+|against|rule[sd]? out|call\w*|urg\w+|want\w*|demand\w*|ask\w*|promis\w+|threat\w*|instead)\b|n't\b|\?"
)
_ENDS_OF_VERB = re.compile(r"(?:하|되|시키)$")


@dataclass(frozen=True, slots=True)
class _Deed:
    what: str
    verb: str
    is_denied: bool
    start: int
    end: int
    shown: str


def problems(claim: Claim) -> list[Problem]:
    if claim.foreign or claim.language not in {"ko", "ja", "en"}:
        return []
    state = _denied_state(claim) or _not_meant(claim)
    if state is not None:
        return [state]
    mine = list(_deeds(claim.lower, claim.language))
    if not mine:
        return []
    stated: list[tuple[int, _Deed]] | None = claim.evidence.readings.get("denials")
    if stated is None:
        sources = claim.evidence.sources
        stated = [(one.index, deed) for one in sources for deed in _deeds(one.folded.text, claim.language)]
        claim.evidence.readings["denials"] = stated
    for deed in mine:
        same = [(index, one) for index, one in stated if one.verb == deed.verb and one.what == deed.what]
        if not same or any(one.is_denied == deed.is_denied for _, one in same):
            continue
        if not deed.is_denied and _any_denial(claim.language).search(claim.lower.replace(deed.what, " ")):
            continue
        index, other = same[0]
        if deed.is_denied and _denies_twice(claim, claim.evidence.sources[index].folded.text):
            continue
        text = claim.text[deed.start : deed.end]
        why = (
            f"The post denies what the article states: “{other.shown}”."
            if deed.is_denied
            else f"The article denies it: it says “{other.shown}”."
        )
        return [Problem("polarity", text, why, deed.start, deed.end)]
    return []


#: What somebody or something is said to be, and how that is denied behind or before the word.
_STATES = {
    "ko": re.compile(r"(?<![가-힣])(?P<state>[가-힣]{2,6})(?:이라고|이라며|이다|이었다|였다|입니다)(?![가-힣])"),
    "en": re.compile(r"\b(?:is|are|was|were|been) (?P<state>(?!(?:not|also|only|said|going)\b)[a-z]{5,})\b"),
}
_PLAIN_NOT = re.compile(r"않|없|아[니닌닙]|\b(?:not|never|no|nor|neither|hardly)\b|n't\b")
_NOT_STATED = {"ko": r"{}(?:이|가|은|는)? ?아[니닌닙]", "en": r"(?:\bnot|\bnever|n't) (?:\w+ )?{}\b"}


def _denied_state(claim: Claim) -> Problem | None:
    """선수들의 잘못이다 for 선수들의 잘못이 아니다, were deliberate for but not deliberate: it is said in no other way."""
    pattern = _STATES.get(claim.language)
    if pattern is None or _PLAIN_NOT.search(claim.lower):
        return None
    everything = claim.evidence.everything
    for match in pattern.finditer(claim.lower):
        word = re.escape(match["state"])
        said = len(re.findall(rf"(?<!\w){word}", everything))
        denied = re.findall(_NOT_STATED[claim.language].format(word), everything)
        if denied and len(denied) == said:
            start, end = match.span("state")
            why = f"The article denies it: it says “{denied[0]}”."
            return Problem("polarity", claim.text[start:end], why, start, end)
    return None


#: 모든 배달원이 근로자에 해당한다는 취지는 아니다: what is said not to be meant.
_NOT_MEANT = {
    "ko": re.compile(
        r"(?P<what>[가-힣]{2,}) (?P<verb>[가-힣]{2,4}?)(?:한|된|이라|하|되|라)?다?(?:는 (?:취지|뜻|의미|것|말|얘기|이야기)(?:은|는|이|가)? ?(?:아니|아닌|아닙)|고 (?:볼|단정할|판단할|인정할) (?:만한 )?(?:증거|근거|이유|자료)(?:는|가|이)? ?(?:없|부족))"
    ),
    "ja": re.compile(
        r"(?P<what>[一-鿿ァ-ヺー]{2,})[をにがは](?P<verb>[一-鿿]{1,3})[ぁ-ゖ]{1,4}という(?:趣旨|意味|わけ|こと)では?(?:ない|ありません)"
    ),
}


def _not_meant(claim: Claim) -> Problem | None:
    """Stated by the post, where each time that the article has it, it is what is not meant."""
    pattern = _NOT_MEANT.get(claim.language)
    if pattern is None or _any_denial(claim.language).search(claim.lower):
        return None
    everything = claim.evidence.everything
    for match in pattern.finditer(everything):
        said = re.compile(rf"{re.escape(match['what'])}[をにがは]? ?{re.escape(match['verb'][:2])}")
        mine = said.search(claim.lower)
        if mine is not None and len(said.findall(everything)) == 1:
            why = f"The article denies it: it says “{match.group()}”."
            return Problem("polarity", claim.text[mine.start() : mine.end()], why, *mine.span())
    return None


def _denies_twice(claim: Claim, stated: str) -> bool:
    """The article's sentence takes its deed back in another way, or is an open question."""
    return _any_denial(claim.language).search(stated) is not None


def _any_denial(language: str) -> re.Pattern[str]:
    return _EN_ANY_DENIAL if language == "en" else _ANY_DENIAL[language]


def _verb_stem(verb: str) -> str:
    """One for offer, of which the stem is taken for a comparative, and offered."""
    stem = english_stem(verb)
    return stem.removesuffix("er") if len(stem) > len("over") else stem


def _english(text: str) -> Iterator[_Deed]:
    at = 0
    while (match := _EN_DEED.search(text, at)) is not None:
        at = match.end("verb")  # the ministry will close the hospital: each word is tried
        stem, what = _verb_stem(match["verb"]), english_stem(match["what"])
        yield _Deed(what, stem, match["denied"] is not None, *match.span("verb"), match.group())


def _deeds(text: str, language: str) -> Iterator[_Deed]:
    if language == "en":
        yield from _english(text)
        return
    at = 0
    while (match := _DEEDS[language].search(text, at)) is not None:
        at = match.start("verb")
        tail = match["tail"]
        if language == "ja" and (not tail or tail[0] in _JA_PARTICLES):
            continue
        verb = _ENDS_OF_VERB.sub("", match["verb"]) or match["verb"]
        what = match["what"]
        if len(what) == 1:  # 공장 두 곳
            what = " ".join((*text[: match.start()].split()[-2:], what))
        is_denied = _DENIES[language].search(tail) is not None
        end = match.end() if is_denied else match.end("verb") + min(len(tail), 2)
        yield _Deed(what, verb, is_denied, match.start("verb"), end, match.group())
