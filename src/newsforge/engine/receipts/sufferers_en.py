# ruff: noqa: E501, SIM905 -- lists of words read best as lines of words
"""People in English sentences, and what is done to them: Graham Tull, 58, was cautioned; police arrested a driver."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsforge.engine.facts.name_words import COMMON_STARTS
from newsforge.engine.receipts.sufferers import Act, Person, Suffered

_ACTS = (
    (Act.ARRESTED, r"arrested|detained|taken into custody"),
    (Act.CHARGED, r"charged(?! (?:[£$€¥\d]|a |an |extra|more|up to|for\b|at\b))|indicted|prosecuted"),
    (Act.SENTENCED, r"convicted|found guilty|jailed|imprisoned|sentenced"),
    (Act.DISMISSED, r"sacked|fired(?! (?:at|from|into|on|up|back|shots?|a |the ))|ousted|dismissed"),
    (Act.CAUTIONED, r"cautioned(?! that)"),
    (Act.SUSPENDED, r"suspended|disqualified|banned|struck off"),
    (Act.FINED, r"fined"),
)
#: What somebody does, and nobody else to him.
_OWN = (
    (
        Act.RESIGNED,
        re.compile(
            r"\b(?P<act>(?:has |had |have )?(?:resigned|stepped down|quit(?= (?:in|on|as|after|over|last|\.))))\b"
        ),
    ),
)
#: No arrests have been made.
_NONE_MADE = re.compile(
    r"\b[Nn]o (?P<what>arrest|charge)s? (?:was|were|has been|have been|had been|is|are) (?:made|brought|filed|laid)\b"
)
_AUX = r"(?:(?:was|were|is|are|has been|have been|had been|be|being|been|gets?|got)(?P<not> not| never|n't)?(?: \w+ly| also| later| not| never)*)"
_NO_AUX = re.compile(r"\b(?:was|were|is|are|been|be|being|get|gets|got|not|never|later|also|\w+ly)$")
_PASSIVES = tuple((act, re.compile(rf"\b{_AUX} (?P<act>{verbs})\b")) for act, verbs in _ACTS)
_ACTIVES = tuple((act, re.compile(rf"\b(?P<act>{verbs}) (?=(?P<rest>[^.;:\n]{{3,80}}))")) for act, verbs in _ACTS)
_ENDS = re.compile(r"\b(?:of|with|for|on|in|after|over|and|who|at|from|to|as|because|by|that|when|while)\b|,|[£$€¥\d]")
_CLAUSE = re.compile(r"[.;:!?\n\"]\s|\b(?:that|and|but|while|because|after|when|as|who|which|said|says)\s")
_RUN = re.compile(r"(?<![\w’'])[A-Z][\w’'-]+(?: [A-Z][\w’'-]*\.?)*")
_AGE = re.compile(r"(?:, | \()(?P<age>\d{1,3})(?:,|\))|\b(?P<years>\d{1,3})-year-old\b")
_NOBODY = re.compile(r"\b(?:[Nn]o one|[Nn]obody|[Nn]one of [\w ]+|[Nn]either \w+|[Nn]o (?:charges|arrests|other \w+))$")
_PRONOUN = re.compile(
    r"\b(?:he|she|they|it|who|him|her|them|i|we|both|one|two|three|four|five|others?|people)$", re.IGNORECASE
)
_ROLES = frozenset(
    """driver cyclist pilot captain mayor councillor steward officer teacher doctor nurse priest coach manager director
    president chairman chair chairwoman treasurer accountant lawyer solicitor clerk worker employee guard owner landlord
    tenant player striker goalkeeper referee student pupil neighbour neighbor brother sister father mother son daughter
    husband wife passenger skipper foreman supervisor engineer operator minister senator governor sheriff trader broker
    banker farmer victim witness contractor builder secretary executive""".split()
)
_NOT_NAMES = frozenset(
    "Police Prosecutors Officers Court Officials Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
)
_LAST = re.compile(r"[\w’'-]+$")
_NEAR = 90
_FAR = 240


def suffered(text: str) -> Iterator[Suffered]:
    taken: set[int] = set()
    for act, pattern in _PASSIVES:
        for match in pattern.finditer(text):
            taken.add(match.start("act"))
            person = find_subject(text, match.start())
            if person is not None:
                is_denied = " not" in match.group() or "n't" in match.group() or " never" in match.group()
                yield Suffered(act, person, is_denied or person.is_nobody)
    for act, pattern in _OWN:
        for match in pattern.finditer(text):
            person = find_subject(text, match.start())
            if person is not None:
                yield Suffered(act, person, is_denied=person.is_nobody)
    for match in _NONE_MADE.finditer(text):
        act = Act.ARRESTED if match["what"] == "arrest" else Act.CHARGED
        yield Suffered(act, Person(start=match.start(), end=match.end(), is_nobody=True), is_denied=True)
    for act, pattern in _ACTIVES:
        for match in pattern.finditer(text):
            if match.start("act") in taken or _NO_AUX.search(
                text[max(0, match.start() - _NEAR) : match.start()].rstrip()
            ):
                continue
            person = _behind(text, match.end("act") + 1, match["rest"])
            if person is not None:
                yield Suffered(act, person, is_denied=False)


def find_subject(text: str, end: int) -> Person | None:
    """The subject: what stands right before, with what stands in apposition."""
    begin = max(0, end - _NEAR)
    window = text[begin:end].rstrip()
    cut = max((match.end() for match in _CLAUSE.finditer(window)), default=0)
    subject, offset = window[cut:], begin + cut
    if _NOBODY.search(subject):
        return Person(start=offset, end=offset + len(subject), is_nobody=True)
    aged = _AGE.search(subject + ",")
    age = (aged["age"] or aged["years"]) if aged else ""
    bare = re.sub(r",? \(?\d{1,3}\)?,?$", "", subject)
    if _PRONOUN.search(bare.rstrip(",")) or not bare.strip(" ,"):
        return Person()
    parts = bare.rstrip(",").split(", ") if bare.endswith(",") else [bare.rpartition(", ")[2] if ", " in bare else bare]
    for part in reversed(parts):
        person = _named(part, offset + subject.index(part), age)
        if person is not None and person.is_known:
            return person
    if ", " in bare:
        return _named(bare.rstrip(",").rpartition(", ")[0], offset, age) or Person()
    return _named(parts[-1], offset + subject.index(parts[-1]), age) or Person()


def _behind(text: str, start: int, rest: str) -> Person | None:
    """The object; None where it is no person."""
    cut = _ENDS.search(rest)
    told = rest[: cut.start()] if cut is not None else rest
    if re.match(r"(?:him|her)\b", told):
        return _named_before(text, start)
    if not told.strip() or _PRONOUN.search(told.strip()):
        return Person() if told.strip() else None
    aged = _AGE.search(text, start, start + len(told) + 8)
    person = _named(told.rstrip(), start, (aged["age"] or aged["years"]) if aged else "")
    return person if person is not None and person.is_known else (Person() if aged else None)


def _named_before(text: str, place: int) -> Person:
    """Him: who is named in full before, in the same sentence, where only one is."""
    begin = max(text.rfind(". ", 0, place) + 1, text.rfind("\n", 0, place) + 1, place - _FAR)
    runs = [run for run in _RUN.finditer(text, begin, place) if " " in run.group() and run.group() not in _NOT_NAMES]
    people_before = [run for run in runs if not _PLACE.search(run.group())]
    if len(people_before) != 1:
        return Person()
    run = people_before[0]
    return Person(frozenset({run.group().rsplit(maxsplit=1)[-1].lower()}), start=run.start(), end=run.end())


_PLACE = re.compile(
    r"\b(?:Court|Council|University|Hospital|Trust|Police|County|City|Street|Road|Office|Club|Party|Bank)\b"
)


def _named(part: str, offset: int, age: str) -> Person | None:
    """By the name that ends it, or else by what the last word says that the person is."""
    part = part.rstrip(" ,")
    last = _LAST.search(part)
    if last is None:
        return None
    runs = [run for run in _RUN.finditer(part) if run.group() not in _NOT_NAMES]
    runs = [run for run in runs if not (run.start() == 0 and run.group().lower() in COMMON_STARTS)]
    word = last.group()
    roles = frozenset({role for role in re.findall(r"[a-z]+", part.lower()) if role in _ROLES})
    if runs and runs[-1].end() == len(part) and not word.endswith(("'s", "’s")):
        run = runs[-1]
        return Person(frozenset({word.lower()}), roles, age, offset + run.start(), offset + run.end())
    if word in _ROLES:
        return Person(frozenset(), frozenset({word}), age, offset + last.start(), offset + last.end())
    return Person(age=age, start=offset + last.start(), end=offset + last.end())


def people(text: str) -> Iterator[Person]:
    """Names with an age behind, or a position before: Graham Tull, 58."""
    for run in _RUN.finditer(text):
        aged = _AGE.match(text, run.end())
        before = re.findall(r"[A-Za-z]+", text[max(0, run.start() - 24) : run.start()])
        roles = frozenset({word.lower() for word in [*before[-2:], *run.group().split()[:1]] if word.lower() in _ROLES})
        name = run.group().rsplit(maxsplit=1)[-1].lower()
        if " " not in run.group() and aged is None and not roles:
            continue
        yield Person(frozenset({name}), roles, aged["age"] or "" if aged else "", *run.span())
