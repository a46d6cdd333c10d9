"""Whether the figures of a sentence are the article's: value, unit and what they count."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from newsforge.engine.facts.model import Figure
from newsforge.engine.receipts.amounts import MEASURES, agree, agree_abroad, is_gap
from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.durations import is_just_short
from newsforge.engine.receipts.ends_of_change import end_of, is_of_other_end
from newsforge.engine.receipts.evidence import Source
from newsforge.engine.receipts.figure_reasons import absent, mismatch, unbound
from newsforge.engine.receipts.figures_derived import follows, is_told_loosely
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.tables import is_table, table_problems
from newsforge.engine.receipts.tallies import is_same_pair, is_tally
from newsforge.engine.receipts.tenths import is_in_tenths
from newsforge.engine.receipts.words import Word, around

_A_YEAR = re.compile(
    r"전년|작년|지난해|1년|연간|매년|(?<![가-힣])연 \d|an? year|annual|年間|year earlier|year-on-year|year ago|"
    r"last year|previous year|前年|昨年|1年"
)
_NOT_ONE = re.compile(r"(?:도|조차|も)\s?[^.!?。]{0,24}(?:않|못|없|안\s|ない|なかった|ませ|ず)")
_FALL = re.compile(
    r"내[렸리린려]|하락|감소|줄[었어]|떨어|낮아|축소|후퇴|밀[렸려]|빠[졌져]|\b(?:f[ae]ll(?:en|s)?|dropp?(?:ed|s)?|down|lower|decline[ds]?|"
    r"decreased?|slid|slipped|lost|shrank|cut)\b|下落|減少|減[っり]|下が|低下|安く|マイナス"
)
#: 40円上がって: how far behind the figure its change begins.
_BY = 4
#: A verb so far behind its figure is another figure's.
_VERB_WITHIN = 40
_CHANGE = re.compile(
    r"더\s|늘[어었리려]|줄[어었이]|올[라랐리려]|내[려렸리]|인상|인하|증[가액원편]|감[소액원]|상향|하향|추가|확대|축소|차이|격차|많|적[다었은]|"
    r"\b(?:more|fewer|less|up|down|rise|rose|raise[ds]?|increase[ds]?|cut|lower(?:ed)?|gap|difference|added|by)\b|"
    r"引き上げ|引き下げ|増|減|上が|下が|値上|値下|上方修正|下方修正|差"
)
_NUMBERED_LINES = re.compile(r"\d{1,2}\s?[~∼〜-]\s?\d{1,2}호선")
_FIRST = re.compile(r"첫|처음|최초|初|\bfirst\b|第一|最初")
#: Larger numbers in words count nothing that a reader of the article could count.
_MOST_IN_WORDS = 20
#: So near must the sentence be before its other number speaks against a number in words.
_LEAST_SIMILAR = 0.45
#: Words on either side of a figure that tell what it counts.
_BEFORE, _AFTER = 4, 5
#: Every word of the claim stands in the nearest sentence; so many of them at the other figure.
_ALL_HELD, _TOUCHING = 0.9, 2
#: Between a figure and what it counts, in scripts with spaces.
_GAP = 1
_LEADS_ANY = frozenset({"the", "a", "an", "in", "on"})


@dataclass(frozen=True, slots=True)
class _Occurrence:
    source: Source
    figure: Figure
    exact: bool


def problems(claim: Claim) -> list[Problem]:
    if is_table(claim):
        return table_problems(claim)
    found: list[Problem] = []
    dated = [(mention.start, mention.end) for mention in claim.facts.dates]
    for figure in claim.facts.figures:
        if any(start < figure.end and figure.start < end for start, end in dated):
            continue
        if is_in_tenths(claim.lower, figure, claim.evidence) or is_told_loosely(claim, figure):
            continue
        problem = _check(claim, figure)
        if problem is not None:
            found.append(problem)
    return found


def _check(claim: Claim, figure: Figure) -> Problem | None:
    if figure.value == 1 and _NOT_ONE.match(claim.lower, figure.end):
        return None  # not a single one
    if is_just_short(claim, figure):
        return None
    rival = _rival_in_place(claim, figure)
    # The difference of two rates is in points.
    by_so_much = (
        figure.unit != "percent"
        and _is_difference(claim, figure)
        and _CHANGE.search(claim.lower, figure.end, figure.end + _BY)
    )
    if rival is not None and not by_so_much:
        return mismatch(figure, rival)
    # First where the sentence comes from: most figures are found there, and the whole article need not be read.
    if any(_bound(claim, figure, occurrence) for occurrence in _occurrences(claim, figure, _near(claim))):
        return None
    occurrences = _occurrences(claim, figure, _candidates(claim))
    if not occurrences and figure.text.lower().startswith("one"):
        return None  # "one" is more often an article than a count
    if not occurrences and _may_be_counted(figure) and not _has_rival_count(claim, figure):
        return None
    if not occurrences and figure.unit == "year" and figure.value == 1 and _A_YEAR.search(claim.evidence.everything):
        return None  # a year: since the year before
    if not occurrences and claim.foreign and figure.unit == "ordinal" and figure.value == 1:
        return None if _FIRST.search(claim.evidence.everything) else absent(claim, figure)
    if not occurrences and (_is_fall(claim, figure) or _is_difference(claim, figure)):
        return None
    if not occurrences and follows(claim, figure):
        return None
    if not occurrences and figure.unit == "ratio" and _is_tallied(claim, figure):
        return None
    if not occurrences:
        return absent(claim, figure)
    if any(_bound(claim, figure, occurrence) for occurrence in occurrences) or figure.text.lower() == "one":
        return None
    return unbound(claim, figure, [(one.source, one.figure) for one in occurrences])


def _occurrences(claim: Claim, figure: Figure, stated: Iterable[tuple[Source, Figure]]) -> list[_Occurrence]:
    return [
        _Occurrence(source, other, other.value == figure.value)
        for source, other in stated
        if agree(figure, other) or (claim.foreign and agree_abroad(figure, other))
    ]


def _near(claim: Claim) -> Iterator[tuple[Source, Figure]]:
    return ((source, other) for source in claim.alignment.sources for other in source.facts.figures)


def _is_fall(claim: Claim, figure: Figure) -> bool:
    """배추(-31.5%) for 배추는 31.5% 떨어졌다: the sign says what the article's verb says."""
    if figure.value >= 0:
        return False
    positive = replace(figure, value=-figure.value)
    return any(
        agree(positive, other) and _FALL.search(source.text, other.end, other.end + _VERB_WITHIN)
        for source, other in _candidates(claim)
    )


def _is_difference(claim: Claim, figure: Figure) -> bool:
    """From 6 to 14 places is 8 more: both ends stand in one sentence of the article, and the claim speaks of change."""
    if figure.unit in {"ordinal", "ratio", "age", "identifier"}:
        return False
    is_between = any(is_gap(figure, source.facts.figures) for source in claim.alignment.sources[:2])
    return is_between and _CHANGE.search(claim.lower) is not None


def _may_be_counted(figure: Figure) -> bool:
    """A bare small number in words (four frigates) may count what the article lists."""
    return (
        figure.unit not in MEASURES
        and figure.value <= _MOST_IN_WORDS
        and not any(map(str.isdigit, figure.text))
        and figure.text.isascii()
        and (figure.unit != "ordinal" or not figure.text.lower().endswith(("st", "nd", "rd", "th")))
    )


def _has_rival_count(claim: Claim, figure: Figure) -> bool:
    """The aligned sentence counts the same things and gets another number."""
    best = claim.alignment.best
    if best is None or claim.alignment.similarity < _LEAST_SIMILAR:
        return False
    nouns = _counted(claim.words, figure)
    return any(
        nouns & _counted(best.words, other)
        for other in best.facts.figures
        if other.value != figure.value and (other.unit == figure.unit or not {other.unit, figure.unit} & MEASURES)
    )


def _counted(words: list[Word], figure: Figure) -> set[str]:
    """The unit inside the figure and the next two words."""
    inside = {word.stem for word in words if figure.start <= word.start < figure.end and word.script != "digit"}
    own = {stem for stem in inside if not figure.text.lower().startswith(stem)}
    return own or {word.stem for word in around(words, figure.start, figure.end, 0, 2)}


def _candidates(claim: Claim) -> list[tuple[Source, Figure]]:
    return list(claim.evidence.figures)


def _rival_in_place(claim: Claim, figure: Figure) -> Figure | None:
    """The figure that the nearest sentence has where the claim has this one, when that is another one."""
    best = claim.near
    if best is None or claim.foreign:
        return None
    if any(agree(figure, other) for other in best.facts.figures):
        return _traded(claim, figure, best)
    mine = claim.facts.figures
    free = [other for other in best.facts.figures if not any(agree(one, other) for one in mine)]
    alike = [other for other in free if other.value == figure.value] or [
        other for other in free if other.unit == figure.unit
    ]
    if not alike:
        return None
    if not claim.is_copy and any(
        agree(figure, other)
        and _bound(claim, figure, _Occurrence(source, other, other.value == figure.value))
        and not _stands_among(claim, figure, alike, _Occurrence(source, other, other.value == figure.value))
        for source, other in claim.evidence.figures
    ):
        return None
    here = [other for other in alike if _in_place(claim, figure, best, other)]
    return min(here, key=lambda other: is_of_other_end(claim, figure, best, other), default=None)


def _stands_among(claim: Claim, figure: Figure, alike: list[Figure], occurrence: _Occurrence) -> bool:
    """The words around the figure are those around another one of the nearest sentence, and none of this one's."""
    best = claim.near
    if best is None or claim.alignment.similarity < _ALL_HELD or occurrence.source is best:
        return False
    mine = {word.stem for word in around(claim.words, figure.start, figure.end, 2, 2)}
    stated = occurrence.figure
    own = {word.stem for word in around(occurrence.source.words, stated.start, stated.end, 4, 4)}
    return not mine & own and any(
        len(mine & {word.stem for word in around(best.words, rival.start, rival.end, 2, 2)}) >= _TOUCHING
        for rival in alike
    )


def _in_place(claim: Claim, figure: Figure, best: Source, other: Figure) -> bool:
    """Their neighbours are the same words."""
    mine = around(claim.words, figure.start, figure.end, 3, 3)
    theirs = around(best.words, other.start, other.end, 3, 3)
    return bool({word.stem for word in mine} & {word.stem for word in theirs})


def _traded(claim: Claim, figure: Figure, best: Source) -> Figure | None:
    """Two figures of one sentence in each other's place: the words that touch each tell."""
    if claim.alignment.similarity < 0.85:
        return None
    own = [other for other in best.facts.figures if agree(figure, other)]
    rivals = [other for other in best.facts.figures if other.unit == figure.unit and not agree(figure, other)]
    mine = _touching(claim.words, figure)
    if len(own) != 1 or not rivals or (figure.unit == "ordinal" and mine[0] in _LEADS_ANY):
        return None
    theirs = _touching(best.words, own[0])
    for rival in rivals:
        touched = _touching(best.words, rival)
        if _keeps_its_label(claim, figure, own[0], rival) or _keeps_its_end(claim, figure, own[0], rival):
            continue
        if mine[0] == touched[0] != theirs[0] and (mine[1] == touched[1] or mine[1] != theirs[1]):
            moved = [_touching(claim.words, other) for other in claim.facts.figures if agree(other, rival)]
            if not moved or any(one[0] == theirs[0] or one[1] == theirs[1] for one in moved):
                return rival
    return None


def _keeps_its_end(claim: Claim, figure: Figure, own: Figure, rival: Figure) -> bool:
    """운임을 230엔으로 for 운임을 210엔에서 230엔으로: what stands before the pair belongs to both."""
    best = claim.near
    assert best is not None
    text = best.text.lower()
    mine, stated = end_of(claim.lower, figure, claim.language), end_of(text, own, best.language)
    return mine is not None and mine == stated != end_of(text, rival, best.language)


def _keeps_its_label(claim: Claim, figure: Figure, own: Figure, rival: Figure) -> bool:
    """The South depot has five, the North depot three: the list is told in another order, each with its own figure."""
    best = claim.near
    assert best is not None
    mine = _led_by(claim.words, claim.facts.figures, figure)
    stated, other = (_led_by(best.words, best.facts.figures, one) for one in (own, rival))
    moved = next((one for one in claim.facts.figures if one is not figure and agree(one, rival)), None)
    if moved is None:
        return bool(mine & (stated - other)) and not mine & (other - stated)
    theirs = _led_by(claim.words, claim.facts.figures, moved)
    return len(mine & stated) + len(theirs & other) > len(mine & other) + len(theirs & stated)


def _led_by(words: list[Word], figures: tuple[Figure, ...], figure: Figure) -> set[str]:
    """The words with a meaning between the figure before, with what it counts, and this one."""
    begin = max((other.end for other in figures if other.end <= figure.start), default=0)
    return {
        word.stem
        for word in words
        if begin <= word.start and word.end <= figure.start and word.meaningful
        if not begin or word.start != begin + _GAP or word.script in {"han", "kana"}
    }


def _touching(words: list[Word], figure: Figure) -> tuple[str, str]:
    """The stems of the word before and the word after; empty at an end of the sentence or behind other digits."""
    before = [word.stem for word in words if word.end <= figure.start and word.script != "digit"]
    after = [word.stem for word in words if word.start >= figure.end and word.script != "digit"]
    return (before[-1] if before else "", after[0] if after else "")


def _bound(claim: Claim, figure: Figure, occurrence: _Occurrence) -> bool:
    """The article's figure is about what the claim's is about."""
    if claim.foreign or figure.unit == "age":
        return True
    if figure.unit == "ratio":
        return _is_score(claim, figure, occurrence)
    source = occurrence.source
    if is_same_pair(claim.lower, figure, source.folded.text, occurrence.figure):
        return True
    if source.field == "title" and source.language != "en":
        return True  # what a Korean or Japanese headline counts is what the article is about
    if _is_decade(claim.text, figure) and _is_decade(source.text, occurrence.figure):
        return True
    if any(line.start() <= figure.start < line.end() for line in _NUMBERED_LINES.finditer(claim.text)):
        return True  # 1~8호선: from 1호선 to 8호선
    if _in_name(claim.text, figure.start) and _in_name(source.text, occurrence.figure.start):
        return True
    nouns = _nouns(claim, figure)
    near = around(claim.words, figure.start, figure.end, _BEFORE, _AFTER)
    if not near:
        return True
    stated = occurrence.figure
    theirs = {word.stem for word in around(source.words, stated.start, stated.end, 9, 9)}
    theirs |= {word.stem for word in source.words if stated.start <= word.start < stated.end}
    shared = sum(_held(word, theirs) for word in near) + _named(claim, near, theirs)
    if any(_held(noun, theirs) for noun in nouns):
        return True
    aligned = any(source is other for other in claim.alignment.sources)
    if figure.unit not in {"", "ordinal", "times"} and (aligned or _neighbouring(claim, source)):
        return True
    if _distinctive(figure):
        return aligned or shared >= 1 or _neighbouring(claim, source)
    if aligned:
        return shared >= (1 if source is claim.alignment.best else 2)
    return shared >= 2


def _in_name(text: str, start: int) -> bool:
    """The digits of U20 or Under-20."""
    return re.search(r"(?:\b[Uu]|\b[Uu]nder)[- ]{0,3}$", text[max(0, start - 9) : start]) is not None


def _is_score(claim: Claim, figure: Figure, occurrence: _Occurrence) -> bool:
    """Both sides of 2-0 stand together in the article too."""
    mine = _partner(claim.facts.figures, figure)
    theirs = _partner(occurrence.source.facts.figures, occurrence.figure)
    return mine is None or theirs is None or mine.value == theirs.value


def _is_tallied(claim: Claim, figure: Figure) -> bool:
    partner = _partner(claim.facts.figures, figure)
    return any(is_tally(figure, partner, source) for source in claim.surroundings)


def _partner(figures: tuple[Figure, ...], figure: Figure) -> Figure | None:
    return next((other for other in figures if other is not figure and _is_beside(other, figure)), None)


def _is_beside(other: Figure, figure: Figure) -> bool:
    """4세트에서 20-24로: the other side of a score is a side of it too."""
    return other.unit == figure.unit and (
        0 <= other.start - figure.end <= _SCORE_GAP or 0 <= figure.start - other.end <= _SCORE_GAP
    )


_SCORE_GAP = 4


def _held(word: Word, stems: set[str]) -> bool:
    if word.stem in stems:
        return True
    if word.script in {"hangul", "han"}:
        return any(len(stem) > 1 and (stem in word.text or word.stem in stem) for stem in stems)
    return False


def _neighbouring(claim: Claim, source: Source) -> bool:
    return any(abs(source.index - other.index) <= 1 for other in claim.alignment.sources)


def _distinctive(figure: Figure) -> bool:
    """Unlikely to stand in the article twice for different things."""
    return figure.digits >= 3 or figure.value != figure.value.to_integral_value() or abs(figure.value) >= 100


def _named(claim: Claim, near: list[Word], around: set[str]) -> bool:
    """A name of the claim, however far from the figure, stands by it in the article."""
    return any(
        word.stem in around and word not in near and claim.text[word.start].isupper() and word.start > 0
        for word in claim.words
        if word.meaningful and word.script == "latin"
    )


def _is_decade(text: str, figure: Figure) -> bool:
    """In her 30s, the 1990s."""
    return text[figure.end : figure.end + 2].rstrip(" ,.)") == "s"


def _nouns(claim: Claim, figure: Figure) -> list[Word]:
    """What is counted: in English one of the next two words, elsewhere the one before."""
    if script_of(claim.language) == "latin":
        after = [word for word in claim.words if word.start >= figure.end and word.meaningful][:2]
        return [word for place, word in enumerate(after) if word.start - figure.end <= 3 + 14 * place]
    return [word for word in claim.words if word.end <= figure.start and word.meaningful][-1:]
