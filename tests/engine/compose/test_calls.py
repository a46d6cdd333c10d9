"""Where people can apply, the post says how; where nobody can, nothing of it changes."""

from __future__ import annotations

import pytest

from newsforge.engine.article import Article
from newsforge.engine.compose import compose, digest
from newsforge.engine.platforms.registry import get_platform
from tests.support.stories import make_article

RENT = make_article(
    "강원 새솔시는 다음 달 7일부터 18일까지 '청년 월세 특별지원' 신청을 받는다고 24일 밝혔다.\n"
    "지원 대상은 새솔시에 주민등록을 두고 부모와 따로 사는 만 19세 이상 34세 이하 무주택 청년이다. "
    "임차보증금 5천만 원 이하, 월세 70만 원 이하인 주택에 살아야 한다. "
    "청년 가구의 소득은 기준 중위소득 60% 이하여야 한다.\n"
    "시는 소득과 재산을 심사해 모두 600명을 뽑아 월 최대 20만 원을 12개월 동안 지원한다. 사업비는 14억 4천만 원이다.\n"
    "신청은 시 누리집이나 주소지 행정복지센터에서 하면 된다.\n"
    "선정 결과는 내년 1월 20일 문자로 알린다.\n"
    '육도현 새솔시 청년정책과장은 "월세가 소득의 3분의 1을 넘는 청년이 적지 않다"고 말했다.',
    title="새솔시, 무주택 청년에 월세 최대 20만 원 12개월 지원",
)
GRANTS = make_article(
    "Westmarch Council opened a £1.2 million grant scheme on Monday for shops that want to fit heat pumps.\n"
    "Grants of up to £8,000 will cover half of the cost, the council said. It expects about 150 shops to benefit.\n"
    '"Our high streets were built for coal," said Priya Sandhu, the cabinet member for climate.\n'
    "Shops in the town centre and on Station Road are eligible. Chains with more than ten branches are not.\n"
    "Owners can apply on the council's website until Jan. 30. Awards will be announced in March.",
    language="en",
    title="Westmarch opens £1.2m heat pump grants for shops",
)
PATROL = make_article(
    "瑞穂市は2日、通学路を見守る「見守りサポーター」の募集を始めた。\n"
    "対象は市内に住む18歳以上の人で、定員は120人。活動は登下校の時間帯の1回30分ほどで、1回につき500円分の地域ポイントを受け取れる。\n"
    "市によると、市内では昨年、登下校中の子どもへの声かけが34件あった。\n"
    "応募は市のホームページか各公民館の窓口で26日まで受け付ける。\n"
    "市地域安全課の野沢和夫課長は「散歩のついでに参加してほしい」と話している。",
    language="ja",
    title="通学路の見守りサポーター120人を募集　瑞穂市",
)
BINS = make_article(
    "Harrowgate Council will charge households £48 a year to empty garden waste bins from April, ending a free service.\n"
    "Councillors voted 31 to 24 for the charge on Wednesday night.\n"
    "Households that want to keep the service can sign up on the council's website from Jan. 12 or at any library.\n"
    '"The alternative was closing two libraries," said Priya Sandhu, the cabinet member for finance.\n'
    "About 61,000 of the town's 94,000 households now use the bins.",
    language="en",
    title="Harrowgate to charge for garden waste bins from April",
)
WAYS = [(RENT, "시 누리집이나"), (GRANTS, "until Jan. 30"), (PATROL, "26日まで")]


@pytest.mark.parametrize("platform_id", ["x", "threads", "facebook", "telegram", "naver_blog", "newsletter", "kakao"])
@pytest.mark.parametrize("tone", ["neutral", "urgent"])
@pytest.mark.parametrize(("article", "way"), WAYS, ids=["ko", "en", "ja"])
def test_a_post_says_how_to_apply(article: Article, way: str, tone: str, platform_id: str) -> None:
    content = compose(digest(article), get_platform(platform_id), tone=tone)
    assert way in "\n".join(content.paragraphs)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "검찰, 뇌물 혐의 군수 구속영장 신청",
            (
                "검찰은 12일 뇌물 혐의를 받는 박도진 군수의 구속영장을 신청했다.\n박 군수는 방문 조사에서 혐의를 부인했다.\n"
                "영장 신청서는 온라인으로 접수됐다."
            ),
        ),
        (
            "가온전자, 회생 신청",
            (
                "가온전자가 12일 법원에 회생을 신청했다.\n가온전자의 부채는 840억원이다.\n"
                "채권자는 우편으로 접수한 채권만 신고할 수 있다."
            ),
        ),
    ],
)
def test_a_warrant_is_nothing_to_apply_for(title: str, text: str) -> None:
    assert digest(make_article(text, title=title)).calls == ()


CRASH = make_article(
    "20일 오전 6시 52분께 가람군 서해고속도로 목포 방향 나들목 인근에서 화물차와 승용차 등 차량 13대가 잇따라 부딪쳤다.\n"
    "이 사고로 1t 화물차 운전자 A(58)씨와 승용차 동승자 B(34)씨 등 2명이 숨지고, 9명이 다쳐 인근 병원으로 옮겨졌다. "
    "부상자 가운데 3명은 중상으로 알려졌다.\n"
    "경찰은 앞서가던 탱크로리가 안개 속에서 급히 속도를 줄이자 뒤따르던 차들이 멈추지 못한 것으로 보고 있다.\n"
    "이 사고로 목포 방향 2개 차로가 3시간 20분 동안 전면 통제됐다가 오전 10시 12분께 통행이 재개됐다. "
    "한국도로공사는 사고 구간을 지나는 차량을 국도 21호선으로 우회시켰다.",
    title="서해고속도로 13중 추돌…2명 사망·9명 부상",
)


@pytest.mark.parametrize("platform_id", ["telegram", "naver_blog", "newsletter", "lms", "linkedin", "feed"])
@pytest.mark.parametrize("tone", ["neutral", "friendly", "formal"])
def test_who_died_is_told_before_where_the_traffic_went(platform_id: str, tone: str) -> None:
    told = "\n".join(compose(digest(CRASH), get_platform(platform_id), tone=tone).paragraphs)
    assert told.find("2명이 숨지고") >= 0
    assert "우회시켰다" not in told or told.find("2명이 숨지고") < told.find("우회시켰다")


def test_the_cause_of_an_accident_is_worth_more_than_a_detour() -> None:
    worth = {line.index: line.score for line in digest(CRASH).lines}
    assert worth[3] > worth[5]


STORM = make_article(
    "Forecasters issued a hurricane watch for the Marl Keys on Tuesday as Tropical Storm Odile strengthened, and officials "
    "told 18,000 people to leave by noon Wednesday.\n"
    "Odile had winds of 65 mph late Tuesday, the National Storm Center said.\n"
    "Evacuation buses will leave from Marl High School every 30 minutes from 6 a.m. Wednesday.\n"
    "Four shelters will open at 8 a.m.: Arden Hall, St. Clement's School and Fort Pell College.\n"
    "In 2017, Hurricane Petra killed 11 people on the Marl Keys.",
    language="en",
    title="Hurricane watch issued for Marl Keys as Storm Odile strengthens",
)


def test_before_a_storm_what_to_do_is_worth_more_than_an_earlier_one() -> None:
    lines = {line.index: line for line in digest(STORM).lines}
    assert min(lines[2].score, lines[3].score) > lines[4].score
    # St. Clement's School is nobody whom Marl High School would be short for.
    assert not lines[2].names


@pytest.mark.parametrize("platform_id", ["x", "threads", "facebook", "telegram", "naver_blog", "newsletter", "lms"])
def test_news_of_something_else_says_how_to_sign_up_for_it(platform_id: str) -> None:
    assert "can sign up" in "\n".join(compose(digest(BINS), get_platform(platform_id)).paragraphs)
