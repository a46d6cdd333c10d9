"""Who did what, when."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from newsforge.kit.db.models import Dated, Identified, Model


class AuditEntry(Identified, Dated, Model):
    """Append-only: the app's role may not change or delete a row. ``workspace_id`` is null for what concerns a
    person alone (a password change), which row-level security shows to that person."""

    __tablename__ = "audit_entries"
    __table_args__ = (
        Index("ix_audit_entries_page", "workspace_id", text("id DESC")),
        Index("ix_audit_entries_user_id", "user_id", text("id DESC")),
    )

    workspace_id: Mapped[UUID | None]
    user_id: Mapped[UUID | None]
    api_key_id: Mapped[UUID | None]
    action: Mapped[str]
    subject_kind: Mapped[str]
    subject_id: Mapped[UUID | None]
    data: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'::jsonb"))
    ip: Mapped[str] = mapped_column(server_default=text("''"))
