"""Addresses and handles, with the punctuation and particles of the sentence left out."""

import pytest

from newsforge.engine.facts.figures import figures
from newsforge.engine.facts.links import handles, urls


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://example.com/a?b=1#c 에서", ["https://example.com/a?b=1#c"]),
        ("(https://example.com/a).", ["https://example.com/a"]),
        ("https://en.wikipedia.org/wiki/Seoul_(city), and", ["https://en.wikipedia.org/wiki/Seoul_(city)"]),
        ("https://example.com에서 확인", ["https://example.com"]),
        ("www.digitalemc.com).", ["www.digitalemc.com"]),
        ("example.co.kr/news 참고", ["example.co.kr/news"]),
        ("See example.com.", ["example.com"]),
        ("bit.ly/3abc", ["bit.ly/3abc"]),
        ("press@example.co.kr로 제보", ["press@example.co.kr"]),
        ("the U.S. economy grew 3.5.", []),
        ("끝났다.그는 갔다", []),
        ("Node.js and e.g. this", []),
        ("3.com", ["3.com"]),
    ],
)
def test_addresses(text, expected):
    assert list(urls(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@newsforge 팔로우, @a_b.c!", ["@newsforge", "@a_b.c"]),
        ("press@example.com", []),
        ("@@x and a @ b", []),
        ("(@newsforge)", ["@newsforge"]),
        ("@newsforge를 보라", ["@newsforge"]),
    ],
)
def test_handles(text, expected):
    assert list(handles(text)) == expected


def test_digits_of_links_are_no_figures():
    assert figures("https://example.com/2024/3 과 @team7 과 a1@b2.com", "ko") == ()
