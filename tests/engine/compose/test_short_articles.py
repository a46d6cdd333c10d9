"""A few sentences are told whole where people read; what is tagged is what the post says."""

from __future__ import annotations

import re

import pytest

from newsforge.engine.article import Article
from newsforge.engine.compose import compose, digest
from newsforge.engine.platforms.disclosure import disclosure_line
from newsforge.engine.platforms.layout import lay_out
from newsforge.engine.platforms.registry import get_platform, platforms
from newsforge.engine.post import Post
from tests.corpus.loader import articles
from tests.support.news import EN, KO
from tests.support.stories import make_article


def pasted(text: str, language: str) -> Article:
    title, _, body = text.partition("\n\n")
    return make_article(body.strip(), language=language, title=title)


SHORT = {"en": pasted(EN, "en"), "ko": pasted(KO, "ko")}
CORPUS = {one.slug: one.article() for one in articles()}


def post_of(article: Article, platform_id: str, **wishes) -> Post:
    platform = get_platform(platform_id)
    line = disclosure_line("automatic", article.language, platform)
    content = compose(digest(article), platform, disclosure=line, **wishes)
    return lay_out(content, platform, language=article.language, writer="embedded", disclosure=line)


@pytest.mark.parametrize("platform_id", ["newsletter", "naver_blog", "markdown"])
@pytest.mark.parametrize("length", ["standard", "long"])
@pytest.mark.parametrize("language", SHORT)
def test_a_letter_and_a_blog_tell_a_short_article_whole(language: str, length: str, platform_id: str) -> None:
    article = SHORT[language]
    text = re.sub(r"\s+", " ", "\n".join(post_of(article, platform_id, length=length).parts))
    lost = [sentence.text for sentence in article.sentences if sentence.text not in text]
    assert not lost


@pytest.mark.parametrize("article", [*SHORT.values(), *CORPUS.values()], ids=[*SHORT, *CORPUS])
def test_a_tag_is_of_what_the_post_says(article: Article) -> None:
    for platform in platforms().values():
        if not platform.writes(article.language):
            continue
        for length in ("short", "standard"):
            post = post_of(article, platform.id, length=length)
            said = "\n".join([*post.parts, post.title or ""])
            for tag in post.hashtags:
                said = said.replace(f"#{tag}", "").replace(f'"{tag}"', "")
            squeezed = re.sub(r"[\W_]+", "", said).casefold()
            for tag in post.hashtags:
                surname = re.findall(r"[A-Z][a-z]+|.+", tag)[-1]
                assert any(re.sub(r"[\W_]+", "", word).casefold() in squeezed for word in (tag, surname)), (
                    platform.id,
                    tag,
                )


def test_of_a_long_article_even_a_long_post_is_a_digest() -> None:
    sentences = [
        f"The council of Port Calder spent {number} million dollars on its {place} in 2025."
        for number, place in enumerate(
            [
                *("harbor", "library", "bridge", "school", "station", "market", "museum", "theatre", "stadium"),
                *("hospital", "park", "tunnel", "airport", "square", "court", "prison", "archive", "garden"),
                *("fountain", "lighthouse", "ferry", "tram", "depot", "canal", "dike", "windmill", "cemetery"),
            ],
            start=3,
        )
    ]
    article = make_article(" ".join(sentences), language="en", title="Port Calder lists what it spent in 2025")
    assert len(sentences) >= 25
    for platform_id in ("newsletter", "naver_blog", "markdown", "linkedin"):
        content = compose(digest(article), get_platform(platform_id), length="long")
        assert sum(map(len, content.paragraphs)) <= 0.7 * len(article.text), platform_id


COURT = """The Supreme Court on Friday struck down Port Calder's ban on street music, ruling 6-3 that it violates the right to free expression of its people.
The ban, in force since 2021, made it an offence to play an instrument in 14 squares of the old town.
Justice Edmund Hale dissented, saying that residents had a right to peace.
Grace Okoro of Kenya, a violinist, brought the case against Port Calder. Okoro said the ban on music was a ban on joy."""


def test_under_a_title_that_says_as_much_no_lead_is_cut_short() -> None:
    title = "Supreme Court strikes down ban on street music in Port Calder"
    push = post_of(make_article(COURT, language="en", title=title), "push")
    assert "struck down Port Calder's ban on street music.\n" not in push.parts[0]
    # But a figure that the title lacks is worth the second line.
    walk = make_article(
        "About 3,400 dockworkers at Port Calder walked off the job on Tuesday, beginning a 48-hour strike that has halted "
        "most of the container traffic at the country's second-largest harbor.\nPort Calder handled 2.3 million containers.",
        language="en",
        title="Dockworkers at Port Calder begin 48-hour strike",
    )
    assert "About 3,400 dockworkers" in post_of(walk, "push").parts[0]


def test_a_person_is_tagged_without_her_country() -> None:
    tags = post_of(
        make_article(COURT, language="en", title="Grace Okoro wins case over street music"), "naver_blog"
    ).hashtags
    assert "GraceOkoro" in tags
    assert not any("Kenya" in tag for tag in tags)


def test_what_the_first_paragraph_counts_is_told_by_a_letter() -> None:
    text = (
        "다올전자는 올해 2분기 영업이익이 1조2천340억원으로 지난해 같은 기간보다 38.2% 감소했다고 28일 공시했다. "
        "매출은 18조5천600억원으로 4.1% 줄었다. 순이익은 9천120억원으로 41% 감소했다.\n"
        "가전 사업은 영업이익 6천200억원으로 선방했지만, TV 사업은 480억원의 적자를 냈다.\n"
        "TV 사업이 적자를 낸 것은 2022년 3분기 이후 처음이다.\n"
        '서이든 다올전자 최고재무책임자는 "관세 부담이 분기당 1천500억원 수준"이라고 말했다.\n'
        "증권가에서는 3분기 영업이익이 1조4천억원대로 회복할 것으로 보고 있다.\n"
        "다올전자는 북미 공장 가동률을 92%까지 높이고 하반기에 새 냉장고 12종을 내놓을 계획이다.\n"
        "다올전자 이사회는 30일 회의를 열어 중간 배당을 정한다."
    )
    letter = post_of(make_article(text, title="다올전자 2분기 영업이익 1조2천억원…전년보다 38% 감소"), "newsletter")
    assert any(f"{what}은 " in letter.parts[0] for what in ("매출", "순이익"))
