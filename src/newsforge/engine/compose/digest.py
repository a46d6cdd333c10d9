"""Read an article once for all platforms."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from newsforge.engine.article import Article, Sentence
from newsforge.engine.compose.accusations import find_accusation
from newsforge.engine.compose.answers import find_answers, with_charges
from newsforge.engine.compose.antecedents import find_antecedent
from newsforge.engine.compose.asides import is_aside, is_deal, is_of_market, tells_jobs_lost, tells_stakes
from newsforge.engine.compose.calls import find_calls
from newsforge.engine.compose.dated import with_day
from newsforge.engine.compose.dependence import (
    Standing,
    aged_names,
    first_calls,
    has_subject,
    outside_quotes,
    short_names,
    standing,
    takes_back,
    with_place,
)
from newsforge.engine.compose.findings import find_source
from newsforge.engine.compose.headline import read_headline
from newsforge.engine.compose.introductions import introduced
from newsforge.engine.compose.kept import is_own_wording
from newsforge.engine.compose.key_figures import has_key_figure, is_for_each, is_result, key_figures, lacking
from newsforge.engine.compose.lead import behind_scene, find_lead
from newsforge.engine.compose.limits import find_limits
from newsforge.engine.compose.model import Digest, Line
from newsforge.engine.compose.phrases import AHEAD, DECIDES, OF_THE_PAST, ROLES
from newsforge.engine.compose.prose import own_prose
from newsforge.engine.compose.rank import (
    by_relevance,
    is_told,
    morphemes_of,
    score_lines,
    sentence_terms,
    similarity,
    text_terms,
)
from newsforge.engine.compose.sides import find_other_side, has_two_sides
from newsforge.engine.compose.toll import tells_death, toll_lines
from newsforge.engine.compose.untitled import headline_of
from newsforge.engine.compose.voice import best_quote
from newsforge.engine.receipts import Evidence
from newsforge.engine.text.abbreviations import OPENERS
from newsforge.engine.text.keywords import keywords
from newsforge.engine.text.korean import tokens
from newsforge.engine.text.korean_institutions import institutions, with_institution
from newsforge.engine.text.stopwords import ENGLISH, OF_HEADS, TITLES
from newsforge.engine.text.whole_words import holds_word

#: Sentences past this many are not read for a post: an article's news is not there, and long files stay quick.
_MOST_LINES = 120
_KEYWORDS = 12
#: First words that make no name of the word after them.
_NO_FIRST_NAMES = ENGLISH | TITLES | OPENERS
#: St. Clement's School, Arden Civic Hall: a place, not a person.
_NO_LAST_NAMES = OF_HEADS | frozenset(
    [
        "street",
        "road",
        "avenue",
        "lane",
        "bridge",
        "arena",
        "stadium",
        "causeway",
        "airport",
        "station",
        "hotel",
        "hospital",
        "centre",
        "center",
        "club",
        "farm",
        "beach",
        "creek",
        "river",
        "lake",
        "island",
        "islands",
        "valley",
        "mountain",
        "forest",
        "trail",
        "inn",
        "mill",
        "pier",
        "plaza",
        "tower",
        "market",
        "institute",
        "foundation",
        "company",
        "group",
        "bakeries",
        "foods",
        "holdings",
        "motors",
        "airlines",
        "industries",
    ]
)
_QUOTE = re.compile(r"“([^”]+)”|\"([^\"]+)\"|「([^」]+)」")
_FULL_NAME = re.compile(
    r"(?<![\w’'-])([A-Z][a-z]+(?:[-’'][A-Z]?[a-z]+)*)(?: [A-Z]\.)? ((?:Mc|Mac|O’|"
    r"O')?[A-Z][a-z]+(?:[-’'][A-Z]?[a-z]+)*)(?![\w’'-])"
)


def digest(article: Article, evidence: Evidence | None = None) -> Digest:
    """Lines are in reading order. An article without a title gets its best short sentence for a headline. The
    ``evidence`` of the article, where there is one already, remembers for the posts' receipts what is judged here."""
    evidence = evidence or Evidence.of(article)
    headline = read_headline(article.title, site=article.site)
    prose = own_prose(article.sentences, article.language)[:_MOST_LINES]
    sentences = [sentence for _, sentence in prose]
    texts = [sentence.text for sentence in sentences]
    morphemes = morphemes_of(article, sentences)
    full_names = _full_names(article)
    lines = []
    for number, (index, sentence) in enumerate(prose):
        stands = standing(
            sentence.text, article.language, morphemes=morphemes[number], opens_article=number == 0 and index <= 1
        )
        around = (texts[:number], texts[number + 1 :])
        dated = with_day(sentence, stands, evidence)
        told = (
            find_antecedent(sentence.text, around, headline.text, article.language, morphemes[number])
            if dated.alone is None
            else None
        )
        terms, named = sentence_terms(sentence, morphemes[number], article.language)
        line = _line(index, sentence, told.standing if told else dated, evidence, full_names)
        if told and line.alone:
            line = replace(line, names=(*line.names, told.forms), full=None, refers=True)
        does = not morphemes[number] or has_subject(sentence.text, morphemes[number])
        following = article.sentences[index + 1].text if index + 1 < len(article.sentences) else ""
        lines.append(
            replace(
                line, terms=terms, is_named=named, has_doer=does, is_qualified=takes_back(following, article.language)
            )
        )
    title_terms = text_terms(headline.text, article.language) or (lines[0].terms if lines else frozenset())
    ranked = by_relevance(score_lines(lines, article, title_terms))
    ordered = tuple(sorted(ranked, key=lambda line: line.index))
    lead = find_lead(ordered, title_terms, article.language, headline.text)
    if lead is not None and not headline.text:
        lead = behind_scene(ordered, lead, article.language) or lead
        title_terms = lead.terms
    if lead is not None:
        lead = _opening(lead, article.language)
        ordered, ranked = (_marked(of, [(lead,)]) for of in (ordered, ranked))
    source = find_source(ordered, lead, article.language)
    if source is not None:
        source = replace(source, is_source=True)
        ordered, ranked = (_marked(of, [(source,)]) for of in (ordered, ranked))
    accusation = find_accusation(headline.text, lead, ordered, article.language, full_names)
    answers = find_answers(ordered, lead, accusation, headline.text, article.language)
    charges = () if accusation else with_charges(ordered, article.language)
    ordered, ranked = _marked(ordered, (*answers, *charges)), _marked(ranked, charges)
    limits = find_limits(ordered, lead, title_terms, article.language)
    ordered, ranked = (_marked(of, (*answers, *limits)) for of in (ordered, ranked))
    ranked = _worth_telling(ranked, lead, title_terms)
    words = keywords(article, limit=_KEYWORDS)
    is_titled = bool(headline.text)
    if not is_titled:
        of_lead = dict(zip((index for index, _ in prose), morphemes, strict=True)).get(lead.index) if lead else ()
        headline = headline_of(lead, of_lead or (), words, article)
    title = headline.text if is_titled else ""
    quote = best_quote(tuple(line for line in ranked if not line.is_owed), lead, title_terms, article.language, title)
    accused = accusation.accused if accusation else frozenset()
    return Digest(
        article=article,
        headline=headline,
        lines=ordered,
        lead=lead,
        quote=quote,
        answers=answers,
        is_cleared=accusation is not None and accusation.stage == "cleared",
        limits=limits,
        other_side=find_other_side(ordered, quote, title, article.language),
        is_two_sided=has_two_sides(title, article.language),
        accused=accused,
        figures=_telling_figures(ranked, lead, title, title_terms, article.language),
        source=source,
        toll=_toll(ordered, lead, title, article.language),
        outlook=tuple(line for line in ranked if line.looks_ahead and not line.has_quote and line != lead),
        stakes=_stakes(ordered, lead, title),
        calls=find_calls(ordered, lead, title, article.language),
        keywords=tuple(word for word in words if not any(name in word or word in name for name in accused)),
        ranked=ranked,
        title_terms=title_terms,
        is_titled=is_titled,
    )


def _opening(lead: Line, language: str) -> Line:
    """The opening line may say Biden: nothing can stand before it."""
    placed = with_place(lead.sentence.text, lead.text, language) if lead.alone == lead.text else lead.text
    if lead.full and language == "ko":
        placed = lead.full  # 우 교사는, of whom nobody has read
    return replace(lead, names=(), text=placed, alone=placed if placed != lead.text else lead.alone)


def _marked(lines: tuple[Line, ...], units: Iterable[tuple[Line, ...]]) -> tuple[Line, ...]:
    """``lines``, those of ``units`` as they are there."""
    known = {line.index: line for unit in units for line in unit}
    return tuple(known.get(line.index, line) for line in lines)


def _toll(lines: tuple[Line, ...], lead: Line | None, title: str, language: str) -> Line | None:
    if lead is None:
        return None
    later = [lead, *(line for line in lines if line.index > lead.index)]
    able = [line for line in toll_lines(later, title, language) if line.alone]
    # Who died before who was hurt.
    return next((line for line in able if tells_death(line.text, language)), able[0] if able else None)


def _stakes(lines: tuple[Line, ...], lead: Line | None, title: str) -> tuple[tuple[Line, ...], ...]:
    """Whose jobs a deal costs: by itself, or behind the sentence that it leans on."""
    if lead is None or not is_deal(title or lead.text) or tells_jobs_lost(lead.text):
        return ()
    by_index = {line.index: line for line in lines}
    lost = next((line for line in lines if line.index > lead.index and tells_jobs_lost(line.text)), None)
    if lost is None or lost.has_quote:
        return ()
    before = by_index.get(lost.index - 1)
    if lost.alone is not None:
        return ((lost,),)
    return ((before, lost),) if before is not None and before.alone is not None and not before.is_owed else ()


def _worth_telling(ranked: tuple[Line, ...], lead: Line | None, title_terms: frozenset[str]) -> tuple[Line, ...]:
    """Without the scene that stands before the news."""
    if lead is None:
        return ranked
    return tuple(line for line in ranked if line.index >= lead.index or similarity(line.terms, title_terms) >= _ON_NEWS)


#: A line before the lead that shares this much with the title belongs to the news.
_ON_NEWS = 0.34


def _telling_figures(
    ranked: tuple[Line, ...], lead: Line | None, headline: str, title_terms: frozenset[str], language: str
) -> tuple[Line, ...]:
    """Of lines that matter alike, the one with more figures is the better point; best is the one that has a figure of
    the title which the lead leaves out: the score, the sum, the count. A share price comes last, unless it is the
    news, and so does what a place is, or how it was before."""
    past = OF_THE_PAST.get(language)
    told = lead.text if lead else ""
    is_market, is_of_deal = is_of_market(headline, lead, language), is_deal(headline or told)
    missing = lacking(headline, told)
    tells = {line.index: bool(missing) and lacking(headline, f"{told}\n{line.text}") != missing for line in ranked}
    able = [
        line
        for line in ranked
        if line != lead
        and not line.has_quote
        and not line.is_qualified
        and (line.has_figure or DECIDES.search(line.text) or tells[line.index])
    ]
    worth = {
        line.index: line.score
        + 0.15 * min(3, len(key_figures(outside_quotes(line.text), language)))
        + 0.6 * tells[line.index]
        + 0.3 * is_for_each(line.text)
        + 0.4 * (is_of_deal and tells_stakes(line.text))
        + 0.5 * (is_result(line.text) and not is_result(told))
        - 0.3 * (line.needs == "subject" and not _is_told_of(line, lead, title_terms))
        - 0.4 * bool(past and past.search(line.text))
        for line in able
    }
    last = {line.index for line in able if is_aside(line.text, language, is_market=is_market)}
    return tuple(sorted(able, key=lambda line: (line.index in last, -worth[line.index], line.index)))


def _is_told_of(line: Line, lead: Line | None, title_terms: frozenset[str]) -> bool:
    follows = lead is not None and line.index == lead.index + 1
    return follows or is_told(line, title_terms, follows=False)


def _line(
    index: int, sentence: Sentence, stands: Standing, evidence: Evidence, full_names: dict[str, tuple[str, ...]]
) -> Line:
    article = evidence.article
    language = article.language
    ahead = AHEAD.get(language)
    bare = outside_quotes(stands.text)
    names = short_names(stands.text, full_names, language)
    alone = stands.alone
    if alone and alone != stands.text and not is_own_wording(alone, evidence, language):
        alone = None  # without its first word the receipts would not know it again
    if alone and language == "ko" and "이" not in full_names and _THIS_PERSON.match(alone):
        alone = None  # 이 교사는: no one called 이
    full = alone
    if full and (names or language != "en"):
        full, people = introduced(full, article.text, language, full_names)
        names = names or tuple((person,) for person in people)
    if full and names and language == "ko":
        whole = with_institution(full, outside_quotes(full), full_names)
        full = whole if whole != full and is_own_wording(whole, evidence, language) else full
    return Line(
        index=index,
        sentence=sentence,
        text=stands.text,
        alone=alone,
        needs=stands.needs if alone else "previous",
        names=names,
        full=full if full != alone else None,
        has_figure=has_key_figure(bare, language),
        has_quote=any(
            len(next(filter(None, match))) > _SPEECH_LENGTH.get(language, 25) for match in _QUOTE.findall(stands.text)
        ),
        looks_ahead=bool(ahead and ahead.search(bare)),
    )


_THIS_PERSON = re.compile(rf"이 (?:{ROLES})[은는이가의도] ")
_SPEECH_LENGTH = {"ko": 11, "ja": 10}


def _english_names(text: str) -> Iterator[tuple[str, str]]:
    """Of Judge Miriam Ostrow, Miriam and Ostrow."""
    match = _FULL_NAME.search(text)
    while match is not None:
        first, last = match.groups()
        is_titled = first.lower() in _NO_FIRST_NAMES
        if not is_titled:
            yield first, last
        match = _FULL_NAME.search(text, match.start(2) if is_titled else match.end())


def _full_names(article: Article) -> dict[str, tuple[str, ...]]:
    """Short forms to the full names of the article: 장 to 장동혁, Lee to Ann Lee."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    if article.language == "ko":
        for token in tokens(article.text):
            if token.tag == "NNP" and len(token.form) in {3, 4} and re.fullmatch(r"[가-힣]+", token.form):
                found[token.form[0]][token.form] = None
    elif article.language == "en":
        for first, last in _english_names(article.text):
            if not holds_word(article.text, last.lower()) and last.lower() not in _NO_LAST_NAMES:
                found[last][f"{first} {last}"] = None
    if article.language == "ko":
        called = first_calls(article.text) | aged_names(article.text) | institutions(f"{article.title}\n{article.text}")
        return {short: tuple(names) for short, names in found.items()} | called
    return {short: tuple(names) for short, names in found.items()}
