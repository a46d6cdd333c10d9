# ruff: noqa: E501 -- patterns of three languages read best beside each other; a Korean letter counts as two
"""Who is for it and who is against: bodies whose stances the article tells, told with each other's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsforge.engine.receipts.claim import Claim
from newsforge.engine.receipts.evidence import Source
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.words import in_form_of, whole_word

_STANCE = {
    "ja": re.compile(
        r"(?P<who>[一-鿿々ァ-ヺーA-Za-z0-9]{2,12})(?:は|が|も|側は)(?P<between>[^。はが「」]{0,40}?)(?P<stance>賛成|反対)(?!多数|票|派|運動|意見|署名|論|する人|の声|か)(?P<tail>[ぁ-ゖ]{0,6})"
    ),
    "ko": re.compile(
        r"(?P<who>[가-힣A-Za-z0-9]{2,12}?)(?P<title> (?:의원|위원|대표|측))?(?:은|는|이|가|도) (?P<between>(?:[가-힣A-Za-z0-9·]+ ){0,5}?)(?P<stance>찬성|반대)(?P<tail>(?:표를|[했하한]|입장|의사|한다고|를)[가-힣]*)"
    ),
}
#: Who has not taken a stand.
_UNDECIDED = {
    "ja": re.compile(
        r"(?P<who>[一-鿿々ァ-ヺーA-Za-z0-9]{2,12})」?(?:[(（][^)）]{1,12}[)）])?(?:は|が|も)(?:まだ|いまだ)?(?:[^。はが]{0,8}(?:の|への))?(?:態度|賛否|対応|立場)を(?:まだ)?(?:決め(?:てい)?(?:ない|かね|ず)|明らかにしてい?ない|示していない|保留)"
    ),
    "ko": re.compile(
        r"(?P<who>[가-힣A-Za-z0-9]{2,12}?)’?(?:\([^)]{1,12}\))?(?:은|는|이|가|도) (?:아직 )?(?:[가-힣]+에 대한 )?(?:찬반|입장|태도|당론)(?:을|를) (?:아직 )?(?:정하지|밝히지|내놓지|유보|결정하지)"
    ),
}
_DENIED = re.compile(r"ない|なかった|ず|ません|않|못")


@dataclass(frozen=True, slots=True)
class _Stance:
    who: str
    is_for: bool
    start: int
    end: int


def problems(claim: Claim) -> list[Problem]:
    if claim.foreign or claim.language not in _STANCE:
        return []
    mine = list(_stances(claim.lower, claim.language))
    if not mine:
        return []
    stated: list[tuple[Source, _Stance]] | None = claim.evidence.readings.get("stances")
    if stated is None:
        stated = [
            (source, one) for source in claim.evidence.sources for one in _stances(source.folded.text, claim.language)
        ]
        claim.evidence.readings["stances"] = stated
    for one in mine:
        undecided = _undecided(claim, one.who)
        if undecided is not None:
            text = claim.text[one.start : one.end]
            why = f"The post says “{text}” of {one.who} where the article says “{undecided}”."
            return [Problem("polarity", text, why, one.start, one.end)]
        own = [(source, other) for source, other in stated if other.who == one.who]
        if not own or any(other.is_for == one.is_for for _, other in own):
            continue
        source, other = own[0]
        start, end = whole_word(claim.lower, one.start, one.end) if claim.language == "ko" else (one.start, one.end)
        said = source.original(other.start, other.end)
        why = f"The post says “{claim.text[start:end]}” of {one.who} where the article says “{said}”."
        instead = in_form_of(claim.text[start:end], said, (claim.text[one.start : one.end], said))
        return [Problem("polarity", claim.text[start:end], why, start, end, instead)]
    return []


def _undecided(claim: Claim, who: str) -> str | None:
    """How the article says that this one has not taken a stand."""
    for source in claim.evidence.sources:
        for match in _UNDECIDED[claim.language].finditer(source.folded.text):
            if match["who"].endswith(who) or who.endswith(match["who"]):
                return match.group()
    return None


def _stances(text: str, language: str) -> Iterator[_Stance]:
    at = 0
    while (match := _STANCE[language].search(text, at)) is not None:
        at = match.start("stance")
        if not _DENIED.search(match["tail"]) and not _DENIED.match(text[match.end() :].lstrip()):
            yield _Stance(match["who"], match["stance"] in {"賛成", "찬성"}, *match.span("stance"))
