# ruff: noqa: E501 -- patterns of three languages read best beside each other; a Korean letter counts as two
"""What came first: 특보가 내려지기 전에 출항했다 is not 특보가 내려진 뒤 출항했다, and the storm after which they sailed
is not the storm before which they did."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.clauses import base_form
from newsforge.engine.receipts.korean_particles import split
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.words import english_stem

#: 특보가 내려지기 전, 특보가 내려진 뒤.
_KO_AFTER = re.compile(
    r"(?P<what>[가-힣]+(?:이|가|을|를)?\s)?(?P<stem>[가-힣]{1,4}?[은한된진린친긴낸난온간끝])\s(?:뒤|후|다음|직후)(?=[ ,에인의부]|$)"
)
_KO_BEFORE = re.compile(r"(?P<what>[가-힣]+(?:이|가|을|를)?\s)?(?P<stem>[가-힣]{1,4}?)기\s?(?:직)?전(?=[ ,에인의까]|$)")
_JA_AFTER = re.compile(
    r"(?P<what>[一-鿿ァ-ヺー]+[がをのに])?(?P<stem>[一-鿿]{1,4})(?:[ぁ-ゖ]{0,4}た)?(?:後|のち|あと)(?=[、にの])"
)
_JA_BEFORE = re.compile(
    r"(?P<what>[一-鿿ァ-ヺー]+[がをのに])?(?P<stem>[一-鿿]{1,4})(?:[ぁ-ゖ]{0,4}[うくすつぬむるぐぶ]|の)?前(?=[、にの])"
)
_EN = re.compile(
    r"\b(?P<side>before|after)\b (?P<event>(?:[a-z’'-]+ ){0,7}?[a-z’'-]+)(?=[,.;:]|$|\s(?:and|but|on|at|in|by|to)\b)"
)
_EN_WORD = re.compile(r"[a-z][a-z’'-]+")
_PLAIN = frozenset(
    {
        "was",
        "were",
        "had",
        "has",
        "been",
        "have",
        "they",
        "their",
        "that",
        "this",
        "with",
        "from",
        "its",
        "his",
        "her",
        "the",
    }
)
#: 개막 전, 개막 후; two days before is no event.
_KO_NOUN = re.compile(
    r"(?<![가-힣])(?!(?:하루|이틀|사흘|나흘|며칠|얼마|한참|조금|오래|직|그)\s)(?P<stem>[가-힣]{2,5})\s(?:(?P<before>전|직전|이전)|후|직후|이후|뒤)(?=[ ,에인의까부]|$)"
)
_SHORT = 3
#: So many words of an English event must be the same where not all are: before the fight, after a fight broke out.
_LEAST = 2
_TIME = re.compile(r"(?:시간|개월|주일|년|분|초|일|달|해)$")


@dataclass(frozen=True, slots=True)
class _Order:
    """``event`` are the stems of what the deed came before or after."""

    event: frozenset[str]
    is_after: bool
    rest: str
    start: int
    end: int


def problems(claim: Claim) -> list[Problem]:
    if claim.foreign:
        return []
    script = script_of(claim.language)
    for mine in _orders(claim.lower, script):
        stated = [(source, one) for source in claim.surroundings for one in _orders(source.folded.text, script)]
        same = [(source, one) for source, one in stated if _is_one_event(mine, one)]
        if not same or any(one.is_after == mine.is_after for _, one in same):
            continue
        if any(_is_turned(mine, one) for _, one in same):
            continue
        source, other = same[0]
        shared = _deeds(mine.rest, script) & _deeds(other.rest, script)
        if not shared or (script == "latin" and mine.event != other.event and len(mine.event & other.event) < _LEAST):
            continue
        text, told = claim.text[mine.start : mine.end], source.original(other.start, other.end)
        why = f"The post says “{text.strip()}” where the article says “{told.strip()}”."
        return [Problem("polarity", text, why, mine.start, mine.end)]
    return []


def _is_one_event(mine: _Order, other: _Order) -> bool:
    return bool(mine.event) and (mine.event <= other.event or other.event <= mine.event)


def _is_turned(mine: _Order, other: _Order) -> bool:
    """The deed and the event have changed places, so the order is the same."""
    return all(stem in other.rest for stem in mine.event) and not all(stem in mine.rest for stem in other.event)


def _deeds(text: str, script: str) -> frozenset[str]:
    if script == "ko":
        return frozenset(word[:2] for word in re.findall(r"[가-힣]{2,}", text))
    if script == "ja":
        return frozenset(re.findall(r"[一-鿿]{2}", text))
    return frozenset(
        english_stem(base_form(word)) for word in _EN_WORD.findall(text) if len(word) > _SHORT and word not in _PLAIN
    )


def _orders(text: str, script: str) -> Iterator[_Order]:
    if script == "latin":
        yield from _english(text)
        return
    pairs = ((_KO_BEFORE, False), (_KO_AFTER, True)) if script == "ko" else ((_JA_BEFORE, False), (_JA_AFTER, True))
    for pattern, is_after in pairs if script in {"ko", "ja"} else ():
        for match in pattern.finditer(text):
            event = _event(match["what"], match["stem"], script)
            if event:
                yield _Order(event, is_after, text[: match.start()] + " " + text[match.end() :], *match.span())
    for match in _KO_NOUN.finditer(text) if script == "ko" else ():
        if not _TIME.search(match["stem"]) and match["stem"][-1] not in "은한된진린친긴낸난온간끝기":
            rest = text[: match.start()] + " " + text[match.end() :]
            yield _Order(frozenset({match["stem"][:2]}), match["before"] is None, rest, *match.span())


def _event(what: str | None, stem: str, script: str) -> frozenset[str]:
    """The first letter of the verb and the noun before it: 특보 내, whatever the ending."""
    noun = (what or "").strip()
    if script == "ko":
        parted = split(noun) if noun else None
        noun = parted["noun"] if parted is not None else ""
        verb = stem[:1]
    else:
        noun, verb = noun.rstrip("がをのに"), stem[:2]
    return frozenset({noun, verb} - {""}) if noun else frozenset({stem[:2]} if len(stem) > 1 else ())


def _english(text: str) -> Iterator[_Order]:
    for match in _EN.finditer(text):
        words = [word for word in _EN_WORD.findall(match["event"]) if word not in _PLAIN and len(word) > 2]
        event = frozenset(english_stem(base_form(word)) for word in words)
        if event:
            rest = text[: match.start()] + " " + text[match.end() :]
            yield _Order(event, match["side"] == "after", rest, *match.span())
