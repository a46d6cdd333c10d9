"""Korean verbs whose endings run into their stems: 마시 gives 마신 and 마셨다, 들여오 gives 들여온 and 들여왔다."""

from __future__ import annotations

from newsforge.engine.text import syllables

#: Vowels by their place: ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅘ ㅙ ㅚ ㅛ ㅜ ㅝ ㅞ ㅟ ㅠ ㅡ ㅢ ㅣ.
_A, _AE, _EO, _E, _YEO, _O, _WA, _OE, _WAE, _U, _WEO, _EU, _I = 0, 1, 4, 5, 6, 8, 9, 11, 10, 13, 14, 18, 20
_PAST_VOWEL = {_I: _YEO, _O: _WA, _U: _WEO, _EU: _EO, _OE: _WAE}


def stem_of_modifier(word: str) -> str:
    """받은 to 받, 들여온 to 들여오, 운전한 to 운전하; empty where the word is no such form."""
    if len(word) > 1 and word.endswith("은"):
        last = syllables.parts(word[-2])
        return word[:-1] if last and last[2] else ""
    last = syllables.parts(word[-1]) if word else None
    if last is None or last[2] != syllables.N or len(word) < 2:
        return ""
    return word[:-1] + syllables.with_final(word[-1], 0)


def with_lost_l(stem: str) -> str:
    """만들, of which 만든 has lost its ㄹ; for a stem that never had one a form that nothing has."""
    last = syllables.parts(stem[-1])
    return stem[:-1] + syllables.with_final(stem[-1], syllables.L) if last and not last[2] else stem


def past_of(stem: str) -> str:
    """The stem with its past ending, as far as the ending is of one syllable with it: 받았, 들여왔, 운전했, 마셨."""
    last = syllables.parts(stem[-1])
    if last is None:
        return stem
    onset, vowel, final = last
    if stem.endswith("하"):
        return stem[:-1] + "했"
    before = syllables.parts(stem[-2]) if len(stem) > 1 else None
    if stem.endswith("르") and before and not before[2]:  # 저지르, 저질렀
        return stem[:-2] + syllables.with_final(stem[-2], syllables.L) + ("랐" if before[1] in {_A, _O} else "렀")
    if final:
        return stem + ("았" if vowel in {_A, _O} else "었")
    return stem[:-1] + syllables.syllable(onset, _PAST_VOWEL.get(vowel, vowel), syllables.SS)


def contracted(stem: str) -> tuple[str, ...]:
    """How a stem that ends in a vowel looks with the endings that run into it; the stem itself first."""
    last = syllables.parts(stem[-1]) if stem else None
    if last is None or last[2]:
        return (stem,)
    return (
        stem,
        *(stem[:-1] + syllables.with_final(stem[-1], final) for final in (syllables.N, syllables.L, syllables.B)),
        past_of(stem),
    )


def are_one_verb(one: str, other: str) -> bool:
    """빼돌린 and 빼돌려, in whatever order: a modifier and what is joined on, of one stem."""
    return _joins(one, other) or _joins(other, one)


def _joins(modifier: str, joined: str) -> bool:
    stem = stem_of_modifier(modifier)
    past = past_of(stem) if stem else ""
    return (
        bool(past)
        and syllables.final_of(past[-1]) == syllables.SS
        and past[:-1] + syllables.with_final(past[-1], 0) == joined
    )
