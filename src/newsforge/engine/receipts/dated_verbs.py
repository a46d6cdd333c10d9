# ruff: noqa: E501 -- patterns of three languages read best beside each other; a Korean letter counts as two
"""What was done on which day: 19일 확정했다고 22일 밝혔다 is not 22일 확정했다, though both days stand there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsforge.engine.facts.model import DateMention
from newsforge.engine.receipts.alignment import held_by
from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.clauses import base_form, is_verb
from newsforge.engine.receipts.date_joins import joined
from newsforge.engine.receipts.dates import agree
from newsforge.engine.receipts.evidence import Source
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.words import english_stem

_KO_VERB = re.compile(
    r"(?<![가-힣])(?P<stem>[가-힣]{1,6}?)(?:했|하[기였며고는]|한(?=[ 다])|할(?= )|해(?=[ ,]|졌|서)|됐|되[었며고는기]|된(?= )|될(?= )|돼(?=[ ,]|서)|혔|렸|졌|었|였|았|갔|왔|섰|쳤|냈|뒀|췄|겼|꿨|팔|린(?= )|힌(?= )|진(?= )|낸(?= )|연(?= ))"
)
_JA_VERB = re.compile(r"(?P<stem>[一-鿿々]{1,4})(?=[しさすっいりれたるえけきげみめらせちび])(?!のう)")
_EN_WORD = re.compile(r"[a-z][a-z’'-]+")
#: Telling is one deed, in whatever word.
_TELLING = re.compile(
    r"밝|발표|공개|공시|전(?:했|하)|말(?:했|하)|설명|덧붙|주장|지적|강조|보고|明らか|発表|公表|述べ|語|話し|sai?d?\b|say|told|tell|announc|report|publish|releas|disclos"
)
_TOLD = "*"
#: No deed: 통해, 대한, 위한.
_NO_DEEDS = frozenset(
    {"통", "대", "위", "관련", "비", "따르", "있", "없", "않", "못", "하", "되", "같", "이", "인", "것"}
)
_FAR = 60
#: So much of what else the claim says stands in the sentence that dates the deed otherwise.
_LEAST_HELD, _HALF = 0.5, 0.5


@dataclass(frozen=True, slots=True)
class _Dated:
    day: DateMention
    verbs: tuple[str, ...]


def problems(claim: Claim) -> list[Problem]:
    """Where each deed that follows the day in the post is dated in the article, and never so."""
    if claim.foreign:
        return []
    script = script_of(claim.language)
    mine = _dated(claim.lower, claim.facts.dates, script)
    if not mine:
        return []
    stated: list[tuple[Source, _Dated]] | None = claim.evidence.readings.get("dated verbs")
    if stated is None:
        stated = [
            (source, one)
            for source in claim.evidence.sources
            if any(_is_day(mention) for mention in source.facts.dates)
            for one in _dated(source.text.lower(), source.facts.dates, script)
        ]
        claim.evidence.readings["dated verbs"] = stated
    for one in mine:
        rival = _rival(claim, one, stated)
        if rival is not None:
            why = f"The post says {one.day.text} where the article says {rival.text}."
            return [Problem("date", one.day.text, why, one.day.start, one.day.end, rival.text)]
    return []


def _rival(claim: Claim, mine: _Dated, stated: list[tuple[Source, _Dated]]) -> DateMention | None:
    if not mine.verbs:
        return None
    rivals: list[tuple[Source, _Dated]] = []
    for verb in mine.verbs:
        told = [(source, one) for source, one in stated if verb in one.verbs]
        if not told or any(not _is_other(mine.day, one.day) for _, one in told):
            return None
        rivals += told
    if any(not _is_other(mine.day, one.day) and set(one.verbs) & set(mine.verbs) for _, one in stated):
        return None
    fitting = [(source, one) for source, one in rivals if _is_of(claim, mine, source)]
    return fitting[0][1].day if fitting else None


def _is_of(claim: Claim, mine: _Dated, source: Source) -> bool:
    """The sentence is about what the claim is about."""
    asked = [
        word
        for word in claim.words
        if word.meaningful and not mine.day.start <= word.start < mine.day.end and not _is_verb(word.text, mine.verbs)
    ]
    if not asked:
        return False
    return sum(held_by(word, source) >= _HALF for word in asked) >= _LEAST_HELD * len(asked)


def _is_verb(text: str, verbs: tuple[str, ...]) -> bool:
    return any(text.startswith(verb) for verb in verbs)


def _is_other(day: DateMention, stated: DateMention) -> bool:
    """Another day for certain: both are told by the calendar."""
    if agree(day, stated) or agree(stated, day):
        return False
    return day.resolved is not None and stated.resolved is not None and day.resolved != stated.resolved


def _is_day(mention: DateMention) -> bool:
    return mention.minute_of_day is None and (mention.day is not None or mention.weekday is not None)


def _dated(text: str, mentions: Sequence[DateMention], script: str) -> list[_Dated]:
    """Each day with the deeds done on it: those behind it up to the next day, in English the last one before it."""
    days = [one for one in joined(mentions, text) if _is_day(one)]
    verbs = _verbs(text, script) if days else []
    found: list[_Dated] = []
    for place, day in enumerate(days):
        if script == "latin":
            begin = days[place - 1].end if place else 0
            before = [stem for at, stem in verbs if max(begin, day.start - _FAR) <= at < day.start]
            inside = tuple(before[-1:])
        else:
            end = days[place + 1].start if place + 1 < len(days) else len(text)
            behind = [(at, stem) for at, stem in verbs if day.end <= at]
            # 17일 요금을 내년 1월 1일부터 올린다고 밝혔다: where nothing is done before the next day, it is done behind it.
            inside = tuple(stem for at, stem in behind if at < end) or tuple(stem for _, stem in behind)
        found.append(_Dated(day, inside))
    return found


def _verbs(text: str, script: str) -> list[tuple[int, str]]:
    if script == "latin":
        found = [
            (match.start(), english_stem(base_form(match.group())))
            for match in _EN_WORD.finditer(text)
            if is_verb(match.group())
        ]
    else:
        pattern = _KO_VERB if script == "ko" else _JA_VERB
        found = [(match.start(), match["stem"][:2]) for match in pattern.finditer(text)]
    return [(at, _TOLD if _TELLING.match(text, at) else stem) for at, stem in found if stem not in _NO_DEEDS]
