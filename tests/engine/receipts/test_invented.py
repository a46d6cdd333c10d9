"""What nobody did is stopped and named; a fact turned round too; right translations pass."""

from __future__ import annotations

import pytest

from newsforge.engine.article import Article
from newsforge.engine.receipts import Evidence, Receipt, check_text
from tests.engine.receipts import invented_cases as cases

_WRONG = (*cases.INVENTED, *cases.FLIPPED, *cases.STRANGERS)
_EVIDENCE = {id(one): Evidence.of(one) for one in (cases.ENGLISH, cases.KOREAN, cases.JAPANESE)}


def receipts_of(article: Article, text: str, language: str) -> tuple[Receipt, ...]:
    return check_text(text, article, language=language, evidence=_EVIDENCE[id(article)])


@pytest.mark.parametrize(("article", "text", "language", "word"), _WRONG, ids=[case[1][:48] for case in _WRONG])
def test_it_is_stopped_and_the_word_at_fault_is_named(article: Article, text: str, language: str, word: str) -> None:
    problems = [problem for receipt in receipts_of(article, text, language) for problem in receipt.problems]
    assert any(word in problem.text or word in problem.why for problem in problems), problems


@pytest.mark.parametrize(
    ("article", "text", "language"), cases.FAITHFUL, ids=[text[:48] for _, text, _ in cases.FAITHFUL]
)
def test_right_words_of_one_s_own_pass(article: Article, text: str, language: str) -> None:
    assert [problem for one in receipts_of(article, text, language) for problem in one.problems] == []
