"""Every query of the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert

from newsforge.domains.usage.models import UsageEntry, UsagePeriod, UsageTrial
from newsforge.kit.db.sessions import ReadSession, WriteSession
from newsforge.kit.ids import new_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    workspace_id: UUID
    subject_id: UUID
    run: int
    period: date
    units: int
    input_tokens: int = 0
    output_tokens: int = 0
    cost_usd: Decimal | None = None
    trial_of: UUID | None = None


@dataclass(frozen=True, slots=True)
class Sums:
    reserved: int = 0
    used: int = 0

    @property
    def taken(self) -> int:
        return self.reserved + self.used


async def add_entry(session: WriteSession, entry: Entry, *, kind: str) -> bool:
    """False when there is one of this kind for the subject's run; waits for a transaction that is just writing it."""
    statement = (
        insert(UsageEntry)
        .values(
            id=new_id(),
            workspace_id=entry.workspace_id,
            subject_id=entry.subject_id,
            run=entry.run,
            kind=kind,
            period=entry.period,
            units=entry.units,
            input_tokens=entry.input_tokens,
            output_tokens=entry.output_tokens,
            cost_usd=entry.cost_usd,
            trial_of=entry.trial_of,
        )
        .on_conflict_do_nothing(index_elements=["subject_id", "run", "kind"])
        .returning(UsageEntry.id)
    )
    return (await session.execute(statement)).first() is not None


async def find_reserved(session: WriteSession, workspace_id: UUID, subject_id: UUID, run: int) -> UsageEntry | None:
    return await session.scalar(
        select(UsageEntry).where(
            UsageEntry.workspace_id == workspace_id,
            UsageEntry.subject_id == subject_id,
            UsageEntry.run == run,
            UsageEntry.kind == "reserve",
        )
    )


async def lock_periods(session: WriteSession, workspace_id: UUID, period: date) -> dict[date, Sums]:
    """Of all months, in their order, the one asked for among them. Nobody else reserves until the transaction ends."""
    await session.execute(insert(UsagePeriod).values(workspace_id=workspace_id, period=period).on_conflict_do_nothing())
    rows = await session.execute(
        select(UsagePeriod.period, UsagePeriod.reserved, UsagePeriod.used)
        .where(UsagePeriod.workspace_id == workspace_id)
        .order_by(UsagePeriod.period)
        .with_for_update()
    )
    return {row.period: Sums(row.reserved, row.used) for row in rows}


async def add_sums(session: WriteSession, workspace_id: UUID, period: date, *, reserved: int, used: int) -> None:
    await session.execute(
        update(UsagePeriod)
        .where(UsagePeriod.workspace_id == workspace_id, UsagePeriod.period == period)
        .values(reserved=UsagePeriod.reserved + reserved, used=UsagePeriod.used + used)
        .execution_options(synchronize_session=False)
    )


async def lock_trial(session: WriteSession, user_id: UUID) -> Sums:
    """Nobody else reserves of this person's trial until the transaction ends."""
    await session.execute(insert(UsageTrial).values(user_id=user_id).on_conflict_do_nothing())
    row = (
        await session.execute(
            select(UsageTrial.reserved, UsageTrial.used).where(UsageTrial.user_id == user_id).with_for_update()
        )
    ).one()
    return Sums(row.reserved, row.used)


async def add_to_trial(session: WriteSession, user_id: UUID, *, reserved: int, used: int) -> None:
    await session.execute(
        update(UsageTrial)
        .where(UsageTrial.user_id == user_id)
        .values(reserved=UsageTrial.reserved + reserved, used=UsageTrial.used + used)
        .execution_options(synchronize_session=False)
    )


async def read_trial(session: ReadSession, user_id: UUID) -> Sums:
    query = select(UsageTrial.reserved, UsageTrial.used).where(UsageTrial.user_id == user_id)
    row = (await session.execute(query)).one_or_none()
    return Sums(row.reserved, row.used) if row else Sums()


async def read_sums(session: ReadSession, workspace_id: UUID) -> dict[date, Sums]:
    rows = await session.execute(
        select(UsagePeriod.period, UsagePeriod.reserved, UsagePeriod.used).where(
            UsagePeriod.workspace_id == workspace_id
        )
    )
    return {row.period: Sums(row.reserved, row.used) for row in rows}


async def list_entries(session: ReadSession, workspace_id: UUID, *, after: UUID | None, limit: int) -> list[UsageEntry]:
    query = select(UsageEntry).where(UsageEntry.workspace_id == workspace_id)
    if after is not None:
        query = query.where(UsageEntry.id < after)
    return list(await session.scalars(query.order_by(UsageEntry.id.desc()).limit(limit)))
