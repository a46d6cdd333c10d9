"""A part and its whole share one noun: 40 of its 310 jobs are 40 jobs."""

from __future__ import annotations

import re

from newsforge.engine.facts.model import Figure

_OF = re.compile(r"\s?of (?:(?:its|the|their|his|her|our|all|some|about|nearly|almost|more than|roughly) )*")
_AMONG = re.compile(r"(?:개|명|곳|건|대|척|가구|人|社|件)?\s?(?:중|가운데|のうち|中の?)\s?$")


def is_part_of(text: str, part: Figure, whole: Figure) -> bool:
    if part.end <= whole.start:
        return _OF.fullmatch(text.lower(), part.end, whole.start) is not None
    return _AMONG.search(text, whole.end, part.start) is not None and part.start - whole.end <= _NEAR


_NEAR = 8
