# ruff: noqa: E501 -- patterns of three languages read best beside each other; a Korean letter counts as two
"""A person's position told in another language: 대표 is a chief executive and no chairman, 차관 is no minister."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.han_readings import reads_as
from newsforge.engine.receipts.japanese_surnames import JAPANESE_SURNAMES
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.romanisation import is_korean_name, sounds_like
from newsforge.engine.receipts.titles import titles_in

#: An English position and the Korean and Japanese ones that it may stand for.
_MEANS = tuple(
    (re.compile(rf"(?:{english})"), re.compile(others))
    for english, others in (
        (r"vice chair\w*|deputy chair\w*", r"부회장|부의장|부위원장|부이사장|副会長|副議長|副委員長"),
        (r"vice president", r"부사장|부통령|부회장|부총장|부총재|부행장|副社長|副大統領|副会長|副総裁|副学長"),
        (r"vice minister|deputy minister|undersecretary", r"차관|副大臣|次官|政務官"),
        (r"(?:senior )?deputy governor|vice governor|lieutenant governor", r"부총재|부지사|副総裁|副知事"),
        (r"deputy mayor|vice mayor", r"부시장|副市長"),
        (r"deputy prime minister", r"부총리|副首相|副総理"),
        (r"prime minister|premier", r"(?<!부)총리|(?<!副)首相|(?<!副)総理"),
        (r"chief financial officer|finance chief|finance director|cfo", r"재무|cfo|CFO|財務"),
        (r"chief operating officer|coo", r"운영|coo|COO|執行"),
        (r"chief executive(?: officer)?|ceo", r"대표|최고경영자|CEO|ceo|(?<!부)사장|행장|(?<!副)社長|代表|頭取|最高経営責任者"),
        (r"chair(?:man|woman|person)?", r"(?<!부)회장|(?<!부)의장|(?<!부)위원장|이사장|(?<!副)会長|(?<!副)議長|(?<!副)委員長|理事長"),
        (r"president", r"대표|(?<!부)회장|(?<!부)사장|(?<!부)총장|(?<!부)총재|원장|이사장|대통령|위원장|행장|社長|会長|学長|総裁|大統領|頭取|委員長|理事長|院長"),
        (r"minister", r"장관|총리|대신|大臣|相|長官"),
        (r"mayor", r"(?<!부)시장|(?<!副)市長|町長|村長"),
        (r"governor", r"(?<!부)총재|(?<!부)지사|(?<!副)総裁|(?<!副)知事"),
    )
)  # fmt: skip
_EN_TITLES = "|".join(english.pattern for english, _ in _MEANS)
_EN_NAME = r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}"
#: Chairman Kim Tae-hyun; Kim Tae-hyun, the chairman of.
_BEFORE = re.compile(rf"\b(?P<title>(?i:{_EN_TITLES}))\s(?P<name>{_EN_NAME})")
_BEHIND = re.compile(
    rf"\b(?P<name>{_EN_NAME}), (?:(?:the|its|a|an) )?(?:[\w’'-]+ ){{0,3}}?(?P<title>(?i:{_EN_TITLES}))\b"
)
_HANGUL_NAME = re.compile(r"(?<![가-힣])[가-힣]{2,4}(?![가-힣]{2})")
_ABROAD_NAME = re.compile(r"[가-힣]{2,}|[ァ-ヺー]{2,}")
_HAN_NAME = re.compile(r"[一-鿿々]{2,4}")
#: How far a position stands from its name, and which of the words before it may be the surname.
_NEAR, _NAME_WORDS = 26, 3


def problems(claim: Claim) -> list[Problem]:
    """Silent where the article does not have the name with a position, or where the position is of no kind here."""
    if not claim.foreign:
        return []
    if script_of(claim.language) == "latin":
        return _english(claim)
    return _from_english(claim) if claim.evidence.article.language == "en" else []


def _english(claim: Claim) -> list[Problem]:
    for pattern in (_BEFORE, _BEHIND):
        for match in pattern.finditer(claim.statement):
            means = _meaning(match["title"])
            stated = set(_positions(claim, match["name"])) if means is not None else set()
            if means is not None and stated and not any(means.search(title) for title in stated):
                return [_problem(claim, match["name"], sorted(stated), *match.span("title"))]
    return []


def _positions(claim: Claim, name: str) -> Iterator[str]:
    """The positions near each mention of the person in an article in Korean or Japanese."""
    script = script_of(claim.evidence.article.language)
    family = name.rsplit(maxsplit=1)[-1]
    for source in claim.evidence.sources:
        found = _HANGUL_NAME if script == "ko" else _HAN_NAME
        for mention in found.finditer(source.text):
            word = mention.group()
            if (script == "ko" and is_korean_name(name, word)) or (script == "ja" and _is_japanese(family, word)):
                yield from (
                    title for title, _ in titles_in(source.text[mention.start() : mention.end() + _NEAR], script)
                )


def _is_japanese(family: str, word: str) -> bool:
    spellings = JAPANESE_SURNAMES.get(family.lower(), "").split()
    return any(word.startswith(spelling) for spelling in spellings) or (not spellings and reads_as(word[:2], family))


def _from_english(claim: Claim) -> list[Problem]:
    """A position behind a name in Hangul or katakana, of an English article."""
    for title, start in titles_in(claim.statement, script_of(claim.language)):
        if not any(means.search(title) for _, means in _MEANS):
            continue
        led = _ABROAD_NAME.findall(claim.statement[max(0, start - _NEAR) : start])[-_NAME_WORDS:]
        stated = {
            one["title"]
            for source in claim.evidence.sources
            for pattern in (_BEFORE, _BEHIND)
            for one in pattern.finditer(source.text)
            if any(sounds_like(word, one["name"].split()[-1]) for word in led)
        }
        meanings = [means for one in stated if (means := _meaning(one)) is not None]
        if meanings and not any(means.search(title) for means in meanings):
            return [_problem(claim, led[-1], sorted(stated), start, start + len(title))]
    return []


def _meaning(title: str) -> re.Pattern[str] | None:
    return next((means for english, means in _MEANS if english.fullmatch(title.lower())), None)


def _problem(claim: Claim, name: str, stated: list[str], start: int, end: int) -> Problem:
    title = claim.text[start:end]
    return Problem("name", title, f"The article calls {name} {', '.join(stated)}, not {title}.", start, end)
