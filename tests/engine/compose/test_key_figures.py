"""What a key figure is: a count, a sum, a share, a score; never a number that only names, dates or ages something."""

from __future__ import annotations

import pytest

from newsforge.engine.compose import digest
from newsforge.engine.compose.key_figures import has_key_figure, is_for_each, is_result, key_figures, lacking
from tests.support.stories import make_article


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("불은 4층 3호실에서 시작된 것으로 추정된다.", "ko"),
        ("공정거래법 제45조 1항 6호는 거래상 지위를 부당하게 이용하는 행위를 금지한다.", "ko"),
        ("40대 남성과 20대는 1t 화물차에 타고 있었다.", "ko"),
        ("국도 8호선 왕복 4차로에서 오전 2시 32분께 벌어진 일이다.", "ko"),
        ("결승골은 후반 32분에, 끝내기는 9회 말에 나왔다.", "ko"),
        ("문의는 031-555-0119번으로 하면 된다.", "ko"),
        ("3번 출구 앞에 6개월째 서 있다.", "ko"),
        ("The recall covers models DR-210 and DR-215, and the number is 800-555-0142.", "en"),
        ("Flight 370 passengers waited in Room 12 seats on Highway 9 exits.", "en"),
        ("Okafor, 33, scored in the 84th minute, 12 years ago.", "en"),
        ("国道8号で第3回大会の9回裏、男性（78）は25歳だった。", "ja"),
    ],
)
def test_what_only_names_dates_or_ages_is_no_figure(sentence: str, language: str) -> None:
    assert key_figures(sentence, language) == []


@pytest.mark.parametrize(
    ("sentence", "language", "found"),
    [
        ("인력 132명과 장비 41대를 투입해 40분 만에 껐다.", "ko", ["132명", "41대", "40분"]),
        ("버스 40대가 멈추고 주택 1만2천호가 정전됐다.", "ko", ["40대", "1만2천호"]),
        ("3회에 걸쳐 쌀 300t을 6조원에 샀다.", "ko", ["3회", "300t", "6조원"]),
        ("The bureau had 47 reports and 40 homes burned in a 2-1 win.", "en", ["47 reports", "40 homes", "2-1"]),
        ("It sold 118,000 cribs for $180.", "en", ["118,000", "$1"]),
        ("2人が死亡し、94センチの雪が積もった。", "ja", ["2人", "94センチ"]),
    ],
)
def test_counts_sums_and_scores_are_figures(sentence: str, language: str, found: list[str]) -> None:
    assert key_figures(sentence, language) == found


def test_a_number_of_the_title_is_told_only_with_its_unit() -> None:
    assert lacking("3명 사망", "불은 4층 3호실에서 시작됐다.") == {("3", "명")}
    assert not lacking("47억 확정", "과징금 47억3천만원이 확정됐다.")
    assert not lacking("2-1 승리", "2-1로 이겼다.")


def test_the_room_where_a_fire_began_is_no_point_of_the_list() -> None:
    text = (
        "15일 오전 1시께 다온시의 한 여관에서 불이 났다.\n불은 4층 3호실에서 시작된 것으로 추정된다.\n"
        "소방당국은 인력 120명과 장비 40대를 투입해 2시간 만에 불을 껐다."
    )
    found = digest(make_article(text, title="다온시 여관 화재로 투숙객 대피"))
    assert [line.index for line in found.figures] == [2]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("피닉스는 6차전에서 타이거즈를 연장전 끝에 94-91로 꺾었다.", "ko"),
        ("무진행 생존 기간 중앙값은 14.3개월로, 4.5개월 길었다.", "ko"),
        ("공사 기간은 8개월 늘어난다.", "ko"),
    ],
)
def test_a_score_and_a_time_that_is_measured_are_figures(text, language):
    assert has_key_figure(text, language)


def test_a_date_in_months_is_none():
    assert not has_key_figure("그는 3개월 전 회사를 옮겼다.", "ko")


@pytest.mark.parametrize(
    "text",
    [
        "피닉스는 챔피언결정전 6차전에서 타이거즈를 94-91로 꺾었다.",
        "한빛시청이 2-0 완승을 거뒀다.",
        "Westmere beat Kingsport 3-1 on Saturday.",
        "東雲FCは2-1で勝利した。",
        "桜丘高校は5対3で東高を下した。",
    ],
)
def test_how_a_match_ended_is_told_first(text):
    assert is_result(text)
    assert not is_result("4쿼터 종료 3.2초 전 3점슛으로 84-84 동점을 만들었다.")


def test_what_it_costs_one_reader():
    assert is_for_each("The increase will add about $96 a year to the bill of a median home.")
    assert is_for_each("가구당 월평균 3천200원을 더 낸다.")
    assert is_for_each("負担は1人当たり月平均4900円となる。")
    assert not is_for_each("The city spent $7 million on a stadium.")
