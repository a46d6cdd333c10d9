"""How to reach somebody goes; the news that stands beside it in the same paragraph stays."""

import asyncio

import pytest

from newsforge.adapters.readers.source import SourceReader
from newsforge.engine.receipts import check_text
from newsforge.pipeline.ports import Source

EN = (
    "The annual Millbrook fair drew about 3,000 visitors on Sunday, organisers said, up from 2,100 last year.",
    '"We ran out of pies by 2 p.m.," said Mayor Jane Doe. She thanked the 140 volunteers and the Lions Club.',
)
KO = (
    "서해시는 다음 달 2일부터 치매 어르신에게 배회감지기 500대를 무료로 보급한다고 26일 밝혔다.",
    "배회감지기는 위성 신호로 위치를 10분마다 보호자 휴대전화에 알려 준다. 지난해 신고는 214건이었다.",
)
JA = (
    "市は来月2日から、高齢者に見守り端末500台を無料で配ると26日に発表した。",
    "端末は10分ごとに位置を家族に知らせる。昨年の行方不明の届け出は214件だった。",
)


def read(body, shape):
    if shape == "html":
        paragraphs = "".join(f"<p>{line}</p>" for line in body)
        data = f"<html><head><title>News</title></head><body><article><h1>News of the day</h1>{paragraphs}</article></body></html>"
    else:
        data = "\n\n".join(("News of the day", *body))
    return asyncio.run(SourceReader().read(Source(kind="file", name=f"story.{shape}", data=data.encode())))


@pytest.mark.parametrize("shape", ["txt", "html"])
@pytest.mark.parametrize(
    ("before", "news", "contact"),
    [
        (EN, "The fair raised $18,400 for the new playground at Oak Park. Work on it starts in April, the council said.",
         "Volunteers can sign up at fair@millbrook.com."),
        (EN, "The fair raised $18,400 for the new playground at Oak Park.",
         "Visit www.millbrook-fair.com or write to fair@millbrook.com."),
        (EN, "Entry is free for children under 12.",
         "For more information call 555-010-0199. Or write to fair@millbrook.com."),
        (KO, "65세 이상이면 소득과 관계없이 받을 수 있지만 장기요양 1~2등급은 제외된다.",
         "신청은 서해시 치매안심센터(031-555-0199)나 전자우편 care@seohae.example 로 하면 된다."),
        (JA, "65歳以上なら所得にかかわらず受け取れるが、要介護4以上は対象外となる。",
         "申し込みは市の窓口（031-555-0199）かメール care@seohae.example で受け付ける。"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("contact_first", [False, True])
def test_of_a_paragraph_only_the_contact_goes(shape, before, news, contact, contact_first):
    paragraph = f"{contact} {news}" if contact_first else f"{news} {contact}"
    article = read((*before, paragraph), shape)
    assert article.text.endswith(news)
    assert "@" not in article.text
    assert [line.text for line in article.left_out if line.reason == "contact"] == [contact]
    assert all(receipt.status == "supported" for receipt in check_text(news, article))


@pytest.mark.parametrize("shape", ["txt", "html"])
@pytest.mark.parametrize(
    ("before", "contact"),
    [
        (EN, "For more information, call 555-010-0199 or write to fair@millbrook.com."),
        (EN, "Have a tip? Write to fair@millbrook.com."),
        (EN, "Jane Roe covers city hall for The Millbrook Daily. Reach her at jane@millbrook.com."),
        (KO, "문의: 서해시 치매안심센터 031-555-0199, care@seohae.example"),
        (KO, "문의는 서해시 치매안심센터(031-555-0199)나 전자우편 care@seohae.example 로 하면 된다."),
    ],
)
def test_a_paragraph_that_is_nothing_but_contact_goes_whole(shape, before, contact):
    article = read((*before, contact), shape)
    assert article.text.endswith(before[-1])
    assert contact in {line.text for line in article.left_out}


@pytest.mark.parametrize("shape", ["txt", "html"])
@pytest.mark.parametrize(
    ("before", "news"),
    [
        (EN, "Police asked witnesses of the accident to send their videos to tips@millbrook.com by Friday, June 5."),
        (KO, "경찰은 사고를 본 시민은 영상을 tips@seohae.example 로 30일까지 보내 달라고 당부했다."),
    ],
)
def test_what_somebody_said_is_news_even_with_an_address(shape, before, news):
    assert read((*before, news), shape).text.endswith(news)
