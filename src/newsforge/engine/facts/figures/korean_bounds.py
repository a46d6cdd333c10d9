"""Words that make a Korean figure approximate or a limit: 약, 여, 이상, 미만, 넘는, 최대."""

from __future__ import annotations

import re

from newsforge.engine.facts.model import Bound

_BEFORE = re.compile(
    r"(?<![가-힣])(?:(?P<about>약|대략|거의|얼추|줄잡아|어림잡아)|(?P<over>최소|최소한|적어도)|(?P<under>최대"
    r"|기껏해야|많아야))\s?$"
)
_AFTER = re.compile(
    r"\s?(?:(?:을|를|이|가|에|도|으로|로|은|는|보다)\s?)?(?:"
    r"(?P<about>여(?![가-힣])|가량|쯤|안팎|내외|남짓|정도|수준|육박|가까[이운]|대(?![가-힣])|대[의를로에가는])"
    r"|(?P<over>이상(?![하한기])|초과|넘[는은게어긴겼을기]|웃도|웃돈|웃돌|상회|돌파|뛰어넘)"
    r"|(?P<under>이하|미만|밑도|밑돈|밑돌|하회|이내|못\s?미|채\s?안))"
)
_LONGEST_BEFORE = 6


def bound_of(text: str, start: int, end: int) -> Bound:
    """The bound of the figure in ``text[start:end]``."""
    if after := _AFTER.match(text, end):
        return "over" if after["over"] else "under" if after["under"] else "about"
    if before := _BEFORE.search(text[max(0, start - _LONGEST_BEFORE) : start]):
        return "over" if before["over"] else "under" if before["under"] else "about"
    return "exact"
