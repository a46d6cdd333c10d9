"""What comes out of a conversion: for every platform a post with its receipts, or a reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from operator import add
from typing import Literal

from newsforge.engine.article import Article
from newsforge.engine.platforms.measure import Measure, Violation
from newsforge.engine.platforms.record import Platform
from newsforge.engine.post import Post
from newsforge.engine.receipts.model import Receipt
from newsforge.pipeline.ports import Usage

#: ``clean``: valid by the platform's rules, every sentence receipted and in the article's own wording. ``review``: as
#: clean, but some sentences say it in new words, which a person has to compare. ``unsupported``: something in it is not
#: in the article, whatever else. ``invalid``: breaks a rule of the platform. ``failed``: there is no post.
ResultStatus = Literal["clean", "review", "unsupported", "invalid", "failed"]
AttemptOutcome = Literal["accepted", "unsupported", "invalid", "failed", "skipped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One try of one writer. ``reason`` says in plain words why it was turned down, a line for each objection; empty
    when accepted."""

    writer: str
    outcome: AttemptOutcome
    reason: str = ""
    is_rewrite: bool = False
    took_s: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformResult:
    """``why`` is one sentence that says who wrote the post and why; ``error`` and ``remedy`` are set when failed."""

    platform: Platform
    status: ResultStatus
    why: str
    post: Post | None = None
    receipts: tuple[Receipt, ...] = ()
    measures: tuple[Measure, ...] = ()
    violations: tuple[Violation, ...] = ()
    requires: tuple[str, ...] = ()
    writer: str | None = None
    prompt_version: str | None = None
    usage: Usage
    attempts: tuple[Attempt, ...] = ()
    error: str = ""
    remedy: str = ""

    @property
    def to_read(self) -> tuple[Receipt, ...]:
        """The sentences in new words, whose details are all found: a person has to compare them with the article."""
        return tuple(receipt for receipt in self.receipts if receipt.needs_reading)

    @property
    def is_valid(self) -> bool:
        """Whether the text obeys the platform's rules; says nothing about its receipts."""
        return self.post is not None and not self.violations


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """Results stand in the order in which the platforms were asked for. ``notices`` are what the person who set the
    writers up has to know, each once (a refused key, an unknown model)."""

    article: Article
    language: str
    results: tuple[PlatformResult, ...]
    notices: tuple[str, ...] = ()
    took_s: float = 0.0

    @property
    def usage(self) -> Usage:
        return reduce(add, (result.usage for result in self.results), Usage(cost_usd=Decimal(0)))
