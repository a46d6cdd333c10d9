"""Korean, Japanese and Chinese numerals: digits mixed with 십/十, 백/百, 천/千 and 만/万, 억/億, 조/兆."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from newsforge.engine.facts.figures.exact import DIGITS, MAX_DIGITS, ONE, number, plain, plus, significant, times

_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as read: ``end`` is where it stops, ``scaled`` whether a scale word (천, 만, 억) was in it.
    ``coefficient`` is the first digit group alone, which the low end of "10~20만" is compared with; ``ends_on`` the
    scale word that it ends with, if it does."""

    end: int
    value: Decimal
    digits: int
    scaled: bool
    coefficient: Decimal
    top_scale: Decimal = ONE
    ends_on: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Script:
    """How a language writes numerals. ``word_stop`` matches where a scale character begins another word."""

    small: dict[str, Decimal]
    big: dict[str, Decimal]
    ones: dict[str, Decimal]
    stop: re.Pattern[str]


def _tens(**powers: int) -> dict[str, Decimal]:
    return {character: Decimal(10) ** power for character, power in powers.items()}


def _ones(characters: str) -> dict[str, Decimal]:
    return {character: Decimal(value) for value, character in enumerate(characters)}


KOREAN = Script(
    small=_tens(십=1, 백=2, 천=3),
    big=_tens(만=4, 억=8, 조=12, 경=16),
    ones=_ones("영일이삼사오육칠팔구") | {"륙": Decimal(6), "공": Decimal(0)},
    # 5경기, 3조각, 10조항, 2천안타 are not 10^16, 10^12, 10^3
    stop=re.compile(
        r"경(?![ ]?(?:원|달러|엔)|[ ]?[0-9])|조(?:각|항|합|직|례|문)|만(?:찬|료)|천(?:안|막|연)|십자|백(?:신|화|서)"
        r"|억제"
    ),
)
JAPANESE = Script(
    small=_tens(十=1, 百=2, 千=3),
    big=_tens(万=4, 萬=4, 億=8, 亿=8, 兆=12, 京=16),
    ones=_ones("〇一二三四五六七八九") | {"零": Decimal(0), "両": Decimal(2), "两": Decimal(2)},
    stop=re.compile(r"京[都阪成王浜]|千[葉代]|百貨|万[博全引一]|十[分字]"),
)


@dataclass(slots=True)
class _Reading:
    """A numeral while it is read: scales must fall (조, 억, 만, then 천, 백, 십), or the next number begins."""

    total: Decimal = _ZERO
    section: Decimal = _ZERO
    current: Decimal | None = None
    small_limit: Decimal | None = None
    big_limit: Decimal | None = None
    top_scale: Decimal = ONE
    coefficient: Decimal | None = None
    scaled: bool = False
    written: list[str] = field(default_factory=list)

    def take_number(self, written: str, value: Decimal) -> bool:
        limit = self.small_limit or self.big_limit
        if self.current is not None or (limit is not None and value >= limit):
            return False
        self.current = value
        self.coefficient = self.coefficient or value
        self.written.append(written)
        return True

    def take_small(self, scale: Decimal) -> bool:
        if self.small_limit is not None and scale >= self.small_limit:
            return False
        self._scale_alone()
        self.section = plus(self.section, times(ONE if self.current is None else self.current, scale))
        self.current, self.small_limit, self.scaled = None, scale, True
        return True

    def take_big(self, scale: Decimal) -> bool:
        if self.big_limit is not None and scale >= self.big_limit:
            return False
        if not self.written:
            self._scale_alone()
            self.current = ONE
        amount = plus(self.section, self.current or _ZERO)
        if not amount:
            return False
        self.total = plus(self.total, times(amount, scale))
        self.top_scale = scale if self.big_limit is None else self.top_scale
        self.section, self.current, self.small_limit, self.big_limit, self.scaled = _ZERO, None, None, scale, True
        return True

    def _scale_alone(self) -> None:
        """천 without a digit before it is one thousand."""
        if self.current is None:
            self.coefficient = self.coefficient or ONE
            self.written.append("1")

    def numeral(self, end: int) -> Numeral | None:
        if not self.written:
            return None
        value = plain(plus(plus(self.total, self.section), self.current or _ZERO))
        digits = significant(self.written[0] if len(self.written) == 1 else str(value))
        ends_on = self.small_limit or self.big_limit if self.current is None else None
        return Numeral(end, value, digits, self.scaled, self.coefficient or value, self.top_scale, ends_on)


def read_numeral(text: str, start: int, script: Script, *, words: bool = False) -> Numeral | None:
    """The unspaced numeral at ``start``, or None. With ``words``, 삼십 and 三十 are read, else a digit must lead."""
    reading, position = _Reading(), start
    while character := text[position : position + 1]:
        if character.isdecimal():
            match = DIGITS.match(text, position)
            if match is None or (len(match[0]) > MAX_DIGITS and reading.written):
                break
            if len(match[0]) > MAX_DIGITS:
                value = number(match[0])
                return Numeral(match.end(), value, significant(match[0]), scaled=False, coefficient=value)
            taken, step = reading.take_number(match[0], number(match[0])), len(match[0])
        elif not (words or reading.written) or script.stop.match(text, position):
            break
        elif scale := script.small.get(character):
            taken, step = reading.take_small(scale), 1
        elif scale := script.big.get(character):
            taken, step = reading.take_big(scale), 1
        elif words and (one := script.ones.get(character)) is not None:
            taken, step = reading.take_number(str(one), one), 1
        else:
            break
        if not taken:
            break
        position += step
    return reading.numeral(position)


def join_numerals(left: Numeral, right: Numeral) -> Numeral | None:
    """3조 and 2,000억 make one number where the right one fits below the last scale of the left one."""
    if left.ends_on is None or right.value >= left.ends_on or right.value != right.value.to_integral_value():
        return None
    value = plus(left.value, right.value)
    return Numeral(
        right.end,
        value,
        significant(str(value)),
        scaled=True,
        coefficient=left.coefficient,
        top_scale=left.top_scale,
        ends_on=right.ends_on,
    )
