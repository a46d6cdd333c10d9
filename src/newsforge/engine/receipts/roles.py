"""Who did what to whom, as far as Korean particles tell: two words that trade subject and object."""

from __future__ import annotations

import re

from newsforge.engine.receipts.claim import Claim
from newsforge.engine.receipts.model import Problem

_SUBJECT = re.compile(r"(?<![가-힣])([가-힣]{2,}?)(?:은|는|이|가)(?![가-힣])")
_OBJECT = re.compile(r"(?<![가-힣])([가-힣]{2,}?)(?:을|를)(?![가-힣])")
_LEAST_SIMILAR = 0.5


def problems(claim: Claim) -> list[Problem]:
    best = claim.alignment.best
    if claim.language != "ko" or claim.foreign or best is None or claim.alignment.similarity < _LEAST_SIMILAR:
        return []
    mine_subjects = {match.group(1): match for match in _SUBJECT.finditer(claim.lower)}
    mine_objects = {match.group(1) for match in _OBJECT.finditer(claim.lower)}
    subjects = {match.group(1) for match in _SUBJECT.finditer(best.folded.text)}
    objects = {match.group(1) for match in _OBJECT.finditer(best.folded.text)}
    traded = [word for word in mine_subjects if word in objects and word not in subjects]
    if not traded or not any(word in subjects and word not in objects for word in mine_objects):
        return []
    verb = claim.words[-1].stem[:2]
    if not any(word.stem.startswith(verb) for word in best.words[-3:]):
        return []
    start, end = mine_subjects[traded[0]].span(1)
    why = f"The post makes {traded[0]} the doer; in the article it is the other way round."
    return [Problem("name", claim.text[start:end], why, start, end)]
