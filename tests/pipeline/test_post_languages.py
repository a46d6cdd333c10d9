"""A post in another language than the article's, or than was asked for; and what is said of it in the reader's."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from newsforge.phrases import say
from tests.support.scripted import GOOD, TOO_LONG, WRONG, Scripted, embedded, run
from tests.support.stories import bus_en


async def test_an_english_post_of_a_korean_article_is_checked_too():
    right = "Hanbit City will raise its bus fare from 1,500 won to 1,700 won next March."
    wrong = "Hanbit City will raise its bus fare from 1,500 won to 1,900 won next March."
    writer = Scripted(wrong, right)
    (result,) = (await run([writer], language="en")).results
    assert [attempt.outcome for attempt in result.attempts] == ["unsupported", "accepted"]
    (own,) = (await run([Scripted("Fares for teenagers stay at 900 won.")], article=bus_en())).results
    assert own.status == "clean"


ENGLISH = "Hanbit City will raise its bus fare by 200 won to 1,700 won next March."


async def test_a_draft_in_another_language_is_sent_back_with_the_reason():
    writer = Scripted(ENGLISH, GOOD)
    (result,) = (await run([writer, embedded()])).results
    assert (result.status, result.writer) == ("clean", "openai:gpt-test")
    assert [attempt.outcome for attempt in result.attempts] == ["invalid", "accepted"]
    (objection,) = writer.briefs[1].objections
    assert "Korean was asked for" in objection
    assert ENGLISH in objection


async def test_a_writer_that_keeps_to_the_wrong_language_is_followed_by_the_next():
    (result,) = (await run([Scripted(ENGLISH), embedded()])).results
    assert (result.status, result.writer) == ("clean", "embedded")
    assert "Korean was asked for" in result.why


async def test_without_another_writer_the_wrong_language_is_not_given_out():
    (result,) = (await run([Scripted(GOOD)], language="en")).results
    assert result.status == "invalid"
    assert not result.is_valid
    assert any(violation.code == "wrong_language" for violation in result.violations)


async def test_one_paragraph_in_another_language_is_enough():
    class Mixed(Scripted):
        async def write(self, brief, *, timeout_s):
            draft = await super().write(brief, timeout_s=timeout_s)
            return replace(draft, content=replace(draft.content, paragraphs=(GOOD, ENGLISH)))

    (result,) = (await run([Mixed(GOOD), embedded()])).results
    assert result.writer == "embedded"


@pytest.mark.parametrize(("language", "letters"), [("ko", "[가-힣]"), ("ja", "[ぁ-ん]")])
async def test_why_a_draft_was_turned_down_can_be_said_in_the_reader_s_language(language, letters):
    """All of it: what each objection quotes of the draft and of the article stays, what we say of it does not."""
    long_and_wrong = f"{WRONG} {TOO_LONG}"
    writers = [Scripted(long_and_wrong, name="openai:a"), Scripted(WRONG, name="anthropic:b"), embedded()]
    (result,) = (await run(writers, ("kakao",))).results
    assert result.attempts[0].reason.count("\n") >= 1, "an objection a line"
    lines = [line for one in result.attempts for line in one.reason.split("\n") if line]
    for line in [*lines, result.why]:
        told = say(line, language)
        assert re.search(letters, told), line
        ours = re.sub("[“「].*?[”」]|openai:a|anthropic:b|embedded|UTF-16", "", told)
        assert not re.search("[A-Za-z]{3,}", ours), told
