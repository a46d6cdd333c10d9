"""Which sentences count as the article's own wording, and which a person has to compare."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsforge.engine.article import Article
from newsforge.engine.receipts import Evidence, check_text
from newsforge.engine.text.sentences import split_sentences


def article(text: str, language: str, title: str = "") -> Article:
    return Article(text=text, sentences=split_sentences(text, language), language=language, title=title)


KOREAN = article(
    "한솔시는 시내버스 요금을 1천500원에서 1천700원으로 올렸고 지하철 요금은 그대로 두었다.\n"
    "한솔시는 내년 3월 심야버스 노선을 12개로 늘릴 계획이라고 밝혔다.\n"
    "누리건설은 새벽은행에서 30억원을 빌렸고, 다온건설은 45억원을 빌렸다.",
    "ko",
)
ENGLISH = article(
    "Corwen Rail cut its fares by 5% in May, and its rival Brae Lines raised fares by 3%.\n"
    "The union denied that drivers had refused to work.\n"
    "Corwen Rail plans to open a depot in Hale next year.\n"
    "Mayor Ada Quist, 51, praised the new timetable on Monday.",
    "en",
)
JAPANESE = article("青木市は水道料金を8%引き上げた。議会は条例案を否決した。", "ja")

CLOSE = (
    (KOREAN, "한솔시는 시내버스 요금을 1,500원에서 1,700원으로 올렸습니다."),
    (KOREAN, "지하철 요금은 그대로 두었다."),
    (KOREAN, "다온건설은 45억 원을 빌렸어요."),
    (ENGLISH, "Corwen Rail cut its fares by 5% in May."),
    (ENGLISH, "Corwen Rail cut fares by 5% in May."),
    (ENGLISH, "Mayor Ada Quist praised the new timetable on Monday."),
    (JAPANESE, "青木市が水道料金を8%引き上げました。"),
)
#: Each turns the sense by what is left out, put in or moved.
FREE = (
    (KOREAN, "한솔시는 심야버스 노선을 12개로 늘릴 계획이다."),
    (KOREAN, "한솔시는 지하철 요금은 그대로 두었다."),
    (KOREAN, "누리건설은 45억원을 빌렸다."),
    (KOREAN, "새벽은행은 누리건설에서 30억원을 빌렸다."),
    (ENGLISH, "Drivers had refused to work."),
    (ENGLISH, "Corwen Rail raised fares by 3%."),
    (ENGLISH, "Corwen Rail opens a depot in Hale next year."),
    (ENGLISH, "Brae Lines cut its fares by 5% in May."),
    (JAPANESE, "青木市は条例案を否決した。"),
)


@pytest.mark.parametrize(("source", "text"), CLOSE, ids=[text[:40] for _, text in CLOSE])
def test_the_article_s_words_in_its_order_are_close(source: Article, text: str) -> None:
    (receipt,) = check_text(text, source)
    assert (receipt.wording, receipt.unaligned) == ("close", ()), receipt


@pytest.mark.parametrize(("source", "text"), FREE, ids=[text[:40] for _, text in FREE])
def test_what_turns_the_sense_is_never_close(source: Article, text: str) -> None:
    (receipt,) = check_text(text, source)
    assert receipt.status == "unsupported" or receipt.unaligned, receipt
    assert receipt.wording in {None, "free"}


def test_the_article_s_own_sentence_is_exact() -> None:
    for source in (KOREAN, ENGLISH, JAPANESE):
        for sentence in source.sentences:
            (receipt,) = check_text(sentence.text, source)
            assert receipt.wording == "exact"


def test_a_translation_is_for_a_reader() -> None:
    text = "The city raised its bus fare from 1,500 won to 1,700 won"
    (receipt,) = check_text(f"{text}.", KOREAN, language="en")
    assert receipt.wording == "free"
    assert [loose.text for loose in receipt.unaligned] == [text]


_EVIDENCE = Evidence.of(ENGLISH)
_WORDS = sorted({word.strip(".,") for word in ENGLISH.text.split()})


@settings(max_examples=150)
@given(st.lists(st.sampled_from(_WORDS), min_size=3, max_size=9))
def test_the_article_s_words_shuffled_are_not_its_statement(words: list[str]) -> None:
    text = f"{' '.join(words)}."
    plain = [word.strip(".,").lower() for word in ENGLISH.text.split()]
    for receipt in check_text(text, ENGLISH, evidence=_EVIDENCE):
        if receipt.wording == "close":
            place = iter(plain)
            said = [word.lower() for word in receipt.sentence.strip(".").split() if word.lower() not in {"the", "a"}]
            assert all(word in place for word in said), text


def test_the_second_sentence_of_a_japanese_title_stands_by_itself():
    twofold = article("ガシャポンは4月に始まる。", "ja", "Suicaで回せる。電子マネー対応機が稼働開始")
    assert [receipt.wording for receipt in check_text("電子マネー対応機が稼働開始", twofold)] == ["close"]


def test_a_japanese_dateline_may_go():
    placed = article("【ロンドン＝岡田浩幸】１０日に行われた試合でバルセロナは１―０で勝った。", "ja")
    assert [receipt.wording for receipt in check_text("１０日に行われた試合でバルセロナは１―０で勝った。", placed)] == [
        "close"
    ]
