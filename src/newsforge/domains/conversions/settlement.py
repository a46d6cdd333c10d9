"""How a run ends: what is there is counted, once."""

from __future__ import annotations

from functools import reduce
from operator import add
from typing import Any, Literal

from newsforge.domains.conversions import event_repository, forms
from newsforge.domains.conversions.models import Conversion, PostRecord
from newsforge.domains.usage.service import settle
from newsforge.kit.clock import utc_now
from newsforge.kit.db.sessions import WriteSession
from newsforge.pipeline.from_json import usage_of
from newsforge.pipeline.json_form import usage_form
from newsforge.pipeline.ports import Usage

_EVENTS = {"succeeded": "finished", "failed": "failed", "cancelled": "cancelled"}


async def end_run(
    session: WriteSession,
    conversion: Conversion,
    posts: list[PostRecord],
    *,
    status: Literal["succeeded", "failed", "cancelled"],
    error: dict[str, Any] | None = None,
) -> None:
    """``conversion`` is locked. Settles the run's usage by the posts that it has made, and tells of the end."""
    of_run = [post for post in posts if post.run == conversion.run and post.form]
    units = sum(1 for post in of_run if post.verdict != forms.FAILED)
    usage = reduce(add, (usage_of(post.form["usage"]) for post in of_run), Usage())
    await settle(
        session,
        workspace_id=conversion.workspace_id,
        subject_id=conversion.id,
        run=conversion.run,
        units=units,
        usage=usage,
    )
    conversion.status = status
    conversion.error = error
    conversion.finished_at = utc_now()
    conversion.usage = _sum(conversion.usage, {"posts": units, **usage_form(usage)})
    told = {
        "run": conversion.run,
        "status": status,
        "usage": conversion.usage,
        "notices": conversion.notices,
        "error": error,
    }
    await event_repository.add_events(session, conversion, [(_EVENTS[status], told)])


def _sum(before: dict[str, Any] | None, now: dict[str, Any]) -> dict[str, Any]:
    """Of all runs; a cost that is not known makes the sum unknown."""
    if before is None:
        return now
    known = before["cost_usd"] is not None and now["cost_usd"] is not None
    return {
        **{name: before[name] + now[name] for name in ("posts", "input_tokens", "output_tokens", "calls")},
        "cost_usd": before["cost_usd"] + now["cost_usd"] if known else None,
    }
