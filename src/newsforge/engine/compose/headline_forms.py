"""Forms of a headline where it has no room: those that tell the news whole, and what is left if none of them fits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from newsforge.engine.compose.compression import compressed, english_phrases, find_topic, leaves_open
from newsforge.engine.compose.fewer_words import noun_phrases, told_in_fewer
from newsforge.engine.compose.kept import says_the_same
from newsforge.engine.compose.model import Digest
from newsforge.engine.compose.prose import is_balanced
from newsforge.engine.compose.shorten import further_clauses, loose_forms, short_forms
from newsforge.engine.compose.toll import tells_toll, with_one_toll
from newsforge.engine.compose.untitled_english import results_in_short

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
    glue = "·" if digest.article.language in {"ko", "ja", "zh"} else ", "
    topic = find_topic(digest.headline.text) if digest.article.language == "en" else None
    whole = [topic] if topic else []
    named = [word[:1].upper() + word[1:] for word in named]
    # Storm Brenda, Calder City; but not seagrass meadows and survey in one breath.
    both = digest.article.language != "en" or not any(word.islower() for word in digest.keywords[:2])
    topics = [glue.join(named[:most]) for most in range(min(1 + both, len(named)), 0, -1)]
    if digest.article.language == "en" and digest.lead is not None:
        # Who won, as the first sentence has it, rather than a name.
        told, site = digest.lead.text, digest.article.site
        yield from (form for form in results_in_short(told) if fits(form) and says_the_same(form, told, site, "en"))
    further = further_clauses(digest.headline.text, digest.article.language)
    phrases = {"ko": noun_phrases, "en": english_phrases}.get(digest.article.language)
    nouns = phrases(digest.headline.text) if phrases else ()
    loose = loose_forms(digest.headline.text, digest.article.language)
    # What it is about stands before the colon: Short walks after dinner; what is done, before “of” what.
    _, colon, tail = digest.headline.text.partition(": ")
    after = [tail[:1].upper() + tail[1:]] if colon and digest.article.language == "en" and " " in tail else []
    forms = [*loose, *whole, *after, *further, *nouns, *topics, *digest.headline.clauses, *_short(digest)]
    yield from (form for form in forms if fits(form) and digest.title_says(form))
    # From whom it comes, where it cannot be said of what.
    if digest.article.site and fits(digest.article.site):
        yield digest.article.site


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
