"""Reserve before the work, settle after it: exact under crash, retry and concurrency.

A unique index lets each run of a subject be reserved once and closed once, whoever tries again; the row of the month
is the lock under which a limit holds and the sums stay those of the entries. A trial is a person's and not a
workspace's: who has not confirmed an address may make workspaces, and has one trial in all of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final
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
class Trial:
    """How many posts a person may make before their address is confirmed."""

    user_id: UUID
    units: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """How many posts a workspace may have in a calendar month (UTC), and who asks, as long as that is a trial."""

    units: int
    trial: Trial | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowances:
    """Who may use how much."""

    month_units: int = 10_000
    trial_units: int = 60

    def of(self, principal: Principal) -> Allowance:
        trial = None if principal.is_verified else Trial(user_id=principal.user_id, units=self.trial_units)
        return Allowance(units=self.month_units, trial=trial)


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
    trial = allowance.trial
    entry = Entry(
        workspace_id=workspace_id,
        subject_id=subject_id,
        run=run,
        period=period,
        units=units,
        trial_of=trial.user_id if trial else None,
    )
    sums = await repository.lock_periods(session, workspace_id, period)
    if not await repository.add_entry(session, entry, kind="reserve"):
        return
    if trial:  # after the workspace's row, here as where a run is settled: two cannot wait for each other
        tried = (await repository.lock_trial(session, trial.user_id)).taken
        if tried + units > trial.units:
            raise TrialUsed(members={"limit": trial.units, "used": tried, "wanted": units, "resets_at": None})
        await repository.add_to_trial(session, trial.user_id, reserved=units, used=0)
    taken = sums[period].taken
    if taken + units > allowance.units:
        resets_at = _next_month(period).isoformat()
        members = {"limit": allowance.units, "used": taken, "wanted": units, "resets_at": resets_at}
        raise QuotaExceeded(members=members)
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
    if reserved.trial_of:
        await repository.add_to_trial(session, reserved.trial_of, reserved=-reserved.units, used=units)
    return True


async def release(session: WriteSession, *, workspace_id: UUID, subject_id: UUID, run: int) -> bool:
    """Give back all that was reserved."""
    return await settle(session, workspace_id=workspace_id, subject_id=subject_id, run=run, units=0)


async def read_usage(
    session: ReadSession, *, workspace_id: UUID, allowance: Allowance, page: PageQuery, now: datetime | None = None
) -> UsageOut:
    period = period_of(now or utc_now())
    trial = allowance.trial
    counted = await _read_counted(session, workspace_id, period, trial)
    rows = await repository.list_entries(session, workspace_id, after=page.after, limit=page.limit + 1)
    entries, next_cursor = page_of([UsageEntryOut.model_validate(row) for row in rows], page, [row.id for row in rows])
    return UsageOut(
        period=period,
        resets_at=None if trial else _next_month(period),
        limit=trial.units if trial else allowance.units,
        used=counted.used,
        reserved=counted.reserved,
        entries=Page(items=entries, next_cursor=next_cursor),
    )


def period_of(now: datetime) -> date:
    """The first day of the month (UTC)."""
    return now.astimezone(UTC).date().replace(day=1)


async def _read_counted(session: ReadSession, workspace_id: UUID, period: date, trial: Trial | None) -> Sums:
    if trial:
        return await repository.read_trial(session, trial.user_id)
    return (await repository.read_sums(session, workspace_id)).get(period, Sums())


def _next_month(period: date) -> datetime:
    year, month = divmod(period.year * 12 + period.month, 12)
    return datetime(year, month + 1, 1, tzinfo=UTC)
