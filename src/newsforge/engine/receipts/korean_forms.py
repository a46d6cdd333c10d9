"""Korean verbs whose endings run into their stems: 마시 gives 마신 and 마셨다, 들여오 gives 들여온 and 들여왔다."""

from __future__ import annotations

_FIRST, _LAST, _VOWELS, _FINALS = 0xAC00, 0xD7A3, 21, 28
_N, _L, _B, _SS = 4, 8, 17, 20
#: Vowels by their place: ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅘ ㅙ ㅚ ㅛ ㅜ ㅝ ㅞ ㅟ ㅠ ㅡ ㅢ ㅣ.
_A, _AE, _EO, _E, _YEO, _O, _WA, _OE, _WAE, _U, _WEO, _EU, _I = 0, 1, 4, 5, 6, 8, 9, 11, 10, 13, 14, 18, 20
_PAST_VOWEL = {_I: _YEO, _O: _WA, _U: _WEO, _EU: _EO, _OE: _WAE}


def _parts(syllable: str) -> tuple[int, int, int] | None:
    code = ord(syllable)
    if not _FIRST <= code <= _LAST:
        return None
    code -= _FIRST
    return code // (_VOWELS * _FINALS), code // _FINALS % _VOWELS, code % _FINALS


def _syllable(onset: int, vowel: int, final: int) -> str:
    return chr(_FIRST + (onset * _VOWELS + vowel) * _FINALS + final)


def stem_of_modifier(word: str) -> str:
    """받은 to 받, 들여온 to 들여오, 운전한 to 운전하; empty where the word is no such form."""
    if len(word) > 1 and word.endswith("은"):
        last = _parts(word[-2])
        return word[:-1] if last and last[2] else ""
    last = _parts(word[-1]) if word else None
    if last is None or last[2] != _N or len(word) < 2:
        return ""
    return word[:-1] + _syllable(last[0], last[1], 0)


def with_lost_l(stem: str) -> str:
    """만들, of which 만든 has lost its ㄹ; for a stem that never had one a form that nothing has."""
    last = _parts(stem[-1])
    return stem[:-1] + _syllable(last[0], last[1], _L) if last and not last[2] else stem


def past_of(stem: str) -> str:
    """The stem with its past ending, as far as the ending is of one syllable with it: 받았, 들여왔, 운전했, 마셨."""
    last = _parts(stem[-1])
    if last is None:
        return stem
    onset, vowel, final = last
    if stem.endswith("하"):
        return stem[:-1] + "했"
    before = _parts(stem[-2]) if len(stem) > 1 else None
    if stem.endswith("르") and before and not before[2]:  # 저지르, 저질렀
        return stem[:-2] + _syllable(before[0], before[1], _L) + ("랐" if before[1] in {_A, _O} else "렀")
    if final:
        return stem + ("았" if vowel in {_A, _O} else "었")
    return stem[:-1] + _syllable(onset, _PAST_VOWEL.get(vowel, vowel), _SS)


def contracted(stem: str) -> tuple[str, ...]:
    """How a stem that ends in a vowel looks with the endings that run into it; the stem itself first."""
    last = _parts(stem[-1]) if stem else None
    if last is None or last[2]:
        return (stem,)
    onset, vowel, _ = last
    return (stem, *(stem[:-1] + _syllable(onset, vowel, final) for final in (_N, _L, _B)), past_of(stem))
