import pytest

from newsforge.engine.compose.dependence import standing, without_dateline
from newsforge.engine.compose.headline import read_headline
from newsforge.engine.compose.speech import attributed
from newsforge.engine.text.korean import tokens


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ko", "그는 사실이 아니라고 말했다."),
        ("ko", "이날 회의에는 10명이 참석했다."),
        ("ko", "이를 통해 비용을 줄일 계획이다."),
        ("ko", "이번 대회에는 30개국이 참가했다."),
        ("ko", "같은 기간 수출은 3% 줄었다."),
        ("ko", "합계 139타를 기록한 그는 1위에 올랐다."),
        ("ko", "총 117개 노선 625대를 운영할 예정이다."),
        ("ko", "이하늘 의장은 19일 회의를 열고 이같이 의결했다."),
        ("ko", "교섭이 최종 결렬됐기 때문이다."),
        ("ko", "“정말 힘든 하루였습니다.”"),
        ("ko", "위원회를 열고 이 같은 안건을 의결했다고 시가 밝혔다."),
        ("en", "He denied the claim."),
        ("en", "This is the third such case."),
        ("en", "In his statement, the mayor denied it."),
        ("en", "“We are sorry,” she said."),
        ("en", "Harris’ team, by comparison, is investing $21 million."),
        ("en", "“It is over.”"),
        ("en", "At the same time, prices rose in Seoul."),
        ("ja", "同社は5日、発表した。"),
        ("ja", "この地震で、気象庁は注意報を出した。"),
        ("ja", "10人を逮捕した。"),
        ("fr", "Il a quitté la salle."),
    ],
)
def test_what_leans_on_the_sentence_before_does_not_stand_alone(language, sentence):
    assert standing(sentence, language).alone is None


@pytest.mark.parametrize(
    ("language", "sentence", "alone"),
    [
        ("ko", "하지만 시내버스는 멈췄다.", "시내버스는 멈췄다."),
        ("ko", "또 다른 문제는 돈이다.", None),
        (
            "ko",
            "서진우 대표는 이날 기자간담회에서 투자하겠다고 말했다.",
            "서진우 대표는 기자간담회에서 투자하겠다고 말했다.",
        ),
        ("ko", "서진우 대표는 이날 오후 3시 도착했다.", None),
        ("ko", "한빛은행은 이날 내놓은 전망에서 물가가 오른다고 했다.", None),
        ("ko", "김 장관은 “이날 그는 없었다”고 말했다.", "김 장관은 “이날 그는 없었다”고 말했다."),
        ("ko", "이 대표는 사과했다.", "이 대표는 사과했다."),
        ("ko", "이재명 대통령은 사과했다.", "이재명 대통령은 사과했다."),
        ("ko", "지난해 같은 기간보다 수출이 늘었다.", "지난해 같은 기간보다 수출이 늘었다."),
        ("en", "However, the bank said rates would stay.", "The bank said rates would stay."),
        ("en", "But the bank cut its rate.", "The bank cut its rate."),
        ("en", "Ann Lee said she would not run.", "Ann Lee said she would not run."),
        (
            "en",
            '"Gusts will ease by noon," said Orla Byrne, its head of forecasting.',
            '"Gusts will ease by noon," said Orla Byrne.',
        ),
        ("en", "Orla Byrne, its head of forecasting, said gusts would ease.", "Orla Byrne said gusts would ease."),
        (
            "en",
            "Gusts will ease, Met Eireann said through Orla Byrne, its head of forecasting.",
            "Gusts will ease, Met Eireann said through Orla Byrne, its head of forecasting.",
        ),
        ("en", "The bank raised its forecast.", "The bank raised its forecast."),
        ("ja", "物価は前年同月より2.1%上昇した。", "物価は前年同月より2.1%上昇した。"),
        ("ja", "一方、気象庁は注意を呼びかけた。", "気象庁は注意を呼びかけた。"),
    ],
)
def test_the_few_edits_that_let_a_sentence_stand(language, sentence, alone):
    assert standing(sentence, language).alone == alone


def test_after_its_predecessor_a_sentence_keeps_its_words():
    assert standing("하지만 시내버스는 멈췄다.", "ko").text == "하지만 시내버스는 멈췄다."


@pytest.mark.parametrize(
    ("sentence", "rest"),
    [
        (
            "(서울=가나통신) 박서연 기자 = 14일 오전 서울 지하철이 멈춰 섰다고 한다.",
            "14일 오전 서울 지하철이 멈춰 섰다고 한다.",
        ),
        ("SEOUL (AP) — South Korea cut its key rate on Thursday.", "South Korea cut its key rate on Thursday."),
        ("【東京】気象庁は5日、注意を呼びかけていると発表した。", "気象庁は5日、注意を呼びかけていると発表した。"),
        ("Apple (AAPL) shares fell on Monday after a report.", "Apple (AAPL) shares fell on Monday after a report."),
        (
            "한국은행(총재 홍길동)은 14일 금리를 내렸다고 밝혔다.",
            "한국은행(총재 홍길동)은 14일 금리를 내렸다고 밝혔다.",
        ),
    ],
)
def test_the_agencys_opening_goes(sentence, rest):
    assert without_dateline(sentence) == rest


@pytest.mark.parametrize(
    ("title", "text", "label", "breaking"),
    [
        ("[속보] 한국은행, 금리 인하", "한국은행, 금리 인하", "속보", True),
        ("[단독] 국민연금, 12억달러 출자", "국민연금, 12억달러 출자", "단독", False),
        ("[CEO&]열정과 소통(종합)", "열정과 소통", "", False),
        ("금리 인하(종합2보)", "금리 인하", "", False),
        ("금리 인하…시장 환영 | 가나일보", "금리 인하…시장 환영", "", False),
        ("장관 사의-정치ㅣ가나일보", "장관 사의-정치", "", False),
        ("BREAKING: Bank cuts rates", "Bank cuts rates", "BREAKING", True),
        ("A tale - of two cities and more words here", "A tale - of two cities and more words here", "", False),
        ("【速報】震度5弱の地震", "震度5弱の地震", "速報", True),
        ("", "", "", False),
    ],
)
def test_a_headline_loses_marks_and_site_names(title, text, label, breaking):
    found = read_headline(title)
    assert (found.text, found.label, found.breaking) == (text, label, breaking)


def test_a_headline_is_cut_only_between_clauses():
    assert read_headline("한빛, 3조원 투자…2029년 양산").clauses == ("한빛, 3조원 투자",)
    assert read_headline("“행복…올해는 꼭”").clauses == ()


def test_a_quote_is_set_apart_only_when_it_is_whole_and_the_only_one():
    said = attributed('박하늘 대표는 "조건을 달았다"고 말했다.', "ko")
    assert said == "“조건을 달았다” — 박하늘 대표"
    assert attributed('박하늘 대표는 "늘어날 것"이라고 말했다.', "ko") is None
    assert attributed('박하늘 대표는 "늘었다"며 "투자한다"고 말했다.', "ko") is None


@pytest.mark.parametrize(
    ("sentence", "alone"),
    [
        ("다만 징계 자체가 무효라는 이씨의 주장은 받아들이지 않았다.", False),
        ("나머지 청구는 기각했다.", False),
        ("구체적인 금액은 공개하지 않았다.", False),
        ("재판부는 나머지 청구는 기각했다.", True),
        ("재판부는 이씨의 주장을 받아들이지 않았다.", True),
        ("회사는 보도 내용이 사실과 다르다고 반박했다.", True),
        ("손해배상 청구는 기각됐다.", True),
    ],
)
def test_what_was_done_to_a_topic_stays_with_who_did_it(sentence: str, alone: bool) -> None:
    assert (standing(sentence, "ko", morphemes=tokens(sentence)).alone is not None) is alone


@pytest.mark.parametrize(
    "sentence",
    ["정씨는 그날 입장료를 200원만 받을 생각이다.", "정씨는 이날 입장료를 200원만 받을 생각이다."],
)
def test_what_holds_for_one_day_is_not_told_of_every_day(sentence: str) -> None:
    assert standing(sentence, "ko").alone is None
