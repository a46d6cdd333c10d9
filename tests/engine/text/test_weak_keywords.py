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


@pytest.mark.parametrize(
    ("text", "title", "kept", "weak"),
    [
        (
            (
                "Calder Foods Inc. said on Thursday it will buy Norbury Bakeries for $1.3 billion in cash.\n"
                "Calder's net income rose 14% to $186 million. Calder said profit would grow. Norbury Bakeries has nine "
                'bakeries.\n"We were not at the table," said Helena Marsh, chief executive of Calder Foods.'
            ),
            "Calder Foods to buy Norbury Bakeries for $1.3 billion as profit rises",
            "Calder Foods",
            {"Calder", "profit rises"},
        ),
        (
            (
                "Ines Calloway, the marine geologist, died on Sunday. She was 84.\n"
                "She worked with colleagues at the Castell Institute of Oceanography for 20 years.\n"
                "She joined the Castell Institute in 1970. A memorial will be held at the Castell Institute."
            ),
            "Ines Calloway, who mapped ocean vents, dies at 84",
            "Castell Institute",
            {"Castell"},
        ),
        (
            (
                "Larkspur opened a plant on Monday. Larkspur Robotics was the name of the firm until May.\n"
                "The chief executive of Larkspur said Larkspur would hire 300 people. Larkspur makes arms."
            ),
            "Larkspur opens plant",
            "Larkspur",
            {"Larkspur Robotics"},
        ),
    ],
)
def test_a_firm_goes_by_the_name_it_has(text: str, title: str, kept: str, weak: set[str]) -> None:
    found = keywords(make_article(text, language="en", title=title), limit=5)
    assert kept in found
    assert not weak & set(found)


SNOWFALL = make_article(
    "北陸地方は24日、記録的な大雪となった。気象庁は大雪に警戒するよう呼びかけた。\n"
    "情報は気象庁のサイトにある。警戒が必要な期間は25日まで。調査の経験が生きた。個人情報の扱いも調べた。",
    language="ja",
    title="北陸に大雪情報、25日まで警戒",
)
CUP = make_article(
    "松本シエロは22日、最終節で熊本レグルスを破り、初のJ1昇格を決めた。\n"
    "本拠地の観客は2万人。J1昇格は初めて。試合の前半に先制し、後半に決勝点を奪った。松本シエロは最終節を終えた。",
    language="ja",
    title="松本シエロ、初のJ1昇格",
)
ROAD = make_article(
    "20일 오전 서해고속도로 목포 방향 군산 구간에서 차량 13대가 부딪쳤다. 목포 방향 차량이 밀렸다.\n"
    "군산 구간은 안개가 짙다. 소방은 차량을 옮겼다. 할아버지와 손자가 구조됐다. 손자는 무사했다. 서해고속도로는 통제됐다.",
    title="서해고속도로 군산 구간 13중 추돌",
)


@pytest.mark.parametrize(
    ("story", "weak", "kept"),
    [
        (SNOWFALL, {"情報", "警戒", "調査", "経験", "期間", "個人"}, "大雪"),
        (CUP, {"最終節", "本拠地", "前半", "後半", "試合", "観客", "決勝点"}, "J1昇格"),
        (ROAD, {"목포 방향", "군산 구간", "차량", "손자", "할아버지"}, "서해고속도로"),
    ],
)
def test_general_words_of_every_story_are_no_keywords(story, weak: set[str], kept: str) -> None:
    found = keywords(story, limit=12)
    assert kept in found
    assert not weak & set(found)


def test_a_work_goes_by_its_whole_name_and_what_is_said_by_none() -> None:
    text = "作家の三枝文彦さんが23日、死去した。1984年に「雪の標本室」で受賞した。「書けと言われた」と話した。"
    titled = make_article(text, language="ja", title="「雪の標本室」の三枝文彦さん死去　「書けと言われた」")
    found = keywords(titled, limit=6)
    assert "雪の標本室" in found
    assert not {"標本室", "書けと言われた"} & set(found)
