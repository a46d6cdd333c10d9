# ruff: noqa: E501, SIM905 -- patterns of three languages read best beside each other; a Korean letter counts as two
"""A profit told for a loss, the federal level for the provincial: two sides of one thing, whatever the words around.

The sentence need not be near one of the article's. What counts is whose result it is: where the article tells it of
this owner, or under this figure, on the other side only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsforge.engine.facts.model import Figure
from newsforge.engine.receipts.amounts import agree
from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.clause import Clause
from newsforge.engine.receipts.dates import agree as dates_agree
from newsforge.engine.receipts.evidence import Source
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.parallels import Piece, compare, pieces_of_source
from newsforge.engine.receipts.words import in_form_of, whole_word

#: (gain, loss) as a result that is stated; what escapes either, narrows it or only speaks of it is not read.
_SIDES = {
    "ko": (re.compile(r"흑자|(?:영업|순|당기순|세전)?이익(?!률|금|단체|집단)"), re.compile(r"적자|(?:영업|순|당기순|세전)?손실(?!보상|률)")),
    "ja": (re.compile(r"黒字|(?:営業|純|経常|最終)?利益(?!率)"), re.compile(r"赤字|(?:営業|純|経常|最終)?損失")),
    "latin": (
        re.compile(r"\b(?:profits?|profitable|surplus(?:es)?|in the black)\b"),
        re.compile(r"\b(?:loss(?:es)?|unprofitable|deficits?|in the red|lost (?:about |nearly |some |more than )?[$£€¥₩])"),
    ),
}  # fmt: skip
_NOT_READ = {
    "ko": re.compile(r"벗어|탈출|면[했하할해]|탈피|해소|만회|메[우웠]|폭|축소|개선|목표|노[린리려]|기대|전망|예상|우려|않|못|아니|없|줄이|줄여|\?"),
    "ja": re.compile(r"脱却|解消|縮小|免れ|回避|幅|目標|目指|見通し|予想|恐れ|ない|ず|ません|圏"),
    "latin": re.compile(r"\b(?:avoid\w*|eras\w+|narrow\w*|end\w*|swung|swing\w*|turn\w*|return\w*|from|before|expect\w*|forecast\w*|hop\w+|aim\w*|target\w*|would|could|may|might|not|no|never|without|fail\w*|miss\w*|if|until|despite|warn\w*|job|jobs|weight|hearing|data|power|heat|blood|seat|seats|vote|votes|game|games|match)\b|n't\b"),
}  # fmt: skip
_KIND = re.compile(r"(?P<net>순|純|最終|\bnet\b)|(?P<operating>영업|営業|\boperating\b)")
#: Verbs that say no more than that there is a result.
_PLAIN = frozenset(
    "기록 냈 냈다 냈습니다 봤다 거뒀 올렸 올린 나타 달했 이르 전환 돌아 보였 됐다 했다 計上 確保 転換 転落 発表 "
    "post report record mak book see turn swing compan firm group".split()
)
_EN_OWNER = re.compile(
    r"\s*(?:the |its |an? |but |and |while )*(?P<owner>[a-z][\w&'-]*(?: [a-z][\w&'-]*){0,3}?) "
    r"(?:post|report|ma[dk]e|ha[ds]|record|book|saw|is |was |r[au]n |earn|show)"
)
_LEAST_SHARE = 0.5
_FIGURE_WEIGHT = 1.5

_LEVELS = (
    re.compile(r"\bfederal(?:ly)?\b|연방|連邦"),
    re.compile(r"\bprovinc(?:e|es|ial|ially)\b|주정부|州政府"),
)
#: Who belongs to the federal level without the word.
_FEDERAL_TOO = re.compile(
    r"\b(?:national|ottawa|washington|canberra|berlin|u\.?s\.?|united states|congress|fbi|rcmp|supreme court|parliament)\b"
)


@dataclass(frozen=True, slots=True)
class _Place:
    piece: Piece
    source: Source
    sides: tuple[bool, bool]
    weight: float
    has_owner: bool
    has_figure: bool
    word: re.Match[str]


def problems(claim: Claim) -> list[Problem]:
    if claim.foreign:
        return []
    found = _result(claim) or _level(claim)
    return [found] if found else []


def _result(claim: Claim) -> Problem | None:
    patterns = _SIDES.get(script_of(claim.language))
    if patterns is None or not any(pattern.search(claim.lower) for pattern in patterns):
        return None
    unread = _NOT_READ[script_of(claim.language)]
    for piece in claim.pieces:
        text = claim.lower[piece.start : piece.end]
        said = [pattern.search(claim.lower, piece.start, piece.end) for pattern in patterns]
        if (said[0] is None) == (said[1] is None) or unread.search(text):
            continue
        side = 0 if said[0] is not None else 1
        word = said[side]
        assert word is not None
        rival = _only_other_side(claim, piece, side, word, patterns)
        if rival is not None:
            return _problem(claim, word, rival)
    return None


def _problem(claim: Claim, word: re.Match[str], rival: _Place) -> Problem:
    start, end = whole_word(claim.lower, *word.span())
    text = claim.text[start:end]
    stated = rival.source.original(*whole_word(rival.source.folded.text, *rival.word.span()))
    why = f"The post says “{text}” where the article says “{stated}”."
    return Problem("polarity", text, why, start, end, in_form_of(text, stated, (word.group(), rival.word.group())))


def _only_other_side(
    claim: Claim, piece: Piece, side: int, word: re.Match[str], patterns: tuple[re.Pattern[str], re.Pattern[str]]
) -> _Place | None:
    """The clause of the article that tells this result on the other side, where none tells it on this one."""
    kind = _kind(claim.lower, word)
    owner = _owner(claim, piece, patterns)
    asked = tuple(
        one
        for one in piece.words
        if not word.start() <= one.start < word.end() and one.stem not in _PLAIN and one.text not in _PLAIN
    )
    if not asked and not _figures(claim, piece):  # a headline's “흑자 전환”, whose owner stands before its comma
        asked = next((one.words for one in reversed(claim.pieces) if one.end <= piece.start), ())
    places = [
        place
        for place in _places(claim, Piece(piece.start, piece.end, asked), owner, patterns)
        if kind is None or _kind(place.source.folded.text, place.word) in {kind, None}
    ]
    if tied := [place for place in places if place.has_figure]:
        owner, rest, places = frozenset(), [], tied
    elif owner and any(place.has_owner for place in places):
        rest = [
            place
            for place in places
            if not place.has_owner and place.sides[side] and place.weight > 0 and not _has_doer(place)
        ]
        places = [place for place in places if place.has_owner]
    else:
        owner, rest = frozenset(), []
    if not places or not (asked or _figures(claim, piece)):
        return None
    best = max(places, key=lambda place: (place.weight, _dates_fit(claim, piece, place.source)))
    if best.sides[side] or not best.sides[1 - side] or best.weight <= 0:
        return None
    if any(place.sides[side] and (owner or place.weight >= 0.7 * best.weight) for place in places) or rest:
        return None
    needed = _LEAST_SHARE * (len(asked) + _FIGURE_WEIGHT * len(_figures(claim, piece)))
    return best if best.weight >= needed and _dates_fit(claim, piece, best.source) else None


def _places(
    claim: Claim, asked: Piece, owner: frozenset[str], patterns: tuple[re.Pattern[str], re.Pattern[str]]
) -> Iterator[_Place]:
    figures = _figures(claim, asked)
    for source in claim.evidence.sources:
        if not any(pattern.search(source.folded.text) for pattern in patterns):
            continue
        for other in pieces_of_source(source, claim.evidence):
            said = [pattern.search(source.folded.text, other.start, other.end) for pattern in patterns]
            word = said[0] or said[1]
            if word is None:
                continue
            inside = [one for one in source.facts.figures if other.start <= one.start < other.end]
            shared = sum(any(agree(one, stated) for stated in inside) for one in figures)
            weight = _FIGURE_WEIGHT * shared
            weight += compare(asked, other).share * len(asked.words) if asked.words else 0.0
            text = source.folded.text[other.start : other.end]
            has_owner = bool(owner) and all(part in text for part in owner)
            yield _Place(other, source, (said[0] is not None, said[1] is not None), weight, has_owner, shared > 0, word)


def _owner(claim: Claim, piece: Piece, patterns: tuple[re.Pattern[str], re.Pattern[str]]) -> frozenset[str]:
    """Whose result it is, as the clause's doer or the one it goes on from."""
    clause = next((one for one in claim.clauses if one.start < piece.end and piece.start < one.end), None)
    if clause is not None and clause.doer is not None:
        words = {word.lower() for word in clause.doer.words if len(word) > 1}
    else:
        led = _EN_OWNER.match(claim.lower, piece.start)
        words = set(led["owner"].split()) if led is not None and claim.language == "en" else set()
    longest = {word for word in words if not any(word != other and other.startswith(word) for other in words)}
    return frozenset(
        word for word in longest if not any(pattern.search(word) for pattern in patterns) and not word.isdigit()
    )


def _has_doer(place: _Place) -> bool:
    clause: Clause | None = next(
        (one for one in place.source.clauses if one.start < place.piece.end and place.piece.start < one.end), None
    )
    if clause is not None and clause.doer is not None and not clause.inherited:
        return True
    return place.source.language == "en" and _EN_OWNER.match(place.source.folded.text, place.piece.start) is not None


def _figures(claim: Claim, piece: Piece) -> list[Figure]:
    return [one for one in claim.facts.figures if piece.start <= one.start < piece.end and one.unit != "ordinal"]


def _dates_fit(claim: Claim, piece: Piece, source: Source) -> bool:
    """A result of another time is another result."""
    mine = [one for one in claim.facts.dates if piece.start <= one.start < piece.end]
    return all(any(dates_agree(one, stated) for stated in source.dates) for one in mine)


def _kind(text: str, word: re.Match[str]) -> str | None:
    found = _KIND.search(text, max(0, word.start() - 12), word.end())
    return found.lastgroup if found is not None else None


def _level(claim: Claim) -> Problem | None:
    """The article knows only one level of government, and the post names the other."""
    everything = claim.evidence.everything
    federal, provincial = _LEVELS
    for mine, theirs in ((federal, provincial), (provincial, federal)):
        word = mine.search(claim.lower)
        if word is None or theirs.search(claim.lower) or mine.search(everything):
            continue
        stated = theirs.search(everything)
        if stated is None or (mine is federal and _FEDERAL_TOO.search(everything)):
            continue
        text = claim.text[word.start() : word.end()]
        why = f"The post says “{text}” where the article says “{stated.group()}”."
        instead = stated.group() if text.endswith("al") and stated.group().endswith("al") else None
        return Problem("polarity", text, why, *word.span(), instead)
    return None
