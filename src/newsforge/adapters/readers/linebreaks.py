"""Printed lines made into paragraphs again.

A printed line ends where the paper ends: between words or, in Korean, inside one. A line after which the next
word would still have fitted was ended on purpose.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from newsforge.adapters.readers.line_ends import Usage, are_between_words, spacing_model

#: Marks that begin a new item in press releases and reports.
ITEM = re.compile(
    r"(?:[□■◇◆○●◎◦▪▫▶▷►‣•·∙ㅇㆍ※☞✓✔*\-–—➊-➓①-⑳㉠-㉻㈀-㈜]|\d{1,2}[.)](?!\d)|[가-하][.)]|[ⅰ-ⅹⅠ-Ⅹ]\.?|\([0-9가-하a-z]\)|\[[^\]]{1,20}\]|<[^>]{1,30}>)\s"
)
#: The order of items that are marked by syllables, or by numbers.
_SYLLABLES = "가나다라마바사아자차카타파하"
_ORDERED = re.compile(r"(?P<number>\d{1,2})[.)](?!\d)\s|(?P<syllable>[가-하])[.)]\s")
_DASH = re.compile(r"(?P<mark>[-–—])\s")
_END = re.compile(r"[.!?。！？…:：][\"'”’」』)\]）]*$")
_HYPHEN = re.compile(r"(?<=[a-zà-ÿ])[-\u2010\u00ad]$")
_WORD = re.compile(r"\S+")
_FIGURE_UNIT = re.compile(r"[\d천백십만억조]$")
_POINT, _DECIMALS = re.compile(r"(?<!\d\. )(?<![\d.])\d{1,3}\.$"), re.compile(r"\d+(?![\d.])")
_HANGUL_END = re.compile(r"[가-힣]$")
_IDEOGRAPHIC = re.compile(r"[぀-ヿ㐀-鿿　-〿！-～]")
_OPENING, _CLOSING, _STRAIGHT = "([{“‘「『《〈", ",.!?%)]}”’」』〉》", "\"'"
#: Share of soft line ends with a space before them from which a document is taken to print its spaces there.
_PRINTS_SPACES = 0.12
#: So much of a paragraph's end tells how the next line is joined to it.
_TAIL = 120


#: A line that only signs the article is a paragraph, however narrow the column is.
_BYLINE = re.compile(r"(?:By|BY) [A-Z][\w.'’-]+(?: (?:and |AND )?[A-Z][\w.'’-]*,?){1,7}")
#: A long first line that ends in Hangul; a short second one of Hangul words, none of them a byline.
_TITLE_END = re.compile(r"^.{11,80}[가-힣]$")
_TITLE_REST = re.compile(r"(?!.*(?:기자|특파원|제공|보도자료))[가-힣][가-힣 ·…]{0,20}")
_TITLE_AND_BODY = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Print:
    """What the lines of a document have in common: how wide they are, and where the paper breaks them."""

    width: float
    prints_spaces: bool
    between_words: bool
    usage: Usage


def join_lines(lines: Sequence[str]) -> list[str]:
    """``lines`` as printed, a trailing space kept where the document has one; an empty line ends a paragraph."""
    how = _print_of(lines)
    items = _items(lines)
    paragraphs: list[_Paragraph] = []
    is_open = False
    for index, raw in enumerate(lines):
        line = raw.strip()
        if not line:
            is_open = False
            continue
        if is_open and index not in items:
            _join(paragraphs[-1], line, before=lines[index - 1], how=how)
        else:
            paragraphs.append(_Paragraph(line))
        following = lines[index + 1].strip() if index + 1 < len(lines) else ""
        signed = _BYLINE.fullmatch(line) or _BYLINE.fullmatch(following)
        is_open = (
            bool(following) and not signed and _is_soft(line, following, how.width, between_words=how.between_words)
        )
    return [paragraph.text for paragraph in paragraphs]


class _Paragraph:
    """Lines put together one by one. ``tail`` is as much of its end as a joint depends on."""

    def __init__(self, line: str) -> None:
        self._pieces = [line]
        self._quotes = {mark: _quotes(line, mark) for mark in _STRAIGHT}
        self.tail = line[-_TAIL:]

    @property
    def text(self) -> str:
        return "".join(self._pieces)

    def add(self, joint: str, line: str) -> None:
        self._pieces += (joint, line)
        for mark in _STRAIGHT:
            self._quotes[mark] += _quotes(line, mark)
        self.tail = f"{self.tail}{joint}{line}"[-_TAIL:]

    def drop_hyphen(self) -> None:
        self._pieces[-1], self.tail = self._pieces[-1][:-1], self.tail[:-1]

    def is_quoting(self, mark: str) -> bool:
        """Whether what this mark opened is still to be closed."""
        return self._quotes[mark] % 2 == 1


def _print_of(lines: Sequence[str]) -> _Print:
    width = _column_width(lines)
    pairs = [(line.strip(), following.strip()) for line, following in pairwise(lines)]
    ends = [pair for pair in pairs if all(pair) and "가" <= pair[1][0] <= "힣" and not _END.search(pair[0])]
    between_words = are_between_words(ends, width, _width)
    return _Print(
        width=width,
        prints_spaces=_prints_spaces(lines, width, between_words=between_words),
        between_words=between_words,
        usage=Usage(lines),
    )


def _items(lines: Sequence[str]) -> set[int]:
    """Where an item begins. The end of a sentence that comes first on its line, "다.", looks like the mark of one, and
    so does "27." of a date: those of an order count when what comes before them, or after the first, is marked too."""
    found: set[int] = set()
    orders = [_order(line.strip()) for line in lines]
    marked = set(filter(None, orders))
    dashes = Counter(match["mark"] for line in lines if (match := _DASH.match(line.strip())))
    for index, (line, order) in enumerate(zip(lines, orders, strict=True)):
        dash = _DASH.match(line.strip())
        if order:
            kind, number = order
            is_item = (kind, number - 1 if number > 1 else 2) in marked
        elif dash:
            is_item = dashes[dash["mark"]] > 1  # a single one stands in a sentence
        else:
            is_item = bool(ITEM.match(line.strip()))
        if is_item:
            found.add(index)
    return found


def _order(line: str) -> tuple[str, int] | None:
    match = _ORDERED.match(line)
    if match is None:
        return None
    if match["number"]:
        return "number", int(match["number"])
    return "syllable", _SYLLABLES.find(match["syllable"]) + 1


def with_whole_title(lines: Sequence[str]) -> list[str]:
    """A headline that the paper broke inside a word is one line again."""
    if len(lines) < _TITLE_AND_BODY or not _TITLE_END.search(lines[0]) or not _TITLE_REST.fullmatch(lines[1]):
        return list(lines)
    if _parts(lines[0][-1], lines[1][0]):
        return list(lines)
    return [lines[0] + lines[1], *lines[2:]]


def split_title(lines: Sequence[str], title_lines: Sequence[str]) -> tuple[list[str], Sequence[str]]:
    """The headline, in one line, and what is below it; no headline where ``lines`` do not begin with these."""
    first = next((index for index, line in enumerate(lines) if line.strip()), 0)
    last = first + len(title_lines)
    if not title_lines or [line.strip() for line in lines[first:last]] != list(title_lines):
        return [], lines
    title = _Paragraph(title_lines[0])
    how = _Print(width=0.0, prints_spaces=False, between_words=False, usage=Usage(lines))
    for before, line in pairwise(title_lines):
        _join(title, line, before=before, how=how)
    return [title.text], lines[last:]


def _is_soft(line: str, following: str, width: float, *, between_words: bool) -> bool:
    """Whether the paper, not the author, ended ``line``."""
    if following[0].islower() and (line[-1].isalpha() or _HYPHEN.search(line)) and not _HANGUL_END.search(line):
        return True  # a sentence of Latin letters goes on
    if width < 10:
        return False
    first = _WORD.search(following)
    assert first is not None
    # A Korean line may break inside a word, so what matters is whether two more syllables would have fitted.
    needed = _width(first.group()) + 0.3
    if _is_hangul_break(line, following) and not between_words:
        needed = min(needed, 2.3)
    room = width - _width(line)
    return needed > room - 0.04 * width if not _END.search(line) else needed > room + 0.02 * width


def _is_hangul_break(line: str, following: str) -> bool:
    return "가" <= following[0] <= "힣" and "가" <= line[-1] <= "힣"


def _join(paragraph: _Paragraph, line: str, *, before: str, how: _Print) -> None:
    if _HYPHEN.search(paragraph.tail) and line[0].islower():
        paragraph.drop_hyphen()
        paragraph.add("", line)
    elif before.endswith((" ", "\u00a0")):
        paragraph.add(" ", line)
    else:
        paragraph.add(_joint(paragraph, line, how), line)


def _joint(paragraph: _Paragraph, line: str, how: _Print) -> str:
    """What stands between them where the document prints no space at the line's end."""
    tail = paragraph.tail
    last, first = tail[-1], line[0]
    if last in _OPENING or first in _CLOSING or (_IDEOGRAPHIC.match(last) and _IDEOGRAPHIC.match(first)):
        return ""
    if last in _STRAIGHT and paragraph.is_quoting(last):
        return ""  # it opens what the next line says
    if first in _STRAIGHT:
        return "" if paragraph.is_quoting(first) else " "
    is_between = _END.search(tail) or (last.isascii() and last.isalpha() and first.isascii())
    if (how.prints_spaces and not is_between) or (not how.between_words and _is_in_figure(tail, line)):
        return ""
    if "가" <= first <= "힣" and ("가" <= last <= "힣" or last in "\"'”’)]"):
        return " " if _needs_space(tail, line, how) else ""
    return " "


def _is_in_figure(tail: str, line: str) -> bool:
    """A figure goes on, or its unit or particle follows: "2|루타", "41%|에", "2천|314명", "6.|9%"; not "11.|27." of a
    date."""
    first = line[0]
    if tail[-1].isdigit() and (first.isdigit() or "가" <= first <= "힣"):
        return True
    if first.isdigit():
        return bool(_FIGURE_UNIT.search(tail) or (_POINT.search(tail) and _DECIMALS.match(line)))
    units = "에로를을이가은는의와과" if tail[-1] == "%" else "년월일시분초명원개건%억만조천"
    return (tail[-1] == "%" or bool(_FIGURE_UNIT.search(tail))) and first in units


def _quotes(text: str, mark: str) -> int:
    """How many there are; apostrophes do not count."""
    return len(re.findall(rf"(?<![A-Za-z]){mark}|{mark}(?![A-Za-z])", text)) if mark in text else 0


def _needs_space(tail: str, line: str, how: _Print) -> bool:
    """After a closing quote a Korean sentence goes on with a particle or an ending, mostly unspaced."""
    last, first = tail[-1], line[0]
    if not "가" <= last <= "힣":
        return first not in "라고며은는이가을를의도와과로에"
    if how.between_words:
        return True
    parted = how.usage.find(tail.rsplit(maxsplit=1)[-1], line.split(maxsplit=1)[0])
    return _parts(last, first) if parted is None else parted


def _parts(last: str, first: str) -> bool:
    return bool(spacing_model().joins_with_space(last, first))


def _prints_spaces(lines: Sequence[str], width: float, *, between_words: bool) -> bool:
    soft = [
        line
        for line, following in pairwise(lines)
        if line.strip()
        and following.strip()
        and _is_soft(line.strip(), following.strip(), width, between_words=between_words)
    ]
    return bool(soft) and sum(line.endswith(" ") for line in soft) >= _PRINTS_SPACES * len(soft)


def _column_width(lines: Sequence[str]) -> float:
    """The width that long lines share. Lines that end a sentence prove nothing: each may be a paragraph. Of the
    others the widest tenth is passed over, as a single overlong line is no column."""
    widths = sorted(
        (_width(line.strip()) for line in lines if line.strip() and not _END.search(line.strip())), reverse=True
    )
    return widths[len(widths) // 10 + (len(widths) > 4)] if len(widths) > 1 else 0.0


@cache
def _character_width(character: str) -> float:
    """In ems, as common text faces have it."""
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if character in " .,:;'|!ilIjtfr()[]-‘’·":
        return 0.3
    if character.isupper() or character in "mw%@&—":
        return 0.72
    return 0.52


def _width(text: str) -> float:
    return sum(map(_character_width, text))
