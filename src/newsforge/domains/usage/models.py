"""The ledger of usage, and its sum for the month."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, Numeric, text
from sqlalchemy.orm import Mapped, mapped_column

from newsforge.kit.db.models import Dated, Identified, Model, Tenanted


class UsageEntry(Identified, Tenanted, Dated, Model):
    """Append-only. One ``reserve`` and at most one of ``settle`` and ``release`` for each run of a subject, which
    the unique index holds under every crash and retry. ``units`` are posts; ``cost_usd`` is null when unknown;
    ``trial_of`` is the person whose trial a reservation counts in, and null for everybody who has confirmed."""

    __tablename__ = "usage_entries"
    __table_args__ = (
        CheckConstraint("kind IN ('reserve', 'close')", name="kind"),
        CheckConstraint("units >= 0", name="units"),
        Index("uq_usage_entries_once", "subject_id", "run", "kind", unique=True),
        Index("ix_usage_entries_page", "workspace_id", text("id DESC")),
    )

    workspace_id: Mapped[UUID] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    subject_id: Mapped[UUID]
    run: Mapped[int]
    kind: Mapped[str]
    period: Mapped[date]
    units: Mapped[int]
    trial_of: Mapped[UUID | None]
    input_tokens: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))
    output_tokens: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))
    cost_usd: Mapped[Decimal | None] = mapped_column(Numeric(14, 7))


class UsagePeriod(Tenanted, Model):
    """Sums of a calendar month (UTC), kept in the transactions that write the entries; the row is also the lock
    under which a limit holds."""

    __tablename__ = "usage_periods"
    __table_args__ = (CheckConstraint("reserved >= 0 AND used >= 0", name="not_negative"),)

    workspace_id: Mapped[UUID] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"), primary_key=True)
    period: Mapped[date] = mapped_column(primary_key=True)
    reserved: Mapped[int] = mapped_column(server_default=text("0"))
    used: Mapped[int] = mapped_column(server_default=text("0"))


class UsageTrial(Model):
    """What a person has made before their address was confirmed, in whatever workspace; the row is also the lock under
    which the trial holds. It belongs to no workspace, or each new one would bring a new trial."""

    __tablename__ = "usage_trials"
    __table_args__ = (CheckConstraint("reserved >= 0 AND used >= 0", name="not_negative"),)

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    reserved: Mapped[int] = mapped_column(server_default=text("0"))
    used: Mapped[int] = mapped_column(server_default=text("0"))
