"""A sentence of dozens of figures: each has to be the article's, and it ends in good time."""

import time

from newsforge.engine.receipts import check_text
from newsforge.engine.receipts.amounts import is_gap
from newsforge.engine.receipts.claim import Claim
from newsforge.engine.receipts.evidence import Evidence
from newsforge.engine.receipts.tables import is_table
from tests.support.stories import make_article

ROW = ", ".join(f"{place}구역 {place * 7}명" for place in range(1, 111))
TABLE = make_article(f"구역별 접종자는 다음과 같다.\n{ROW}이다.\n다친 사람은 없다.", title="구역별 접종자")


def test_a_figure_that_the_table_does_not_have_is_stopped():
    started = time.process_time()
    (wrong,) = check_text(f"{ROW.replace(' 700명', ' 701명')}이다.", TABLE)
    (right,) = check_text(f"{', '.join(reversed(ROW.split(', ')))}이다.", TABLE)
    assert [problem.text for problem in wrong.problems] == ["701명"]
    assert right.status != "unsupported"
    assert time.process_time() - started < 20  # it took minutes when every figure was held against every pair


def test_a_sentence_with_a_few_figures_is_no_table():
    claim = Claim("1구역 7명, 2구역 14명, 3구역 21명이다.", Evidence.of(TABLE), "ko")
    assert not is_table(claim)


def test_two_figures_that_lie_so_far_apart():
    stated = Claim("환자는 6명에서 14명으로 늘었고, 병상은 30곳이다.", Evidence.of(TABLE), "ko").facts.figures
    gaps = Claim("8명, 24명, 9명, 16명", Evidence.of(TABLE), "ko").facts.figures
    assert [figure.text for figure in gaps if is_gap(figure, stated)] == ["8명"]
