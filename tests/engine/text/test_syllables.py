"""Hangul syllables, against Unicode's own decomposition."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from newsforge.engine.text import syllables

hangul = st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3)


@given(hangul)
def test_parts_are_those_of_unicode(character: str) -> None:
    jamo = [ord(letter) for letter in unicodedata.normalize("NFD", character)]
    initial, vowel, final = syllables.parts(character) or (-1, -1, -1)
    assert [initial + 0x1100, vowel + 0x1161, *([final + 0x11A7] if final else [])] == jamo
    assert syllables.syllable(initial, vowel, final) == character
    assert syllables.final_of(character) == final


@given(hangul, hangul)
def test_classes_hold_the_syllables_that_share_a_part(one: str, other: str) -> None:
    mine, theirs = syllables.parts(one), syllables.parts(other)
    assert mine
    assert theirs
    assert bool(re.fullmatch(syllables.beginning_with(mine[0]), other)) == (mine[0] == theirs[0])
    assert bool(re.fullmatch(syllables.ending_with(mine[2]), other)) == (mine[2] == theirs[2])


@given(st.characters().filter(lambda letter: not "가" <= letter <= "힣"))
def test_other_letters_have_no_parts(letter: str) -> None:
    assert syllables.parts(letter) is None
    assert syllables.final_of(letter) == 0
    assert syllables.with_final(letter, syllables.N) == letter


def test_another_final_consonant() -> None:
    assert [syllables.with_final(letter, syllables.N) for letter in "입하간"] == ["인", "한", "간"]
    assert syllables.with_final("인", 0) == "이"
