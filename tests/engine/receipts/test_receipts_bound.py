"""A day, a number, a title stays with what the article gives it to; right twins pass."""

from __future__ import annotations

import re

import pytest

from newsforge.engine.receipts import check_text
from newsforge.engine.receipts.model import Problem
from tests.engine.receipts import bound_cases as cases
from tests.support.stories import make_article


def problems(article: str, language: str, text: str) -> list[Problem]:
    own = "ko" if re.search("[가-힣]", article) else "ja" if re.search("[ぁ-ん]", article) else "en"
    found = check_text(text, make_article(article, language=own), language=language)
    return [problem for receipt in found for problem in receipt.problems]


WRONG = (
    *cases.OTHER_DAY,
    *cases.OTHER_COUNT,
    *cases.OTHER_LIMIT,
    *cases.OTHER_TITLE,
    *cases.OTHER_SIDE,
    *cases.ABROAD_WRONG,
    *cases.OTHER_CASE,
    *cases.OTHER_VOICE,
    *cases.OTHER_TOLD,
)
RIGHT = (
    *cases.ITS_DAY,
    *cases.ITS_COUNT,
    *cases.ITS_LIMIT,
    *cases.ITS_TITLE,
    *cases.ITS_SIDE,
    *cases.ABROAD_RIGHT,
    *cases.ITS_CASE,
    *cases.ITS_VOICE,
    *cases.ITS_TOLD,
    *cases.ITS_CASE,
    *cases.ITS_VOICE,
)


@pytest.mark.parametrize(("article", "language", "text"), WRONG, ids=[text for *_, text in WRONG])
def test_what_is_bound_to_something_else_is_stopped(article: str, language: str, text: str) -> None:
    assert problems(article, language, text)


@pytest.mark.parametrize(("article", "language", "text"), RIGHT, ids=[text for *_, text in RIGHT])
def test_the_right_twin_passes(article: str, language: str, text: str) -> None:
    assert problems(article, language, text) == []
