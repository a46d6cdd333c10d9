"""Whose jobs a deal costs is told with the deal, behind the sentence that it leans on, once."""

from __future__ import annotations

import pytest

from newsforge.engine.compose import compose, digest
from newsforge.engine.compose.asides import tells_jobs_lost
from newsforge.engine.compose.dependence import standing
from newsforge.engine.platforms.registry import platforms
from tests.support.stories import make_article

DEAL = make_article(
    "Calder Foods Inc. said on Thursday it will buy Norbury Bakeries for $1.3 billion in cash and reported a profit that "
    "beat expectations.\n"
    "The snack maker will pay $41.50 a share, a premium of 28% over Norbury's closing price on Wednesday. The boards of "
    "both companies have approved the deal, subject to approval by regulators.\n"
    "Calder's net income rose 14% to $186 million in the three months to Sept. 30. Revenue grew 6% to $2.4 billion.\n"
    '"Bread is where families start the day, and we were not at the table," said Helena Marsh, its chief executive.\n'
    "Calder said it expected cost savings of $75 million a year by 2029. It will close two of Norbury's nine bakeries, "
    "with the loss of about 640 jobs.\n"
    "Shares of Norbury jumped 26% to $40.85 in morning trading.",
    language="en",
    title="Calder Foods to buy Norbury Bakeries for $1.3 billion as profit rises",
)


@pytest.mark.parametrize("platform_id", ["linkedin", "telegram", "naver_blog", "newsletter", "feed", "lms"])
@pytest.mark.parametrize("tone", ["neutral", "friendly", "formal"])
def test_the_jobs_that_a_deal_costs_are_told(tone: str, platform_id: str) -> None:
    told = "\n".join(compose(digest(DEAL), platforms()[platform_id], tone=tone).paragraphs)
    assert "by 2029. It will close two" in told
    assert told.count("cost savings") == 1


@pytest.mark.parametrize("tone", ["neutral", "friendly", "formal", "urgent"])
@pytest.mark.parametrize("length", ["short", "standard", "long"])
def test_no_post_tells_a_sentence_twice(length: str, tone: str) -> None:
    for platform in platforms().values():
        if not platform.writes("en"):
            continue
        told = "\n".join(compose(digest(DEAL), platform, tone=tone, length=length).paragraphs)
        for sentence in DEAL.sentences:
            assert told.count(sentence.text) < 2, (platform.id, sentence.text)


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("It will close two bakeries, with the loss of about 640 jobs.", True),
        ("About 300 jobs will be lost.", True),
        ("The company said it would cut 1,200 jobs by March.", True),
        ("회사는 내년까지 직원 300명을 감원하기로 했다.", True),
        ("同社は希望退職で500人を削減する。", True),
        ("The plant will create 640 jobs.", False),
        ("It employs 640 people in Easton.", False),
        ("The price was cut by 640 dollars.", False),
        ("회사는 내년까지 직원 300명을 채용하기로 했다.", False),
        ("同社は500人を採用する。", False),
    ],
)
def test_jobs_lost_are_no_jobs_made(text: str, lost: bool) -> None:
    assert tells_jobs_lost(text) is lost


@pytest.mark.parametrize(
    ("sentence", "stands"),
    [
        ("Calder said it expected cost savings of $75 million a year.", True),
        ("Norbury says it will hire 300 people.", True),
        ("Officials said it was the worst storm in years.", False),
        ("Police said it was a crime of hatred.", False),
        ("It will close two bakeries.", False),
    ],
)
def test_a_firm_that_says_it_expects_something_means_itself(sentence: str, stands: bool) -> None:
    assert (standing(sentence, "en").alone is not None) is stands
