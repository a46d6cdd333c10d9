"""The narrowest places hold a whole thought, or a phrase of the headline that names what it is about."""

from __future__ import annotations

import pytest

from newsforge.engine.compose import compose, digest
from newsforge.engine.compose.compression import compressed, english_phrases, leaves_open
from newsforge.engine.compose.fewer_words import noun_phrases, told_in_fewer
from newsforge.engine.compose.headline import read_headline
from newsforge.engine.compose.kept import says_the_same
from newsforge.engine.compose.shorten import loose_forms
from newsforge.engine.compose.space import fits_field
from newsforge.engine.platforms.registry import get_platform
from newsforge.engine.receipts import check_text
from tests.support.stories import make_article


def subject_of(title: str, text: str, language: str = "ko") -> str | None:
    return compose(digest(make_article(text, title=title, language=language)), get_platform("lms")).subject


@pytest.mark.parametrize(
    ("title", "text", "language", "subject"),
    [
        (
            "솔빛바이오, 유럽에 당뇨 패치 5년간 2,400억원 공급 계약",
            "솔빛바이오가 노르트메드와 당뇨 패치를 유럽 12개국에 공급하는 계약을 맺었다고 13일 밝혔다.",
            "ko",
            "솔빛바이오, 유럽에 당뇨 패치 공급 계약",
        ),
        (
            "한빛제약, 당뇨 신약 기술 유럽에 8천억원 수출",
            "한빛제약은 당뇨 신약 후보물질을 독일 노르트메드에 최대 8천200억원에 기술수출한다고 13일 공시했다.",
            "ko",
            "한빛제약, 당뇨 신약 기술 8천억원 수출",
        ),
        (
            "Former harbour master denies taking £212,000 in berth bribes",
            "A former harbour master took £212,000 in bribes from fishing companies, a jury has heard.",
            "en",
            "Harbour master denies taking £212,000",
        ),
        (
            "‘We will not be the last village without a bus’: valley fights to save the 47",
            "Catrin Bevan, who has run the village shop for 30 years, said a third of her customers came by bus.",
            "en",
            "Valley fights to save the 47",
        ),
        (
            "What a 700-year-old shipwreck tells us about medieval trade",
            "Archaeologists have raised a 700-year-old ship from the mud of the Orwell estuary, with 300 jars in its hold.",
            "en",
            "What a 700-year-old shipwreck tells us…",
        ),
        (
            "Inside the race to build a battery that never catches fire",
            "Engineers at Volta Labs have built a battery that kept working after being pierced by a nail 50 times.",
            "en",
            "Inside the race to build a battery…",
        ),
        (
            "How a chapel became the loudest room in a small valley town",
            "Residents of Cwm Arran packed a chapel on Thursday to oppose plans to cut the number 47 bus.",
            "en",
            "Residents of Cwm Arran packed a chapel",
        ),
        (
            "초등생 넷 중 한 명 하루 4시간 넘게 스마트폰…수면은 40분 줄어",
            "초등학생 네 명 가운데 한 명은 하루에 4시간 넘게 스마트폰을 쓰는 것으로 나타났다.",
            "ko",
            "초등생 넷 중 한 명 4시간 넘게 스마트폰",
        ),
        (
            "제주·남해안 시간당 70㎜ 폭우…주택 120채 침수·1명 실종",
            "18일 제주와 남해안에 시간당 70㎜가 넘는 폭우가 쏟아져 주택 120채가 잠기고 1명이 실종됐다.",
            "ko",
            "제주·남해안 시간당 70㎜ 폭우…1명 실종",
        ),
        (
            "Portland council votes 7-5 to end downtown curfew for teenagers",
            "The City Council of Portland voted 7-5 on Tuesday to end a downtown curfew for anyone under 18.",
            "en",
            "Portland council votes 7-5 to end curfew",
        ),
        (
            "Okafor's late double sends Westmere past Kingsport and into the cup final",
            "Chidi Okafor scored twice as Westmere came from behind to beat Kingsport City 2-1 on Sunday.",
            "en",
            "Westmere beat Kingsport City 2-1",
        ),
        (
            "Harrow Motors to build $1.9 billion battery plant in Dunmore",
            "Harrow Motors will spend $1.9 billion on a battery plant in Dunmore, the carmaker said on Tuesday.",
            "en",
            "Harrow Motors to build battery plant",
        ),
    ],
)
def test_a_subject_is_a_whole_thought(title: str, text: str, language: str, subject: str) -> None:
    assert subject_of(title, text, language) == subject
    assert fits_field(subject, get_platform("lms"), "subject")
    (receipt,) = check_text(subject, make_article(text, title=title, language=language))
    assert receipt.status != "unsupported"
    assert receipt.wording != "free"


def test_somebodys_words_give_at_least_what_they_are_about() -> None:
    title = '"섬마을 분교, 아이 한 명이 남을 때까지 지킬 겁니다"'
    assert noun_phrases(title) == ("섬마을 분교",)
    text = (
        '소리도의 우도진(46) 교사가 올해의 교사상을 받았다. 우 교사는 "아이 한 명이 남을 때까지 지킬 것"이라고 말했다.'
    )
    assert subject_of(title, text) == "섬마을 분교"


@pytest.mark.parametrize("form", ["Portland council votes 7-5", "Harbor board decides", "The union threatens"])
def test_a_verb_without_what_it_decides_is_no_headline(form: str) -> None:
    assert leaves_open(form)
    assert not leaves_open(f"{form} to strike")


def test_what_happens_meanwhile_is_no_headline() -> None:
    assert leaves_open("As mayor pitches harbor plan")
    assert not leaves_open("As mayor pitches harbor plan, union warns of strike")


def test_what_stands_behind_a_colon_tells_the_news_only_with_a_verb() -> None:
    assert read_headline("How to watch Calder vs Norhaven: TV channel and free live stream").clauses == ()
    told = read_headline("Study: Adults who walk after dinner live longer").clauses
    assert told == ("Adults who walk after dinner live longer",)


@pytest.mark.parametrize(
    ("title", "phrases"),
    [
        ("Nearly 3000 pages of Jeffrey Calder documents released, but questions remain", ("Jeffrey Calder documents",)),
        ("Calder Trade Committee demands answers from the harbor board", ("Calder Trade Committee",)),
        ("The Man Who Built Calder Harbor And Lost It All", ()),
    ],
)
def test_names_with_their_nouns_are_phrases_of_a_headline(title: str, phrases: tuple[str, ...]) -> None:
    assert english_phrases(title)[:1] == phrases


def test_a_figure_is_not_torn_from_what_is_said_of_it() -> None:
    assert "초등생 넷 중 한 명 하루 4시간" not in loose_forms("초등생 넷 중 한 명 하루 4시간 넘게 스마트폰", "ko")
    assert "지하철 심야 운행 30분" not in loose_forms("지하철 심야 운행 30분 줄인다", "ko")


@pytest.mark.parametrize(
    ("title", "gone"),
    [
        ("한빛화학, 매출 2조원 달성", "한빛화학, 매출 달성"),
        ("온별시, 시급 1만원 이상 지급", "온별시, 시급 이상 지급"),
        ("두레은행, 배당 5년간 200억원 지급 거부", "두레은행, 배당 지급 거부"),
    ],
)
def test_a_sum_stays_where_the_rest_does_not_stand_without_it(title: str, gone: str) -> None:
    assert not (gone in told_in_fewer(title) and says_the_same(gone, title, "", "ko"))


@pytest.mark.parametrize(
    "title",
    ["Will the council end the curfew?", "“We lost,” mayor says after vote", "Harbor strike – what to know"],
)
def test_questions_and_quotes_are_left_alone(title: str) -> None:
    assert compressed(title) == ()


def test_a_message_tells_the_headline_rather_than_a_detail() -> None:
    story = make_article(
        "Harrow Motors will spend $1.9 billion on a battery plant in Dunmore, the carmaker said on Tuesday.\n"
        "The plant will employ 2,400 people and open in 2029, Harrow Motors said.",
        language="en",
        title="Harrow Motors to build $1.9 billion battery plant in Dunmore",
    )
    content = compose(digest(story), get_platform("sms"), disclosure="(Auto excerpt)")
    assert content.paragraphs[0].startswith("Harrow Motors to build $1.9 billion battery plant")


def test_a_deed_that_calls_for_something_is_no_subject() -> None:
    title = "Harrowgate to charge for garden waste bins from April"
    subject = subject_of(title, "Harrowgate Council will charge households £48 a year to empty garden bins.", "en")
    assert subject is not None
    assert "to charge" not in subject
    assert leaves_open("Harrowgate to charge")
    assert leaves_open("Harrowgate to charge from April")
    assert not leaves_open("Harrowgate library to close")
    assert not leaves_open("Harrowgate library to close from April")
