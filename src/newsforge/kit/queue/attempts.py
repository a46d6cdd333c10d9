"""One attempt: run the handler, and say how it ended."""

from __future__ import annotations

import asyncio
import random
from dataclasses import dataclass, field
from typing import Final, Literal

import structlog
from sqlalchemy import text

from newsforge.kit.db.database import Database
from newsforge.kit.db.sessions import Sight
from newsforge.kit.errors import NewsforgeError
from newsforge.kit.queue.claims import Claim, Fatal, Handler, RetryLater, Superseded
from newsforge.kit.queue.line import Settlement

_LOG = structlog.get_logger(__name__)
TIME_LIMIT: Final = "time_limit"
UNEXPECTED: Final = "unexpected"
_GIVE_UP_TRIES: Final = 3
_FAIL: Final = text("UPDATE jobs SET status = 'failed', finished_at = now(), error_code = :code WHERE id = :job_id")
_IS_SILENT: Final = text(
    "SELECT heartbeat_at < now() - make_interval(secs => :silent_for_s) FROM jobs WHERE id = :job_id"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Backoff:
    """Doubling from ``first_s`` to ``most_s``, each time less up to half, so that what failed together does not come
    back together."""

    first_s: float = 2.0
    most_s: float = 300.0

    def delay_s(self, attempt: int) -> float:
        full: float = min(self.most_s, self.first_s * 2.0 ** min(attempt - 1, 30))
        return full * random.uniform(0.5, 1.0)  # noqa: S311 - spreads load, guards nothing


@dataclass(slots=True, eq=False)
class Attempt:
    """``stopped`` says why its task was cancelled, when it was: the job is somebody else's or cancelled (``lost``), or
    the worker ends (``handed_back``)."""

    claim: Claim
    handler: Handler
    database: Database
    backoff: Backoff
    stopped: Literal["lost", "handed_back"] | None = field(default=None, init=False)

    async def run(self) -> Settlement | None:
        """Never raise, also when cancelled. None: there is nothing (more) to write to the row."""
        claim = self.claim
        structlog.contextvars.bind_contextvars(job_id=str(claim.job_id), kind=claim.kind, attempt=claim.attempt)
        limit = asyncio.timeout(self.handler.time_limit_s)
        try:
            async with limit:
                await self.handler.run(claim)
        except Superseded:
            _LOG.info("job_superseded")
            return None
        except RetryLater as error:
            return await self._fail(error.code, delay_s=error.after_s)
        except Fatal as error:
            return await self._fail(error.code, is_final=True)
        except asyncio.CancelledError:
            return await self._end_cancelled()
        except TimeoutError as error:
            return await self._fail(TIME_LIMIT if limit.expired() else self._tell(error))
        except Exception as error:  # noqa: BLE001 - whatever a handler raises ends its attempt, never the worker
            return await self._fail(self._tell(error))
        if claim.is_ending:
            return None
        return Settlement(fence=claim.fence, status="succeeded")

    async def _end_cancelled(self) -> Settlement | None:
        if self.stopped == "lost":
            _LOG.info("job_cancelled")
            return None
        if self.stopped == "handed_back":
            return hand_back(self.claim)
        return await self._fail(UNEXPECTED)

    def _tell(self, error: Exception) -> str:
        _LOG.warning("job_attempt_failed", exc_info=error)
        return error.code if isinstance(error, NewsforgeError) else UNEXPECTED

    async def _fail(self, code: str, *, delay_s: float | None = None, is_final: bool = False) -> Settlement | None:
        claim = self.claim
        if self.stopped == "lost":
            return None
        if not is_final and not claim.is_last:
            delay_s = self.backoff.delay_s(claim.attempt) if delay_s is None else delay_s
            return Settlement(fence=claim.fence, status="queued", delay_s=delay_s, error_code=code)
        try:
            await fail_for_good(self.database, claim, self.handler, code)
        except asyncio.CancelledError:
            # Out of time: whoever finds the silent row fails it.
            _LOG.warning("job_not_failed_in_time", error_code=code)
        return None


def hand_back(claim: Claim) -> Settlement:
    """Queue it again at once, as if it had not been claimed (but for its fence)."""
    return Settlement(fence=claim.fence, status="queued", bonus=1)


async def fail_for_good(
    database: Database, claim: Claim, handler: Handler, code: str, *, silent_for_s: float | None = None
) -> None:
    """Mark the job failed, and let the handler write what follows, in one transaction. When the handler cannot, the
    job is failed all the same. With ``silent_for_s``, only if nobody has given a sign of life for so long."""
    for retry in range(_GIVE_UP_TRIES):
        try:
            await _fail(database, claim, handler if retry < _GIVE_UP_TRIES - 1 else None, code, silent_for_s)
        except Superseded:
            return
        except Exception:  # noqa: BLE001 - whatever `give_up` raises, the job has to end
            _LOG.warning("job_give_up_failed", error_code=code, exc_info=True)
            await asyncio.sleep(2**retry)
        else:
            _LOG.warning("job_failed", job_id=str(claim.job_id), kind=claim.kind, error_code=code)
            return


async def _fail(
    database: Database, claim: Claim, handler: Handler | None, code: str, silent_for_s: float | None
) -> None:
    async with database.write(Sight(workspace_id=claim.workspace_id)) as session:
        await claim.hold(session)
        if silent_for_s is not None:
            silent = {"silent_for_s": silent_for_s, "job_id": claim.job_id}
            if not await session.scalar(_IS_SILENT, silent):
                raise Superseded
        if handler is not None and handler.give_up is not None:
            await handler.give_up(session, claim, code)
        await session.execute(_FAIL, {"job_id": claim.job_id, "code": code})
