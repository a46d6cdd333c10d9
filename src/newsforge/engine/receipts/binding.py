# ruff: noqa: SIM905 -- lists of words read best as lines of words
"""What a figure of a sentence belongs to: its label (sales, this year, Seoul) and its direction (up, down)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsforge.engine.facts.model import DateMention, Figure
from newsforge.engine.receipts.amounts import MEASURES, agree
from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.dates import agree as dates_agree
from newsforge.engine.receipts.ends_of_change import keeps_end
from newsforge.engine.receipts.evidence import Source
from newsforge.engine.receipts.model import Problem, ProblemKind
from newsforge.engine.receipts.opposites import direction_pair
from newsforge.engine.receipts.parallels import Piece, compare, pieces_of_source
from newsforge.engine.receipts.parts import is_part_of
from newsforge.engine.receipts.words import Word, in_form_of, whole_word

#: So much of a clause must the article say of another figure, and at most so much of this one.
_SURE, _UNSURE = 0.75, 0.34
#: So many words may stand between a figure and its verb.
_NEAR_VERB = 2
#: Said of any figure.
_PLAIN_VERBS = frozenset(
    (
        "기록 나타 집계 달했 달한 달하 이르 이른 했다 됐다 이다 있다 이었 늘었 줄었 올랐 내렸 "
        "보였 예상 전망 추산 밝혔 증가 감소 상승 하락 "
        "많았 적었 높았 낮았 그쳤 넘었 였다"
    ).split()
)
#: How far from a figure its verb may stand, in characters.
_REACH = 44
#: A rise that slows down is still a rise, and "the fall narrowed to 3%" is a fall: too subtle to call.
_SUBTLE = re.compile(r"폭|둔화|세가|slow|narrow|pace|expected|forecast|instead of|rather than|幅|鈍化")


#: Between a change and its figure, in English: fell by about 3%.
_LED_BY = re.compile(r"\s(?:by |about |some |nearly |almost |just |over |more than |another |a further |[$£€¥])*")


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
        found += _traded(claim, pairs) or _crossed(claim, pairs) or _of_another(claim)
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
        if pair.claimed.unit == "ratio":
            continue  # 3-2로 꺾어 결승에 올랐다
        mine = _direction(claim.lower, pair.claimed, claim.language)
        theirs = _direction(pair.source.folded.text, pair.stated, pair.source.language)
        if mine is not None and theirs is None:
            found += _moved(claim, pair, mine)
        if mine is None or theirs is None or mine[0] == theirs[0]:
            continue
        start, end = whole_word(claim.lower, mine[1], mine[2])
        word = claim.text[start:end]
        place = whole_word(pair.source.folded.text, theirs[1], theirs[2])
        stated = pair.source.original(*place)
        roots = (claim.lower[mine[1] : mine[2]], pair.source.folded.text[theirs[1] : theirs[2]])
        why = f"The post says “{word}” of {pair.claimed.text} where the article says “{stated}”."
        found.append(Problem("polarity", word, why, start, end, in_form_of(word, stated, roots)))
    return found[:1]


#: 연 2.50%로 동결했다: what stays where it is, right behind the figure or, in English, before it.
_KEPT_BEHIND = re.compile(r"(?:로|에|으로) (?:동결|유지|묶)|[でに]?(?:据え置|維持)")
_KEPT_BEFORE = re.compile(r"\b(?:held|holds|kept|keeps|left|leaves|maintain\w*|unchanged)\b[^,.;]{0,40}\bat $")
_KEPT = re.compile(r"동결|유지|묶|据え置|維持|\b(?:h[eo]ld|kept|keep|left|unchanged|maintain\w*)\b")


def _moved(claim: Claim, pair: _Pair, mine: tuple[bool, int, int]) -> list[Problem]:
    """The post has it go up or down to where the article has it stay."""
    text, at = pair.source.folded.text, pair.stated
    kept = _KEPT_BEHIND.match(text, at.end) or _KEPT_BEFORE.search(text[: at.start])
    if kept is None or _KEPT.search(claim.lower) or _TO.match(claim.lower, pair.claimed.end) is None:
        return []
    start, end = whole_word(claim.lower, mine[1], mine[2])
    word = claim.text[start:end]
    stated = kept.group().split(maxsplit=1)[-1] if " " in kept.group() else kept.group()
    why = f"The post says “{word}” of {pair.claimed.text} where the article says “{stated}”."
    return [Problem("polarity", word, why, start, end)]


_TO = re.compile(r"(?:으?로|に|まで|\b|$)")


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
        begin = max(0, figure.start - _REACH)
        led = _last(up, down, before, begin)
        if led is not None and _LED_BY.fullmatch(text, led[2], figure.start):
            return led  # fell 11% on higher costs
        return _first(up, down, after, figure.end) or led
    after = re.split(r",\s|、|;", text[figure.end : figure.end + _REACH], maxsplit=1)[0]
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
            if is_part_of(pair.source.text, pair.stated, rival):
                continue
            if keeps_end(claim, pair.claimed, pair.source, pair.stated, rival):
                continue
            other = _label(pair.source.words, pair.source.facts.figures, rival)
            if mine & (other - own) and not mine & (own - other) and (own - other):
                why = f"The article says {pair.stated.text} of something else; here it has {rival.text}."
                found.append(
                    Problem("figure", pair.claimed.text, why, pair.claimed.start, pair.claimed.end, rival.text)
                )
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


def _of_another(claim: Claim) -> list[Problem]:
    """A figure in a clause that the article says of another figure, while it says other things of this one."""
    mentions: list[Figure | DateMention] = [*claim.facts.figures, *claim.facts.dates]
    for piece in claim.pieces:
        inside = [one for one in mentions if piece.start <= one.start < piece.end]
        if not inside or not piece.words:
            continue
        last = max(inside, key=lambda one: one.start)
        stated = _whole_clause(claim, piece, last) if len(inside) == 1 else None
        stated = stated or _verb_of_another(claim, piece, last, inside) or _label_of_another(claim, piece, last)
        # In the 51st and 68th minutes; a substitute in the second half is none of the 51st minute.
        if isinstance(last, Figure) and last.unit == "ordinal" and stated is not None:
            known = {one.text for one in claim.facts.figures}
            stated = None if stated in known or stated.isalpha() > last.text.isalpha() else stated
        if stated is not None:
            kind: ProblemKind = "figure" if isinstance(last, Figure) else "date"
            why = f"The article says {last.text} of something else; here it has {stated}."
            return [Problem(kind, last.text, why, last.start, last.end)]
    return []


def _whole_clause(claim: Claim, piece: Piece, mention: Figure | DateMention) -> str | None:
    """Nearly all of the clause stands in one that has another figure, and nearly nothing in those with this one."""
    if all(len(word.stem) == 1 for word in piece.words):
        return None  # 抑えられた alone says of no figure whose it is
    own: float | None = None
    rival, stated = 0.0, None
    for source, other, same, unlike in _places(claim, mention):
        share = compare(piece, other).share
        if same and len(other.words) <= 1 and other is not pieces_of_source(source, claim.evidence)[0]:
            return None  # 1万5000円引き上げて28万円とする: whose it is the clause before says
        if same:
            own = max(own or 0.0, share)
        elif source in claim.surroundings and len(unlike) == 1 and share > rival:
            rival, stated = share, unlike[0].text
    return stated if own is not None and rival >= _SURE and own <= _UNSURE else None


def _verb_of_another(
    claim: Claim, piece: Piece, mention: Figure | DateMention, inside: list[Figure | DateMention]
) -> str | None:
    """The verb right after a figure is the one that the article has with another figure, and never with this one."""
    verb = piece.words[-1]
    begin = max([one.end for one in inside if one.end <= mention.start], default=piece.start)
    label = tuple(word for word in piece.words if begin <= word.start < mention.start)
    if claim.language != "ko" or verb.start < mention.end or verb.stem[:2] in _PLAIN_VERBS:
        return None
    if sum(word.start > mention.end for word in piece.words) > _NEAR_VERB:
        return None
    alone, named = Piece(verb.start, verb.end, (verb,)), Piece(piece.start, piece.end, label)
    own_label, rival, rival_label, found = 0.0, None, 0.0, False
    for source, other, same, unlike in _places(claim, mention):
        has = compare(alone, other).share >= 1
        if same and has:
            return None
        if same:
            found = True
            own_label = max(own_label, compare(named, other).share)
        elif has and source in claim.surroundings and len(unlike) == 1 and compare(alone, _end_of(other)).share >= 1:
            rival, rival_label = unlike[0].text, compare(named, other).share
    return rival if found and own_label <= rival_label else None


def _label_of_another(claim: Claim, piece: Piece, mention: Figure | DateMention) -> str | None:
    """The noun at the figure stands in the article's sentence, at another clause; at the figure stands another noun."""
    if claim.language != "ko" or isinstance(mention, DateMention):
        return None
    label = next((word for word in reversed(piece.words) if 0 <= mention.start - word.end <= 2), None)
    if label is None or label.text != label.stem or label.stem[:2] in _PLAIN_VERBS or len(label.stem) < 2:
        return None
    rest = Piece(piece.start, piece.end, tuple(word for word in piece.words if word is not label))
    for source, other, same, _ in _places(claim, mention):
        if not same or source not in claim.alignment.sources[:2]:
            continue
        stated = [one for one in source.facts.figures if agree(mention, one) and other.start <= one.start < other.end]
        own = next((word for word in reversed(other.words) if 0 <= stated[0].start - word.end <= 2), None)
        alone = Piece(label.start, label.end, (label,))
        if (
            own is None
            or own.text != own.stem
            or compare(alone, other).share > 0
            or compare(alone, Piece(0, 0, tuple(source.words))).share < 1
        ):
            return None
        return stated[0].text + f" of {own.text}" if compare(rest, other).share >= _SURE and rest.words else None
    return None


def _end_of(piece: Piece) -> Piece:
    return Piece(piece.start, piece.end, piece.words[-1:])


def _places(
    claim: Claim, mention: Figure | DateMention
) -> Iterator[tuple[Source, Piece, bool, list[Figure | DateMention]]]:
    """The article's clauses with figures of this kind: whether this one is among them, and the others."""
    for source in claim.evidence.sources:
        known: Sequence[Figure | DateMention] = (
            source.facts.figures if isinstance(mention, Figure) else source.facts.dates
        )
        for other in pieces_of_source(source, claim.evidence) if known else ():
            inside = [one for one in known if other.start <= one.start < other.end]
            if inside:
                same = any(_may_be(mention, one) for one in inside)
                yield source, other, same, [one for one in inside if _alike(mention, one) and not _may_be(mention, one)]


def _may_be(mention: Figure | DateMention, other: Figure | DateMention) -> bool:
    if isinstance(mention, Figure) and isinstance(other, Figure):
        return agree(mention, other)
    return isinstance(mention, DateMention) and isinstance(other, DateMention) and dates_agree(mention, other)


def _alike(mention: Figure | DateMention, other: Figure | DateMention) -> bool:
    if isinstance(mention, Figure) and isinstance(other, Figure):
        units = {mention.unit, other.unit}
        return "ratio" not in units and (len(units) == 1 or ("" in units and not units & MEASURES))
    return (
        isinstance(mention, DateMention)
        and isinstance(other, DateMention)
        and mention.minute_of_day is not None
        and other.minute_of_day is not None
    )


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
