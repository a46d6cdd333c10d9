"""How long a text is, in the units that platforms count in."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import lru_cache
from typing import Literal

import regex

from newsforge.engine.text.emoji import emoji_spans, holds_no_emoji
from newsforge.engine.text.links import links, outside

#: How a limit is counted. ``weighted`` is X's weighting, ``emoji_byte`` is Threads' (one a character, an emoji its
#: UTF-8 bytes), ``json_byte`` the UTF-8 bytes of the text as a JSON string without the quotes.
Unit = Literal["weighted", "grapheme", "code_point", "utf16", "utf8_byte", "cp949_byte", "json_byte", "emoji_byte"]

#: What any URL and any emoji weigh on X (twitter-text configuration v3).
WEIGHTED_URL = 23
WEIGHTED_EMOJI = 2

#: A post is measured, judged and shown in one go; a longer memory would only hold texts.
_REMEMBERED = 256
#: Beyond U+07FF only these weigh 1 on X; every other weighs 2.
_LIGHT = re.compile("[\\u0800-\\u10ff\\u2000-\\u200d\\u2010-\\u201f\\u2032-\\u2037]")
#: Every one of these is a grapheme by itself whatever stands beside it (CRLF apart, which is looked for).
_LONE = regex.compile(
    "[\\n\\x20-\\x7e\\xa0-\\xa8\\xaa-\\xac\\xaf-\\u02ff\\u2010-\\u2027\\u3000-\\u3029\\u3030-\\u3098\\u309b-\\u30ff"
    "\\u3400-\\u9fff\\uac00-\\ud7a3\\uff01-\\uff9d]*+"
)
_ASTRAL = re.compile("[\U00010000-\U0010ffff]+")
_GRAPHEME = regex.compile(r"\X")


@lru_cache(maxsize=_REMEMBERED)
def _weights(text: str) -> tuple[int, int]:
    """The documented and the strict weight."""
    text = unicodedata.normalize("NFC", text)
    taken = [(link.start, link.end) for link in links(text)]
    if holds_no_emoji(text):
        weight = _weight(text, taken, [])
        return weight, weight
    documented, strict = (
        _weight(text, taken, outside(emoji_spans(text, reference=reference), taken)) for reference in (False, True)
    )
    return documented, strict


def _weight(text: str, urls: list[tuple[int, int]], emoji: list[tuple[int, int]]) -> int:
    spans = [(start, end, WEIGHTED_URL) for start, end in urls]
    spans += [(start, end, WEIGHTED_EMOJI) for start, end in emoji]
    total, at = 0, 0
    for start, end, weight in sorted(spans):
        total += weight + _plain_weight(text[at:start])
        at = end
    return total + _plain_weight(text[at:])


def _plain_weight(text: str) -> int:
    """From the sizes of three encodings, which is ten times as fast as looking at each character.

    Characters of three and four UTF-8 bytes weigh 2; of these, :data:`_LIGHT` are the ones that weigh 1 all the same.
    """
    points = len(text)
    if text.isascii():
        return points
    one_byte = len(text.encode("ascii", "ignore"))
    four_bytes = len(text.encode("utf-16-le", "surrogatepass")) // 2 - points
    # points = n1 + n2 + n3 + n4 and bytes = n1 + 2 n2 + 3 n3 + 4 n4
    three_bytes = len(text.encode("utf-8", "surrogatepass")) - 2 * points + one_byte - 2 * four_bytes
    return points + three_bytes + four_bytes - len(_LIGHT.findall(text))


def _graphemes(text: str) -> int:
    match = _LONE.match(text)
    if match is not None and match.end() == len(text):
        return len(text)
    return len(_GRAPHEME.findall(text))


def _cp949_bytes(text: str) -> int:
    """Characters that CP949 lacks count 2 each, so that a live meter still moves; :func:`outside_cp949` names them."""
    try:
        return len(text.encode("cp949"))
    except UnicodeEncodeError:
        return sum(len(character.encode("cp949", "ignore")) or 2 for character in text)


def _emoji_bytes(text: str) -> int:
    return len(text) + sum(len(text[a:b].encode()) - (b - a) for a, b in emoji_spans(text))


def _json_bytes(text: str) -> int:
    return len(json.dumps(text, ensure_ascii=False).encode("utf-8", "surrogatepass")) - 2


def count(text: str, unit: Unit) -> int:
    """The length of ``text`` in ``unit``; only ``weighted`` puts it into NFC first, as X does."""
    match unit:
        case "weighted":
            return _weights(text)[0]
        case "grapheme":
            return _graphemes(text)
        case "code_point":
            return len(text)
        case "utf16":
            return len(text) + (0 if text.isascii() else sum(map(len, _ASTRAL.findall(text))))
        case "utf8_byte":
            return len(text.encode("utf-8", "surrogatepass"))
        case "cp949_byte":
            return _cp949_bytes(text)
        case "json_byte":
            return _json_bytes(text)
        case "emoji_byte":
            return _emoji_bytes(text)


def strict_weight(text: str) -> int:
    """X's weight as its frozen reference counts it: emoji sequences newer than Emoji 11 piece by piece.

    Never below ``count(text, "weighted")``, so what is generated stays below the limit by this one.
    """
    return _weights(text)[1]


def _outside(text: str, charset: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for character in dict.fromkeys(text):
        if not character.isascii():
            try:
                encoded = character.encode(charset)
            except UnicodeEncodeError:
                found[character] = None
                continue
            if len(encoded) > 2:
                found[character] = None
    return tuple(found)


def outside_cp949(text: str) -> tuple[str, ...]:
    """The characters that a Korean text message cannot carry, in order, each once."""
    return _outside(text, "cp949")


def outside_euc_kr(text: str) -> tuple[str, ...]:
    """The characters outside the two-byte EUC-KR: CP949 carries ``똠`` and ``뷁``, a strict gateway may not."""
    return _outside(text, "euc_kr")
