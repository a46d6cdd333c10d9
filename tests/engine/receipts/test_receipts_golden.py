from __future__ import annotations

import pytest

from newsforge.engine.article import Article
from newsforge.engine.receipts import Evidence, check_text
from tests.engine.receipts import receipt_cases as cases

_EVIDENCE = {id(article): Evidence.of(article) for article in (cases.KOREAN, cases.ENGLISH, cases.JAPANESE)}

FAITHFUL = [
    *((cases.KOREAN, "ko", text) for text in cases.FAITHFUL_KOREAN),
    *((cases.ENGLISH, "en", text) for text in cases.FAITHFUL_ENGLISH),
    *((cases.JAPANESE, "ja", text) for text in cases.FAITHFUL_JAPANESE),
    *cases.FAITHFUL_ABROAD,
]
WRONG = [
    *((cases.KOREAN, "ko", *case) for case in cases.WRONG_KOREAN),
    *((cases.ENGLISH, "en", *case) for case in cases.WRONG_ENGLISH),
    *((cases.JAPANESE, "ja", *case) for case in cases.WRONG_JAPANESE),
    *cases.WRONG_ABROAD,
]


@pytest.mark.parametrize(("article", "language", "text"), FAITHFUL, ids=lambda value: str(value)[:40])
def test_faithful_rewording_passes(article: Article, language: str, text: str) -> None:
    receipts = check_text(text, article, language=language, evidence=_EVIDENCE[id(article)])
    assert [problem for receipt in receipts for problem in receipt.problems] == []
    assert all(receipt.status in {"supported", "reformatted"} for receipt in receipts)


@pytest.mark.parametrize(("article", "language", "text", "kind", "fault"), WRONG, ids=lambda value: str(value)[:40])
def test_made_up_detail_is_named(article: Article, language: str, text: str, kind: str, fault: str) -> None:
    receipts = check_text(text, article, language=language, evidence=_EVIDENCE[id(article)])
    problems = [
        (receipt, problem)
        for receipt in receipts
        for problem in receipt.problems
        if problem.kind == kind and fault in problem.text
    ]
    assert problems, [problem for receipt in receipts for problem in receipt.problems]
    receipt, problem = problems[0]
    assert receipt.status == "unsupported"
    assert problem.why.endswith((".", "”"))
    assert receipt.sentence[problem.start : problem.end] == problem.text
