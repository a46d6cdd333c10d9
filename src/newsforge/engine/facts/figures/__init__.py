"""The figures of a text: exact values in canonical units, each with the place where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from newsforge.engine.facts.dates import date_spans
from newsforge.engine.facts.figures.plain import plain_figures
from newsforge.engine.facts.figures.english import english_figures
from newsforge.engine.facts.letters import narrow
from newsforge.engine.facts.figures.japanese import japanese_figures
from newsforge.engine.facts.figures.korean import korean_figures
from newsforge.engine.facts.figures.mask import Mask
from newsforge.engine.facts.links import link_spans
from newsforge.engine.facts.model import Figure


def figures(text: str, language: str) -> tuple[Figure, ...]:
    """Every figure in the order of the text; digits of dates, times, links and addresses are not among them.

    ``text`` of a figure is the number with its sign, currency and unit, without words like 약 or "about", which are
    its ``bound``. A range or a score is two figures; the unit that stands once belongs to both.
    """
    read = narrow(text)
    mask = Mask([*date_spans(read, language), *link_spans(read)])
    if language == "ko":
        found = korean_figures(read, mask)
    elif language == "en":
        found = english_figures(read, mask)
    elif language == "ja":
        found = japanese_figures(read, mask)
    else:
        found = plain_figures(read, language, mask)
    return tuple(replace(figure, text=text[figure.start : figure.end]) for figure in _first_of_overlapping(found))


def _first_of_overlapping(found: Iterable[Figure]) -> Iterable[Figure]:
    reached = 0
    for figure in sorted(found, key=lambda figure: (figure.start, -figure.end)):
        if figure.start >= reached:
            reached = figure.end
            yield figure
