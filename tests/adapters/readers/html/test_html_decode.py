"""Bytes are read by what they are, not by what the page says they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsforge.adapters.readers.errors import UnreadableEncoding
from newsforge.adapters.readers.html import read_html
from newsforge.adapters.readers.html.decode import decode
from newsforge.kit.errors import NewsforgeError
from tests.adapters.readers.html import pages

KOREAN = " ".join(pages.KOREAN)
JAPANESE = " ".join(pages.JAPANESE)
CHINESE = (
    "市政府今天宣布，三座旧图书馆将在明年三月开始修缮，工程为期八个月。馆长说，不会丢弃一本书，也不会关闭所有的阅览室。"
)
GERMAN = "Die Bürgermeisterin sagte am Dienstag, dass die Brücke für 14 Millionen Euro größer gebaut werde – „schön“."
RUSSIAN = "Мэр города сказал вчера, что новый мост построят к осени будущего года."

LABELS = ("utf-8", "euc-kr", "shift_jis", "iso-8859-1", "no-such-charset", "rot13")


@pytest.mark.parametrize("declared", LABELS)
@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (KOREAN, "cp949"),
        (KOREAN, "utf-8"),
        (KOREAN, "utf-16"),
        (KOREAN, "utf-16-le"),
        (JAPANESE, "cp932"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "iso2022_jp"),
        (CHINESE, "gb18030"),
        (GERMAN, "cp1252"),
        (RUSSIAN, "cp1251"),
    ],
)
def test_a_wrong_declaration_changes_nothing(text: str, encoding: str, declared: str) -> None:
    page = f'<html><head><meta charset="{declared}"><title>x</title></head><body><p>{text}</p></body></html>'
    for header in (None, f"text/html; charset={declared}"):
        assert text in decode(page.encode(encoding), content_type=header)


def test_syllables_outside_the_old_korean_set_survive() -> None:
    text = "펲시 똠방각하 " + KOREAN
    assert text in decode(text.encode("cp949"), content_type="text/html; charset=euc-kr")


def test_one_broken_byte_does_not_change_the_encoding() -> None:
    data = KOREAN.encode() + b"\xff" + KOREAN.encode()
    assert decode(data, content_type="text/html; charset=euc-kr").count(KOREAN) == 2


def test_an_euc_kr_page_declared_as_utf8_is_read_whole() -> None:
    article = read_html(pages.nd_soft().replace("©", "ⓒ").encode("cp949"), content_type="text/html; charset=utf-8")
    assert article.text.split("\n") == list(pages.KOREAN)


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7 ...", b"\x89PNG\r\n\x1a\n", b"\x1f\x8b\x08\x00", bytes(range(128, 256)) * 40]
)
def test_what_is_no_text_is_refused_with_a_remedy(data: bytes) -> None:
    with pytest.raises(NewsforgeError) as refusal:
        read_html(data)
    assert refusal.value.code in {"unreadable_encoding", "no_article"}
    assert refusal.value.remedy


@given(
    st.binary(max_size=400), st.sampled_from([None, *(f"text/html; charset={label}" for label in LABELS), "charset="])
)
def test_decoding_gives_text_or_says_that_it_cannot(data: bytes, content_type: str | None) -> None:
    try:
        text = decode(data, content_type=content_type)
    except UnreadableEncoding:
        return
    assert "\x00" not in text
    assert "\r" not in text
    text.encode()


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00\r\x1b"), min_size=1, max_size=200))
def test_valid_utf8_is_never_read_as_anything_else(text: str) -> None:
    assert decode(f"<p>{text}</p>가나다".encode(), content_type="text/html; charset=euc-kr") == f"<p>{text}</p>가나다"
