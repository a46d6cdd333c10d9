# ruff: noqa: E501 -- lists of words read best as lines of words; a Korean letter counts as two
"""Figures told under another label of the same kind: the injured as the dead, August as September, an offer as a
demand. The labels are concepts with words in three languages, so a translated sentence is read as well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from newsforge.engine.facts.model import Figure
from newsforge.engine.receipts.amounts import agree
from newsforge.engine.receipts.claim import Claim
from newsforge.engine.receipts.evidence import Evidence, Source
from newsforge.engine.receipts.model import Problem

#: One kind a block, one label of it a line; a figure bears one label of a kind at a time.
_TABLE = """
숨[졌지진]|사망|목숨을 잃|\\bkill(?:ed|ing|s)?\\b|\\bd(?:ied|ead|eaths?|ie)\\b|\\blost their lives\\b|死亡|死者|亡くな
다[쳤치친]|부상|\\binjur(?:ed|ing|ies|es?)\\b|\\bwound(?:ed|ing)\\b|\\bhurt\\b|けが|怪我|負傷|重軽傷
실종|\\bmissing\\b|行方不明

매출|\\brevenues?\\b|売上|売り上げ
영업이익|\\boperating (?:profit|income)\\b|営業利益
순이익|\\bnet (?:profit|income)\\b|純利益

요구|\\bseek(?:s|ing)?\\b|\\bdemand(?:s|ed|ing)?\\b|\\bask(?:s|ed|ing)? for\\b|\\bwants?\\b|要求
제시|제안|\\boffer(?:s|ed|ing)?\\b|提示

출하량|판매량|물량|\\bshipments?\\b|\\bsales volume\\b|出荷量|販売量
가격|요금|운임|값[은이을]|\\bprices?\\b|\\bfares?\\b|価格|料金|運賃

최대 ?순간 ?풍속|순간 ?최대 ?풍속|\\bgusts?\\b|最大瞬間風速
최대 ?풍속|\\bsustained winds?\\b|最大風速

최저 ?기온|\\blow temperatures?\\b|最低気温
최고 ?기온|\\bhigh temperatures?\\b|最高気温

투표율|\\bturnout\\b|投票率
찬성률|得票率|득표율|賛成率
응답률|回答率

수출|\\bexports?\\b|輸出
수입(?!금|원)|\\bimports?\\b|輸入

남성|남자|\\bm[ea]n\\b|男性
여성|여자|\\bwom[ea]n\\b|女性

찬성|\\bin favou?r\\b|賛成
반대|\\bagainst\\b|\\bopposed\\b|反対

북쪽|북부|\\bnorth(?:ern)?\\b|北部
남쪽|남부|\\bsouth(?:ern)?\\b|南部
동쪽|동부|\\beast(?:ern)?\\b|東部
서쪽|서부|\\bwest(?:ern)?\\b|西部
해안|\\bcoast(?:al)?\\b|沿岸

최대|최고|\\bmaximum\\b|\\bpeak\\b|最大|最高
평균|\\baverage\\b|平均
최소|최저|\\bminimum\\b|最小|最低
"""
_MONTHS_EN = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")  # fmt: skip
_MONTH = re.compile(
    rf"(?<!\d)(?P<number>1[0-2]|[1-9]) ?(?:월|月)(?! ?\d+ ?(?:일|日))|\b(?P<name>{'|'.join(_MONTHS_EN)})\b(?! \d)"
)
#: An age group, which is a figure of its own too: 30대, 30代, in their 30s.
_AGES = re.compile(
    r"(?<![\d.,])(?P<number>[1-9]0)(?:대(?!의? ?(?:차|버스|트럭)|[가-힣]{2,}(?<!에서)(?<!에게))|代|'?s\b)"
    r"|\b(?:in (?:their|his|her)) (?P<name>twenties|thirties|forties|fifties|sixties|seventies|eighties)\b"
)
_AGES_EN = dict(
    zip(
        ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties"),
        range(20, 90, 10),
        strict=True,
    )
)
_PLAIN = frozenset({"", "person", "guard", "victim"})


#: Kinds (the dead and the injured, sales and profits) of which an article that never says a label means another.
_TELLING = frozenset({0, 1})


@dataclass(frozen=True, slots=True)
class _Labelled:
    label: str
    figure: Figure
    word: str


@cache
def _kinds() -> tuple[tuple[tuple[str, re.Pattern[str]], ...], ...]:
    return tuple(
        tuple((line, re.compile(line)) for line in block.splitlines()) for block in _TABLE.strip().split("\n\n")
    )


def problems(claim: Claim) -> list[Problem]:
    if not claim.facts.figures:
        return []
    for kind in range(len(_kinds()) + 2):
        for mine in _labelled(claim.lower, claim.facts.figures, kind):
            problem = _traded(claim, mine, kind)
            if problem is not None:
                return [problem]
    return []


def _traded(claim: Claim, mine: _Labelled, kind: int) -> Problem | None:
    """The article has the figure under another label of the kind, and under this one another figure."""
    stated = [(source, one) for source in claim.evidence.sources for one in _of_source(claim.evidence, source, kind)]
    own = [one for _, one in stated if one.label == mine.label and _alike(mine.figure, one.figure)]
    unsaid = kind in _TELLING and not any(
        label == mine.label for source in claim.evidence.sources for label, _, _ in _marks(source.folded.text, kind)
    )
    if not (own or unsaid) or any(_equal(mine.figure, one.figure) for one in own):
        return None
    rival = next((one for _, one in stated if one.label != mine.label and _equal(mine.figure, one.figure)), None)
    if rival is None or any(
        _holds(source, mine, kind) and not _of_source(claim.evidence, source, kind) for source in claim.evidence.sources
    ):
        return None
    figure = mine.figure
    rest = own[0].figure.text if own else "nothing"
    why = f"The article says {rival.figure.text} of “{rival.word}”; of “{mine.word}” it says {rest}."
    return Problem("figure", figure.text, why, figure.start, figure.end, _instead(claim, own))


def _instead(claim: Claim, own: list[_Labelled]) -> str | None:
    """What the article has under this label, where it has one figure of the kind there."""
    return own[0].figure.text if len(own) == 1 and not claim.foreign else None


def _holds(source: Source, mine: _Labelled, kind: int) -> bool:
    """The sentence has the label and the figure, in a way that is not read here."""
    labels = {label for label, _, _ in _marks(source.folded.text, kind)}
    return mine.label in labels and any(_equal(mine.figure, figure) for figure in source.facts.figures)


def _of_source(evidence: Evidence, source: Source, kind: int) -> tuple[_Labelled, ...]:
    known = evidence.labelled.get((source.index, kind))
    if known is None:
        figures = source.facts.figures
        known = tuple(_labelled(source.folded.text, figures, kind)) if figures else ()
        evidence.labelled[source.index, kind] = known
    return known


def _labelled(text: str, figures: tuple[Figure, ...], kind: int) -> Iterator[_Labelled]:
    """As many labels as figures of one unit: they go together in order. Anything else is not read."""
    marks = list(_marks(text, kind))
    if not marks:
        return
    groups: dict[str, list[Figure]] = {}
    ages = [match.span() for match in _AGES.finditer(text)] if kind == len(_kinds()) + 1 else []
    for figure in figures:
        if not any(start < figure.end and figure.start < end for start, end in ages):
            groups.setdefault(_unit(figure), []).append(figure)
    for group in groups.values():
        if len(group) == len(marks):
            for figure, (label, _, word) in zip(group, marks, strict=True):
                yield _Labelled(label, figure, word)


def _marks(text: str, kind: int) -> Iterator[tuple[str, int, str]]:
    """(label, place, word) in order; a label said twice in a row is one."""
    found: list[tuple[int, int, str, str]] = []
    if kind == len(_kinds()):
        for match in _MONTH.finditer(text):
            number = match["number"] or str(_MONTHS_EN.index(match["name"]) + 1)
            found.append((match.start(), match.end(), number, match.group()))
    elif kind == len(_kinds()) + 1:
        for match in _AGES.finditer(text):
            age = match["number"] or str(_AGES_EN[match["name"]])
            found.append((match.start(), match.end(), age, match.group()))
    else:
        taken: list[tuple[int, int]] = []
        for label, pattern in _kinds()[kind]:
            for match in pattern.finditer(text):
                if not any(match.start() < end and start < match.end() for start, end in taken):
                    taken.append(match.span())
                    found.append((match.start(), match.end(), label, match.group()))
    last = ""
    for start, _, label, word in sorted(found):
        if label != last:
            yield label, start, word
        last = label


def _unit(figure: Figure) -> str:
    return "" if figure.unit in _PLAIN else figure.unit


def _alike(one: Figure, other: Figure) -> bool:
    return _unit(one) == _unit(other)


def _equal(one: Figure, other: Figure) -> bool:
    return agree(one, other) or (_alike(one, other) and one.value == other.value)
