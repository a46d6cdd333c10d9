"""A part and its whole share one noun: 40 of its 310 jobs are 40 jobs."""

from __future__ import annotations

import re

from newsforge.engine.facts.model import Figure

_OF = re.compile(r"\s?of (?:(?:its|the|their|his|her|our|all|some|about|nearly|almost|more than|roughly) )*")
_AMONG = re.compile(r"(?:개|명|곳|건|대|척|가구|人|社|件)?\s?(?:중|가운데|のうち|中の?)\s?$")


def is_part_of(text: str, part: Figure, whole: Figure) -> bool:
    if part.end <= whole.start:
        return _OF.fullmatch(text.lower(), part.end, whole.start) is not None
    if _MOVED_TO.fullmatch(text, whole.end, part.start) is not None:
        return True
    return _AMONG.search(text, whole.end, part.start) is not None and part.start - whole.end <= _NEAR


#: 1만5천원 올려 28만원으로: how far it moved and where it came to.
_MOVED_TO = re.compile(
    r"[을를]? ?(?:인상해|인하해|[올내늘줄][려라여어린인]) "
    r"|を?(?:引き上げ|引き下げ|[上下]げ|増やし|減らし|増え|減[っら])て?、?"
)
_NEAR = 8
