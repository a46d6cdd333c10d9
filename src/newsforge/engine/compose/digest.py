"""Read an article once for all platforms."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from newsforge.engine.article import Article, Sentence
from newsforge.engine.compose.dependence import Standing, outside_quotes, short_names, standing
from newsforge.engine.compose.headline import read_headline
from newsforge.engine.compose.model import Digest, Headline, Line
from newsforge.engine.compose.phrases import AHEAD, FIGURE, NOT_PROSE
from newsforge.engine.compose.rank import (
    by_relevance,
    morphemes_of,
    score_lines,
    sentence_terms,
    similarity,
    text_terms,
)
from newsforge.engine.compose.voice import best_quote
from newsforge.engine.text.abbreviations import OPENERS
from newsforge.engine.text.keywords import keywords
from newsforge.engine.text.korean import tokens
from newsforge.engine.text.stopwords import ENGLISH, TITLES

#: Sentences past this many are not read for a post: an article's news is not there, and long files stay quick.
_MOST_LINES = 120
_KEYWORDS = 12
#: Words of the title that any sentence may have.
_FEW = 2
#: A subtitle is so much shorter than the sentence after it.
_SUBTITLE = 0.5
_ENDS = re.compile(r"[.!?。！？．।][”\"’'」』)）\]]*$")
_KOREAN_ENDING = re.compile(r"[다요까죠네라지음임함][.!?]+[”\"’']*$")
#: First words that make no name of the word after them.
_NO_FIRST_NAMES = ENGLISH | TITLES | OPENERS
_QUOTE = re.compile(r"“([^”]+)”|\"([^\"]+)\"|「([^」]+)」")
_FULL_NAME = re.compile(
    r"(?<![\w’'-])([A-Z][a-z]+(?:[-’'][A-Z]?[a-z]+)*)(?: [A-Z]\.)? ((?:Mc|Mac|O’|"
    r"O')?[A-Z][a-z]+(?:[-’'][A-Z]?[a-z]+)*)(?![\w’'-])"
)


def digest(article: Article) -> Digest:
    """Lines are in reading order. An article without a title gets its best short sentence for a headline."""
    headline = read_headline(article.title, site=article.site)
    prose = [
        (index, sentence)
        for index, sentence in enumerate(article.sentences)
        if _is_prose(sentence.text, article.language)
    ][:_MOST_LINES]
    sentences = [sentence for _, sentence in prose]
    morphemes = morphemes_of(article, sentences)
    full_names = _full_names(article)
    lines = []
    for number, (index, sentence) in enumerate(prose):
        stands = standing(
            sentence.text, article.language, morphemes=morphemes[number], opens_article=number == 0 and index <= 1
        )
        terms, named = sentence_terms(sentence, morphemes[number], article.language)
        line = _line(index, sentence, stands, article.language, full_names)
        lines.append(replace(line, terms=terms, is_named=named))
    title_terms = text_terms(headline.text, article.language) or (lines[0].terms if lines else frozenset())
    ranked = by_relevance(score_lines(lines, article, title_terms))
    ordered = tuple(sorted(ranked, key=lambda line: line.index))
    lead = _lead(ordered, title_terms)
    if lead is not None and lead.names:
        # The opening line may say Biden: nothing can stand before it.
        lead = replace(lead, names=())
        ordered, ranked = (tuple(lead if line.index == lead.index else line for line in of) for of in (ordered, ranked))
    words = keywords(article, limit=_KEYWORDS)
    if not headline.text:
        headline = _headline_of_lines(ranked, lead)
    if not headline.text:
        headline = Headline(text="·".join(words[:3]) or article.site)
    return Digest(
        article=article,
        headline=headline,
        lines=ordered,
        lead=lead,
        quote=best_quote(ranked, lead, title_terms, article.language),
        figures=_telling_figures(ranked, lead, article.language),
        outlook=tuple(line for line in ranked if line.looks_ahead and not line.has_quote and line != lead),
        keywords=words,
        ranked=ranked,
        title_terms=title_terms,
    )


def _telling_figures(ranked: tuple[Line, ...], lead: Line | None, language: str) -> tuple[Line, ...]:
    """Of lines that matter alike, the one with more figures is the better point."""
    figure = FIGURE.get(language, FIGURE[""])
    able = [line for line in ranked if line.has_figure and not line.has_quote and line != lead]
    worth = {
        line.index: line.score
        + 0.15 * min(3, len(figure.findall(outside_quotes(line.text))))
        - 0.3 * (line.needs == "subject")
        for line in able
    }
    return tuple(sorted(able, key=lambda line: (-worth[line.index], line.index)))


def _is_prose(text: str, language: str) -> bool:
    """Whole sentences only: no heading, caption, address, list item or half of a quote."""
    if not _ENDS.search(text) or NOT_PROSE.search(text) or not _is_balanced(text):
        return False
    if language == "ko":
        return len(text) >= 10 and bool(_KOREAN_ENDING.search(text))
    if language in {"ja", "zh"}:
        return len(text) >= 10 and text[-1] not in ")]）］"
    return len(text.split()) >= 5 and text[:1] not in "([•*" and 2 * sum(map(str.isupper, text)) < len(text)


def _is_balanced(text: str) -> bool:
    pairs = ("“”", "「」", "『』", "()", "（）", "[]")
    return all(text.count(pair[0]) == text.count(pair[1]) for pair in pairs) and text.count('"') % 2 == 0


def _line(
    index: int, sentence: Sentence, stands: Standing, language: str, full_names: dict[str, tuple[str, ...]]
) -> Line:
    figure, ahead = FIGURE.get(language, FIGURE[""]), AHEAD.get(language)
    bare = outside_quotes(stands.text)
    return Line(
        index=index,
        sentence=sentence,
        text=stands.text,
        alone=stands.alone,
        needs=stands.needs,
        names=short_names(stands.text, full_names, language),
        has_figure=bool(figure.search(bare)),
        has_quote=any(
            len(next(filter(None, match))) > _SPEECH_LENGTH.get(language, 25) for match in _QUOTE.findall(stands.text)
        ),
        looks_ahead=bool(ahead and ahead.search(bare)),
    )


_SPEECH_LENGTH = {"ko": 11, "ja": 10}


def _full_names(article: Article) -> dict[str, tuple[str, ...]]:
    """Short forms to the full names of the article: 장 to 장동혁, Lee to Ann Lee."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    if article.language == "ko":
        for token in tokens(article.text):
            if token.tag == "NNP" and len(token.form) in {3, 4} and re.fullmatch(r"[가-힣]+", token.form):
                found[token.form[0]][token.form] = None
    elif article.language == "en":
        for first, last in _FULL_NAME.findall(article.text):
            if first.lower() not in _NO_FIRST_NAMES and not re.search(rf"\b{last.lower()}\b", article.text):
                found[last][f"{first} {last}"] = None
    return {short: tuple(names) for short, names in found.items()}


def _lead(lines: tuple[Line, ...], title_terms: frozenset[str]) -> Line | None:
    """The line that tells the news: nearly always the first; a later one where the article opens with a scene."""
    able = (
        [line for line in lines[:8] if line.alone and line.needs == "nothing"]
        or [line for line in lines[:8] if line.alone]
        or [line for line in lines if line.alone]
    )
    if not able:
        return None
    best = max(able, key=lambda line: (line.score, -line.index))
    first = able[0]
    # A subtitle may stand where the first sentence should: the next one has the words of the title.
    shared = [len(line.terms & title_terms) for line in able[:2]]
    if len(shared) > 1 and shared[0] <= _FEW < shared[1] and len(first.text) < _SUBTITLE * len(able[1].text):
        first = able[1]
    tells = similarity(first.terms, title_terms) >= 0.34 or first.score >= 0.75 * best.score
    return first if tells and first in lines[:3] else best


def _headline_of_lines(ranked: tuple[Line, ...], lead: Line | None) -> Headline:
    best = lead or next((line for line in ranked if line.alone), None)
    if best is None:
        return Headline(text="")
    short = next(
        (line for line in ranked[:5] if line.alone and line.needs == "nothing" and len(line.alone) <= 80), best
    )
    return Headline(text=(short.alone or short.text).rstrip(".。"))
