# ruff: noqa: E501 -- patterns of three languages read best beside each other
"""Which part of a year is meant, or which side of it: before 2031 is not by the end of 2031, early next year not late."""

from __future__ import annotations

import re
from collections import defaultdict

from newsforge.engine.receipts.claim import Claim
from newsforge.engine.receipts.model import Problem

#: A year by its number or as it is told from the day of publication; months too, which have a beginning and an end.
_TIME = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?!\d|[.,]\d)(?:년|年)?|(?P<next_year>next year|내년|来年)|(?P<this_year>this year|올해|今年)"
    r"|(?P<last_year>last year|지난해|작년|昨年)|(?P<next_month>next month|다음\s?달|来月)|(?P<this_month>this month|이달|이번\s?달|今月)"
)
_LED = re.compile(
    r"(?:(?P<end>(?:\b(?:end|close) of|\blate(?: in)?|\bdecember) (?:the )?)|(?P<start>(?:\b(?:start|beginning) of|\bearly(?: in)?) (?:the )?)"
    r"|(?P<middle>\b(?:middle of |mid[- ]))|(?P<before>\b(?:before|prior to|ahead of|earlier than) )"
    r"|(?P<after>\b(?:after|later than|following) )|(?P<first>\bfirst half of (?:the )?)|(?P<second>\bsecond half of (?:the )?))$"
)
_FOLLOWED = re.compile(
    r"\s?(?:(?P<end>말(?![가-힣]*씀)|연말|末|の終わり|の年末)|(?P<start>초(?!등|기|과)|연초|初め|初頭|の初め|の年初)|(?P<middle>중순|중반|半ば)"
    r"|(?P<first>상반기|上半期|前半)|(?P<second>하반기|下半期|後半)|(?P<before>전에|이전|(?:より|の)?前に|以前)|(?P<after>이후|뒤에|(?:より|の)?後に|以降))"
)
#: What one side of a time may be said for the other by a reader who counts roughly.
_NEAR = ({"first", "start"}, {"second", "end"}, {"middle", "first"}, {"middle", "second"})


def problems(claim: Claim) -> list[Problem]:
    mine = [(match, part) for match in _TIME.finditer(claim.lower) if (part := _part(claim.lower, match)) is not None]
    if not mine:
        return []
    stated: dict[str, set[str | None]] = defaultdict(set)
    shown: dict[str, str] = {}
    everything = claim.evidence.everything
    for match in _TIME.finditer(everything):
        part = _part(everything, match)
        stated[_name(match)].add(part)
        if part is not None:
            shown.setdefault(_name(match), _around(everything, match))
    for match, part in mine:
        parts = stated.get(_name(match), {None})
        if None in parts or part in parts or any({part, other} in _NEAR for other in parts):
            continue
        text = _around(claim.lower, match)
        start = claim.lower.index(text, max(0, match.start() - 24))
        text = claim.text[start : start + len(text)]
        why = f"The post says “{text}” where the article says “{shown[_name(match)]}”."
        instead = None if claim.foreign else shown[_name(match)]
        return [Problem("date", text, why, start, start + len(text), instead)]
    return []


def _name(match: re.Match[str]) -> str:
    return match["year"] or str(match.lastgroup)


def _part(text: str, match: re.Match[str]) -> str | None:
    led = _LED.search(text[max(0, match.start() - 24) : match.start()])
    if led is not None:
        return led.lastgroup
    followed = _FOLLOWED.match(text, match.end())
    return followed.lastgroup if followed is not None else None


def _around(text: str, match: re.Match[str]) -> str:
    """The time with the words that tell its part."""
    begin = max(0, match.start() - 24)
    led = _LED.search(text[begin : match.start()])
    followed = _FOLLOWED.match(text, match.end())
    return text[begin + led.start() if led else match.start() : followed.end() if followed and not led else match.end()]
