"""Text as it is compared: look-alikes, invisible characters and typography taken out, places kept.

A claim may hide a change in full-width digits, zero-width characters or letters of another alphabet that look the
same; both sides are folded before anything is compared, and every place in the folded text leads back to the
original.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

#: Stays as it is (apart from case): ASCII, Hangul, Han, kana.
_PLAIN = r" -~가-힣ㄱ-ㆎ一-鿿ぁ-ゖァ-ヺー"
#: A backslash before a mark is Markdown's: it shows the mark as it is.
_ODD = re.compile(rf"[\s\S][\u0300-\u036f\u3099\u309a\uff9e\uff9f]+|[^{_PLAIN}]+|  +|\\(?=[!-/:-@\[-`{{-~])")
_INVISIBLE = re.compile(
    r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
#: Units whose compatibility form would read as another number (㎡); so would 1½ and other numbers that are no digits.
_KEPT = frozenset("㎡㎥㎢㎠㎤")
_MARKS = frozenset("“”„‟«»″〝〞〟‘’‚‛′´‹›ʼ")
_TYPOGRAPHY = str.maketrans(
    dict.fromkeys("‐‑‒–—―−﹣－", "-")
    | dict.fromkeys("～〜∼", "~")
    | dict.fromkeys("·ㆍ•‧∙・･", "·")
    | {"…": "...", "⁄": "/", "∶": ":"}
)
#: One for one, so that places in cased and in lower-cased text are the same.
_QUOTE_MARKS = str.maketrans(dict.fromkeys("“”„‟«»＂″〝〞〟", '"') | dict.fromkeys("‘’‚‛′´`＇‹›ʼ", "'"))
_LOOKALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТХУаеоіјрсухѕԁһӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧοαν",
    "ABESIJKMHOPCTXYaeoijpcyxsdhlABEZHIKMNOPTYXoav",
)
_LETTERS = {
    "ß": "ss",
    "ø": "o",
    "Ø": "O",
    "đ": "d",
    "Đ": "D",
    "ł": "l",
    "Ł": "L",
    "æ": "ae",
    "Æ": "AE",
    "œ": "oe",
    "ı": "i",
}
_MIXED = re.compile(
    r"[A-Za-z0-9\u0370-\u03ff\u0400-\u052f]*[\u0370-\u03ff\u0400-\u052f][A-Za-z0-9\u0370-\u03ff\u0400-\u052f]*"
)
_LATIN = re.compile(r"[A-Za-z0-9]")


@dataclass(frozen=True, slots=True)
class Folded:
    """``text`` is the folded form. ``marks`` are pairs of places (folded, original) from which both run in step."""

    text: str
    folded_marks: tuple[int, ...] = (0,)
    source_marks: tuple[int, ...] = (0,)
    source_length: int = 0

    def origin(self, place: int) -> int:
        """The place in the original text that a place in ``text`` comes from."""
        if place >= len(self.text):
            return self.source_length
        index = bisect_right(self.folded_marks, place) - 1
        end = self.source_marks[index + 1] if index + 1 < len(self.source_marks) else self.source_length
        return min(self.source_marks[index] + place - self.folded_marks[index], end)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original half-open range of a folded one."""
        if end <= start:
            return self.origin(start), self.origin(start)
        return self.origin(start), self._after(end - 1)

    def _after(self, place: int) -> int:
        """Behind the original character that the folded one at ``place`` comes from (½ gives three)."""
        index = bisect_right(self.folded_marks, place) - 1
        bound = self.source_marks[index + 1] if index + 1 < len(self.source_marks) else self.source_length
        return min(self.source_marks[index] + place - self.folded_marks[index] + 1, bound)


def fold(text: str, *, lower: bool = True) -> Folded:
    """NFKC (units such as ㎡ excepted), one kind of dashes, single spaces, nothing invisible.

    ``lower`` also makes it lower case and the quote marks plain: the form in which texts are compared.
    """
    text = _unmask(text)
    pieces: list[str] = []
    folded_marks: list[int] = [0]
    source_marks: list[int] = [0]
    length = 0
    last = 0

    def put(piece: str, source: int) -> None:
        nonlocal length
        folded_marks.append(length)
        source_marks.append(source)
        pieces.append(piece)
        length += len(piece)

    for match in _ODD.finditer(text):
        if match.start() > last:
            put(text[last : match.start()], last)
        _fold_run(match.group(), match.start(), put)
        last = match.end()
    if last < len(text):
        put(text[last:], last)
    cased = Folded("".join(pieces), tuple(folded_marks), tuple(source_marks), len(text))
    return in_lower_case(cased) if lower else cased


def in_lower_case(cased: Folded) -> Folded:
    """A text that was folded with its case in the form in which texts are compared, every place as it was."""
    return Folded(lowered(cased.text), cased.folded_marks, cased.source_marks, cased.source_length)


def folded(text: str) -> str:
    """The folded, lower-cased text alone."""
    return fold(text).text


def _fold_run(run: str, start: int, put: object) -> None:
    assert callable(put)
    if run.isspace():
        put(" ", start)
        return
    if run == "\\":
        put("", start)
        return
    if len(run) > 1 and unicodedata.combining(run[1]):
        put("".join(map(_bare, unicodedata.normalize("NFKC", run))), start)
        return
    for index, character in enumerate(run):
        if _INVISIBLE.match(character):
            piece = ""
        elif character.isspace():
            piece = " "
        elif character in _KEPT or character in _MARKS or unicodedata.category(character) == "No":
            piece = character
        else:
            piece = character.translate(_TYPOGRAPHY)
            if piece == character:
                piece = "".join(map(_bare, unicodedata.normalize("NFKC", character))).translate(_TYPOGRAPHY)
        put(piece, start + index)


def _bare(character: str) -> str:
    """A Latin letter without its accent: Dräger and Drager are one name, and old Korean sites cannot write ä."""
    if character in _LETTERS:
        return _LETTERS[character]
    plain = unicodedata.normalize("NFD", character)
    return plain[0] if len(plain) > 1 and plain[0].isascii() and plain[0].isalpha() else character


def lowered(text: str) -> str:
    """Lower case and plain quote marks, length kept, so that places stay the same."""
    text = text.translate(_QUOTE_MARKS)
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)


def _unmask(text: str) -> str:
    """Put Latin letters for their Cyrillic and Greek doubles in words that also have Latin letters."""
    if text.isascii():
        return text

    def replace(match: re.Match[str]) -> str:
        word = match.group()
        return word.translate(_LOOKALIKES) if _LATIN.search(word) else word

    return _MIXED.sub(replace, text)
