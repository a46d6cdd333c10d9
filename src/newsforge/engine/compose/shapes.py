"""One composition for each shape of post; :func:`compose` picks by the platform's record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from newsforge.engine.compose.choice import Choice, Telling, Wish, choose
from newsforge.engine.compose.frame import Frame, frame_for, labelled
from newsforge.engine.compose.model import Digest, Line
from newsforge.engine.compose.narrow import brief_lines, fit_headline, preheader
from newsforge.engine.compose.space import Space
from newsforge.engine.compose.speech import attributed
from newsforge.engine.platforms.record import Platform, Shape
from newsforge.engine.post import Content, Length, Tone

#: Parts of a thread at each length, link and numbering included.
_THREAD_PARTS: dict[Length, float] = {"short": 1, "standard": 4, "long": 7}
_THREAD_SENTENCES: dict[Length, int] = {"short": 1, "standard": 5, "long": 10}
#: Lines of a post in sections.
_SECTIONED: dict[Length, int] = {"short": 4, "standard": 10, "long": 100}
_FIGURES = {"ko": "주요 수치", "en": "By the numbers", "ja": "数字で見る"}
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


def _hook(order: Order) -> list[str]:
    """One post where headline and two sentences fit, else (at more than the short length) a thread."""
    space = order.space
    if order.length == "short":
        return _hook_within(order, _Bounds(space.room, space.room, patience=2, sentences=1))
    single = _hook_within(order, _Bounds(space.aim, space.room, patience=1))
    if order.platform.thread is None or len(single) >= _ENOUGH[order.length]:
        return single
    whole = int(_THREAD_PARTS[order.length] * space.part_room * 0.85)
    threaded = _hook_within(order, _Bounds(whole, space.part_room, sentences=_THREAD_SENTENCES[order.length]))
    return threaded if len(threaded) > len(single) else single


def _hook_within(order: Order, bounds: _Bounds) -> list[str]:
    space, head = order.space, _first_line(order)
    if space.measure(head) > bounds.each:
        return brief_lines(order.digest, space, with_headline=False, most=1)

    def fits(choice: Choice) -> bool:
        texts = [head, *_one_each(order, choice)]
        return all(space.measure(text) <= bounds.each for text in texts) and space.fits(texts, bounds.most)

    choice = choose(order.digest, fits, Wish(order.tone, bounds.patience, bounds.sentences, leaning=False))
    if not choice.body and (line := _shorter_than_lead(order, bounds.each, bounds.most - space.measure(head) - 2)):
        return [head, line]
    return [head, *_one_each(order, choice)]


def _shorter_than_lead(order: Order, each: int, most: int) -> str | None:
    for line in order.digest.ranked[:6]:
        text = Telling(order.headline).word(line)
        if text is not None and not line.has_quote and order.space.measure(text) <= min(each, most):
            return text
    return None


def _one_each(order: Order, choice: Choice) -> list[str]:
    """A paragraph a sentence: body, points, quote, what comes next."""
    telling = Telling(order.headline)
    frame = order.frame
    told = [telling.word(line, flows=False) for line in choice.body]
    told += [_marked(frame.point, telling.word(line, flows=False)) for line in choice.figures]
    if choice.quote:
        told.append(_marked(frame.quote, telling.word(choice.quote, flows=False)))
    told += [_marked(frame.outlook, telling.word(line, flows=False)) for line in choice.outlook]
    return [text for text in told if text]


def _marked(mark: str, text: str | None) -> str | None:
    return None if text is None else mark + text


def _first_line(order: Order) -> str:
    return order.frame.headline + order.headline


def _story(order: Order) -> list[str]:
    """Headline, the news in prose, the figures as points, a voice, what comes next."""
    return _sectioned(order, [_first_line(order)])


def _caption(order: Order) -> list[str]:
    return _sectioned(order, [_first_line(order)] if "title" not in order.platform.fields else [])


def _letter(order: Order) -> list[str]:
    return _sectioned(order, [], parted=True, body=3)


def _blog(order: Order) -> list[str]:
    """Prose, the figures under a heading, the voice set apart, the source named."""
    site = order.digest.article.site
    source = [_SOURCE.get(order.language, _SOURCE["en"]).format(site=site)] if site else []
    return [*_sectioned(order, [], parted=True, body=12), *source]


def _sectioned(order: Order, opening: list[str], *, parted: bool = False, body: int = 5) -> list[str]:
    space = order.space

    def fits(choice: Choice) -> bool:
        return space.fits([*opening, *_sections(order, choice, parted=parted)], max(space.aim, 1))

    choice = choose(order.digest, fits, Wish(order.tone, most=_SECTIONED[order.length], body=body))
    if not choice.body and order.digest.lead is not None:
        lead = order.digest.lead
        choice = Choice(body=[lead]) if space.fits([*opening, lead.alone or ""], space.room) else choice
    return [*opening, *_sections(order, choice, parted=parted)] or [_first_line(order)]


def _sections(order: Order, choice: Choice, *, parted: bool = False) -> list[str]:
    telling = Telling(order.headline)
    frame = order.frame
    formal = order.tone == "formal"
    points = [] if formal or len(choice.figures) < 2 else choice.figures
    prose = choice.prose() if formal else [*choice.body, *(() if points else choice.figures)]
    prose = [*prose[:1], *sorted(prose[1:], key=lambda line: line.index)]
    blocks = _prose(prose, telling, order.language)
    if points:
        listed = [telling.word(line, flows=False) for line in points]
        heading = [_FIGURES[order.language]] if parted and order.language in _FIGURES else []
        blocks.append("\n".join([*heading, *(frame.bullet + text for text in listed if text)]))
    if choice.quote:
        text = telling.word(choice.quote, flows=False)
        apart = attributed(text, order.language) if text and parted else None
        blocks.append(apart or frame.quote + (text or ""))
    if not formal:
        blocks += [frame.outlook + text for line in choice.outlook if (text := telling.word(line, flows=False))]
    return [block for block in blocks if block]


#: Sentences of one paragraph in a post.
_PARAGRAPH = 3


def _prose(lines: list[Line], telling: Telling, language: str) -> list[str]:
    """Sentences of one paragraph of the article, or near one another in it, share a paragraph of the post. The lead
    has its own, unless what follows leans on it."""
    groups: list[list[Line]] = [[lines[0]]] if lines else []
    for before, line in pairwise(lines):
        leans = line.index == before.index + 1 and line.alone is None
        near = line.sentence.paragraph - before.sentence.paragraph <= 1 and len(groups) > 1
        if leans or (near and len(groups[-1]) < _PARAGRAPH):
            groups[-1].append(line)
        else:
            groups.append([line])
    paragraphs = []
    for group in groups:
        texts = [telling.word(line, flows=number > 0) for number, line in enumerate(group)]
        paragraphs.append(("" if language in {"ja", "zh"} else " ").join(text for text in texts if text))
    return paragraphs


#: Sentences of a short message.
_SENTENCES: dict[Length, int] = {"short": 1, "standard": 2, "long": 5}


#: From so many times the lead on, a short message is a small story (LMS).
_ROOMY = 6


def _brief(order: Order) -> list[str]:
    titled = bool({"title", "subject"} & set(order.platform.fields))
    lead = order.digest.lead
    if lead is not None and order.space.room >= _ROOMY * order.space.measure(lead.alone or lead.text):
        return _sectioned(order, [] if titled else [_first_line(order)])
    return brief_lines(order.digest, order.space, with_headline=not titled, most=_SENTENCES[order.length])


def _pin(order: Order) -> list[str]:
    return _sectioned(order, [])


def _feed(order: Order) -> list[str]:
    return _sectioned(order, [])


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
