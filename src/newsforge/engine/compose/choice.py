"""Which lines of a digest a post tells, and how each is worded where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from newsforge.engine.compose.model import Digest, Line
from newsforge.engine.compose.rank import similarity
from newsforge.engine.compose.toll import tells_cause, tells_toll
from newsforge.engine.post import Tone

#: Above this overlap a line says what the post has said already.
_SAME_POINT = 0.8
#: A post holds at most this share of a long article's text: a digest, not a copy.
_SHARE = 0.4
_SHORT_SHARE, _SHORT_CHARACTERS = 0.65, 450
#: The same of a long post.
_LONG_SHARE, _LONG_SHORT_SHARE, _LONG_CHARACTERS = 0.43, 0.85, 600
#: The same of a standard post on a platform for reading.
_ROOMY_SHARE, _ROOMY_SHORT_SHARE, _ROOMY_CHARACTERS = 0.48, 0.6, 600
#: A flash of two sentences is told whole.
_FLASH = 160


@dataclass(slots=True)
class Telling:
    """What a reader of the post has read so far, in reading order."""

    said: str
    last: int | None = None

    def word(self, line: Line, *, flows: bool = True) -> str | None:
        """The line as it reads here, or None when something in it would dangle. ``flows``: it directly follows what
        was told last, in the same paragraph."""
        wording: str | None
        unknown = [names for names in line.names if not self._knows(names)]
        if unknown:
            wording = line.full if line.full and all(any(n in line.full for n in names) for names in unknown) else None
        elif flows and self.last is not None and line.index == self.last + 1:
            wording = line.text
        elif line.needs == "subject" and not self.said:
            wording = None
        else:
            wording = line.alone
        if wording is not None:
            self.said = f"{self.said}\n{wording}"
            self.last = line.index
        return wording

    def _knows(self, names: tuple[str, ...]) -> bool:
        return any(name in self.said for name in names)


@dataclass(slots=True)
class Choice:
    """Lines by the part they play; ``body`` in reading order with the lead first."""

    body: list[Line] = field(default_factory=list)
    figures: list[Line] = field(default_factory=list)
    quote: Line | None = None
    #: Who speaks against it.
    reply: Line | None = None
    outlook: list[Line] = field(default_factory=list)

    def all(self) -> list[Line]:
        return [*self.body, *self.figures, *self.voices(), *self.outlook]

    def voices(self) -> list[Line]:
        return sorted((line for line in (self.quote, self.reply) if line), key=lambda line: line.index)

    def prose(self) -> list[Line]:
        """Everything but the quotes: the lead, what the accused say to it, then as the article goes."""
        lead, rest = self.body[:1], [*self.body[1:], *self.figures, *self.outlook]
        return [*lead, *sorted(rest, key=lambda line: line.place)]


Fits = Callable[[Choice], bool]
#: A line worth less than this share of the lead fills space rather than tells something.
_FLOOR, _LONG_FLOOR, _GOES_ON = 0.28, 0.1, 0.8


@dataclass(frozen=True, slots=True)
class Wish:
    """How to choose. ``patience`` is how many lines may fail to fit before the choice ends, so that a small space gets
    the next best thing and not whatever is short; ``most`` and ``body`` cap all lines and those of the body;
    ``leaning`` lets in lines that only stand right after their predecessor; ``generous`` lets more of the article
    in, ``roomy`` a little more."""

    tone: Tone = "neutral"
    patience: int = 100
    most: int = 100
    body: int = 12
    leaning: bool = True
    generous: bool = False
    roomy: bool = False


def choose(digest: Digest, fits: Fits, wish: Wish) -> Choice:
    """Add lines, what matters most first, while ``fits``. Not to be changed: equal wishes share it where all fits."""
    whole = digest.chosen.get(wish)
    if whole is None:
        whole = digest.chosen[wish] = _choose(digest, lambda _: True, wish)
    return whole if fits(whole) else _choose(digest, fits, wish)


def _choose(digest: Digest, fits: Fits, wish: Wish) -> Choice:
    patience, most = wish.patience, wish.most
    choice = Choice()
    share = _share(len(digest.article.text), wish)
    floor = (_LONG_FLOOR if wish.generous or wish.roomy else _FLOOR) * max(
        0.0, digest.lead.score if digest.lead else 0.0
    )
    for section, line in _by_priority(digest, wish.tone):
        if section == "answer":
            # What is owed costs no other line its place, and nothing is told without it.
            most += _add_first(digest.answers, choice, digest, fits)
            if not _has_answer(choice, digest):
                break
            continue
        if section in {"limit", "stakes"}:
            units = digest.limits if section == "limit" else digest.stakes
            _add_first([unit for unit in units if len(unit) <= most - len(choice.all())], choice, digest, fits)
            continue
        if section == "reply":
            # Neither does who speaks against the one that is quoted.
            most += _add_reply(line, choice, digest, fits)
            continue
        chosen = choice.all()
        if patience <= 0 or (len(chosen) >= most and not line.is_source):
            break
        if section == "body" and sum(not other.is_owed for other in choice.body) >= wish.body:
            continue
        if not choice.body and line != digest.lead and not _opens(line, digest):
            continue
        is_apart = section == "quote" or line.is_source or line == digest.other_side or line in digest.calls
        if not is_apart and not wish.roomy and not is_on_topic(line, digest):
            continue
        if choice.body and line.score < floor * _worth_of_place(line, digest) and not is_apart:
            continue
        # A line that leans on the one before it comes only with it.
        if line.alone is None and (
            not (wish.leaning or line.is_source or line.is_owed)
            or section != "body"
            or line.index - 1 not in {other.index for other in choice.body}
        ):
            continue
        if choice.body and not line.is_source and sum(len(other.text) for other in chosen) + len(line.text) > share:
            continue
        if line.is_source and not choice.body:
            continue
        if not _adds(line, chosen) or _is_lesser_toll(line, digest, chosen):
            continue
        undo = _add(choice, section, line)
        if not _is_sound(choice, digest.headline.text if digest.is_titled else ""):
            undo()
        elif line.is_source:
            # It costs no other line its place, and none its turn.
            if fits(choice):
                most += 1
            else:
                undo()
        elif not fits(choice):
            undo()
            patience -= 1
            if line == digest.lead:
                most = min(most, _WITHOUT_LEAD)
    if digest.lead in choice.body and not _has_answer(choice, digest) and not digest.spares(digest.lead.text):
        # The title tells it, and names nobody.
        return Choice()
    return choice


def _worth_of_place(line: Line, digest: Digest) -> float:
    """What the news goes on with is of the news, if it is worth nearly as much."""
    return _GOES_ON if digest.lead is not None and line.index == digest.lead.index + 1 else 1.0


def _add_first(units: Sequence[tuple[Line, ...]], choice: Choice, digest: Digest, fits: Fits) -> int:
    """How many lines of the first of ``units`` that fits have come in; behind the lead only."""
    headline = digest.headline.text if digest.is_titled else ""
    for unit in units if choice.body else ():
        before, points = list(choice.body), list(choice.figures)
        known = {line.index for line in before}
        if all(line.index in known for line in unit):
            continue
        # What is to stand before another is no point of a list any more.
        choice.figures[:] = [line for line in points if line.index not in {one.index for one in unit}]
        choice.body[1:] = sorted(
            [*choice.body[1:], *(line for line in unit if line.index not in known)], key=lambda line: line.place
        )
        if _is_sound(choice, headline) and fits(choice):
            return len(choice.all()) - len(before) - len(points) - len(choice.voices()) - len(choice.outlook)
        choice.body[:], choice.figures[:] = before, points
    return 0


def _add_reply(line: Line, choice: Choice, digest: Digest, fits: Fits) -> bool:
    if choice.quote is None or not _adds(line, choice.all()):
        return False
    choice.reply = line
    if _is_sound(choice, digest.headline.text if digest.is_titled else "") and fits(choice):
        return True
    choice.reply = None
    return False


def _has_answer(choice: Choice, digest: Digest) -> bool:
    told = {line.index for line in choice.body}
    return not digest.answers or any(all(line.index in told for line in unit) for unit in digest.answers)


#: Lines of a post that has no room for the lead: what follows would be details of something untold.
_WITHOUT_LEAD = 2
#: A line that shares this much with the title may stand in for a lead that does not fit.
_ON_TOPIC = 0.34


def _opens(line: Line, digest: Digest) -> bool:
    return line.needs == "nothing" and not line.names and similarity(line.terms, digest.title_terms) >= _ON_TOPIC


def is_on_topic(line: Line, digest: Digest) -> bool:
    """A word of it at least is one of the title or the lead: else a reader of a short post cannot see why it is told.
    Japanese terms are too coarse to tell."""
    if digest.lead is None or digest.article.language not in {"ko", "en"}:
        return True
    if digest.toll is not None and line.index == digest.toll.index:
        return True
    if tells_toll(digest.headline.text, digest.article.language) and tells_cause(line.text, digest.article.language):
        return True
    near = line.index == digest.lead.index + 1 or line.sentence.paragraph == digest.lead.sentence.paragraph
    return bool(line.terms & (digest.title_terms | digest.lead.terms)) or near


def _is_lesser_toll(line: Line, digest: Digest, chosen: Iterable[Line]) -> bool:
    """Who was hurt, where there was no room to say who died."""
    toll = digest.toll
    if toll is None or line.index in {toll.index, digest.lead.index if digest.lead else -1}:
        return False
    return toll.index not in {other.index for other in chosen} and tells_toll(line.text, digest.article.language)


def _share(length: int, wish: Wish) -> int:
    if wish.roomy:
        return int(max(_ROOMY_SHARE * length, min(_ROOMY_SHORT_SHARE * length, _ROOMY_CHARACTERS), min(length, _FLASH)))
    if wish.generous:
        return int(max(_LONG_SHARE * length, min(_LONG_SHORT_SHARE * length, _LONG_CHARACTERS), min(length, _FLASH)))
    return int(max(_SHARE * length, min(_SHORT_SHARE * length, _SHORT_CHARACTERS), min(length, _FLASH)))


def _adds(line: Line, chosen: Iterable[Line]) -> bool:
    return all(
        line.index != other.index and line.text != other.text and similarity(line.terms, other.terms) < _SAME_POINT
        for other in chosen
    )


def _by_priority(digest: Digest, tone: Tone) -> Iterator[tuple[str, Line]]:
    """The lead with who found it, then who died, what the accused say to it, how far it holds, then by turns: a figure,
    the quote and who speaks against it, more of the story, the outlook. An urgent post brings the facts first and the
    quote last, a friendly one lets people speak early."""
    if digest.lead is None:
        return
    yield "body", digest.lead
    if digest.source is not None:
        yield "body", digest.source
    if digest.toll is not None:
        # In a list it would come after the rest of the story, but for a post in a hurry.
        is_listed = tone == "urgent" and is_point(digest.toll, digest.article.language)
        yield ("figures" if is_listed else "body"), digest.toll
    for _ in range(1 + digest.is_cleared):
        yield "answer", digest.lead
    yield "limit", digest.lead
    for line in digest.calls:
        yield "body", line
    # Of two sides the second comes behind the first.
    known = [line for line in (digest.lead, digest.other_side) if line]
    figures = [
        line for line in digest.figures if line not in known and line.alone and is_point(line, digest.article.language)
    ]
    pools = {
        "figures": [line for line in figures if not _is_apart(line)],
        "quote": [digest.quote] if digest.quote else [],
        "reply": [digest.other_side] if digest.other_side else [],
        "outlook": [line for line in digest.outlook if line.alone and not line.has_figure and not _is_apart(line)],
        "body": [line for line in digest.ranked if not line.has_quote and not _is_apart(line) and line not in known],
    }
    turns: tuple[str, ...] = {
        "urgent": ("figures", "figures", "body", "outlook", "figures", "body", "body", "body"),
        "friendly": ("quote", "figures", "body", "figures", "outlook", "body", "figures", "body"),
        "formal": ("body", "figures", "body", "quote", "figures", "outlook", "body", "figures"),
        "neutral": ("figures", "body", "quote", "figures", "outlook", "figures", "body", "body"),
    }[tone]
    caps = {"figures": 3, "quote": 1, "outlook": 1, "body": 12}
    if digest.is_two_sided and tone != "urgent":
        turns = ("quote", *turns)
    if tone == "urgent":
        # Who is in a hurry wants the facts; what is said of them comes later.
        pools["quote"] = []
    for turn in range(6):
        if turn == 1:
            yield "answer", digest.lead
            yield "stakes", digest.lead
        for section in turns:
            if section == "quote" and digest.quote is None and pools["reply"]:
                yield "body", pools["reply"].pop(0)
            if pools[section] and caps[section]:
                caps[section] -= 1
                yield section, pools[section].pop(0)
                if digest.quote and digest.quote.names and not pools["quote"] and tone != "urgent":
                    # Whoever speaks may have been introduced by it.
                    yield "quote", digest.quote
            if section == "quote" and not pools["quote"] and pools["reply"]:
                yield "reply", pools["reply"].pop(0)
    # What leaned on a line that had not been chosen yet gets a second look.
    for line in digest.ranked:
        if line.alone is None and not line.has_quote and not _is_apart(line):
            yield "body", line


def _is_apart(line: Line) -> bool:
    """It comes with what it belongs to, or not at all."""
    return line.is_source or line.is_owed


def is_point(line: Line, language: str) -> bool:
    """Short enough to be taken in at a glance, with somebody who does it; a longer one is prose."""
    if not line.has_doer:
        return False
    return len(line.alone or line.text) <= (75 if language in {"ko", "ja", "zh"} else 170)


def _add(choice: Choice, section: str, line: Line) -> Callable[[], None]:
    if section == "quote":
        choice.quote = line

        def unquote() -> None:
            choice.quote = None

        return unquote
    pool: list[Line] = getattr(choice, section)
    before = list(pool)
    pool.append(line)
    if section == "figures":
        pool.sort(key=lambda other: other.index)
    elif section == "body":
        pool[1:] = sorted(pool[1:], key=lambda other: other.place)

    def remove() -> None:
        pool[:] = before

    return remove


def _is_sound(choice: Choice, headline: str) -> bool:
    """Whether every line of it can be worded in the order of :func:`tell`."""
    telling = Telling(headline)
    return all(telling.word(line) is not None for line in choice.all())


def tell(lines: Sequence[Line], headline: str) -> list[tuple[Line, str]]:
    telling = Telling(headline)
    return [(line, text) for line in lines if (text := telling.word(line)) is not None]
