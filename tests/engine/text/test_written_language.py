"""A text in another language than the one asked for is told; names, tags, quotes and short texts are not."""

from __future__ import annotations

import pytest

from newsforge.engine.text.written_language import find_other_language
from tests.corpus.loader import by_slug, claims

_CODES = ("ko", "en", "ja")
RIGHT = (
    ("BTS x Coca-Cola", "ko"),
    ("Apple, Microsoft, Alphabet, Amazon, Meta Platforms, Nvidia", "ko"),
    ("#AI #semiconductor #KOSPI https://news.example.com/a/b/c?the=of", "ko"),
    ("SK hynix HBM4 12단 공급", "ko"),
    ("日銀、政策金利を据え置き", "ja"),
    ("日銀総裁会見、利上げ見送り決定", "ja"),
    ("OpenAI、GPT-6を発表。Microsoft AzureやGoogle Cloudも対応", "ja"),
    ("Kim Min-su (김민수) of Hanbit City (한빛시) spoke.", "en"),
    ("The mayor said “요금 인상은 서민의 발을 묶는 일” on Monday, the city reported.", "en"),
    ("10% up", "en"),
    ("", "ko"),
    ("👍👍👍", "ja"),
    ("7-4", "en"),
    ("Visit naver.com/news for more", "ko"),
)
WRONG = (
    ("The city will raise its bus fares by 200 won next March.", "ko", "en"),
    ("한빛시가 내년 3월부터 시내버스 요금을 올린다.", "en", "ko"),
    ("한빛시가 내년 3월부터 시내버스 요금을 올린다.", "ja", "ko"),
    ("市は来年3月からバス料金を引き上げる。", "ko", "ja"),
    ("市は来年3月からバス料金を引き上げる。", "en", "ja"),
    ("市政府宣布将于明年三月起提高公交车票价，并扩大夜间公交线路的运营范围。", "ja", "zh"),
    ("La ville augmentera ses tarifs de bus en mars prochain, a annoncé le maire lundi devant le conseil.", "en", "fr"),
    ("한빛시가 요금을 올린다.\nThe city will raise its bus fares by 200 won next March.", "ko", "en"),
    ("The city raises its fares.\n한빛시가 내년 3월부터 시내버스 요금을 올린다.", "en", "ko"),
)


@pytest.mark.parametrize(("text", "language"), RIGHT, ids=[text[:30] for text, _ in RIGHT])
def test_what_may_be_in_the_language_passes(text: str, language: str) -> None:
    assert find_other_language(text, language) is None


@pytest.mark.parametrize(("text", "language", "other"), WRONG, ids=[text[:30] for text, *_ in WRONG])
def test_another_language_is_told(text: str, language: str, other: str) -> None:
    found = find_other_language(text, language)
    assert found is not None
    assert found[1] == other
    assert found[0] in text


@pytest.mark.parametrize("slug", sorted(by_slug()))
def test_articles_are_in_their_own_language_alone_sentence_by_sentence(slug: str) -> None:
    article = by_slug()[slug].article()
    assert [find_other_language(sentence.text, article.language) for sentence in article.sentences] == [None] * len(
        article.sentences
    )
    assert all(find_other_language(article.text, code) for code in _CODES if code != article.language)


def test_single_claims_are_told_apart() -> None:
    rows = [(claim, code) for claim in claims() for code in _CODES]
    alarms = [claim.claim for claim, code in rows if code == claim.language and find_other_language(claim.claim, code)]
    assert alarms == []
    wrong = [(claim.claim, code) for claim, code in rows if code != claim.language]
    missed = [(text, code) for text, code in wrong if not find_other_language(text, code)]
    assert len(missed) <= 0.03 * len(wrong), missed
