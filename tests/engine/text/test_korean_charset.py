from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsforge.engine.text.counting import outside_cp949
from newsforge.engine.text.korean_charset import KOREAN_MESSAGE, transliterate


def test_signs_and_accents_are_written_with_what_there_is():
    text = transliterate("₩500–₩700, €3, café Müller • Łódź ½", KOREAN_MESSAGE)
    assert text == "￦500-￦700, €3, cafe Muller · Łodz ½"
    assert outside_cp949(text) == ()


def test_emoji_go_and_what_has_no_spelling_stays_to_be_named():
    assert transliterate("속보 🔥 👨‍👩‍👧 ❤️ 简体", KOREAN_MESSAGE) == "속보    简体"
    assert outside_cp949("简体 中") == ("简", "体")


def test_everything_in_the_table_fits():
    assert all(outside_cp949(written) == () for written in KOREAN_MESSAGE.values())
    assert all(outside_cp949(sign) == (sign,) for sign in KOREAN_MESSAGE)


@given(st.text())
def test_it_says_the_same_twice(text):
    once = transliterate(text, KOREAN_MESSAGE)
    assert transliterate(once, KOREAN_MESSAGE) == once


@given(st.text(alphabet="가나다 abc123,.“”‘’·…똠뷁"))
def test_korean_text_is_left_alone(text):
    assert transliterate(text, KOREAN_MESSAGE) == text
