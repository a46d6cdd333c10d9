"""A notification keeps to what a screen shows, where a whole line that is worth it fits; else it tells the news."""

from __future__ import annotations

from newsforge.engine.compose import compose, digest
from newsforge.engine.compose.space import fits_field
from newsforge.engine.platforms.measure import measure_text
from newsforge.engine.platforms.registry import get_platform
from newsforge.engine.receipts import check_text
from tests.support.stories import make_article

PUSH = get_platform("push")
ADVISED = 120
VOTE = make_article(
    "중앙선거위원회는 오는 29일부터 이틀간 전국 3천568개 사전투표소에서 국회의원 보궐선거 사전투표를 실시한다고 26일 밝혔다.\n"
    "투표 시간은 매일 오전 6시부터 오후 6시까지다.\n"
    "선거인은 주소지와 관계없이 가까운 사전투표소에서 투표할 수 있으며, 사진이 붙은 신분증을 반드시 가져가야 한다.\n"
    "직전 보궐선거의 사전투표율은 13.8%였다.",
    title="선거위, 6월 보궐선거 사전투표 29∼30일 실시…신분증 지참해야",
)
CUP = make_article(
    "Chidi Okafor scored twice in the last six minutes as Westmere came from behind to beat Kingsport City 2-1 on "
    "Sunday and reach the National Cup final.\n"
    "Kingsport took the lead in the 23rd minute when Luka Brandt headed in a corner.\n"
    "Okafor levelled from close range in the 84th minute for Westmere.",
    language="en",
    title="Okafor's late double sends Westmere past Kingsport and into the cup final",
)
BOAT = make_article(
    "26일 오전 5시 40분께 강원 강릉시 주문진항 동쪽 18㎞ 해상에서 승선원 9명이 탄 29t급 어선 '해오름호'가 뒤집혀 2명이 숨지고 "
    "3명이 실종됐다.\n"
    "해경은 경비함정 6척과 헬기 2대를 투입해 실종자를 찾고 있다.",
    title="강릉 앞바다서 어선 전복",
)
SUIT = make_article(
    "A federal appeals court on Thursday revived a lawsuit by 1,340 residents of Marlow, Ohio, who say the city hid "
    "dangerous levels of lead in their tap water for 14 months.\n"
    "The city said it would ask the full court to rehear the case.",
    language="en",
    title="Appeals court revives lawsuit over lead in Marlow's tap water",
)


def body_of(story) -> str:
    note = "(자동 발췌)" if story.language == "ko" else "(Auto excerpt)"
    return "\n".join(compose(digest(story), PUSH, disclosure=note).paragraphs)


def test_a_detail_that_is_worth_it_stands_within_the_advice() -> None:
    body = body_of(VOTE)
    assert body == "투표 시간은 매일 오전 6시부터 오후 6시까지다."
    assert measure_text(body, PUSH) <= ADVISED


def test_the_title_keeps_to_the_advice_too() -> None:
    title = compose(digest(VOTE), PUSH).title
    assert title == "선거위, 6월 보궐선거 사전투표 29∼30일 실시"
    assert fits_field(title, PUSH, "title")


def test_it_is_never_a_figure_of_the_time_before_nor_the_goal_that_did_not_count() -> None:
    assert "13.8%" not in body_of(VOTE)
    assert "23rd minute" not in body_of(CUP)
    assert "2-1" in body_of(CUP)


def test_who_died_is_told_though_a_screen_folds_it() -> None:
    assert "2명이 숨지고" in body_of(BOAT)


def test_an_urgent_one_leaves_nobody_out() -> None:
    storm = make_article(
        "18일 새벽 제주와 남해안에 시간당 최대 70㎜가 넘는 폭우가 쏟아져 주택 120여채가 물에 잠기고 1명이 실종됐다.\n"
        "기상청은 19일 오전까지 남해안에 50∼120㎜의 비가 더 내릴 것으로 내다봤다.\n"
        "주택과 상가 120여채가 침수돼 주민 263명이 대피했다.",
        title="제주·남해안 시간당 70㎜ 폭우…주택 120채 침수·1명 실종",
    )
    content = compose(digest(storm), PUSH, tone="urgent", disclosure="(자동 발췌)")
    assert "1명" in f"{content.title}\n" + "\n".join(content.paragraphs)


def test_a_title_is_folded_rather_than_lose_who_died() -> None:
    strike = make_article(
        "Eastmark has moved to punish Westmark after accusing it of backing the attack in Pahal, which it denies.\n"
        "The missiles hit nine places, Eastmark's army said.",
        language="en",
        title="Eastmark fires missiles into Westmark-held territory, killing at least 26",
    )
    assert compose(digest(strike), PUSH).title == strike.title


def test_a_lead_that_is_cut_short_is_still_the_articles_own_wording() -> None:
    (receipt,) = check_text(body_of(SUIT), SUIT)
    assert receipt.status != "unsupported"
    assert receipt.wording != "free"


OBITUARY = make_article(
    "Ines Calloway, the marine geologist whose dives revealed some of the hottest springs on the sea floor, died on "
    "Sunday at her home in Monterey Point. She was 84.\n"
    "Dr. Calloway made 61 dives in the submersible Tethys between 1974 and 1998.\n"
    "A public memorial will be held on Dec. 5 at the Castell Institute.",
    language="en",
    title="Ines Calloway, who mapped the ocean's hottest vents, dies at 84",
)
POLL = make_article(
    "民間調査会社のミナト総合研究所（東京）は18日、会社員の副業に関する調査結果を発表した。\n"
    "副業の経験があると答えた人は23.4％で、5年前の前回調査（11.2％）から倍増した。\n"
    "副業による月収の中央値は4万8千円だった。",
    language="ja",
    title="副業経験ある会社員は23％、5年で倍増　「収入補う」が最多",
)
GONG = make_article(
    "새벽 4시, 가온군 북상면의 한 작업장에서 쇳물이 붉게 끓는다. 백발의 노인이 도가니를 들어 올리자 손자가 거푸집을 밀어 넣었다.\n"
    "징 장인 맹순택(79)씨와 아들, 손자 3대가 함께 방짜유기를 만든다.\n"
    '손자 맹도연씨는 "그 소리, 제가 마지막이면 안 되잖아요"라고 말했다.',
    title='"그 소리, 제가 마지막이면 안 되잖아요"…방짜유기 장인 3대',
)
#: A quote over news that has a figure stays over the news.
RENT_STRIKE = make_article(
    "온별시 임대아파트 주민 1천200가구가 12일 임대료 인상에 반대해 납부를 거부하기로 했다.\n"
    "주민대책위원회는 임대료 인상 철회를 요구하고 있다.",
    title='"월세 못 낸다"…온별시 임대료 인상 반발',
)


def standard_body(article) -> str:
    return "\n".join(compose(digest(article), PUSH).paragraphs)


def test_where_somebody_died_may_go_for_what_a_screen_shows() -> None:
    body = standard_body(OBITUARY)
    assert body.endswith("on the sea floor, died on Sunday.")
    assert fits_field(body, PUSH, "part")


def test_that_there_are_results_is_no_news_under_them() -> None:
    assert "発表した" not in standard_body(POLL)


def test_under_nothing_but_a_quote_stands_who_it_is_about() -> None:
    assert "3대가 함께" in standard_body(GONG)
    assert standard_body(RENT_STRIKE).startswith("온별시 임대아파트 주민 1천200가구가")
