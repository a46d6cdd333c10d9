"""A Hangul syllable taken apart and put together: 한 is an initial, a vowel and a final consonant."""

from __future__ import annotations

_FIRST, _LAST, _INITIALS, _VOWELS, _FINALS = 0xAC00, 0xD7A3, 19, 21, 28
#: Final consonants by their place in Unicode's order; 0 is none.
N, L, B, SS = 4, 8, 17, 20


def parts(character: str) -> tuple[int, int, int] | None:
    """Places of initial (of 19), vowel (of 21) and final (of 28, 0 for none); None for what is no Hangul syllable."""
    code = ord(character) - _FIRST
    if not 0 <= code <= _LAST - _FIRST:
        return None
    return code // (_VOWELS * _FINALS), code // _FINALS % _VOWELS, code % _FINALS


def syllable(initial: int, vowel: int, final: int = 0) -> str:
    return chr(_FIRST + (initial * _VOWELS + vowel) * _FINALS + final)


def final_of(character: str) -> int:
    """The place of the final consonant; 0 where there is none, for other letters too."""
    code = ord(character) - _FIRST
    return code % _FINALS if 0 <= code <= _LAST - _FIRST else 0


def with_final(character: str, final: int) -> str:
    """The same syllable with another final consonant: 입 with ``N`` is 인. Other letters stay as they are."""
    found = parts(character)
    return syllable(found[0], found[1], final) if found else character


def beginning_with(initial: int) -> str:
    """A regular expression's class of the syllables with that initial."""
    return f"[{syllable(initial, 0)}-{syllable(initial, _VOWELS - 1, _FINALS - 1)}]"


def ending_with(final: int) -> str:
    """A regular expression's class of the syllables with that final."""
    return (
        "[" + "".join(syllable(initial, vowel, final) for initial in range(_INITIALS) for vowel in range(_VOWELS)) + "]"
    )
