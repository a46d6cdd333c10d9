"""A post that catches with its first line, and the thread it becomes where one post does not hold the news."""

from __future__ import annotations

from dataclasses import dataclass

from newsforge.engine.compose.choice import Choice, Telling, Wish, choose
from newsforge.engine.compose.model import Digest, Line
from newsforge.engine.compose.narrow import brief_lines, holds_figures, says_title
from newsforge.engine.compose.order import Order
from newsforge.engine.compose.sections import glue
from newsforge.engine.compose.trimmed import shorter_leads
from newsforge.engine.post import Length

#: Parts of a thread at each length, link and numbering included, and the sentences after its first part.
_THREAD_PARTS: dict[Length, int] = {"short": 2, "standard": 4, "long": 6}
_THREAD_SENTENCES: dict[Length, int] = {"short": 1, "standard": 6, "long": 12}
#: Paragraphs, headline included, that make a single post full enough.
_ENOUGH: dict[Length, int] = {"short": 0, "standard": 3, "long": 5}
#: A talk: of the aim, what is read at a glance, and its sentences.
_CHAT = 0.75
_TALK_SENTENCES: dict[Length, int] = {"short": 1, "standard": 3, "long": 6}
#: Of the title's words, what the lead must hold to stand in for it.
_TOLD = 0.5
#: How full a part may get, and how full the parts of a thread are all in all, sentences being as long as they are.
_FULL, _FILLED = 0.98, 0.85


@dataclass(frozen=True, slots=True)
class _Bounds:
    """``most`` of all paragraphs together, ``each`` of one; ``patience`` as in :func:`choose`."""

    most: int
    each: int
    patience: int = 100
    sentences: int = 100


def opening(order: Order) -> list[str]:
    """The headline, but where the first sentence says it all: in a talk, and in a formal post, which tells its news in
    whole sentences."""
    if not order.digest.is_titled:
        return []  # the headline was made of the lead
    may_go = order.tone == "formal" or (order.platform.manner == "conversational" and order.tone == "neutral")
    return [] if may_go and _lead_stands_in(order) else [order.first_line]


def _lead_stands_in(order: Order) -> bool:
    """Whether the first sentence says what the headline says, and no mark would be lost with that."""
    is_plain = order.headline == order.digest.headline.text and not order.frame.headline
    return is_plain and says_title(order.digest, share=_TOLD) and holds_figures(order.digest)


def hook(order: Order) -> list[str]:
    """One post where headline and two sentences fit, else (at more than the short length) a thread: the hook and the
    news first, then the points, as many to a part as belong together and fit."""
    space = order.space
    if order.length == "short":
        most = 1 + (order.digest.toll is not None)
        return _told(order, _Bounds(space.room, space.room, patience=2, sentences=most)).paragraphs(order)
    chat = order.platform.manner == "conversational"
    aim = int(space.aim * _CHAT) if chat else space.aim
    most = _TALK_SENTENCES[order.length] if chat else 100
    single = _told(order, _Bounds(aim, space.room, patience=1 + chat, sentences=most))
    is_full = len(single) >= _ENOUGH[order.length] - chat and not _is_one_sided(single, order.digest)
    if order.platform.thread is None or is_full:
        return single.paragraphs(order)
    first, middle, last = space.thread
    whole = int((first + last + (_THREAD_PARTS[order.length] - 2) * middle) * _FILLED)
    for sentences in range(_THREAD_SENTENCES[order.length], 0, -1):
        threaded = _told(order, _Bounds(whole, min(first, middle), sentences=sentences))
        if len(threaded) <= len(single):
            break
        parts = _parts(threaded, order)
        # The first two paragraphs are one part.
        if len(parts) - 1 <= _THREAD_PARTS[order.length]:
            return parts
    return single.paragraphs(order)


@dataclass(frozen=True, slots=True)
class _Told:
    """``head`` opens the post; the others are sentences with the lines they come from, in reading order."""

    head: list[str]
    texts: tuple[tuple[Line, str], ...] = ()

    def __len__(self) -> int:
        return len(self.head) + len(self.texts)

    def lacks(self, line: Line | None) -> bool:
        return line is not None and all(other != line for other, _ in self.texts)

    def paragraphs(self, order: Order) -> list[str]:
        told = list(self.head)
        for line, text in self.texts:
            if line.is_source and told:
                # Who found it shares the paragraph of what was found.
                told[-1] += glue(order.language) + text
            else:
                told.append(text)
        closed = [*told, order.closing]
        return closed if order.closing and order.space.fits(closed) else told


def _is_one_sided(told: _Told, digest: Digest) -> bool:
    """A finding without who found it, a charge without its answer, a claim without its limit, one side by itself."""
    is_quoted = digest.quote is not None and not told.lacks(digest.quote)
    owes = bool(digest.answers or digest.limits) and not any(line.is_owed for line, _ in told.texts)
    return told.lacks(digest.source) or owes or (is_quoted and told.lacks(digest.other_side))


def _told(order: Order, bounds: _Bounds, *, head: list[str] | None = None) -> _Told:
    space, head = order.space, opening(order) if head is None else head
    if any(space.measure(text) > bounds.each for text in head):
        return _Told(brief_lines(order.digest, space, with_headline=False, most=1))

    def fits(choice: Choice) -> bool:
        texts = [*head, *(text for _, text in _one_each(order, choice, headed=bool(head)))]
        return all(space.measure(text) <= bounds.each for text in texts) and space.fits(texts, bounds.most)

    choice = choose(
        order.digest,
        fits,
        Wish(order.tone, bounds.patience, bounds.sentences, leaning=False, generous=order.length == "long"),
    )
    told = _Told(head, tuple(_one_each(order, choice, headed=bool(head))))
    if head and told.lacks(order.digest.source) and _lead_stands_in(order):
        # Rather who found it than what was found twice.
        whole = _told(order, bounds, head=[])
        told = told if whole.lacks(order.digest.source) else whole
    if choice.body:
        return told
    short = _narrowed_lead(order, [*head], bounds.most)
    if short:
        return _Told([*head, short])
    return _Told(head or brief_lines(order.digest, space, with_headline=True, most=1))


def _narrowed_lead(order: Order, head: list[str], most: int) -> str | None:
    return next((text for text in shorter_leads(order.digest) if order.space.fits([*head, text], most)), None)


def _one_each(order: Order, choice: Choice, *, headed: bool) -> list[tuple[Line, str]]:
    """A sentence at a time: the news, what matters of it in the article's order, the voice, what comes next. Marked
    points stand together; an urgent post has the figures first."""
    telling, frame = Telling(order.headline), order.frame
    first = "" if headed else frame.headline
    points = {line.index for line in choice.figures}
    news = 1 + any(line.is_source for line in choice.body[1:2])
    lead, body = choice.body[:news], choice.body[news:]
    rest = [*body, *choice.figures]
    if frame.point:
        rest = [*choice.figures, *body] if order.tone == "urgent" else [*body, *choice.figures]
    else:
        rest = sorted(rest, key=lambda line: line.index)
    answer = [line for line in rest if line.is_owed]
    rest = [line for line in rest if not line.is_owed]
    voice = choice.voices()
    early = order.tone == "friendly"
    # Who speaks early, and whom the story has yet to introduce, speaks behind it.
    ordered = [*lead, *answer, *(voice if early else []), *rest, *voice, *choice.outlook]
    marks = {
        **{line.index: frame.point for line in rest if line.index in points},
        **{line.index: frame.quote for line in voice},
        **{line.index: frame.outlook for line in choice.outlook},
        **{line.index: first for line in lead[:1]},
    }
    told: list[tuple[Line, str]] = []
    for line in ordered:
        if any(line == other for other, _ in told):
            continue
        text = telling.word(line, flows=line.is_source or line.is_owed)
        if text and told and line.is_owed and line.alone is None:
            # No part of a thread opens on whom the one before it means.
            told[-1] = (told[-1][0], told[-1][1] + glue(order.language) + text)
        elif text:
            told.append((line, marks.get(line.index, "") + text))
    return told


# Threads ------------------------------------------------------------------------------------------------------------


def _parts(told: _Told, order: Order) -> list[str]:
    """The first two paragraphs share a part (the layout sees to it), every other one is a part of its own."""
    space = order.space
    first, rest = _first_part(told, order)
    bodies: list[list[tuple[Line, str]]] = []
    for line, text in rest:
        if bodies and space.middle(_joined([*bodies[-1], (line, text)], order)) <= _FULL:
            bodies[-1].append((line, text))
        else:
            bodies.append([(line, text)])
    bodies = _with_room_at_the_end(_levelled(bodies, order), order)
    parts = [_joined(body, order) for body in bodies]
    if order.closing and parts and space.last("\n".join([parts[-1], order.closing])) <= 1:
        parts[-1] = "\n".join([parts[-1], order.closing])
    return [*first, *parts]


def _first_part(told: _Told, order: Order) -> tuple[list[str], list[tuple[Line, str]]]:
    """Headline and news; the news in fewer words or by itself where both do not fit together."""
    space = order.space
    texts = list(told.texts)
    if not texts:
        return told.head, []
    if not told.head:
        if len(texts) > 1 and space.first([texts[0][1], texts[1][1]]) <= _FULL:
            return [texts[0][1], texts[1][1]], texts[2:]
        return _alone(texts[0][1]), texts[1:]
    head, (lead, text), rest = told.head, texts[0], texts[1:]
    if space.first([*head, text]) <= 1:
        return [*head, text], rest
    if lead == order.digest.lead:
        for short in shorter_leads(order.digest):
            if space.first([*head, short]) <= 1:
                return [*head, short], rest
        says_all = says_title(order.digest, share=_TOLD) and holds_figures(order.digest)
        if says_all and not order.frame.headline and order.headline == order.digest.headline.text:
            return _alone(text), rest
    return [*head, text], rest


def _alone(text: str) -> list[str]:
    """Both halves of the first part, the second empty: what follows opens a part of its own."""
    return [text, ""]


def _joined(body: list[tuple[Line, str]], order: Order) -> str:
    """Sentences of one paragraph of the article run on; others, and marked points, stand on lines of their own."""
    text = ""
    before: Line | None = None
    for line, sentence in body:
        runs_on = (
            before is not None
            and line.sentence.paragraph == before.sentence.paragraph
            and line.index > before.index
            and not order.frame.point
            and not line.has_quote
        )
        text = text + (glue(order.language) if runs_on else "\n") + sentence if text else sentence
        before = line
    return text


def _levelled(bodies: list[list[tuple[Line, str]]], order: Order) -> list[list[tuple[Line, str]]]:
    """A last part of one short sentence takes another from a full one before it."""
    if len(bodies) < 2 or len(bodies[-2]) < 2:
        return bodies
    *before, fuller, last = bodies
    moved = [fuller[-1], *last]
    sizes = [order.space.middle(_joined(body, order)) for body in (fuller, last, fuller[:-1], moved)]
    if abs(sizes[2] - sizes[3]) < abs(sizes[0] - sizes[1]) and sizes[3] <= _FULL:
        return [*before, fuller[:-1], moved]
    return bodies


def _with_room_at_the_end(bodies: list[list[tuple[Line, str]]], order: Order) -> list[list[tuple[Line, str]]]:
    """The last part also carries the link and the tags: its last sentence goes on alone with them if it must."""
    if not bodies or order.space.last(_joined(bodies[-1], order)) <= 1 or len(bodies[-1]) < 2:
        return bodies
    *before, last = bodies
    return [*before, last[:-1], last[-1:]]
