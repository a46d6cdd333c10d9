"""What an editor would strike out or put first, story by story. Places, firms and people are made up."""

from __future__ import annotations

import pytest

from newsforge.engine.compose import compose, digest
from newsforge.engine.compose.space import fits_field
from newsforge.engine.platforms.registry import get_platform
from newsforge.engine.receipts import check_text
from tests.support.stories import make_article

INTERVIEW = make_article(
    "남해 소리도에는 학교가 하나 있다.\n"
    "이 분교에서 11년째 아이들을 가르쳐 온 우도진(46) 교사가 17일 올해의 교사상을 받았다.\n"
    "― 폐교 이야기도 나온다.\n"
    "도교육청은 학생이 3명 아래로 줄면 분교를 본교에 통합하는 방침을 세웠다.\n"
    '우 교사는 "아이 한 명이 남을 때까지 지킬 것"이라며 "학교가 없어지면 젊은 부부가 올 이유도 없어진다"고 강조했다.',
    title='[인터뷰] "섬마을 분교, 아이 한 명이 남을 때까지 지킬 겁니다"',
)
COURT = make_article(
    "배달 플랫폼이 입점 업체에 비싸게 팔지 못하도록 강요한 것은 불공정거래라는 대법원 판단이 나왔다.\n"
    "대법원 2부는 한달음이 공정위를 상대로 낸 과징금 취소 소송에서 원고 패소로 판결한 원심을 확정했다고 25일 밝혔다.\n"
    "공정위는 한달음이 음식점 1만4천여곳에 최저가 보장제를 요구하고, 이를 어긴 302곳을 뒤로 돌렸다며 "
    "과징금 47억3천만원을 부과했다.\n"
    "공정거래법 제45조 1항 6호는 거래상 지위를 부당하게 이용하는 행위를 금지한다.\n"
    "공정위는 현재 배달앱 2곳과 숙박앱 1곳을 조사 중이다.",
    title="대법 '최저가 보장 강요는 불공정거래'…과징금 47억 확정",
)
FEATURE = make_article(
    "철문을 밀자 덜컹거리는 소리가 먼저 달려 나왔다.\n"
    "전남 해담시의 옛 금란방직 공장이 소리 박물관으로 다시 태어났다.\n"
    "1958년 문을 연 금란방직은 한때 노동자 1천200명이 일하던 공장이다.\n"
    "박물관은 연면적 4천300㎡에 전시실 5곳을 갖췄다.",
    title="버려진 방직공장, 소리 박물관이 되다",
)
MATCH = make_article(
    "Chidi Okafor scored twice in the last six minutes as Westmere came from behind to beat Kingsport City 2-1 on "
    "Sunday and reach the National Cup final.\n"
    "Kingsport took the lead in the 23rd minute when Luka Brandt headed in a corner from Jonas Reyes.\n"
    "Okafor, a late substitute, levelled from close range in the 84th minute for Westmere.\n"
    "Westmere will play Ashby Rovers in the final at the National Stadium on December 13.",
    language="en",
    title="Okafor's late double sends Westmere past Kingsport and into the cup final",
)


def told(article, platform_id: str, **wishes) -> str:
    content = compose(digest(article), get_platform(platform_id), **wishes)
    return "\n".join([*content.paragraphs, content.preheader or ""])


def test_a_surname_with_a_rarer_office_is_introduced_in_full() -> None:
    said = next(line.full or "" for line in digest(INTERVIEW).lines if line.has_quote)
    assert said.startswith("우도진(46) 교사는")
    (receipt,) = check_text(said, INTERVIEW)
    assert receipt.status != "unsupported"
    assert receipt.wording == "close"


@pytest.mark.parametrize("platform_id", ["x", "kakao", "newsletter", "telegram"])
@pytest.mark.parametrize("length", ["standard", "long"])
def test_an_interviewers_question_is_nobodys_news(platform_id: str, length: str) -> None:
    assert "폐교 이야기도" not in told(INTERVIEW, platform_id, length=length)


def test_nobody_opens_a_post_by_surname_alone() -> None:
    for platform_id in ("x", "kakao", "threads", "newsletter"):
        text = told(INTERVIEW, platform_id)
        assert "우 교사" not in text or text.find("우도진") in range(text.find("우 교사")), text


def test_a_teacher_is_not_a_man_called_i() -> None:
    text = "섬마을 학교가 내년에 문을 닫는다.\n교육청이 정했다.\n이 교사는 11년째 아이 4명을 가르쳐 왔다."
    assert digest(make_article(text, title="섬마을 학교 내년 폐교")).lines[-1].alone is None


def test_a_formal_message_keeps_the_headline_that_the_first_sentence_does_not_tell() -> None:
    content = compose(digest(INTERVIEW), get_platform("sms"), tone="formal")
    assert "지킬 겁니다" in content.paragraphs[0]


def test_what_a_clause_before_it_has_said_may_be_taken_up() -> None:
    line = next(line for line in digest(COURT).lines if "47억3천만원" in line.text)
    assert line.alone == line.text


def test_a_statute_is_neither_a_point_nor_the_preheader() -> None:
    for tone in ("neutral", "urgent"):
        assert "제45조" not in told(COURT, "x", tone=tone)
        assert "제45조" not in (compose(digest(COURT), get_platform("newsletter"), tone=tone).preheader or "")


def test_a_short_scene_with_one_word_of_the_title_is_not_the_lead_nor_is_the_past() -> None:
    lead = digest(FEATURE).lead
    assert lead is not None
    assert lead.text.endswith("다시 태어났다.")


@pytest.mark.parametrize("platform_id", ["instagram", "newsletter"])
def test_of_a_match_turned_round_the_loser_s_goal_does_not_come_next(platform_id: str) -> None:
    assert "took the lead" not in told(MATCH, platform_id, length="short")


@pytest.mark.parametrize("length", ["short", "standard", "long"])
@pytest.mark.parametrize("tone", ["neutral", "friendly", "urgent", "formal"])
def test_a_thread_keeps_within_its_parts(length: str, tone: str) -> None:
    most = {"short": 2, "standard": 4, "long": 6}[length]
    for platform_id in ("x", "bluesky", "threads", "mastodon"):
        content = compose(
            digest(COURT), get_platform(platform_id), tone=tone, length=length, link="https://n.example/1"
        )
        assert len(content.paragraphs) - 1 <= most or len("".join(content.paragraphs)) < 300


def test_a_point_of_a_list_says_who_does_it() -> None:
    text = (
        "온별시가 내년도 예산안을 1조8천640억원 규모로 편성해 11일 시의회에 제출했다.\n"
        "돌봄 예산은 4천210억원이다.\n교통 분야에는 1천480억원을 배정했다.\n온별시는 저상버스 46대를 92억원에 산다.\n"
        "문화 예산은 310억원으로 4.1% 줄었다.\n강이든 온별시장은 12일 시의회에서 예산안을 설명한다."
    )
    found = digest(make_article(text, title="온별시 내년 예산안 1조8천640억원 편성"))
    for platform_id in ("newsletter", "telegram", "discord"):
        for length in ("standard", "long"):
            content = compose(found, get_platform(platform_id), tone="urgent", length=length)
            points = [line for text in content.paragraphs for line in text.split("\n") if line.startswith("▶ ")]
            assert not any("1천480억원을 배정했다" in point for point in points), (platform_id, length)


def test_a_bare_number_is_of_something_told_before() -> None:
    text = (
        "Brightnest is recalling about 118,000 cribs after two infants died.\n"
        "The cribs were made in Vietnam.\nAbout 4,200 were also sold in Canada.\nAt least 40 homes were lost there."
    )
    lines = digest(make_article(text, language="en", title="Brightnest recalls cribs")).lines
    assert [line.alone is None for line in lines] == [False, False, True, False]


def test_a_letter_s_subject_is_not_how_its_first_sentence_begins() -> None:
    text = (
        "Marta Lindgren scored a hat-trick as Norhaven beat Castle Vale 4-1 at home on Saturday to go top of the league.\n"
        "Castle Vale pulled one back through Priya Nair from the penalty spot."
    )
    content = compose(digest(make_article(text, language="en", title="", url=None)), get_platform("newsletter"))
    assert content.subject == "Norhaven beat Castle Vale 4-1"


SPILL = make_article(
    "A federal appeals court on Wednesday revived a lawsuit by 2,300 residents who say a chemical spill in the Tilden "
    "River made them ill, ruling that a lower court was wrong to throw it out.\n"
    "The 3-0 decision sends the case against Corvane Chemical back to a district judge in Marsh County.\n"
    "In 2021, about 48,000 gallons of a solvent leaked from a tank and reached the river.\n"
    "Judge Miriam Ostrow, writing for the panel, said the clock did not start until the state published its results.\n"
    '"A person cannot sue over a poison nobody told them about," Ostrow wrote.\n'
    'Corvane spokesman Dale Fenwick said the company would "continue to defend itself vigorously."',
    language="en",
    title="Appeals court revives lawsuit over Tilden River spill",
)


def test_a_judge_first_named_with_the_office_is_known_by_surname() -> None:
    quote = digest(SPILL).quote
    assert quote is not None
    assert quote.full == '"A person cannot sue over a poison nobody told them about," Judge Miriam Ostrow wrote.'


@pytest.mark.parametrize("platform_id", ["instagram", "linkedin", "telegram", "discord", "slack", "feed"])
def test_of_a_short_article_too_a_short_post_is_shorter(platform_id: str) -> None:
    short, standard = (told(SPILL, platform_id, length=length) for length in ("short", "standard"))
    assert len(short) < len(standard)


def test_what_a_press_release_says_of_its_house_is_no_news() -> None:
    text = (
        "Solarra Energy announced that it will build a $410 million battery plant in Dunmore, creating 600 jobs.\n"
        "The state has approved $38 million in tax credits over 10 years, tied to wages of at least $27 an hour.\n"
        "Production is set to begin in the second half of 2028.\n"
        "About Solarra\nSolarra Energy designs and makes energy storage systems and has 2,900 employees.\n"
        "For more information, visit www.solarra.example."
    )
    found = digest(make_article(text, language="en", title="Solarra to Build $410 Million Battery Plant in Dunmore"))
    assert len(found.lines) == 3
    assert "visit" not in told(
        make_article(text.replace("About Solarra\n", ""), language="en", title="Solarra to build plant"), "push"
    )


def test_a_quote_is_set_apart_only_as_the_receipts_know_it() -> None:
    text = (
        "국토안전부는 가온모터스 '라온 5' 1만7천204대에서 결함이 발견돼 리콜한다고 25일 밝혔다.\n"
        "배터리가 방전돼 주행 중 동력이 끊길 수 있는 것으로 조사됐다.\n"
        '가온모터스 관계자는 "고객 안전을 최우선으로 신속히 조치하겠다"고 말했다.'
    )
    article = make_article(text, title="가온모터스, '라온 5' 1만7천대 리콜")
    for platform_id in ("newsletter", "instagram", "naver_blog"):
        for line in told(article, platform_id).split("\n"):
            assert all(one.wording != "free" for one in check_text(line, article)), line


def test_who_won_is_a_subject_only_where_it_fits() -> None:
    platform = get_platform("lms")
    subject = compose(digest(MATCH), platform).subject or ""
    assert fits_field(subject, platform, "subject")


def test_a_denial_comes_only_with_what_is_denied():
    text = (
        "The council voted 7-5 on Tuesday to end a downtown curfew for teenagers in Portland.\n\n"
        "Black teenagers made up 41% of those stopped, though they are 9% of the city's teenagers, a report found. "
        "Chief Aaron Bell disputed that officers had targeted anyone.\n\n"
        "The council set aside $1.9 million for four recreation centers."
    )
    line = next(
        one
        for one in digest(make_article(text, language="en", title="Portland ends curfew")).lines
        if "Bell" in one.text
    )
    assert line.alone is None


def test_half_of_a_truth_matters_less_than_what_is_whole():
    text = (
        "The council voted 7-5 on Tuesday to end a downtown curfew for teenagers in Portland.\n\n"
        "Burglaries downtown fell 22% in the first ten months of this year. "
        "But they fell by almost as much, 20%, in parts of the city that had no curfew.\n\n"
        "The council set aside $1.9 million for four recreation centers."
    )
    found = digest(make_article(text, language="en", title="Portland council votes to end downtown curfew"))
    half = next(line for line in found.lines if line.text.startswith("Burglaries"))
    assert half.is_qualified
    assert found.figures[0] != half


def test_who_is_cautious_in_the_next_breath_is_not_quoted_without_it():
    text = (
        "초등학생 네 명 가운데 한 명은 하루 4시간 넘게 스마트폰을 쓰는 것으로 한국아동정책연구원 조사에서 나타났다.\n\n"
        '서하늘 선임연구위원은 "금지보다 합의가 효과가 있다는 점이 수치로 확인됐다"고 설명했다. '
        '그러나 그는 "이번 조사만으로 인과관계를 단정할 수는 없다"고 선을 그었다.\n\n'
        "교육부는 내년 1학기부터 초등학교 1천200곳에서 수업을 시범 운영한다. "
        "학교 안 스마트폰 사용을 법으로 금지하는 방안은 검토하지 않기로 했다."
    )
    found = digest(make_article(text, language="ko", title="초등생 넷 중 한 명 하루 4시간 넘게 스마트폰"))
    assert found.quote is None
    assert found.lines[-1].alone is None, "who will not look into it stands before"


def test_the_city_of_a_city_council_is_the_dateline_s():
    text = "PORTLAND, Ore. — The City Council voted 7-5 on Tuesday to end a downtown curfew for teenagers.\n\nIt ends in May."
    lead = digest(make_article(text, language="en", title="Council votes to end downtown curfew")).lead
    assert lead is not None
    assert lead.text.startswith("PORTLAND, Ore. — The City Council voted")


def test_a_quote_that_points_at_something_follows_it_or_is_not_told():
    text = (
        "Helvian's Alzheimer's drug failed to slow decline in a late-stage trial, the company said on Monday. {next}"
        "Shares closed down 31.2%.\n\nTwo patients died, and investigators judged one of the deaths to be related to the "
        "drug.\n\n{late}Analysts at Bryce said the setback leaves Helvian dependent on its psoriasis medicine."
    )
    said = '"This is a painful result for patients and their families," Chief Executive Ingrid Baumann said. '
    title = "Helvian drug fails late-stage trial"
    assert digest(make_article(text.format(next="", late=said), language="en", title=title)).quote is None
    after = digest(make_article(text.format(next=said, late=""), language="en", title=title)).quote
    assert after is not None
    assert after.text.startswith('"This is a painful result')
