"""The line that tells the news: nearly always the first; the one that says what it is all about where the article
opens on a scene."""

from __future__ import annotations

import re
from collections import Counter

from newsforge.engine.compose.asides import is_of_market
from newsforge.engine.compose.dependence import outside_quotes
from newsforge.engine.compose.model import Line
from newsforge.engine.compose.phrases import FIRST_PERSON, OF_THE_PAST
from newsforge.engine.compose.rank import similarity

#: Words of the title that any sentence may have.
_FEW = 2
#: A subtitle is so much shorter than the sentence after it.
_SUBTITLE = 0.5
#: Lines among which the news stands, and, after a scene, the line that says what it is about.
_NEAR_TOP, _NUT_BY = 8, 12
#: A first line that shares less than this with the title tells something else; one that shares this much tells it.
_ELSEWHERE, _TELLS = 0.3, 0.34
#: The line after a scene shares this much with the title, and so many words.
_NUT, _NUT_WORDS = 0.4, 3
_NEWS = {
    "ko": re.compile(r"(?:밝혔|발표했|나타났|조사됐|드러났|확인됐|집계됐|공개했|내놓|시작했|도입|따르면)"),
    "en": re.compile(
        r"\b(?:announced|found|published|according to|study|report|survey|launch\w*|researchers|scientists|"
        r"new|first|now|percent|million|will)\b|%"
    ),
    "ja": re.compile(r"発表|明らかに|公表|調査|開始|始め|によると|分かった|わかった"),
}


def find_lead(lines: tuple[Line, ...], title_terms: frozenset[str], language: str, title: str = "") -> Line | None:
    talk = FIRST_PERSON.get(language)
    lines = tuple(line for line in lines if not line.refers)
    able = (
        [
            line
            for line in lines[:_NEAR_TOP]
            if line.alone and line.needs == "nothing" and not (talk and talk.search(outside_quotes(line.text)))
        ]
        or [line for line in lines[:_NEAR_TOP] if line.alone and line.needs == "nothing"]
        or [line for line in lines[:_NEAR_TOP] if line.alone]
        or [line for line in lines if line.alone]
    )
    if not able:
        return None
    first = able[0]
    best = max(able, key=lambda line: (line.score, -line.index))
    # A subtitle may stand where the first sentence should: the next one has the words of the title.
    shared = [len(line.terms & title_terms) for line in able[:2]]
    if len(shared) > 1 and shared[0] <= _FEW < shared[1] and len(first.text) < _SUBTITLE * len(able[1].text):
        first = able[1]
    if first in lines[:3]:
        nut = _after_scene(lines, first, title_terms, language, title) or _last_of_its_kind(
            lines, first, title_terms, language
        )
        if nut is not None:
            return nut
        if similarity(first.terms, title_terms) >= _TELLS or first.score >= 0.75 * best.score:
            return first
    return best


def _after_scene(
    lines: tuple[Line, ...], first: Line, title_terms: frozenset[str], language: str, title: str
) -> Line | None:
    """Of the lines after a scene or an anecdote the one that has the title's words, if there is one."""
    told, shared = similarity(first.terms, title_terms), len(first.terms & title_terms)
    # One word that it shares makes no news of a short scene.
    is_scene = told < _ELSEWHERE or (shared == 1 and not first.has_figure and not _tells_news(first, language))
    if language == "ja" and _is_dated_news(first, title):
        return None
    # How a market closed is the news of who bought, whatever words the title has.
    if not is_scene or shared >= _NUT_WORDS or (shared and first.has_figure and is_of_market("", first, language)):
        return None
    later = [
        line
        for line in lines[:_NUT_BY]
        if line.alone and line.needs == "nothing" and not line.has_quote and line.index > first.index
    ]
    able = [
        line
        for line in later
        if len(line.terms & title_terms) >= min(_NUT_WORDS, max(_FEW, len(title_terms) // 2))
        and similarity(line.terms, title_terms) >= max(_NUT, told + 0.15)
    ]
    if not able and not first.terms & title_terms:
        # The line itself may lean on the scene; then one that has at least some of the news.
        able = [line for line in later if len(line.terms & title_terms) >= _FEW]
    news = _NEWS.get(language)
    return max(
        able,
        key=lambda line: (
            similarity(line.terms, title_terms) + 0.15 * bool(news and news.search(line.text)) + 0.1 * line.has_figure,
            -line.index,
        ),
        default=None,
    )


#: 北陸地方は24日、…となった: the day of the news, not of a scene, and words that the title has in other words.
_JA_DAY = re.compile(r"\d{1,2}日(?:[、はにの]|午前|午後|未明|早朝|朝|夜|昼|夕)")
_JA_NOUNS = re.compile(r"[\u4e00-\u9fff々]{2,}|[\u30a1-\u30fa\u30fc]{3,}")
_PAIRS = 2


def _is_dated_news(first: Line, title: str) -> bool:
    """北陸地方 and 北陸 are two terms, though one place: by pairs of letters they are not."""
    return _JA_DAY.search(first.text) is not None and len(_pairs(first.text) & _pairs(title)) >= _PAIRS


def _pairs(text: str) -> set[str]:
    return {run[at : at + 2] for run in _JA_NOUNS.findall(text) for at in range(len(run) - 1)}


def _tells_news(line: Line, language: str) -> bool:
    news = _NEWS.get(language)
    return news is None or bool(news.search(line.text))


#: Why anybody tells it: the last of its kind, the only one, what closes or opens.
_WHY = {
    "ko": re.compile(r"마지막|하나 남은|유일|처음으로|문을 (?:닫|연|열)|사라[지진졌]"),
    "en": re.compile(
        r"\b(?:the (?:last|only|first|oldest)|will (?:close|open|shut|end)|(?:is|are) (?:closing|disappearing))\b"
    ),
}  # fmt: skip
_NUT_OF_FEATURE = 6


def _last_of_its_kind(lines: tuple[Line, ...], first: Line, title_terms: frozenset[str], language: str) -> Line | None:
    """A feature's title names whom it is about; after the scene the line that says so too tells why."""
    why, news, past = _WHY.get(language), _NEWS.get(language), OF_THE_PAST.get(language)
    if why is None or (news and news.search(first.text)) or len(first.terms & title_terms) >= _FEW:
        return None
    return next(
        (
            line
            for line in lines[1:_NUT_OF_FEATURE]
            if line.alone and line.needs == "nothing" and not line.has_quote and line.index > first.index
            and line.terms & title_terms and why.search(line.text) and not (past and past.search(line.text))
        ),
        None,
    )  # fmt: skip


#: What a scene has and a first sentence with news has not: none of what the article comes back to.
_SUBJECTS, _COMES_BACK = 6, 2


def behind_scene(lines: tuple[Line, ...], first: Line, language: str) -> Line | None:
    """Where no title says what the article is on: its news, if ``first`` has nothing that the article comes back to,
    neither a figure of more than the hour nor who announces it."""
    counts = Counter(term for line in lines for term in line.terms)
    often = [term for term, count in counts.most_common(_SUBJECTS) if count > _COMES_BACK]
    news = _NEWS.get(language)
    if (
        language not in {"ko", "en"}
        or not often
        or first.has_figure
        or first.has_quote
        or (news and news.search(first.text))
    ):
        return None
    subjects = frozenset(often)
    if len(first.terms & subjects) * 2 >= len(subjects):
        return None
    later = [
        line
        for line in lines[1:_NEAR_TOP]
        if line.alone and line.needs == "nothing" and not line.names and not line.has_quote
        and not line.text.startswith("The ")
    ]  # fmt: skip
    able = [line for line in later if news and news.search(line.text) and line.has_figure and line.terms & subjects]
    return max(able, key=lambda line: (len(line.terms & subjects), -line.index), default=None)
