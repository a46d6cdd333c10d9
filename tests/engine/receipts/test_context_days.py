"""이날 written out: right where the article has named one day before it, stopped or left to the reader where not."""

import pytest

from newsforge.adapters.writers.embedded import EmbeddedWriter
from newsforge.engine.compose import digest
from newsforge.engine.platforms.registry import platforms
from newsforge.engine.receipts import check_text
from newsforge.pipeline.conversion import convert
from tests.support.stories import make_article

STRIKE = make_article(
    "서울 시내버스 노사가 12일 오후 3시 30분께 임금·단체협약 협상을 타결했다.\n"
    "파업으로 이날 오전 서울 시내버스 7천382대 가운데 97.6%인 7천210대가 운행을 멈췄다.\n"
    "서울교통공사는 이날 새벽 지하철 운행을 하루 202회 늘렸다.\n"
    "노조는 당초 기본급 12.7% 인상을 요구했고, 사측은 2.5% 인상안을 제시했다.",
    title="서울 시내버스 노사, 파업 11시간 만에 임금협상 타결",
)
TWO_DAYS = make_article(
    "가람시는 12일 새 도서관 이름을 정했다.\n"
    "시민 투표는 지난 9일 끝났다.\n"
    "이날 오전 시청 앞에서 시민 40명이 이름에 반대하는 집회를 열었다.",
    title="가람시, 새 도서관 이름 결정",
)
OCTOBER = make_article(
    "가람시는 10월 3일 새 도서관의 문을 열었다.\n이날 하루 시민 3천200명이 도서관을 찾았다.",
    title="가람시 새 도서관, 첫날 3천200명",
)
LAST_MONTH = make_article(
    "가람시는 지난달 3일 새 도서관의 문을 열었다.\n이날 하루 시민 3천200명이 도서관을 찾았다.",
    title="가람시 새 도서관, 첫날 3천200명",
)
SCHOOL = make_article(
    "北浜市は12日、給食費を無償にすると発表した。\n同日午後の会見で藤沢恵子市長は予算を6億8千万円と説明した。",
    language="ja",
    title="北浜市、給食費を無償化",
)


def _status(article, sentence):
    return [(receipt.status, receipt.wording) for receipt in check_text(sentence, article)]


@pytest.mark.parametrize(
    ("article", "sentence"),
    [
        (STRIKE, "파업으로 12일 오전 서울 시내버스 7천382대 가운데 97.6%인 7천210대가 운행을 멈췄다."),
        (STRIKE, "서울교통공사는 12일 새벽 지하철 운행을 하루 202회 늘렸다."),
        (SCHOOL, "12日午後の会見で藤沢恵子市長は予算を6億8千万円と説明した。"),
    ],
)
def test_the_one_day_that_was_named_is_the_articles_wording(article, sentence):
    (found,) = _status(article, sentence)
    assert found[0] in {"supported", "reformatted"}
    assert found[1] == "close"


@pytest.mark.parametrize(
    ("article", "sentence"),
    [
        (STRIKE, "파업으로 11일 오전 서울 시내버스 7천382대 가운데 97.6%인 7천210대가 운행을 멈췄다."),
        (TWO_DAYS, "12일 오전 시청 앞에서 시민 40명이 이름에 반대하는 집회를 열었다."),
        (TWO_DAYS, "9일 오전 시청 앞에서 시민 40명이 이름에 반대하는 집회를 열었다."),
        (SCHOOL, "11日午後の会見で藤沢恵子市長は予算を6億8千万円と説明した。"),
    ],
)
def test_another_day_or_one_of_two_is_not(article, sentence):
    (found,) = _status(article, sentence)
    assert found[0] == "unsupported" or found[1] == "free"


def test_a_sentence_of_that_day_may_be_told_elsewhere():
    lines = {line.index: line for line in digest(STRIKE).lines}
    assert lines[1].alone == STRIKE.sentences[1].text.replace("이날", "12일")
    assert next(line for line in digest(TWO_DAYS).lines if line.index == 2).alone is None


def test_a_day_of_another_month_keeps_its_month():
    assert next(line for line in digest(OCTOBER).lines if line.index == 1).alone == (
        "10월 3일 하루 시민 3천200명이 도서관을 찾았다."
    )
    assert next(line for line in digest(LAST_MONTH).lines if line.index == 1).alone is None


def test_what_was_agreed_comes_before_what_had_been_asked_for():
    lines = {line.index: line for line in digest(STRIKE).lines}
    assert lines[3].score < lines[1].score


@pytest.mark.parametrize("article", [STRIKE, TWO_DAYS, SCHOOL, OCTOBER, LAST_MONTH])
async def test_the_posts_stand_their_own_check(article):
    fit = [platform for platform in platforms().values() if platform.writes(article.language)]
    done = await convert(article, fit, [EmbeddedWriter()])
    assert {result.platform.id: result.status for result in done.results if result.status != "clean"} == {}
