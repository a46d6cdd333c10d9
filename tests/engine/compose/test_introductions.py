"""Who speaks is named in full, with the role, in the article's own words; never by guess."""

from __future__ import annotations

import pytest

from newsforge.engine.compose import compose, digest
from newsforge.engine.platforms.registry import get_platform, platforms
from newsforge.engine.receipts import check_text
from tests.support.stories import make_article

BUSES = """Harbor will raise bus fares from $1.50 to $1.75 next March after a vote of 7 to 2 on Thursday.
Board chair Maria Lopez proposed the increase, the first since 2019. Youth fares stay at 90 cents.
Eamon Prewitt, the union's general secretary, called for a rally outside the depot on Saturday.
"Operating costs have grown by 31 percent in five years," Lopez said.
"Drivers have had no raise for three winters," Prewitt said."""
BUDGET = """온별시가 내년도 예산안을 올해보다 6.4% 늘어난 1조8천640억원 규모로 편성했다.
강이든 온별시장은 11일 시의회에서 예산안을 설명했다. 돌봄 예산은 4천210억원이다.
강 시장은 "세금이 줄어드는 때일수록 돌봄과 이동에 먼저 써야 한다"고 말했다."""
NURSERY = """汐浜市は15日、市内の認可保育所の保育料を来年4月から無償化すると発表した。
真野結衣市長が記者会見で説明した。必要な費用は年12億円だ。
真野市長は「子育ての負担を理由に市を離れる人をなくしたい」と述べた。"""


@pytest.mark.parametrize(
    ("text", "language", "named"),
    [
        (BUSES, "en", "board chair Maria Lopez said"),
        (BUDGET, "ko", '강이든 온별시장은 "'),
        (NURSERY, "ja", "真野結衣市長は「"),
    ],
)
def test_a_quote_names_its_speaker_in_full(text: str, language: str, named: str) -> None:
    article = make_article(text, language=language, title="", site="", url=None)
    assert any(named in (line.full or "") for line in digest(article).lines)


@pytest.mark.parametrize(("text", "language"), [(BUSES, "en"), (BUDGET, "ko"), (NURSERY, "ja")])
def test_no_post_has_a_surname_alone(text: str, language: str) -> None:
    people = {"Lopez": "Maria Lopez", "Prewitt": "Eamon Prewitt", "강 시장": "강이든", "真野市長": "真野結衣"}
    article = make_article(text, language=language, title="", site="", url=None)
    for platform in platforms().values():
        post = "\n".join(compose(digest(article), platform).paragraphs)
        for short, full in people.items():
            assert short not in post or post.find(full) in range(post.find(short) + 1), (platform.id, post)


def receipt(sentence: str, text: str, language: str) -> tuple[str, str | None]:
    article = make_article(text, language=language, title="", site="", url=None)
    (found,) = check_text(sentence, article)
    return found.status, found.wording


@pytest.mark.parametrize(
    ("sentence", "text", "language"),
    [
        ('"Operating costs have grown by 31 percent in five years," Maria Lopez said.', BUSES, "en"),
        ('"Operating costs have grown by 31 percent in five years," board chair Maria Lopez said.', BUSES, "en"),
        (
            '"Drivers have had no raise for three winters," Eamon Prewitt, the union\'s general secretary, said.',
            BUSES,
            "en",
        ),
        ('강이든 온별시장은 "세금이 줄어드는 때일수록 돌봄과 이동에 먼저 써야 한다"고 말했다.', BUDGET, "ko"),
        ("真野結衣市長は「子育ての負担を理由に市を離れる人をなくしたい」と述べた。", NURSERY, "ja"),
    ],
)
def test_the_receipts_know_the_person(sentence: str, text: str, language: str) -> None:
    status, wording = receipt(sentence, text, language)
    assert (status, wording) == ("reformatted", "close")


@pytest.mark.parametrize(
    ("sentence", "text", "language"),
    [
        # another bearer of the name: which of them spoke?
        (
            '"Operating costs have grown by 31 percent in five years," Maria Lopez said.',
            BUSES + "\nCouncillor Jose Lopez voted against.",
            "en",
        ),
        # an office that is somebody else's
        ('"Operating costs have grown by 31 percent in five years," Mayor Maria Lopez said.', BUSES, "en"),
        (
            '강하늘 부산시장은 "세금이 줄어드는 때일수록 돌봄과 이동에 먼저 써야 한다"고 말했다.',
            BUDGET + "\n강하늘 부산시장은 오지 않았다.",
            "ko",
        ),
        ('강민수 온별시장은 "세금이 줄어드는 때일수록 돌봄과 이동에 먼저 써야 한다"고 말했다.', BUDGET, "ko"),
        (
            "真野太郎市長は「子育ての負担を理由に市を離れる人をなくしたい」と述べた。",
            NURSERY + "\n真野太郎市長も出席した。",
            "ja",
        ),
    ],
)
def test_the_receipts_take_no_guess(sentence: str, text: str, language: str) -> None:
    status, wording = receipt(sentence, text, language)
    assert status == "unsupported" or wording == "free"


def test_a_name_of_two_people_stays_as_it_is() -> None:
    article = make_article(BUSES + "\nCouncillor Jose Lopez voted against.", language="en", title="", site="", url=None)
    for platform in ("youtube", "x", "naver_blog"):
        text = "\n".join(compose(digest(article), get_platform(platform), length="long").paragraphs)
        assert "Maria Lopez said" not in text
        assert "Jose Lopez said" not in text


VALLEY = """The council will cut the number 47 bus to the valley in March, it said on Thursday.
{introduced}
"If it goes, we go with it, every one of us," {said}."""


@pytest.mark.parametrize("said", ["said Bevan", "Bevan said"])
@pytest.mark.parametrize(
    "introduced",
    [
        "Catrin Bevan, a dairy farmer at Hollin Edge, came to the meeting.",
        "Catrin Bevan, who has run the village shop for 30 years, came to the meeting.",
        "The cut was opposed by Catrin Bevan, the widow of a miner.",
        "Catrin Bevan, a retired nurse, came to the meeting.",
    ],
)
def test_whoever_is_no_office_is_introduced_too(introduced: str, said: str) -> None:
    article = make_article(VALLEY.format(introduced=introduced, said=said), language="en", title="Bus cut")
    full = next(line.full for line in digest(article).lines if line.has_quote)
    role = introduced.partition("Catrin Bevan, ")[2].partition(",")[0].rstrip(".")
    assert full is not None
    assert f"Catrin Bevan, {role}" in full
    (found,) = check_text(full, article)
    assert (found.status, found.wording) == ("reformatted", "close")


@pytest.mark.parametrize(
    "introduced",
    [
        "Catrin Bevan, the summer after, came to the meeting.",
        "Catrin Bevan, the day before, came to the meeting.",
        "Catrin Bevan, who denies the charge, came to the meeting.",
        "Catrin Bevan, who said so, came to the meeting.",
    ],
)
def test_what_is_no_introduction_introduces_nobody(introduced: str) -> None:
    text = VALLEY.format(introduced=introduced, said="said Bevan")
    full = next(
        line.full for line in digest(make_article(text, language="en", title="Bus cut")).lines if line.has_quote
    )
    assert full is not None
    assert full.endswith("said Catrin Bevan.")
