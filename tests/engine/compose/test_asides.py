"""What stands beside the news: share prices, portraits of places and houses, sentences that only look as if they leant."""

from __future__ import annotations

import pytest

from newsforge.engine.compose import compose, digest
from newsforge.engine.compose.asides import is_of_market, is_opening, is_portrait, is_share_price
from newsforge.engine.compose.dependence import standing
from newsforge.engine.compose.key_figures import key_figures
from newsforge.engine.compose.phrases import OF_THE_PAST
from newsforge.engine.platforms.registry import get_platform
from newsforge.engine.text.korean import tokens
from tests.support.stories import make_article

PLANT = make_article(
    "새울전자가 전북 이산에 1조2천억원을 들여 배터리 공장을 짓는다고 25일 밝혔다.\n"
    "공장은 이산산업단지 21만㎡ 부지에 들어서며, 연간 생산 능력은 30GWh다.\n"
    "새울전자는 이 공장에서 배터리를 만들어 북미 완성차 업체에 공급한다.\n"
    "전북도와 이산시는 투자액의 12%에 해당하는 1천440억원을 보조금으로 지원한다.\n"
    "공장이 문을 열면 일자리 1천900개가 생긴다.\n"
    "새울전자 주가는 코스피에서 전 거래일보다 2.7% 내린 8만6천400원에 거래를 마쳤다.",
    title="새울전자, 이산에 1조2천억원 배터리 공장 짓는다",
)
PLANT_EN = make_article(
    "Harrow Motors will spend $1.9 billion on a battery plant in Dunmore, the carmaker said on Tuesday.\n"
    "The plant will employ 2,400 people and open in 2029, Harrow Motors said.\n"
    "The state will give Harrow Motors $210 million in subsidies for the plant.\n"
    "Harrow Motors shares closed down 2.7% at $41.20.\n"
    "Dunmore, a city of 61,000 about 30 miles west of the coast, lost its steel mill in 2009.",
    language="en",
    title="Harrow Motors to build $1.9 billion battery plant in Dunmore",
)
MARKET = make_article(
    "코스피가 외국인의 매수에 힘입어 3,210대로 올라섰다.\n"
    "26일 코스피는 전 거래일보다 56.83포인트(1.80%) 오른 3,214.07에 거래를 마쳤다.\n"
    "지수는 전장보다 18.20포인트(0.58%) 오른 3,175.44에 출발해 오후 들어 상승 폭을 키웠다.\n"
    "유가증권시장에서 외국인은 8천412억원어치를 순매수했다.\n"
    "코스닥지수는 전 거래일보다 4.11포인트(0.48%) 내린 851.92로 장을 마쳤다.",
    title="코스피, 외국인 매수에 1.8% 올라 3,210대 마감",
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("새울전자 주가는 코스피에서 전 거래일보다 2.7% 내린 8만6천400원에 거래를 마쳤다.", "ko"),
        ("새울전자는 코스닥시장에서 전날보다 3.1% 오른 1만2천원에 마감했다.", "ko"),
        ("Harrow Motors shares closed down 2.7% at $41.20.", "en"),
        ("Shares of Harrow Motors fell 2.7% in afternoon trading.", "en"),
        ("同社の株価は前日比2.7%安の1240円で取引を終えた。", "ja"),
    ],
)
def test_a_share_price_is_known(text: str, language: str) -> None:
    assert is_share_price(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("새울전자는 공장에 1조2천억원을 투자한다.", "ko"),
        ("전시장은 8월 말에 문을 열어 관람을 마쳤다.", "ko"),
        ("Harrow Motors shares the cost of the plant with the state.", "en"),
        ("The company holds a 12% stake in the plant.", "en"),
        ("工場の投資額は1240億円。", "ja"),
    ],
)
def test_what_is_none_is_not_taken_for_a_share_price(text: str, language: str) -> None:
    assert not is_share_price(text, language)


@pytest.mark.parametrize("story", [PLANT, PLANT_EN], ids=["ko", "en"])
def test_the_share_price_is_the_last_choice_of_key_figures(story) -> None:
    found = digest(story)
    last = next(line for line in found.lines if is_share_price(line.text, story.language))
    assert last in found.figures[-2:]
    assert last not in found.ranked[:3]


def test_what_is_invested_and_given_is_told_before_it() -> None:
    told = "\n".join(compose(digest(PLANT), get_platform("linkedin")).paragraphs)
    assert "1천440억원을 보조금으로" in told
    assert "주가" not in told


def test_in_a_story_of_the_market_it_is_the_news() -> None:
    found = digest(MARKET)
    assert is_of_market(MARKET.title, found.lead, "ko")
    assert "3,214.07" in found.figures[0].text
    assert not any(line.text.startswith("지수는") for line in found.figures[:2])
    assert not is_of_market(PLANT.title, digest(PLANT).lead, "ko")
    assert not is_of_market("Investors put $40 million into a maker of pumps", None, "en")


def test_where_a_market_began_is_known() -> None:
    assert is_opening("지수는 전장보다 18.20포인트(0.58%) 오른 3,175.44에 출발해 상승 폭을 키웠다.")
    assert not is_opening("열차는 오전 8시에 서울역을 출발해 부산으로 갔다.")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Dunmore, a city of 61,000 about 30 miles west of the coast, lost its steel mill in 2009.", "en"),
        ("본사는 충북 청주시에 있으며 임직원은 410명이다.", "ko"),
        ("솔빛바이오는 2009년 설립된 약물 전달 전문 기업이다.", "ko"),
    ],
)
def test_a_portrait_of_a_place_or_a_house_is_known(text: str, language: str) -> None:
    assert is_portrait(text, language)


@pytest.mark.parametrize(
    "text",
    ["Dunmore, which lost its steel mill in 2009, will get a plant.", "Mayor Ann Lee, a critic of the deal, voted no."],
)
def test_what_is_none_is_not(text: str) -> None:
    assert not is_portrait(text, "en")


@pytest.mark.parametrize(
    "sentence",
    [
        "전북도는 투자액의 12%에 해당하는 1천440억원을 지원한다.",
        "계약 규모는 2천400억원으로 지난해 매출의 63%에 해당한다.",
        "다온증권은 새울전자의 설비투자가 4조2천억원에 이를 것으로 내다봤다.",
        "원/달러 환율은 전날보다 7.3원 내린 1,381.2원에 마감했다.",
    ],
)
def test_verbs_and_measures_do_not_point_back(sentence: str) -> None:
    assert standing(sentence, "ko", morphemes=tokens(sentence)).alone is not None


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("경찰은 해당 업체를 압수수색했다.", "ko"),
        ("시민이 경찰에 이를 신고했다.", "ko"),
        ("회사는 전날 이사회를 열었다.", "ko"),
        ("基金から3億円を充て、残りは一般財源でまかなう。", "ja"),
    ],
)
def test_what_points_back_still_does(sentence: str, language: str) -> None:
    assert standing(sentence, language, morphemes=tokens(sentence) if language == "ko" else ()).alone is None


def test_a_sum_in_two_scales_is_one_figure() -> None:
    assert key_figures("必要な費用は年間8億7千万円。", "ja") == ["8億7千万円"]
    assert key_figures("対象は約14万2千人。", "ja") == ["14万2千人"]


def test_the_figure_of_the_time_before_is_of_the_past() -> None:
    assert OF_THE_PAST["ko"].search("직전 보궐선거의 사전투표율은 13.8%였다.")
    assert OF_THE_PAST["ja"].search("前回の投票率は41.2%だった。")


OWN_KO = """솔빛바이오가 노르트메드와 공급 계약을 맺었다고 13일 밝혔다.
계약 규모는 2천400억원이다.
솔빛바이오 소개 솔빛바이오는 2009년 문을 연 약물 전달 전문 기업이다.
본사는 청주시에 있다."""
OWN_EN = """Calder Foods will close its Dunmore plant in May, the company said on Tuesday.
About 300 people work at the plant in Dunmore.
About Calder Foods Calder Foods is a maker of frozen meals with 2,100 employees.
It was founded in 1974 by two brothers from Dunmore."""


@pytest.mark.parametrize(("text", "language"), [(OWN_KO, "ko"), (OWN_EN, "en")])
def test_what_a_house_tells_of_itself_is_left_out_on_one_line_too(text: str, language: str) -> None:
    told = [line.sentence.text for line in digest(make_article(text, language=language, title="")).lines]
    assert len(told) == 2
