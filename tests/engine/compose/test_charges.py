"""A charge in a story that is not about it, an exception, and the close of a market: each in the sentence that it needs."""

import pytest

from newsforge.engine.compose import compose, digest
from newsforge.engine.platforms.registry import platforms
from tests.support.stories import make_article

FIRE = (
    "가람시 아파트 화재로 1명 숨져… 주민 80여명 대피",
    (
        "26일 새벽 가람시의 15층짜리 아파트에서 불이 나 70대 여성 1명이 숨지고 주민 80여명이 대피했다.\n"
        "불은 소방대원 112명이 투입돼 50분 만에 꺼졌다.\n"
        "경찰은 함께 살던 40대 아들을 방화치사 혐의로 긴급체포했다. "
        '아들은 "실수로 불이 났다"며 고의로 불을 지른 것은 아니라고 주장하고 있다.\n'
        "소방당국은 재산 피해를 5천200만원으로 추산했다."
    ),
)
RENT = (
    "가람도, 청년 월세 지원 2천300명으로 확대",
    (
        "가람도는 내년부터 청년 월세 지원 대상을 1천200명에서 2천300명으로 늘린다고 24일 밝혔다.\n"
        "신청 대상은 도내에 1년 이상 거주한 만 19~39세 무주택 청년이다. "
        "다만 국토교통부의 청년 월세 지원을 받고 있는 사람은 제외된다.\n"
        "지원 금액은 월 최대 20만원에서 25만원으로 오른다."
    ),
)
MARKET = (
    "코스피 3,120선 회복… 외국인 닷새 만에 순매수",
    (
        "코스피가 26일 전 거래일보다 30.52포인트(0.99%) 오른 3,124.18에 거래를 마쳤다.\n"
        "외국인이 4천820억원어치를 사들여 닷새 만에 순매수로 돌아섰다.\n"
        "기관은 1천130억원을 순매수했고 개인은 5천760억원을 순매도했다."
    ),
)


def _texts(story, length):
    title, text = story
    read = digest(make_article(text, title=title))
    for platform in platforms().values():
        yield platform.id, "\n".join(compose(read, platform, length=length).paragraphs)


@pytest.mark.parametrize("length", ["short", "standard", "long"])
def test_what_is_said_to_a_charge_stands_behind_it(length):
    told = 0
    for platform, text in _texts(FIRE, length):
        if "주장하고 있다" in text:
            told += 1
            assert "긴급체포했다. 아들은" in text.replace("\n", " "), platform
    assert told or length == "short"


@pytest.mark.parametrize("length", ["short", "standard", "long"])
def test_an_exception_stands_behind_its_rule(length):
    for platform, text in _texts(RENT, length):
        if "제외된다" in text:
            assert "무주택 청년이다. 다만 국토교통부" in text.replace("\n", " "), platform


@pytest.mark.parametrize("length", ["standard", "long"])
def test_where_a_market_closed_is_told_first(length):
    for platform, text in _texts(MARKET, length):
        assert "3,12" in text, platform
    assert digest(make_article(MARKET[1], title=MARKET[0])).lead.text.endswith("3,124.18에 거래를 마쳤다.")


STORM = (
    "Storm Fergal leaves 40,000 homes without power as trains are cancelled",
    (
        "Storm Fergal left 40,000 homes without power and forced the cancellation of more than 300 trains on Friday.\n"
        "A man in his 60s died when a tree fell on his van near Hexham, police said. His next of kin have been informed.\n"
        "Northern Grid said it had restored power to 22,000 homes by noon.\n"
        "The warning runs until 9 p.m. on Friday, the Met Office said."
    ),
)


def test_whoever_died_is_told_under_a_title_of_something_else():
    read = digest(make_article(STORM[1], title=STORM[0], language="en"))
    for name in ("x", "linkedin", "threads", "newsletter", "facebook"):
        text = "\n".join(compose(read, platforms()[name]).paragraphs)
        assert "A man in his 60s died" in text, name


def test_a_subject_keeps_what_is_done():
    title = "가람시, 내년부터 '아이돌봄 택시' 시범 운영"
    text = (
        "가람시는 내년 1월부터 초등학생의 하교를 돕는 '아이돌봄 택시'를 시범 운영한다고 27일 밝혔다.\n요금은 1천원이다."
    )
    assert "아이돌봄 택시" in compose(digest(make_article(text, title=title)), platforms()["lms"]).subject


COURT = make_article(
    "A former harbour master took £212,000 in bribes from fishing companies that wanted the best berths, a jury has heard.\n"
    "Gareth Illsley, 57, of Quay Street, Port Levan, denies eight counts of bribery and one of false accounting.\n"
    'Miriam Okonjo, prosecuting, said Mr Illsley had run the harbour "like a private toll booth" for four years.\n'
    "The court heard that Mr Illsley used the money to pay off a mortgage and to buy a 38ft yacht for £96,000.\n"
    "Paul Redvers, defending, said the payments were repayments of personal loans.\n"
    "The harbour authority suspended Mr Illsley in November 2023 after an auditor found gaps in its mooring accounts.",
    language="en",
    title="Former harbour master denies taking £212,000 in berth bribes",
)


@pytest.mark.parametrize(
    "platform_id", ["x_premium", "linkedin", "facebook", "naver_blog", "newsletter", "feed", "lms"]
)
@pytest.mark.parametrize("tone", ["neutral", "urgent", "friendly", "formal"])
def test_whoever_pleads_for_the_accused_is_heard_with_who_prosecutes(tone: str, platform_id: str) -> None:
    told = "\n".join(compose(digest(COURT), platforms()[platform_id], tone=tone).paragraphs)
    assert "denies eight counts" in told
    assert "prosecuting" not in told or "repayments of personal loans" in told


def test_a_court_that_rules_on_a_law_hears_no_charge() -> None:
    story = make_article(
        "The Supreme Court ruled 6-3 on Thursday that three tribes have rights to a fifth of the Colma River.\n"
        "The court will hear a second case in May. Farmers said they would lose water.",
        language="en",
        title="Supreme Court sides with river tribes",
    )
    assert digest(story).answers == ()
