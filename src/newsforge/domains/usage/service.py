"""Reserve before the work, settle after it: exact under crash, retry and concurrency.

A unique index lets each run of a subject be reserved once and closed once, whoever tries again; the row of the month
is the lock under which a limit holds and the sums stay those of the entries.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final, Literal
from uuid import UUID

from newsforge.domains.access.principal import Principal
from newsforge.domains.usage import repository
from newsforge.domains.usage.errors import QuotaExceeded, TrialUsed
from newsforge.domains.usage.repository import Entry, Sums
from newsforge.domains.usage.schemas import UsageEntryOut, UsageOut
from newsforge.kit.clock import utc_now
from newsforge.kit.db.sessions import ReadSession, WriteSession
from newsforge.kit.http.pages import Page, PageQuery, page_of
from newsforge.pipeline.ports import Usage

_NOTHING: Final = Usage()


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """How many posts, in a calendar month (UTC) or ``ever``."""

    units: int
    per: Literal["month", "ever"] = "month"


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowances:
    """Who may use how much."""

    verified: Allowance = Allowance(units=10_000)
    trial: Allowance = Allowance(units=60, per="ever")

    def of(self, principal: Principal) -> Allowance:
        return self.verified if principal.is_verified else self.trial


async def reserve(
    session: WriteSession,
    *,
    workspace_id: UUID,
    subject_id: UUID,
    run: int,
    units: int,
    allowance: Allowance,
    now: datetime | None = None,
) -> None:
    """Once a run: a second call changes nothing. Raise :class:`QuotaExceeded`, and then the transaction has to end
    without a commit."""
    period = period_of(now or utc_now())
    entry = Entry(workspace_id=workspace_id, subject_id=subject_id, run=run, period=period, units=units)
    sums = await repository.lock_periods(session, workspace_id, period)
    if not await repository.add_entry(session, entry, kind="reserve"):
        return
    taken = _taken(sums, period, allowance)
    if taken + units > allowance.units:
        raise _refusal(allowance, taken=taken, wanted=units, period=period)
    await repository.add_sums(session, workspace_id, period, reserved=units, used=0)


async def settle(
    session: WriteSession, *, workspace_id: UUID, subject_id: UUID, run: int, units: int, usage: Usage = _NOTHING
) -> bool:
    """Replace what was reserved by what was used, ``units`` of it; once a run. False when it was closed before or never
    reserved. It counts in the month of the reservation."""
    reserved = await repository.find_reserved(session, workspace_id, subject_id, run)
    if reserved is None:
        return False
    if not 0 <= units <= reserved.units:
        raise ValueError(f"{units} units cannot be used of {reserved.units} reserved.")
    await repository.lock_periods(session, workspace_id, reserved.period)
    entry = Entry(
        workspace_id=workspace_id,
        subject_id=subject_id,
        run=run,
        period=reserved.period,
        units=units,
        input_tokens=usage.input_tokens,
        output_tokens=usage.output_tokens,
        cost_usd=usage.cost_usd,
    )
    if not await repository.add_entry(session, entry, kind="close"):
        return False
    await repository.add_sums(session, workspace_id, reserved.period, reserved=-reserved.units, used=units)
    return True


async def release(session: WriteSession, *, workspace_id: UUID, subject_id: UUID, run: int) -> bool:
    """Give back all that was reserved."""
    return await settle(session, workspace_id=workspace_id, subject_id=subject_id, run=run, units=0)


async def read_usage(
    session: ReadSession, *, workspace_id: UUID, allowance: Allowance, page: PageQuery, now: datetime | None = None
) -> UsageOut:
    period = period_of(now or utc_now())
    sums = await repository.read_sums(session, workspace_id)
    counted = [one for month, one in sums.items() if allowance.per == "ever" or month == period]
    rows = await repository.list_entries(session, workspace_id, after=page.after, limit=page.limit + 1)
    entries, next_cursor = page_of([UsageEntryOut.model_validate(row) for row in rows], page, [row.id for row in rows])
    return UsageOut(
        period=period,
        resets_at=_resets_at(allowance, period),
        limit=allowance.units,
        used=sum(one.used for one in counted),
        reserved=sum(one.reserved for one in counted),
        entries=Page(items=entries, next_cursor=next_cursor),
    )


def period_of(now: datetime) -> date:
    """The first day of the month (UTC)."""
    return now.astimezone(UTC).date().replace(day=1)


def _taken(sums: Mapping[date, Sums], period: date, allowance: Allowance) -> int:
    return sum(one.taken for month, one in sums.items() if allowance.per == "ever" or month == period)


def _resets_at(allowance: Allowance, period: date) -> datetime | None:
    if allowance.per == "ever":
        return None
    year, month = divmod(period.year * 12 + period.month, 12)
    return datetime(year, month + 1, 1, tzinfo=UTC)


def _refusal(allowance: Allowance, *, taken: int, wanted: int, period: date) -> QuotaExceeded:
    resets_at = _resets_at(allowance, period)
    members = {
        "limit": allowance.units,
        "used": taken,
        "wanted": wanted,
        "resets_at": resets_at.isoformat() if resets_at else None,
    }
    return TrialUsed(members=members) if allowance.per == "ever" else QuotaExceeded(members=members)
