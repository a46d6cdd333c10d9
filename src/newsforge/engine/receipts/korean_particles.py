"""A Korean noun and the particle behind it, where the noun's last letter lets it have that one."""

from __future__ import annotations

import re

from newsforge.engine.text import syllables

_NOUN = re.compile(
    r"^(?P<noun>.*?[가-힣A-Za-z0-9])(?P<role>께서는|께서|에서는|에게는|에는|에도|로는|까지는|부터는|에게서|에게|에서|으로|까지|부터|이|가|은|는|을|를|의|에|와|과|도|로)$"
)
_BEHIND_CONSONANT = frozenset({"이", "은", "을", "과", "으로"})
_BEHIND_VOWEL = frozenset({"가", "는", "를", "와"})


def split(word: str) -> re.Match[str] | None:
    """Groups ``noun`` and ``role``; None where there is no particle: 소설가, 아이."""
    match = _NOUN.match(word)
    if match is None:
        return None
    last = syllables.parts(match["noun"][-1])
    if last is None:
        return match
    wrong = _BEHIND_VOWEL if last[2] else _BEHIND_CONSONANT
    return None if match["role"] in wrong else match
