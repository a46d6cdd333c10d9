"""English numerals: digits with scale words, numbers in words, ordinals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from newsforge.engine.facts.figures.exact import MAX_DIGITS, number, plain, plus, significant, times
from newsforge.engine.facts.letters import folded, words

_DIGITS = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{3})++(?![0-9])(?:\.[0-9]++)?+|[0-9]{1,3}(?: , [0-9]{3})++(?![0-9])|[0-9]++(?:\.[0-9]++)?+"
)
# Tokenised text: "$ 36, 000", "98. 7 per cent"
_SPACED_DIGITS = re.compile(
    r"[0-9]{1,3}(?: ?, ?[0-9]{3})++(?![0-9])(?:\. ?[0-9]++)?+"
    r"|[0-9]++(?:\.[0-9]++|\. [0-9]++(?= ?(?:%|per ?cent|points?\b|million|billion|bn\b|kg|km|cm|mm)))?+"
)
_SPACED_STYLE = re.compile(r"[0-9], [0-9]{3}(?![0-9])|[0-9]\. [0-9]+ ?(?:%|per ?cent)")
_JOINED_STYLE = re.compile(r"[0-9],[0-9]{3}(?![0-9])")


def _numbered(written: str, *, start: int, step: int = 1) -> dict[str, Decimal]:
    return {word: Decimal(value * step) for value, word in enumerate(words(written), start=start)}


_SMALL = _numbered(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen",
    start=0,
)
_TENS = _numbered("twenty thirty forty fifty sixty seventy eighty ninety", start=2, step=10)
_ORDINAL_ONES = _numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth",
    start=1,
)
_ORDINAL_TENS = _numbered(
    "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth", start=2, step=10
)
_SCALES = {
    "hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "mn": 6, "mln": 6, "bn": 9, "bln": 9,
    "tn": 12, "trn": 12, "tln": 12, "lakh": 5, "crore": 7,
}  # fmt: skip
_LETTER_SCALES = {"k": 3, "m": 6, "b": 9, "t": 12}
_WORD = re.compile(r"(?P<gap>[ \xa0]?-?[ \xa0]?)(?P<and>and[ \xa0])?(?P<word>[a-z]+)")
_LETTER_SCALE = re.compile(r"([kmbt])(?![a-z0-9])")
_SPACED_LETTER_SCALE = re.compile(r" ?([kmbt])(?![a-z0-9])")  # "£ 50 m" of tokenised text

#: Words that may begin a numeral; "hundred" and its like only after "a".
CARDINALS = (*_SMALL, *_TENS)
ORDINALS = (*_ORDINAL_ONES, *_ORDINAL_TENS, "hundredth")
_VALUES = _SMALL | _TENS


@dataclass(frozen=True, slots=True)
class EnglishNumeral:
    """``scale`` is the last scale word's power of ten as a factor, which the low end of "3 to 5 million" shares."""

    end: int
    value: Decimal
    digits: int
    scale: Decimal
    coefficient: Decimal
    ordinal: bool = False


@dataclass(frozen=True, slots=True)
class EnglishText:
    """A text, its lower-case twin of the same offsets, and how it writes long numbers."""

    text: str
    lower: str
    digits: re.Pattern[str]

    @classmethod
    def of(cls, text: str) -> EnglishText:
        is_spaced = _SPACED_STYLE.search(text) is not None and _JOINED_STYLE.search(text) is None
        return cls(text, folded(text), _SPACED_DIGITS if is_spaced else _DIGITS)


def read_numeral(source: EnglishText, start: int, *, currency: bool = False) -> EnglishNumeral | None:
    """The numeral in digits or words at ``start``."""
    if source.lower[start : start + 1].isdecimal():
        return read_digits(source, start, currency=currency)
    return read_words(source.lower, start)


def read_digits(source: EnglishText, start: int, *, currency: bool = False) -> EnglishNumeral:
    """The numeral at the digit at ``start``; with ``currency`` "4m" is four million."""
    match = source.digits.match(source.lower, start)
    if match is None:
        raise AssertionError("a digit must stand at the start")
    value, digits, end = number(match[0]), significant(match[0]), match.end()
    if len(match[0]) > MAX_DIGITS:
        return EnglishNumeral(end, value, digits, Decimal(1), value)
    return _scaled(source.lower, end, value, digits, currency=currency)


def _scaled(text: str, end: int, value: Decimal, digits: int, *, currency: bool) -> EnglishNumeral:
    scale = Decimal(1)
    coefficient = value
    if letter := (_SPACED_LETTER_SCALE if currency else _LETTER_SCALE).match(text, end):
        if currency or letter[1] == "k" or (letter[1] == "m" and _counted_by_people(text, letter.end())):
            scale, end = Decimal(10) ** _LETTER_SCALES[letter[1]], letter.end()
    else:
        while following := _WORD.match(text, end):
            power = _SCALES.get(following["word"])
            if power is None or following["and"]:
                break
            scale, end = scale * Decimal(10) ** power, following.end()
    return EnglishNumeral(end, times(value, scale), digits, scale, coefficient)


_COUNTED = re.compile(
    r" (?:euros|dollars|pounds|yen|won|yuan|rupees"
    r"|people|users|customers|viewers|followers|subscribers|households|homes|tonnes|tons|barrels|shares|jobs|workers"
    r"|children|women|men|views|downloads|copies|visitors|votes|voters|fans|americans|britons|doses|passengers|vehicles"
    r"|cars|units|members|listeners|students|refugees|litres|acres|hectares)\b"
)


def _counted_by_people(text: str, at: int) -> bool:
    """ "3m people" is three million, "3m deep" three metres."""
    return _COUNTED.match(text, at) is not None


def read_words(text: str, start: int, *, first: Decimal | None = None) -> EnglishNumeral | None:
    """The numeral in words at ``start`` of lower-cased text: twenty-one, two hundred and five, three million, 21st.

    ``first`` is the value of an article that stands before a scale word: a hundred, half a million.
    """
    total, group, position = Decimal(0), first, start
    end, lowest, scale = start, Decimal(10) ** 30, Decimal(1)
    ordinal, coefficient = False, first
    can_and = False
    while match := _WORD.match(text, position):
        if position != start and not match["gap"]:
            break
        if match["and"] and not can_and:
            break
        word = match["word"]
        if (value := _VALUES.get(word)) is not None:
            if not _fits(group, value):
                break
            group = plus(group or Decimal(0), value)
            coefficient = coefficient if scale != 1 else group
        elif (value := _ordinal_value(word)) is not None:
            if not _fits(group, value) or (position != start and "-" not in match["gap"] and not match["and"]):
                break
            group, ordinal = plus(group or Decimal(0), value), True
        elif (power := _SCALES.get(word)) is not None and not match["and"]:
            factor = Decimal(10) ** power
            if group is None or (power != 2 and factor >= lowest):
                break
            group = times(group, factor)
            scale = factor
            if power != 2:
                total, lowest, group = plus(total, group), factor, None
        else:
            break
        can_and = word in _SCALES
        position = end = match.end()
        if ordinal:
            break
    if end == start:
        return None
    value = plain(plus(total, group or Decimal(0)))
    return EnglishNumeral(end, value, significant(str(value)), scale, coefficient or value, ordinal)


def _ordinal_value(word: str) -> Decimal | None:
    return _ORDINAL_ONES.get(word) or _ORDINAL_TENS.get(word)


def _fits(group: Decimal | None, value: Decimal) -> bool:
    """Twenty takes one, a hundred takes twenty-one; two takes nothing."""
    if group is None:
        return True
    tail = group % 100
    if not value:
        return False
    return tail == 0 if value >= 10 else tail == 0 or (tail >= 20 and tail % 10 == 0)
