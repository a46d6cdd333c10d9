# ruff: noqa: E501 -- patterns of three languages read best beside each other
"""What somebody is only accused of, told as done; and what a prosecutor asked for, told as the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsforge.engine.receipts.certainty import EN_PAST
from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.evidence import Source
from newsforge.engine.receipts.korean_forms import past_of, stem_of_modifier, with_lost_l
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.words import english_stem, whole_word

#: Whoever says one of these does not say it as a fact.
_HEDGED = {
    "ko": re.compile(
        r"혐의|의혹|주장|의심|기소|공소|고소|고발|조사|수사|재판|구속|체포|검거|입건|송치|적발|유죄|선고|판결|따르면|알려|것으로|"
        r"밝혔|전했|말했|했다고|시인|인정|자백"
    ),
    "en": re.compile(
        r"\b(?:accus\w+|alleg\w+|suspect\w*|charg\w+|den(?:y|ies|ied)|report\w*|police|prosecut\w+|said|says|according|"
        r"court|trial|would|could|may|might|convict\w+|guilty|admit\w*|confess\w*|sentenc\w+|arrest\w*|indict\w+)\b"
    ),
    "ja": re.compile(r"容疑|疑い|疑惑|起訴|逮捕|主張|捜査|によると|という|とみられ|とされ|認め|有罪|判決|告発|告訴"),
}
_KO_CHARGE = re.compile(r"(?P<verb>[가-힣]{1,6}[가-힣]) (?:것으로 )?(?P<mark>혐의|의혹)")
_KO_WHAT = re.compile(r"(?P<what>[가-힣\d]{1,12}?)[을를이가은는도에로]? ?$")
_WHAT_WITHIN = 20
_EN_CHARGE = re.compile(
    r"\b(?P<mark>accused|suspected|guilty plea|charges|suspicion) of (?P<verb>[a-z]{3,}ing)\b|"
    r"\b(?P<other>alleged|believed|accused) to have (?P<past>[a-z]{3,})\b"
)
_JA_CHARGE = re.compile(
    r"(?P<verb>[一-龥]{1,2}[ぁ-ん]{0,3}?)(?:った|いた|した|んだ|た)(?:とする|とされる|などの?|との)?(?P<mark>疑い|容疑)"
)
#: As near as this a sentence tells of the same deed.
_LEAST = 0.3
_ASKED = {
    "ko": re.compile(r"구형|처해질|처해진다|이하의 (?:징역|벌금|금고)"),
    "ja": re.compile(r"求刑|以下の(?:懲役|罰金|拘禁刑|禁錮)"),
    "en": re.compile(
        r"\b(?:sought|asked for|demanded|requested|fac(?:es?|ed|ing) (?:up to|a maximum|as (?:much|many)|between|a possible)|"
        r"could (?:face|get|be (?:jailed|sentenced|fined|given))|maximum|carr(?:y|ies|ied) (?:up to|a maximum))\b"
    ),
}
_BEFORE = 40
#: What is to come: when he is sentenced.
_TO_COME = re.compile(r"\b(?:(?:when|once|if|until|before|after) (?:\w+ )?(?:is|are)|to be|will be|be)(?: \w+ly)? $")
_SOUGHT = {
    "ko": re.compile(r"구형"),
    "ja": re.compile(r"求刑"),
    "en": re.compile(r"\b(?:sought|asked for|demanded)\b"),
}
_PASSED = {
    "ko": re.compile(r"선고|확정|판결했|실형"),
    "ja": re.compile(r"言い渡|判決|実刑"),
    "en": re.compile(r"\b(?:sentenced|jailed|handed|given|imprisoned)\b"),
}


def problems(claim: Claim) -> list[Problem]:
    if claim.foreign:
        return []
    language = script_of(claim.language)
    language = "en" if language == "latin" else language
    problem = _asked(claim, language) or _passed(claim, language) or _charged(claim, language)
    return [problem] if problem else []


def _charged(claim: Claim, language: str) -> Problem | None:
    hedged = _HEDGED.get(language)
    if hedged is None or hedged.search(claim.lower) or claim.alignment.similarity < _LEAST:
        return None
    for source in claim.alignment.sources[:2]:
        for deed, mark in _deeds(source.folded.text, language):
            told = deed.search(claim.lower)
            if told is None or _is_told_as_done(claim, source, deed):
                continue
            start, end = whole_word(claim.lower, *told.span())
            why = f"The post calls proven what the article calls a charge: it says “{mark}”."
            return Problem("certainty", claim.text[start:end], why, start, end)
    return None


def _is_told_as_done(claim: Claim, charge: Source, deed: re.Pattern[str]) -> bool:
    """Another sentence of the article says so as a fact."""
    return any(deed.search(source.folded.text) for source in claim.evidence.sources if source.index != charge.index)


def _deeds(text: str, language: str) -> Iterator[tuple[re.Pattern[str], str]]:
    """The forms of a deed that are told as done, and what the article calls it."""
    if language == "ko":
        for match in _KO_CHARGE.finditer(text):
            stem = stem_of_modifier(match["verb"])
            if stem:
                forms = "|".join(map(re.escape, {past_of(stem), past_of(with_lost_l(stem))}))
                done = rf"(?<![가-힣])(?:{forms})(?:다|고|으며|습니다)"
                if len(stem) == 1:  # 돈을 받은 혐의: what was received, as one verb says little
                    what = _KO_WHAT.search(text[max(0, match.start() - _WHAT_WITHIN) : match.start()])
                    if what is None:
                        continue
                    done = rf"{re.escape(what['what'])}[가-힣]? {done}"
                yield re.compile(done), match["mark"]
    elif language == "ja":
        for match in _JA_CHARGE.finditer(text):
            forms = rf"{re.escape(match['verb'])}(?:った|いた|した|んだ|た)(?:。|$)"
            yield re.compile(forms), match["mark"]
    else:
        for match in _EN_CHARGE.finditer(text):
            stem = english_stem(match["verb"] or EN_PAST.get(match["past"], match["past"]))
            past = [form for form, verb in EN_PAST.items() if english_stem(verb) == stem]
            forms = "|".join([*map(re.escape, past), rf"{re.escape(stem)}\w*ed"])
            yield re.compile(rf"\b(?:{forms})\b"), match["mark"] or match["other"]


def _is_passed(passed: re.Pattern[str], text: str) -> bool:
    return any(
        not _TO_COME.search(text[max(0, match.start() - _BEFORE) : match.start()]) for match in passed.finditer(text)
    )


def _passed(claim: Claim, language: str) -> Problem | None:
    """Nor is a sentence that the court passed the one that the prosecutor asked for."""
    asked, passed = _SOUGHT.get(language), _PASSED.get(language)
    told = asked.search(claim.lower) if asked is not None and passed is not None else None
    if told is None or passed is None or asked is None or passed.search(claim.lower) or not claim.facts.figures:
        return None
    figures = {(figure.unit, figure.value) for figure in claim.facts.figures}
    holding = [
        source
        for source in claim.evidence.sources
        if figures <= {(figure.unit, figure.value) for figure in source.facts.figures}
    ]
    if any(asked.search(source.folded.text) for source in holding):
        return None
    if not any(_is_passed(passed, source.folded.text) for source in holding):
        return None
    if not any(asked.search(source.folded.text) for source in claim.evidence.sources):
        return None  # 구형 is told of in no word that is known here
    start, end = whole_word(claim.lower, *told.span())
    why = "The article has this as the sentence that was passed, not as the one that was asked for."
    return Problem("polarity", claim.text[start:end], why, start, end)


def _asked(claim: Claim, language: str) -> Problem | None:
    """Five years asked for are no five years passed."""
    asked, passed = _ASKED.get(language), _PASSED.get(language)
    if asked is None or passed is None or not claim.facts.figures:
        return None
    told = passed.search(claim.lower)
    if told is None or asked.search(claim.lower):
        return None
    figures = {(figure.unit, figure.value) for figure in claim.facts.figures}
    holding = [
        source
        for source in claim.evidence.sources
        if figures <= {(figure.unit, figure.value) for figure in source.facts.figures}
    ]
    marks = [asked.search(source.folded.text) for source in holding]
    if not holding or not all(marks) or any(_is_passed(passed, one.folded.text) for one in holding):
        return None
    start, end = whole_word(claim.lower, *told.span())
    word = next(mark.group() for mark in marks if mark)
    why = f"The post calls settled what the article leaves open: it says “{word}”."
    return Problem("certainty", claim.text[start:end], why, start, end)
