"""Sub-headings of a letter or a blog fit what stands under them."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from newsforge.engine.compose import compose, digest
from newsforge.engine.compose.headline import read_headline
from newsforge.engine.compose.key_figures import has_key_figure
from newsforge.engine.platforms.registry import get_platform
from newsforge.engine.post import Length, Tone
from newsforge.engine.text.frame import is_frame
from tests.support.stories import bus_en, bus_ko, make_article

FARES_JA = make_article(
    "白浜台市は12日、市バスの運賃を来年4月から20円引き上げると発表した。\n"
    "市によると、燃料費の値上がりで市バスの赤字は年間3億円に膨らんだ。\n"
    "対象は市内を走る42路線で、1日平均6万1千人が利用している。\n"
    "現在の運賃は大人210円で、改定は7年ぶりとなる。\n"
    "通学定期の割引率は据え置き、市民の負担を抑える。\n"
    "桐島美和市長は記者会見で「路線を守るために負担をお願いしたい」と述べた。\n"
    "市は12月に始まる議会に条例の改正案を提出する予定だ。",
    language="ja",
    title="白浜台市バス、来年4月に20円値上げ",
)
STORIES = [bus_ko(), bus_en(), FARES_JA]
OPENERS = {"무슨 일이 있었나", "What happened", "何があったか"}
NUMBERS = {"주요 수치", "By the numbers", "数字で見る"}


def blocks(story, name: str, **wishes) -> list[str]:
    return list(compose(digest(story), get_platform(name), **wishes).paragraphs)


@pytest.mark.parametrize("story", STORIES, ids=["ko", "en", "ja"])
@pytest.mark.parametrize("length", get_args(Length))
@pytest.mark.parametrize("tone", get_args(Tone))
@pytest.mark.parametrize("name", ["newsletter", "naver_blog", "markdown"])
def test_what_happened_is_no_heading_under_the_lead_that_tells_it(story, length, tone, name) -> None:
    told = blocks(story, name, tone=tone, length=length)
    assert not OPENERS & {line for block in told for line in block.split("\n")}
    assert not is_frame(told[0])


@pytest.mark.parametrize("story", STORIES, ids=["ko", "en", "ja"])
@pytest.mark.parametrize("length", get_args(Length))
def test_a_heading_has_something_under_it(story, length) -> None:
    for name in ("newsletter", "naver_blog", "markdown"):
        told = blocks(story, name, length=length)
        for block, after in zip(told, [*told[1:], ""], strict=True):
            if is_frame(block):
                assert after
                assert not is_frame(after)


@pytest.mark.parametrize("story", STORIES, ids=["ko", "en", "ja"])
def test_numbers_stand_under_by_the_numbers(story) -> None:
    for length in get_args(Length):
        for block in blocks(story, "naver_blog", length=length):
            heading, *points = block.split("\n")
            if heading in NUMBERS:
                assert points
                bare = [re.sub(r"^\W+ ", "", point) for point in points]
                assert all(has_key_figure(point, story.language) for point in bare), block


def test_a_japanese_headline_may_end_on_what_is_to_be_done() -> None:
    clauses = read_headline("青葉市、市バス運賃を無料化へ 来年4月から65歳以上と中学生以下").clauses
    assert clauses == ("青葉市、市バス運賃を無料化へ",)
    assert read_headline("首相、午後に被災地へ 知事と会談し支援策を協議する見通し").clauses == ()
