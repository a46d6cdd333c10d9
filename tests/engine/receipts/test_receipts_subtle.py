from __future__ import annotations

import pytest

from newsforge.engine.article import Article
from newsforge.engine.receipts import Evidence, check_text
from tests.engine.receipts import subtle_cases as cases

_EVIDENCE = {id(article): Evidence.of(article) for article, *_ in (*cases.FAITHFUL, *cases.WRONG)}


@pytest.mark.parametrize(("article", "text"), cases.FAITHFUL, ids=[text[:40] for _, text in cases.FAITHFUL])
def test_a_figure_under_its_own_label_and_a_question_left_open_pass(article: Article, text: str) -> None:
    found = check_text(text, article, evidence=_EVIDENCE[id(article)])
    assert [problem for receipt in found for problem in receipt.problems] == []


@pytest.mark.parametrize(("article", "text", "kinds"), cases.WRONG, ids=[text[:40] for _, text, _ in cases.WRONG])
def test_one_subtle_fault_is_stopped_and_named(article: Article, text: str, kinds: tuple[str, ...]) -> None:
    found = check_text(text, article, evidence=_EVIDENCE[id(article)])
    problems = [problem for receipt in found for problem in receipt.problems]
    assert {problem.kind for problem in problems} & set(kinds), problems
    for receipt in found:
        for problem in receipt.problems:
            assert receipt.sentence[problem.start : problem.end] == problem.text
