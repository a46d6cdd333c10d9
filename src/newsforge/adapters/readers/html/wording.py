"""Strings as a page holds them made into strings as a reader sees them."""

from __future__ import annotations

import html
import re
import unicodedata

#: Characters nobody sees: zero-width, soft hyphen, bidirectional controls, tags, variation of the fillers. The
#: zero-width joiner stays between emoji and in scripts that need it (see ``_JOINER``).
_UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff"
    "\ufff0-\uffff\U0001bca0-\U0001bca3\U000e0000-\U000e0fff\ue000-\uf8ff"
)
_INVISIBLE = re.compile(f"[{_UNSEEN}]")
_JOINER = re.compile("(?<![\u0600-\u0dff\u1000-\u109f\u2190-\u2bff\ufe0f\U0001f000-\U0001faff])[\u200c\u200d]")
_CONTROLS = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
_CONTROL = re.compile(f"[{_CONTROLS}]")
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_SURROGATES = "\ud800-\udfff"
_SURROGATE = re.compile(f"[{_SURROGATES}]")
#: Whatever of these a text may hold; nearly none does.
_ODD = re.compile(f"[{_UNSEEN}{_CONTROLS}{_SURROGATES}\u200c\u200d]")
_BLANK = "\u2800"
_BREAK = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_TAG = re.compile(r"<[^<>]{0,2000}>")
_LETTERS = re.compile(r"[\W_]+")
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]{2,31});")


def visible(text: str) -> str:
    """NFC without characters that nobody sees; line breaks stay."""
    if _ODD.search(text):
        text = _SURROGATE.sub("\ufffd", text)
        text = _CONTROL.sub(" ", _JOINER.sub("", _INVISIBLE.sub("", text)))
    return unicodedata.normalize("NFC", text)


def line(text: str) -> str:
    """One line: visible characters, single spaces."""
    return " ".join(visible(text).replace(_BLANK, " ").split())


def label(text: str) -> str:
    """A title, a name or a site as metadata holds it: entities written twice and stray tags undone."""
    for _ in range(2):
        if not _ENTITY.search(text):
            break
        text = html.unescape(text)
    return line(_TAG.sub("", text) if "<" in text and ">" in text else text)


def lines(text: str) -> list[str]:
    """The non-empty lines, each as :func:`line` makes it."""
    return [clean for raw in _BREAK.split(text) if (clean := line(raw))]


def weight(text: str) -> int:
    """Length in Latin letters: one of Hangul, kana or Han says about as much as two."""
    return len(text) + len(_EAST_ASIAN.findall(text))


def folded(text: str) -> str:
    """Letters and digits only, for comparing two spellings of the same line."""
    return _LETTERS.sub("", unicodedata.normalize("NFKC", text).casefold())
