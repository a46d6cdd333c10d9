"""What a figure of a sentence belongs to: its label (sales, this year, Seoul) and its direction (up, down)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsforge.engine.facts.model import Figure
from newsforge.engine.receipts.amounts import agree
from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.evidence import Source
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.opposites import direction_pair
from newsforge.engine.receipts.words import Word, whole_word

#: How far from a figure its verb may stand, in characters.
_REACH = 44
#: A rise that slows down is still a rise, and "the fall narrowed to 3%" is a fall: too subtle to call.
_SUBTLE = re.compile(r"폭|둔화|세가|slow|narrow|pace|expected|forecast|instead of|rather than|幅|鈍化")


#: Single syllables that label nothing.
_GRAMMAR = frozenset(
    [
        "만",
        "약",
        "등",
        "및",
        "각",
        "총",
        "제",
        "또",
        "이",
        "그",
        "저",
        "더",
        "중",
        "뒤",
        "전",
        "후",
        "때",
        "것",
        "수",
        "월",
        "일",
        "년",
        "로",
        "으로",
        "를",
        "을",
        "은",
        "는",
        "가",
        "의",
        "에",
        "와",
        "과",
        "도",
        "며",
        "고",
    ]
)


@dataclass(frozen=True, slots=True)
class _Pair:
    claimed: Figure
    stated: Figure
    source: Source


def problems(claim: Claim) -> list[Problem]:
    """Figures that are the article's, said of the wrong thing or with the opposite direction."""
    pairs = _pairs(claim)
    found = _opposed(claim, pairs)
    if not claim.foreign:
        found += _traded(claim, pairs) or _crossed(claim, pairs)
    return found[:3]


def _pairs(claim: Claim) -> list[_Pair]:
    """Each figure with its only counterpart in the aligned sentences; figures that stand there twice are left out."""
    found: list[_Pair] = []
    for figure in claim.facts.figures:
        places = [
            _Pair(figure, other, source)
            for source in claim.alignment.sources
            for other in source.facts.figures
            if (agree(figure, other) or (claim.foreign and figure.value == other.value and figure.value > 3))
            and source.field == "text"
        ]
        if len(places) == 1:
            found.append(places[0])
    return found


def _opposed(claim: Claim, pairs: list[_Pair]) -> list[Problem]:
    found: list[Problem] = []
    for pair in pairs:
        mine = _direction(claim.lower, pair.claimed, claim.language)
        theirs = _direction(pair.source.folded.text, pair.stated, pair.source.language)
        if mine is None or theirs is None or mine[0] == theirs[0]:
            continue
        start, end = whole_word(claim.lower, mine[1], mine[2])
        word = claim.text[start:end]
        place = whole_word(pair.source.folded.text, theirs[1], theirs[2])
        stated = pair.source.folded.text[place[0] : place[1]]
        why = f"The post says “{word}” of {pair.claimed.text} where the article says “{stated}”."
        found.append(Problem("polarity", word, why, start, end))
    return found[:1]


def _direction(text: str, figure: Figure, language: str) -> tuple[bool, int, int] | None:
    """Whether the figure goes up, and the word that says so. Verbs follow figures in Korean and Japanese; in English
    they stand before, or right after (a 3% rise)."""
    pair = direction_pair(script_of(language))
    if pair is None:
        return None
    up, down = pair
    if script_of(language) == "latin":
        before = text[max(0, figure.start - _REACH) : figure.start]
        after = text[figure.end : figure.end + 16]
        if _SUBTLE.search(before) or _SUBTLE.search(after):
            return None
        return _first(up, down, after, figure.end) or _last(up, down, before, max(0, figure.start - _REACH))
    after = text[figure.end : figure.end + _REACH]
    if _SUBTLE.search(after):
        return None
    return _first(up, down, after, figure.end)


def _first(up: re.Pattern[str], down: re.Pattern[str], text: str, offset: int) -> tuple[bool, int, int] | None:
    found = [
        (match.start(), match.end(), side)
        for side, pattern in ((True, up), (False, down))
        if (match := pattern.search(text))
    ]
    if not found:
        return None
    start, end, side = min(found)
    return side, offset + start, offset + end


def _last(up: re.Pattern[str], down: re.Pattern[str], text: str, offset: int) -> tuple[bool, int, int] | None:
    found = [
        (match.start(), match.end(), side)
        for side, pattern in ((True, up), (False, down))
        for match in pattern.finditer(text)
    ]
    if not found:
        return None
    start, end, side = max(found)
    return side, offset + start, offset + end


def _traded(claim: Claim, pairs: list[_Pair]) -> list[Problem]:
    """The label of a figure is the one that the article gives to another figure of its kind, and not its own."""
    found: list[Problem] = []
    for pair in pairs if claim.near is not None else ():
        rivals = [
            other
            for other in pair.source.facts.figures
            if other.unit == pair.stated.unit and other.value != pair.stated.value
        ]
        mine = _label(claim.words, claim.facts.figures, pair.claimed)
        own = _label(pair.source.words, pair.source.facts.figures, pair.stated)
        for rival in rivals:
            if any(agree(figure, rival) for figure in claim.facts.figures):
                continue  # both stand in the claim: they may only have changed places
            other = _label(pair.source.words, pair.source.facts.figures, rival)
            if mine & (other - own) and not mine & (own - other) and (own - other):
                why = f"The article says {pair.stated.text} of something else; here it has {rival.text}."
                found.append(Problem("figure", pair.claimed.text, why, pair.claimed.start, pair.claimed.end))
                break
    return found


def _crossed(claim: Claim, pairs: list[_Pair]) -> list[Problem]:
    """Two figures, each under the label that the article gives to the other, in one sentence of it or in two."""
    for place, one in enumerate(pairs):
        for two in pairs[place + 1 :]:
            if one.claimed.unit != two.claimed.unit or one.claimed.value == two.claimed.value:
                continue
            mine = [_label(claim.words, claim.facts.figures, pair.claimed) for pair in (one, two)]
            own = [_label(pair.source.words, pair.source.facts.figures, pair.stated) for pair in (one, two)]
            if all(
                _meets(mine[side], own[1 - side] - own[side]) and not _meets(mine[side], own[side] - own[1 - side])
                for side in (0, 1)
            ):
                why = f"The article says {one.stated.text} and {two.stated.text} the other way round."
                return [Problem("figure", one.claimed.text, why, one.claimed.start, one.claimed.end)]
    return []


def _meets(mine: set[str], theirs: set[str]) -> bool:
    """A surname alone meets the full name."""
    return bool(mine & theirs) or any(
        (len(one) == 1 and len(other) == 3 and other.startswith(one))
        or (len(other) == 1 and len(one) == 3 and one.startswith(other))
        for one in mine
        for other in theirs
        if "가" <= one[0] <= "힣"
    )


def _label(words: list[Word], figures: tuple[Figure, ...], figure: Figure) -> set[str]:
    """The words between the figure before it of the same unit and the figure itself."""
    start = max((other.end for other in figures if other.unit == figure.unit and other.end <= figure.start), default=0)
    inside = [word for word in words if start <= word.start and word.end <= figure.start]
    return {
        word.stem
        for word in inside
        if (word.meaningful or (word.script == "hangul" and word.text not in _GRAMMAR))
        and not any(other.start <= word.start < other.end for other in figures)
    }
