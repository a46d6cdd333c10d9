"""Where there is room for one thing only: short messages, titles, subjects, preheaders. Nothing is ever cut mid-way."""

from __future__ import annotations

import re
from collections.abc import Callable

from newsforge.engine.compose.choice import Telling, is_on_topic
from newsforge.engine.compose.model import Digest, Line
from newsforge.engine.compose.rank import similarity
from newsforge.engine.compose.space import Space, fits_field
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
    lead = digest.lead.alone if digest.lead else None
    if with_headline and headline and lead and space.fits([headline, lead]) and not says_title(digest):
        return _followed(digest, space, [headline, lead], most + 1)
    if with_headline and headline and _tells_more(digest):
        whole = next((form for form in (headline, *digest.headline.clauses) if space.fits([form])), None)
        if whole:
            return [whole]
    for sentence in (lead, *_main_events(digest)):
        if sentence and space.fits([sentence]):
            return _followed(digest, space, [sentence], most)
    if not with_headline:
        # Under a title that has told the event, a screen may fold the lead, and a detail may stand.
        told = _longer_than_advised(digest, space) or _detail(digest, space)
        if told:
            return [told]
    return [_headline_within(digest, lambda text: space.fits([text]))]


def says_title(digest: Digest, *, share: float = 0.9) -> bool:
    """Whether the lead has this share of the title's words; with most of them both together tell one thing twice."""
    terms = digest.title_terms
    return digest.lead is not None and bool(terms) and len(terms & digest.lead.terms) >= share * len(terms)


def _tells_more(digest: Digest) -> bool:
    """Whether the headline says what the lead, a scene or a sentence without the figures, does not."""
    lead = digest.lead
    figures = re.search(r"\d", digest.headline.text) and lead and not re.search(r"\d", lead.text)
    return bool(figures) or not says_title(digest, share=_MAIN_EVENT)


def _main_events(digest: Digest) -> list[str]:
    return [
        line.alone
        for line in digest.lines[:_NEAR_TOP]
        if line.alone
        and line.needs == "nothing"
        and not line.names
        and not line.has_quote
        and line != digest.lead
        and len(line.terms & digest.title_terms) >= _SHARED_WORDS
        and similarity(line.terms, digest.title_terms) >= _MAIN_EVENT
    ]


def _followed(digest: Digest, space: Space, told: list[str], most: int) -> list[str]:
    telling = Telling("\n".join(told), digest.lead.index if digest.lead else None)
    for line in _candidates(digest):
        text = Telling(telling.said, telling.last).word(line, flows=False)
        if len(told) < most and text and text not in telling.said and space.fits([*told, text], space.aim):
            told.append(text)
            telling.word(line, flows=False)
    return told


def _longer_than_advised(digest: Digest, space: Space) -> str | None:
    """Under a title, the lead says more than the title once again, even if a screen folds it."""
    lead = digest.lead
    text = lead.alone if lead and part_limit(space.platform).severity != "reject" else None
    return text if text and space.measure(text) <= _FOLDED * space.room else None


def _detail(digest: Digest, space: Space) -> str | None:
    telling = Telling(digest.headline.text)
    texts = (telling.word(line, flows=False) for line in _candidates(digest))
    return next((text for text in texts if text and space.fits([text])), None)


def _candidates(digest: Digest) -> list[Line]:
    return [
        line
        for line in digest.ranked[:6]
        if line != digest.lead and line.alone and not line.has_quote and is_on_topic(line, digest)
    ]


def _headline_within(digest: Digest, fits: Callable[[str], bool]) -> str:
    headline = digest.headline
    forms = (headline.text, *headline.clauses, *headline.fragments)
    return next((form for form in forms if form and fits(form)), "") or _shortened(headline.text, fits)


def _shortened(headline: str, fits: Callable[[str], bool]) -> str:
    """The last resort, for a headline without a clause that fits: its first words, with the sign that more follows."""
    words = headline.split()
    forms = {
        number: text
        for number in range(1, len(words))
        if fits(text := " ".join(words[:number]).rstrip(",;:·-") + "...")
    }
    if not forms:
        return headline
    longest = max(forms)
    # Before a preposition a phrase is over; inside one, the reader is left with half a name.
    over = [number for number in forms if words[number].lower() in _OPENS_PHRASE and 2 * number > longest]
    return forms[max(over, default=longest)]


_OPENS_PHRASE = frozenset(["of", "in", "on", "at", "for", "with", "from", "by", "to", "after", "as", "over", "and"])


def fit_headline(headline: str, digest: Digest, platform: Platform, field: Field) -> str | None:
    """The longest form that the field takes. Advice is followed where a whole clause can follow it; a fragment or a
    shortened one is only for a field that refuses everything else."""
    if field not in platform.fields or not headline:
        return headline or None
    plain = digest.headline
    forms = (headline, plain.text, *plain.clauses)
    for severities, texts in ((_EVERY, forms), (_BINDING, (*forms, *plain.fragments))):
        for text in (*texts, *(form.replace(", ", ",") for form in texts[1:] if platform.charset == "cp949")):
            if fits_field(text, platform, field, severities):
                return text
    return _shortened(plain.text, lambda text: fits_field(text, platform, field, _BINDING))


def preheader(digest: Digest, platform: Platform, paragraphs: tuple[str, ...]) -> str | None:
    """A sentence that goes on where the subject stops; not the letter's first, if there is another."""
    first = paragraphs[0] if paragraphs else ""
    able = []
    for line in digest.ranked:
        text = Telling(digest.headline.text).word(line, flows=False)
        if text and not line.has_quote and fits_field(text, platform, "preheader"):
            able.append((line, text))
    fresh = [
        text
        for line, text in able
        if similarity(line.terms, digest.title_terms) < _REPEATS and not first.startswith(text)
    ]
    repeated = [text for _, text in able]
    fallback = digest.article.deck or first or digest.headline.text
    return next(iter([*fresh, *repeated]), fallback) or None
