"""The jobs table. Not a tenant's table: workers claim across workspaces, and a payload holds ids only."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, func, text
from sqlalchemy.orm import Mapped, mapped_column

from newsforge.kit.db.models import Dated, Identified, Model

_QUEUED = text("status = 'queued'")
_RUNNING = text("status = 'running'")
_OUTSTANDING = text("status IN ('queued', 'running')")


class Job(Identified, Dated, Model):
    """``attempt`` counts claims and fences them: what an earlier claim writes after a later one began is refused."""

    __tablename__ = "jobs"
    __table_args__ = (
        CheckConstraint("status IN ('queued', 'running', 'succeeded', 'failed', 'cancelled')", name="status"),
        # The order of claims. `run_after` is in it so that jobs that wait for later are passed over inside the index.
        Index("ix_jobs_claim", text("priority DESC"), "id", "run_after", postgresql_where=_QUEUED),
        # Not over `heartbeat_at`, which would make every heartbeat write to the index.
        Index("ix_jobs_running", "started_at", postgresql_where=_RUNNING),
        Index("ix_jobs_outstanding", "workspace_id", postgresql_where=_OUTSTANDING),
        Index("ix_jobs_finished", "finished_at", postgresql_where=text("finished_at IS NOT NULL")),
    )

    kind: Mapped[str]
    workspace_id: Mapped[UUID | None]
    payload: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'::jsonb"))
    status: Mapped[str] = mapped_column(server_default=text("'queued'"))
    priority: Mapped[int] = mapped_column(server_default=text("0"))
    attempt: Mapped[int] = mapped_column(server_default=text("0"))
    max_attempts: Mapped[int] = mapped_column(server_default=text("5"))
    run_after: Mapped[datetime] = mapped_column(server_default=func.now())
    started_at: Mapped[datetime | None]
    heartbeat_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
    #: The code of what went wrong last, never its text.
    error_code: Mapped[str | None]


class PeriodicRun(Model):
    """When a periodic task last began, on whichever worker: the row that keeps the others from doing it too."""

    __tablename__ = "periodic_runs"

    name: Mapped[str] = mapped_column(primary_key=True)
    started_at: Mapped[datetime]
