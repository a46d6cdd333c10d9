"""One composition for each shape of post; :func:`compose` picks by the platform's record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from newsforge.engine.compose.choice import Choice, Telling, Wish, choose
from newsforge.engine.compose.frame import Frame, frame_for, labelled
from newsforge.engine.compose.model import Digest
from newsforge.engine.compose.narrow import brief_lines, fit_headline, preheader, says_title
from newsforge.engine.compose.sections import Style, sections
from newsforge.engine.compose.space import Space
from newsforge.engine.platforms.record import Platform, Shape
from newsforge.engine.post import Content, Length, Tone

#: Parts of a thread at each length, link and numbering included.
_THREAD_PARTS: dict[Length, float] = {"short": 1, "standard": 4, "long": 7}
_THREAD_SENTENCES: dict[Length, int] = {"short": 1, "standard": 5, "long": 10}
#: Lines of a post in sections.
_SECTIONED: dict[Length, int] = {"short": 4, "standard": 10, "long": 100}
_SOURCE = {"ko": "출처: {site}", "en": "Source: {site}", "ja": "出典：{site}"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One post to write."""

    digest: Digest
    platform: Platform
    tone: Tone
    length: Length
    space: Space
    frame: Frame
    headline: str

    @property
    def language(self) -> str:
        return self.digest.article.language


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
    space = Space.of(
        platform, hashtags=digest.keywords, link=link, disclosure=disclosure, length=length, language=language
    )
    order = Order(
        digest=digest,
        platform=platform,
        tone=tone,
        length=length,
        space=space,
        frame=frame_for(tone, platform, digest.headline),
        headline=labelled(digest.headline, tone, language),
    )
    paragraphs = tuple(paragraph for paragraph in _COMPOSITIONS[platform.shape](order) if paragraph)
    return Content(
        paragraphs=paragraphs,
        parted=platform.thread is not None,
        hashtags=digest.keywords,
        title=fit_headline(order.headline, digest, platform, "title"),
        subject=fit_headline(order.headline, digest, platform, "subject") if "subject" in platform.fields else None,
        preheader=preheader(digest, platform, paragraphs) if "preheader" in platform.fields else None,
    )


@dataclass(frozen=True, slots=True)
class _Bounds:
    """``most`` of all paragraphs together, ``each`` of one; ``patience`` as in :func:`choose`."""

    most: int
    each: int
    patience: int = 100
    sentences: int = 100


#: Paragraphs, headline included, that make a single post full enough.
_ENOUGH: dict[Length, int] = {"short": 0, "standard": 3, "long": 5}
#: A talk: of the aim, what is read at a glance, and its sentences.
_CHAT = 0.75
_TALK_SENTENCES: dict[Length, int] = {"short": 1, "standard": 3, "long": 6}


def _hook(order: Order) -> list[str]:
    """One post where headline and two sentences fit, else (at more than the short length) a thread: the hook and the
    news first, then a point a part."""
    space = order.space
    if order.length == "short":
        return _hook_within(order, _Bounds(space.room, space.room, patience=2, sentences=1))
    chat = order.platform.manner == "conversational"
    aim = int(space.aim * _CHAT) if chat else space.aim
    most = _TALK_SENTENCES[order.length] if chat else 100
    single = _hook_within(order, _Bounds(aim, space.room, patience=1 + chat, sentences=most))
    if order.platform.thread is None or len(single) >= _ENOUGH[order.length] - chat:
        return single
    whole = int(_THREAD_PARTS[order.length] * space.part_room * 0.85)
    threaded = _hook_within(order, _Bounds(whole, space.part_room, sentences=_THREAD_SENTENCES[order.length]))
    return _gathered(threaded, order) if len(threaded) > len(single) else single


def _gathered(paragraphs: list[str], order: Order) -> list[str]:
    """Short points next to one another share a part: one of five words is none."""
    space, glue = order.space, "" if order.language in {"ja", "zh"} else " "
    # Marked points stand on lines of their own.
    glue = "\n" if order.frame.point else glue
    gathered = paragraphs[:2]
    for text in paragraphs[2:]:
        joined = gathered[-1] + glue + text
        if len(gathered) > 2 and space.measure(joined) <= _FULL_PART * space.part_room:
            gathered[-1] = joined
        else:
            gathered.append(text)
    return gathered


_FULL_PART = 0.55


def _hook_within(order: Order, bounds: _Bounds) -> list[str]:
    space, head = order.space, _opening(order)
    if any(space.measure(text) > bounds.each for text in head):
        return brief_lines(order.digest, space, with_headline=False, most=1)

    def fits(choice: Choice) -> bool:
        texts = [*head, *_one_each(order, choice)]
        return all(space.measure(text) <= bounds.each for text in texts) and space.fits(texts, bounds.most)

    choice = choose(order.digest, fits, Wish(order.tone, bounds.patience, bounds.sentences, leaning=False))
    if not choice.body:
        return head or brief_lines(order.digest, space, with_headline=True, most=1)
    return [*head, *_one_each(order, choice)]


def _one_each(order: Order, choice: Choice) -> list[str]:
    """A paragraph a sentence: body, points, quote, what comes next."""
    telling = Telling(order.headline)
    frame = order.frame
    opening = frame.headline if not _opening(order) else ""
    told = [telling.word(line, flows=False) for line in choice.body]
    told[:1] = [_marked(opening, text) for text in told[:1]]
    told += [_marked(frame.point, telling.word(line, flows=False)) for line in choice.figures]
    if choice.quote:
        told.append(_marked(frame.quote, telling.word(choice.quote, flows=False)))
    told += [_marked(frame.outlook, telling.word(line, flows=False)) for line in choice.outlook]
    return [text for text in told if text]


def _marked(mark: str, text: str | None) -> str | None:
    return None if text is None else mark + text


def _first_line(order: Order) -> str:
    return order.frame.headline + order.headline


def _opening(order: Order) -> list[str]:
    """The headline, but for a talk whose first sentence says it all (and whose headline has no label to show)."""
    is_plain = order.headline == order.digest.headline.text and order.tone == "neutral"
    if order.platform.manner == "conversational" and is_plain and says_title(order.digest, share=_TOLD):
        return []
    return [_first_line(order)]


#: Of the title's words, what the lead must hold to stand in for it.
_TOLD = 0.5
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
    opening = _opening(order)
    if manner == "bulletin" and not order.frame.headline:
        opening = [_HEADING_MARK + line for line in opening]
    return _sectioned(order, opening, _STYLES[manner], body=2 if manner == "bulletin" else 5)


def _caption(order: Order) -> list[str]:
    opening = [] if "title" in order.platform.fields else [_first_line(order)]
    return _sectioned(order, opening, Style(points=None, paragraph=1, voice_apart=True), body=3)


def _letter(order: Order) -> list[str]:
    return _sectioned(order, [], Style(points="points", headed=True, voice_apart=True), body=3)


def _blog(order: Order) -> list[str]:
    """Prose, the figures under a heading, the voice set apart, the source named."""
    site = order.digest.article.site
    source = [_SOURCE.get(order.language, _SOURCE["en"]).format(site=site)] if site else []
    style = Style(points="figures", headed=True, voice_apart=True)
    return [*_sectioned(order, [], style, body=12), *source]


def _sectioned(order: Order, opening: list[str], style: Style, *, body: int = 5) -> list[str]:
    space = order.space

    def written(choice: Choice) -> list[str]:
        blocks = sections(
            choice, style, order.frame, said=order.headline, language=order.language, formal=order.tone == "formal"
        )
        return [*opening, *blocks]

    def fits(choice: Choice) -> bool:
        return space.fits(written(choice), max(space.aim, 1))

    choice = choose(order.digest, fits, Wish(order.tone, most=_SECTIONED[order.length], body=body))
    if not choice.body and order.digest.lead is not None:
        lead = order.digest.lead
        choice = Choice(body=[lead]) if space.fits([*opening, lead.alone or ""], space.room) else choice
    return written(choice) or [_first_line(order)]


#: Sentences of a short message.
_SENTENCES: dict[Length, int] = {"short": 1, "standard": 2, "long": 5}


#: From so many times the lead on, a short message is a small story (LMS).
_ROOMY = 6


def _brief(order: Order) -> list[str]:
    titled = bool({"title", "subject"} & set(order.platform.fields))
    lead = order.digest.lead
    if lead is not None and order.space.room >= _ROOMY * order.space.measure(lead.alone or lead.text):
        return _sectioned(order, [] if titled else [_first_line(order)], Style())
    return brief_lines(order.digest, order.space, with_headline=not titled, most=_SENTENCES[order.length])


def _pin(order: Order) -> list[str]:
    return _sectioned(order, [], Style(points=None, paragraph=2), body=3)


def _feed(order: Order) -> list[str]:
    return _sectioned(order, [], Style())


_COMPOSITIONS: dict[Shape, Callable[[Order], list[str]]] = {
    "hook": _hook,
    "story": _story,
    "caption": _caption,
    "brief": _brief,
    "pin": _pin,
    "letter": _letter,
    "blog": _blog,
    "feed": _feed,
}
