"""Whether what is done in a sentence is the one thing in it that is not the article's.

Every other word of the sentence stands in the article, and the verb does not, nor any word that the table knows to be
like it: then somebody of the article is told of with a deed that is not there. With more than one new word it is free
wording, which is for a reader; so it is where the verb says so little that it may stand for many others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.deed_table import ALIKE, GRAVE, LIGHT_EN, LIGHT_JA, LIGHT_KO
from newsforge.engine.receipts.deeds import LANGUAGES, compiled, kinds, knows, unsaid
from newsforge.engine.receipts.evidence import Evidence
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.words import Word, english_stem

#: So many other words must be the article's before a single new one is held against it.
_LEAST_HELD = 2
_PREFIX = 5
_KO_DONE = re.compile(
    r"(?<![가-힣])(?P<noun>[가-힣]{2,6})(?P<end>했|하였|한다|합니다|했습니다|됐|되었|된다|됩니다|당했|시켰)(?:다|고|으며|지만|습니다|어요|는데)?(?![가-힣])"
)
_KO_OBJECT = re.compile(r"(?<![가-힣])(?P<noun>[가-힣]{2,6})[을를]\s(?:받|당하|당했|저질|했|벌[였인]|가[했한])[가-힣]*")
_JA_DONE = re.compile(r"(?P<noun>[一-鿿々]{2,4})(?:した|され|し[、て]|する|しました)")
#: A participle behind these says of what sort a thing is, and nothing is done.
_OWNED = re.compile(r"(?:'s|s'|\b(?:a|an|the|its|their|his|her|our|more|most|of|in|with|on|for))\s$")
_LIGHT = LIGHT_EN | {english_stem(word) for word in LIGHT_EN}


def problems(claim: Claim) -> list[Problem]:
    language = "en" if script_of(claim.language) == "latin" else claim.language
    if claim.foreign or language not in LANGUAGES or (language == "en" and claim.language != "en"):
        return []
    place = _lone_deed(claim, language)
    return [unsaid(claim, *place)] if place is not None else []


def _lone_deed(claim: Claim, language: str) -> tuple[int, int] | None:
    """Where the one new word stands, when it is what is done."""
    content = [word for word in claim.words if word.meaningful and not _is_measured(claim, word)]
    new = [word for word in content if not _is_held(word, claim.evidence)]
    if len(new) != 1 or len(content) - 1 < _LEAST_HELD:
        return None
    word = new[0]
    deed = next((span for span in _deeds(claim, language) if span[0] <= word.start < span[1]), None)
    if deed is not None and language == "ko" and claim.lower[deed[0] : deed[1]] in claim.evidence.everything:
        return None  # 구형했지만 for 구형했다
    if deed is None or _has_alike(claim.lower[deed[0] : deed[1]], claim.evidence, language):
        return None
    return deed


def _is_measured(claim: Claim, word: Word) -> bool:
    return any(figure.start <= word.start < figure.end for figure in claim.facts.figures) or any(
        mention.start <= word.start < mention.end for mention in claim.facts.dates
    )


def _is_held(word: Word, evidence: Evidence) -> bool:
    if word.stem in evidence.postings:
        return True
    if word.script == "latin":
        return len(word.text) >= _PREFIX and word.text[:_PREFIX] in evidence.beginnings
    return word.stem in evidence.squeezed


def _deeds(claim: Claim, language: str) -> Iterator[tuple[int, int]]:
    """What is done, as far as it says anything: verbs, and the things that are received or committed."""
    if language == "ko":
        for pattern, light in ((_KO_DONE, LIGHT_KO), (_KO_OBJECT, LIGHT_KO)):
            for match in pattern.finditer(claim.lower):
                noun = match["noun"]
                if noun not in light and noun[-2:] not in light:
                    yield match.span("noun")
    elif language == "ja":
        for match in _JA_DONE.finditer(claim.lower):
            if match["noun"][-2:] not in LIGHT_JA and not claim.lower.endswith("字に", 0, match.start()):  # 赤字に転落
                yield match.span("noun")
    else:
        yield from _english_deeds(claim)


def _english_deeds(claim: Claim) -> Iterator[tuple[int, int]]:
    begins = {clause.verb_start for clause in claim.clauses}
    for word in claim.words:
        if word.start not in begins or claim.text[word.start].isupper() or {word.text, word.stem} & _LIGHT:
            continue
        if not _OWNED.search(claim.lower[: word.start]):
            yield word.start, word.end


def _has_alike(word: str, evidence: Evidence, language: str) -> bool:
    """The article speaks of something that a word of the table puts on one line with this one."""
    return any(
        compiled(kind.known[language]).match(word) and knows(evidence, kind, language)
        for table in (GRAVE, ALIKE)
        for kind in kinds(table)
    )
