"""Where hardly anything fits: a valid text in whole words, and never one that the post's own check turns down."""

import pytest

from newsforge.adapters.writers.embedded import EmbeddedWriter
from newsforge.engine.compose import compose, digest
from newsforge.engine.compose.compression import compressed
from newsforge.engine.compose.shorten import loose_forms, short_forms
from newsforge.engine.platforms.registry import get_platform, platforms
from newsforge.engine.text.links import hashtags
from newsforge.pipeline.conversion import convert
from tests.support.stories import make_article

BRIDGE = "Harbour bridge to close for nine months after inspectors find cracked cables"
CANOE = "Two rescued from river in Maidford after canoe capsizes in high winds"
OVERTIME = (
    "Appeals court throws out ruling that forced harbour firm to pay dockers $12 million in overtime claims",
    (
        "A state appeals court on Tuesday threw out a ruling that had forced Westhaven Harbour Services to pay 840 dockers "
        "$12 million in unpaid overtime, ordering a new trial.\n"
        "The three-judge panel said the trial judge had wrongly kept out gate records that the company wanted to show the "
        "jury.\nThe dockers sued in 2022, saying they were made to work through meal breaks."
    ),
)
CHARGED = (
    "법원, 전 군의원 뇌물 혐의 1심 무죄",
    (
        "건설업자에게서 5천만원을 받은 혐의로 재판에 넘겨진 노상철 전 가람군의원이 1심에서 무죄를 선고받았다.\n"
        "가람지법 형사1부는 20일 뇌물 혐의로 불구속 기소된 노 전 의원에게 무죄를 선고했다.\n"
        "노 전 의원은 2023년 3월부터 2024년 1월까지 세 차례에 걸쳐 도로 계획 변경 대가로 오 씨에게서 모두 5천만원을 받은 "
        '혐의를 받았다.\n노 전 의원은 재판에서 "빌린 돈"이라고 주장했다.'
    ),
)


@pytest.mark.parametrize(("title", "text"), [OVERTIME, CHARGED])
@pytest.mark.parametrize("length", ["short", "standard", "long"])
async def test_every_post_is_valid_and_supported(title, text, length):
    article = make_article(text, title=title, language="ko" if title is CHARGED[0] else "en")
    fit = [platform for platform in platforms().values() if platform.writes(article.language)]
    done = await convert(article, fit, [EmbeddedWriter()], length=length)
    assert {result.platform.id: result.status for result in done.results if result.status != "clean"} == {}


def test_a_line_is_told_without_the_wording_that_did_not_stand_the_check():
    whole = digest(make_article(CHARGED[1], title=CHARGED[0], language="ko"))
    line = next(line for line in whole.lines if line.full)
    other = whole.without({line.full})
    assert next(kept for kept in other.lines if kept.index == line.index).full is None
    gone = whole.without({line.text})
    assert line.index not in {kept.index for kept in (*gone.lines, *gone.ranked, *gone.figures)}
    assert gone.lead == whole.lead


@pytest.mark.parametrize(
    ("headline", "short"),
    [
        (OVERTIME[0], "Appeals court throws out ruling that forced harbour firm to pay dockers $12 million"),
        (
            "Mayor denies report that city will sell old stadium to Gulf investors",
            "Mayor denies report that city will sell old stadium",
        ),
    ],
)
def test_what_only_says_more_at_the_end_goes(headline, short):
    assert short in short_forms(headline, (), "en")


@pytest.mark.parametrize(
    "headline",
    [
        "Dockers sue over unpaid hours, union claims",
        "City sells stadium to fund schools",
        "Two die in blast, police report",
    ],
)
def test_who_claims_it_and_what_for_stays(headline):
    assert short_forms(headline, (), "en") == ()


def test_a_ruling_ends_a_headline_and_a_participle_does_not():
    assert "Appeals court throws out ruling" in loose_forms(OVERTIME[0], "en")
    assert loose_forms("Mayor starts visiting of schools", "en") == ()


@pytest.mark.parametrize(
    ("headline", "form"),
    [
        ("Samsung rival Norix shares jump 12 percent", "Norix shares jump 12 percent"),
        ("Council votes to close Elm Street library", "Council votes to close library"),
    ],
)
def test_a_kind_and_a_name_before_it_may_go(headline, form):
    assert form in compressed(headline)


@pytest.mark.parametrize(
    ("headline", "form"),
    [
        (BRIDGE, "Harbour bridge to close for nine months"),
        (
            "Northwell hospital pauses elective surgery amid nurse shortage",
            "Northwell hospital pauses elective surgery",
        ),
        ("Rail fares to rise 4.6% from March despite fall in inflation", "Rail fares to rise 4.6% from March"),
        ("Arden port director leaves post days after audit finds gaps", "Arden port director leaves post"),
    ],
)
def test_what_it_came_after_may_go(headline, form):
    assert form in compressed(headline)


@pytest.mark.parametrize(
    ("headline", "form"),
    [
        (BRIDGE, "Harbour bridge to close for nine months cracked cables"),
        (BRIDGE, "Harbour bridge to close months after inspectors find cracked cables"),
        (CANOE, "Two rescued from river in Maidford in high winds"),
        (CANOE, "Two rescued from river in Maidford after canoe capsizes winds"),
        ("Minister resigns after report finds she misled parliament", "Minister resigns finds she misled parliament"),
        ("Rail fares to rise 4.6% from March despite fall in inflation", "Rail fares to rise 4.6% in inflation"),
        ("Arden port director quits days after audit finds gaps", "Arden port director quits days"),
        ("Library to close unless council finds new tenant", "Library to close"),
    ],
)
def test_no_part_of_what_goes_is_left_behind(headline, form):
    assert form not in compressed(headline)


def test_what_somebody_is_forced_to_do_stays():
    assert not any(
        form.endswith("forced hospital")
        for form in compressed("Court throws out ruling that forced hospital to pay nurses")
    )


def test_tags_of_the_article_itself_count_among_those_of_the_post():
    text = (
        "가람시가 27일 새 도서관 이름을 공모한다고 밝혔다.\n응모는 누리집에서 하고 게시물에 #가람도서관이름 태그를 단다.\n"
        "도서관은 내년 3월 문을 연다.\n시는 당선작에 상금 100만원을 준다."
    )
    article = make_article(text, title="가람시, 새 도서관 이름 공모")
    for length in ("short", "standard", "long"):
        content = compose(digest(article), get_platform("threads"), length=length)
        written = sum(len(hashtags(paragraph)) for paragraph in content.paragraphs)
        assert written + len(content.hashtags) <= 1


def test_a_subject_keeps_who_says_so():
    text = (
        "A surgeon in Leeds has been suspended over claims that he operated while drunk, the hospital said.\n"
        "His lawyer said the claims were false.\nNo patient was harmed, the hospital said."
    )
    article = make_article(text, language="en", title="Surgeon accused of operating while drunk, hospital says")
    subject = compose(digest(article), get_platform("lms")).subject
    assert subject != "Surgeon accused of operating while drunk"
