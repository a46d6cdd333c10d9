"""Somebody charged, arrested, sentenced or fired where the article has it of another one only, or has it of nobody."""

from __future__ import annotations

import re

from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.evidence import Evidence
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.roles_abroad import native
from newsforge.engine.receipts.sufferers import TOLD_BY, Act, Person, Suffered
from newsforge.engine.receipts.sufferers_read import READ, find_people


def problems(claim: Claim) -> list[Problem]:
    script = script_of(claim.language)
    if script not in READ:
        return []
    if claim.foreign:
        return _abroad(claim, script)
    mine = [one for one in READ[script](claim.statement) if not one.is_denied and one.person.end]
    if not mine:
        return []
    stated = _stated(claim.evidence, script)
    for one in mine:
        known = known_people(claim.evidence, script)
        person = widened(one.person, known)
        if one.person.is_several or one.person.is_nobody or person is None:
            continue
        alike = [other for other in stated if other.act in TOLD_BY[one.act]]
        told = [other.person for other in alike if not other.is_denied]
        denied = [other.person for other in alike if other.is_denied and other.act == one.act]
        if not one.person.is_known:
            told_of_nobody = not told and any(other.is_nobody for other in denied)
            if not told_of_nobody:
                continue
            why = _NOT_DONE
        elif told and all(is_other(person, other, known) for other in told):
            rival = next((other for other in told if other.names or other.roles), told[0])
            shown = _shown(rival)
            why = f"The article has this of {shown}, not of {claim.text[one.person.start : one.person.end]}."
        elif _is_denied(person, denied, told, known):
            why = _NOT_DONE
        else:
            continue
        start, end = one.person.start, one.person.end
        return [Problem("name", claim.text[start:end], why, start, end)]
    return []


def _abroad(claim: Claim, script: str) -> list[Problem]:
    """By what people are called: 운전기사는 해고됐다, where the article has another one fired."""
    other = script_of(claim.evidence.article.language)
    if other not in READ:
        return []
    for one in READ[script](claim.statement):
        positions = native(one.person.roles, script, other) if one.person.roles and not one.person.names else []
        if one.is_denied or not positions:
            continue
        stated = [two for two in _stated(claim.evidence, other) if two.act in TOLD_BY[one.act]]
        known = known_people(claim.evidence, other)
        told = [widened(two.person, known) or two.person for two in stated if not two.is_denied]
        if one.act is Act.CHARGED and not _speaks_of_charges(claim.evidence, other):
            start, end = one.person.start, one.person.end
            return [Problem("certainty", claim.text[start:end], _ONLY_LOOKED_INTO, start, end)]
        if not told or any(not person.roles or person.is_several for person in told):
            continue
        if any(position.search(role) for person in told for role in person.roles for position in positions):
            continue
        start, end = one.person.start, one.person.end
        why = f"The article has this of {_shown(told[0])}, not of {claim.text[start:end]}."
        return [Problem("name", claim.text[start:end], why, start, end)]
    return []


_NOT_DONE = "The article denies it: it says that this has not been done."
_ONLY_LOOKED_INTO = "The post has somebody charged; in the article it is only looked into."


def _speaks_of_charges(evidence: Evidence, script: str) -> bool:
    """Or of no inquiry either, so that the other words for it are not known here."""
    is_inquiry = _INQUIRY[script].search(evidence.everything) is not None
    return not is_inquiry or _CHARGES[script].search(evidence.everything) is not None


_INQUIRY = {
    "ko": re.compile(r"수사[하를]|조사하고|조사를 받고|내사"),
    "ja": re.compile(r"捜査|調べて"),
    "latin": re.compile(r"\b(?:investigat|looking into|probe)"),
}
_CHARGES = {
    "ko": re.compile(r"기소|재판|공소|피고인|선고|입건|송치"),
    "ja": re.compile(r"起訴|被告|公判|送検|判決"),
    "latin": re.compile(r"\b(?:charge[ds]?|indict|prosecuted|trial|sentenced|convict)"),
}


def _is_denied(person: Person, denied: list[Person], told: list[Person], known: list[Person]) -> bool:
    """Of this one by name, or of anybody where it is told of none."""
    if not told and any(other.is_nobody for other in denied):
        return True
    may_be = any(other.is_known and not is_other(person, other, known) for other in told)
    return not may_be and any(_is_surely(person, other) for other in denied)


def _shown(person: Person) -> str:
    return " ".join((*sorted(person.roles), *sorted(person.names))) or "somebody else"


def _stated(evidence: Evidence, script: str) -> list[Suffered]:
    known: list[Suffered] | None = evidence.readings.get("suffered")
    if known is None:
        known = [one for source in evidence.sources for one in READ[script](source.cased)]
        evidence.readings["suffered"] = known
    return known


def known_people(evidence: Evidence, script: str) -> list[Person]:
    """Who is introduced with a name and a position, or with an age."""
    known: list[Person] | None = evidence.readings.get("people")
    if known is None:
        found = (person for source in evidence.sources for person in find_people(source.cased, script))
        known = [person for person in found if person.names and (person.roles or person.age or script == "latin")]
        evidence.readings["people"] = known
    return known


def widened(person: Person, known: list[Person]) -> Person | None:
    """With what the article says of whoever has this name; None for a person that it does not introduce."""
    same = [one for one in known if person.names and _have_one_name(person.names, one.names)]
    if not same and person.names:
        return None
    roles = person.roles.union(*(one.roles for one in same))
    age = person.age or next((one.age for one in same if one.age), "")
    return Person(person.names, roles, age, person.start, person.end)


def is_other(person: Person, other: Person, known: list[Person]) -> bool:
    """Surely another one; who is told of by neither name nor position may be anybody."""
    if not other.is_known or other.is_several:
        return False
    if other.is_nobody:
        return True
    wide = widened(other, known) or other
    if person.names and wide.names:
        return not _have_one_name(person.names, wide.names)
    if person.age and wide.age and person.age != wide.age:
        return True
    named = [one for one in known if one.roles & (person.roles if wide.names else wide.roles)]
    if wide.names or person.names:  # only one of them by name: whoever of the article has that position
        names = wide.names or person.names
        roles = person.roles if wide.names else wide.roles
        mine = person.roles if person.names else wide.roles
        if not roles or _share_role(roles, mine):
            return False
        return not any(_have_one_name(names, one.names) for one in named)
    return bool(person.roles and wide.roles) and not _share_role(person.roles, wide.roles)


def _is_surely(person: Person, other: Person) -> bool:
    if person.names and other.names:
        return _have_one_name(person.names, other.names)
    return not (person.names or other.names) and _share_role(person.roles, other.roles)


def _have_one_name(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return any(_is_one_name(one, other) for one in mine for other in theirs)


def _is_one_name(one: str, other: str) -> bool:
    """이 for 이모씨 and for 이재호."""
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) == 1 and long.startswith(short))


def _share_role(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return any(one.endswith(other) or other.endswith(one) for one in mine for other in theirs)
