"""Posts for a reader who has not read the article: nobody and nothing is referred to that was not told."""

from __future__ import annotations

import pytest

from newsforge.engine.article import Article
from newsforge.engine.compose import compose, digest
from newsforge.engine.compose.dependence import first_calls, short_names, standing
from newsforge.engine.compose.introductions import introduced
from newsforge.engine.compose.phrases import AHEAD
from newsforge.engine.platforms.registry import get_platform, platforms
from newsforge.engine.text.keywords import keywords
from newsforge.engine.text.sentences import split_sentences


def article(text: str, title: str, language: str) -> Article:
    return Article(text=text, sentences=split_sentences(text, language), language=language, title=title)


@pytest.mark.parametrize(
    "sentence",
    [
        "The county museum has offered to take them, and a firm in Derby has asked to buy her lathe.",
        "Caldmarine's managing director, Ruth Ackland, rejected that and said the company had lost £640,000.",
        "One of the four is Sam Odunsi, 22, who has come to Arrow Street every Friday for two years.",
        "The Scottish government declined to comment.",
    ],
)
def test_a_sentence_about_something_untold_does_not_stand_alone(sentence: str) -> None:
    assert standing(sentence, "en").alone is None


@pytest.mark.parametrize(
    "sentence",
    [
        "The museum bought 54 ledgers and will show them in May.",
        "Caldmarine's managing director rejected the claim that the company had lost money.",
        "One of the four apprentices is Sam Odunsi, 22.",
        "The Scottish government declined to comment on the subsidy.",
        "Police told residents to take them with care.",
    ],
)
def test_a_sentence_that_says_what_it_is_about_does(sentence: str) -> None:
    assert standing(sentence, "en").alone is not None


def test_the_name_of_a_house_is_not_taken_for_its_owner() -> None:
    text = "Vance & Daughter is the last shop in the county."
    whole = f"Inside, Edith Vance does not look up. {text} Vance says she has no plans."
    assert introduced(text, whole, "en", {"Vance": ("Edith Vance",)}) == (text, ())


TUNNEL = (
    "19일 오전 횡성군 둔내터널 안에서 25t 화물차가 관광버스를 들이받았다.\n"
    "경찰은 화물차 운전자 A(54)씨가 졸음운전을 한 것으로 보고 있다. A씨는 터널에 들어선 뒤 기억이 나지 않는다고 진술했다.\n"
    "사고 여파로 강릉 방향 2개 차로가 막혀 3시간 20분 동안 정체가 빚어졌다.\n"
    "경찰은 A씨를 치사 혐의로 입건하고 화물차의 운행기록장치를 분석하고 있다."
)


def test_who_is_called_by_a_letter_is_introduced_before() -> None:
    assert first_calls(TUNNEL) == {"A": ("A(54)씨",)}
    assert first_calls("운전자 B씨가 다쳤다. B씨는 병원으로 옮겨졌다.") == {"B": ("운전자 B씨",)}
    assert first_calls("C씨는 말했다.") == {}
    assert short_names("경찰은 A씨를 입건했다.", {"A": ("A(54)씨",)}, "ko") == (("A(54)씨",),)
    found = digest(article(TUNNEL, "둔내터널서 화물차 추돌", "ko"))
    for platform in platforms().values():
        if platform.writes("ko"):
            told = "\n".join(compose(found, platform).paragraphs)
            assert "A씨" not in told or -1 < told.find("A(54)씨") < told.find("A씨"), (platform.id, told)


def test_what_was_is_not_what_comes_next() -> None:
    assert not AHEAD["ko"].search("졸음운전을 한 것으로 보고 있다.")
    assert not AHEAD["ko"].search("두 사람이 숨진 것으로 보인다.")
    assert AHEAD["ko"].search("물가가 오를 것으로 보고 있다.")
    assert AHEAD["ko"].search("내년에 시행될 것으로 보인다.")


@pytest.mark.parametrize(
    ("title", "text", "language", "news"),
    [
        (
            "마지막 연탄공장의 겨울",
            (
                "새벽 네 시, 공장 굴뚝에서 흰 김이 오른다. 손에 낀 장갑은 이미 까맣다.\n"
                "서울에 하나 남은 연탄공장인 삼화연료가 내년 3월 문을 닫는다. 공장 자리에는 임대주택이 들어선다."
            ),
            "ko",
            "서울에 하나 남은 연탄공장인 삼화연료가 내년 3월 문을 닫는다.",
        ),
        (
            "The clock mender of Arrow Street",
            (
                "The bell over the door rings twice, once for the door and once for the clock that has been slow.\n"
                "Inside, Edith Vance does not look up. Eleven more wait on the shelf behind her.\n"
                "Vance & Daughter is the last clock repair shop in the county, and in January it will close.\n"
                "Britain had about 4,000 clock repairers in 1980, according to the Horology Guild."
            ),
            "en",
            "Vance & Daughter is the last clock repair shop in the county, and in January it will close.",
        ),
    ],
)
def test_a_feature_tells_why_it_is_told_and_not_its_scene(title: str, text: str, language: str, news: str) -> None:
    found = digest(article(text, title, language))
    for platform in ("push", "kakao", "x", "newsletter"):
        assert news in "\n".join(compose(found, get_platform(platform)).paragraphs), platform


def test_what_was_done_is_no_tag() -> None:
    text = "The only ferry to Sula will keep sailing after councillors agreed a subsidy. The council met in November."
    found = keywords(article(text, "Ferry operator to keep route after council agrees £4.2m subsidy", "en"), limit=5)
    assert "council agrees" not in found
