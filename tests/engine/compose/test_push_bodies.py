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
