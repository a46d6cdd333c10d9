"""Where there is room for one thing only: short messages, titles, subjects, preheaders. Nothing is ever cut mid-way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain

from newsforge.engine.compose.choice import Telling, is_on_topic
from newsforge.engine.compose.compression import openings
from newsforge.engine.compose.headline_forms import Fits, loses_toll, resorts, told_in_title
from newsforge.engine.compose.key_figures import is_result, lacking
from newsforge.engine.compose.model import Digest, Line
from newsforge.engine.compose.owed import with_answer, with_first
from newsforge.engine.compose.phrases import FIRST_LEAD, OF_THE_PAST
from newsforge.engine.compose.rank import similarity
from newsforge.engine.compose.space import Space, fits_field
from newsforge.engine.compose.toll import tells_toll
from newsforge.engine.compose.trimmed import shorter_leads
from newsforge.engine.compose.untitled import NAMELESS
from newsforge.engine.platforms.measure import part_limit
from newsforge.engine.platforms.record import Field, Platform, Severity

#: A sentence that stands for the whole article shares at least this much with its title, and stands near its top.
_MAIN_EVENT, _SHARED_WORDS, _NEAR_TOP = 0.5, 3, 4
#: A lead that holds so much of the title says it again.
_REPEATS = 0.75
#: How far a text may go past what a screen shows at first.
_FOLDED = 4
_EVERY: tuple[Severity, ...] = ("reject", "advise", "fold")
_BINDING: tuple[Severity, ...] = ("reject",)


def brief_lines(digest: Digest, space: Space, *, with_headline: bool, most: int) -> list[str]:
    """The main event in whole sentences: headline and lead where both fit, else the lead, else the headline, else the
    best clause of it. Anything more comes after those."""
    headline = digest.headline.text
    under_title = not with_headline
    with_headline = with_headline and digest.is_titled
    lead = digest.lead.alone if digest.lead else None
    if with_headline and headline and lead and space.fits([headline, lead]) and not says_title(digest):
        return followed(digest, space, [headline, lead], most + 1)
    if with_headline and headline and _tells_more(digest):
        whole = next((form for form in (headline, *digest.headline.clauses) if space.fits([form])), None)
        if whole:
            return [whole]
    shorter = tuple(shorter_leads(digest))
    if not digest.is_titled:
        # Nothing stands above it: the lead in fewer words rather than a detail of it.
        shorter = (*shorter, *told_forms(digest))
        sentence = next((text for text in (lead, *shorter) if text and space.fits([text])), None)
        if sentence:
            return followed(digest, space, [sentence], most)
    # The headline tells it before a sentence that only shares its words.
    is_headed = bool(with_headline and headline and digest.headline.tells and space.fits_alone(headline))
    for sentence in (lead, *([] if is_headed else _main_events(digest))):
        if sentence and space.fits([sentence]):
            return followed(digest, space, [sentence], most)
    if with_headline:
        fits = space.fits_alone
        whole = headline if headline and fits(headline) else next(told_in_title(digest, fits), None)
        if whole:
            fewer = next((text for text in shorter if space.fits([whole, text])), None)
            return [whole, fewer] if fewer else [whole]
    for sentence in shorter:
        if space.fits([sentence]):
            return [sentence]
    if under_title:
        # Under a title that has told the event what matters next may stand; else the lead, which a screen folds.
        ways = (_strong_detail, _longer_than_advised, find_detail, _anything)
        told = next((text for find in ways if (text := find(digest, space))), None)
        if told:
            return [told]
    return [_headline_within(digest, space.fits_alone)]


def told_forms(digest: Digest) -> tuple[str, ...]:
    """Of a headline that was made of the lead, the forms that tell the news, longest first."""
    headline = digest.headline
    forms = (*([headline.text] if headline.tells else []), *headline.clauses)
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


def says_title(digest: Digest, *, share: float = 0.9) -> bool:
    """Whether the lead has this share of the title's words; with most of them both together tell one thing twice."""
    terms = digest.title_terms
    if leaves_out_toll(digest):
        return False
    return digest.lead is not None and bool(terms) and len(terms & digest.lead.terms) >= share * len(terms)


def leaves_out_toll(digest: Digest) -> bool:
    """Whether the title says who died or was hurt, and the lead does not."""
    lead, language = digest.lead, digest.article.language
    return (
        digest.is_titled
        and lead is not None
        and tells_toll(digest.headline.text, language)
        and not tells_toll(lead.text, language)
    )


def holds_figures(digest: Digest) -> bool:
    """Whether the lead has every figure of the title's first clause, where its news is."""
    lead, headline = digest.lead, digest.headline
    main = headline.clauses[-1] if headline.clauses else headline.text
    return lead is not None and not lacking(main, lead.text)


def _tells_more(digest: Digest) -> bool:
    """Whether the headline says what the lead, a scene or a sentence without the figures, does not."""
    return not holds_figures(digest) or not says_title(digest, share=_MAIN_EVENT)


def _main_events(digest: Digest) -> list[str]:
    return [
        line.alone
        for line in digest.lines[:_NEAR_TOP]
        if line.alone
        and line.needs == "nothing"
        and not line.names
        and not line.has_quote
        and line != digest.lead
        and not _is_past(line, digest.article.language)
        and digest.spares(line.alone)
        and len(line.terms & digest.title_terms) >= _SHARED_WORDS
        and similarity(line.terms, digest.title_terms) >= _MAIN_EVENT
    ]


def followed(digest: Digest, space: Space, told: list[str], most: int) -> list[str]:
    """``told`` with what matters next, up to ``most`` paragraphs."""
    told = with_source(digest, space, told)
    most += told[-1:] == [_source_text(digest, told)]
    if digest.answers:
        # Nothing comes before what the accused say, nor without it.
        return with_answer(digest, space.fits, told) or told
    if len(told) < most:
        told = with_first(digest.limits, digest, space.fits, told) or told
    telling = Telling("\n".join(told), digest.lead.index if digest.lead else None)
    for line in dict.fromkeys((*digest.calls, *_candidates(digest))):
        text = Telling(telling.said, telling.last).word(line, flows=False)
        if len(told) < most and text and text not in telling.said and space.fits([*told, text], space.aim):
            told.append(text)
            telling.word(line, flows=False)
    return told


def with_source(digest: Digest, space: Space, told: list[str]) -> list[str]:
    """``told``, and who found it where its last line is the lead and both fit."""
    text = _source_text(digest, told)
    return [*told, text] if text and text not in told and space.fits([*told, text]) else told


def _source_text(digest: Digest, told: list[str]) -> str:
    lead = digest.lead
    if digest.source is None or lead is None or not any(lead.alone and line.endswith(lead.alone) for line in told):
        return ""
    return Telling("\n".join(told), lead.index).word(digest.source) or ""


def _longer_than_advised(digest: Digest, space: Space) -> str | None:
    """Under a title, the lead says more than the title once again, even if a screen folds it."""
    lead = digest.lead
    text = lead.alone if lead and part_limit(space.platform).severity != "reject" else None
    return text if text and space.measure(text) <= _FOLDED * space.room else None


def find_detail(digest: Digest, space: Space, *, able: Sequence[Line] | None = None) -> str | None:
    telling = Telling(digest.headline.text)
    # What is expected comes after what is.
    able = sorted(_candidates(digest) if able is None else able, key=lambda line: line.looks_ahead)
    texts = (telling.word(line, flows=False) for line in able)
    return next((text for text in texts if text and space.fits([text])), None)


#: Of the lead's worth, and places in the ranking.
_STRONG, _FIRST_FEW = 0.42, 4


def _strong_detail(digest: Digest, space: Space) -> str | None:
    """A detail that is worth nearly as much as the lead in full: never of the past, nor instead of who died, who won or
    that it was found and not known."""
    lead, language = digest.lead, digest.article.language
    if lead is None or not digest.is_titled or tells_toll(lead.text, language) or digest.source is not None:
        return None
    if is_result(lead.text) and not is_result(digest.headline.text):
        return None
    able = [
        line
        for line in _candidates(digest)
        if line.rank <= _FIRST_FEW
        and line.score >= _STRONG * lead.score
        and not _is_past(line, language)
        and not FIRST_LEAD.search(line.text)
    ]
    return find_detail(digest, space, able=able)


def _is_past(line: Line, language: str) -> bool:
    past = OF_THE_PAST.get(language)
    return past is not None and past.search(line.text) is not None


def _anything(digest: Digest, space: Space) -> str | None:
    """Where no title tells it: any whole sentence of the article rather than a name."""
    if digest.is_titled:
        return None
    telling = Telling("")
    able = [
        line
        for line in digest.ranked
        if line.alone
        and not line.has_quote
        and line.needs == "nothing"
        and not line.looks_ahead
        and (line.is_named or (line.has_figure and is_on_topic(line, digest)))
    ]
    texts = (telling.word(line, flows=False) for line in able)
    return next((text for text in texts if text and space.fits([text])), None)


def _candidates(digest: Digest) -> list[Line]:
    return [
        line
        for line in digest.ranked[:6]
        if line != digest.lead
        and line.alone
        and not line.has_quote
        and not line.is_source
        and digest.spares(line.alone)
        and is_on_topic(line, digest)
    ]


def _headline_within(digest: Digest, fits: Fits) -> str:
    headline = digest.headline.text
    every = chain(filter(fits, (headline,)), told_in_title(digest, fits), resorts(digest, fits))
    return next((form for form in every if form), None) or next(filter(fits, openings(headline)), headline)


def fit_headline(
    headline: str, digest: Digest, platform: Platform, field: Field, *, briefly: bool = False
) -> str | None:
    """The longest form that the field takes, the shortest that tells the news if ``briefly``. Advice is followed where
    a whole headline can follow it; a fragment, or the topic alone, is only for a field that refuses everything else."""
    if field not in platform.fields or not headline:
        return headline or None
    forms = partial(_field_forms, digest, briefly=briefly)

    def find(severities: tuple[Severity, ...], *, told_only: bool) -> str | None:
        fits = partial(fits_field, platform=platform, field=field, severities=severities)
        text = next(forms(headline, fits, told_only=told_only), None)
        if text is not None or platform.charset != "cp949":
            return text
        # Where bytes are counted one fits perhaps without the spaces after its commas.
        text = next(forms(digest.headline.text, lambda form: fits(_squeezed(form)), told_only=told_only), None)
        return _squeezed(text) if text is not None else None

    return find(_EVERY, told_only=True) or find(_BINDING, told_only=False)


def _squeezed(text: str) -> str:
    return text.replace(", ", ",")


def _field_forms(digest: Digest, headline: str, fits: Fits, *, briefly: bool, told_only: bool) -> Iterator[str]:
    """``told_only``: no more than what tells the news."""
    if briefly:
        # Whole clauses only: shorter forms leave out of what the ban was.
        clauses = filter(fits, reversed(digest.headline.clauses))
        yield from (clause for clause in clauses if digest.title_says(clause) and not loses_toll(clause, digest))
    yield from filter(fits, (headline, digest.headline.text))
    # A screen folds a title rather than lose who died, where the first sentence does not say it either.
    is_grave = told_only and leaves_out_toll(digest)
    yield from (form for form in told_in_title(digest, fits) if not (is_grave and loses_toll(form, digest)))
    if told_only:
        return
    yield from resorts(digest, fits)
    # A word of the house at the very end: rather that than a headline that is cut, or says something else.
    yield from filter(fits, (NAMELESS.get(digest.article.language, NAMELESS["en"]),))


def preheader(digest: Digest, platform: Platform, paragraphs: tuple[str, ...]) -> str | None:
    """A sentence that goes on where the subject stops; not the letter's first, if there is another."""
    first = paragraphs[0] if paragraphs else ""
    answer = with_answer(digest, lambda said: fits_field(said[0], platform, "preheader"), [], digest.headline.text)
    if answer:
        return answer[0]
    able = []
    for line in digest.ranked:
        text = Telling(digest.headline.text).word(line, flows=False)
        if text and not line.has_quote and digest.spares(text) and fits_field(text, platform, "preheader"):
            able.append((line, text))
    fresh = [
        text
        for line, text in able
        if similarity(line.terms, digest.title_terms) < _REPEATS and not first.startswith(text)
    ]
    repeated = [text for _, text in able]
    fallback = digest.article.deck.partition("\n")[0] or first or digest.headline.text
    return next(iter([*fresh, *repeated]), fallback) or None
