"""Sentences that say the opposite of the article, or the same in other words or fewer."""

from __future__ import annotations

from types import ModuleType

import pytest

from newsforge.engine.article import Article
from newsforge.engine.receipts import Evidence, Problem, Receipt, check_text
from tests.engine.receipts import held_out_cases, held_out_twins
from tests.engine.receipts import meaning_cases as cases

_EVIDENCE = {id(one): Evidence.of(one) for one in (cases.KOREAN, cases.ENGLISH, cases.JAPANESE)}


def receipts_of(article: Article, text: str) -> tuple[Receipt, ...]:
    return check_text(text, article, evidence=_EVIDENCE[id(article)])


def problems_of(article: Article, text: str) -> list[Problem]:
    return [problem for receipt in receipts_of(article, text) for problem in receipt.problems]


@pytest.mark.parametrize(("article", "text", "word"), cases.WRONG, ids=[case[1][:48] for case in cases.WRONG])
def test_what_turns_the_sense_is_stopped_and_named(article: Article, text: str, word: str) -> None:
    found = problems_of(article, text)
    assert any(word in problem.text for problem in found), found


_RIGHT = (*cases.RIGHT, *cases.TWINS)


@pytest.mark.parametrize(("article", "text"), _RIGHT, ids=[text[:48] for _, text in _RIGHT])
def test_what_keeps_the_sense_passes(article: Article, text: str) -> None:
    assert problems_of(article, text) == []


@pytest.mark.parametrize(("article", "text"), cases.CLOSE, ids=[text[:48] for _, text in cases.CLOSE])
def test_a_part_that_stands_by_itself_is_the_article_s_wording(article: Article, text: str) -> None:
    (receipt,) = receipts_of(article, text)
    assert (receipt.wording, receipt.unaligned) == ("close", ()), receipt


@pytest.mark.parametrize(("article", "text"), cases.CUT_TOO_SHORT, ids=[text[:48] for _, text in cases.CUT_TOO_SHORT])
def test_a_part_that_hangs_on_the_rest_is_left_to_a_reader(article: Article, text: str) -> None:
    (receipt,) = receipts_of(article, text)
    assert receipt.status == "unsupported" or receipt.needs_reading, receipt


def test_a_message_never_sets_a_figure_against_itself() -> None:
    for text in ("신청은 20대다.", "신청자 312명은 30대다.", "30대 87명이 신청했다.", "버스 30대가 신청했다."):
        for problem in problems_of(cases.KOREAN, text):
            assert problem.why.count(problem.text) < 2, problem


@pytest.mark.parametrize(("held_out", "most_missed", "most_stopped"), [(held_out_cases, 5, 0), (held_out_twins, 2, 1)])
def test_of_other_articles_nearly_all_is_told_right(held_out: ModuleType, most_missed: int, most_stopped: int) -> None:
    missed, alarms = [], []
    for article, wrong, right in held_out.CASES:
        evidence = Evidence.of(article)
        stopped = {
            text
            for text in (*wrong, *right)
            if any(receipt.problems for receipt in check_text(text, article, evidence=evidence))
        }
        missed += [text for text in wrong if text not in stopped]
        alarms += [text for text in right if text in stopped]
    assert len(missed) <= most_missed, missed
    assert len(alarms) <= most_stopped, alarms
