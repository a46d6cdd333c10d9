from __future__ import annotations

import pytest

from newsforge.engine.article import Article
from newsforge.engine.post import Post
from newsforge.engine.receipts import Evidence, check_text, receipts
from tests.engine.receipts import receipt_cases
from tests.engine.receipts import role_cases as cases

_EVIDENCE = {id(article): Evidence.of(article) for article, *_ in (*cases.FAITHFUL, *cases.WRONG)}


@pytest.mark.parametrize(("article", "text"), cases.FAITHFUL, ids=[text[:40] for _, text in cases.FAITHFUL])
def test_faithful_rewording_passes(article: Article, text: str) -> None:
    found = check_text(text, article, evidence=_EVIDENCE[id(article)])
    assert [problem for receipt in found for problem in receipt.problems] == []


@pytest.mark.parametrize(("article", "text", "kinds"), cases.WRONG, ids=[text[:40] for _, text, _ in cases.WRONG])
def test_wrong_role_or_opposite_is_stopped(article: Article, text: str, kinds: tuple[str, ...]) -> None:
    found = check_text(text, article, evidence=_EVIDENCE[id(article)])
    problems = [problem for receipt in found for problem in receipt.problems]
    assert {problem.kind for problem in problems} & set(kinds), problems
    for receipt in found:
        for problem in receipt.problems:
            assert receipt.sentence[problem.start : problem.end] == problem.text


ARTICLE = receipt_cases.KOREAN
LINK = "https://go.example.kr/a1?c=2"


def post(*parts: str, **fields: object) -> Post:
    return Post(platform="markdown", language="ko", writer="embedded", parts=parts, **fields)  # type: ignore[arg-type]


def test_the_post_s_own_link_is_the_house_s_word_and_no_longer_one() -> None:
    first = ARTICLE.sentences[0].text
    found = receipts(post(f"{first}\n\n원문 보기: {LINK}", link=LINK), ARTICLE)
    assert [receipt.status for receipt in found] == ["supported"] * 3
    assert found[-1].spans[0].field == "house"
    assert "unsupported" in {r.status for r in receipts(post(f"{first}\n\n{LINK}&d=3", link=LINK), ARTICLE)}
    assert "unsupported" in {r.status for r in receipts(post(f"{first}\n\n{LINK}"), ARTICLE)}


def test_a_tag_that_stands_in_no_text_is_checked_all_the_same() -> None:
    found = receipts(post(ARTICLE.sentences[0].text, hashtags=("버스요금", "월드컵")), ARTICLE)
    wrong = [receipt for receipt in found if receipt.status == "unsupported"]
    assert [(receipt.field, receipt.sentence) for receipt in wrong] == [("hashtags", "#월드컵")]


def test_a_line_of_tags_is_traced_to_the_words_in_the_article_not_to_its_address():
    word = next(word for word in ARTICLE.text.split() if len(word) > 3 and word.isalpha())
    (line,) = (r for r in check_text(f"{ARTICLE.sentences[0].text}\n\n#{word} #경제", ARTICLE) if "#" in r.sentence)
    assert [(span.field, span.text) for span in line.spans] == [("text", word), ("house", "#경제")]
    assert ARTICLE.text[line.spans[0].start : line.spans[0].end] == word


def test_front_matter_is_read_as_title_tags_and_address() -> None:
    text = f'---\ntitle: "{ARTICLE.title}"\ntags: ["버스요금", "한빛시"]\nsource: "{ARTICLE.url}"\n---\n\n{ARTICLE.sentences[0].text}\n'
    found = receipts(post(text), ARTICLE)
    assert {receipt.status for receipt in found} == {"supported"}
    for receipt in found:
        assert text[receipt.start : receipt.end] == receipt.sentence
    wrong = text.replace("한빛시", "월드컵", 2).replace("hanbit", "evil").replace("1,800원", "2,800원", 1)
    kinds = {problem.kind for receipt in receipts(post(wrong), ARTICLE) for problem in receipt.problems}
    assert {"name", "figure"} <= kinds
