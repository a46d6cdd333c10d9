"""The audit log as clients see it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict


class AuditEntryOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    created_at: datetime
    user_id: UUID | None
    api_key_id: UUID | None
    action: str
    subject_kind: str
    subject_id: UUID | None
    data: dict[str, Any]
