"""What all platforms of one conversion have in common: the article, the wishes, the writers and the clock."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import Any, ParamSpec, TypeVar

from newsforge.engine.article import Article
from newsforge.engine.platforms.disclosure import disclosure_line
from newsforge.engine.platforms.record import Platform
from newsforge.engine.post import Length, Tone
from newsforge.engine.receipts import Evidence
from newsforge.pipeline.ports import Writer
from newsforge.pipeline.remembered import Memory
from newsforge.pipeline.result import PlatformResult

_P = ParamSpec("_P")
_T = TypeVar("_T")

EventListener = Callable[[str, dict[str, Any]], None]
ResultListener = Callable[[PlatformResult], None]

#: The engine's own threads: name lookups and file reads of other code in the loop's default pool cannot starve it,
#: and two keep a second conversion moving while one long article is being read. More would only fight for the GIL.
_ENGINE = ThreadPoolExecutor(max_workers=2, thread_name_prefix="newsforge-engine")


async def compute(function: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
    """Run CPU-bound engine code without stopping the event loop."""
    return await asyncio.get_running_loop().run_in_executor(_ENGINE, partial(function, *args, **kwargs))


@dataclass(slots=True, kw_only=True)
class Order:
    """Times are of the event loop's clock. ``ai_until`` is when the last AI attempt has to be over, so that the
    embedded writer still has its share before ``until``."""

    article: Article
    writers: tuple[Writer, ...]
    language: str
    tone: Tone
    length: Length
    instruction: str
    disclosure: str
    link: str | None
    ai_until: float
    until: float
    attempt_s: float
    evidence: Evidence
    #: Bounds the vendor calls in flight; the embedded writer never waits for it.
    vendor_slots: asyncio.Semaphore
    on_event: EventListener | None = None
    on_result: ResultListener | None = None
    memory: Memory | None = None
    #: Why a writer is not asked again in this conversion, by its name (a refused key concerns every platform).
    refused: dict[str, str] = field(default_factory=dict)

    def emit(self, name: str, platform: Platform, **fields: Any) -> None:
        if self.on_event is not None:
            self.on_event(name, {"platform": platform.id, **fields})

    def deliver(self, result: PlatformResult) -> None:
        if self.on_result is not None:
            self.on_result(result)

    def disclosure_for(self, platform: Platform, writer: Writer) -> str | None:
        match self.disclosure:
            case "auto":
                return disclosure_line(writer.kind, self.language, platform)
            case "none" | "":
                return None
            case own_line:
                return own_line
