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


def test_a_particle_in_the_middle_of_a_word_is_none():
    text = "여야가 간호법을 놓고 맞섰다. 병원이 줄도산할 것이라고 반박했다. 병원 측은 간호법을 거부했다."
    found = keywords(article(text, "ko", '여야, 간호법 정면충돌… "환자 안전" vs "병원 줄도산"'), limit=12)
    assert not [word for word in found if word.endswith("줄도")]


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


@pytest.mark.parametrize(
    ("title", "text", "there", "not_there"),
    [
        # The tokenizer takes the particle of 해역서 for a part of the word, and the last letter of 강산도 for a particle.
        (
            "가나시 동쪽 바다서 지진",
            "가나시 동쪽 바다에서 지진이 났다. 바다에서 지진이 이어졌다. 가나시는 지진에 대비했다.",
            "가나시",
            "바다서",
        ),
        (
            "강산도 북부에 대설경보",
            "강산도 북부에 대설경보가 내렸다. 강산도는 대설경보를 전했다. 강산도 주민이 대비했다.",
            "강산도",
            "강산",
        ),
        (
            "도림군 원료 공장 화재 진화",
            "도림군 원료 공장에서 화재가 났다. 공장 화재는 꺼졌다. 공장은 멈췄다.",
            "공장 화재",
            "원료 공장",
        ),
        (
            "소설가 장편 '물의 지도' 출간",
            "'물의 지도'는 마을 이야기다. '물의 지도'의 지도는 낡았다.",
            "물의 지도",
            "지도",
        ),
        (
            "심부전 위험 높인다",
            "심부전 위험이 컸다. 심부전 위험은 영향이 컸다. 후보 회복의 영향, 후보 회복의 위험.",
            "심부전",
            "위험",
        ),
    ],
)
def test_korean_keywords_name_the_subject(title, text, there, not_there):
    found = keywords(article(text, "ko", title), limit=8)
    assert there in found
    assert not_there not in found
    assert not {"위험", "영향", "후보", "회복", "주민"} & set(found)


def test_english_keywords_are_subjects_and_phrases_not_general_nouns():
    text = (
        "Short walks after dinner lower blood sugar, researchers said. Low blood sugar helps people. The study of the "
        "participants began in May, and the study ended with officials. Researchers of the study at Larkspur Institute & "
        "Sons said the study was a study of people."
    )
    found = keywords(article(text, "en", "Short walks linked to lower blood sugar, study finds"), limit=8)
    assert "blood sugar" in found
    assert not {"study", "people", "researchers", "participants", "officials"} & set(found)


def test_a_japanese_headline_is_not_one_long_word_and_a_deed_is_no_subject():
    text = "みなと銀行は5日、山田社長を解任すると発表した。みなと銀行の持ち株会社は説明した。解任した理由は不備だ。"
    found = keywords(article(text, "ja", "みなと銀行社長解任、持ち株社長も引責"), limit=8)
    assert not {"株社長", "株会社", "銀行社長解任", "不備"} & set(found)


def test_a_continent_and_a_word_for_whom_it_holds_are_no_subjects():
    found = keywords(
        article("올여름 유럽 곳곳에 폭염이 닥쳤다. 유럽 폭염으로 산불이 났다.", "ko", "유럽 폭염에 산불"), limit=12
    )
    assert "폭염" in found
    assert "유럽" not in found
    text = "汐浜市は全国の小学生を対象に水泳教室を開く。水泳教室の対象は4年生以上。水泳教室は7月に始まる。"
    found = keywords(article(text, "ja", "汐浜市が水泳教室、小学生を対象に"), limit=12)
    assert "水泳教室" in found
    assert not {"対象", "全国"} & set(found)
