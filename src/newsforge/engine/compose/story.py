"""Most of an article, for a long post: its lines in its own order, without those that matter least where it is too
long for the place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from newsforge.engine.compose.choice import Choice, is_point, tell
from newsforge.engine.compose.model import Digest, Line
from newsforge.engine.compose.rank import similarity
from newsforge.engine.post import Tone

#: Of two lines that share this much of their words the later one is left out.
_SAME_POINT = 0.85
#: Points in a list, and lines that make a story with a list of its own beside it.
_POINTS, _ENOUGH = 3, 7
#: A line this far down can tell what comes next.
_LATE = 0.5

Fits = Callable[[Choice], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryWish:
    """At most ``letters`` of the article. ``listed``: figures go into a list of their own; ``voiced``: the best quote
    and the outlook stand apart."""

    tone: Tone
    letters: int
    listed: bool
    voiced: bool


def choose_story(digest: Digest, fits: Fits, wish: StoryWish) -> Choice:
    """As much of the story as ``fits``; no lines at all for an article without a lead."""
    lead = digest.lead
    if lead is None:
        return Choice()
    lines = _worth_telling(digest, lead)
    kept = _within(lines, digest, lead, wish.letters)
    while True:
        choice = _parted(kept, digest, lead, wish)
        if fits(choice) or len(kept) <= 1:
            return choice
        kept = _without_least(kept, digest, lead)


def _worth_telling(digest: Digest, lead: Line) -> list[Line]:
    """From the lead on, each point once, and nothing whose people or predecessor nobody has told of."""
    found: list[Line] = [lead]
    known = {line.index for line in digest.ranked}
    for line in digest.lines:
        if line.index == lead.index or line.index not in known:
            continue
        if all(similarity(line.terms, other.terms) < _SAME_POINT or not line.terms for other in found):
            found.append(line)
    return _sound(found, digest, lead)


def _sound(lines: list[Line], digest: Digest, lead: Line) -> list[Line]:
    """The lead first, then what is owed to it, the others as the article goes; lines that would dangle are gone."""
    ordered = [lead, *sorted((line for line in lines if line.index != lead.index), key=lambda line: line.place)]
    return [line for line, _ in tell(ordered, digest.headline.text if digest.is_titled else "")]


def _within(lines: list[Line], digest: Digest, lead: Line, letters: int) -> list[Line]:
    while len(lines) > 1 and sum(len(line.text) for line in lines) > letters:
        lines = _without_least(lines, digest, lead)
    return lines


def _without_least(lines: list[Line], digest: Digest, lead: Line) -> list[Line]:
    """Without the line that matters least, and what leans on it."""
    owed = [lead, digest.quote, digest.other_side]
    able = [line for line in lines if line not in owed and not line.is_source and not line.is_owed]
    if not able:
        return lines[:-1] if lines[-1].index != lead.index else lines[:1]
    least = min(able, key=lambda line: (line.score, -line.index))
    return _sound([line for line in lines if line.index != least.index], digest, lead)


def _parted(lines: list[Line], digest: Digest, lead: Line, wish: StoryWish) -> Choice:
    leant_on = {line.index - 1 for line in lines if line.alone is None}
    free = [
        line
        for line in lines
        if line.index != lead.index and line.alone and line.index not in leant_on and not line.is_owed
    ]
    indexes = {line.index for line in free}
    figures: list[Line] = []
    if wish.listed and wish.tone != "formal" and len(lines) >= _ENOUGH:
        able = [line for line in digest.figures if line.index in indexes and is_point(line, digest.article.language)]
        figures = sorted(able[:_POINTS], key=lambda line: line.index)
        figures = figures if len(figures) > 1 else []
    apart = {line.index for line in figures}
    quote = digest.quote
    early = wish.tone == "friendly"
    spoken = quote if quote and quote.index in indexes and (wish.voiced or early) and wish.tone != "urgent" else None
    last = max(line.index for line in lines)
    ahead = [
        line
        for line in digest.outlook
        if wish.voiced and line.index in indexes - apart and line.index > _LATE * last and wish.tone != "formal"
    ][:1]
    apart |= {line.index for line in (*ahead, *([spoken] if spoken else []))}
    body = [line for line in lines if line.index not in apart]
    return Choice(body=body, figures=figures, quote=spoken, outlook=ahead)
