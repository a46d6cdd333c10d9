import pytest

from newsforge.engine.article import Article
from newsforge.engine.text.keywords import keywords
from newsforge.engine.text.sentences import split_sentences


def article(text: str, language: str, title: str = "", authors: tuple[str, ...] = ()) -> Article:
    return Article(
        text=text, sentences=split_sentences(text, language), language=language, title=title, authors=authors
    )


KOREAN = article(
    "해솔전자가 경기도 화성에 배터리 공장을 짓는다고 3일 밝혔다. 해솔전자는 배터리 공장에 2조원을 투자한다.\n"
    "이날 김도윤 기자와 만난 이하늘 대표는 배터리 수요가 늘었다고 강조했다. 공장은 내년 3월 착공한다.",
    "ko",
    "해솔전자, 화성에 배터리 공장…2조원 투자",
    ("김도윤 기자",),
)
ENGLISH = article(
    "Harbor City will close its old ferry terminal on Monday, the Harbor City council said. The ferry terminal opened in "
    "1962.\nMayor Ann Lee told reporters that the terminal of Harbor City would be a museum. She wants to open the ferry "
    "museum next year. On Monday the council voted on the museum plan, and Ann Lee welcomed it.",
    "en",
    "Harbor City Closes Its Ferry Terminal",
)
JAPANESE = article(
    "みなと市は5日、老朽化した図書館を見直すと発表した。図書館は1970年に開館した。みなと市の担当者はデジタル化を進めると説明した。"
    "図書館のデジタル化は来年に始まる。計画を見直した。",
    "ja",
    "図書館をデジタル化へ　みなと市",
)


@pytest.mark.parametrize("source", [KOREAN, ENGLISH, JAPANESE])
def test_every_keyword_stands_in_the_article_as_written(source):
    found = keywords(source, limit=10)
    assert found
    assert len(found) == len(set(found)) <= 10
    assert all(word in f"{source.title}\n{source.text}" for word in found)


def test_korean_keywords_are_nouns_without_particles_reporters_or_days():
    found = keywords(KOREAN, limit=10)
    assert found[0] == "해솔전자"
    assert "배터리 공장" in found
    assert not {"이날", "강조", "김도윤", "대표", "3일", "내년"} & set(found)
    assert not [word for word in found if word.endswith(("은", "는", "했다", "에"))]


def test_a_name_unknown_to_the_tokenizer_is_not_cut_and_carries_no_particle():
    text = "온별 돌핀스가 해람을 꺾었다. 돌핀스는 2승을 올렸다. 돌핀스 감독은 웃었다. 관중은 돌핀스를 외쳤다."
    found = keywords(article(text, "ko", "온별 돌핀스, 해람 꺾어"), limit=8)
    assert not {"돌핀", "돌핀스가", "돌핀스는"} & set(found)


def test_english_keywords_have_no_verb_weekday_or_title():
    found = keywords(ENGLISH, limit=10)
    assert found[0] == "Harbor City"
    assert {"ferry terminal", "Ann Lee"} <= set(found)
    assert not {"Monday", "Mayor", "open", "told", "said", "The"} & set(found)


def test_japanese_keywords_are_not_cut_out_of_a_verb():
    found = keywords(JAPANESE, limit=10)
    assert "図書館" in found[:2]
    assert not {"見直", "発表", "開館"} & set(found)


def test_the_longer_name_stands_for_the_shorter():
    found = keywords(ENGLISH, limit=10)
    assert not {"Harbor", "City", "Lee"} & set(found)


def test_a_text_of_nothing_has_no_keywords():
    assert keywords(article("", "ko"), limit=5) == ()
    assert keywords(article("123 456.", "en"), limit=5) == ()


def test_the_same_article_gives_the_same_keywords():
    assert keywords(ENGLISH, limit=6) == keywords(ENGLISH, limit=6)
