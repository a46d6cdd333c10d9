"""What bytes are, whatever they are called."""

import pytest

from newsforge.kit.media import find_utf_16, sniff

KOREAN = "판교역 앞 도로가 통제됐다.\n시는 복구를 마칠 계획이다.\n"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"<!DOCTYPE html><html>", "html"),
        (b"\xef\xbb\xbf<html>", "html"),
        ("<html><p>가".encode("utf-16"), "html"),
        (b"\n\n<?xml version='1.0'?>\n<!-- a -->\n<html>", "html"),
        (b"<div class=a>b", "html"),
        (b"<?xml version='1.0'?><rss/>", "text"),
        (b"<3 that is love", "text"),
        (b"%PDF-1.4", "pdf"),
        (b"\n junk before %PDF-1.4", "pdf"),
        (b"<html>about %PDF-1.4</html>", "html"),
        (b"PK\x03\x04", "zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
        (KOREAN.encode(), "text"),
        (KOREAN.encode("cp949"), "text"),
        (KOREAN.encode("utf-16-le"), "text"),
        (KOREAN.encode("utf-16-be"), "text"),
        ("市は20日\n".encode("iso2022_jp"), "text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "binary"),
        (b"\x7fELF\x02\x01\x01\x00", "binary"),
        (bytes(range(1, 32)) * 9, "binary"),
    ],
)
def test_bytes_are_what_they_begin_with(data, kind):
    assert sniff(data) == kind


@pytest.mark.parametrize("size", range(2, 60))
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_found_however_it_is_cut(encoding, size):
    text = KOREAN * 200 + "가" * size + "🚲" * 2000
    assert find_utf_16(text.encode(encoding)) == encoding


@pytest.mark.parametrize("data", [KOREAN.encode(), KOREAN.encode("utf-16"), b"a\x00b\x01\x00\x00", bytes(50)])
def test_other_bytes_are_not_utf_16_without_a_mark(data):
    assert find_utf_16(data) is None
