"""Figures in languages without a reader of their own: digits, symbols, the language's decimal mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from newsforge.engine.facts.figures.exact import number, significant, times
from newsforge.engine.facts.figures.mask import Mask
from newsforge.engine.facts.figures.prefix import read_prefix
from newsforge.engine.facts.figures.units import ANYWHERE
from newsforge.engine.facts.letters import words
from newsforge.engine.facts.model import Figure

#: Languages that write 3.200,50 (or 3 200,50) for what English writes 3,200.50.
_DECIMAL_COMMA = frozenset(
    words("bg ca cs da de el es et eu fi fr gl hr hu id is it lt lv mk nb nl nn no pl pt ro ru sk sl sq sr sv tr uk vi")
)
_POINT = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})++(?![0-9])(?:\.[0-9]++)?+|[0-9]++(?:\.[0-9]++)?+")
_COMMA = re.compile(r"[0-9]{1,3}(?:[.\xa0\u202f ][0-9]{3})++(?![0-9])(?:,[0-9]++)?+|[0-9]++(?:,[0-9]++)?+")


def plain_figures(text: str, language: str, mask: Mask) -> Iterator[Figure]:
    comma = language in _DECIMAL_COMMA
    pattern = _COMMA if comma else _POINT
    position = 0
    while match := pattern.search(text, position):
        position = masked if (masked := mask.end_at(match.start())) is not None else match.end()
        if masked is None:
            yield _figure(text, match, comma=comma)


def _figure(text: str, match: re.Match[str], *, comma: bool) -> Figure:
    written = re.sub(r"[.\s]", "", match[0]).replace(",", ".") if comma else match[0]
    prefix = read_prefix(text, match.start())
    at = match.end() + (text[match.end() : match.end() + 1] in (" ", "\xa0", "\u202f"))
    found = ANYWHERE.find(text, at)
    unit, end = prefix.currency, match.end()
    if found and not (text[found[0] - 1].isalnum() and text[found[0] : found[0] + 1].isalnum()):
        end, unit = found[0], found[1]
    value = number(written)
    if unit == "basis_point":
        unit, value = "percent_point", times(value, Decimal("0.01"))
    return Figure(prefix.start, end, "", -value if prefix.negative else value, unit, digits=significant(written))
