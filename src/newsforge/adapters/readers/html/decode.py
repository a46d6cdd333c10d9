"""Bytes to text. What a page says about its encoding is a hint; what decodes to a language is the proof."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from newsforge.adapters.readers.errors import UnreadableEncoding

#: Labels that browsers read as another encoding than their name says (WHATWG Encoding Standard, section 4.2).
_AS_BROWSERS_READ = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "euc_kr": "cp949",
    "johab": "johab",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "big5": "big5hkscs",
    "hz": "gb18030",
}
_NOT_OF_PAGES = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "utf-7", "undefined"})
_LABEL_ALIASES = {
    "ks_c_5601-1987": "cp949",
    "ks_c_5601": "cp949",
    "x-windows-949": "cp949",
    "ms949": "cp949",
    "windows-31j": "cp932",
    "x-sjis": "cp932",
    "sjis": "cp932",
    "x-euc-jp": "euc_jp",
    "unicode": "utf-8",
    "utf8": "utf-8",
}
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: Files that are no page at all, by their first bytes.
_BINARY_SIGNATURES = (b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"\xd0\xcf\x11\xe0")
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.\-]{2,40})""", re.IGNORECASE)
_GUESSES = ("cp949", "cp932", "euc_jp", "gb18030", "big5hkscs", "cp1251", "cp1252")
_HEAD_BYTES = 8192
#: So much of a page is markup before any other letters come.
_MARKUP_BYTES = 64
_SAMPLE_BYTES = 400_000
#: Share of unreadable characters, among those beyond ASCII, up to which a page counts as merely damaged.
_DAMAGE = 0.02
#: The same, for pages whose every other reading is worse.
_LAST_RESORT_DAMAGE = 0.2
#: More than half of any Korean text, of which a misread one shows hardly any.
_FREQUENT_SYLLABLES = frozenset(
    "이다는의가에을하지고를은로기사한인대도정어서일자해시리제부보아나수구국장스전그들주연상"
)
_FREQUENT_HANZI = frozenset("的一是不在人有我他这這个個上们們来來到時时大地為为中你說说國国年和日月、，。")
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")


def decode(data: bytes, *, content_type: str | None = None) -> str:
    """Order of proof: byte order mark, valid UTF-8, a declared encoding that yields plausible text, the most
    plausible of the usual East Asian and Western ones. Raise :class:`UnreadableEncoding` when none does."""
    if data.startswith(_BINARY_SIGNATURES):
        raise UnreadableEncoding("The data is not a web page but a binary file.")
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _tidy(data[len(mark) :].decode(encoding, errors="replace"))
    wide = _find_wide(data)
    if wide:
        return _tidy(data.decode(wide, errors="replace"))
    if b"\x1b$" in data:
        text = data.decode("iso2022_jp_ext", errors="replace")
        if _plausibility(text, "iso2022_jp_ext") > 0:
            return _tidy(text)
    as_utf8 = data.decode("utf-8", errors="replace")
    if _damage(as_utf8) <= _DAMAGE:
        return _tidy(as_utf8)
    return _tidy(_decode_legacy(data, content_type))


def declared_encodings(data: bytes, content_type: str | None) -> Iterator[str]:
    """Python codec names that the HTTP header and the page's head name, in that order, unknown labels left out."""
    header = (content_type or "").encode("ascii", errors="ignore")
    for source in (header, data[:_HEAD_BYTES]):
        for match in _CHARSET.finditer(source):
            codec = _codec(match[1].decode("ascii").lower())
            if codec:
                yield codec


def _codec(label: str) -> str | None:
    label = _LABEL_ALIASES.get(label, label)
    try:
        name = codecs.lookup(label).name
        b"a".decode(name)  # codecs like "rot13" and "base64" are no character encodings
    except (LookupError, UnicodeError, ValueError):
        return None
    return None if name in _NOT_OF_PAGES else _AS_BROWSERS_READ.get(name, name)


def _find_wide(data: bytes) -> str | None:
    """UTF-16 without a mark: markup is ASCII, so every other byte of the head is zero."""
    head = data[:_MARKUP_BYTES]
    if len(head) < 16:
        return None
    if head[1::2].count(0) > len(head) * 0.4 and not head[::2].count(0):
        return "utf-16-le"
    if head[::2].count(0) > len(head) * 0.4 and not head[1::2].count(0):
        return "utf-16-be"
    return None


def _decode_legacy(data: bytes, content_type: str | None) -> str:
    sample = data[:_SAMPLE_BYTES]
    declared = dict.fromkeys(name for name in declared_encodings(data, content_type) if name != "utf-8")
    scores: dict[str, float] = {}
    for encoding in (*declared, *_GUESSES):
        if encoding not in scores:
            text = sample.decode(encoding, errors="replace")
            scores[encoding] = _plausibility(text, encoding) if _damage(text) <= _DAMAGE else -1.0
    for encoding in declared:
        if scores[encoding] >= 0.5:
            return data.decode(encoding, errors="replace")
    best = max(scores, key=lambda encoding: scores[encoding])
    if scores[best] > 0:
        return data.decode(best, errors="replace")
    for encoding in ("utf-8", *declared, *_GUESSES):
        text = data.decode(encoding, errors="replace")
        if _damage(text) <= _LAST_RESORT_DAMAGE and not _is_noise(text):
            return text
    raise UnreadableEncoding("The page is written in an encoding that could not be recognised.")


def _damage(text: str) -> float:
    if "\ufffd" not in text:
        return 0.0
    beyond = sum(1 for char in text if char > "\x7f")
    return text.count("\ufffd") / beyond if beyond else 0.0


def _is_noise(text: str) -> bool:
    return len(_CONTROL.findall(text)) > 0.02 * len(text)


def _plausibility(text: str, encoding: str) -> float:
    """0 to 1: how much of the text beyond ASCII is what a page in that encoding would be made of."""
    beyond = [char for char in text if char > "\x7f" and not char.isspace()]
    if not beyond:
        return 1.0
    total = len(beyond)
    if encoding in {"cp949", "johab"}:
        hangul = sum(1 for char in beyond if "가" <= char <= "힣")
        return min(1.0, 2.5 * sum(1 for char in beyond if char in _FREQUENT_SYLLABLES) / (hangul + 1)) * hangul / total
    if encoding in {"cp932", "euc_jp", "iso2022_jp_ext", "euc_jis_2004", "shift_jis_2004"}:
        kana = sum(1 for char in beyond if "ぁ" <= char <= "ヺ" or char in "ー、。")
        half_width = sum(1 for char in beyond if "｡" <= char <= "ﾟ")
        return min(1.0, 2.5 * (kana - half_width) / total)
    if encoding in {"gb18030", "big5hkscs", "big5"}:
        common = sum(
            1
            for char in beyond
            if char in "的一是不在人有我他这這个個上们們来來到时時大地为為中你说說国國年和日月、，。"
        )
        return min(1.0, 6 * common / total)
    if _CONTROL.search("".join(beyond)):
        return 0.0
    if encoding in {"cp1252", "cp1250", "cp1254", "cp1257", "iso8859-2", "iso8859-15"}:
        letters = sum(1 for char in beyond if char.isalpha() or char in "–—‘’“”…«»©®·•€£°§")
        runs = sum(map(len, re.findall(r"[^\x00-\x7f]{3,}", text)))
        return max(0.0, letters / total - 1.5 * runs / total) * 0.9
    if encoding == "cp1251":
        return 0.6 * sum(1 for char in beyond if "а" <= char <= "я") / total
    return 0.6 * sum(1 for char in beyond if char.isalpha()) / total


def _tidy(text: str) -> str:
    return text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")
