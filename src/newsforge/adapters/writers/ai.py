"""The AI writer: one model of one vendor writes a post under the newsroom's rules. It never chooses another vendor;
the pipeline's chain does."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from pydantic_ai.settings import ModelSettings
from pydantic_ai.usage import RunUsage

from newsforge.adapters.writers import frame
from newsforge.adapters.writers.cleaning import content_of
from newsforge.adapters.writers.failures import Failure, failure_of
from newsforge.adapters.writers.models import build_model, output_mode_of
from newsforge.adapters.writers.outputs import Answer, agent_for, fields_of
from newsforge.adapters.writers.prices import usage_of
from newsforge.adapters.writers.prompting import system_prompt, user_prompt
from newsforge.pipeline.breaker import Breaker, Circuit
from newsforge.pipeline.errors import WriterFailed
from newsforge.pipeline.ports import Brief, Draft, Usage

if TYPE_CHECKING:
    from pydantic_ai.models import Model

    from newsforge.adapters.writers.clients import Clients
    from newsforge.adapters.writers.spec import WriterSpec
    from newsforge.engine.platforms.record import Shape
    from newsforge.pipeline.ports import WriterKind

#: Answer tokens. Set on every call: without it Anthropic is asked for 64,000 and streams. Models that think first
#: take that out of the same purse.
_MAX_TOKENS: dict[Shape, int] = {"letter": 4000, "blog": 5000, "feed": 2500, "story": 3000}
_USUAL_MAX_TOKENS = 2000
#: A vendor that asks for no longer pause than this is waited for, instead of being passed over.
_LONGEST_WAIT_S = 3.0


class AiWriter:
    """``clients`` and ``breaker`` are shared by all writers of a process (of an event loop). Making one loads the
    vendor's library: about two seconds the first time, a millisecond after."""

    kind: WriterKind = "ai"

    def __init__(self, spec: WriterSpec, *, clients: Clients, breaker: Breaker) -> None:
        self._spec = spec
        self._breaker = breaker
        self._circuit = Circuit(vendor=spec.address or spec.vendor, owner=spec.owner)
        # Here and not at the first call: the vendor's library takes seconds to load, and no attempt should pay that.
        self._model: Model = build_model(spec, clients)

    @property
    def name(self) -> str:
        """Without an address or a key: it is shown with the post."""
        return f"{self._spec.vendor}:{self._spec.model}"

    async def write(self, brief: Brief, *, timeout_s: float) -> Draft:
        """One answer in ``timeout_s``, a short wait for a throttled vendor included."""
        until = asyncio.get_running_loop().time() + timeout_s
        wait_s = self._breaker.admit(self._circuit)
        if 0 < wait_s <= min(_LONGEST_WAIT_S, timeout_s / 2):
            await asyncio.sleep(wait_s)
            wait_s = self._breaker.admit(self._circuit)
        if wait_s > 0:
            raise WriterFailed(f"{self.name} failed or was throttled just before; it is asked again in {wait_s:.0f} s.")
        try:
            return await self._call(brief, timeout_s=until - asyncio.get_running_loop().time())
        finally:
            # Does nothing after a success or a failure; frees the probe when the call was cancelled.
            self._breaker.abandoned(self._circuit)

    async def _call(self, brief: Brief, *, timeout_s: float) -> Draft:
        run = RunUsage()
        try:
            async with asyncio.timeout(timeout_s):
                answer, shown = await self._ask(brief, run, timeout_s=timeout_s)
        except Exception as error:
            failure = failure_of(error, writer=self.name, timeout_s=timeout_s)
            if failure is None:
                raise
            raise self._failed(failure, run) from error
        self._breaker.succeeded(self._circuit)
        usage = self._usage(run)
        _, canary = frame.marks(brief.article)
        if canary in shown:
            raise WriterFailed(
                f"{self.name} gave away a part of its instructions, so a text in the article may have steered it.",
                usage=usage,
            )
        content = content_of(answer, brief.article, brief.platform, language=brief.language)
        if not content.paragraphs:
            raise WriterFailed(f"{self.name} answered with an empty post.", usage=usage)
        return Draft(content=content, writer=self.name, usage=usage, prompt_version=self._spec.prompt_version)

    async def _ask(self, brief: Brief, run: RunUsage, *, timeout_s: float) -> tuple[Answer, str]:
        agent = agent_for(fields_of(brief.platform), output_mode_of(self._spec))
        settings = ModelSettings(
            max_tokens=_MAX_TOKENS.get(brief.platform.shape, _USUAL_MAX_TOKENS),
            request_timeout=timeout_s,
            thinking=False,
        )
        if self._spec.vendor != "bedrock":  # whose client is built without retries
            settings["max_retries"] = 0
        result = await agent.run(
            user_prompt(brief, self._spec.prompt_version),
            instructions=system_prompt(brief, self._spec.prompt_version),
            model=self._model,
            model_settings=settings,
            usage=run,
        )
        return result.output, result.output.model_dump_json()

    def _failed(self, failure: Failure, run: RunUsage) -> WriterFailed:
        match failure.blame:
            case "vendor":
                self._breaker.failed(self._circuit)
            case "throttled":
                self._breaker.hold(self._circuit, wait_s=failure.hold_s or 0.0)
            case "answer":
                self._breaker.succeeded(self._circuit)
            case "settings":
                self._breaker.abandoned(self._circuit)
        return WriterFailed(
            failure.message,
            remedy=failure.remedy,
            may_fall_back=failure.blame != "settings",
            usage=self._usage(run, is_unanswered=failure.is_unanswered),
        )

    def _usage(self, run: RunUsage, *, is_unanswered: bool = False) -> Usage:
        return usage_of(
            run,
            calls=max(run.requests, 1),
            has_public_price=self._spec.vendor != "compatible",
            is_complete=not is_unanswered,
        )
