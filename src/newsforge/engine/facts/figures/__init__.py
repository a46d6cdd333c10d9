"""The figures of a text: exact values in canonical units, each with the place where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from newsforge.engine.facts.dates import date_spans
from newsforge.engine.facts.figures.english import english_figures
from newsforge.engine.facts.figures.japanese import japanese_figures
from newsforge.engine.facts.figures.korean import korean_figures
from newsforge.engine.facts.figures.mask import Mask
from newsforge.engine.facts.figures.plain import plain_figures
from newsforge.engine.facts.letters import narrow
from newsforge.engine.facts.links import link_spans
from newsforge.engine.facts.model import Figure

_READERS = {"ko": korean_figures, "en": english_figures, "ja": japanese_figures}
_DIGIT_AFTER_SIGN = re.compile(r"[^\w]*(?=[0-9])")


def figures(text: str, language: str, *, dated: Sequence[tuple[int, int]] | None = None) -> tuple[Figure, ...]:
    """Every figure in the order of the text; digits of dates, times, links and addresses are not among them. ``dated``
    is where dates and times stand, for a caller that knows it.

    ``text`` of a figure is the number with its sign, currency and unit, without words like 약 or "about", which are
    its ``bound``. A range or a score is two figures; the unit that stands once belongs to both. Basis points are
    given as ``percent_point``, 할 and 割 as ``percent``; a phone number or version is an ``identifier``.
    """
    read = narrow(text)
    mask = Mask([*(date_spans(read, language) if dated is None else dated), *link_spans(read)])
    reader = _READERS.get(language)
    found = reader(read, mask) if reader else plain_figures(read, language, mask)
    return tuple(replace(figure, text=text[figure.start : figure.end]) for figure in _apart(read, found))


def _apart(text: str, found: Iterable[Figure]) -> Iterator[Figure]:
    """Figures that do not overlap: the earliest and longest stands, the "$ 3" of "3 $ 3" keeps its number."""
    reached = 0
    for figure in sorted(found, key=lambda figure: (figure.start, -figure.end)):
        if figure.start < reached < figure.end and (sign := _DIGIT_AFTER_SIGN.match(text, reached, figure.end)):
            yield replace(figure, start=sign.end())
        elif figure.start >= reached:
            yield figure
        else:
            continue
        reached = figure.end
