"""How Korean text messages write what their charset (CP949) lacks."""

from __future__ import annotations

import unicodedata

from newsforge.engine.text.emoji import emoji_spans

#: Signs whose own decomposition would say nothing or something else.
KOREAN_MESSAGE: dict[str, str] = {
    "₩": "￦",
    "£": "￡",
    "¥": "￥",
    "¢": "￠",
    "–": "-",
    "—": "-",
    "−": "-",
    "‐": "-",
    "‑": "-",
    "•": "·",
    "‧": "·",
    "・": "·",
    "〜": "~",
    "«": "《",
    "»": "》",
    "‹": "〈",
    "›": "〉",
    "©": "(c)",
    "\u200b": "",
    "\u200d": "",
    "\u2060": "",
    "\ufe0f": "",
    "\ufeff": "",
}


def _fits(character: str) -> bool:
    try:
        return len(character.encode("cp949")) <= 2
    except UnicodeEncodeError:
        return False


def _written(character: str, mapping: dict[str, str]) -> str:
    if _fits(character):
        return character
    if character in mapping:
        return mapping[character]
    plain = unicodedata.normalize("NFKD", character)
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    return bare if bare and all(map(_fits, bare)) else character


def transliterate(text: str, mapping: dict[str, str]) -> str:
    """Write ``text`` with CP949's characters as far as that is possible without changing what it says.

    Emoji go: they are decoration here and would fail the whole message. Whatever else has no spelling stays as it is,
    for the measure to name.
    """
    text = unicodedata.normalize("NFC", text)
    try:
        text.encode("cp949")
    except UnicodeEncodeError:
        pass
    else:
        return text
    for start, end in reversed(emoji_spans(text)):
        if not all(map(_fits, text[start:end])):
            text = text[:start] + text[end:]
    return "".join(_written(character, mapping) for character in text)
