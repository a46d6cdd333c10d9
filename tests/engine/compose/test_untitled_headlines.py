"""What a text without a title is headed by: its news, in the syntax of a headline, and never two loose nouns."""

from __future__ import annotations

import pytest

from newsforge.engine.compose import compose, digest
from newsforge.engine.platforms.registry import platforms
from newsforge.engine.receipts.evidence import Evidence
from newsforge.engine.receipts.verdict import judge
from tests.support.stories import make_article


@pytest.mark.parametrize(
    ("language", "lead", "headline"),
    [
        (
            "ko",
            "서울 시내버스 노조가 27일 첫차부터 무기한 파업에 들어간다.",
            "서울 시내버스 노조, 27일 첫차부터 무기한 파업에 들어간다",
        ),
        (
            "ko",
            "경북 봉화군 산골의 유일한 목욕탕이 48년 만에 문을 닫는다.",
            "경북 봉화군 산골의 유일한 목욕탕, 48년 만에 문을 닫는다",
        ),
        (
            "ko",
            "9일 오전 6시 18분께 도림군 서강면의 한 도료 공장에서 불이 나 2명이 숨지고 11명이 다쳤다.",
            "도림군 서강면의 한 도료 공장에서 불이 나 2명 숨지고 11명 다쳤다",
        ),
        (
            "ko",
            "배달대행업체의 지시를 받아 일한 배달기사를 근로자로 봐야 한다는 법원 판단이 나왔다.",
            "배달대행업체의 지시를 받아 일한 배달기사를 근로자로 봐야 한다는 법원 판단",
        ),
        (
            "ja",
            "東京都は20日、都立学校の給食費を来年4月から全額無償にすると発表した。",
            "東京都、都立学校の給食費を来年4月から全額無償にすると発表した",
        ),
        (
            "ja",
            "国家統計庁が20日発表した全国消費者物価指数は、総合指数が112.4となり、前年同月より2.1%上昇した。",
            "国家統計庁が20日発表した全国消費者物価指数、総合指数が112.4となり、前年同月より2.1%上昇した",
        ),
        (
            "ja",
            "大型で強い台風21号は9日午後6時ごろ、汐浜県の南部に上陸した。",
            "大型で強い台風21号、9日午後6時ごろ、汐浜県の南部に上陸した",
        ),
        (
            "en",
            "An appeals court on Thursday upheld a $240 million fine against Brightwell Foods for fixing bread prices.",
            "An appeals court on Thursday upheld a $240 million fine against Brightwell Foods",
        ),
    ],
)
def test_a_lead_becomes_a_headline(language: str, lead: str, headline: str) -> None:
    article = make_article(lead, language=language, title="", site="", url=None)
    assert digest(article).headline.text == headline
    verdict = judge(headline, Evidence.of(article), language)
    assert (verdict.status, verdict.wording) != ("reformatted", "free")


def test_a_meeting_and_its_day_leave_the_headline() -> None:
    lead = "국회 국토교통위원회는 19일 전체회의를 열고 전세사기 지원을 2년 연장하는 특별법 개정안을 의결했다."
    found = digest(make_article(lead, language="ko", title="", site="", url=None)).headline
    assert "국회 국토교통위원회, 전세사기 지원을 2년 연장하는 특별법 개정안 의결" in found.clauses


@pytest.mark.parametrize(
    "lead",
    [
        "국회는 19일 개정안을 의결하지 않았다.",
        "정부가 추진한 도로 사업이 예산 부족으로 무산됐다.",
        "시장은 19일 오전 사퇴 요구를 거부했다.",
    ],
)
def test_a_headline_turns_nothing(lead: str) -> None:
    article = make_article(lead, language="ko", title="", site="", url=None)
    headline = digest(article).headline
    for form in (headline.text, *headline.clauses):
        assert judge(form, Evidence.of(article), "ko").status != "unsupported"
        assert ("않았다" in form) == ("않았다" in lead) or form in headline.fragments
        assert not form.startswith("정부, ")


def test_letters_and_push_messages_are_headed_by_the_news() -> None:
    article = make_article(
        "서울 시내버스 노조가 27일 첫차부터 무기한 파업에 들어간다. 서울시는 셔틀버스 480대를 투입한다.",
        language="ko",
        title="",
        site="",
        url=None,
    )
    letter = compose(digest(article), platforms()["newsletter"])
    assert letter.subject == "서울 시내버스 노조, 27일 첫차부터 무기한 파업에 들어간다"
    push = compose(digest(article), platforms()["push"])
    assert push.title in {letter.subject, "서울 시내버스 노조, 무기한 파업에 들어간다"}
