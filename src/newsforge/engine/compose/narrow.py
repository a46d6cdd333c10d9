"""Where there is room for one thing only: short messages, titles, subjects, preheaders. Nothing is ever cut mid-way."""

from __future__ import annotations

from collections.abc import Callable

from newsforge.engine.compose.choice import Telling
from newsforge.engine.compose.model import Digest, Line
from newsforge.engine.compose.rank import similarity
from newsforge.engine.compose.space import Space, fits_field
from newsforge.engine.platforms.measure import part_limit
from newsforge.engine.platforms.record import Field, Platform, Severity

#: A sentence that stands for the whole article must share at least this much with its title.
_ON_TOPIC = 0.4
_REPEATS = 0.75
_EVERY: tuple[Severity, ...] = ("reject", "advise", "fold")
_BINDING: tuple[Severity, ...] = ("reject",)


def brief_lines(digest: Digest, space: Space, *, with_headline: bool, most: int) -> list[str]:
    """The news in whole sentences: under the headline where both fit, else one sentence, else the headline, else its
    first clause, else what it is about."""
    headline = digest.headline.text
    told = _sentences_under(digest, space, headline, most) if with_headline and headline else []
    if told:
        return told
    lines = _sentences_alone(digest, space, most)
    if lines:
        return lines
    if not with_headline and (line := _longer_than_advised(digest, space)):
        return [line]
    fitting = [text for text in (headline, *digest.headline.clauses) if text and space.fits([text])]
    if fitting or not headline:
        return fitting[:1] or _topic(digest, space)
    return _topic(digest, space) or [_shortened(headline, lambda text: space.fits([text]))]


def _sentences_under(digest: Digest, space: Space, headline: str, most: int) -> list[str]:
    told = [headline]
    telling = Telling(headline)
    for line in _candidates(digest):
        text = Telling(telling.said, telling.last).word(line, flows=False)
        if len(told) <= most and text and space.fits([*told, text], space.aim if len(told) > 1 else space.room):
            told.append(text)
            telling.word(line, flows=False)
    return told if len(told) > 1 else []


def _sentences_alone(digest: Digest, space: Space, most: int) -> list[str]:
    told: list[str] = []
    telling = Telling("")
    for line in _candidates(digest):
        if not told and (
            line.needs != "nothing" or (line != digest.lead and similarity(line.terms, digest.title_terms) < _ON_TOPIC)
        ):
            continue
        text = Telling(telling.said, telling.last).word(line, flows=False)
        if len(told) < most and text and space.fits([*told, text], space.aim if told else space.room):
            told.append(text)
            telling.word(line, flows=False)
    return told


def _longer_than_advised(digest: Digest, space: Space) -> str | None:
    """Under a title, the lead says more than the title once again, even if a screen folds it."""
    lead = digest.lead
    text = lead.alone if lead and part_limit(space.platform).severity != "reject" else None
    return text if text and space.measure(text) <= 2 * space.room else None


def _candidates(digest: Digest) -> list[Line]:
    lead = [digest.lead] if digest.lead else []
    return [*lead, *(line for line in digest.ranked[:6] if line != digest.lead and line.alone and not line.has_quote)]


def _shortened(headline: str, fits: Callable[[str], bool]) -> str:
    """The last resort, for a headline without a clause that fits over an article without a keyword: what stands before
    its colon, else its first words with the sign that more follows."""
    head = headline.partition(": ")[0]
    if fits(head):
        return head
    words = headline.split()
    for number in range(len(words) - 1, 0, -1):
        text = " ".join(words[:number]).rstrip(",;:·-") + "..."
        if fits(text):
            return text
    return headline


def _topic(digest: Digest, space: Space) -> list[str]:
    """A list of keywords claims nothing and is never half a sentence."""
    chosen: list[str] = []
    for word in digest.keywords[:4]:
        if space.fits(["·".join([*chosen, word])]):
            chosen.append(word)
    return ["·".join(chosen)] if chosen else []


def fit_headline(headline: str, digest: Digest, platform: Platform, field: Field) -> str | None:
    """The longest complete form that the field takes; advice is followed where a whole clause can follow it, and a
    field that refuses even the first clause gets what the article is about."""
    if field not in platform.fields or not headline:
        return headline or None
    plain = digest.headline
    forms = (headline, plain.text, *plain.clauses)
    for severities in (_EVERY, _BINDING):
        for text in (*forms, *(form.replace(", ", ",") for form in forms[1:] if platform.charset == "cp949")):
            if fits_field(text, platform, field, severities):
                return text
    topic: list[str] = []
    for word in digest.keywords[:4]:
        if fits_field("·".join([*topic, word]), platform, field):
            topic.append(word)
    return "·".join(topic) or _shortened(plain.text, lambda text: fits_field(text, platform, field, _BINDING))


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
    fallback = digest.article.deck or "·".join(digest.keywords[:5]) or first or digest.headline.text
    return next(iter([*fresh, *repeated]), fallback) or None
