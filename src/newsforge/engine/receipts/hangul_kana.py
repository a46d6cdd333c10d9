"""Japanese names as Korean papers write them: 니시다 가즈히코 for 西田和彦, read back to Latin letters."""

from __future__ import annotations

from functools import lru_cache

from newsforge.engine.text import syllables

#: By the place of the initial: how it may have sounded. What opens a word is written soft (가 for カ, 다 for タ).
_ONSETS = ("g k", "k", "n", "d t", "t", "r", "m", "b", "p", "s", "ts", "", "j", "j", "ch", "k", "t", "p", "h")
_VOWELS = {
    0: "a",
    1: "e",
    2: "ya",
    4: "o",
    5: "e",
    6: "yo",
    8: "o",
    9: "wa",
    12: "yo",
    13: "u",
    17: "yu",
    18: "u",
    20: "i",
}
_N, _S, _M = 4, 19, 16
#: Consonants before these vowels are written in their own ways.
_WRITTEN = {
    ("s", "i"): "shi", ("s", "ya"): "sha", ("s", "yo"): "sho", ("s", "yu"): "shu", ("ts", "u"): "tsu", ("h", "u"): "fu",
    ("j", "u"): "zu", ("j", "a"): "za", ("j", "o"): "zo", ("j", "e"): "ze", ("j", "ya"): "ja", ("j", "yo"): "jo",
    ("j", "yu"): "ju", ("t", "u"): "tsu", ("d", "u"): "zu",
}  # fmt: skip
_J = 12
_MOST = 8


@lru_cache(maxsize=1_000)
def readings(hangul: str) -> tuple[str, ...]:
    """Latin spellings of what the Hangul may have been in kana; empty for what is no such name."""
    found = [""]
    for place, character in enumerate(hangul):
        taken = syllables.parts(character)
        if taken is None or taken[1] not in _VOWELS or taken[2] not in {0, _N, _S, _M}:
            return ()
        onset, vowel, final = taken
        consonants = _ONSETS[onset].split() or [""]
        if not place and onset == _J:
            consonants = ["j", "ch"]  # 지바 for 千葉
        vowels = _VOWELS[vowel]
        heard = [
            _WRITTEN.get((one, vowels), _jotted(one, vowels)) + ("n" if final in {_N, _M} else "") for one in consonants
        ]
        found = [before + one for before in found for one in heard][:_MOST]
    return tuple(found)


def _jotted(consonant: str, vowel: str) -> str:
    """Cho of ch and yo."""
    return consonant + (vowel[1:] if consonant == "ch" and vowel[0] == "y" else vowel)
