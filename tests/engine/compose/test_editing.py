"""What a social editor would not let pass: stray facts, fragments, weak voices, the same post everywhere."""

import re

import pytest

from newsforge.engine.article import Article
from newsforge.engine.compose import compose, digest
from newsforge.engine.compose.dependence import standing
from newsforge.engine.compose.fewer_words import told_in_fewer
from newsforge.engine.compose.headline import read_headline
from newsforge.engine.compose.shorten import short_forms
from newsforge.engine.compose.trimmed import narrowed
from newsforge.engine.platforms.disclosure import disclosure_line
from newsforge.engine.platforms.layout import lay_out
from newsforge.engine.platforms.registry import get_platform, platforms
from newsforge.engine.text.frame import is_frame
from newsforge.engine.text.korean import tokens
from newsforge.engine.text.sentences import split_sentences
from tests.corpus.loader import articles

ARTICLES = {one.slug: one.article() for one in articles()}
TITLED = {"push", "lms", "newsletter", "naver_blog", "markdown", "tiktok", "pinterest", "feed"}


def article(text, title="", language="ko"):
    return Article(text=text, sentences=split_sentences(text, language), language=language, title=title)


def heads_of(found):
    headline = found.headline
    shorter = short_forms(headline.text, headline.clauses, found.article.language, found.keywords[:2])
    fewer = [form for whole in (headline.text, *headline.clauses) for form in told_in_fewer(whole)]
    return {headline.text, *headline.clauses, *headline.fragments, *shorter, *fewer}


def post_of(source, platform_id, **wishes):
    platform = get_platform(platform_id)
    line = disclosure_line("automatic", source.language, platform)
    content = compose(digest(source), platform, disclosure=line, **wishes)
    return content, lay_out(content, platform, language=source.language, writer="embedded", disclosure=line)


# The main event -----------------------------------------------------------------------------------------------------


def test_a_first_sentence_that_opens_on_a_number_leads():
    assert digest(ARTICLES["en-derailment"]).lead.text.startswith("Three people were injured and about 60 homes")


@pytest.mark.parametrize("slug", [slug for slug, one in ARTICLES.items() if one.language in {"ko", "en"}])
def test_a_short_message_tells_the_main_event_and_never_lists_keywords(slug):
    source = ARTICLES[slug]
    found = digest(source)
    heads = heads_of(found)
    leads = {found.lead.alone, *narrowed(found.lead.alone, source.language)}
    for platform_id in ("sms", "kakao", "push"):
        content, _ = post_of(source, platform_id)
        first = content.paragraphs[0]
        # A notification's title has told it where its lead has no room on the screen.
        assert first in heads | leads or (platform_id == "push" and content.title in heads), platform_id
        if len(content.paragraphs) > 1:
            told = content.paragraphs[:2]
            assert leads & set(told), (platform_id, told)
    for platform_id, field in (("push", "title"), ("lms", "subject"), ("newsletter", "subject")):
        line = getattr(post_of(source, platform_id)[1], field)
        assert line in heads or line == "Short walks after dinner", (platform_id, line)


@pytest.mark.parametrize("slug", ARTICLES)
def test_the_lead_comes_first_wherever_it_fits(slug):
    source = ARTICLES[slug]
    lead = digest(source).lead.alone
    for platform_id in platforms():
        content, _ = post_of(source, platform_id)
        sentences = [p for p in content.paragraphs if not is_frame(p) and lead in "".join(content.paragraphs)]
        head = "\n".join(sentences[:2])
        if sentences:
            assert lead in head, (platform_id, sentences[:3])


@pytest.mark.parametrize(
    ("title", "clauses", "fragments"),
    [
        (
            '한빛은행, 기준금리 연 2.25%로 0.25%포인트 인하…"내수 더뎌"',
            ("한빛은행, 기준금리 연 2.25%로 0.25%포인트 인하",),
            ("기준금리 연 2.25%로 0.25%포인트 인하",),
        ),
        (
            "가나군 도료 원료 공장 화재 7시간 만에 진화…2명 사망",
            ("가나군 도료 원료 공장 화재 7시간 만에 진화",),
            ("가나군 도료 원료 공장 화재",),
        ),
        # The clause that matters is still to come.
        ("김가나, 이다라 제명했지만… 외연 확장 부담", (), ()),
        # Without its speaker, a quote would be the paper's own claim.
        ('가나다 장관, "금리 내려야 경기 산다"…국회 답변', ('가나다 장관, "금리 내려야 경기 산다"',), ()),
        ("Two hurt after bus crash near Harbor City", ("Two hurt after bus crash",), ()),
        ("Council votes against Harbor City plan", (), ()),
        ("Smith named as chief of Harbor Bank", (), ()),
        ("Strike will go ahead unless pay rises", (), ()),
        ("Daily walks lower blood pressure, study of 4,812 adults finds", (), ("Daily walks lower blood pressure",)),
        ("台風21号、汐浜県に上陸 3万世帯が停電", ("台風21号、汐浜県に上陸",), ()),
    ],
)
def test_what_a_headline_may_be_cut_to(title, clauses, fragments):
    found = read_headline(title)
    assert (found.clauses, found.fragments) == (clauses, fragments)


def test_a_headline_with_the_figures_beats_a_lead_without_them_in_a_text_message():
    source = article(
        "노지 감귤 가격이 작황이 나쁜 탓에 한 해 사이에 큰 폭으로 올랐다. 감귤연합회는 3일 감귤 10㎏이 3만4천원에 팔렸다고 밝혔다.",
        "감귤값 10㎏에 3만4천원…27% 올라",
    )
    assert post_of(source, "sms")[0].paragraphs == ("감귤값 10㎏에 3만4천원…27% 올라",)


# What may stand where -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sentence",
    [
        "한빛은행은 이날 내놓은 수정 전망에서 성장률을 낮췄다.",
        "한빛은행은 이날 함께 내놓은 수정 전망에서 성장률을 낮췄다.",
        "지난 5월 이후 6개월 만의 인하로, 더딘 내수 회복을 고려한 결정이다.",
    ],
)
def test_what_would_be_broken_korean_or_lean_on_the_sentence_before_is_not_lifted_out(sentence):
    assert standing(sentence, "ko", morphemes=tokens(sentence)).alone is None


def test_a_sentence_without_a_doer_needs_one_before_it():
    sentence = "교통 분야에는 1천480억원을 배정했다."
    assert standing(sentence, "ko", morphemes=tokens(sentence)).needs == "subject"
    sentence = "가나시는 교통 분야에 1천480억원을 배정했다."
    assert standing(sentence, "ko", morphemes=tokens(sentence)).needs == "nothing"


@pytest.mark.parametrize(
    ("sentence", "stands"),
    [
        ("Three people were injured in the fire.", True),
        ("Three were taken to the hospital in Harbor City.", False),
        ("Most of them were released on Friday in Harbor City.", False),
        ("Larkspur plans to start selling that model, priced at $19,000, in 2027.", False),
        ("Larkspur said that sales rose 7% in Harbor City.", True),
    ],
)
def test_english_numbers_and_demonstratives(sentence, stands):
    assert (standing(sentence, "en").alone is not None) is stands


def test_every_bullet_has_a_figure():
    for slug, source in ARTICLES.items():
        for platform_id in platforms():
            for paragraph in post_of(source, platform_id)[0].paragraphs:
                for line in re.findall(r"^• .*", paragraph, re.MULTILINE):
                    assert re.search(r"\d", line), (slug, platform_id, line)


def test_a_list_that_is_not_there_is_not_announced():
    source = article(
        "気象庁は13日、東の海で震度5弱の地震があったと発表した。各地の震度は次のとおり。震源の深さは約30キロと推定される。",
        "東の海で震度5弱の地震",
        "ja",
    )
    for platform_id in platforms():
        assert "次のとおり" not in "".join(post_of(source, platform_id)[0].paragraphs)


# Voices ---------------------------------------------------------------------------------------------------------------


def test_a_named_speaker_is_heard_rather_than_a_nameless_one():
    source = article(
        "가나전자가 나라시에 배터리 공장을 짓는다고 3일 밝혔다.\n"
        '가나전자 관계자는 "배터리 공장 착공이 내년으로 앞당겨질 수 있다"고 말했다.\n'
        '박하늘 가나전자 대표는 "배터리 수요가 해마다 두 배로 늘고 있다"고 말했다.',
        "가나전자, 나라시에 배터리 공장",
    )
    assert digest(source).quote.text.startswith("박하늘 가나전자 대표는")


# Shapes ---------------------------------------------------------------------------------------------------------------

SHAPED = ("x", "linkedin", "instagram", "facebook", "telegram", "newsletter", "naver_blog")


@pytest.mark.parametrize("slug", ["ko-sleep-study", "ko-transit-strike", "ko-city-budget", "ja-motor-earnings"])
def test_posts_differ_by_platform(slug):
    bodies = [post_of(ARTICLES[slug], platform_id)[0].paragraphs for platform_id in SHAPED]
    assert len(set(bodies)) == len(SHAPED)


def test_each_platform_has_its_habit():
    source = ARTICLES["ko-sleep-study"]
    head = digest(source).headline.text
    assert post_of(source, "telegram")[0].paragraphs[0] == f"■ {head}"
    assert post_of(source, "instagram")[0].paragraphs[0] == head
    assert post_of(source, "facebook")[0].paragraphs[0].startswith(digest(source).lead.alone)
    assert not any("• " in paragraph for paragraph in post_of(source, "facebook")[0].paragraphs)
    assert any(paragraph.startswith("핵심 포인트\n• ") for paragraph in post_of(source, "linkedin")[0].paragraphs)
    assert any(paragraph.startswith("핵심 정리\n• ") for paragraph in post_of(source, "newsletter")[0].paragraphs)
    blog = post_of(source, "naver_blog")
    assert "주요 발언" in blog[0].paragraphs
    assert "<h3" in blog[1].html


def test_marked_points_never_stand_in_the_middle_of_a_line():
    for slug, source in ARTICLES.items():
        for platform_id in ("x", "bluesky", "mastodon", "threads"):
            for tone in ("friendly", "urgent"):
                content, _ = post_of(source, platform_id, tone=tone, length="long")
                for paragraph in content.paragraphs:
                    assert not re.search(r"[^\n][▶✔💬👀]", paragraph), (slug, platform_id, paragraph)


def test_what_has_to_be_shorter_ends_where_a_headline_may_end():
    title = "Dramatic bodycam video shows the rescue of an eight-year-old kidnapping victim held inside a highway motel"
    source = article(
        "The dramatic rescue of the victim, which the police filmed on a highway near the motel, ended a search of days.",
        title,
        "en",
    )
    assert post_of(source, "sms")[0].paragraphs == ("Dramatic bodycam video shows the rescue",)
