"""What the article has in the place of a detail that it does not support, as a text that can stand there."""

from __future__ import annotations

from collections import Counter

import pytest

from newsforge.engine.article import Article
from newsforge.engine.receipts import Evidence, Problem, check_text
from tests.corpus.loader import by_slug, claims
from tests.engine.receipts import invented_cases, receipt_cases

KOREAN, ENGLISH, JAPANESE = receipt_cases.KOREAN, receipt_cases.ENGLISH, receipt_cases.JAPANESE

MENDED = (
    (KOREAN, "기본요금은 1,500원에서 1,900원으로 오른다.", "1,900원", "1,800원"),
    (KOREAN, "기본요금은 1,900원으로 오른다.", "1,900원", "1,800원"),
    (KOREAN, "기본요금은 1,400원에서 1,800원으로 오른다.", "1,400원", "1,500원"),
    (KOREAN, "운송 적자는 3조2천억달러에 달했다.", "3조2천억달러", "3조2천억원"),
    (KOREAN, "7번 노선은 다음 달 5일 재개된다.", "다음 달 5일", "다음 달 3일"),
    (KOREAN, "요금이 오르는 것은 2018년 8월 이후 6년 만이다.", "2018년 8월", "2019년 8월"),
    (KOREAN, '시민단체 "함께걷는길"은 찬성 성명을 냈다.', "찬성", "반대"),
    (KOREAN, "시의회는 지난 14일 인상안을 찬성 9표, 반대 21표로 가결했다.", "9표", "21표"),
    (ENGLISH, "Councillors voted 35 to 12 in favour of the scheme on Tuesday.", "35", "34"),
    (ENGLISH, "Residents of Mill Lane, where water reached 1.9 metres, will be protected.", "1.9 metres", "1.8 metres"),
    (ENGLISH, "Council leader Clara Marsh spoke.", "Clara Marsh", "Helen Marsh"),
    (
        ENGLISH,
        '"We must not let this happen again," said council leader Helen Marsh.',
        "We must not let this happen again,",
        "We cannot let this happen again,",
    ),
    (
        ENGLISH,
        "The number of flood warnings rose from 61 in 2023 to 38 last year.",
        "rose",
        "fell",
    ),
    (ENGLISH, "The number of flood warnings fell to 35 last year.", "35", "38"),
    (JAPANESE, "病床は350床から430床に増える。", "430", "420"),
    (JAPANESE, "病床は430床に増える。", "430", "420"),
    (JAPANESE, "昨年度の患者数は前年度より5.2%増加し、8万4千人だった。", "増加", "減少"),
)


def problems_of(article: Article, text: str) -> list[Problem]:
    return [one for receipt in check_text(text, article) for one in receipt.problems]


@pytest.mark.parametrize(("article", "text", "wrong", "instead"), MENDED, ids=[one[1][:40] for one in MENDED])
def test_it_is_the_article_s_own_form(article: Article, text: str, wrong: str, instead: str | None) -> None:
    found = {problem.text: problem.instead for problem in problems_of(article, text)}
    assert found.get(wrong, "not named") == instead, found


def test_another_language_is_not_mended_with_the_article_s_letters() -> None:
    found = check_text("The base fare rises from 1,500 won to 1,900 won.", KOREAN, language="en")
    assert [problem.instead for problem in found[0].problems] == [None]


@pytest.mark.slow
def test_put_in_its_place_it_removes_the_problem() -> None:
    """Of every wrong sentence that the tests know; a few mends bring up what was hidden behind the first problem."""
    tried: Counter[str] = Counter()
    left: list[tuple[str, str]] = []
    evidence_of = {one.slug: Evidence.of(by_slug()[one.slug].article()) for one in claims()}
    corpus = [(evidence_of[one.slug], one.claim, one.language) for one in claims() if not one.faithful]
    invented = [
        (Evidence.of(article), text, language)
        for article, text, language, _ in (*invented_cases.FLIPPED, *invented_cases.HELD_OUT_WRONG)
    ]
    for evidence, text, language in (*corpus, *invented):
        for receipt in check_text(text, evidence.article, language=language, evidence=evidence):
            for problem in receipt.problems:
                if problem.instead is None:
                    continue
                tried[problem.kind] += 1
                place = receipt.start + problem.start
                end = receipt.start + problem.end
                assert text[place:end] == problem.text
                mended = text[:place] + problem.instead + text[end:]
                again = check_text(mended, evidence.article, language=language, evidence=evidence)
                if any(
                    other.kind == problem.kind and one.start + other.start == place
                    for one in again
                    for other in one.problems
                ):
                    left.append((text, mended))
    assert tried.total() > 200
    assert len(left) <= 0.03 * tried.total(), left
