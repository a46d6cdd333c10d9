"""Where a thing is the first, from when, how much of it was reached, who kept silent: wrong twins of right sentences."""

from __future__ import annotations

import pytest

from newsforge.engine.receipts import check_text
from tests.support.stories import make_article

BRIQUETTES = make_article(
    "서울에 하나 남은 연탄공장인 삼화연료가 내년 3월 문을 닫는다.\n"
    "한창때는 하루 30만 장을 찍었지만 지난겨울에는 하루 1만2천 장에 그쳤다. 한때 140명이던 직원은 9명이 남았다.\n"
    "서울시는 연탄 가구에 기름보일러를 놓아 주는 사업을 벌이고 있다. 올해 600가구를 목표로 했지만 10월까지 214가구만 바꿨다.\n"
    "편지 가운데 3통은 보물 지정을 신청했다.",
    title="마지막 연탄공장의 겨울",
)
NETS = make_article(
    "해양수산부는 어구 보증금제의 대상을 자망까지 넓히는 개정안을 입법예고한다고 24일 밝혔다.\n"
    "개정안이 국무회의를 통과하면 2027년 7월 1일부터 자망을 사는 어업인은 1개당 2,000원을 보증금으로 낸다.\n"
    "장관은 자망 보증금은 어업인 부담을 살펴 1년의 계도 기간을 두겠다고 밝혔다. 의견은 2027년 1월 3일까지 내면 된다.\n"
    "고인은 미국 하버드대에서 조경학 석사 학위를 받았다. 오세린은 개인 한 경기 최다인 31점을 올렸다.",
    title="어구 보증금제 자망까지 확대",
)
FERRY = make_article(
    "Vance & Daughter is the last clock repair shop in the county, and in January it will close.\n"
    "Britain had about 4,000 clock and watch repairers in 1980, according to the Horology Guild. Today it counts 610.\n"
    "Okafor scored twice and Kim Nakata added a third in stoppage time as Lakeside beat the Rovers. "
    "A crowd of 14,318 was a club record.\n"
    '"At halftime we were still only two down," Lakeside coach Dana Whitlock said. "Nobody panicked."\n'
    'Rovers coach Pilar Santos said her team "stopped playing" after the break.\n'
    "The company does not plan job cuts, finance chief Paul Whitcombe said.\n"
    "The plant will not close, but 40 of its 310 jobs will go. The Scottish government declined to comment.",
    language="en",
)
LIBRARY = make_article(
    "市によると、全館での24時間対応は県内で初めて。\n"
    "図書館司書の数は減らさず、現在の96人を維持する。\n"
    "4〜9月期の純利益は5.2％減の88億円だった。",
    language="ja",
)
WRONG = [
    (BRIQUETTES, "전국에 하나 남은 연탄공장이 내년 3월 문을 닫는다."),
    (BRIQUETTES, "삼화연료에는 지금 직원 140명이 남아 있다."),
    (BRIQUETTES, "서울시는 올해 600가구에 기름보일러를 놓았다."),
    (BRIQUETTES, "편지 가운데 3통이 보물로 지정됐다."),
    (NETS, "해양수산부는 자망 보증금을 계도 기간 없이 바로 시행하겠다고 밝혔다."),
    (NETS, "의견은 2027년 1월 3일부터 내면 된다."),
    (NETS, "개정안이 국무회의를 통과했다."),
    (NETS, "고인은 미국 하버드대에서 박사 학위를 받았다."),
    (NETS, "오세린은 리그 역대 한 경기 최다인 31점을 올렸다."),
    (FERRY, "Vance & Daughter is the last clock repair shop in Britain."),
    (FERRY, "A crowd of 14,318 was a league record."),
    (FERRY, "Britain today has about 4,000 clock and watch repairers."),
    (FERRY, '"Nobody panicked," Rovers coach Pilar Santos said.'),
    (FERRY, "Finance chief Paul Whitcombe said the company plans job cuts."),
    (FERRY, "The Scottish government welcomed the deal."),
    (FERRY, "Kim Nakata scored twice and Okafor a third."),
    (LIBRARY, "全館での24時間対応は全国で初めて。"),
    (LIBRARY, "図書館司書の数を減らす。"),
]
RIGHT = [
    (BRIQUETTES, "서울의 마지막 연탄공장이 내년 3월 문을 닫는다."),
    (BRIQUETTES, "직원은 한때 140명이었지만 지금은 9명이다."),
    (BRIQUETTES, "서울시는 올해 600가구를 목표로 했지만 214가구만 바꿨다."),
    (BRIQUETTES, "서울시는 10월까지 214가구를 바꿨다."),
    (NETS, "자망 보증금에는 1년의 계도 기간을 둔다."),
    (NETS, "의견은 2027년 1월 3일까지 낼 수 있다."),
    (NETS, "2027년 7월 1일부터 자망을 살 때 1개당 2,000원을 낸다."),
    (NETS, "개정안이 국무회의를 통과하면 7월에 시행된다."),
    (NETS, "오세린은 개인 최다인 31점을 올렸다."),
    (FERRY, "The county's last clock repair shop will close in January."),
    (FERRY, "The plant will stay open but cut 40 jobs."),
    (FERRY, "Okafor scored twice and Nakata a third."),
    (FERRY, '"Nobody panicked," Lakeside coach Dana Whitlock said.'),
    (FERRY, "The company has no plan to cut jobs, Whitcombe said."),
    (LIBRARY, "全館での24時間対応は県内初だ。"),
    (LIBRARY, "司書の数は96人のまま減らさない。"),
]


def stopped(article: object, text: str) -> bool:
    return any(receipt.status == "unsupported" for receipt in check_text(text, article))  # type: ignore[arg-type]


@pytest.mark.parametrize(("article", "text"), WRONG, ids=[text[:40] for _, text in WRONG])
def test_it_is_stopped(article: object, text: str) -> None:
    assert stopped(article, text)


@pytest.mark.parametrize(("article", "text"), RIGHT, ids=[text[:40] for _, text in RIGHT])
def test_the_right_twin_passes(article: object, text: str) -> None:
    problems = [problem for receipt in check_text(text, article) for problem in receipt.problems]  # type: ignore[arg-type]
    assert not problems


FINES = make_article(
    "여야가 전월세 신고를 늦게 한 임대인에게 물리는 과태료를 최고 100만원에서 30만원으로 낮추는 데 합의했다.\n"
    "거짓으로 신고했을 때의 과태료 100만원은 그대로 둔다. 회수 장소는 181곳에서 260곳으로 늘어난다.\n"
    "대전은 20-24까지 뒤졌으나 동점을 만들었다. 25t 화물차 운전자 A(54)씨가 조사를 받고 있다.",
)


@pytest.mark.parametrize(
    "text",
    [
        "Rival parties agreed to raise the maximum fine from 300,000 won to 1 million won.",
        "Recovery points will be increased from 260 to 181.",
        "회수 장소는 260곳에서 181곳으로 늘어난다.",
    ],
)
def test_a_change_turned_round_is_stopped_in_any_language(text: str) -> None:
    assert stopped(FINES, text)


@pytest.mark.parametrize(
    "text",
    [
        "Rival parties agreed to cut the maximum fine from 1 million won to 300,000 won.",
        "Recovery points will be increased from 181 to 260.",
        "대전은 20-24로 뒤지다 동점을 만들었다.",
        "경찰이 50대 화물차 운전자를 조사하고 있다.",
        "The driver of a 25-ton truck is being questioned.",
    ],
)
def test_the_same_change_and_the_same_measures_pass(text: str) -> None:
    assert not stopped(FINES, text)


CRASH = make_article(
    "이 사고로 승객 2명이 숨지고 7명이 다쳐 병원으로 옮겨졌다. 버스에는 등산객 등 31명이 타고 있었다.\n"
    "대전(9승 2패·승점 26)은 2위를 지키며 선두 인천(10승 1패·승점 28)을 쫓았다.",
)
SHARES = make_article(
    "Brightwell raised its forecast on Thursday after cutting prices.\n"
    "Shares in Brightwell jumped 6.3% in early trading.\n"
    "Market researcher Kestrel put its market share at 15.2%.\n"
    "The grocer also announced a buyback of 250 million pounds of shares. Sam Odunsi, 22, has one of four "
    "apprenticeships.",
    language="en",
)


@pytest.mark.parametrize(
    ("article", "text"),
    [
        (CRASH, "버스에 타고 있던 31명이 모두 다쳤다."),
        (CRASH, "대전은 선두로 올라섰다."),
        (CRASH, "Daejeon moved into first place with 26 points."),
        (SHARES, "Shares in Brightwell jumped 6.3% because of the buyback."),
    ],
)
def test_all_the_first_and_a_reason_must_be_the_article_s(article: object, text: str) -> None:
    assert stopped(article, text)


@pytest.mark.parametrize(
    ("article", "text"),
    [
        (CRASH, "버스에는 모두 31명이 타고 있었다."),
        (CRASH, "대전은 2위를 지켰다."),
        (SHARES, "Brightwell raised its forecast because of price cuts."),
        (SHARES, "Apprentice Sam Odunsi is 22."),
    ],
)
def test_what_the_article_says_of_all_and_why_passes(article: object, text: str) -> None:
    assert not stopped(article, text)


HEAT = make_article(
    "피해액은 역대 가장 컸던 2024년(1,430억원)에 이어 두 번째다. 3개월 이상 연체율은 1.9%에서 2.6%로 올랐다.\n"
    '우태경 감독은 "먼저 넣고 물러선 것이 패인"이라며 "선수들의 잘못이 아니다"라고 말했다.\n'
    "노사는 파업 하루 전인 25일 밤 잠정 합의했다.",
)
FAILINGS = make_article('Judge Helen Farrant said the failings were "systemic" but not deliberate.', language="en")
RAILWAY = make_article("初乗りは180円から220円になる。\n全線の廃止は検討していない。", language="ja")


@pytest.mark.parametrize(
    ("article", "text"),
    [
        (HEAT, "피해액은 역대 가장 컸다."),
        (HEAT, "우태경 감독은 선수들의 잘못이라고 말했다."),
        (FAILINGS, "Judge Helen Farrant said the failings were deliberate."),
        (RAILWAY, "全線の廃止を検討している。"),
    ],
)
def test_second_place_and_what_is_denied_are_kept(article: object, text: str) -> None:
    assert stopped(article, text)


@pytest.mark.parametrize(
    ("article", "text"),
    [
        (HEAT, "피해액은 2024년에 이어 두 번째로 컸다."),
        (HEAT, "역대 피해가 가장 컸던 해는 2024년이다."),
        (HEAT, "연체율은 2.6%로 올랐다."),
        (HEAT, "노사는 파업을 하루 앞두고 잠정 합의했다."),
        (FAILINGS, "Judge Helen Farrant said the failings were systemic."),
        (RAILWAY, "初乗りは40円上がって220円になる。"),
    ],
)
def test_one_end_of_a_change_and_a_difference_pass(article: object, text: str) -> None:
    assert not stopped(article, text)


def test_a_prefecture_is_known_in_three_languages() -> None:
    plant = make_article("菱和精機は25日、熊本県に新工場を建設すると発表した。投資額は480億円。", language="ja")
    assert not stopped(plant, "The company will build a plant in Kumamoto for 48 billion yen.")
    assert not stopped(plant, "구마모토현에 480억 엔을 들여 공장을 짓는다.")
    assert stopped(plant, "The company will build a plant in Nagasaki for 48 billion yen.")


def test_what_is_less_is_told_for_less_across_languages() -> None:
    assert not stopped(LIBRARY, "순이익은 5.2% 줄어든 88억 엔이었다.")
    assert stopped(LIBRARY, "순이익은 5.2% 늘어난 88억 엔이었다.")


def test_a_final_that_is_reached_is_no_rise() -> None:
    final = make_article("Lakeside came from two goals down to beat Rovers 3-2, reaching the final.", language="en")
    assert not stopped(final, "레이크사이드가 로버스를 3-2로 꺾고 결승에 처음 올랐다.")
