"""Printed lines made into paragraphs again.

A printed line ends where the paper ends: between words or, in Korean, inside one. A line after which the next
word would still have fitted was ended on purpose.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Any

#: Marks that begin a new item in press releases and reports.
ITEM = re.compile(
    r"(?:[□■◇◆○●◎◦▪▫▶▷►‣•·∙ㅇㆍ※☞✓✔*\-–—➊-➓①-⑳㉠-㉻㈀-㈜]|\d{1,2}[.)](?!\d)|[가-하][.)]|[ⅰ-ⅹⅠ-Ⅹ]\.?|\([0-9가-하a-z]\)|\[[^\]]{1,20}\]|<[^>]{1,30}>)\s"
)
_END = re.compile(r"[.!?。！？…:：][\"'”’」』)\]）]*$")
_HYPHEN = re.compile(r"(?<=[a-zà-ÿ])[-\u2010\u00ad]$")
_WORD = re.compile(r"\S+")
_FIGURE_UNIT = re.compile(r"[\d천백십만억조]$")
_HANGUL_END = re.compile(r"[가-힣]$")
_IDEOGRAPHIC = re.compile(r"[぀-ヿ㐀-鿿　-〿！-～]")
#: Share of soft line ends with a space before them from which a document is taken to print its spaces there.
_PRINTS_SPACES = 0.2


#: A line that only signs the article is a paragraph, however narrow the column is.
_BYLINE = re.compile(r"(?:By|BY) [A-Z][\w.'’-]+(?: (?:and |AND )?[A-Z][\w.'’-]*,?){1,7}")
#: A long first line that ends in Hangul; a short second one of Hangul words, none of them a byline.
_TITLE_END = re.compile(r"^.{11,80}[가-힣]$")
_TITLE_REST = re.compile(r"(?!.*(?:기자|특파원|제공|보도자료))[가-힣][가-힣 ·…]{0,20}")
_TITLE_AND_BODY = 3


def join_lines(lines: Sequence[str]) -> list[str]:
    """``lines`` as printed, a trailing space kept where the document has one; an empty line ends a paragraph."""
    width = _column_width(lines)
    prints_spaces = _prints_spaces(lines, width)
    paragraphs: list[str] = []
    is_open = False
    for index, raw in enumerate(lines):
        line = raw.strip()
        if not line:
            is_open = False
            continue
        if is_open and not ITEM.match(line):
            paragraphs[-1] = _join(paragraphs[-1], line, before=lines[index - 1], prints_spaces=prints_spaces)
        else:
            paragraphs.append(line)
        following = lines[index + 1].strip() if index + 1 < len(lines) else ""
        signed = _BYLINE.fullmatch(line) or _BYLINE.fullmatch(following)
        is_open = bool(following) and not signed and _is_soft(line, following, width)
    return paragraphs


def with_whole_title(lines: Sequence[str]) -> list[str]:
    """A headline that the paper broke inside a word is one line again."""
    if len(lines) < _TITLE_AND_BODY or not _TITLE_END.search(lines[0]) or not _TITLE_REST.fullmatch(lines[1]):
        return list(lines)
    if _needs_space(lines[0][-1], lines[1][0]):
        return list(lines)
    return [lines[0] + lines[1], *lines[2:]]


def join_title(lines: Sequence[str], title_lines: Sequence[str]) -> list[str]:
    """``lines`` with those first ones, known to be the headline's, in one."""
    if not title_lines or [line.strip() for line in lines[: len(title_lines)]] != list(title_lines):
        return list(lines)
    title = title_lines[0]
    for before, line in pairwise(title_lines):
        title = _join(title, line, before=before, prints_spaces=False)
    return [title, *lines[len(title_lines) :]]


def _is_soft(line: str, following: str, width: float) -> bool:
    """Whether the paper, not the author, ended ``line``."""
    if following[0].islower() and (line[-1].isalpha() or _HYPHEN.search(line)) and not _HANGUL_END.search(line):
        return True  # a sentence of Latin letters goes on
    if width < 10:
        return False
    first = _WORD.search(following)
    assert first is not None
    # A Korean line may break inside a word, so what matters is whether two more syllables would have fitted.
    needed = _width(first.group()) + 0.3
    if _is_hangul_break(line, following):
        needed = min(needed, 2.3)
    room = width - _width(line)
    return needed > room - 0.04 * width if not _END.search(line) else needed > room + 0.02 * width


def _is_hangul_break(line: str, following: str) -> bool:
    return "가" <= following[0] <= "힣" and "가" <= line[-1] <= "힣"


def _join(paragraph: str, line: str, *, before: str, prints_spaces: bool) -> str:
    if _HYPHEN.search(paragraph) and line[0].islower():
        return _HYPHEN.sub("", paragraph) + line
    if before.endswith((" ", "\u00a0")):
        return f"{paragraph} {line}"
    last, first = paragraph[-1], line[0]
    if _IDEOGRAPHIC.match(last) and _IDEOGRAPHIC.match(first):
        return paragraph + line
    if _FIGURE_UNIT.search(paragraph) and (first.isdigit() or first in "년월일시분초명원개건%억만조천"):
        return paragraph + line
    if first in ",.!?%)]}”’」』〉》":
        return paragraph + line
    if "가" <= first <= "힣" and ("가" <= last <= "힣" or last in "\"'”’)]"):
        return paragraph + line if prints_spaces or not _needs_space(last, first) else f"{paragraph} {line}"
    return f"{paragraph} {line}"


def _needs_space(last: str, first: str) -> bool:
    """After a closing quote a Korean sentence goes on with a particle or an ending, mostly unspaced."""
    if not "가" <= last <= "힣":
        return first not in "라고며은는이가을를의도와과로에"
    return bool(_spacing_model().joins_with_space(last, first))


@cache
def _spacing_model() -> Any:
    """Syllable statistics at line ends, from dochan's PDF reader."""
    from dochan.pdf.spacing import load_model

    return load_model()


def _prints_spaces(lines: Sequence[str], width: float) -> bool:
    soft = [
        line
        for line, following in pairwise(lines)
        if line.strip() and following.strip() and _is_soft(line.strip(), following.strip(), width)
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
