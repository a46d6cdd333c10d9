"""The jobs table. Not a tenant's table: workers claim across workspaces, and a payload holds ids only."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, func, text
from sqlalchemy.orm import Mapped, mapped_column

from newsforge.kit.db.models import Dated, Identified, Model


class Job(Identified, Dated, Model):
    """``attempt`` counts claims and fences them: what an earlier claim writes after a later one began is refused."""

    __tablename__ = "jobs"
    __table_args__ = (
        CheckConstraint("status IN ('queued', 'running', 'succeeded', 'failed', 'cancelled')", name="status"),
        Index("ix_jobs_outstanding", "workspace_id", postgresql_where=text("status IN ('queued', 'running')")),
        Index("ix_jobs_heartbeat", "heartbeat_at", postgresql_where=text("status = 'running'")),
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
