"""The chain of writers, its deadline and its honesty, with writers that do as the test says."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from decimal import Decimal

import pytest

from newsforge.engine.post import Content
from newsforge.engine.text.korean import tokens
from newsforge.pipeline.errors import UnknownLanguage, UnsupportedLanguage, WriterFailed
from newsforge.pipeline.ports import Draft, Usage
from tests.support.scripted import COST, FREELY, GOOD, TOO_LONG, WRONG, Scripted, embedded, run
from tests.support.stories import bus_ko


@pytest.fixture(scope="module", autouse=True)
def loaded_analyser():
    """Deadlines are short here, and loading the Korean analyser takes seconds on a busy machine."""
    tokens("한빛시가 요금을 올린다.")


async def test_a_clean_draft_is_the_post():
    conversion = await run([Scripted(GOOD), embedded()])
    (result,) = conversion.results
    assert result.status == "clean"
    assert result.is_valid
    assert result.writer == "openai:gpt-test"
    assert result.why == "openai:gpt-test wrote it."
    assert GOOD in result.post.parts[0]
    assert result.receipts
    assert all(receipt.status != "unsupported" for receipt in result.receipts)
    assert conversion.usage == COST


async def test_a_draft_in_new_words_is_taken_and_marked_for_a_reader():
    """Asking again would bring new words again."""
    writer = Scripted(FREELY)
    (result,) = (await run([writer, embedded()])).results
    assert (result.status, result.writer) == ("review", "openai:gpt-test")
    assert [attempt.outcome for attempt in result.attempts] == ["accepted"]
    assert len(writer.briefs) == 1
    (receipt,) = result.to_read
    assert receipt.sentence == FREELY
    assert receipt.unaligned


async def test_a_wrong_figure_is_sent_back_with_what_the_article_says():
    writer = Scripted(WRONG, GOOD)
    (result,) = (await run([writer, embedded()])).results
    assert result.status == "clean"
    assert result.writer == "openai:gpt-test"
    assert [attempt.outcome for attempt in result.attempts] == ["unsupported", "accepted"]
    second = writer.briefs[1]
    assert second.last.paragraphs == (WRONG,)
    assert any("1천900원" in objection for objection in second.objections)
    assert any("1천700원" in objection for objection in second.objections), "it has to say what the article says"
    assert "corrected it once" in result.why
    assert result.usage.calls == 2
    assert result.usage.cost_usd == Decimal("0.002")


async def test_a_draft_that_stays_wrong_goes_to_the_next_writer_and_then_to_the_embedded_one():
    first, second = Scripted(WRONG, name="openai:a"), Scripted(WRONG, name="anthropic:b")
    (result,) = (await run([first, second, embedded()])).results
    assert result.status == "clean"
    assert result.writer == "embedded"
    assert [(a.writer, a.outcome) for a in result.attempts] == [
        ("openai:a", "unsupported"),
        ("openai:a", "unsupported"),
        ("anthropic:b", "unsupported"),
        ("anthropic:b", "unsupported"),
        ("embedded", "accepted"),
    ]
    assert result.why.startswith("embedded wrote it, because the writers before could not:")
    assert result.usage.calls == 4, "turned down is paid for all the same"


async def test_what_breaks_the_platform_s_rules_is_sent_back_too():
    writer = Scripted(TOO_LONG, GOOD)
    (result,) = (await run([writer], ("kakao",))).results
    assert result.status == "clean"
    assert result.attempts[0].outcome == "invalid"
    assert any("200" in objection for objection in writer.briefs[1].objections)


async def test_an_unsupported_post_is_never_given_out_as_clean():
    (result,) = (await run([Scripted(WRONG), embedded(WRONG)])).results
    assert result.status == "unsupported"
    assert "Not ready" in result.why
    assert any(receipt.status == "unsupported" for receipt in result.receipts)
    assert result.post is not None, "a person may still mend it"


async def test_of_several_bad_drafts_the_least_bad_is_shown():
    (result,) = (
        await run([Scripted(f"{WRONG}\n시장은 사퇴했다.", WRONG), embedded(f"{WRONG}\n시장은 사퇴했다.")])
    ).results
    assert result.post.parts[0].count("사퇴") == 0
    assert result.writer == "openai:gpt-test"


async def test_an_unsupported_hashtag_is_left_out_instead_of_writing_anew():
    class Tagging(Scripted):
        async def write(self, brief, *, timeout_s):
            draft = await super().write(brief, timeout_s=timeout_s)
            return replace(draft, content=replace(draft.content, hashtags=("한빛시", "외계인침공", "시내버스")))

    writer = Tagging(GOOD)
    (result,) = (await run([writer])).results
    assert result.status == "clean"
    assert len(writer.briefs) == 1
    assert "외계인침공" not in result.post.parts[0]
    assert "#한빛시" in result.post.parts[0]


async def test_automatic_writers_come_last_wherever_they_stand():
    (result,) = (await run([embedded(), Scripted(GOOD)])).results
    assert result.writer == "openai:gpt-test"


async def test_a_refused_key_spends_no_other_vendor_and_is_said_once():
    first = Scripted(
        WriterFailed("openai:a refused the API key (401).", remedy="Check it.", may_fall_back=False), name="openai:a"
    )
    second = Scripted(GOOD, name="anthropic:b")
    conversion = await run([first, second, embedded()], ("telegram", "slack", "discord"), vendor_slots=1)
    assert [result.writer for result in conversion.results] == ["embedded"] * 3
    assert not second.briefs
    assert len(first.briefs) == 1, "the other platforms need not find out anew"
    assert conversion.notices == ("openai:a refused the API key (401). Check it.",)
    assert "401" in conversion.results[0].why


async def test_a_foreign_language_without_ai_is_one_platform_s_clear_error():
    ai = Scripted(WriterFailed("openai:a did not answer within 9.0 s."), name="openai:a")
    own = embedded(UnsupportedLanguage("The embedded writer writes in Korean.", remedy="Set up an AI writer for en."))
    (result,) = (await run([ai, own], language="en")).results
    assert result.status == "failed"
    assert result.post is None
    assert not result.is_valid
    assert result.error == "openai:a did not answer within 9.0 s. The embedded writer writes in Korean."
    assert result.remedy == "Set up an AI writer for en."


async def test_a_platform_that_cannot_carry_the_language_asks_no_writer():
    writer = Scripted("バス運賃が200ウォン上がる。")
    (result,) = (await run([writer, embedded()], ("sms",), language="ja")).results
    assert result.status == "failed"
    assert "not ja" in result.error
    assert result.remedy
    assert not writer.briefs


async def test_one_platform_s_failure_leaves_the_others_alone():
    class Picky(Scripted):
        async def write(self, brief, *, timeout_s):
            if brief.platform.id == "slack":
                raise ZeroDivisionError("secret text of the article")
            return await super().write(brief, timeout_s=timeout_s)

    conversion = await run([Picky(GOOD)], ("telegram", "slack", "discord"))
    assert [result.status for result in conversion.results] == ["clean", "failed", "clean"]
    assert "ZeroDivisionError" in conversion.results[1].error
    assert "secret" not in repr(conversion.results[1])


async def test_a_defective_writer_is_followed_by_the_next():
    (result,) = (await run([Scripted(RuntimeError("x")), embedded()])).results
    assert result.writer == "embedded"
    assert result.status == "clean"


async def test_a_hanging_vendor_ends_in_embedded_posts_within_the_deadline():
    loop = asyncio.get_running_loop()
    began = loop.time()
    conversion = await run(
        [Scripted(60.0, name="openai:a"), Scripted(60.0, name="anthropic:b"), embedded()],
        ("telegram", "facebook", "slack"),
        deadline_s=2.0,
        attempt_s=0.6,
        vendor_slots=1,
    )
    assert loop.time() - began < 2.0
    assert [result.writer for result in conversion.results] == ["embedded"] * 3
    assert all("did not answer" in result.why or "No time" in result.why for result in conversion.results)
    hung = [result for result in conversion.results if "did not answer" in result.why]
    assert hung
    assert all((result.usage.calls >= 1, result.usage.cost_usd) == (True, None) for result in hung), "it was sent"


@pytest.mark.parametrize(("deadline_s", "attempt_s"), [(20, 9), (30, 9), (90, 27), (600, 60)])
async def test_a_longer_deadline_gives_each_attempt_its_share(deadline_s, attempt_s):
    allowed = []

    class Timed(Scripted):
        async def write(self, brief, *, timeout_s):
            allowed.append(timeout_s)
            return await super().write(brief, timeout_s=timeout_s)

    await run([Timed(GOOD), embedded()], deadline_s=deadline_s)
    assert allowed == [pytest.approx(attempt_s)]


async def test_the_embedded_writer_gets_ready_while_the_vendor_is_waited_for():
    prepared = []

    class Preparing(Scripted):
        async def prepare(self, evidence):
            prepared.append((asyncio.get_running_loop().time(), evidence.article))
            raise ValueError("found out again when it writes")

    began = asyncio.get_running_loop().time()
    own = Preparing(GOOD, name="embedded", kind="automatic", usage=Usage())
    (result,) = (await run([Scripted(60.0), own], deadline_s=2.0, attempt_s=0.5)).results
    assert result.status == "clean"
    assert [article for _, article in prepared] == [bus_ko()]
    assert prepared[0][0] - began < 0.4
    await run([Scripted(GOOD), own], language="en")
    assert len(prepared) == 1, "it cannot write in another language"


async def test_a_writer_that_hangs_without_end_still_ends_at_the_deadline():
    conversion = await run([embedded(60.0)], deadline_s=0.3)
    assert conversion.results[0].status == "failed"
    assert "time" in conversion.results[0].error
    assert conversion.took_s < 0.6


class Composed:
    """Writes where it stands, in the engine's threads."""

    name, kind = "embedded", "automatic"

    def __init__(self, answer) -> None:
        self.answer = answer

    def compose(self, brief, evidence):
        assert evidence.article is brief.article
        if isinstance(self.answer, BaseException):
            raise self.answer
        if isinstance(self.answer, float):
            time.sleep(self.answer)
        return Draft(content=Content(paragraphs=(self.answer if isinstance(self.answer, str) else GOOD,)), writer="own")


@pytest.mark.parametrize(
    ("answer", "status"),
    [(GOOD, "clean"), (WRONG, "unsupported"), (WriterFailed("Nothing to tell."), "failed"), (KeyError("a"), "failed")],
)
async def test_a_writer_that_waits_for_nothing_is_checked_as_any_other(answer, status):
    heard = []
    conversion = await run([Composed(answer)], on_event=lambda name, fields: heard.append(name))
    assert conversion.results[0].status == status
    assert heard == (["post_ready"] if status == "failed" else ["written", "checked", "post_ready"])


async def test_a_writer_that_computes_without_end_does_not_hold_the_conversion():
    conversion = await run([Composed(1.0)], deadline_s=0.3)
    assert conversion.results[0].status == "failed"
    assert conversion.took_s < 0.9


async def test_platforms_are_written_at_the_same_time():
    conversion = await run([Scripted(0.2)], ("telegram", "slack", "discord", "facebook"))
    assert conversion.took_s < 0.8
    assert [result.platform.id for result in conversion.results] == ["telegram", "slack", "discord", "facebook"]


async def test_no_more_vendor_calls_at_once_than_slots():
    running = most = 0

    class Counting(Scripted):
        async def write(self, brief, *, timeout_s):
            nonlocal running, most
            running += 1
            most = max(most, running)
            await asyncio.sleep(0.02)
            running -= 1
            return await super().write(brief, timeout_s=timeout_s)

    await run([Counting(GOOD)], ("telegram", "slack", "discord", "facebook"), vendor_slots=2)
    assert most == 2


async def test_listeners_hear_every_step():
    heard = []
    await run(
        [Scripted(WRONG), embedded()],
        on_event=lambda name, fields: heard.append((name, fields.get("writer"), fields["platform"])),
    )
    ai = "openai:gpt-test"
    assert [(name, writer) for name, writer, _ in heard] == [
        ("written", ai),
        ("checked", ai),
        ("rewritten", ai),
        ("checked", ai),
        ("fell_back", ai),
        ("written", "embedded"),
        ("checked", "embedded"),
        ("post_ready", "embedded"),
    ]
    assert {platform for _, _, platform in heard} == {"telegram"}


@pytest.mark.parametrize(
    ("wish", "ai_line", "own_line"),
    [("auto", "인공지능", "발췌"), ("none", None, None), ("편집국 확인", "편집국 확인", "편집국 확인")],
)
async def test_the_disclosure_says_who_wrote(wish, ai_line, own_line):
    for writer, line in ((Scripted(GOOD), ai_line), (embedded(), own_line)):
        (result,) = (await run([writer], disclosure=wish)).results
        assert (result.post.disclosure is None) if line is None else (line in result.post.parts[0])
        assert result.status == "clean"


async def test_the_brief_carries_all_wishes():
    writer = Scripted(GOOD)
    await run(
        [writer],
        tone="urgent",
        length="short",
        instruction=" 짧게 ",
        link="https://news.hanbit.example/a",
        language="ko-KR",
    )
    brief = writer.briefs[0]
    assert (brief.tone, brief.length, brief.instruction, brief.language) == ("urgent", "short", "짧게", "ko")
    assert brief.link == "https://news.hanbit.example/a"
    assert 0 < brief.budget < 4096


async def test_an_unknown_price_makes_the_sum_unknown():
    unknown = replace(COST, cost_usd=None)
    conversion = await run([Scripted(GOOD, usage=unknown)], ("telegram", "slack"))
    assert conversion.usage.cost_usd is None
    assert conversion.usage.input_tokens == 200


@pytest.mark.parametrize("language", ["한국어", "k", "../ko", "e1"])
async def test_a_language_that_is_none_is_refused_at_once(language):
    with pytest.raises(UnknownLanguage) as caught:
        await run([embedded()], language=language)
    assert caught.value.remedy


async def test_nothing_to_write_with_or_for():
    assert (await run([], ())).results == ()
    (result,) = (await run([])).results
    assert result.error == "No writer is set up."


async def test_a_cancelled_conversion_leaves_nothing_running():
    before = asyncio.all_tasks()
    task = asyncio.create_task(run([Scripted(60.0)], ("telegram", "slack")))
    await asyncio.sleep(0.05)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert asyncio.all_tasks() == before
