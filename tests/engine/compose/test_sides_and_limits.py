"""Two sides stay two, and a claim keeps what limits it."""

from __future__ import annotations

import pytest

from newsforge.engine.compose import compose, digest
from newsforge.engine.compose.trimmed import narrowed
from newsforge.engine.platforms.registry import get_platform, platforms
from tests.support.stories import make_article

READ = ["x", "threads", "facebook", "linkedin", "telegram", "newsletter"]
LAW_KO = make_article(
    "국회 환경위원회가 12일 일회용 컵 보증금을 300원에서 500원으로 올리는 법안을 놓고 맞섰다.\n"
    "법안은 매장 3만8천곳에 적용된다.\n"
    '법안을 낸 하경은 의원은 "보증금이 낮아 컵이 돌아오지 않는다"며 "500원은 돼야 회수율이 오른다"고 강조했다.\n'
    '반면 도종윤 의원은 "영세 카페에 부담을 떠넘기는 것"이라며 "폐업이 잇따를 것"이라고 반박했다.\n'
    "위원회는 다음 달 다시 회의를 연다.",
    title='컵 보증금 인상 충돌… "회수율 올라" vs "카페 폐업"',
)
MERGER_EN = make_article(
    "Corvane Foods plans to buy Dell Orchard Bakeries for $640 million, the company said on Tuesday.\n"
    '"Together we can bake for the whole coast," said Lydia Marr, Corvane\'s chief executive.\n'
    "The sale needs regulatory approval and is due to close in June.\n"
    'The bakers\' union condemned the plan. "Nobody has promised us a single job," said Tom Reyes, who leads the union.\n'
    "Corvane had sales of $2.1 billion last year.",
    language="en",
    title="Corvane to buy Dell Orchard for $640 million despite union protests",
)
ART_JA = make_article(
    "県立博物館は3日、江戸時代の絵師の作とみられる屏風が旧家の蔵から見つかったと発表した。\n"
    "屏風は縦150センチ、横320センチで、紙の成分を調べたが、作者を断定する署名は見つかっていない。\n"
    "調査した同志館大の白峰由紀教授は「筆の勢いは絵師の特徴と一致し、本物の可能性が高い」と話す。"
    "一方、古美術商の岩永徹さんは「弟子の作かもしれない。慎重に調べるべきだ」と指摘した。\n"
    "博物館の館長は「多くの人に見てほしい」と話している。",
    language="ja",
    title="江戸の屏風、旧家の蔵から　専門家「本物の可能性高い」",
)
TRIAL_EN = make_article(
    "People who drank a new cherry extract slept 40 minutes longer than those given a placebo, a study by Lorne "
    "University found.\n"
    "Volunteers took the extract for eight weeks.\n"
    "The university has studied sleep since 1998.\n"
    "But the researchers cautioned that the trial was small and did not prove that the extract works. "
    '"Nobody should stop taking their medicine," said Ana Pruitt, who led the study.\n'
    "The extract is sold in 14 countries.",
    language="en",
    title="Cherry extract adds 40 minutes of sleep, study finds",
)
PLASTIC_KO = make_article(
    "한결대 연구팀이 폐플라스틱을 한 시간 만에 분해하는 효소를 찾았다고 9일 발표했다.\n"
    "연구팀은 토양 2천여점을 조사했다.\n"
    "이 연구는 학술지에 실렸다.\n"
    "다만 지금까지는 실험실에서 플라스틱 30g을 분해한 것이 전부다.\n"
    "연구팀은 다른 대학 3곳과 함께 연구를 이어 간다.",
    title="한결대, 폐플라스틱 한 시간 만에 분해하는 효소 찾아",
)


def told(story, platform_id: str, **wishes) -> str:
    return "\n".join(compose(digest(story), get_platform(platform_id), **wishes).paragraphs)


@pytest.mark.parametrize("name", READ)
@pytest.mark.parametrize(
    ("story", "one", "other"),
    [
        pytest.param(LAW_KO, "회수율이 오른다", "폐업이 잇따를 것", id="ko"),
        pytest.param(MERGER_EN, "bake for the whole coast", "Nobody has promised us", id="en"),
        pytest.param(ART_JA, "本物の可能性が高い", "弟子の作かもしれない", id="ja"),
    ],
)
@pytest.mark.parametrize("tone", ["neutral", "friendly", "formal"])
def test_who_is_quoted_has_the_other_side_beside(story, one: str, other: str, name: str, tone: str) -> None:
    for length in ("standard", "long"):
        text = told(story, name, tone=tone, length=length)
        assert (one in text) == (other in text), text
    assert one in told(story, name, tone=tone, length="long")


def test_whose_opinion_the_title_tells_is_quoted_first() -> None:
    quote = digest(ART_JA).quote
    assert quote is not None
    assert "白峰" in quote.text
    other = digest(ART_JA).other_side
    assert other is not None
    assert "岩永" in other.text


def test_a_story_with_one_voice_has_no_other_side() -> None:
    story = make_article(
        "한빛시는 12일 도서관 세 곳을 새로 연다고 밝혔다.\n"
        '박서윤 시장은 "걸어서 10분이면 책을 만나는 도시를 만들겠다"고 말했다.\n'
        "도서관은 내년 5월 문을 연다.",
        title="한빛시, 도서관 세 곳 새로 연다",
    )
    assert digest(story).other_side is None


@pytest.mark.parametrize("name", READ)
@pytest.mark.parametrize(
    ("story", "limit"),
    [
        pytest.param(TRIAL_EN, "the trial was small", id="trial"),
        pytest.param(PLASTIC_KO, "실험실에서 플라스틱 30g", id="laboratory"),
        pytest.param(MERGER_EN, "needs regulatory approval", id="approval"),
    ],
)
def test_what_limits_the_claim_comes_right_after_it(story, limit: str, name: str) -> None:
    found = digest(story)
    assert found.limits
    text = told(story, name)
    assert limit in text
    further = [line.text for line in found.lines[1:] if not line.is_owed and line.text in text]
    assert all(text.index(limit) < text.index(line) for line in further), text


@pytest.mark.parametrize("story", [TRIAL_EN, PLASTIC_KO, MERGER_EN])
def test_a_limit_costs_a_short_message_nothing(story) -> None:
    for platform in platforms().values():
        if platform.writes(story.language):
            content = compose(digest(story), platform, length="short")
            assert content.paragraphs


def test_what_was_decided_is_not_cut_off() -> None:
    ordered = (
        "The court threw out a ruling that had made Averill Mills pay its cleaners $3 million, ordering a new trial."
    )
    assert narrowed(ordered, "en") == ()
    told_how = "The council voted to close the Elm Street pool in March next year, following a long debate at the hall."
    assert narrowed(told_how, "en") == ("The council voted to close the Elm Street pool in March next year.",)


def test_preliminary_earnings_and_the_next_sentence_are_neither() -> None:
    story = make_article(
        "가람전자는 3분기 영업이익이 4천200억원으로 잠정 집계됐다고 29일 공시했다.\n"
        "매출은 5조1천억원으로 9% 늘었다.\n"
        '문가온 가람전자 대표는 "신제품이 잘 팔렸다"고 말했다. 회사는 올해 투자액을 2조원으로 추산했다.',
        title="가람전자 3분기 영업이익 4천200억원",
    )
    found = digest(story)
    assert found.limits == ()
    assert found.other_side is None
