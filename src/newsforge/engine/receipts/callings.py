# ruff: noqa: SIM905 -- lists of words read best as lines of words
"""English: a position that the article gives to another one whom it names: the solicitor, Ann Roe, who chairs it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsforge.engine.receipts.claim import Claim
from newsforge.engine.receipts.evidence import Evidence
from newsforge.engine.receipts.model import Problem

_NAME = r"(?P<name>[A-Z][\w'’-]*[a-z](?: [A-Z]\.)?(?: [A-Z][\w'’-]*[a-z]){1,2})"
#: The solicitor, Martin Ashdown; solicitor Martin Ashdown; Martin Ashdown, the council's solicitor.
_FORMS = (
    re.compile(rf"\b(?P<role>[a-z]{{4,}}),? {_NAME}"),
    re.compile(rf"(?:^|[.!?\"] )(?P<role>[A-Z][a-z]{{3,}}) {_NAME}"),
    re.compile(
        rf"{_NAME}, (?:the|an?|its|their|his|her|[\w’']+(?:'s|s')) (?:[\w-]+ ){{0,4}}?"
        r"(?P<role>[a-z]{4,})(?=[,.]| (?:of|for|at|said)\b|$)"
    ),
)
#: Endings of what people are called, and what ends so and is none; the rest has none of these endings.
_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "ent", "ant", "eer", "person")
_CALLED = frozenset(
    """surgeon
    chair chief head coach nurse judge mayor clerk steward guard pilot captain sheriff chef scribe monk priest bishop
    rabbi imam host guide executive deputy trustee referee secretary attorney advocate detective constable""".split()
)
_NONE = frozenset(
    """after over under never other however former later another latter either neither whether rather together member
    december october november september were before enter offer major minor prior superior senior junior water winter
    summer order number paper matter power river tower centre center daughter mother father brother sister lover
    supporter owner partner winner loser leader spent went sent meant recent different current present event percent
    talent moment parent agreement government parliament department statement document monument comment payment
    apartment investment movement treatment management development environment restaurant important giant plant grant
    want instant constant significant relevant than christian italian russian canadian australian brazilian persian
    human german roman norman women men error mirror terror horror tenor sponsor factor sector motor doctor
    remember consider deliver discover cover recover suffer differ refer prefer answer gather bother bigger longer
    stronger higher lower larger smaller younger older better faster earlier further closer easier nearer corner border
    quarter letter chapter cancer disorder weather finger shoulder manner dinner""".split()
)
_SAME = ({"chair", "chairman", "chairwoman", "chairperson"}, {"lawyer", "attorney", "solicitor", "advocate"},
         {"chief", "head", "director", "executive"}, {"spokesman", "spokeswoman", "spokesperson"})  # fmt: skip
_ROOT = 5


def problems(claim: Claim) -> list[Problem]:
    if claim.foreign or claim.language != "en":
        return []
    mine = list(_callings(claim.statement))
    if not mine:
        return []
    stated = _stated(claim.evidence)
    for role, name, start, end in mine:
        last = _last(name)
        holders = {other for called, other in stated if _is_same(role, called)}
        if not holders or last in holders or not any(_last(one) == last for one in _full_names(claim.evidence)):
            continue
        if _is_near(claim, role, last):
            continue
        rival = min(holders)
        why = f"The article calls {rival.title()} {role}, not {name}."
        return [Problem("name", claim.text[start:end], why, start, end)]
    return []


def _is_same(one: str, other: str) -> bool:
    return one == other or any({one, other} <= group for group in _SAME)


def _last(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1].lower()


def _callings(text: str) -> Iterator[tuple[str, str, int, int]]:
    """(position, name, start and end of the name)"""
    for form in _FORMS:
        for match in form.finditer(text):
            role = match["role"].lower()
            if role in _CALLED or (role.endswith(_ENDINGS) and role not in _NONE):
                yield role, match["name"], *match.span("name")


def _stated(evidence: Evidence) -> list[tuple[str, str]]:
    known: list[tuple[str, str]] | None = evidence.readings.get("callings")
    if known is None:
        known = [(role, _last(name)) for one in evidence.sources for role, name, _, _ in _callings(one.cased)]
        evidence.readings["callings"] = known
    return known


def _full_names(evidence: Evidence) -> list[str]:
    known: list[str] | None = evidence.readings.get("full names")
    if known is None:
        known = [match["name"] for one in evidence.sources for match in re.finditer(_NAME, one.cased)]
        evidence.readings["full names"] = known
    return known


def _is_near(claim: Claim, role: str, last: str) -> bool:
    """A sentence with the name has the word of nobody else: Roe, who directs the fund."""
    for source in claim.evidence.sources:
        if last not in source.folded.text:
            continue
        others = {one for called, one, _, _ in _callings(source.cased) if called == role and _last(one) != last}
        said = len(re.findall(rf"\b{re.escape(role[:_ROOT])}", source.folded.text))
        if said > len(others):
            return True
    return False
