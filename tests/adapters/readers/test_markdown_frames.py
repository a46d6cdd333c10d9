"""What stands around and in a Markdown article and is none of its words: front matter of other kinds, notes, comments."""

from __future__ import annotations

import asyncio
import contextlib
import time
from datetime import datetime

import pytest

from newsforge.adapters.readers.markdown import read_markdown
from newsforge.adapters.readers.source import SourceReader
from newsforge.kit.errors import NewsforgeError
from newsforge.pipeline.ports import Source
from tests.adapters.readers.documents import BODY, PARAGRAPHS, TITLE

STORY = "\n\n".join(PARAGRAPHS)
FRONT = (
    f"---\ntitle: {TITLE}\nauthors:\n  - 홍길동\ndate: 2026-11-20T14:03:00+09:00\nlastmod: 2026-11-21T09:00:00+09:00\n"
    "cover: https://img.example.kr/1.jpg\n---\n\n"
)


def test_front_matter_tells_the_last_change_and_the_picture():
    article = read_markdown(FRONT + STORY)
    assert article.modified_at == datetime.fromisoformat("2026-11-21T09:00:00+09:00")
    assert article.lead_image == "https://img.example.kr/1.jpg"
    assert read_markdown(f"---\nimage: /a.jpg\n---\n\n{STORY}").lead_image is None


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_front_matter_with_lists_is_known_whatever_the_file_is_called(line_end):
    data = (FRONT + STORY).replace("\n", line_end).encode()
    article = asyncio.run(SourceReader().read(Source(kind="file", name="a.txt", data=data)))
    assert (article.title, article.authors, article.text) == (TITLE, ("홍길동",), BODY)


def test_front_matter_in_toml_is_read():
    article = read_markdown(
        f'+++\ntitle = "{TITLE}"\nauthors = ["홍길동"]\ndate = 2026-11-20T14:03:00+09:00\n+++\n\n{STORY}'
    )
    assert (article.title, article.authors, article.text) == (TITLE, ("홍길동",), BODY)
    assert article.published_at == datetime.fromisoformat("2026-11-20T14:03:00+09:00")


def test_notes_go_and_the_paragraph_that_refers_to_one_stays():
    first, *others = PARAGRAPHS
    text = "\n\n".join(
        [f"# {TITLE}", f"{first}[^1]", *others, "[^1]: 시가 낸 자료다. 믿을 만하다.\n    둘째 줄도 있다."]
    )
    article = read_markdown(text)
    assert (article.title, article.deck, article.text) == (TITLE, "", BODY)


def test_comments_are_not_read():
    article = read_markdown(f"# {TITLE}\n\n<!-- <p>나가기 전에 고칠 것. 120억원이 맞나?</p>\n -->\n\n{STORY}")
    assert article.text == BODY
    assert read_markdown(f"{STORY}\n\n끝나지 않은 <!-- 표시가 있다.").text.startswith(BODY)


def test_a_paragraph_that_does_not_end_in_a_full_stop_is_no_deck():
    first, *others = PARAGRAPHS
    text = f"{first} 시의회는 다음 달 이 계획을 다룬다. (자료: 가온시)"
    assert text in read_markdown("\n\n".join([f"# {TITLE}", text, *others])).text


@pytest.mark.parametrize("piece", ["<!--", "[^1]: a\n", "[^", "---\na: b\n", "+++\n"])
def test_marks_that_never_close_end_in_time(piece):
    start = time.process_time()
    with contextlib.suppress(NewsforgeError):
        read_markdown(STORY + "\n" + piece * 20_000)
    assert time.process_time() - start < 5
