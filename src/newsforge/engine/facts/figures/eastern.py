"""Korean, Japanese and Chinese numerals: digits mixed with 십/十, 백/百, 천/千 and 만/万, 억/億, 조/兆."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from newsforge.engine.facts.figures.exact import DIGITS, MAX_DIGITS, ONE, number, plain, plus, significant, times


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as read: ``end`` is where it stops, ``scaled`` whether a scale word (천, 만, 억) was in it.
    ``coefficient`` is the first digit group alone: what the low end of "10~20만" is compared with."""

    end: int
    value: Decimal
    digits: int
    scaled: bool
    coefficient: Decimal
    top_scale: Decimal = ONE


@dataclass(frozen=True, slots=True)
class Script:
    """How a language writes numerals. ``word_stop`` matches where a scale character begins another word."""

    small: dict[str, Decimal]
    big: dict[str, Decimal]
    ones: dict[str, Decimal]
    joins_over_space: bool
    stop: re.Pattern[str]


def _tens(**powers: int) -> dict[str, Decimal]:
    return {character: Decimal(10) ** power for character, power in powers.items()}


def _ones(characters: str) -> dict[str, Decimal]:
    return {character: Decimal(value) for value, character in enumerate(characters)}


KOREAN = Script(
    small=_tens(십=1, 백=2, 천=3),
    big=_tens(만=4, 억=8, 조=12, 경=16),
    ones=_ones("영일이삼사오육칠팔구") | {"륙": Decimal(6), "공": Decimal(0)},
    joins_over_space=True,
    # 5경기, 3조각, 10조항, 2천안타 are not 10^16, 10^12, 10^3
    stop=re.compile(r"경(?![ ]?(?:원|달러|엔)|[ ]?[0-9])|조(?:각|항|합|직|례|문)|만(?:찬|료)|천(?:안|막|연)|십자|백(?:신|화|서)|억제"),
)
JAPANESE = Script(
    small=_tens(十=1, 百=2, 千=3),
    big=_tens(万=4, 萬=4, 億=8, 亿=8, 兆=12, 京=16),
    ones=_ones("〇一二三四五六七八九") | {"零": Decimal(0), "両": Decimal(2), "两": Decimal(2)},
    joins_over_space=False,
    stop=re.compile(r"京[都阪成王浜]|千[葉代]|百貨|万[博全引一]|十[分字]"),
)


def read_numeral(text: str, start: int, script: Script, *, words: bool = False) -> Numeral | None:
    """The numeral that begins at ``start``, or None. With ``words``, 삼십 and 三十 are read, else digits must lead."""
    total, section, current = Decimal(0), Decimal(0), None
    small_limit = big_limit = None
    position = end = start
    written: list[str] = []
    value: Decimal | None = None
    scaled = False
    coefficient: Decimal | None = None
    top_scale = ONE
    while True:
        here = position
        if value is not None and script.joins_over_space and scaled and current is None and text[here : here + 1] in (" ", "\xa0"):
            here += 1
            if not text[here : here + 1].isdecimal():
                break
        character = text[here : here + 1]
        if not character:
            break
        if character.isdecimal():
            match = DIGITS.match(text, here)
            if current is not None or match is None:
                break
            piece = number(match[0])
            limit = small_limit if small_limit is not None else big_limit
            if limit is not None and piece >= limit:
                break
            if len(match[0]) > MAX_DIGITS:
                if value is not None:
                    break
                return Numeral(match.end(), piece, significant(match[0]), scaled=False, coefficient=piece)
            written.append(match[0])
            current = piece
            position = match.end()
        elif words and character in script.ones:
            if current is not None:
                break
            piece = script.ones[character]
            limit = small_limit if small_limit is not None else big_limit
            if limit is not None and piece >= limit:
                break
            written.append(str(piece))
            current = piece
            position = here + 1
        elif character in script.small:
            scale = script.small[character]
            if (value is None and not words) or script.stop.match(text, here):
                break
            if (small_limit is not None and scale >= small_limit) or (current is None and here > position):
                break
            section = plus(section, times(current if current is not None else ONE, scale))
            written.append("" if current is not None else "1")
            current, small_limit, scaled = None, scale, True
            position = here + 1
        elif character in script.big:
            scale = script.big[character]
            if (value is None and not words) or script.stop.match(text, here):
                break
            amount = plus(section, current or Decimal(0))
            if value is None:
                amount = ONE
                written.append("1")
            if not amount or (big_limit is not None and scale >= big_limit):
                break
            total = plus(total, times(amount, scale))
            if top_scale == ONE:
                top_scale = scale
            section, current, small_limit, big_limit, scaled = Decimal(0), None, None, scale, True
            position = here + 1
        else:
            break
        coefficient = coefficient if coefficient is not None else (current if current is not None else ONE)
        value = plus(plus(total, section), current or Decimal(0))
        end = position
    if value is None or coefficient is None:
        return None
    digits = significant(written[0]) if len(written) == 1 else _significant_of(value, written)
    return Numeral(end, plain(value), digits, scaled, coefficient, top_scale)


def _significant_of(value: Decimal, written: list[str]) -> int:
    """3조2천 has 2 significant digits, 4.50만 has 3."""
    given = [piece for piece in written if piece]
    if len(given) == 1:
        return significant(given[0])
    return significant(str(plain(value)))
