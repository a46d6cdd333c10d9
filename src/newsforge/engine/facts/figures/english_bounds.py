"""Words that make an English figure approximate or a limit: about, more than, at least, up to, or so."""

from __future__ import annotations

import re

from newsforge.engine.facts.model import Bound

_BEFORE = re.compile(
    r"(?<![a-z])(?:"
    r"(?P<under>less than|fewer than|under|below|up to|at most|as many as|as much as|(?:no|not) more than|lower than"
    r"|a maximum of)"
    r"|(?P<over>more than|over|at least|above|exceed(?:s|ed|ing)?|upwards? of|in excess of|greater than|higher than"
    r"|(?:no|not) (?:fewer|less) than|topp(?:ed|ing)|surpass(?:es|ed|ing)|a minimum of)"
    r"|(?P<about>about|around|approximately|roughly|some|nearly|almost|close to|an? estimated|estimated|circa|c\."
    r"|approx\.?|just (?:shy of|over|under)))"
    r" ?(?:the |to )?$"
)
_AFTER = re.compile(
    r"\+|(?P<under> or (?:less|fewer|under|below))|(?P<over> or (?:more|over|above|older)|[ -]?plus(?![a-z])| "
    r"and (?:over|above|up))"
    r"|(?P<about> or so(?![a-z])|[- ]odd(?![a-z])| or thereabouts)"
)
_LONGEST_BEFORE = 24


def bound_of(lower: str, start: int, end: int) -> Bound:
    """The bound of the figure in ``lower[start:end]`` of lower-cased text."""
    if after := _AFTER.match(lower, end):
        return "under" if after["under"] else "about" if after["about"] else "over"
    if before := _BEFORE.search(lower[max(0, start - _LONGEST_BEFORE) : start]):
        return "over" if before["over"] else "under" if before["under"] else "about"
    return "exact"
