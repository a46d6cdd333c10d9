"""Forms of a headline where it has no room: those that tell the news whole, and what is left if none of them fits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from newsforge.engine.compose.compression import compressed, english_phrases, find_topic, leaves_open, openings
from newsforge.engine.compose.fewer_words import noun_phrases, told_in_fewer
from newsforge.engine.compose.kept import says_the_same
from newsforge.engine.compose.model import Digest
from newsforge.engine.compose.prose import is_balanced
from newsforge.engine.compose.shorten import further_clauses, is_english_headline, loose_forms, short_forms
from newsforge.engine.compose.toll import tells_toll, with_one_toll
from newsforge.engine.compose.untitled_english import results_in_short
from newsforge.engine.compose.untitled_english import told as told_in_english

Fits = Callable[[str], bool]
#: Words that tell what was done, without who did it.
_FEWEST_TOLD = 4


def told_in_title(digest: Digest, fits: Fits) -> Iterator[str]:
    """Shorter headlines that tell the news whole; the receipts, which take their time, are asked last."""
    headline = digest.headline
    if not digest.is_titled:
        yield from filter(fits, headline.clauses)
        return
    shorter = _short(digest)
    grave = with_one_toll(headline.text) if digest.article.language == "ko" else ()
    both = dict.fromkeys((*grave, *headline.clauses, *shorter))
    for form in sorted(both, key=lambda form: (-len(form), form)):
        if form and fits(form) and not leaves_open(form) and not _names_who(form, digest) and digest.title_says(form):
            yield form
    for whole in (headline.text, *headline.clauses):
        yield from (form for form in _in_fewer_words(whole, digest) if fits(form) and digest.title_says(form))


def _in_fewer_words(whole: str, digest: Digest) -> tuple[str, ...]:
    language = digest.article.language
    return told_in_fewer(whole) if language == "ko" else compressed(whole) if language == "en" else ()


def resorts(digest: Digest, fits: Fits) -> Iterator[str]:
    """For a place that takes no form that tells the news whole."""
    yield from (form for form in _korean_resorts(digest) if fits(form) and digest.title_says(form))
    yield from (
        form for form in digest.headline.fragments if fits(form) and (not digest.is_titled or digest.title_says(form))
    )
    yield from _last_resorts(digest, fits)


def _names_who(form: str, digest: Digest) -> bool:
    """서울 지하철 9호선 | , 내년부터 …: the one of whom the article then tells something is no news yet."""
    who, comma, _ = digest.headline.text.partition(",")
    if not comma or form != who or digest.article.language != "ko":
        return False
    return (
        re.search(rf"{re.escape(who.split()[-1])}(?:은|는|이|가|의|께서)(?![가-힣])", digest.article.text) is not None
    )


def _short(digest: Digest) -> tuple[str, ...]:
    headline = digest.headline
    return short_forms(headline.text, headline.clauses, digest.article.language, digest.keywords[:2])


def _last_resorts(digest: Digest, fits: Fits) -> Iterator[str]:
    """For a place that takes no form of the headline: its beginning up to a noun, or what it is about, by name."""
    if not digest.is_titled:
        return
    title = digest.headline.text.lower()
    named = [word for word in digest.keywords if word.lower() in title] or list(digest.keywords)
    yield from _english_resorts(digest, fits)
    if digest.article.language == "en":
        yield from (form for form in _teasers(digest.headline.text) if fits(form) and digest.title_says(form))
    glue = "·" if digest.article.language in {"ko", "ja", "zh"} else ", "
    topic = find_topic(digest.headline.text) if digest.article.language == "en" else None
    whole = [topic] if topic and not _ASKS.match(topic) else []
    named = [word[:1].upper() + word[1:] for word in named]
    # Storm Brenda, Calder City; but not seagrass meadows and survey in one breath.
    both = digest.article.language != "en" or not any(word.islower() for word in digest.keywords[:2])
    topics = [glue.join(named[:most]) for most in range(min(1 + both, len(named)), 0, -1)]
    further = further_clauses(digest.headline.text, digest.article.language)
    phrases = {"ko": noun_phrases, "en": english_phrases}.get(digest.article.language)
    nouns = [form for form in (phrases(digest.headline.text) if phrases else ()) if not _ASKS.match(form)]
    loose = [form for form in loose_forms(digest.headline.text, digest.article.language) if not _ASKS.match(form)]
    # What it is about stands before the colon: Short walks after dinner; what is done, before “of” what.
    _, colon, tail = digest.headline.text.partition(": ")
    after = [tail[:1].upper() + tail[1:]] if colon and digest.article.language == "en" and " " in tail else []
    forms = [*loose, *whole, *after, *further, *nouns, *topics, *digest.headline.clauses, *_short(digest)]
    yield from (form for form in forms if fits(form) and not leaves_open(form) and digest.title_says(form))
    # From whom it comes, where it cannot be said of what.
    if digest.article.site and fits(digest.article.site):
        yield digest.article.site


#: Why your electricity bill, Inside the race: the beginning of a question or a tour.
_ASKS = re.compile(r"^(?:Why|How|What|Where|When|Who|Inside|Meet|Behind|Can|Could|Should|Will|Is|Are|Does|Do)\b")
#: Former harbour master denies …: who it was is told below, and no shorter form tells what was done.
_FORMER = re.compile(r"^(?:Former|Veteran|Longtime|Top|Senior) (?=[a-z])")


def _english_resorts(digest: Digest, fits: Fits) -> Iterator[str]:
    """What was done rather than a name: the headline without what its doer was, then as the first sentence has it."""
    if digest.article.language != "en" or digest.lead is None:
        return
    bare = _FORMER.sub("", digest.headline.text)
    if bare != digest.headline.text:
        whole = bare[:1].upper() + bare[1:]
        forms = (whole, *short_forms(whole, (), "en"), *compressed(whole))
        yield from (form for form in forms if fits(form) and digest.title_says(form))
    told, site = digest.lead.text, digest.article.site
    every = sorted(set(told_in_english(told)), key=lambda form: (-len(form), form))
    able = [form for form in every if is_english_headline(form.split()) and not leaves_open(form)]
    for form in (form for form in (*results_in_short(told), *able) if fits(form)):
        if says_the_same(form, told, site, "en") and not loses_toll(form, digest) and digest.spares(form):
            yield form


def _teasers(headline: str) -> Iterator[str]:
    """What a 700-year-old shipwreck tells us…: of a question, which says that it goes on, rather than its topic."""
    if _ASKS.match(headline):
        yield from (form for form in openings(headline) if not _LAST_OPEN.search(form))


_LAST_OPEN = re.compile(r"\b(?:that|which|who|is|are|was|were|has|have|had|will|would|could|should|can|may|and|or)…$")


def _korean_resorts(digest: Digest) -> Iterator[str]:
    """Without who, where what is left tells the news."""
    if digest.article.language != "ko":
        return
    headline = digest.headline
    for whole in (*headline.clauses[-1:], headline.text):
        _, comma, told = whole.partition(", ")
        if comma:
            able = (form for form in (told, *told_in_fewer(told)) if len(form.split()) >= _FEWEST_TOLD)
            # "섬마을 분교, | 아이가 남을 때까지": never half of a quote.
            yield from filter(is_balanced, able)


def loses_toll(clause: str, digest: Digest) -> bool:
    language = digest.article.language
    return tells_toll(digest.headline.text, language) and not tells_toll(clause, language)
