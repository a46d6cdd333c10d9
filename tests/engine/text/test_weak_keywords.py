"""Words that are no tags: hours, deeds by themselves, general nouns, years that move with the day of reading."""

from __future__ import annotations

import pytest

from newsforge.engine.text.keywords import keywords
from tests.support.stories import make_article

SUBWAY = make_article(
    "서울교통공사가 내년부터 지하철 막차 시간을 자정으로 30분 앞당긴다고 27일 밝혔다.\n"
    "공사는 선로를 점검할 시간이 모자라다고 설명했다. 자정 이후 지하철 승객은 하루 3만1천명이다.\n"
    "공사는 심야버스 노선을 20개로 늘린다. 공사 사장은 지하철 운행을 되돌리겠다고 말했다.",
    title="서울 지하철 30분 일찍 끊긴다…자정 종료",
)
MARKET = make_article(
    "코스피가 외국인 매수에 힘입어 3,200선을 돌파했다. 코스피 돌파는 처음이다.\n"
    "전 거래일보다 1.8% 올랐다. 외국인은 8천억원, 기관은 2천억원을 순매수했다. 개인은 순매도했다.\n"
    "거래일 기준으로 코스피는 열흘 연속 올랐다. 외국인 매수가 이어졌다.",
    title="코스피, 외국인 매수에 3,200선 돌파",
)
FARES = make_article(
    "白浜台市は市バスの運賃を来年度から引き上げる。昨年度の赤字は3億円で、値上がりが続く。\n"
    "市バスの利用者は昨年度、1日平均6万人だった。市バスの負担が重い。正午に発表した。",
    language="ja",
    title="白浜台市バス、来年度に値上げ　昨年度は赤字",
)
PIER = make_article(
    "Construction of the Calder Pier will start at midnight on Sunday, the harbor board said.\n"
    "The Calder Pier will close at midnight during construction. The board expects a boost for the Calder Pier.",
    language="en",
    title="Calder Pier construction starts at midnight",
)


@pytest.mark.parametrize(
    ("story", "weak", "kept"),
    [
        (SUBWAY, {"자정", "공사", "노선", "심야", "종료"}, "지하철"),
        (MARKET, {"돌파", "거래일", "외국인", "매수", "기관", "개인"}, "코스피"),
        (FARES, {"昨年度", "来年度", "値上", "負担", "正午"}, "市バス"),
        (PIER, {"midnight", "construction", "boost"}, "Calder Pier"),
    ],
)
def test_weak_words_are_no_keywords(story, weak: set[str], kept: str) -> None:
    found = keywords(story, limit=12)
    assert kept in found
    assert not weak & {word.lower() for word in found}


def test_an_event_is_a_keyword_though_it_is_a_deed() -> None:
    story = make_article(
        "해람교통 노조가 26일부터 파업한다고 밝혔다. 파업은 3년 만이다. 노조는 파업 찬반투표를 마쳤다.",
        title="해람교통 노조 26일 파업",
    )
    assert "파업" in keywords(story, limit=5)


def test_who_opens_the_headline_comes_first() -> None:
    assert keywords(MARKET, limit=3)[0] == "코스피"


def test_a_firm_whose_press_office_writes_is_still_a_keyword() -> None:
    story = make_article(
        "솔빛바이오가 노르트메드와 계약을 맺었다고 13일 밝혔다. 솔빛바이오는 패치를 공급한다.",
        title="솔빛바이오, 노르트메드와 공급 계약",
        authors=("솔빛바이오 홍보팀",),
    )
    assert keywords(story, limit=3)[0] == "솔빛바이오"


def test_the_place_of_the_dateline_is_a_keyword_where_the_headline_has_it() -> None:
    text = (
        "PORTLAND, Ore. — The City Council voted 7-5 on Tuesday to end a curfew for anyone under 18.\n"
        "Mayor Luis Ortega said he would not veto the vote. The curfew will lapse in January."
    )
    titled = make_article(text, language="en", title="Portland council votes to end curfew")
    assert "Portland" in keywords(titled, limit=3)
    other = make_article(text, language="en", title="Council votes to end curfew")
    assert "Portland" not in keywords(other, limit=5)
