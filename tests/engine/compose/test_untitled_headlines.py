"""What a text without a title is headed by: its news, in the syntax of a headline, and never two loose nouns."""

from __future__ import annotations

import pytest

from newsforge.engine.compose import compose, digest
from newsforge.engine.platforms.registry import platforms
from newsforge.engine.receipts import check_text
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
            "東京都、都立学校の給食費を来年4月から全額無償にすると発表",
        ),
        (
            "ja",
            "国家統計庁が20日発表した全国消費者物価指数は、総合指数が112.4となり、前年同月より2.1%上昇した。",
            "全国消費者物価指数、総合指数が112.4となり、前年同月より2.1%上昇",
        ),
        (
            "ja",
            "大型で強い台風21号は9日午後6時ごろ、汐浜県の南部に上陸した。",
            "大型で強い台風21号、9日午後6時ごろ、汐浜県の南部に上陸",
        ),
        (
            "ja",
            "絵本作家の鳥海あかねさんが12日、肺炎のため汐浜市内の病院で死去した。",
            "絵本作家の鳥海あかねさんが肺炎のため汐浜市内の病院で死去",
        ),
        # A name that the tokenizer takes for one word with its particle.
        (
            "ko",
            "온별 돌핀스가 9회말 터진 끝내기 안타로 해람 스톰을 꺾고 챔피언 결정전에서 먼저 2승을 올렸다.",
            "온별 돌핀스, 해람 스톰을 꺾고 2승을 올렸다",
        ),
        # What was done, before the day of the next step.
        (
            "ko",
            "온별시가 내년도 예산안을 올해보다 6.4% 늘어난 1조8천640억원 규모로 편성해 11일 시의회에 제출했다.",
            "온별시, 내년도 예산안을 올해보다 6.4% 늘어난 1조8천640억원 규모로 편성해",
        ),
        (
            "ko",
            "국립지진관측원은 12일 오후 3시 27분께 온별시 동쪽 24㎞ 해역에서 규모 4.2의 지진이 발생했다고 밝혔다.",
            "온별시 동쪽 24㎞ 해역에서 규모 4.2의 지진 발생",
        ),
        # Who the subject is, and that it announces what it has done, stay in the text.
        (
            "ko",
            "중소병원용 전자의무기록 서비스를 만드는 스타트업 모아클라우드가 320억원 규모의 투자를 유치했다고 10일 밝혔다.",
            "스타트업 모아클라우드, 320억원 규모의 투자 유치",
        ),
        (
            "ko",
            "전교생이 23명인 도림군 서강초등학교에서 8년 동안 바둑을 가르친 교사 은하준이 올해의 스승상을 받는다.",
            "교사 은하준, 올해의 스승상을 받는다",
        ),
        (
            "ja",
            "「月のパンや」などの作品で知られる絵本作家の鳥海あかねさんが12日、肺炎のため汐浜市内の病院で死去した。",
            "絵本作家の鳥海あかねさんが肺炎のため汐浜市内の病院で死去",
        ),
        (
            "en",
            "Three people were injured and about 60 homes were evacuated after a freight train derailed near Brackwater early on Tuesday, officials said.",
            "Three people were injured and about 60 homes were evacuated",
        ),
        # A name that the tokenizer takes for a clause; 맞벌이 is nobody's subject.
        (
            "ko",
            "해온시의회가 맞벌이 가정의 아이를 자정까지 돌보는 센터의 설치 조례안을 20일 통과시켰다.",
            "해온시의회, 맞벌이 가정의 아이를 자정까지 돌보는 센터의 설치 조례안을 20일 통과",
        ),
        (
            "en",
            "A ferry with 64 people on board ran aground off Sallow Island early on Saturday, and 11 people were taken to hospital, the coast guard said.",
            "A ferry with 64 people on board ran aground off Sallow Island early on Saturday",
        ),
        # A comma after the name would make the danger the doer.
        (
            "ko",
            "새론전자가 화재 위험이 확인된 가정용 공기청정기 3만2천대를 자발적으로 리콜한다.",
            "새론전자가 화재 위험이 확인된 가정용 공기청정기 3만2천대를 리콜한다",
        ),
        (
            "en",
            "Storm Ingrid brought winds of up to 91 miles an hour to Ireland on Monday, closing schools in six counties.",
            "Storm Ingrid brought winds of up to 91 miles an hour to Ireland",
        ),
        (
            "en",
            "Larkspur Robotics reported an 18% rise in revenue on Thursday as retailers ordered a record number of robots.",
            "Larkspur Robotics reported an 18% rise in revenue on Thursday",
        ),
        (
            "en",
            "An appeals court on Thursday upheld a $240 million fine against Brightwell Foods for fixing bread prices.",
            "An appeals court upheld a $240 million fine against Brightwell Foods",
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
    assert found.text == "국회 국토교통위원회, 전세사기 지원을 2년 연장하는 특별법 개정안 의결"


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


STORM = """Storm Ingrid brought winds of up to 91 miles an hour to Ireland on Monday, cutting power to 84,000 homes and closing schools in six counties.
The west of the country had the strongest gusts, according to the weather service, which had issued a red warning on Sunday.
Engineers had restored power to 31,000 homes by the evening.
"Stay away from the coast until Tuesday," said Orla Byrne, its head of forecasting."""


def test_a_text_message_of_a_text_without_a_title_tells_its_news() -> None:
    article = make_article(STORM, language="en", title="", site="", url=None)
    text = compose(digest(article), platforms()["sms"]).paragraphs[0]
    assert text == "Storm Ingrid brought winds of up to 91 miles an hour to Ireland on Monday."


@pytest.mark.parametrize("tone", ["neutral", "formal", "friendly", "urgent"])
@pytest.mark.parametrize("length", ["short", "standard", "long"])
def test_under_a_title_that_tells_the_lead_a_push_message_goes_on(tone: str, length: str) -> None:
    article = make_article(
        "서울 시내버스 노조가 27일 첫차부터 무기한 파업에 들어간다.\n"
        "서울시는 지하철 막차를 새벽 2시까지 늘리고 셔틀버스 480대를 투입한다.\n"
        "노조는 임금 8.2% 인상을 요구했다.",
        language="ko",
        title="",
        site="",
        url=None,
    )
    push = compose(digest(article), platforms()["push"], tone=tone, length=length)
    assert push.title is not None
    assert "파업" in push.title
    assert not any("첫차부터 무기한 파업에 들어간다" in text for text in push.paragraphs if "첫차부터" in push.title)


def test_a_scene_at_the_top_of_a_text_without_a_title_is_not_its_news() -> None:
    article = make_article(
        "새벽 5시, 온별군 북쪽 들판에는 안개가 무릎까지 차올랐다.\n아무도 말을 하지 않았다.\n"
        "사라질 뻔한 두루미가 온별군 민통선 안 논에서 12년 만에 900마리로 늘어난 것으로 조사됐다.\n"
        "연구원은 추수가 끝난 논에 물을 대는 무논 사업을 두루미가 늘어난 가장 큰 이유로 꼽았다.\n"
        "무논 면적은 30㏊에서 412㏊로 넓어졌다.\n두루미는 무논에서 잠을 잔다.\n온별군은 무논 농가에 120만원을 준다.",
        language="ko",
        title="",
        site="",
        url=None,
    )
    found = digest(article)
    assert found.lead is not None
    assert found.lead.text.startswith("사라질 뻔한 두루미가")
    assert "두루미" in found.headline.text


def test_no_verb_loses_what_belongs_to_it() -> None:
    lead = "해람교통공사 노동조합이 오는 26일 첫차부터 파업에 들어가겠다고 18일 밝혔다."
    found = digest(make_article(lead, language="ko", title="", site="", url=None)).headline
    assert all("파업에 들어가겠다고" in form for form in (found.text, *found.clauses))


# Who won ------------------------------------------------------------------------------------------------------------

HAT_TRICK = (
    "Marta Lindgren scored a hat-trick as Norhaven beat Castle Vale 4-1 at home on Saturday to go top of the league.\n"
    "Castle Vale pulled one back through Priya Nair from the penalty spot.\nNorhaven are two points clear of Eastbrook."
)
COMEBACK = (
    "Chidi Okafor scored twice in the last six minutes as Westmere came from behind to beat Kingsport City 2-1 on Sunday "
    "and reach the National Cup final for the first time in 31 years.\n"
    "Okafor, a late substitute, levelled from close range in the 84th minute."
)
RALLY = (
    "Darnell Moss had 31 points and 12 rebounds, and the Granton Tigers rallied past the Bay City Hawks 98-91 on Friday "
    "night for their sixth straight win.\nLuis Ortega added 22 points for Granton, which improved to 14-5."
)


@pytest.mark.parametrize(
    ("text", "won"),
    [
        (HAT_TRICK, "Norhaven beat Castle Vale 4-1"),
        (COMEBACK, "Westmere came from behind to beat Kingsport City 2-1"),
        (RALLY, "Granton Tigers rallied past the Bay City Hawks 98-91"),
    ],
)
def test_a_headline_of_a_match_says_who_won(text: str, won: str) -> None:
    article = make_article(text, language="en", title="", url=None)
    found = digest(article).headline
    assert won in found.text
    assert all(won in form for form in found.clauses)
    (receipt,) = check_text(won, article)
    assert (receipt.status, receipt.wording) == ("supported", "close")


def test_a_text_message_s_subject_of_a_match_says_who_won() -> None:
    article = make_article(HAT_TRICK, language="en", title="", url=None)
    assert compose(digest(article), platforms()["lms"]).subject == "Norhaven beat Castle Vale 4-1"


def test_no_headline_ends_on_a_verb_without_what_it_did() -> None:
    found = digest(make_article(COMEBACK, language="en", title="", url=None)).headline
    assert not any(form.endswith(" came") for form in (found.text, *found.clauses))


def test_a_score_is_no_part_of_a_name() -> None:
    found = digest(make_article(COMEBACK, language="en", title="", url=None)).headline
    assert not any("City 2" in name for name in found.fragments)


def test_the_hour_of_a_crash_is_not_what_a_headline_begins_with() -> None:
    text = "29일 오전 7시 40분께 연하군 남해고속도로 92㎞ 지점에서 45인승 관광버스가 앞서가던 25t 화물차를 들이받았다."
    found = digest(make_article(text + "\n이 사고로 승객 23명이 다쳤다.", title="", url=None)).headline
    assert not found.text.startswith("29일")
