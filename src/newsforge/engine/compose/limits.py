"""What limits the news: a small trial, a one-off gain, an approval still to come. Without it a claim says too much."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsforge.engine.compose.dependence import outside_quotes
from newsforge.engine.compose.model import Line
from newsforge.engine.compose.rank import similarity

_LIMITS = {
    "ko": re.compile(
        r"(?:예비|잠정) (?:결과|연구|분석)|초기 (?:단계|연구)|단정(?:하기|할|은)|확정(?:된 것은|되지|은) ?(?:않|아니)|"
        r"승인을? (?:받아야|얻어야|거쳐야|필요)|허가를 (?:받아야|거쳐야)|심사를 (?:통과해야|거쳐야)|"
        r"일회성|일시적(?:인)? (?:이익|요인|효과)|실험실|동물 ?실험|추가 (?:연구|검증|임상)|검증이 (?:더 )?필요|"
        r"상용화(?:까지|하려면|에는)|인과관계|조건부|(?:규모|표본|참가자)[^.]{0,12}(?:작|적)(?:다|아|어|은)|한계가 있|"
        r"(?:이익|수익|매각)[^.]{0,24}(?:제외하면|빼면)"
    ),
    "en": re.compile(
        r"\b(?:caution(?:ed|s) (?:that|against)|inconclusive|"
        r"not (?:yet )?(?:conclusive|proven?|peer.reviewed|designed|definitive)|"
        r"preliminary (?!hearing|round|match|heat|final)\w+|"
        r"(?:trial|study|sample|survey) (?:was|is) (?:\w+ )?small|"
        r"small (?:trial|study|sample)|one-?(?:off|time) (?:gains?|charges?|items?|profits?|"
        r"costs?|payments?|benefits?|boost|tax|sale)|"
        r"(?:does|did|do|could|can) ?not "
        r"(?:prove|establish|rule out|show (?:that|whether|if|how))|"
        r"(?:only|so far) (?:\w+ ){0,2}in (?:mice|rats|animals|the lab\w*)|in (?:mice|rats)|in the laboratory|"
        r"subject to (?:\w+ ){0,3}(?:approval|review|clearance)|(?:needs?|requires?|awaits?|awaiting) "
        r"(?:\w+ ){0,3}(?:approval|clearance|confirm\w*)|must (?:still )?(?:be approved|win approval|get approval)|"
        r"not (?:been )?(?:independently )?(?:verified|confirmed)|too early to|early (?:results|data|stage)|"
        r"did not decide whether|has not (?:been )?decided)\b",
        re.IGNORECASE,
    ),
    "ja": re.compile(
        r"断定(?:は|する|でき)|確定(?:では|して(?:い)?ない)|可能性も(?:残|ある)|予備的|暫定|一時的な(?:利益|要因)|"
        r"一過性|特別利益|動物実験|マウス|実験室|承認(?:が必要|を(?:得|受け)る必要)|さらなる(?:研究|検証|調査)|"
        r"(?:署名|証拠|記録|資料|決め手)[^。]{0,12}見つかっていない|実用化(?:に|まで)|因果関係"
    ),
}
#: So near to the lead a line speaks of nothing else; Japanese terms are too coarse to tell.
_NEAR = {"ja": 4}
#: Of the words of title and lead, what a line further down shares with them.
_SAME_SUBJECT = 0.08


def find_limits(
    lines: Sequence[Line], lead: Line | None, title_terms: frozenset[str], language: str
) -> tuple[tuple[Line, ...], ...]:
    """What limits the lead's claim: with what the same speaker goes on to say, then without; each behind the line that
    it leans on. Empty where the lead itself has its limit."""
    pattern = _LIMITS.get(language)
    if lead is None or pattern is None or pattern.search(lead.text):
        return ()
    by_index = {line.index: line for line in lines}
    near = _NEAR.get(language, 2)
    able = [
        (unit, line)
        for line in lines
        if line.index > lead.index and not line.is_owed and pattern.search(line.text)
        and (line.index - lead.index <= near or _is_on(line, lead, title_terms))
        and (unit := _with_previous(line, lead, by_index))
    ]  # fmt: skip
    subject = title_terms | lead.terms
    best = max(
        able,
        key=lambda item: (_weight(item[1], pattern, subject) - _LEANS * (len(item[0]) - 1), -item[1].index),
        default=None,
    )
    if best is None:
        return ()
    whole = (*best[0], *_further(best[1], pattern, by_index))
    units = [whole, best[0]] if whole != best[0] else [whole]
    return tuple(tuple(replace(line, is_owed=True) for line in unit) for unit in units)


def _with_previous(line: Line, lead: Line, by_index: dict[int, Line]) -> tuple[Line, ...]:
    """Empty where it leans on a line that leans itself."""
    before = by_index.get(line.index - 1)
    if line.alone is not None or (before is not None and before.index == lead.index):
        return (line,)
    stands = before is not None and (before.alone is not None or before.index == lead.index + 1)
    return (before, line) if before is not None and stands and not before.is_owed else ()


def _further(line: Line, pattern: re.Pattern[str], by_index: dict[int, Line]) -> Iterator[Line]:
    """“This is encouraging, not conclusive,” said its author. “Parents should not change anything because of it.”"""
    after = by_index.get(line.index + 1)
    while after is not None and after.sentence.paragraph == line.sentence.paragraph and not after.is_owed:
        if not (pattern.search(after.text) or _ADVISES.search(after.text)):
            return
        yield after
        after = by_index.get(after.index + 1)


_ADVISES = re.compile(r"\b(?:should|must) not\b|\bshouldn[’']t\b|해서는 안|하지 말아야|べきでは?ない")
#: What a line costs that the limit leans on.
_LEANS = 0.3


def _is_on(line: Line, lead: Line, title_terms: frozenset[str]) -> bool:
    return similarity(line.terms, title_terms | lead.terms) >= _SAME_SUBJECT


def _weight(line: Line, pattern: re.Pattern[str], subject: frozenset[str]) -> float:
    found = pattern.findall(line.text)
    spoken = not pattern.search(outside_quotes(line.text))
    return len(found) + similarity(line.terms, subject) - 0.5 * spoken
