"""Results of equal orders: written once, given to all who ask for the same."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsforge.engine.platforms.record import Platform
from newsforge.pipeline.from_json import result_of
from newsforge.pipeline.json_form import article_form, post_form
from newsforge.pipeline.ports import Computed, ResultStore, Usage
from newsforge.pipeline.result import PlatformResult

if TYPE_CHECKING:
    from newsforge.pipeline.order import Order

_log = logging.getLogger(__name__)

#: Rises when the checks or the layout change so that old results should not be given out again.
_FORM = 2
#: What a reader may be given again; and no writer on the way to it may have failed.
_KEPT_STATUSES = frozenset({"clean", "review"})
_FAILED_OUTCOMES = frozenset({"failed", "skipped"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """``identity`` names the writers and whose credentials they use: an owner's own model never answers another.
    ``payer`` is whom a call is counted for. It asks more than once where an attempt that had the answer was lost before
    it could save it: what was paid for it then is found with the result."""

    store: ResultStore
    identity: str
    payer: str

    def key_of(self, order: Order, platform: Platform) -> str:
        wishes = [
            _FORM,
            article_form(order.article),
            platform.id,
            order.language,
            order.tone,
            order.length,
            order.instruction,
            order.disclosure,
            order.link,
            [writer.name for writer in order.writers],
            self.identity,
        ]
        return hashlib.sha256(json.dumps(wishes, ensure_ascii=False).encode()).hexdigest()

    async def recall(
        self, key: str, platform: Platform, write: Callable[[], Awaitable[PlatformResult]]
    ) -> PlatformResult:
        """What was written for another payer costs nothing here: its usage is none. A store that fails is done
        without."""
        written: list[PlatformResult] = []

        async def compute() -> Computed:
            result = await write()
            written.append(result)
            form = post_form(result, result.post.language if result.post else "")
            kept = {"payer": self.payer, "form": form}
            return Computed(data=json.dumps(kept, ensure_ascii=False).encode(), is_kept=is_worth_keeping(result))

        try:
            data = await self.store.get_or_compute(key, compute)
        except Exception as error:  # noqa: BLE001 - a cache that is down must not cost anybody a post
            _log.warning("result_store_failed", extra={"error": type(error).__name__})
            return written[0] if written else await write()
        if written:
            return written[0]
        kept = json.loads(data)
        found = result_of(kept["form"], platform)
        return found if kept["payer"] == self.payer else replace(found, usage=Usage())


def is_worth_keeping(result: PlatformResult) -> bool:
    return result.status in _KEPT_STATUSES and not any(
        attempt.outcome in _FAILED_OUTCOMES for attempt in result.attempts
    )
