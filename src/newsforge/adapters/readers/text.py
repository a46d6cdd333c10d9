"""Text as people paste it or save it."""

from __future__ import annotations

import re
from itertools import pairwise

from newsforge.adapters.readers.extract import Extract
from newsforge.adapters.readers.linebreaks import join_lines
from newsforge.adapters.readers.prose import Known, article_from
from newsforge.engine.article import Article

#: Mails and old terminals break lines at a fixed column; nobody breaks every paragraph at nearly the same length.
_WRAP_COLUMNS = range(60, 101)


def read_text(text: str, *, url: str | None = None) -> Article:
    """Raise :class:`newsforge.adapters.readers.errors.EmptySource` or ``TooShort``."""
    return article_from(Extract(lines=tuple(paragraphs(text))), Known(url=url))


def paragraphs(text: str) -> list[str]:
    """A line is a paragraph, unless the text is wrapped at a fixed column: then empty lines part them."""
    lines = re.split(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]", text)
    return join_lines(lines) if _is_wrapped(lines) else lines


def _is_wrapped(lines: list[str]) -> bool:
    inner = [len(line.rstrip()) for line, following in pairwise(lines) if line.strip() and following.strip()]
    if len(inner) < 4 or not any(not line.strip() for line in lines):
        return False
    longest = max(inner)
    near = sum(1 for length in inner if length >= longest - 18)
    return longest in _WRAP_COLUMNS and near >= 0.8 * len(inner)
