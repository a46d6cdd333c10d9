"""The chain of writers for one platform: write, check, rewrite once with the objections, else the next writer."""

from __future__ import annotations

import asyncio
import logging
import traceback
from dataclasses import replace

from newsforge.engine.platforms.layout import budget
from newsforge.engine.platforms.record import Platform
from newsforge.pipeline.check import Checked, check, gist, objections
from newsforge.pipeline.errors import WriterFailed
from newsforge.pipeline.order import Order, compute
from newsforge.pipeline.ports import AskedWriter, Brief, ComposingWriter, Draft, Usage, Writer, composes
from newsforge.pipeline.result import Attempt, AttemptOutcome, PlatformResult, ResultStatus

_log = logging.getLogger(__name__)

#: Shapes whose text takes a model longer to write than the usual attempt allows.
_LONG_SHAPES = frozenset({"letter", "blog"})
_LONG_FACTOR = 1.5
#: An attempt with less than this share of its usual time left is not worth its cost.
_WORTHWHILE = 1 / 3
#: A writer is told its time and stopped a little later, so that its own, better worded error comes first.
_GRACE_S = 0.25
#: A call was sent and may well be billed; how much, nobody knows.
_UNANSWERED = Usage(calls=1, cost_usd=None)


class Chain:
    """One platform's way through the writers of an order; :meth:`run` once, it always ends in a result."""

    def __init__(self, platform: Platform, order: Order) -> None:
        self._platform = platform
        self._order = order
        self._attempts: list[Attempt] = []
        #: Why each was turned down, in a sentence or two.
        self._gists: list[str] = []
        self._usage = Usage()
        self._best: tuple[Checked, Draft] | None = None
        self._errors: list[WriterFailed] = []
        self._began = 0.0

    async def run(self) -> PlatformResult:
        result = await self._remembered() if self._order.memory else await self._write_anew()
        self._order.emit("post_ready", self._platform, writer=result.writer, status=result.status)
        self._order.deliver(result)
        return result

    async def _remembered(self) -> PlatformResult:
        """As written for an equal order before, or at this moment for another; else written now. Another's writing is
        waited for only as long as the embedded writer's share of the time is not touched."""
        order = self._order
        assert order.memory is not None
        key = order.memory.key_of(order, self._platform)
        patience = asyncio.timeout_at(order.ai_until)

        async def write() -> PlatformResult:
            patience.reschedule(order.until + _GRACE_S)
            return await self._write_anew()

        try:
            async with patience:
                return await order.memory.recall(key, self._platform, write)
        except TimeoutError:
            return await self._write_anew()

    async def _write_anew(self) -> PlatformResult:
        try:
            async with asyncio.timeout_at(self._order.until):
                await self._ask_writers()
        except TimeoutError:
            self._errors.append(WriterFailed("The time for the conversion was over.", remedy="Allow it more time."))
        return self._result()

    async def _ask_writers(self) -> None:
        if not self._platform.writes(self._order.language):
            self._errors.append(wrong_language(self._platform, self._order.language))
            return
        ai_is_out = False
        for index, writer in enumerate(self._order.writers):
            if writer.kind == "ai" and ai_is_out:
                self._record(writer, "skipped", "Not asked, because an earlier AI writer's settings need fixing first.")
                continue
            try:
                if await self._ask(writer):
                    return
            except WriterFailed as error:
                self._fail(writer, error)
                if not error.may_fall_back and writer.kind == "ai":
                    ai_is_out = True
                    self._order.refused.setdefault(writer.name, str(error))
            except Exception as error:  # noqa: BLE001 - a defect must take neither this post nor the others with it
                self._fail(writer, self._defect(writer, error))
            if index + 1 < len(self._order.writers):
                self._order.emit("fell_back", self._platform, writer=writer.name, reason=self._attempts[-1].reason)

    async def _ask(self, writer: Writer) -> bool:
        """Let ``writer`` write, and rewrite once. True when a post without objections came of it."""
        brief = self._brief(writer)
        draft, checked = await self._attempt(writer, brief)
        # The embedded writer is deterministic: asked again it would write the same.
        if checked.is_acceptable or writer.kind == "automatic":
            return checked.is_acceptable
        _, checked = await self._attempt(writer, replace(brief, objections=objections(checked), last=draft.content))
        return checked.is_acceptable

    async def _attempt(self, writer: Writer, brief: Brief) -> tuple[Draft, Checked]:
        is_rewrite = bool(brief.objections)
        self._began = asyncio.get_running_loop().time()
        if composes(writer):
            draft, checked = await compute(self._compose, writer, brief)
            self._note_written(writer, draft, is_rewrite=is_rewrite)
        else:
            draft = await self._write(writer, brief)
            self._note_written(writer, draft, is_rewrite=is_rewrite)
            checked = await compute(self._check, draft, brief, is_by_ai=writer.kind == "ai")
        self._order.emit("checked", self._platform, writer=writer.name, status=checked.status)
        # A later try wins a tie: it has seen the objections, or it is the embedded writer's.
        if self._best is None or checked.badness <= self._best[0].badness:
            self._best = (checked, draft)
        self._record(
            writer,
            _outcome(checked),
            "\n".join(objections(checked)),
            gist=gist(checked),
            is_rewrite=is_rewrite,
        )
        return draft, checked

    def _note_written(self, writer: Writer, draft: Draft, *, is_rewrite: bool) -> None:
        self._usage += draft.usage
        self._order.emit("rewritten" if is_rewrite else "written", self._platform, writer=writer.name)

    def _compose(self, writer: ComposingWriter, brief: Brief) -> tuple[Draft, Checked]:
        """In one go: every way to another thread and back costs as much as a small post. What does not stand the check
        is left out, once: a post without a sentence is better than one that waits for a person."""
        draft = writer.compose(brief, self._order.evidence)
        checked = self._check(draft, brief, is_by_ai=False)
        if not checked.doubtful:
            return draft, checked
        without = frozenset(receipt.sentence for receipt in checked.doubtful)
        other = writer.compose(replace(brief, without=without), self._order.evidence)
        again = self._check(other, brief, is_by_ai=False)
        is_better = (again.badness, len(again.doubtful)) < (checked.badness, len(checked.doubtful))
        return (other, again) if is_better else (draft, checked)

    def _check(self, draft: Draft, brief: Brief, *, is_by_ai: bool) -> Checked:
        return check(
            draft.content,
            self._platform,
            article=self._order.article,
            evidence=self._order.evidence,
            language=self._order.language,
            writer=draft.writer,
            link=self._order.link,
            disclosure=brief.disclosure,
            is_by_ai=is_by_ai,
        )

    async def _write(self, writer: AskedWriter, brief: Brief) -> Draft:
        if writer.kind == "automatic":
            return await writer.write(brief, timeout_s=self._time_left(self._order.until))
        timed_out = WriterFailed(f"No time was left for {writer.name}.")
        try:
            async with asyncio.timeout_at(self._order.ai_until), self._order.vendor_slots:
                # Asked again here: another platform may have learnt it while this one waited for its slot.
                if refusal := self._order.refused.get(writer.name):
                    raise WriterFailed(refusal, may_fall_back=False)
                usual_s = self._order.attempt_s * (_LONG_FACTOR if self._platform.shape in _LONG_SHAPES else 1)
                timeout_s = min(usual_s, self._time_left(self._order.ai_until))
                if timeout_s < usual_s * _WORTHWHILE:
                    raise timed_out
                timed_out = WriterFailed(f"{writer.name} did not answer within {timeout_s:.1f} s.", usage=_UNANSWERED)
                async with asyncio.timeout(timeout_s + _GRACE_S):
                    return await writer.write(brief, timeout_s=timeout_s)
        except TimeoutError:
            raise timed_out from None

    def _brief(self, writer: Writer) -> Brief:
        order = self._order
        disclosure = order.disclosure_for(self._platform, writer)
        return Brief(
            article=order.article,
            platform=self._platform,
            language=order.language,
            tone=order.tone,
            length=order.length,
            instruction=order.instruction,
            budget=self._budget(disclosure) if writer.kind == "ai" else 0,
            link=order.link,
            disclosure=disclosure,
        )

    def _budget(self, disclosure: str | None) -> int:
        tags = _likely_tags(self._platform)
        return budget(self._platform, hashtags=tags, link=self._order.link, disclosure=disclosure)

    def _time_left(self, until: float) -> float:
        return until - asyncio.get_running_loop().time()

    def _record(
        self,
        writer: Writer,
        outcome: AttemptOutcome,
        reason: str,
        *,
        gist: str = "",
        is_rewrite: bool = False,
    ) -> None:
        self._gists.append(gist or reason)
        took_s = 0.0 if outcome == "skipped" else asyncio.get_running_loop().time() - self._began
        self._attempts.append(
            Attempt(writer=writer.name, outcome=outcome, reason=reason, is_rewrite=is_rewrite, took_s=took_s)
        )

    def _fail(self, writer: Writer, error: WriterFailed) -> None:
        self._usage += error.usage
        self._errors.append(error)
        self._record(writer, "failed", str(error))

    def _defect(self, writer: Writer, error: Exception) -> WriterFailed:
        """Only the kind of the error and its place are logged: its message may carry text of the article."""
        place = traceback.extract_tb(error.__traceback__)[-1]
        _log.error(
            "writer_defect",
            extra={
                "platform": self._platform.id,
                "writer": writer.name,
                "error": type(error).__name__,
                "at": f"{place.name}:{place.lineno}",
            },
        )
        return WriterFailed(f"{writer.name} was stopped by an unexpected {type(error).__name__}.")

    def _result(self) -> PlatformResult:
        if self._best is None:
            errors = self._errors or [WriterFailed("No writer is set up.", remedy="Name at least one writer.")]
            message = " ".join(dict.fromkeys(error.message for error in errors))
            return PlatformResult(
                platform=self._platform,
                status="failed",
                why=f"No post: {message}",
                usage=self._usage,
                attempts=tuple(self._attempts),
                error=message,
                remedy=next((error.remedy for error in errors if error.remedy), ""),
            )
        checked, draft = self._best
        return PlatformResult(
            platform=self._platform,
            status=checked.status,
            why=self._why(draft, checked.status),
            post=checked.post,
            receipts=checked.receipts,
            measures=checked.measures,
            violations=checked.violations,
            requires=checked.requires,
            writer=draft.writer,
            prompt_version=draft.prompt_version,
            usage=self._usage,
            attempts=tuple(self._attempts),
        )

    def _why(self, draft: Draft, status: ResultStatus) -> str:
        if status not in {"clean", "review"}:
            return f"Not ready: no writer's text passed the checks; this is the best of them, by {draft.writer}."
        accepted = self._attempts[-1]
        reasons = {
            one.writer: gist
            for one, gist in zip(self._attempts[:-1], self._gists, strict=False)
            if one.writer != accepted.writer and one.outcome != "skipped"
        }
        if reasons:
            return f"{draft.writer} wrote it, because the writers before could not: {' '.join(reasons.values())}"
        if accepted.is_rewrite:
            return f"{draft.writer} wrote it and corrected it once: {self._gists[-2]}"
        return f"{draft.writer} wrote it."


def _outcome(checked: Checked) -> AttemptOutcome:
    match checked.status:
        case "clean" | "review":
            return "accepted"
        case status:
            return status


def wrong_language(platform: Platform, language: str) -> WriterFailed:
    """Why there is no post for a platform that does not carry the language."""
    return WriterFailed(
        f"{platform.name['en']} carries only {', '.join(platform.languages)} text, not {language}.",
        remedy="Leave this platform out, or write in one of those languages.",
    )


def _likely_tags(platform: Platform) -> tuple[str, ...]:
    """Stand-ins for the tags that the writer has still to choose, of the usual length of a Korean one."""
    habit = min(platform.hashtags.habit, platform.hashtags.max or platform.hashtags.habit)
    return tuple(f"해시태그{number}" for number in range(habit))
