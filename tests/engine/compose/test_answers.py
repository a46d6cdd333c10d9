"""A charge is told with what the accused say to it, on every platform, at every length and in every tone."""

from __future__ import annotations

from typing import get_args

import pytest

from newsforge.engine.compose import compose, digest
from newsforge.engine.compose.accusations import accuses
from newsforge.engine.platforms.registry import get_platform, platforms
from newsforge.engine.post import Length, Tone
from newsforge.engine.receipts import check_text
from tests.support.stories import make_article

CHARGE_KO = make_article(
    "경남경찰청은 18일 조합 돈 3억2천만원을 빼돌린 혐의로 새벽농협 전 조합장 구본섭(61) 씨를 구속했다고 밝혔다.\n"
    "경찰에 따르면 구 씨는 2021년부터 3년 동안 가짜 영수증 140여장으로 돈을 빼돌린 혐의를 받는다.\n"
    '피해 조합원 남정희 씨는 "평생 모은 돈을 믿고 맡겼는데 허망하다"고 말했다.\n'
    "조합은 지난달 특별감사를 벌여 영수증 40장을 더 찾아냈다.\n"
    '구 씨 측 변호인은 "모두 이사회 승인을 받은 지출로, 혐의를 전부 부인한다"고 말했다.\n'
    "경찰은 다음 주 구 씨를 검찰에 송치할 예정이다.",
    title="조합 돈 3억 횡령 혐의 전 농협 조합장 구속",
)
CHARGE_EN = make_article(
    "A former head teacher of a school in Dunmere has been charged with theft after $210,000 went missing from its "
    "building fund, police said on Monday.\n"
    "Police said the money was taken in 64 payments over three years.\n"
    '"Our children still learn in a leaking hall," said Rosa Whitcombe, who chairs the parents\' council.\n'
    "The fund was set up in 2016 and has raised $1.4 million.\n"
    "Colin Marsh, 57, denies all the charges, his lawyer said.\n"
    "A hearing is due to take place on 3 March.",
    language="en",
    title="Former head teacher charged over missing $210,000",
)
CHARGE_JA = make_article(
    "県警は20日、勤務先の組合から現金1200万円を着服したとして、業務上横領の疑いで元職員の沢渡健司容疑者(49)を逮捕した。\n"
    "逮捕容疑は2022年4月から2年間に、組合の口座から計38回にわたって現金を引き出した疑い。\n"
    "組合は昨年秋の監査で不明金に気づき、警察に相談していた。\n"
    "沢渡容疑者は調べに対し「上司の指示だった」と容疑を否認している。",
    language="ja",
    title="組合の現金1200万円着服か　元職員を逮捕",
)
CASES = [
    pytest.param(CHARGE_KO, "혐의를 전부 부인한다", ("구본섭", "구 씨"), id="ko"),
    pytest.param(CHARGE_EN, "denies all the charges", ("Colin Marsh", "Marsh"), id="en"),
    pytest.param(CHARGE_JA, "容疑を否認している", ("沢渡",), id="ja"),
]
CONVICTED = make_article(
    "A former head teacher was sentenced to three years in prison on Monday for stealing $210,000 from a school's "
    "building fund.\n"
    "Colin Marsh had denied all the charges before he pleaded guilty in May.\n"
    "The judge said he had betrayed the trust of parents who gave what they could.",
    language="en",
    title="Former head teacher jailed for stealing $210,000",
)
ACQUITTED = make_article(
    "업체에서 3천만원을 받은 혐의로 재판에 넘겨진 곽도현 전 군수가 1심에서 무죄를 선고받았다.\n"
    "곽 전 군수는 2022년 5월 업체 대표에게서 인허가 대가로 3천만원을 받은 혐의를 받았다. "
    '그는 재판에서 "선거 전에 빌린 돈을 돌려받은 것"이라고 주장했다.\n'
    '재판부는 "돈이 오간 때에는 인허가 신청이 없어 대가라고 보기 어렵다"고 밝혔다.\n'
    "앞서 검찰은 징역 4년을 구형했다.",
    title="뇌물 혐의 전 군수 1심 무죄",
)


def paragraphs(story, platform_id: str, **wishes) -> str:
    return "\n".join(compose(digest(story), get_platform(platform_id), **wishes).paragraphs)


@pytest.mark.parametrize(("story", "answer", "names"), CASES)
def test_the_answer_is_found_wherever_it_stands(story, answer: str, names) -> None:
    found = digest(story)
    assert answer in found.answers[0][-1].text
    assert any(name in found.accused for name in names)


@pytest.mark.parametrize(("story", "answer", "names"), CASES)
@pytest.mark.parametrize("tone", get_args(Tone))
@pytest.mark.parametrize("length", get_args(Length))
def test_no_post_tells_more_than_title_and_lead_without_it(story, answer: str, names, tone: str, length: str) -> None:
    found = digest(story)
    for platform in platforms().values():
        if not platform.writes(story.language):
            continue
        content = compose(found, platform, tone=tone, length=length, link="https://news.example/1")
        told = "\n".join(content.paragraphs)
        further = [line.text for line in found.lines[1:] if line.text in told and answer not in line.text]
        if answer in told:
            # Only what it leans on may stand before it.
            before = told[: told.index(answer)]
            leaned_on = {line.text for line in found.answers[0]}
            assert not [text for text in further if text in before and text not in leaned_on], (platform.id, told)
        else:
            assert not further, (platform.id, told)
            assert not any(name in told for name in names) or story.language == "ja", (platform.id, told)
        assert not any(name in tag for name in names for tag in content.hashtags), (platform.id, content.hashtags)
        receipts = [receipt for text in content.paragraphs for receipt in check_text(text, story)]
        assert all(receipt.status != "unsupported" for receipt in receipts), (platform.id, told)


@pytest.mark.parametrize(("story", "answer", "names"), CASES)
@pytest.mark.parametrize("name", ["x", "threads", "bluesky", "facebook", "linkedin", "telegram", "newsletter"])
def test_where_people_read_it_is_always_told(story, answer: str, names, name: str) -> None:
    for tone in get_args(Tone):
        for length in ("standard", "long"):
            assert answer in paragraphs(story, name, tone=tone, length=length), (tone, length)


@pytest.mark.parametrize("name", ["instagram", "facebook", "telegram"])
@pytest.mark.parametrize(("story", "answer", "names"), CASES)
def test_a_short_post_has_it_too_where_it_fits(story, answer: str, names, name: str) -> None:
    assert answer in paragraphs(story, name, length="short")


def test_a_denial_before_a_conviction_is_background() -> None:
    found = digest(CONVICTED)
    assert found.answers == ()
    assert found.accused == frozenset()


def test_what_an_accused_denies_about_something_else_is_no_answer() -> None:
    story = make_article(
        "A former head teacher has been charged with theft after $210,000 went missing, police said on Monday.\n"
        "Mayor Ruth Oakley denied plans to close the school.\n"
        "A judge denied a request to move the hearing.\n"
        "Colin Marsh, 57, was denied bail.",
        language="en",
        title="Former head teacher charged over missing $210,000",
    )
    assert digest(story).answers == ()


def test_an_opinion_piece_accuses_nobody() -> None:
    story = make_article(
        "지역 축제가 해마다 늘고 있다.\n"
        "축제가 지역 경제를 살린다는 주장은 사실이 아니다.\n"
        "군수는 예산 낭비라는 지적을 부인했다.",
        title="[칼럼] 축제, 줄일 때가 됐다",
    )
    assert digest(story).answers == ()


def test_prosecutors_claim_is_not_the_answer() -> None:
    story = make_article(
        "검찰은 19일 하청업체에서 뒷돈을 받은 혐의로 다온건설 임원 황보석(52) 씨를 기소했다.\n"
        "검찰은 황 씨가 입찰 정보를 넘기고 2억원을 받았다고 주장했다.",
        title="뒷돈 혐의 건설사 임원 기소",
    )
    assert digest(story).answers == ()


def test_a_ruling_that_clears_somebody_has_its_reason_and_the_defence() -> None:
    found = digest(ACQUITTED)
    assert found.is_cleared
    told = paragraphs(ACQUITTED, "newsletter")
    assert "대가라고 보기 어렵다" in told
    assert "빌린 돈을 돌려받은 것" in told
    assert "대가라고 보기 어렵다" in paragraphs(ACQUITTED, "x")
    for name in ("x", "facebook", "instagram"):
        tags = compose(found, get_platform(name)).hashtags
        assert not any("곽도현" in tag for tag in tags)


def test_a_pronoun_in_the_answer_comes_with_whom_it_means() -> None:
    story = make_article(
        "A doctor in Port Alder has been charged with fraud over 90 false claims, prosecutors said on Friday.\n"
        "Helen Brandt, 44, is accused of billing for patients whom she never saw. "
        "She appeared in court in the afternoon and pleaded not guilty.\n"
        "The clinic has 12,000 patients.",
        language="en",
        title="Doctor charged over 90 false claims",
    )
    for platform in platforms().values():
        if not platform.writes("en"):
            continue
        told = "\n".join(compose(digest(story), platform).paragraphs)
        if "pleaded not guilty" in told:
            assert "Helen Brandt" in told[: told.index("She appeared")]
        else:
            assert "Helen Brandt" not in told


def test_an_answer_of_somebody_called_by_a_letter_comes_with_who_that_is() -> None:
    story = make_article(
        "보행자를 차로 치고 달아난 혐의로 30대 운전자가 붙잡혔다.\n"
        "한빛경찰서는 도주치상 혐의로 A(34)씨를 입건했다고 22일 밝혔다.\n"
        "다친 보행자는 병원에서 치료를 받고 있다.\n"
        'A씨는 경찰 조사에서 "사람을 친 줄 몰랐다"며 혐의를 부인하고 있다.',
        title="뺑소니 혐의 30대 운전자 입건",
    )
    text = paragraphs(story, "facebook")
    assert text.index("A(34)씨") < text.index("혐의를 부인하고")
    assert "병원에서" not in text[: text.index("혐의를 부인하고")]


def test_who_rejects_the_allegations_needs_no_line_between_them() -> None:
    story = make_article(
        "Mayor Dale Hutchins of Corbridge spent $48,000 of city money on private flights, an auditor's report alleged "
        "on Tuesday.\n"
        "The report lists 31 flights between 2023 and 2025.\n"
        'Council member Ida Moss called for an investigation. "Taxpayers deserve answers," she said.\n'
        "Hutchins rejected the allegations, saying every trip was for city business.",
        language="en",
        title="Mayor accused of spending city money on private flights",
    )
    (answer,) = digest(story).answers
    assert [line.text for line in answer] == [story.sentences[-1].text]
    assert "Hutchins rejected the allegations" in paragraphs(story, "instagram", length="short")
    assert not any("Hutchins" in tag for tag in compose(digest(story), get_platform("instagram")).hashtags)


def test_the_office_that_the_title_accuses_answers_for_itself() -> None:
    story = make_article(
        "한빛시장이 지인 업체에 공사를 몰아줬다는 의혹이 제기됐다.\n"
        "오도현 의원은 17일 한빛시가 3년간 수의계약 41건을 한 업체에 줬다고 밝혔다.\n"
        '오 의원은 "감사를 청구하겠다"고 말했다.\n'
        '박서윤 한빛시장은 "입찰이 두 차례 유찰돼 규정에 따른 것으로 특혜는 사실이 아니다"라고 해명했다.',
        title="한빛시장, 지인 업체에 공사 몰아주기 의혹",
    )
    text = paragraphs(story, "threads")
    assert "사실이 아니다" in text


def test_a_text_without_a_title_has_the_answer_too() -> None:
    story = make_article(CHARGE_EN.text, language="en", title="")
    assert "denies all the charges" in paragraphs(story, "facebook")
    for name in ("push", "sms", "kakao"):
        text = paragraphs(story, name, tone="friendly")
        assert "leaking hall" not in text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The car is charged in 12 minutes.", "en"),
        ("He died of cardiac arrest.", "en"),
        ("Sue Barrow opens a bakery.", "en"),
        ("The museum charged for a tour.", "en"),
        ("계약은 구속력이 없다.", "ko"),
        ("記録的な大雪になった。", "ja"),
    ],
)
def test_a_word_that_looks_like_it_is_no_accusation(text: str, language: str) -> None:
    assert not accuses(text, language)


def test_a_screen_that_folds_the_news_folds_the_answer_instead() -> None:
    story = make_article(
        "A surgeon at Alder Bay General Hospital has been suspended over claims that he operated on two patients while "
        "he was drunk, the hospital said on Wednesday.\n"
        "Neil Cosgrove, 51, was removed from duty after colleagues raised concerns.\n"
        "Cosgrove said through a lawyer that the allegations were false and that a blood test showed no alcohol.",
        language="en",
        title="Surgeon accused of operating while drunk",
    )
    assert "the allegations were false" in paragraphs(story, "push")
