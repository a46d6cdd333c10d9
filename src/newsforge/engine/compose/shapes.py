"""One composition for each shape of post; :func:`compose` picks by the platform's record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from newsforge.engine.compose.brief import brief
from newsforge.engine.compose.choice import Choice, Wish, choose
from newsforge.engine.compose.closing import SOURCE, closing_line
from newsforge.engine.compose.frame import frame_for, is_grave, labelled
from newsforge.engine.compose.hook import hook, opening
from newsforge.engine.compose.model import Digest
from newsforge.engine.compose.narrow import fit_headline, preheader, told_forms
from newsforge.engine.compose.order import Order
from newsforge.engine.compose.repeats import repeats
from newsforge.engine.compose.sections import Style, sections
from newsforge.engine.compose.space import Space, fits_field
from newsforge.engine.compose.story import StoryWish, choose_story
from newsforge.engine.compose.tags import SHORT_TAGS, told_tags
from newsforge.engine.compose.toned import LABELS, toned
from newsforge.engine.compose.untitled import NAMELESS
from newsforge.engine.platforms.record import Field, Platform, Shape
from newsforge.engine.post import Content, Length, Tone

#: Lines of a post in sections; a short one of a short article has one, of one not much longer two.
_SECTIONED: dict[Length, int] = {"short": 3, "standard": 10, "long": 100}
_FEW_LINES, _SOME_LINES = 4, 8
#: Platforms that aim at so much are for reading: even a standard post tells half of the story.
_READING_TARGET = 1000
#: Of the article's letters a long post has at most so many, nearly all of a short story, a flash whole.
_MOST_OF_IT, _HALF_OF_IT = 0.85, 0.65
_OF_SHORT, _SHORT_STORY, _FLASH = 0.9, 600, 300
#: From so many sentences on even a long post is a digest: a copy would be the article itself.
_LONG_ARTICLE, _DIGEST_OF_IT = 25, 0.6
_LONG_READS: frozenset[Shape] = frozenset(["story", "letter", "blog"])
#: Who opens a letter or a blog reads on: an article of so few sentences they tell whole.
_READ_WHOLE: frozenset[Shape] = frozenset(["letter", "blog"])
_WHOLE_LINES = 8


def compose(  # noqa: PLR0913 -- one value each, all but two by keyword
    digest: Digest,
    platform: Platform,
    *,
    tone: Tone = "neutral",
    length: Length = "standard",
    link: str | None = None,
    disclosure: str | None = None,
) -> Content:
    """A post's content out of the article's own sentences; the same arguments give the same content.

    ``link`` and ``disclosure`` are only measured: the layout adds them. An article of which no sentence can stand by
    itself gives its headline alone, one without any text empty paragraphs.
    """
    language = digest.article.language
    tags = digest.keywords[:SHORT_TAGS] if length == "short" else digest.keywords
    grave = is_grave(digest.headline.text, digest.lead.text if digest.lead else "")
    order = Order(
        digest=digest,
        platform=platform,
        tone=tone,
        length=length,
        space=Space.of(platform, hashtags=tags, link=link, disclosure=disclosure, length=length, language=language),
        frame=frame_for(tone, platform, digest.headline, grave=grave),
        headline=labelled(digest.headline, tone, language),
        closing=closing_line(digest, platform, tone, length, link, grave=grave),
    )
    written = toned(order, _COMPOSITIONS[platform.shape](order))
    paragraphs = tuple(paragraph for paragraph in written if paragraph)
    title = _named(order, "title", paragraphs)
    return Content(
        paragraphs=paragraphs,
        parted=platform.thread is not None,
        opening=1 if len(written) > 1 and not written[1] else 2,
        hashtags=told_tags(order, [*paragraphs, *([title] if title and "title" in platform.fields else [])]),
        title=title,
        subject=_named(order, "subject", paragraphs) if "subject" in platform.fields else None,
        preheader=preheader(digest, platform, paragraphs) if "preheader" in platform.fields else None,
    )


#: Shapes whose title is a headline in a page or a file, where no tone shows.
_TITLED_PAGES = frozenset(["blog", "feed"])


def _named(order: Order, field: Field, paragraphs: tuple[str, ...]) -> str | None:
    """The title or subject: an urgent one as short as tells the news, a friendly one with its mark. One made of the
    lead never says what the text then begins with."""
    headline = order.digest.headline
    first = paragraphs[0].rstrip(".。") if paragraphs else ""
    if not order.digest.is_titled and paragraphs and first.endswith(headline.text):
        # In English the result may stand over who made it; elsewhere a form of the lead is the lead once more.
        forms = told_forms(order.digest) if order.language == "en" else ()
        told = (form for form in forms if not first.startswith(form) and not repeats(form, first))
        able = (name for name in (*told, *headline.fragments) if not first.endswith(name))
        other = next(able, NAMELESS.get(order.language, NAMELESS["en"]))
        return fit_headline(other, order.digest, order.platform, field)
    if not order.digest.is_titled and (first.startswith(headline.text) or repeats(headline.text, first)):
        told = (form for form in told_forms(order.digest) if not repeats(form, first) and not first.startswith(form))
        order = replace(order, headline=next(told, order.headline))
    briefly = order.tone == "urgent" and order.platform.shape == "brief" and order.platform.charset != "cp949"
    text = fit_headline(order.headline, order.digest, order.platform, field, briefly=briefly)
    mark = order.frame.headline
    if order.tone == "formal" and order.platform.shape == "brief":
        mark = LABELS.get(order.language, "")
    # A name by itself stays bare, as in toned.
    tells = order.digest.is_titled and text in {order.headline, headline.text, *headline.clauses}
    if text and mark and tells and field in order.platform.fields and order.platform.shape not in _TITLED_PAGES:
        return mark + text if fits_field(mark + text, order.platform, field) else text
    return text


_STYLES = {
    "plain": Style(),
    "bulletin": Style(),
    "professional": Style(points="takeaways", points_last=True),
    "conversational": Style(points=None, paragraph=2),
}
#: What makes a line a heading where there is no bold type.
_HEADING_MARK = "■ "


def _story(order: Order) -> list[str]:
    """Headline, the news in prose, the figures as points, a voice, what comes next."""
    manner = order.platform.manner
    head = opening(order)
    if manner == "bulletin" and not order.frame.headline:
        head = [_HEADING_MARK + line for line in head]
    # A bulletin is its points; where there are none its news has to be told.
    has_points = len([line for line in order.digest.figures if line.alone]) > 1
    return _sectioned(order, head, _STYLES[manner], body=2 if manner == "bulletin" and has_points else 5)


def _caption(order: Order) -> list[str]:
    is_headed = order.digest.is_titled and "title" not in order.platform.fields
    head = [order.first_line] if is_headed else []
    return _sectioned(order, head, Style(points=None, paragraph=1, voice_apart=True), body=3)


def _letter(order: Order) -> list[str]:
    style = Style(points="points", points_first=order.length == "long", headed=True, voice_apart=True)
    return _sectioned(order, [], style, body=5)


def _blog(order: Order) -> list[str]:
    """Prose, the figures under a heading, the voice set apart, the source named."""
    site = order.digest.article.site
    source = [SOURCE.get(order.language, SOURCE["en"]).format(site=site)] if site else []
    style = Style(points="figures", points_first=order.length == "long", headed=True, voice_apart=True)
    return [*_sectioned(order, [], style, body=12), *source]


def _sectioned(order: Order, head: list[str], style: Style, *, body: int = 5) -> list[str]:
    space = order.space

    def written(choice: Choice) -> list[str]:
        blocks = sections(choice, style, order.frame, said=order.told_before, language=order.language, tone=order.tone)
        return [*head, *blocks]

    def fits(choice: Choice) -> bool:
        return space.fits(written(choice), max(space.aim, 1))

    if order.length == "long" or _is_told_whole(order):
        return _closed(order, written(_long_choice(order, style, fits)) or [order.first_line])
    most = _SECTIONED[order.length]
    if order.length == "short" and len(order.digest.lines) <= _SOME_LINES:
        most = 1 + (len(order.digest.lines) > _FEW_LINES) + (order.digest.toll is not None)
    roomy = order.length == "standard" and order.platform.target >= _READING_TARGET
    wish = Wish(order.tone, most=most, body=body + 3 * roomy, roomy=roomy)
    choice = choose(order.digest, fits, wish)
    if not choice.body and order.digest.lead is not None:
        lead = order.digest.lead
        choice = Choice(body=[lead]) if space.fits([*head, lead.alone or ""], space.room) else choice
    return _closed(order, written(choice) or [order.first_line])


def _closed(order: Order, told: list[str]) -> list[str]:
    closed = [*told, order.closing]
    return closed if order.closing and order.space.fits(closed) else told


def _is_told_whole(order: Order) -> bool:
    is_short = len(order.digest.lines) <= _WHOLE_LINES
    return is_short and order.length == "standard" and order.platform.shape in _READ_WHOLE


def _long_choice(order: Order, style: Style, fits: Callable[[Choice], bool]) -> Choice:
    """Most of the story where people read, a good half of it where they look at a picture."""
    is_for_reading = order.platform.shape in _LONG_READS or order.platform.target >= _READING_TARGET
    share = _MOST_OF_IT if is_for_reading else _HALF_OF_IT
    if len(order.digest.lines) >= _LONG_ARTICLE:
        share = min(share, _DIGEST_OF_IT)
    elif len(order.digest.lines) <= _WHOLE_LINES and order.platform.shape in _READ_WHOLE:
        share = 1.0
    length = len(order.digest.article.text)
    wish = StoryWish(
        tone=order.tone,
        letters=max(int(share * length), min(int(_OF_SHORT * length), _SHORT_STORY), min(length, _FLASH)),
        listed=style.points is not None,
        voiced=style.headed or style.voice_apart,
    )
    return choose_story(order.digest, fits, wish)


#: From so many times the lead on, a short message is a small story (LMS).
_ROOMY = 6


def _brief(order: Order) -> list[str]:
    titled = bool({"title", "subject"} & set(order.platform.fields))
    lead = order.digest.lead
    if lead is not None and order.space.room >= _ROOMY * order.space.measure(lead.alone or lead.text):
        return _sectioned(order, [order.first_line] if order.digest.is_titled and not titled else [], Style())
    return brief(order, titled=titled)


def _pin(order: Order) -> list[str]:
    return _sectioned(order, [], Style(points=None, paragraph=2), body=3)


def _feed(order: Order) -> list[str]:
    return _sectioned(order, [], Style())


_COMPOSITIONS: dict[Shape, Callable[[Order], list[str]]] = {
    "hook": hook,
    "story": _story,
    "caption": _caption,
    "brief": _brief,
    "pin": _pin,
    "letter": _letter,
    "blog": _blog,
    "feed": _feed,
}
