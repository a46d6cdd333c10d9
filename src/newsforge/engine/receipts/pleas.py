# ruff: noqa: E501 -- a Korean letter counts as two
"""Who admits and who denies: one admits it, the other does not, and the post has it the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsforge.engine.receipts.accused import is_other, known_people, widened
from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.evidence import Evidence
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.sufferers import Person
from newsforge.engine.receipts.sufferers_read import find_subject

#: (admits, denies)
_SIDES = {
    "ko": (re.compile(r"인정(?=했|하[고며는]|한다)|시인(?=했|하[고며]|한)|자백"), re.compile(r"부인(?=했|하[고며는]|한다)|인정하지 않")),
    "ja": (re.compile(r"認め(?=[たて、]|ている|ました)(?!てい?ない)|自供"), re.compile(r"否認|認めていない|認めなかった")),
    "latin": (re.compile(r"\b(?:admitted|admits|confessed|pleaded guilty)\b"), re.compile(r"\b(?:denied|denies|pleaded not guilty)\b")),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Plea:
    admits: bool
    person: Person
    start: int
    end: int


def problems(claim: Claim) -> list[Problem]:
    script = script_of(claim.language)
    if claim.foreign or script not in _SIDES:
        return []
    mine = [one for one in _pleas(claim.statement, script) if one.person.is_known and not one.person.is_several]
    known = known_people(claim.evidence, script) if mine else []
    for one in mine:
        person = widened(one.person, known)
        if person is None:
            continue
        same = [two for two in _stated(claim.evidence, script) if not is_other(person, two.person, known)]
        own = [two for two in same if two.person.is_known]
        if not own or len(own) != len(same) or any(two.admits == one.admits for two in own):
            continue
        text = claim.text[one.start : one.end]
        why = "In the article this one denies it." if one.admits else "In the article this one admits it."
        return [Problem("polarity", text, why, one.start, one.end)]
    return []


def _stated(evidence: Evidence, script: str) -> list[_Plea]:
    known: list[_Plea] | None = evidence.readings.get("pleas")
    if known is None:
        known = [one for source in evidence.sources for one in _pleas(source.cased, script)]
        evidence.readings["pleas"] = known
    return known


def _pleas(text: str, script: str) -> Iterator[_Plea]:
    for admits, pattern in ((True, _SIDES[script][0]), (False, _SIDES[script][1])):
        for match in pattern.finditer(text):
            if admits and re.match(r"하지 ?(?:않|못)", text[match.end() :]):
                continue
            person = find_subject(text, match.start(), script)
            if person is not None:
                yield _Plea(admits, person, *match.span())
