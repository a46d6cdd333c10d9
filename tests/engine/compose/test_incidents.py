"""Who died is told in the post's own lines, and 이 불로 stands where the fire has been told of; nowhere else."""

from __future__ import annotations

import pytest

from newsforge.engine.article import Article
from newsforge.engine.compose import compose, digest
from newsforge.engine.platforms.registry import get_platform, platforms
from tests.support.stories import make_article

FIRE = make_article(
    "21일 0시 52분께 단오시 명림동의 한 5층짜리 요양원에서 불이 났다.\n"
    "불은 4층 3호실에서 시작된 것으로 추정된다. 당시 건물에는 입소자 86명과 직원 11명이 있었다.\n"
    "이 불로 80대 입소자 3명이 연기를 마셔 옮겨졌으나 숨졌다.\n"
    "소방당국은 인력 132명과 장비 41대를 투입해 1시간 40분 만에 불을 껐다.\n"
    '최서강 단오소방서장은 브리핑에서 "밸브가 잠겨 있었던 것으로 보인다"고 밝혔다.',
    title="요양원 한밤 화재로 3명 사망·14명 부상",
)
SNOW = make_article(
    "日本海側は26日、強い寒気の影響で大雪となり、北陸地方では国道で車約400台が立ち往生した。"
    "除雪作業中の事故などで2人が死亡し、9人がけがをした。\n"
    "26日午後3時までの24時間に降った雪は、白峰町で94センチに達し、11月として観測史上最多となった。\n"
    "県は自衛隊に災害派遣を要請し、隊員120人が燃料や食料を配った。",
    language="ja",
    title="北陸で記録的大雪、車400台が立ち往生　2人死亡",
)


def told(article: Article, platform_id: str, **wishes) -> str:
    return "\n".join(compose(digest(article), get_platform(platform_id), **wishes).paragraphs)


@pytest.mark.parametrize("tone", ["neutral", "friendly", "urgent", "formal"])
@pytest.mark.parametrize("length", ["short", "standard", "long"])
@pytest.mark.parametrize("platform_id", ["x", "threads", "instagram", "lms", "newsletter", "feed"])
@pytest.mark.parametrize(("article", "dead"), [(FIRE, "숨졌다"), (SNOW, "2人が死亡し")], ids=["fire", "snow"])
def test_who_died_stands_in_the_posts_own_lines(
    article: Article, dead: str, platform_id: str, length: str, tone: str
) -> None:
    if get_platform(platform_id).writes(article.language):
        assert dead in told(article, platform_id, tone=tone, length=length)


CRASH = make_article(
    "29일 오전 7시 40분께 연하군 남해고속도로 순천 방향 92㎞ 지점에서 45인승 관광버스가 앞서가던 25t 화물차를 들이받았다.\n"
    "이 사고로 관광버스 운전기사 A(61)씨와 승객 B(58)씨가 숨졌다. 승객 23명은 크고 작은 부상을 입고 옮겨졌다.\n"
    "버스에는 등산을 가던 산악회원 38명이 타고 있었다.\n"
    "사고 여파로 2개 차로가 3시간 동안 통제돼 일대 8㎞ 구간이 정체를 빚었다.",
    title="고속도로서 관광버스·화물차 추돌…2명 숨지고 23명 다쳐",
)


@pytest.mark.parametrize("tone", ["neutral", "friendly", "urgent", "formal"])
@pytest.mark.parametrize("length", ["short", "standard", "long"])
def test_who_was_hurt_is_never_told_without_who_died(length: str, tone: str) -> None:
    for platform in platforms().values():
        if not platform.writes("ko"):
            continue
        content = compose(digest(CRASH), platform, tone=tone, length=length, link="https://news.example/1")
        text = "\n".join(content.paragraphs)
        assert "23명은" not in text or "숨졌다" in text, platform.id
        # A title cut short of who died leaves it to the text.
        assert "숨" in "\n".join([text, content.title or "", content.subject or ""]), platform.id


def test_the_dead_come_before_the_hurt_though_only_the_hurt_are_counted() -> None:
    toll = digest(CRASH).toll
    assert toll is not None
    assert toll.text.endswith("숨졌다.")


def test_a_lead_that_tells_the_toll_needs_no_other_line_of_it() -> None:
    text = "9일 도림군의 공장에서 불이 나 2명이 숨졌다.\n이 불로 직원 5명이 다쳤다.\n불은 7시간 만에 꺼졌다."
    assert digest(make_article(text, title="도림군 공장 화재로 2명 사망")).toll is None


def line_of(article: Article, opening: str):
    return next(line for line in digest(article).lines if line.text.startswith(opening))


def test_what_takes_up_the_event_needs_it_before_but_not_its_own_neighbour() -> None:
    line = line_of(FIRE, "이 불로")
    assert line.alone == line.text
    assert line.needs == "subject"
    assert any("화재" in names for names in line.names)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        # The fire that is meant is the one of the year before.
        (
            "다온시의 창고에서 불이 났다.\n지난해에도 강남동 화재가 있었다.\n이 불로 3명이 숨졌다.",
            "다온시 창고 화재로 2명 부상",
        ),
        # Another hospital has come in between.
        ("명림병원에서 불이 났다.\n한빛병원이 환자를 받았다.\n이 병원은 2009년 지어졌다.", "명림병원 화재"),
        ("요양병원에서 불이 났다.\n환자는 인근 병원 4곳으로 갔다.\n이 병원은 2009년 지어졌다.", "요양병원 화재"),
        # 이 교수는: somebody called 이.
        ("교수 회의가 15일 열렸다.\n총장이 바뀌었다.\n이 교수는 3년 만에 돌아왔다.", "교수 회의 열려"),
        # Nothing has named it.
        ("다온시가 15일 예산을 공개했다.\n시의회가 심의한다.\n이 제도는 내년부터 시행된다.", "다온시 예산 공개"),
    ],
)
def test_what_may_mean_something_else_stays_with_its_neighbour(text: str, title: str) -> None:
    last = digest(make_article(text, title=title)).lines[-1]
    assert not last.refers


def test_a_thing_that_the_title_names_is_taken_up() -> None:
    text = "다온시가 심야 돌봄센터를 3월에 연다.\n운영은 재단이 맡는다.\n이 돌봄센터는 밤 12시까지 아이 40명을 돌본다."
    found = digest(make_article(text, title="다온시 심야 돌봄센터 3월 개소"))
    assert found.lines[-1].refers
    assert found.lead is not None
    assert not found.lead.refers


PLANE = make_article(
    "FALLOW CREEK — A twin-engine plane went down minutes after takeoff on Monday afternoon and struck a furniture "
    "warehouse on the edge of Fallow Creek, setting off a fire that burned for three hours.\n"
    "All three people on board and a warehouse worker were killed, Sheriff Dana Whitlock said.\n"
    "The Piper Seneca left Runway 27 at 3:14 p.m. bound for Harlan, 180 miles to the west.\n"
    "The crash is the second this year involving a plane that took off from Fallow Creek.\n"
    "In April, two people died when a single-engine plane overran the runway.",
    language="en",
    title="Four dead after small plane crashes into warehouse near Fallow Creek airport",
)


@pytest.mark.parametrize("platform_id", ["x", "kakao", "threads", "telegram", "instagram", "push", "lms"])
@pytest.mark.parametrize("tone", ["neutral", "urgent", "formal"])
def test_the_dead_of_another_accident_are_not_those_of_this_one(platform_id: str, tone: str) -> None:
    for length in ("short", "standard"):
        assert "In April" not in told(PLANE, platform_id, tone=tone, length=length)


@pytest.mark.parametrize("tone", ["neutral", "formal"])
def test_a_message_with_room_for_one_thing_keeps_the_headline_that_tells_the_dead(tone: str) -> None:
    assert "Four dead" in told(PLANE, "kakao", tone=tone)


def test_all_who_were_on_board_need_no_sentence_before_them() -> None:
    assert line_of(PLANE, "All three people").alone
    text = "A plane struck a warehouse.\nAll three were killed, the sheriff said."
    assert digest(make_article(text, language="en", title="Plane hits warehouse")).lines[-1].alone is None


def test_a_text_message_s_subject_ends_before_where_it_crashed() -> None:
    content = compose(digest(PLANE), get_platform("lms"))
    assert content.subject == "Four dead after small plane crashes"


@pytest.mark.parametrize("platform_id", ["x", "threads", "instagram", "telegram", "newsletter"])
def test_a_text_without_a_title_tells_the_dead_too(platform_id: str) -> None:
    article = make_article(FIRE.text, title="", url=None)
    for length in ("short", "standard"):
        assert "숨졌다" in told(article, platform_id, length=length)


def test_no_title_is_half_of_a_quote() -> None:
    text = "남해 소리도에는 학교가 하나 있다.\n아이는 네 명이다.\n교사는 한 명이다."
    found = digest(make_article(text, title='"섬마을 분교, 아이 한 명이 남을 때까지 지킬 겁니다"'))
    for platform in platforms().values():
        content = compose(found, platform)
        for name in filter(None, (content.title, content.subject)):
            assert name.count('"') % 2 == 0, (platform.id, name)


def test_a_subject_without_room_for_the_ruling_says_what_came_of_it() -> None:
    title = "대법 \"배달앱 '최저가 보장' 강요는 불공정거래\"…과징금 47억 확정"
    text = (
        "배달 플랫폼이 비싸게 팔지 못하도록 강요한 것은 불공정거래라는 대법원 판단이 나왔다. 과징금 47억원이 확정됐다."
    )
    content = compose(digest(make_article(text, title=title)), get_platform("lms"))
    assert content.subject == "과징금 47억 확정"
