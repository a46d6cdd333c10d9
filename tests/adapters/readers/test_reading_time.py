"""Text that is made to keep patterns and parsers busy ends soon, one way or the other."""

from __future__ import annotations

import contextlib
import time

import pytest

from newsforge.adapters.readers.errors import NoArticle
from newsforge.adapters.readers.extract import MAX_CHARACTERS
from newsforge.adapters.readers.markdown import read_markdown
from newsforge.adapters.readers.text import read_text
from newsforge.kit.errors import NewsforgeError

UNITS = [
    "다", "다.", "다 ", "a@", "[가=", "“가", '"', "입력 2026\n", "2026-11-20 ", "**a", "_a", "[", "](", "<", "`a", "> ", "- ", "&#", "홍길동 기자 ", "a.b-c+", ".",
]  # fmt: skip


@pytest.mark.parametrize("read", [read_text, read_markdown])
@pytest.mark.parametrize("column", [MAX_CHARACTERS, 9000, 200])
@pytest.mark.parametrize("unit", UNITS)
def test_hostile_text_ends_soon(unit, column, read):
    text = (unit * MAX_CHARACTERS)[: MAX_CHARACTERS - 5000]
    text = "\n".join(text[i : i + column] for i in range(0, len(text), column))
    started = time.process_time()
    with contextlib.suppress(NewsforgeError):
        read(text)
    assert time.process_time() - started < 10


@pytest.mark.parametrize("text", ["다" * 60_000, "(" * 2000 + "가. 나."])
def test_data_is_no_article(text):
    with pytest.raises(NoArticle, match="data or code"):
        read_text(text)
