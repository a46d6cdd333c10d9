"""How large the letters of a PDF's first page are set: a headline in two lines is told from one with a deck by that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

#: A headline is set so much larger than the text below it.
_LARGER = 1.15
_SAME = 0.02
_MOST_LINES = 3
_LONGEST_TITLE = 110
#: Enough letters to know the size of the text.
_LETTERS = 4000


class TypeSizes:
    """The letters of a page in the order of its text, each with its size. Given to the PDF reader as a visitor."""

    def __init__(self) -> None:
        self._letters: list[tuple[str, float]] = []

    def visit(self, text: str, page: Sequence[float], line: Sequence[float], font: Any, size: float) -> None:  # noqa: ARG002 - the reader's signature
        if len(self._letters) < _LETTERS:
            drawn = abs(size * (line[3] or line[1]) * (page[3] or page[1]))
            self._letters.extend((letter, drawn) for letter in text if not letter.isspace())

    def title_lines(self, lines: Sequence[str]) -> list[str]:
        """The first ``lines`` that are of one size, larger than the text; none where they are too many for a title."""
        if not self._letters:
            return []
        text_size = Counter(size for _, size in self._letters).most_common(1)[0][0]
        found: list[str] = []
        start, title_size = 0, 0.0
        for line in filter(None, map(str.strip, lines)):
            size, start = self._size(line, start)
            title_size = title_size or size
            if size <= _LARGER * text_size or abs(size - title_size) > _SAME * title_size:
                break
            found.append(line)
        is_title = len(found) <= _MOST_LINES and sum(map(len, found)) <= _LONGEST_TITLE
        return found if is_title else []

    def _size(self, line: str, start: int) -> tuple[float, int]:
        """The one size of a line's letters and where they end; 0 where they are of several or stand elsewhere."""
        letters = "".join(line.split())
        drawn = self._letters[start : start + len(letters)]
        sizes = {round(size, 2) for _, size in drawn}
        is_here = "".join(letter for letter, _ in drawn) == letters
        return (drawn[0][1] if is_here and len(sizes) == 1 else 0.0), start + len(letters)
