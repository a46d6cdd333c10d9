"""A choice of lines as paragraphs: prose, points, a voice and what comes next, in the order a kind of post wants."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsforge.engine.compose.choice import Choice, Telling
from newsforge.engine.compose.dependence import outside_quotes
from newsforge.engine.compose.frame import Frame
from newsforge.engine.compose.kept import says_the_same
from newsforge.engine.compose.key_figures import key_figures
from newsforge.engine.compose.model import Line
from newsforge.engine.compose.speech import attributed
from newsforge.engine.post import Tone

#: Sentences of one paragraph in a post.
_PARAGRAPH = 3
#: Sub-headings by section: frame phrases, which claim nothing. The lead stands above them all: what happened is told.
_HEADINGS = {
    "details": {"ko": "자세한 내용", "en": "The details", "ja": "詳細"},
    "figures": {"ko": "주요 수치", "en": "By the numbers", "ja": "数字で見る"},
    "points": {"ko": "핵심 정리", "en": "Key points", "ja": "ポイント"},
    "takeaways": {"ko": "핵심 포인트", "en": "Key takeaways", "ja": "要点"},
    "voice": {"ko": "주요 발언", "en": "What they said", "ja": "発言"},
    "outlook": {"ko": "앞으로", "en": "What's next", "ja": "今後"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """``points`` names the heading over the list of figures (empty: a list without one, None: no list, the figures
    stand in the prose); ``points_last`` puts the list after the voice, ``points_first`` right after
    the news; ``headed`` gives prose, voice and outlook
    sub-headings; ``paragraph`` is the most sentences of one paragraph; ``voice_apart`` sets a quote off from its
    speaker."""

    points: str | None = ""
    points_last: bool = False
    points_first: bool = False
    headed: bool = False
    paragraph: int = _PARAGRAPH
    voice_apart: bool = False


def sections(  # noqa: PLR0913 -- one value each, half of them by keyword
    choice: Choice, style: Style, frame: Frame, *, said: str, language: str, tone: Tone
) -> list[str]:
    """``said`` is what the reader has read before them (title or headline). A formal post tells all in prose; a
    friendly one lets the voice speak right after the news; an urgent one has the points there."""
    telling = Telling(said)
    listed = () if tone == "formal" or style.points is None else _listed(choice, _sequence(tone, style), said)
    listed = listed if len(listed) > 1 else ()
    prose = (
        choice.prose() if tone == "formal" else [*choice.body, *(line for line in choice.figures if line not in listed)]
    )
    prose = [*prose[:1], *sorted(prose[1:], key=lambda line: line.place)]
    groups = _grouped(prose, 1 if tone == "urgent" else style.paragraph)
    # What the accused say belongs to the news.
    news = 1 + sum(any(line.is_owed for line in group) for group in groups[1:])
    parts: dict[str, Callable[[], list[str]]] = {
        "news": lambda: _prose(groups[:news], telling, language),
        "story": lambda: _story(groups[news:], telling, style, language),
        "points": lambda: _points(listed, telling, style, frame, language),
        "voice": lambda: _voice(choice, telling, style, frame, language),
        "outlook": lambda: _outlook(choice, telling, style, frame, language) if tone != "formal" else [],
    }
    blocks: list[str] = []
    is_silent = False
    for section in _sequence(tone, style):
        told = parts[section]()
        is_silent = is_silent or (section == "voice" and not told)
        blocks += told
        if is_silent and section in {"story", "points"} and (spoken := parts["voice"]()):
            # Whoever could not speak before the story has introduced them speaks behind it.
            blocks += spoken
            is_silent = False
    return blocks


def _listed(choice: Choice, sequence: tuple[str, ...], said: str) -> tuple[Line, ...]:
    """Figures for the list; behind the story none from which the story goes on in the same paragraph, nor one that
    introduces who is in it."""
    if sequence.index("points") < sequence.index("story"):
        return tuple(choice.figures)
    goes_on = {(line.index - 1, line.sentence.paragraph) for line in choice.body}
    known = "\n".join([said, *(line.text for line in choice.body[:1])])
    owing = [names for line in (*choice.body[1:], *choice.voices()) for names in line.names]
    unknown = {name for names in owing if not any(name in known for name in names) for name in names}
    return tuple(
        line
        for line in choice.figures
        if (line.index, line.sentence.paragraph) not in goes_on and not any(name in line.text for name in unknown)
    )


def _sequence(tone: Tone, style: Style) -> tuple[str, ...]:
    if style.points_first and tone != "formal":
        voice_first = ("voice", "points") if tone == "friendly" else ("points",)
        return ("news", *voice_first, "story", *(() if tone == "friendly" else ("voice",)), "outlook")
    if tone == "friendly":
        return ("news", "voice", "story", "points", "outlook")
    if tone == "urgent":
        return ("news", "points", "story", "voice", "outlook")
    if style.points_last:
        return ("news", "story", "voice", "points", "outlook")
    return ("news", "story", "points", "voice", "outlook")


def _story(groups: list[list[Line]], telling: Telling, style: Style, language: str) -> list[str]:
    told = _prose(groups, telling, language)
    return [*(_heading("details", language) if style.headed and len(told) > 1 else []), *told]


def _outlook(choice: Choice, telling: Telling, style: Style, frame: Frame, language: str) -> list[str]:
    ahead = [frame.outlook + text for line in choice.outlook if (text := telling.word(line, flows=False))]
    return [*(_heading("outlook", language) if style.headed and ahead else []), *ahead]


def _heading(section: str, language: str) -> list[str]:
    heading = _HEADINGS[section].get(language)
    return [heading] if heading else []


def _points(lines: Sequence[Line], telling: Telling, style: Style, frame: Frame, language: str) -> list[str]:
    texts = [text for line in lines if (text := telling.word(line, flows=False))]
    if not texts:
        return []
    section = style.points
    if section == "figures" and not all(key_figures(outside_quotes(text), language) for text in texts):
        section = "points"  # one of them tells something else
    heading = _heading(section, language) if section else []
    return ["\n".join([*heading, *(frame.bullet + text for text in texts)])]


def _voice(choice: Choice, telling: Telling, style: Style, frame: Frame, language: str) -> list[str]:
    texts = [text for line in choice.voices() if (text := telling.word(line, flows=False))]
    if not texts:
        return []
    heading = _heading("voice", language) if style.headed else []
    return [*heading, *(_spoken(text, style, frame, language) for text in texts)]


def _spoken(text: str, style: Style, frame: Frame, language: str) -> str:
    apart = attributed(text, language) if style.voice_apart else None
    if apart and not says_the_same(apart, text, "", language):
        apart = None
    return apart or frame.quote + text


def _grouped(lines: list[Line], most: int) -> list[list[Line]]:
    """Sentences of one paragraph of the article, or near one another in it, share a paragraph of the post. The lead
    has its own, unless what follows leans on it."""
    groups: list[list[Line]] = [[lines[0]]] if lines else []
    for before, line in pairwise(lines):
        leans = line.index == before.index + 1 and (line.alone is None or line.is_source)
        near = line.sentence.paragraph - before.sentence.paragraph <= 1 and len(groups) > 1
        # Who speaks has a paragraph of their own, unless the article goes on in the same one.
        if line.has_quote != before.has_quote and line.sentence.paragraph != before.sentence.paragraph:
            near = False
        if line.is_owed != before.is_owed:
            near = False
        if leans or (near and len(groups[-1]) < most):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def glue(language: str) -> str:
    """Between two sentences of a paragraph."""
    return "" if language in {"ja", "zh"} else " "


def _prose(groups: list[list[Line]], telling: Telling, language: str) -> list[str]:
    paragraphs = []
    for group in groups:
        texts = [telling.word(line, flows=number > 0) for number, line in enumerate(group)]
        paragraphs.append(glue(language).join(text for text in texts if text))
    return [paragraph for paragraph in paragraphs if paragraph]
