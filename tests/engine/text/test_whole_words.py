"""Whole words are found as a pattern with word borders finds them."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from newsforge.engine.receipts.letters import Letters
from newsforge.engine.text.whole_words import holds_word, word_places

LETTERS = st.text(alphabet="aAb_1 .’-강é", max_size=30)
WORDS = st.from_regex(r"[aAb1강é](?:[aAb1 ’_-]{0,2}[aAb1강é])?", fullmatch=True)


@given(LETTERS, WORDS)
def test_whole_words_stand_where_a_pattern_finds_them(text: str, word: str) -> None:
    places = [match.start() for match in re.finditer(rf"\b{re.escape(word)}\b", text)]
    assert list(word_places(text, word)) == places
    assert holds_word(text, word) == bool(places)


@given(LETTERS, WORDS)
def test_letters_are_found_however_they_are_spaced_and_cased(text: str, word: str) -> None:
    loose = re.search(r"[\W_]*".join(re.findall(r"[^\W_]", word)), text, re.IGNORECASE)
    assert Letters(text).find(word) == (loose.span() if loose else None)


def test_letters_whose_small_form_is_two_keep_their_places() -> None:
    assert Letters("İİ 온별-시").find("온별시") == (3, 7)
    assert Letters("온별시").find("…") is None
