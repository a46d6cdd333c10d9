"""What a conversion needs from outside: something that reads sources, and writers in order of preference."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, Protocol, runtime_checkable

from newsforge.engine.article import Article
from newsforge.engine.platforms.record import Platform
from newsforge.engine.post import Content, Length, Tone
from newsforge.engine.receipts import Evidence

if TYPE_CHECKING:
    from typing_extensions import TypeIs

#: ``automatic`` uses no model, ``ai`` does.
WriterKind = Literal["automatic", "ai"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where an article comes from. ``kind`` is ``url``, ``file`` (``data`` with its ``name``) or ``text``."""

    kind: str
    name: str
    data: bytes = b""


class Reader(Protocol):
    async def read(self, source: Source) -> Article:
        """Raise a :class:`newsforge.kit.errors.NewsforgeError` that a person can act on when there is no article."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """One order to a writer. ``objections`` are the reasons why its last try for this brief was turned down, and
    ``last`` that try: both empty the first time. ``budget`` is how many units of the platform's first ``part``
    limit the paragraphs may fill once link, hashtags and disclosure have taken theirs, 0 for an automatic writer,
    which reckons by itself. ``link`` and ``disclosure`` are what the layout will add: the writer must not write them
    itself. ``without`` are sentences that an automatic writer has to do without: they did not stand the check."""

    article: Article
    platform: Platform
    language: str
    tone: Tone = "neutral"
    length: Length = "standard"
    instruction: str = ""
    budget: int = 0
    link: str | None = None
    disclosure: str | None = None
    objections: tuple[str, ...] = ()
    last: Content | None = None
    without: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """What one or several calls took. ``cost_usd`` is None when any call's price is not known: never 0 for unknown."""

    input_tokens: int = 0
    output_tokens: int = 0
    calls: int = 0
    cost_usd: Decimal | None = Decimal(0)

    def __add__(self, other: Usage) -> Usage:
        known = self.cost_usd is not None and other.cost_usd is not None
        return Usage(
            input_tokens=self.input_tokens + other.input_tokens,
            output_tokens=self.output_tokens + other.output_tokens,
            calls=self.calls + other.calls,
            cost_usd=(self.cost_usd or Decimal(0)) + (other.cost_usd or Decimal(0)) if known else None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    content: Content
    #: ``embedded`` or ``vendor:model``, as it is shown with the post.
    writer: str
    usage: Usage = field(default_factory=Usage)
    #: The version of the prompt files that asked for it; None for the embedded writer.
    prompt_version: str | None = None


class NamedWriter(Protocol):
    @property
    def name(self) -> str:
        """``embedded`` or ``vendor:model``."""
        ...

    @property
    def kind(self) -> WriterKind:
        """Decides the wording of the disclosure, and who comes last: ``automatic`` writers follow every ``ai`` one."""
        ...


class AskedWriter(NamedWriter, Protocol):
    async def write(self, brief: Brief, *, timeout_s: float) -> Draft:
        """Raise :class:`newsforge.pipeline.errors.WriterFailed` when this writer cannot do it in ``timeout_s``."""
        ...


class ComposingWriter(NamedWriter, Protocol):
    """Waits for nothing, so it runs in the engine's own threads, together with the check of its draft."""

    def compose(self, brief: Brief, evidence: Evidence) -> Draft:
        """Raise :class:`newsforge.pipeline.errors.WriterFailed` when it cannot. ``evidence`` is what the draft will be
        held against."""
        ...


Writer = AskedWriter | ComposingWriter


def composes(writer: Writer) -> TypeIs[ComposingWriter]:
    """Asked once a post: ``isinstance`` of a protocol looks at all its members, which cost 2 % of a conversion."""
    return hasattr(writer, "compose")


@runtime_checkable
class Preparing(Protocol):
    """A writer that can do a part of its work before anyone asks it to write, while others are still waited for."""

    async def prepare(self, evidence: Evidence) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Computed:
    """What a computation gave; ``is_kept`` False for what nobody else should be given (a failure, a fallback)."""

    data: bytes
    is_kept: bool


class ResultStore(Protocol):
    """Remembers results by a key that names everything they depend on."""

    async def get_or_compute(self, key: str, compute: Callable[[], Awaitable[Computed]]) -> bytes:
        """One computation a key at a time: whoever asks meanwhile waits for it. What may not be kept is given only to
        who computed it; the others then compute for themselves."""
        ...
